package parse

import (
	"entente"
	"entente/internal/model"
)

// The moves of the arc-hybrid system: Shift pushes the next word; Left makes
// the next word the head of the top; Right makes the second the head of the top.
const (
	Shift = iota
	Left
	Right
	Moves
)

// State is a sentence half parsed. Words are numbered from 0 within the
// sentence; word N is the root, which stands behind the last word.
type State struct {
	N     int
	Stack []int
	Next  int // first word of the buffer
	Head  []int
	Rel   []entente.Rel
	score []float32
	word  []uint32
	tag   []uint32
	upos  []uint32
	lk    []int // leftmost child, -1 for none
	rk    []int // rightmost child
	nl    []uint32
	nr    []uint32
	out   []uint32
}

// Start sets the state to the beginning of sentence s.
func (st *State) Start(doc *entente.Document, s entente.Sentence) {
	st.N = s.Last - s.First
	st.Stack, st.Next = st.Stack[:0], 0
	st.Head, st.Rel, st.score = st.Head[:0], st.Rel[:0], st.score[:0]
	st.word, st.tag, st.upos = st.word[:0], st.tag[:0], st.upos[:0]
	st.lk, st.rk, st.nl, st.nr = st.lk[:0], st.rk[:0], st.nl[:0], st.nr[:0]
	for i := 0; i <= st.N; i++ {
		st.Head = append(st.Head, -1)
		st.Rel = append(st.Rel, entente.Dep)
		st.score = append(st.score, 0)
		st.lk, st.rk = append(st.lk, -1), append(st.rk, -1)
		st.nl, st.nr = append(st.nl, 0), append(st.nr, 0)
		if i == st.N {
			st.word, st.tag, st.upos = append(st.word, 7), append(st.tag, 7), append(st.upos, 99)
			break
		}
		t := &doc.Tokens[s.First+i]
		st.word = append(st.word, model.HashString(t.Lemma))
		st.tag = append(st.tag, model.HashString(t.XPOS))
		st.upos = append(st.upos, uint32(t.UPOS)+1)
	}
}

// Done reports whether every word has a head.
func (st *State) Done() bool { return len(st.Stack) == 0 && st.Next == st.N }

// Legal reports whether a move can be made.
func (st *State) Legal(m int) bool {
	switch m {
	case Shift:
		return st.Next < st.N
	case Left:
		if st.Next == st.N && len(st.Stack) != 1 {
			return false // one root only
		}
		return len(st.Stack) > 0
	}
	return len(st.Stack) > 1
}

// Apply makes a move; rel and score are those of the arc it makes.
func (st *State) Apply(m int, rel entente.Rel, score float32) {
	if m == Shift {
		st.Stack = append(st.Stack, st.Next)
		st.Next++
		return
	}
	n := len(st.Stack) - 1
	dep, head := st.Stack[n], st.Next
	st.Stack = st.Stack[:n]
	if m == Right {
		head = st.Stack[n-1]
		st.rk[head] = dep
		st.nr[head]++
	} else {
		st.lk[head] = dep
		st.nl[head]++
	}
	st.Head[dep], st.Rel[dep], st.score[dep] = head, rel, score
}

// finish writes the tree of sentence s to doc.
func (st *State) finish(doc *entente.Document, s entente.Sentence) {
	for i := range st.N {
		t := &doc.Tokens[s.First+i]
		t.Rel, t.Score = st.Rel[i], st.score[i]
		t.Head = s.First + st.Head[i]
		switch {
		case st.Head[i] == st.N:
			t.Head, t.Rel = -1, entente.Root
		case st.Head[i] < 0: // no weights
			t.Head, t.Rel = s.First, entente.Dep
			if i == 0 {
				t.Head, t.Rel = -1, entente.Root
			}
		case t.Rel == entente.Root:
			t.Rel = entente.Parataxis
		}
	}
}

const none = 3

// at returns word and tag of word i, of nothing when i < 0.
func (st *State) at(i int) (w, t, u uint32) {
	if i < 0 || i > st.N {
		return none, none, none
	}
	return st.word[i], st.tag[i], st.upos[i]
}

// Features returns the features of the state, valid until the next call.
func (st *State) Features() []uint32 {
	s0, s1, s2 := -1, -1, -1
	if n := len(st.Stack); n > 0 {
		s0 = st.Stack[n-1]
		if n > 1 {
			s1 = st.Stack[n-2]
		}
		if n > 2 {
			s2 = st.Stack[n-3]
		}
	}
	b0 := st.Next
	w0, t0, u0 := st.at(s0)
	w1, t1, u1 := st.at(s1)
	_, t2, _ := st.at(s2)
	bw, bt, bu := st.at(b0)
	bw1, bt1, _ := st.at(b0 + 1)
	_, bt2, _ := st.at(b0 + 2)
	kid := func(i int, side []int) uint32 {
		if i < 0 || side[i] < 0 {
			return none
		}
		return uint32(st.Rel[side[i]])<<8 | st.upos[side[i]]
	}
	val := func(i int) uint32 {
		if i < 0 {
			return none
		}
		return st.nl[i]<<8 | st.nr[i]
	}
	l0, r0, l1, r1, lb := kid(s0, st.lk), kid(s0, st.rk), kid(s1, st.lk), kid(s1, st.rk), kid(b0, st.lk)
	d := uint32(min(b0-s0, 9))
	d1 := uint32(min(s0-s1, 9))
	if s0 < 0 {
		d = 0
	}
	h := model.Hash
	f := append(st.out[:0],
		h(0, 0, 0, 0), h(1, w0, t0, 0), h(2, t0, 0, 0), h(3, w1, t1, 0), h(4, t1, 0, 0), h(5, bw, bt, 0), h(6, bt, 0, 0),
		h(7, bw1, bt1, 0), h(8, bt1, 0, 0), h(9, bt2, 0, 0), h(10, w0, t0, bw), h(11, w0, t0, bt), h(12, t0, bw, bt),
		h(13, w0, bw, 1), h(14, t0, bt, 0), h(15, t0, bt, bt1), h(16, t1, t0, bt), h(17, t0, r0, bt), h(18, t1, l1, t0),
		h(19, t1, r1, t0), h(20, t0, bt, lb), h(21, w1, w0, 0), h(22, w1, t1, t0), h(23, t1, w0, t0), h(24, t1, t0, d1),
		h(25, t0, bt, d), h(26, w0, d, 0), h(27, bw, d, 0), h(28, w0, val(s0), 0), h(29, w1, val(s1), 0), h(30, t0, val(s0), bt),
		h(31, w0, l0, 0), h(32, w0, r0, 0), h(33, w1, l1, r1), h(34, bw, lb, 0), h(35, t2, t1, t0), h(36, u1, u0, bu),
	)
	f = append(f, h(37, t0, l0, r0), h(38, t1, l1, r1), h(39, bt, lb, t0), h(40, bt, bt1, bt2), h(41, w0, bt, bt1), h(42, u0, bw, bt1),
		h(43, u1<<8|u0, bw, 0), h(44, w1, u0, bw), h(45, u1, w0, bw), h(46, u1<<8|u0, l0, r0), h(47, u1<<8|u0, r1, bt))
	st.out = f
	return f
}
