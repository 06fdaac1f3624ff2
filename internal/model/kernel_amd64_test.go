package model

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente"
)

// TestBlocks compares the kernels that this processor can run.
func TestBlocks(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	const k, ldc = 37, 64
	a, b, bias := make([]float32, rowBlock*k), make([]float32, k*panelWidth), make([]float32, panelWidth)
	for _, v := range [][]float32{a, b, bias} {
		for i := range v {
			v[i] = float32(rng.NormFloat64())
		}
	}
	want := make([]float32, rowBlock*ldc)
	blockGo(&a[0], k, &b[0], &bias[0], &want[0], ldc, k)
	compare := func(name string, got []float32) {
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%s: number %d is %v, want %v", name, i, got[i], want[i])
			}
		}
	}
	if wide {
		got := make([]float32, rowBlock*ldc)
		block512(&a[0], k, &b[0], &bias[0], &got[0], ldc, k)
		compare("block512", got)
	}
	if vector {
		got := make([]float32, rowBlock*ldc)
		block256(&a[0], k, &b[0], &bias[0], &got[0], ldc, k)
		block256(&a[0], k, half(&b[0]), half(&bias[0]), half(&got[0]), ldc, k)
		compare("block256", got)
	}
}

// TestDots holds the byte kernels to the same numbers, bit by bit.
func TestDots(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const k, outputs, n = 128, 51, 6
	w, scale, bias, x := make([]byte, k*outputs), make([]float32, outputs), make([]float32, outputs), make([]float32, n*k)
	for i := range w {
		w[i] = byte(rng.IntN(255) - 127)
	}
	for _, v := range [][]float32{scale, bias, x} {
		for i := range v {
			v[i] = float32(rng.NormFloat64())
		}
	}
	clear(x[k : 2*k])
	m := newLayer(w, scale, bias, k, outputs)
	q, q2, size := make([]byte, n*k), make([]byte, n*k), make([]float32, n)
	for r := range n {
		size[r] = quantizeGo(&q[r*k], &x[r*k], k)
		if got := quantize(&q2[r*k], &x[r*k], k); got != size[r] {
			t.Fatalf("row %d: size %v, want %v", r, got, size[r])
		}
	}
	for i := range q {
		if q[i] != q2[i] {
			t.Fatalf("byte %d: %d, want %d", i, q2[i], q[i])
		}
	}
	p := product{a: &q[0], size: &size[0], w: &m.data[panelWidth*m.depth], scale: &m.scale[panelWidth], shift: &m.shift[panelWidth], bias: &m.bias[panelWidth], ldc: 32, k: k}
	run := func(f func()) []float32 {
		c := make([]float32, 6*32)
		p.c = &c[0]
		f()
		return c
	}
	want := run(func() { dotGo(&p) })
	nearProduct(t, want, w, scale, bias, x)
	kernels := map[string][]float32{}
	if bytes4 {
		kernels["dot512"] = run(func() { dot512(&p) })
	}
	if vector {
		kernels["dot256"] = run(func() {
			for r := range rowBlock {
				dot256(&p, r)
			}
		})
	}
	for name, got := range kernels {
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%s: number %d is %v, want %v", name, i, got[i], want[i])
			}
		}
	}
}

// TestMass compares the sums of exponentials, bit by bit, and with those of
// the library.
func TestMass(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for n := 1; n < 70; n++ {
		v := make([]float32, n)
		var top float32
		for i := range v {
			v[i] = float32(rng.NormFloat64() * 9)
			top = max(top, v[i])
		}
		want, exact := massGo(v, top, 0.7), 0.0
		for _, x := range v {
			if x = (x - top) * 0.7; x > expLeast {
				exact += math.Exp(float64(x))
			}
		}
		if math.Abs(float64(want)-exact) > 1e-6*exact {
			t.Fatalf("%d numbers: %v, want %v", n, want, exact)
		}
		if got := mass(v, top, 0.7); got != want {
			t.Fatalf("%d numbers: %v in vectors, want %v", n, got, want)
		}
	}
}

// TestDivisions holds the gates of recur512, which divides by multiplying, to
// divisions, bit by bit: at every power of two, and at numbers between.
func TestDivisions(t *testing.T) {
	if !wide {
		t.Skip("no AVX-512")
	}
	rng := rand.New(rand.NewPCG(11, 12))
	const h = 512
	u, c, y := make([]float32, 3*h), make([]float32, h), make([]float32, h)
	for round := range 2000 {
		for i := range h {
			bits := rng.Uint32()
			if round < 2 {
				bits = uint32(i) << 23 // signs and exponents
			}
			x := math.Float32frombits(bits)
			if x != x || math.IsInf(float64(x), 0) {
				x = 0
			}
			u[i], u[h+i], u[2*h+i] = -1e30, x, 1e30 // what was is forgotten, what comes is put out
			c[i], y[i] = 1, 0
		}
		recur512(&u[0], &c[0], &y[0], h)
		for i, x := range u[h : 2*h] {
			if want := squash(x); c[i] != want || y[i] != want {
				t.Fatalf("%v: %v and %v, want %v", x, c[i], y[i], want)
			}
		}
	}
}

