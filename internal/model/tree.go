package model

import "math"

// treeFinder finds the best tree over the scores of heads: the best head of
// each word where those make a tree with one root, else the maximum spanning
// tree with one root (Chu and Liu 1965, Edmonds 1967).
type treeFinder struct {
	size   int       // nodes: the root 0 and the words from 1
	score  []float32 // score[d*size+h]
	head   []int
	mark   []int
	active []bool
	nodes  []int // scratch for cycles, a stack
	enter  []int // scratch for contractions, a stack
}

// oneRoot is taken off the score of every attachment to the root, so that the
// best tree has a single one.
const oneRoot = 1e4

// find sets out.Head. Row d of score holds the scores of the root and of the
// words as head of word d.
func (t *treeFinder) find(score []float32, n, width int, out *Analysis) {
	out.Head = out.Head[:0]
	t.head = append(t.head[:0], -1)
	roots := 0
	for d := range n {
		h := best(score[d*width:][:n+1])
		if h == 0 {
			roots++
		}
		t.head = append(t.head, h)
	}
	t.size = n + 1
	t.active = t.active[:0]
	for range t.size {
		t.active = append(t.active, true)
	}
	if roots != 1 || t.cycle(t.head) >= 0 {
		t.load(score, n, width)
		t.span()
	}
	for _, h := range t.head[1:] {
		out.Head = append(out.Head, h-1)
	}
}

// none is the score of an arc that cannot be: to the node itself, or to one
// that is part of another.
var none = float32(math.Inf(-1))

// load copies the scores.
func (t *treeFinder) load(score []float32, n, width int) {
	room(&t.score, t.size*t.size)
	for h := range t.size {
		t.score[h] = 0
	}
	for d := range n {
		row := t.score[(d+1)*t.size:][:t.size]
		copy(row, score[d*width:])
		row[0] -= oneRoot
		row[d+1] = none
	}
}

// cycle returns a node on a cycle of head, -1 when there is none.
func (t *treeFinder) cycle(head []int) int {
	t.mark = t.mark[:0]
	for range t.size {
		t.mark = append(t.mark, 0)
	}
	for i := 1; i < t.size; i++ {
		if !t.active[i] {
			continue
		}
		j := i
		for j > 0 && t.mark[j] == 0 {
			t.mark[j] = i
			j = head[j]
		}
		if j > 0 && t.mark[j] == i {
			return j
		}
	}
	return -1
}

// span sets head to the best tree over the active nodes.
func (t *treeFinder) span() {
	for d := 1; d < t.size; d++ {
		if !t.active[d] {
			continue
		}
		t.head[d] = best(t.score[d*t.size:][:t.size])
	}
	at := t.cycle(t.head)
	if at < 0 {
		return
	}
	first := len(t.nodes)
	for c := at; ; {
		t.nodes = append(t.nodes, c)
		if c = t.head[c]; c == at {
			break
		}
	}
	t.contract(first, len(t.nodes))
	t.nodes = t.nodes[:first]
}

// contract makes one node of the cycle nodes[first:last], solves the rest, and
// takes the cycle apart again.
func (t *treeFinder) contract(first, last int) {
	cycle := t.nodes[first:last]
	base := len(t.enter)
	// enter[base+x] is the node of the cycle that takes x as head, enter[mid+x]
	// the one that x takes as head; inner[v] the head inside the cycle.
	for range 2 * t.size {
		t.enter = append(t.enter, -1)
	}
	mid := base + t.size
	c := cycle[0]
	inner := make([]int, len(cycle))
	for i, v := range cycle {
		inner[i] = t.head[v]
		t.active[v] = i == 0
	}
	inside := make([]bool, t.size)
	for _, v := range cycle {
		inside[v] = true
	}
	for x := range t.size {
		if !t.active[x] || inside[x] {
			continue
		}
		in, out := float32(0), float32(0)
		for i, v := range cycle {
			if s := t.score[v*t.size+x] - t.score[v*t.size+inner[i]]; t.enter[base+x] < 0 || s > in {
				in, t.enter[base+x] = s, v
			}
			if s := t.score[x*t.size+v]; t.enter[mid+x] < 0 || s > out {
				out, t.enter[mid+x] = s, v
			}
		}
		// The old scores of c are not read again: heads inside the cycle are
		// kept in inner, where arcs enter and leave it in enter.
		t.score[c*t.size+x] = in
		if x > 0 {
			row := t.score[x*t.size:][:t.size]
			row[c] = out
			for _, v := range cycle[1:] {
				row[v] = none
			}
		}
	}
	t.score[c*t.size+c] = none
	for _, v := range cycle[1:] {
		t.score[c*t.size+v] = none
	}
	t.span()
	for x := 1; x < t.size; x++ {
		if t.active[x] && x != c && t.head[x] == c {
			t.head[x] = t.enter[mid+x]
		}
	}
	from := t.head[c]
	entry := t.enter[base+from]
	for i, v := range cycle {
		t.active[v] = true
		t.head[v] = inner[i]
	}
	t.head[entry] = from
	t.enter = t.enter[:base]
}
