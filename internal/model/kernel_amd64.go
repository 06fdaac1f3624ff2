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
func recur512(u, c, y *float32, h int)

//go:noescape
func leaky256(x *float32, n int, slope float32)

//go:noescape
func gather256(dst *float32, base *byte, off *uint32, d int, scale float32)

//go:noescape
func quantize256(q *byte, x *float32, k int) float32

//go:noescape
func quantize512(q *byte, x *float32, k int) float32

//go:noescape
func best512(v *float32, n int) int

//go:noescape
func mass512(v *float32, n int, top, warmth float32) float32

//go:noescape
func pairs256(out, a, b *float32, n int)

//go:noescape
func widen256(dst *float32, src *byte, n int, scale float32)

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
	switch {
	case wide && h%16 == 0:
		recur512(u, c, y, h)
	case vector && h%8 == 0:
		recur256(u, c, y, h)
	default:
		recurGo(u, c, y, h)
	}
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
	if wide && k%32 == 0 {
		return quantize512(q, x, k)
	}
	if vector && k%8 == 0 {
		return quantize256(q, x, k)
	}
	return quantizeGo(q, x, k)
}

// best is the place of the first of the largest numbers of v, which has some.
func best(v []float32) int {
	if wide {
		return best512(&v[0], len(v))
	}
	return bestGo(v)
}

// mass is the sum of the exponentials of (x-top)*warmth for the numbers x of v,
// which has some, none above top.
func mass(v []float32, top, warmth float32) float32 {
	if wide {
		return mass512(&v[0], len(v), top, warmth)
	}
	return massGo(v, top, warmth)
}

// pairs sets out[i] to a[i] + b[i], or 0 if that is less, and out[n+i] to
// a[i] b[i], for n = len(a).
func pairs(out, a, b []float32) {
	if n := len(a); vector && n%8 == 0 {
		pairs256(&out[:2*n][0], &a[0], &b[:n][0], n)
		return
	}
	pairsGo(out, a, b)
}

// widen sets dst to scale times the int8 numbers of src.
func widen(dst []float32, src []byte, scale float32) {
	if n := len(src); vector && n%8 == 0 {
		widen256(&dst[:n][0], &src[0], n, scale)
		return
	}
	widenGo(dst, src, scale)
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
