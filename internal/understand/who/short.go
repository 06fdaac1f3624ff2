package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// shortBodies finds the bodies of states that the text calls by one word of the
// name that it gave before: "the League", "the Fund", "the Court".
func (s *scan) shortBodies() {
	named := map[string][]gazetteer.Ref{}
	for t := range s.d.Tokens {
		if h := s.hitAt[t]; h >= 0 {
			if x := &s.hits[h]; x.first == t && x.last > t && !x.not && amongStates(x.refs) {
				for k := x.first; k <= x.last; k++ {
					if w := s.d.Form(k); s.capital(k) && (k == x.last || s.lx.is("linked", s.low[k+1])) {
						named[w] = x.refs
					}
				}
			}
			continue
		}
		refs := named[s.d.Form(t)]
		if refs == nil || t == 0 || !s.lx.is("the", s.low[t-1]) || s.place[t] >= 0 || t+1 < len(s.d.Tokens) && (s.capital(t+1) || s.lx.is("linked", s.low[t+1]) && s.d.Tokens[t+1].UPOS == entente.ADP) {
			continue
		}
		s.addHit(hit{first: t, last: t, refs: refs})
	}
}

// amongStates reports whether a name is that of a body of states and of nothing
// else.
func amongStates(refs []gazetteer.Ref) bool {
	return len(refs) == 1 && refs[0].Sense == gazetteer.OrgName && strings.HasPrefix(gazetteer.Organisations()[refs[0].Index].Code, "IGO")
}

// ofStates reports whether a court or its people sit where courts of many states do: "the
// tribunal in The Hague".
func (s *scan) ofStates(m *mention) bool {
	if m.role == nil || m.role.id != "court" && m.role.sector != "JUD" {
		return false
	}
	for t := m.last + 1; t < min(len(s.d.Tokens), m.last+5) && s.sentOf[t] == s.sentOf[m.last]; t++ {
		if s.lx.is("court-seats", s.low[t]) {
			return true
		}
	}
	return false
}

// anyIn reports whether one of the words of a list stands in a text.
func (lx *lexicon) anyIn(list, text string) bool {
	for w := range lx.words[list] {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
