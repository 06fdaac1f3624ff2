package model

import (
	"math"

	"entente"
)

// Reader reads sentences with a Net. It holds the buffers of the computation,
// which grow to the longest sentence; it is for one goroutine.
type Reader struct {
	net  *Net
	word wordReader
	ids  []uint32  // rows of the words in the table
	x    []float32 // words: one padding row, n rows, padding; 2 dim each
	a, b []float32 // inputs and outputs of the recurrent layers
	u    []float32 // their gates
	c    []float32 // state of a recurrent layer
	y    []float32 // heads
	att  []float32 // attachment vectors of the words
	arc  []float32 // scores of heads
	keys []float32 // vectors of the heads, packed
	q    activations
	out  Analysis
	tree treeFinder
}

// Analysis is what a Net makes of a sentence. Heads count words of the
// sentence from 0, -1 is the root.
type Analysis struct {
	Tag  []Tag
	Head []int
	Rel  []entente.Rel
	Sure []float32 // probability of the head, 0-1
}

// NewReader makes a Reader for n.
func NewReader(n *Net) *Reader { return &Reader{net: n} }

// Lend gives a Reader with the buffers of an earlier one, if any is idle.
// What it reads does not depend on what it read before.
func (n *Net) Lend() *Reader {
	if r, ok := n.idle.Get().(*Reader); ok {
		return r
	}
	return NewReader(n)
}

// Return takes back a Reader; its last answer is no longer valid.
func (n *Net) Return(r *Reader) { n.idle.Put(r) }

// Read analyses the sentence of the given tokens. The answer is valid until
// the next call. Time is quadratic in the number of words.
func (r *Reader) Read(doc *entente.Document, s entente.Sentence) *Analysis {
	n := s.Last - s.First
	r.embed(doc, s)
	r.encode(n)
	r.tags(n)
	r.attach(n)
	r.tree.find(r.arc, n, roundUp(n+1, panelWidth), &r.out)
	r.relations(n)
	return &r.out
}

// room returns a slice of n numbers, reusing buf.
func room(buf *[]float32, n int) []float32 {
	if cap(*buf) < n {
		*buf = make([]float32, n+n/2)
	}
	*buf = (*buf)[:n]
	return *buf
}

// embed fills x with the vectors of the words.
func (r *Reader) embed(doc *entente.Document, s entente.Sentence) {
	net := r.net
	d := net.dim
	n := s.Last - s.First
	x := room(&r.x, (roundUp(n, rowBlock)+2)*2*d)
	clear(x)
	r.ids = r.ids[:0]
	for i := range n {
		r.word.read(doc.Form(s.First + i))
		for k, b := range r.word.affix {
			r.word.affix[k] = b * uint32(d)
		}
		gather(&x[(i+1)*2*d+d], net.affix, &r.word.affix, d, net.afScale)
		r.ids = append(r.ids, r.word.key)
	}
	// Rows of the table of words are seldom in the caches: the processor waits
	// for many of them at once where nothing else stands between the loads.
	for i, key := range r.ids {
		r.ids[i] = uint32(net.keys.find(key))
	}
	for i, id := range r.ids {
		widen(x[(i+1)*2*d:][:d], net.words[int(id)*d:][:d], net.wordScale)
	}
}

// encode runs the convolution and the recurrent layers and fills r.y.
func (r *Reader) encode(n int) {
	net := r.net
	rows := roundUp(n, rowBlock)
	d, h := 2*net.dim, net.hidden
	a := room(&r.a, rows*net.conv.cols)
	u := room(&r.u, rows*6*h)
	// A row of the convolution's input is three rows of x, which lie one after
	// the other: the row length is that of one word.
	net.conv.mul(a, net.conv.cols, r.x, d, n, &r.q)
	leaky(&a[0], rows*net.conv.cols, 0)
	net.rec[0].mul(u, 6*h, a, net.conv.cols, n, &r.q)
	b := room(&r.b, rows*2*h)
	clear(b)
	r.recur(b, u, n, h)
	for i := 1; i < len(net.rec); i++ {
		net.rec[i].mul(u, 6*h, b, 2*h, n, &r.q)
		r.recur(b, u, n, h)
	}
	y := room(&r.y, rows*net.heads.cols)
	net.heads.mul(y, net.heads.cols, b, 2*h, n, &r.q)
	leaky(&y[0], rows*net.heads.cols, 0.1)
}

// recur adds to y the output of a recurrent layer, both directions, over the
// gates u.
func (r *Reader) recur(y, u []float32, n, h int) {
	c := room(&r.c, h)
	clear(c)
	for i := range n {
		recur(&u[i*6*h], &c[0], &y[i*2*h], h)
	}
	clear(c)
	for i := n - 1; i >= 0; i-- {
		recur(&u[i*6*h+3*h], &c[0], &y[i*2*h+h], h)
	}
}

