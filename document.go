package entente

import "strings"

// Document is an article with what was understood of it. The stages of
// internal/understand fill it in order; each reads what earlier ones gave.
type Document struct {
	*Article
	Sentences  []Sentence
	Tokens     []Token
	Times      []Time
	Places     []Place
	Actors     []Actor
	Statements []Statement
	Events     []Event
	Skipped    []Skip

	// Names is what the gazetteer read in the text, which never changes, kept
	// for the next stage that asks; see gazetteer.Read.
	Names any

	lower []string // forms of the tokens in lower case

	kids  []int // children of all tokens, grouped by head, in text order
	first []int // kids[first[i]:first[i+1]] are the children of token i
	left  []int // leftmost token below i
	right []int // rightmost token below i
}

// Layer is a kind of annotation that a stage needs or gives.
type Layer uint16

const (
	LayerSentences Layer = 1 << iota
	LayerTokens
	LayerTags
	LayerTrees
	LayerTimes
	LayerPlaces
	LayerActors
	LayerStatements
	LayerEvents
)

// Stage is one step of understanding. Run must be deterministic, do no I/O,
// read no clock and never fail: bad text yields fewer annotations.
type Stage struct {
	Name  string
	Needs Layer
	Gives Layer
	Run   func(*Document)
}

// TextOf returns the bytes of the article that s covers.
func (d *Document) TextOf(s Span) string { return s.Of(d.Article.Text) }

// Form is token i as written.
func (d *Document) Form(i int) string { return d.TextOf(d.Tokens[i].Span) }

// Lower is token i in lower case.
func (d *Document) Lower(i int) string {
	if len(d.lower) != len(d.Tokens) {
		d.lower = make([]string, len(d.Tokens))
		for k := range d.lower {
			d.lower[k] = strings.ToLower(d.Form(k))
		}
	}
	return d.lower[i]
}

// Link builds the child lists from the heads. The parser calls it once, after
// the last head is set. It is linear in the number of tokens.
func (d *Document) Link() {
	n := len(d.Tokens)
	d.first = make([]int, n+2)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			d.first[h+2]++
		}
	}
	for i := 2; i < len(d.first); i++ {
		d.first[i] += d.first[i-1]
	}
	d.kids = make([]int, d.first[n+1])
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			d.kids[d.first[h+1]] = i
			d.first[h+1]++
		}
	}
	d.left, d.right = make([]int, n), make([]int, n)
	for i := range n {
		d.left[i], d.right[i] = i, i
	}
	for _, i := range d.bottomUp() {
		if h := d.Tokens[i].Head; h >= 0 {
			d.left[h] = min(d.left[h], d.left[i])
			d.right[h] = max(d.right[h], d.right[i])
		}
	}
}

// bottomUp lists the tokens so that each comes after all of its descendants.
func (d *Document) bottomUp() []int {
	order := make([]int, 0, len(d.Tokens))
	for i := range d.Tokens {
		if d.Tokens[i].Head < 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, d.Kids(order[k])...)
	}
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// Kids returns the children of token i in text order. Do not change the slice.
func (d *Document) Kids(i int) []int {
	if i < 0 || i+1 >= len(d.first) {
		return nil
	}
	return d.kids[d.first[i]:d.first[i+1]]
}

// Kid returns the first child of token i with one of the relations, or -1.
// Subtypes are distinct: Nsubj does not match NsubjPass.
func (d *Document) Kid(i int, rels ...Rel) int {
	for _, k := range d.Kids(i) {
		for _, r := range rels {
			if d.Tokens[k].Rel == r {
				return k
			}
		}
	}
	return -1
}

// Yield returns the range of tokens [first, last) under token i. In a
// non-projective tree the range may hold tokens of other subtrees.
func (d *Document) Yield(i int) (first, last int) {
	if i < 0 || i >= len(d.left) {
		return i, i + 1
	}
	return d.left[i], d.right[i] + 1
}

// YieldSpan is the span of text under token i.
func (d *Document) YieldSpan(i int) Span {
	f, l := d.Yield(i)
	return Span{d.Tokens[f].Start, d.Tokens[l-1].End}
}

// SentenceAt returns the index of the sentence that holds byte offset pos, or
// the last one that starts before it; -1 when there is none.
func (d *Document) SentenceAt(pos int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].Start <= pos {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// TokenAt returns the index of the first token that ends after byte offset
// pos; len(d.Tokens) when there is none.
func (d *Document) TokenAt(pos int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Tokens[m].End > pos {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}
