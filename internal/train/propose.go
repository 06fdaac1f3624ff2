package train

import (
	"fmt"
	"sort"
	"strings"

	"entente/internal/understand/event"
)

// Proposal is a reading for a word that the lexicon does not have.
type Proposal struct {
	Word     string  // lemma/pos
	Donor    string  // class:lemma/pos of the reading that gives class and frame
	Like     string  // lemma of the lexicon through which it came
	Type     string  // PLOVER
	Strength float64 // 0-1: the share of the word's uses that point to the type
	Synset   string  // sense through which it came
	Path     string  // relation: synonym, kind, kind of kind, sort, group, derived
}

// step is a way from a synset of the unknown word to one of a known word.
type step struct {
	name   string
	rels   []string
	weight float64
}

// steps lead from the synset of an unknown word: to itself, to verbs that
// mean the same, to what it is a kind of (hypernym), to its own kinds
// (troponyms), and to the noun or verb that it is derived from.
var steps = []step{
	{"synonym", nil, 1},
	{"same group", []string{"$"}, 0.8},
	{"kind of", []string{"@"}, 0.6},
	{"has kind", []string{"~"}, 0.3},
	{"derived from", []string{"+"}, 0.8},
}

// Proposer votes over the senses of words.
type Proposer struct {
	net    *WordNet
	known  map[string][]event.Known // lemma/pos -> plain contents
	byType map[string]event.Known   // class and pos -> first plain reading
	all    map[string]bool          // lemma/pos of every reading and operator
}

// NewProposer takes the plain contents of the lexicon as donors.
func NewProposer(net *WordNet, words []event.Known) *Proposer {
	p := &Proposer{net: net, known: map[string][]event.Known{}, byType: map[string]event.Known{}, all: map[string]bool{}}
	for _, k := range words {
		key := k.Lemma + "/" + string(k.Pos)
		p.all[key] = true
		if k.Type == "" || !k.Plain || k.Pos != 'v' && k.Pos != 'n' {
			continue
		}
		p.known[key] = append(p.known[key], k)
		if c := classOf(k) + "/" + string(k.Pos); p.byType[c].ID == "" {
			p.byType[c] = k
		}
	}
	return p
}

func classOf(k event.Known) string {
	c, _, _ := strings.Cut(k.ID, ":")
	return c
}

// vote is what one known word gives to a type.
type vote struct {
	Proposal
	weight float64
}

// Propose reads one word as the lexicon reads its neighbours, leaving out the
// word itself and those of the list. It is false where the neighbours say
// nothing or disagree.
func (p *Proposer) Propose(word string, least, margin float64, out map[string]bool) (Proposal, bool) {
	sum, best := map[string]float64{}, map[string]vote{}
	for _, s := range p.net.senses[word] {
		miss, top := map[string]float64{}, map[string]vote{}
		for _, st := range steps {
			for _, to := range p.reach(place{s.synset, word}, st.rels) {
				p.collect(word, s, st, to, out, miss, top)
			}
		}
		for t, m := range miss {
			sum[t] += s.share * (1 - m)
			if v := top[t]; v.weight*s.share > best[t].weight {
				v.weight *= s.share
				best[t] = v
			}
		}
	}
	var types []string
	for t := range sum {
		types = append(types, t)
	}
	sort.Slice(types, func(a, b int) bool {
		if sum[types[a]] != sum[types[b]] {
			return sum[types[a]] > sum[types[b]]
		}
		return types[a] < types[b]
	})
	if len(types) == 0 || sum[types[0]] < least || len(types) > 1 && sum[types[0]] < margin*sum[types[1]] {
		return Proposal{}, false
	}
	v := best[types[0]].Proposal
	v.Word, v.Strength = word, sum[types[0]]
	return v, v.Donor != ""
}

// collect gives the votes of the known words of one synset that a step leads to.
func (p *Proposer) collect(word string, s sense, st step, to place, out map[string]bool, miss map[string]float64, top map[string]vote) {
	for _, w := range p.net.synsets[to.synset].words {
		if w == word || out[w] || to.word != "" && st.rels != nil && to.word != w {
			continue
		}
		for _, k := range p.known[w] {
			donor := k
			if pos := word[len(word)-1]; k.Pos != pos {
				if donor = p.byType[classOf(k)+"/"+string(pos)]; donor.ID == "" {
					continue
				}
			}
			g := st.weight * p.meant(w, to.synset)
			if miss[k.Type] == 0 {
				miss[k.Type] = 1
			}
			miss[k.Type] *= 1 - g
			if g > top[k.Type].weight {
				top[k.Type] = vote{Proposal{Donor: classOf(donor) + ":" + donor.Lemma + "/" + string(donor.Pos), Like: k.Lemma, Type: k.Type, Synset: p.net.name(s.synset), Path: st.name}, g}
			}
		}
	}
}

// meant is how likely the lexicon means this sense of a word it knows.
func (p *Proposer) meant(word, synset string) float64 {
	for _, s := range p.net.senses[word] {
		if s.synset == synset {
			return s.share
		}
	}
	return 0
}

// reach lists the places behind relations.
func (p *Proposer) reach(from place, rels []string) []place {
	at := []place{from}
	for _, r := range rels {
		var next []place
		for _, s := range at {
			next = append(next, p.net.follow(s, r)...)
		}
		at = next
	}
	return at
}

// Candidates lists the words of the database that the lexicon lacks.
func (p *Proposer) Candidates() []string {
	var out []string
	for w := range p.net.senses {
		if !p.all[w] && !strings.Contains(w, " ") {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

// family are the known words that begin alike ("criticise", "criticism"): a
// word that is truly unknown seldom leaves its family known.
func (p *Proposer) family(word string) map[string]bool {
	out := map[string]bool{}
	for w := range p.known {
		if n := min(4, len(word)-2); strings.HasPrefix(w, word[:n]) {
			out[w] = true
		}
	}
	return out
}

// Score is a leave-out test: words of the lexicon, how many of them the
// others propose, and how many of those with a type that the lexicon gives.
type Score struct {
	Pos                    byte
	Least                  float64
	Words, Proposed, Right int
	Wrong                  []string
}

func (s Score) String() string {
	return fmt.Sprintf("leave-out test /%c, strength %.1f: of %d words of the lexicon the others propose %d (coverage %.3f), %d with the right type (accuracy %.3f)",
		s.Pos, s.Least, s.Words, s.Proposed, float64(s.Proposed)/float64(max(1, s.Words)), s.Right, float64(s.Right)/float64(max(1, s.Proposed)))
}

// LeaveOut takes each known word with its family out of the lexicon and lets
// the others propose its type with at least a strength.
func (p *Proposer) LeaveOut(pos byte, least float64) Score {
	var words []string
	for w := range p.known {
		if w[len(w)-1] == pos && len(p.net.senses[w]) > 0 {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	sc := Score{Pos: pos, Least: least, Words: len(words)}
	for _, w := range words {
		got, ok := p.Propose(w, least, LeastMargin, p.family(w))
		if !ok {
			continue
		}
		sc.Proposed++
		right := false
		for _, k := range p.known[w] {
			right = right || k.Type == got.Type
		}
		if right {
			sc.Right++
		} else {
			sc.Wrong = append(sc.Wrong, got.line())
		}
	}
	return sc
}
