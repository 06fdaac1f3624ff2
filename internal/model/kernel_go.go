package model

import "unsafe"

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
			if x == 0 {
				continue
			}
			w := bs[i*panelWidth:][:panelWidth]
			for j, y := range w {
				row[j] += x * y
			}
		}
	}
}

// recurGo is recur in plain Go.
func recurGo(u, c, y *float32, h int) {
	us, cs, ys := at(u, 3*h), at(c, h), at(y, h)
	for i := range cs {
		f, z, o := gate(us[i]), squash(us[h+i]), gate(us[2*h+i])
		cs[i] = z + f*(cs[i]-z)
		ys[i] = cs[i] * o
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

func squash(x float32) float32 {
	if x < 0 {
		return x / (1 - x)
	}
	return x / (1 + x)
}

func gate(x float32) float32 { return 0.5 + 0.5*squash(x) }
