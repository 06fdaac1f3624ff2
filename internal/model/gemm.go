package model

// The matrices of the network are multiplied in blocks of rowBlock rows and
// panelWidth columns.
const (
	rowBlock   = 6
	panelWidth = 32
)

// matrix is a weight matrix packed for gemm: panels of panelWidth columns,
// within a panel row after row. Columns beyond cols are zero.
type matrix struct {
	rows, cols int // cols is a multiple of panelWidth
	data       []float32
	bias       []float32 // cols long
}

// pack packs w, the transposed matrix as a linear layer keeps it: outputs
// rows of inputs numbers.
func pack(w, bias []float32, inputs, outputs int) matrix {
	m := matrix{rows: inputs, cols: roundUp(outputs, panelWidth)}
	m.data = make([]float32, m.rows*m.cols)
	m.bias = make([]float32, m.cols)
	copy(m.bias, bias)
	for o := range outputs {
		panel := m.data[o/panelWidth*panelWidth*inputs:]
		for i := range inputs {
			panel[i*panelWidth+o%panelWidth] = w[o*inputs+i]
		}
	}
	return m
}

// mul sets c = a m + bias for n rows of a. Both have room for n rounded up to
// rowBlock rows; lda and ldc are their row lengths.
func (m *matrix) mul(c []float32, ldc int, a []float32, lda, n int) {
	for p := 0; p < m.cols; p += panelWidth {
		b := m.data[p*m.rows:]
		bias := m.bias[p:]
		for r := 0; r < n; r += rowBlock {
			block(&a[r*lda], lda, &b[0], &bias[0], &c[r*ldc+p], ldc, m.rows)
		}
	}
}

func roundUp(n, k int) int { return (n + k - 1) / k * k }
