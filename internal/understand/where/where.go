// Package where finds the places that a text names and says where they lie.
//
// Names are looked up in the gazetteer, the longest first; the words around
// them (data/en/place) tell persons and bodies that bear the name of a place
// from the place itself; which of several places alike is meant follows from
// the place named beside it, from the other places of the text and from size.
// A name is locative when something is said to be or to happen there.
package where

import (
	"entente"
	"entente/internal/gazetteer"
)

// Stage finds the places of a document.
func Stage() entente.Stage {
	return entente.Stage{Name: "where", Needs: entente.LayerSentences | entente.LayerTokens | entente.LayerTags, Gives: entente.LayerPlaces, Run: Run}
}

// Run sets d.Places, in text order and without overlaps.
func Run(d *entente.Document) {
	s := &search{d: d, lex: compiled(), atoms: gazetteer.Read(d).Atoms, byKey: map[string][]gazetteer.Place{}, persons: map[string]bool{}, bodies: map[entente.Span]bool{}}
	s.tokens()
	s.spot()
	s.unlisted()
	s.resolve()
	s.settle()
	d.Places = nil
	for i := range s.found {
		m := &s.found[i]
		if m.pick < 0 {
			continue
		}
		p := &m.places[m.pick]
		d.Places = append(d.Places, entente.Place{
			Span: m.span, Name: p.Name, Country: p.Country, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Kind: p.Kind,
			Locative: s.locative(i), Rule: m.rule,
		})
	}
}

// mention is a name in the text with the places that bear it.
type mention struct {
	first, last int // atoms
	span        entente.Span
	key         string
	places      []gazetteer.Place
	pick        int // the place that is meant, -1 for none
	rule        string
	sure        bool // what stands beside it shows that it is a place
	outer       int  // first atom of the mention that explains an unlisted one
	fixed       bool // resolved by what stands beside it
	there       answer
}

// answer is what is known of a question that each name of a list asks of the
// name before it.
type answer int8

const (
	unasked answer = iota
	no
	yes
)

// search holds what is known of one text while its places are looked for.
type search struct {
	d       *entente.Document
	lex     *lexicon
	atoms   []gazetteer.Atom
	tok     []int    // token of each atom
	classes []class  // of each atom
	words   []string // atoms as keys of the gazetteer have them
	buf     []byte
	found   []mention
	weighed map[string][]float64 // weights of the places of each name
	times   map[string]int       // how often each name is found
	maybe   []mention            // small towns that nothing vouches for
	byKey   map[string][]gazetteer.Place
	bodies  map[entente.Span]bool // mentions of organisations
	persons map[string]bool       // last words of persons' names
}

// tokens finds the token in which each atom lies, in one pass.
func (s *search) tokens() {
	s.tok, s.words, s.classes = make([]int, len(s.atoms)), make([]string, len(s.atoms)), make([]class, len(s.atoms))
	t := 0
	for i := range s.atoms {
		for t+1 < len(s.d.Tokens) && s.d.Tokens[t].End <= s.atoms[i].Start {
			t++
		}
		s.tok[i], s.classes[i] = t, s.lex.classes[s.atoms[i].Form]
		if s.capital(i) || i > 0 && s.atoms[i].Glued {
			s.words[i] = gazetteer.PlaceWord(s.atoms[i].Form)
		}
	}
}

// named looks up a key, once a text.
func (s *search) named(key string) []gazetteer.Place {
	if p, ok := s.byKey[key]; ok {
		return p
	}
	p := gazetteer.PlacesNamed(key)
	s.byKey[key] = p
	return p
}

// is reports whether atom i belongs to one of the classes.
func (s *search) is(i int, c class) bool {
	return i >= 0 && i < len(s.classes) && s.classes[i]&c != 0
}

// capital reports whether atom i is written with a capital.
func (s *search) capital(i int) bool {
	if i < 0 || i >= len(s.atoms) {
		return false
	}
	c := s.d.Text[s.atoms[i].Start]
	return c >= 'A' && c <= 'Z' || c >= 0x80
}

// proper reports whether atom i is tagged as a name, or as nothing when the
// text has no tags.
func (s *search) proper(i int) bool {
	if len(s.d.Tokens) == 0 {
		return s.capital(i)
	}
	return s.d.Tokens[s.tok[i]].UPOS == entente.PROPN
}

// joined reports whether atom i+1 follows atom i with nothing but a space or
// hyphen between them.
func (s *search) joined(i int) bool {
	if i < 0 || i+1 >= len(s.atoms) || !s.atoms[i+1].Glued {
		return false
	}
	gap := s.d.Text[s.atoms[i].End:s.atoms[i+1].Start]
	return len(gap) > 0 && len(gap) < 3 && gap[0] != '\n' && gap != "'" && gap != "’"
}

// comma reports whether a comma and nothing else parts atom i from atom i+1.
func (s *search) comma(i int) bool {
	if i < 0 || i+1 >= len(s.atoms) {
		return false
	}
	gap := s.d.Text[s.atoms[i].End:s.atoms[i+1].Start]
	return gap == ", " || gap == ",\n" || gap == ".," || gap == "., "
}

// starts reports whether atom i begins a sentence.
func (s *search) starts(i int) bool {
	if len(s.d.Tokens) == 0 {
		return i == 0
	}
	k := s.d.SentenceAt(s.atoms[i].Start)
	return k >= 0 && (s.d.Sentences[k].First == s.tok[i] || s.d.Tokens[s.tok[i]-1].UPOS == entente.PUNCT && s.d.Sentences[k].First == s.tok[i]-1)
}
