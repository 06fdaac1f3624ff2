package model

import (
	"math/rand/v2"
	"testing"
)

func TestKernels(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	numbers := func(n int) []float32 {
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(rng.NormFloat64())
		}
		return v
	}
	const k, n = 40, 13
	w := numbers(k * 50)
	m := pack(w, numbers(50), k, 50)
	a := numbers(roundUp(n, rowBlock) * k)
	c := make([]float32, roundUp(n, rowBlock)*m.cols)
	m.mul(c, m.cols, a, k, n)
	for r := range n {
		for o := range 50 {
			want := m.bias[o]
			for i := range k {
				want += a[r*k+i] * w[o*k+i]
			}
			if d := c[r*m.cols+o] - want; d > 1e-4 || d < -1e-4 {
				t.Fatalf("row %d column %d: %v, want %v", r, o, c[r*m.cols+o], want)
			}
		}
	}
	u, s1, y1, s2, y2 := numbers(48), numbers(16), numbers(16), make([]float32, 16), numbers(16)
	copy(s2, s1)
	copy(y2, y1)
	recur(&u[0], &s1[0], &y1[0], 16)
	recurGo(&u[0], &s2[0], &y2[0], 16)
	for i := range s1 {
		if s1[i] != s2[i] || y1[i] != y2[i] {
			t.Fatalf("recur: unit %d: %v %v, want %v %v", i, s1[i], y1[i], s2[i], y2[i])
		}
	}
	base := make([]byte, 16*64)
	for i := range base {
		base[i] = byte(rng.Uint32())
	}
	off := [affixes]uint32{0, 64, 64, 128, 960, 192, 0, 512}
	gather(&y1[0], base, &off, 16, 0.5)
	g := make([]float32, 16)
	gatherGo(&g[0], base, &off, 16, 0.5)
	for i := range g {
		if g[i] != y1[i] {
			t.Fatalf("gather: %v, want %v", y1[i], g[i])
		}
	}
}

func BenchmarkLayer(b *testing.B) {
	m := newLayer(make([]byte, 192*576), nil, nil, 192, 576)
	a, c := make([]float32, 192*24), make([]float32, 576*24)
	var q activations
	for b.Loop() {
		m.mul(c, 576, a, 192, 24, &q)
	}
	b.ReportMetric(float64(b.N)*192*576*24/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkMul(b *testing.B) {
	m := pack(make([]float32, 192*576), nil, 192, 576)
	a, c := make([]float32, 192*24), make([]float32, 576*24)
	for b.Loop() {
		m.mul(c, 576, a, 192, 24)
	}
	b.ReportMetric(float64(b.N)*192*576*24/b.Elapsed().Seconds()/1e9, "GMAC/s")
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
