package model

// layer is a weight matrix in bytes with what follows its product: row r of
// the answer is bias + scale[j] * (size of row r of a) * (a r) . (column j).
// The products are sums of whole numbers, so that every kernel gives the same.
type layer struct {
	rows, cols int    // rows is a multiple of 4, cols of panelWidth
	depth      int    // rows with those of zeros that fill them up for the kernels
	data       []int8 // panels of panelWidth columns; in a panel, four rows of each column side by side
	scale      []float32
	shift      []int32 // 128 times the sum of a column: inputs are bytes 128 too large
	bias       []float32
}

// tileRows are the rows and tileDepth the bytes of a row that fill a matrix
// register.
const (
	tileRows  = 16
	tileDepth = 64
)

// mulRows is what the rows of scratch are a multiple of: of those that any
// kernel takes at once.
const mulRows = rowBlock * tileRows / 2

// newLayer packs w, the transposed matrix as a linear layer keeps it: outputs
// rows of inputs bytes, each row with its scale.
func newLayer(w []byte, scale, bias []float32, inputs, outputs int) layer {
	m := layer{rows: inputs, cols: roundUp(outputs, panelWidth)}
	m.depth = roundUp(inputs, depthStep())
	m.data = make([]int8, m.depth*m.cols)
	m.scale, m.bias, m.shift = make([]float32, m.cols), make([]float32, m.cols), make([]int32, m.cols)
	copy(m.scale, scale)
	copy(m.bias, bias)
	for o := range outputs {
		panel := m.data[o/panelWidth*panelWidth*m.depth:]
		for i, b := range w[o*inputs:][:inputs] {
			q := int8(b)
			panel[i/4*4*panelWidth+o%panelWidth*4+i%4] = q
			m.shift[o] += 128 * int32(q)
		}
	}
	return m
}

// activations are rows of inputs rounded to bytes, each with its own scale.
type activations struct {
	data  []byte
	scale []float32
	sums  [2 * tileRows * panelWidth]int32 // scratch of the matrix registers
}

// mul sets c = a m + bias for n rows of a. Both have room for n rounded up to
// rowBlock rows; lda and ldc are their row lengths. q is scratch.
func (m *layer) mul(c []float32, ldc int, a []float32, lda, n int, q *activations) {
	if n == 0 {
		return
	}
	rows := roundUp(n, mulRows)
	if cap(q.data) < rows*m.depth {
		q.data = make([]byte, rows*m.depth*3/2)
	}
	q.data = q.data[:rows*m.depth]
	room(&q.scale, rows)
	for r := range n {
		q.scale[r] = quantize(&q.data[r*m.depth], &a[r*lda], m.rows)
	}
	m.product(c, ldc, n, q)
}

// panels multiplies panel after panel with blocks of rows.
func (m *layer) panels(c []float32, ldc, n int, q *activations) {
	for p := 0; p < m.cols; p += panelWidth {
		w := m.data[p*m.depth:]
		for r := 0; r < n; r += rowBlock {
			dot(&product{
				a: &q.data[r*m.depth], size: &q.scale[r], w: &w[0], scale: &m.scale[p], shift: &m.shift[p], bias: &m.bias[p],
				c: &c[r*ldc+p], ldc: ldc, k: m.depth,
			})
		}
	}
}

// product is the work of dot: rowBlock rows of a (k bytes each) times a panel.
type product struct {
	a     *byte
	size  *float32 // scales of the rows
	w     *int8
	scale *float32
	shift *int32
	bias  *float32
	c     *float32
	ldc   int
	k     int
}
