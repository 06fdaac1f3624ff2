package who

import "entente"

// parallel is what "they", the subject of a clause of time or reason, means where
// the clause around it has several for its subject and names no other: "said
// that the guards had been beaten before they were shot". False for none.
func (s *scan) parallel(m *mention) (int, bool) {
	if !s.subject(m) || !s.lx.is("they", s.low[m.first]) {
		return -1, false
	}
	v := s.d.Tokens[m.head].Head
	if v < 0 || s.d.Tokens[v].Rel != entente.Advcl {
		return -1, false
	}
	g := s.d.Tokens[v].Head
	if g < 0 || g > v || s.d.Kid(g, entente.Obj, entente.Iobj) >= 0 {
		return -1, false
	}
	k := s.d.Kid(g, entente.NsubjPass)
	if k < 0 {
		k = s.d.Kid(g, entente.Nsubj)
	}
	if k < 0 || k > m.head || s.d.Tokens[k].XPOS != "NNS" {
		return -1, false
	}
	if j := s.headed(k); j >= 0 {
		return max(-1, s.mentions[j].chain), true
	}
	return -1, true
}

// outsider reports whether o is a state that acts, in the clause of "the country",
// in a story about another one: "the United States froze the assets of the
// country's leaders".
func (s *scan) outsider(m, o *mention, country string) bool {
	if !s.about.likely() || s.about.country == country || m.sent != o.sent || !s.subject(o) || s.subject(m) {
		return false
	}
	verb := s.d.Tokens[o.head].Head
	for n, t := 0, s.d.Tokens[m.head].Head; n < 5 && t >= 0; n++ {
		if t == verb {
			return true
		}
		tok := &s.d.Tokens[t]
		if tok.UPOS == entente.VERB && tok.Rel != entente.Conj {
			return false
		}
		t = tok.Head
	}
	return false
}
