package who

import (
	"strings"

	"entente/internal/gazetteer"
)

// swapped is the second reading of a name that stands in the text, where the
// words of the text speak for it.
func (s *scan) swapped(name string) (other string, ok bool) {
	cues := s.lx.cues[name]
	if len(cues) == 0 {
		return "", false
	}
	if other, ok = s.cues[name]; ok {
		return other, other != ""
	}
	for _, c := range cues {
		against := mentions(s.d.Article.Text, c.against)
		switch {
		case against > 0 && against >= mentions(s.d.Article.Text, c.words):
		case mentions(s.d.Article.Text, c.words) > 0:
			other = c.other
		case c.words[0] == "-" && c.against[0] != "-":
			other = c.other // a name that needs support has none
		}
	}
	if s.cues == nil {
		s.cues = map[string]string{}
	}
	s.cues[name] = other
	return other, other != ""
}

// readContext gathers what the whole text says: which states it names and
// whose full name it gives.
func (s *scan) readContext() {
	for i := range s.hits {
		for _, r := range s.hits[i].refs {
			switch r.Sense {
			case gazetteer.PersonName:
				s.known[r.Index] = true
				spell, _ := gazetteer.People()[r.Index].At(s.day)
				s.noteState(spell.Country)
			case gazetteer.OrgName:
				s.noteState(gazetteer.Organisations()[r.Index].Country)
			case gazetteer.StateName, gazetteer.StateDemonym, gazetteer.StatePeople, gazetteer.StateCapital:
				s.seen[gazetteer.States()[r.Index].Country()]++
			case gazetteer.StateMetonym:
				s.seen[gazetteer.Metonyms()[r.Index].Country]++
			}
		}
	}
	for _, p := range s.d.Places {
		if p.Country != "" {
			s.seen[p.Country]++
		}
	}
}

// noteState notes that the text names somebody of a state.
func (s *scan) noteState(country string) {
	if len(country) == 3 {
		s.seen[country]++
	}
}

// mentions counts the words of a list that stand in the text.
func mentions(text string, words []string) int {
	n := 0
	for _, w := range words {
		if w != "-" && w != "" && hasWord(text, w) {
			n++
		}
	}
	return n
}

// hasWord reports whether w stands in text with no letter beside it.
func hasWord(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		i += from
		if (i == 0 || !letter(text[i-1])) && (i+len(w) == len(text) || !letter(text[i+len(w)])) {
			return true
		}
		from = i + len(w)
	}
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
