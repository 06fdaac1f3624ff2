package model

// Matrices are multiplied in blocks of rowBlock rows and panelWidth columns.
const (
	rowBlock   = 6
	panelWidth = 32
)

// matrix is a matrix of numbers that only one sentence needs, packed for mul:
// panels of panelWidth columns, within a panel row after row.
type matrix struct {
	rows, cols int // cols is a multiple of panelWidth
	data       []float32
	bias       []float32 // cols long
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
