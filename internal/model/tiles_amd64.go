package model

import "golang.org/x/sys/cpu"

// tiles says that the processor has matrix registers and the system lets them
// be used.
var tiles = bytes4 && cpu.X86.HasAMXTile && cpu.X86.HasAMXInt8 && tilesAllowed()

// tileProduct is the work of mulTiles: n rows of a times panels.
type tileProduct struct {
	a     *byte // room for n rounded up to tileRows
	w     *int8
	scale *float32
	shift *int32
	bias  *float32
	size  *float32
	c     *float32
	sums  *[2 * tileRows * panelWidth]int32 // scratch
	ldc   int
	k     int // length of a row, a multiple of tileDepth
	n     int
	width int // bytes of a row of c: 128 for each panel
}

//go:noescape
func mulTiles(p *tileProduct)

// product sets c to the product of the rows of q with m.
func (m *layer) product(c []float32, ldc, n int, q *activations) {
	if !tiles || m.depth%tileDepth != 0 {
		m.panels(c, ldc, n, q)
		return
	}
	mulTiles(&tileProduct{
		a: &q.data[0], w: &m.data[0], scale: &m.scale[0], shift: &m.shift[0], bias: &m.bias[0], size: &q.scale[0],
		c: &c[0], sums: &q.sums, ldc: ldc, k: m.depth, n: n, width: 4 * m.cols,
	})
}

// depthStep is what the depth of a layer is a multiple of.
func depthStep() int {
	if tiles {
		return tileDepth
	}
	return 4
}
