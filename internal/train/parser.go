package train

import (
	"math/rand/v2"

	"entente"
	"entente/internal/model"
	"entente/internal/understand/parse"
)

// Parser fits the parser to the trees of gold with a dynamic oracle: from any
// state it learns the moves that lose no further gold arc, and it explores
// states that its own mistakes lead to.
func Parser(gold *entente.Document, rounds int, seed uint64) *model.Linear {
	labels := []string{"shift", "left", "right"}
	index := map[entente.Rel]int{}
	for _, t := range gold.Tokens {
		if _, ok := index[t.Rel]; !ok {
			index[t.Rel] = len(labels)
			labels = append(labels, t.Rel.String())
		}
	}
	tagged := retag(gold, seed)
	p := newPerceptron(20, len(labels))
	scores := make([]float32, len(labels))
	rng := rand.New(rand.NewPCG(seed, 2))
	var st parse.State
	head := []int{}
	for round := range rounds {
		for _, n := range rng.Perm(len(gold.Sentences)) {
			s := gold.Sentences[n]
			head = head[:0]
			for i := s.First; i < s.Last; i++ {
				h := gold.Tokens[i].Head - s.First
				if gold.Tokens[i].Head < 0 {
					h = s.Last - s.First
				}
				head = append(head, h)
			}
			st.Start(tagged, s)
			for !st.Done() {
				feats := st.Features()
				p.score(feats, scores)
				p.step++
				best, good := -1, -1
				low := 1 << 30
				var cost [parse.Moves]int
				for m := range parse.Moves {
					if st.Legal(m) {
						cost[m] = moveCost(&st, head, m)
						low = min(low, cost[m])
					}
				}
				for m := range parse.Moves {
					if !st.Legal(m) {
						continue
					}
					if best < 0 || scores[m] > scores[best] {
						best = m
					}
					if cost[m] == low && (good < 0 || scores[m] > scores[good]) {
						good = m
					}
				}
				if cost[best] > low {
					p.add(feats, good, 1)
					p.add(feats, best, -1)
				}
				take := good
				if round > 0 && rng.Float64() < 0.9 {
					take = best
				}
				rel := entente.Dep
				if take != parse.Shift {
					rel = learnLabel(p, feats, scores, gold, s, &st, head, take, index, labels)
				}
				st.Apply(take, rel, 0)
			}
		}
	}
	return p.model(labels)
}

// learnLabel trains the label of the arc that move takes, when the arc is
// gold, and returns the label predicted.
func learnLabel(p *perceptron, feats []uint32, scores []float32, gold *entente.Document, s entente.Sentence, st *parse.State, head []int, move int, index map[entente.Rel]int, labels []string) entente.Rel {
	dep := st.Stack[len(st.Stack)-1]
	h := st.Next
	if move == parse.Right {
		h = st.Stack[len(st.Stack)-2]
	}
	best := parse.Moves + argmax(scores[parse.Moves:])
	if head[dep] == h {
		if want := index[gold.Tokens[s.First+dep].Rel]; want != best {
			p.add(feats, want, 1)
			p.add(feats, best, -1)
		}
	}
	return entente.ParseRel(labels[best])
}

// moveCost counts the gold arcs that can no longer be made after move m.
func moveCost(st *parse.State, head []int, m int) int {
	n := len(st.Stack) - 1
	cost := 0
	headOf := func(i int) int {
		if i >= len(head) {
			return -2
		}
		return head[i]
	}
	if m == parse.Shift {
		b := st.Next
		for k, w := range st.Stack {
			if headOf(w) == b || k < n && headOf(b) == w {
				cost++
			}
		}
		return cost
	}
	dep := st.Stack[n]
	for b := st.Next; b <= st.N; b++ {
		if b < st.N && headOf(b) == dep {
			cost++
		}
		if head[dep] == b && (m == parse.Right || b > st.Next) {
			cost++
		}
	}
	if m == parse.Left && n > 0 && head[dep] == st.Stack[n-1] {
		cost++
	}
	return cost
}
