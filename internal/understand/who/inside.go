package who

import "entente"

// readQuoted marks the tokens inside quotation marks, sentence by sentence: a
// place that a speaker names is not where the speaker is.
func (s *scan) readQuoted() {
	s.quoted = make([]bool, len(s.d.Tokens))
	in, sent := false, -1
	for t := range s.d.Tokens {
		if s.sentOf[t] != sent {
			in, sent = false, s.sentOf[t]
		}
		switch s.d.Form(t) {
		case "“", "``", "«":
			in = true
		case "”", "''", "»":
			in = false
		case "\"":
			in = !in
		default:
			s.quoted[t] = in
		}
	}
}

// sameClause reports whether two mentions hang on one verb, or b on an
// infinitive or participle below the verb of a.
func (s *scan) sameClause(a, b *mention) bool {
	verb := s.verbOf(a.head)
	for v, n := s.verbOf(b.head), 0; n < 4; n++ {
		if v == verb {
			return true
		}
		if v < 0 {
			return false
		}
		switch s.d.Tokens[v].Rel {
		case entente.Ccomp, entente.Parataxis, entente.AclRelcl, entente.Conj, entente.Root:
			return false
		}
		v = s.verbOf(v)
	}
	return false
}

// verbOf is the verb on which token t hangs, -1 for none.
func (s *scan) verbOf(t int) int {
	for n := 0; t >= 0 && n < 20; n++ {
		t = s.d.Tokens[t].Head
		if t >= 0 && s.d.Tokens[t].UPOS == entente.VERB {
			return t
		}
	}
	return -1
}

// ethnic makes "ethnic Albanians" and "Bosnian Serbs" people of the state that
// stands before them or that they live in, not of the one that their name says.
func (s *scan) ethnic(m *mention) bool {
	if m.sense != peopleOf || !s.before(m.first) {
		return false
	}
	k := m.first - 1
	h := s.hitAt[k]
	switch {
	case s.lx.is("ethnic", s.low[k]):
		m.country = ""
	case h >= 0 && s.hits[h].last == k && !s.hits[h].not:
		c := s.countryOfHit(&s.hits[h])
		if r, ok := s.choose(&s.hits[h]); !ok || !isState(r) || c == m.country {
			return false
		}
		m.country = c
	default:
		return false
	}
	class := s.lx.class("civilian")
	m.sense, m.kind, m.many, m.role, m.sector, m.state, m.definite = described, entente.GroupActor, true, class, class.sector, -1, true
	m.title = s.words(m.first, m.last)
	m.core, m.rule = m.last, "ethnic"
	return true
}
