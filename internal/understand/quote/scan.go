package quote

import (
	"strings"

	"entente"
)

// maxCues and maxTries bound the cues kept and looked at in one sentence, so
// that no text is quadratic.
const (
	maxCues  = 40
	maxTries = 200
)

// Stage finds the statements of a document.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "quote",
		Needs: entente.LayerTokens | entente.LayerTags | entente.LayerTrees,
		Gives: entente.LayerStatements,
		Run:   run,
	}
}

// found is a statement in the making.
type found struct {
	rule
	cue         int // token; -1 for none
	cueSpan     entente.Span
	speaker     int // token that heads the speaker, -1 for none
	addressee   int
	first, last int // tokens of the content
	sentence    int
	block       bool // a block quote without marks
	outer       int  // index of the statement inside which this one stands, -1
}

// scan is the state of one run over a document.
type scan struct {
	d          *entente.Document
	x          *lexicon
	paragraphs []entente.Span
	regions    []region
	in         []int // region of each token, -1
	timeOf     []int // 1 + time expression of each token, 0 for none
	outlets    []outlet
	outletOf   []bool
	who        actors
	found      []found
}

func run(d *entente.Document) {
	s := &scan{d: d, x: words()}
	s.paragraphs = paragraphs(d.Article.Text)
	s.regions = quotedSpans(d.Article.Text, s.paragraphs)
	s.in = placeRegions(d, s.regions)
	s.timeOf = timesOf(d)
	s.outlets = s.outletsIn()
	s.outletOf = s.outletTokens()
	s.who = indexActors(d)
	for i := range d.Sentences {
		if d.Sentences[i].Kind == entente.Aside {
			continue
		}
		s.found = append(s.found, s.choose(s.sentence(i))...)
	}
	s.runOn()
	s.build()
	s.replies()
}

// sentence collects the candidates of one sentence, left to right.
func (s *scan) sentence(i int) []found {
	sen := &s.d.Sentences[i]
	var out []found
	add := func(f found, ok bool) {
		if ok {
			f.sentence = i
			out = append(out, f)
		}
	}
	add(s.colon(i))
	tries := 0
	for t := sen.First; t < sen.Last && len(out) < maxCues && tries < maxTries; t++ {
		if f, ok := s.phraseAt(t, sen); ok {
			add(f, true)
			t = max(t, f.speaker)
			continue
		}
		if s.quoted(t) {
			continue
		}
		switch s.d.Tokens[t].UPOS {
		case entente.VERB, entente.AUX:
			tries++
			add(s.verb(t, sen))
		case entente.NOUN, entente.ADJ, entente.PROPN:
			if _, ok := s.x.forms[s.form(t)]; ok {
				tries++
				add(s.verb(t, sen))
			} else {
				add(s.noun(t, sen))
			}
		}
	}
	if f, ok := s.bare(sen); ok && !covered(out, f) {
		add(f, ok)
	}
	return out
}

// covered reports whether a known cue already takes the quoted words of f.
func covered(list []found, f found) bool {
	for i := range list {
		if g := &list[i]; g.cue != f.cue && g.first < f.last && f.first < g.last {
			return true
		}
	}
	return false
}

// timesOf says for every token in which time expression it lies.
func timesOf(d *entente.Document) []int {
	at := make([]int, len(d.Tokens))
	for k := range d.Times {
		for t := d.TokenAt(d.Times[k].Start); t < len(d.Tokens) && d.Tokens[t].Start < d.Times[k].End; t++ {
			at[t] = k + 1
		}
	}
	return at
}

// quoted reports whether a token lies in a quotation long enough to be speech.
func (s *scan) quoted(t int) bool {
	k := s.in[t]
	return k >= 0 && s.regions[k].words > 3
}