// tags chooses the tag of each word.
func (r *Reader) tags(n int) {
	net := r.net
	o := &r.out
	o.Tag = o.Tag[:0]
	w := net.heads.cols
	t := room(&r.att, roundUp(n, rowBlock)*net.tag.cols)
	net.tag.mul(t, net.tag.cols, r.y[2*net.nArc+2*net.nLab:], w, n, &r.q)
	for i := range n {
		o.Tag = append(o.Tag, net.tags[best(t[i*net.tag.cols:][:len(net.tags)])])
	}
}

// attach fills arc: the score of each head (0 the root, then the words) for
// each word, in rows of n+1 rounded up to panelWidth.
func (r *Reader) attach(n int) {
	net := r.net
	na, w := net.nArc, net.heads.cols
	rows, width := roundUp(n, rowBlock), roundUp(n+1, panelWidth)
	att := room(&r.att, rows*net.attach.cols)
	net.attach.mul(att, net.attach.cols, r.y, w, n, &r.q)

	m := matrix{rows: na, cols: width}
	room(&r.keys, na*width+width)
	m.data, m.bias = r.keys[:na*width], r.keys[na*width:]
	r.pack(m, n, w)
	arc := room(&r.arc, rows*width)
	m.mul(arc, width, att, net.attach.cols, n)
	for d := range n {
		row := arc[d*width:][:n+1]
		extra := att[d*net.attach.cols+na:]
		row[0] += extra[0]
		for h := range n {
			row[h+1] += extra[1+net.distance(d, h)]
		}
		row[d+1] = -1e4
	}
}

// pack fills m with the vectors of the heads, as columns, and its bias with
// what each head scores by itself. Four are done at once, for a sum waits for
// each of its terms; behind the last head the last one is repeated.
func (r *Reader) pack(m matrix, n, w int) {
	na := r.net.nArc
	key := func(h int) []float32 {
		if h == 0 {
			return r.net.rootArc
		}
		return r.y[(min(h, n)-1)*w+na:][:na]
	}
	weight := r.net.headArc[:na]
	for h := 0; h <= n; h += 4 {
		k0, k1, k2, k3 := key(h)[:na], key(h + 1)[:na], key(h + 2)[:na], key(h + 3)[:na]
		panel := m.data[h/panelWidth*panelWidth*na+h%panelWidth:]
		var s0, s1, s2, s3 float32
		for i, v := range weight {
			at := panel[i*panelWidth:][:4]
			at[0], at[1], at[2], at[3] = k0[i], k1[i], k2[i], k3[i]
			s0 += float32(k0[i] * v)
			s1 += float32(k1[i] * v)
			s2 += float32(k2[i] * v)
			s3 += float32(k3[i] * v)
		}
		m.bias[h], m.bias[h+1], m.bias[h+2], m.bias[h+3] = s0, s1, s2, s3
	}
}

// relations chooses the relation of each word to its head and how sure the
// head is.
func (r *Reader) relations(n int) {
	net := r.net
	o := &r.out
	nl, w := net.nLab, net.heads.cols
	rows := roundUp(n, rowBlock)
	in := room(&r.att, rows*2*nl)
	for d := range n {
		own := r.y[d*w+2*net.nArc:][:nl]
		head := net.rootLab
		if h := o.Head[d]; h >= 0 {
			head = r.y[h*w+2*net.nArc+nl:][:nl]
		}
		pairs(in[d*2*nl:], own, head)
	}
	lab := room(&r.a, rows*net.lab.cols)
	net.lab.mul(lab, net.lab.cols, in, 2*nl, n, &r.q)
	width := roundUp(n+1, panelWidth)
	o.Rel, o.Sure = o.Rel[:0], o.Sure[:0]
	for d := range n {
		score := lab[d*net.lab.cols:][:len(net.rels)]
		o.Rel = append(o.Rel, net.relation(score, o.Head[d] < 0))
		o.Sure = append(o.Sure, sure(r.arc[d*width:][:n+1], o.Head[d]+1, net.warmth))
	}
}

// relation is the best relation; Root to the root and only there. It writes
// into score.
func (n *Net) relation(score []float32, root bool) entente.Rel {
	if root || len(n.rels) == 0 {
		return entente.Root
	}
	if n.rootRel >= 0 {
		score[n.rootRel] = float32(math.Inf(-1))
	}
	return n.rels[best(score)]
}

// sure is the probability of head h: a softmax of the scores times warmth.
func sure(score []float32, h int, warmth float32) float32 {
	if warmth == 0 {
		warmth = 1
	}
	top := score[best(score)]
	return expOf((score[h]-top)*warmth) / mass(score, top, warmth)
}
