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
	recur(&u[0], &s1[0], &y1[0], 16)
	recurGo(&u[0], &s2[0], &y2[0], 16)
	for i := range s1 {
		if d := s1[i] - s2[i] + y1[i] - y2[i]; d > 1e-5 || d < -1e-5 {
			t.Fatalf("recur: unit %d differs by %v", i, d)
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

func BenchmarkMul(b *testing.B) {
	m := pack(make([]float32, 192*576), nil, 192, 576)
	a, c := make([]float32, 192*24), make([]float32, 576*24)
	for b.Loop() {
		m.mul(c, 576, a, 192, 24)
	}
	b.ReportMetric(float64(b.N)*192*576*24/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