// nearProduct compares the second panel of a product with the sum in numbers.
func nearProduct(t *testing.T, got []float32, w []byte, scale, bias, x []float32) {
	t.Helper()
	outputs, n := len(bias), 6
	k := len(w) / outputs
	for r := range n {
		for o := panelWidth; o < outputs; o++ {
			sum := bias[o]
			for i := range k {
				sum += x[r*k+i] * float32(int8(w[o*k+i])) * scale[o]
			}
			if d := got[r*32+o-panelWidth] - sum; d > 30 || d < -30 {
				t.Fatalf("row %d column %d: %v, want %v", r, o, got[r*32+o-panelWidth], sum)
			}
		}
	}
}

// TestProcessors reads a sentence as each kind of processor would.
func TestProcessors(t *testing.T) {
	w, v, b, x := wide, vector, bytes4, tiles
	defer func() { wide, vector, bytes4, tiles = w, v, b, x }()
	doc := &entente.Document{Article: &entente.Article{Text: "The ministers of both states said on Monday that they would sign it"}}
	at := 0
	for f := range strings.FieldsSeq(doc.Text) {
		doc.Tokens = append(doc.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(f)}})
		at += len(f) + 1
	}
	read := func() Analysis {
		a := NewReader(English()).Read(doc, entente.Sentence{Last: len(doc.Tokens)})
		return Analysis{slices.Clone(a.Tag), slices.Clone(a.Head), slices.Clone(a.Rel), slices.Clone(a.Sure)}
	}
	want := read()
	for _, kind := range [][4]bool{{w, v, b, false}, {false, v, false, false}, {false, false, false, false}} {
		wide, vector, bytes4, tiles = kind[0], kind[1], kind[2], kind[3]
		if got := read(); !reflect.DeepEqual(got, want) {
			t.Errorf("kernels %v: %v, want %v", kind, got, want)
		}
	}
}

// TestTiles holds the matrix registers to the numbers of the other kernels,
// for any number of rows.
func TestTiles(t *testing.T) {
	if !tiles {
		t.Skip("no matrix registers")
	}
	rng := rand.New(rand.NewPCG(9, 10))
	for _, k := range []int{64, 96, 160, 256} {
		w, scale, bias := make([]byte, k*70), make([]float32, 70), make([]float32, 70)
		for i := range w {
			w[i] = byte(rng.IntN(255) - 127)
		}
		const most, ldc = 70, 100
		x := make([]float32, most*k)
		for _, v := range [][]float32{scale, bias, x} {
			for i := range v {
				v[i] = float32(rng.NormFloat64())
			}
		}
		m := newLayer(w, scale, bias, k, 70)
		for n := 1; n <= most; n++ {
			var q activations
			got, want := make([]float32, (most+rowBlock)*ldc), make([]float32, (most+rowBlock)*ldc)
			m.mul(got, ldc, x, k, n, &q)
			m.panels(want, ldc, n, &q)
			if !slices.Equal(got[:n*ldc], want[:n*ldc]) {
				t.Fatalf("%d rows of %d: the products differ", n, k)
			}
			if i := slices.IndexFunc(got[n*ldc:], func(v float32) bool { return v != 0 }); i >= 0 {
				t.Fatalf("%d rows of %d: written behind the last row", n, k)
			}
		}
	}
}

// TestVectors holds the kernels for vectors to those in plain Go.
func TestVectors(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for n := 1; n < 200; n++ {
		v, q, want := make([]float32, n), make([]byte, n), make([]byte, n)
		for i := range v {
			v[i] = float32(rng.IntN(40)) - 20
		}
		if got := best(v); got != bestGo(v) {
			t.Fatalf("best of %v: %d, want %d", v, got, bestGo(v))
		}
		if a, b := quantize(&q[0], &v[0], n), quantizeGo(&want[0], &v[0], n); a != b || !slices.Equal(q, want) {
			t.Fatalf("quantize %v: %v, %v, want %v, %v", v, a, q, b, want)
		}
		b, out, pair := make([]float32, n), make([]float32, 2*n), make([]float32, 2*n)
		for i := range b {
			b[i] = float32(rng.NormFloat64())
		}
		pairs(out, v, b)
		pairsGo(pair, v, b)
		if !slices.Equal(out, pair) {
			t.Fatalf("pairs: %v, want %v", out, pair)
		}
		widen(out, q, 0.3)
		widenGo(pair, q, 0.3)
		if !slices.Equal(out, pair) {
			t.Fatalf("widen: %v, want %v", out, pair)
		}
	}
}
