package model

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// The kernels in assembly, by what the processor can do.
var (
	wide   = cpu.X86.HasAVX512F
	vector = cpu.X86.HasAVX2
	bytes4 = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
)

//go:noescape
func block512(a *float32, lda int, b, bias, c *float32, ldc, k int)

//go:noescape
func block256(a *float32, lda int, b, bias, c *float32, ldc, k int)

//go:noescape
func recur256(u, c, y *float32, h int)

//go:noescape
func leaky256(x *float32, n int, slope float32)

//go:noescape
func gather256(dst *float32, base *byte, off *uint32, d int, scale float32)

//go:noescape
func quantize256(q *byte, x *float32, k int) float32

//go:noescape
func dot512(p *product)

//go:noescape
func dot256(p *product, row int)

// block computes a block of the product of two matrices, see blockGo.
func block(a *float32, lda int, b, bias, c *float32, ldc, k int) {
	switch {
	case wide:
		block512(a, lda, b, bias, c, ldc, k)
	case vector:
		block256(a, lda, b, bias, c, ldc, k)
		block256(a, lda, half(b), half(bias), half(c), ldc, k)
	default:
		blockGo(a, lda, b, bias, c, ldc, k)
	}
}

// half is the second half of a row of a panel.
func half(p *float32) *float32 {
	return (*float32)(unsafe.Add(unsafe.Pointer(p), panelWidth/2*4))
}

// recur makes one step of a recurrent layer of h units: u holds the inputs to
// forget gate, candidate and output gate, c the state; the output is added to y.
func recur(u, c, y *float32, h int) {
	if vector && h%8 == 0 {
		recur256(u, c, y, h)
		return
	}
	recurGo(u, c, y, h)
}

// leaky scales the negative numbers of x[:n] by slope, 0 <= slope <= 1.
func leaky(x *float32, n int, slope float32) {
	if vector && n%8 == 0 {
		leaky256(x, n, slope)
		return
	}
	leakyGo(x, n, slope)
}

// gather sets dst[:d] to scale times the sum of the int8 rows of base that
// begin at the offsets.
func gather(dst *float32, base []byte, off *[affixes]uint32, d int, scale float32) {
	if vector && d%8 == 0 {
		gather256(dst, &base[0], &off[0], d, scale)
		return
	}
	gatherGo(dst, base, off, d, scale)
}

// quantize rounds x[:k] to bytes around 128 and returns the size of a step.
func quantize(q *byte, x *float32, k int) float32 {
	if vector && k%8 == 0 {
		return quantize256(q, x, k)
	}
	return quantizeGo(q, x, k)
}

// dot multiplies rowBlock rows of bytes with a panel, see dotGo.
func dot(p *product) {
	switch {
	case bytes4:
		dot512(p)
	case vector:
		for r := range rowBlock {
			dot256(p, r)
		}
	default:
		dotGo(p)
	}
}
