package who

import "entente"

// creditedFor is the chain of whom a possessive means behind "for": who is praised,
// blamed or asked for what is his own ("thanked the Malians for their help"); -1
// where the object of the verb does not fit.
func (s *scan) creditedFor(i int, fits func(*chain) bool) int {
	m := &s.mentions[i]
	if !s.possessive(m.first) {
		return -1
	}
	what := s.d.Tokens[m.first].Head
	if what < 0 || s.d.Tokens[what].Rel != entente.Obl || !s.caseIn(what, "credited") {
		return -1
	}
	verb := s.d.Tokens[what].Head
	if verb < 0 || s.d.Tokens[verb].UPOS != entente.VERB {
		return -1
	}
	whom := s.d.Kid(verb, entente.Obj)
	if s.d.Kid(verb, entente.AuxPass) >= 0 {
		whom = s.d.Kid(verb, entente.NsubjPass)
	}
	if whom < 0 || whom > m.first {
		return -1
	}
	j := s.headed(whom)
	if j < 0 || s.mentions[j].chain < 0 || s.mentions[j].sense == outlet || !fits(&s.chains[s.mentions[j].chain]) {
		return -1
	}
	return s.mentions[j].chain
}

// caseIn reports whether a preposition of a list stands before the noun at token t.
func (s *scan) caseIn(t int, list string) bool {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.Case && s.lx.is(list, s.low[k]) {
			return true
		}
	}
	return false
}
