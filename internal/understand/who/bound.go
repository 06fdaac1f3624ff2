package who

import "entente"

// bound reports whether pronoun and candidate are arguments of one verb, so
// that they cannot be the same ("Biden met him"), or the candidate is the
// subject of a verb that shares it with the pronoun's ("met Xi and praised him",
// "cut ties, accusing it").
func (s *scan) bound(me, o *mention) bool {
	if s.possessive(me.first) || me.sent != o.sent {
		return false
	}
	verb, by, subject := s.d.Tokens[me.head].Head, s.topOf(o), s.subject(o)
	if verb < 0 {
		return false
	}
	if by == verb {
		return true
	}
	for n := 0; n < 4; n++ {
		v := &s.d.Tokens[verb]
		joined := v.Rel == entente.Conj || v.XPOS == "VBG" && v.Rel == entente.Advcl
		if !joined || v.Head < 0 || s.subject(me) || s.d.Kid(verb, entente.Nsubj, entente.NsubjPass) >= 0 {
			return false
		}
		if verb = v.Head; subject && by == verb {
			return true
		}
	}
	return false
}

// topOf is the word on which a mention and those joined to it hang.
func (s *scan) topOf(o *mention) int {
	t := o.head
	for n := 0; n < 8 && s.d.Tokens[t].Rel == entente.Conj && s.d.Tokens[t].Head >= 0; n++ {
		t = s.d.Tokens[t].Head
	}
	return s.d.Tokens[t].Head
}

// withJoined lists the chains of a mention and of those joined to it; a second
// subject of the same verb counts as joined, as the parser may part them.
func (s *scan) withJoined(o *mention) []int {
	parts := []int{o.chain}
	add := func(t int) {
		if j := s.headed(t); j >= 0 && s.mentions[j].chain >= 0 && !s.has(parts, s.mentions[j].chain) {
			parts = append(parts, s.mentions[j].chain)
		}
	}
	for _, kid := range s.d.Kids(o.head) {
		if s.d.Tokens[kid].Rel == entente.Conj {
			add(kid)
		}
	}
	if verb := s.d.Tokens[o.head].Head; verb >= 0 && len(parts) == 1 {
		for _, kid := range s.d.Kids(verb) {
			if s.d.Tokens[kid].Rel == entente.Nsubj && kid != o.head && s.d.Kid(kid, entente.Cc) >= 0 {
				add(kid)
			}
		}
	}
	return parts
}