// choose drops the candidates that lie inside the content of another, and of
// two that share their content the less telling one.
func (s *scan) choose(list []found) []found {
	s.part(list)
	list = s.cited(list)
	drop := make([]bool, len(list))
	for i := range list {
		for j := range list {
			if i == j || drop[i] || drop[j] {
				continue
			}
			a, b := &list[i], &list[j]
			inside := b.first <= a.cue && a.cue < b.last && a.cue >= 0
			around := a.first <= b.cue && b.cue < a.last && b.cue >= 0
			switch {
			case a.nobody != b.nobody:
				drop[i] = a.nobody && a.first < b.last && b.first < a.last
			case inside && !around && s.passesOn(b, a):
				drop[j] = true
			case inside && !around:
				drop[i] = true
			case a.first < b.last && b.first < a.last && !around:
				drop[i] = s.weaker(a, b, i, j)
			case inside && around:
				drop[i] = s.weaker(a, b, i, j)
			}
		}
	}
	kept := list[:0:0]
	for i := range list {
		if !drop[i] {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// passesOn reports whether outer is an outlet that tells what inner says:
// "NPR reported the minister recommended ...". Then inner is the statement and
// the outlet its relay.
func (s *scan) passesOn(outer, inner *found) bool {
	return outer.speaker >= 0 && s.outletOf[outer.speaker] && inner.kind == speech && inner.speaker >= outer.first &&
		inner.speaker < inner.cue && inner.last >= outer.last-1
}

// cited gives a report to the source that it cites: "Reuters, citing
// officials, reported ..."; what cites is then no statement of its own.
func (s *scan) cited(list []found) []found {
	kept := list[:0:0]
	for i := range list {
		a := &list[i]
		o := s.d.Kid(a.cue, entente.Obj)
		if o < 0 || !s.x.citing[s.d.Tokens[a.cue].Lemma] || !s.isSource(o) {
			kept = append(kept, *a)
			continue
		}
		taken := false
		for j := range list {
			if b := &list[j]; j != i && b.kind == speech && b.speaker == a.speaker && !(a.cue >= b.first && a.cue < b.last) {
				b.speaker, taken = o, true
				for k := range kept {
					if kept[k].cue == b.cue {
						kept[k].speaker = o
					}
				}
			}
		}
		if !taken {
			kept = append(kept, *a)
		}
	}
	return kept
}

// isSource reports whether a noun is one who may be cited.
func (s *scan) isSource(n int) bool {
	if _, ok := s.who.at(n); ok {
		return true
	}
	lemma := s.d.Tokens[n].Lemma
	return s.x.anonNoun[lemma] || s.x.documents[lemma] || s.x.official[lemma]
}

// part cuts a content at a further cue of the same sentence that is joined to
// the first by a comma: "..., and said ...", "..., saying ...", "..., while
// others say ...". Without a subject of its own it goes on with the speaker.
func (s *scan) part(list []found) {
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			if b.cue <= a.first || b.cue >= a.last || a.cue >= a.first || b.kind != speech || b.cue < 1 {
				continue
			}
			own := s.d.Kid(b.cue, entente.Nsubj)
			c := s.joint(a, b, own)
			if c <= a.first+1 {
				continue
			}
			if a.first, a.last = s.tidy(a.first, c); own < 0 {
				b.speaker = a.speaker
			}
		}
	}
}

// joint is the token of the comma that parts the cue of b from the content of
// a, 0 when none does.
func (s *scan) joint(a, b *found, own int) int {
	c := b.cue - 1
	if own >= 0 && own < b.cue {
		c, _ = s.nounPhrase(own)
		c--
	}
	for c > a.first+1 && own < 0 && (s.d.Tokens[c].UPOS == entente.ADV || s.d.Tokens[c].UPOS == entente.AUX) {
		c--
	}
	if c <= a.first+1 {
		return 0
	}
	before := c - 1
	for before > a.first && s.in[before] >= 0 && s.d.Tokens[before].UPOS == entente.PUNCT && s.form(before) != "," {
		before--
	}
	gerund := s.d.Tokens[b.cue].Morph.Has(entente.Gerund) && own < 0
	switch {
	case (s.d.Tokens[c].UPOS == entente.CCONJ || s.x.contrast[s.form(c)]) && s.form(before) == ",":
		return c - 1
	case gerund && s.form(c) == "," && rank(a.slot) > 6:
		return c
	case gerund && b.slot == "quote" && a.slot != "quote":
		return b.cue
	}
	return 0
}

// weaker reports whether a is less telling than b.
func (s *scan) weaker(a, b *found, i, j int) bool {
	if x, y := a.weight(), b.weight(); x != y {
		return x < y
	}
	if x, y := a.last-a.first, b.last-b.first; x != y {
		return x < y
	}
	return i > j
}

func (f *found) weight() int {
	w := 10 - rank(f.slot)
	if f.nobody {
		return 0
	}
	if f.kind == speech || f.kind == document {
		w += 10
	}
	if f.speaker >= 0 {
		w += 5
	}
	return w
}

// form is token i in lower case.
func (s *scan) form(i int) string {
	if i < 0 || i >= len(s.d.Tokens) {
		return ""
	}
	return strings.ToLower(s.d.Form(i))
}

// matches reports whether the words stand at token i.
func (s *scan) matches(i int, words []string) bool {
	for k, w := range words {
		if s.form(i+k) != w {
			return false
		}
	}
	return true
}
