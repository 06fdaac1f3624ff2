package quote

import (
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
		Needs: entente.LayerTokens | entente.LayerTags | entente.LayerTrees | entente.LayerActors,
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
	lower      []string // the tokens in lower case
	d          *entente.Document
	x          *lexicon
	paragraphs []entente.Span
	regions    []region
	in         []int // region of each token, -1
	timeOf     []int // 1 + time expression of each token, 0 for none
	outlets    []outlet
	outletOf   []bool
	agency     outlet // that of the dateline
	who        actors
	found      []found
	carriers   int // depth of carrier
	last       int // speaker of the last cue of the sentence, -1
}

func run(d *entente.Document) {
	if len(d.Sentences) == 0 || len(d.Tokens) == 0 {
		return
	}
	s := &scan{d: d, x: words()}
	s.lower = make([]string, len(d.Tokens))
	for i := range d.Tokens {
		s.lower[i] = d.Lower(i)
	}
	s.paragraphs = paragraphs(d.Article.Text)
	s.regions = quotedSpans(d.Article.Text, s.paragraphs)
	s.in = placeRegions(d, s.regions)
	s.timeOf = timesOf(d)
	s.outlets = s.outletsIn()
	s.outletOf = s.outletTokens()
	s.agency = s.datelineAgency()
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
	s.last = -1
	add := func(f found, ok bool) {
		if ok {
			s.last = f.speaker
			f.sentence = i
			out = append(out, f)
		}
	}
	add(s.colon(i))
	add(s.signed(i))
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
			if _, ok := s.x.forms[s.form(t)]; ok || s.beforeQuote(t) {
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

// form is token i in lower case.
func (s *scan) form(i int) string {
	if i < 0 || i >= len(s.lower) {
		return ""
	}
	return s.lower[i]
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

// beforeQuote reports whether a word taken for a noun may be a cue verb: long
// quoted words follow it at once.
func (s *scan) beforeQuote(t int) bool {
	k := -1
	if t+1 < len(s.in) {
		k = s.in[t+1]
	}
	return k >= 0 && s.regions[k].first == t+1 && s.regions[k].words > 5 && s.d.Tokens[t].UPOS == entente.NOUN && s.speechVerb(t)
}
