package model

import (
	"math"
	"unsafe"
)

// The kernels in plain Go do what those in assembly do, number for number: the
// conversions to float32 keep a compiler from fusing a product and a sum.

// at is the slice of n numbers from p on.
func at(p *float32, n int) []float32 { return unsafe.Slice(p, n) }

// blockGo is block in plain Go: c[r][j] = bias[j] + sum over i of a[r][i] b[i][j]
// for rowBlock rows and panelWidth columns.
func blockGo(a *float32, lda int, b, bias, c *float32, ldc, k int) {
	as, bs, cs := at(a, (rowBlock-1)*lda+k), at(b, k*panelWidth), at(c, (rowBlock-1)*ldc+panelWidth)
	for r := range rowBlock {
		row := cs[r*ldc:][:panelWidth]
		copy(row, at(bias, panelWidth))
		for i, x := range as[r*lda:][:k] {
			w := bs[i*panelWidth:][:panelWidth]
			for j, y := range w {
				row[j] += float32(x * y)
			}
		}
	}
}

// recurGo is recur in plain Go.
func recurGo(u, c, y *float32, h int) {
	us, cs, ys := at(u, 3*h), at(c, h), at(y, h)
	for i := range cs {
		f, z, o := gate(us[i]), squash(us[h+i]), gate(us[2*h+i])
		cs[i] = float32(f*(cs[i]-z)) + z
		ys[i] += float32(cs[i] * o)
	}
}

// leakyGo is leaky in plain Go.
func leakyGo(x *float32, n int, slope float32) {
	xs := at(x, n)
	for i, v := range xs {
		if v < 0 {
			xs[i] = v * slope
		}
	}
}

// gatherGo is gather in plain Go.
func gatherGo(dst *float32, base []byte, off *[affixes]uint32, d int, scale float32) {
	row := at(dst, d)
	clear(row)
	for _, o := range off {
		for j, v := range base[o:][:d] {
			row[j] += float32(int8(v))
		}
	}
	for j := range row {
		row[j] *= scale
	}
}

// bestGo is best in plain Go.
func bestGo(v []float32) int {
	k, top := 0, v[0]
	for i, x := range v {
		if x > top {
			k, top = i, x
		}
	}
	return k
}

// pairsGo is pairs in plain Go.
func pairsGo(out, a, b []float32) {
	for i, v := range a {
		out[i] = max(v+b[i], 0)
		out[len(a)+i] = v * b[i]
	}
}

// widenGo is widen in plain Go.
func widenGo(dst []float32, src []byte, scale float32) {
	for i, v := range src {
		dst[i] = float32(int8(v)) * scale
	}
}

// The numbers of the exponential function: its series on half a step of ln 2
// to either side of 0 (Cephes, expf).
const (
	log2e, ln2Hi, ln2Lo = 1.44269504088896341, 0.693359375, -2.12194440e-4
	expA, expB, expC    = 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3
	expD, expE, expF    = 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1

	expLeast = -12 // a score that far below the best weighs nothing
)

// expOf is the exponential of x <= 0 in single precision.
func expOf(x float32) float32 {
	if x < -80 {
		return 0
	}
	n := float32(math.RoundToEven(float64(x * log2e)))
	r := x - float32(n*ln2Hi) - float32(n*ln2Lo)
	p := float32(expA)
	for _, c := range [...]float32{expB, expC, expD, expE, expF} {
		p = float32(p*r) + c
	}
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// massGo is mass in plain Go, sixteen sums side by side.
func massGo(v []float32, top, warmth float32) float32 {
	var sum [16]float32
	for i, x := range v {
		if x = (x - top) * warmth; x > expLeast {
			sum[i%16] += expOf(x)
		}
	}
	for half := 8; half > 0; half /= 2 {
		for i := range half {
			sum[i] += sum[i+half]
		}
	}
	return sum[0]
}

func squash(x float32) float32 {
	if x < 0 {
		return x / (1 - x)
	}
	return x / (1 + x)
}

func gate(x float32) float32 { return float32(0.5*squash(x)) + 0.5 }

// quantizeGo is quantize in plain Go: q[i] = 128 + x[i] / scale, rounded, with
// the scale that takes the largest number to 127.
func quantizeGo(q *byte, x *float32, k int) float32 {
	xs, qs := at(x, k), unsafe.Slice(q, k)
	var top float32
	for _, v := range xs {
		top = max(top, max(v, -v))
	}
	if top == 0 {
		top = 1
	}
	inv := 127 / top
	for i, v := range xs {
		qs[i] = byte(int32(math.RoundToEven(float64(v*inv))) + 128)
	}
	return top / 127
}

// dotGo is dot in plain Go.
func dotGo(p *product) {
	a, w := unsafe.Slice(p.a, rowBlock*p.k), unsafe.Slice(p.w, p.k*panelWidth)
	size, scale, bias := at(p.size, rowBlock), at(p.scale, panelWidth), at(p.bias, panelWidth)
	shift := unsafe.Slice(p.shift, panelWidth)
	c := at(p.c, (rowBlock-1)*p.ldc+panelWidth)
	for r := range rowBlock {
		var acc [panelWidth]int32
		row := a[r*p.k:][:p.k]
		for i := 0; i < len(row); i += 4 {
			x0, x1, x2, x3 := int32(row[i]), int32(row[i+1]), int32(row[i+2]), int32(row[i+3])
			ws := w[i*panelWidth:][:4*panelWidth]
			for j := range acc {
				v := ws[4*j:][:4]
				acc[j] += x0*int32(v[0]) + x1*int32(v[1]) + x2*int32(v[2]) + x3*int32(v[3])
			}
		}
		for j, v := range acc {
			f := float32(v-shift[j]) * scale[j]
			f *= size[r]
			c[r*p.ldc+j] = float32(f) + bias[j]
		}
	}
}
