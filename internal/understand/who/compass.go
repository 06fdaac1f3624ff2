package who

import (
	"strings"

	"entente/internal/gazetteer"
)

// storm reports whether the name is one of a storm: "Hurricane Dorian", and
// "Dorian" after it.
func (s *scan) storm(start, t int) bool {
	if s.lx.is("storms", s.low[start]) || s.before(start) && s.lx.is("storms", s.low[start-1]) {
		s.things[s.d.Form(t)] = true
	}
	return s.things[s.d.Form(t)]
}

// compass is the state that "the North" means in a text about North Korea, or
// that "North and South Korea" names first; -1 when it means none.
func (s *scan) compass(start, t int) int {
	if start != t || !s.lx.is("compass", s.low[t]) || s.after(t) && s.capital(t+1) {
		return -1
	}
	if s.halves == nil {
		s.halves = map[string]int{}
		for i := range s.hits {
			for _, r := range s.hits[i].refs {
				if r.Sense != gazetteer.StateName {
					continue
				}
				if w, rest, ok := strings.Cut(gazetteer.States()[r.Index].Name, " "); ok && s.lx.is("halved", rest) {
					s.halves[strings.ToLower(w)] = r.Index
					s.otherHalf(w, rest)
				}
			}
		}
	}
	if st, ok := s.halves[s.low[t]]; ok {
		return st
	}
	return -1
}

// otherHalf adds the twin of a state: with North Korea, South Korea.
func (s *scan) otherHalf(w, rest string) {
	for i := range gazetteer.States() {
		if a, b, ok := strings.Cut(gazetteer.States()[i].Name, " "); ok && b == rest && a != w && s.lx.is("compass", strings.ToLower(a)) {
			if _, known := s.halves[strings.ToLower(a)]; !known {
				s.halves[strings.ToLower(a)] = i
			}
		}
	}
}
