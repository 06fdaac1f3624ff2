package where

import "entente"

// locative reports whether the mention is used as a place: something is there,
// comes from there or goes there.
func (s *search) locative(i int) bool {
	m := &s.found[i]
	if m.there == unasked {
		m.there = no
		if s.stands(i) {
			m.there = yes
		}
	}
	return m.there == yes
}

// stands works out the answer of locative.
func (s *search) stands(i int) bool {
	m := &s.found[i]
	k := m.first - 1
	if k < 0 {
		return s.dateline(m)
	}
	if s.owns(m) && !s.is(k, locative) { // "near Japan, North Korea's tests"
		return false
	}
	for k >= 0 && s.joined(k) && (s.is(k, direction) || s.is(k, article)) {
		k--
	}
	if s.is(k, beside) && s.is(k-1, settlement|regionhead) { // in the city of Homs
		for k -= 2; k >= 0 && s.joined(k) && (s.is(k, direction) || !s.is(k, locative|motion|waterside)) && k > m.first-8; k-- {
		}
	}
	if k < 0 {
		return false
	}
	switch {
	case !s.joined(k) && k == m.first-1: // "in Aleppo, Syria", "in Syria, Iraq and Iran"
		return i > 0 && s.found[i-1].last == m.first && s.comma(k) && s.locative(i-1) || s.dateline(m)
	case s.is(k, locative):
		return true
	case s.is(k, waterside):
		kind := m.kind()
		return kind != "city" && kind != "country" && kind != "region" || s.is(k, offshore)
	case s.is(k, motion):
		return s.moves(k)
	case s.takes(k):
		return m.kind() != "country"
	case s.is(k, conjunction):
		return i > 0 && s.found[i-1].last == k && s.locative(i-1)
	}
	return s.dateline(m)
}

// kind of the place that is meant, "" for none.
func (m *mention) kind() string {
	if m.pick < 0 {
		return ""
	}
	return m.places[m.pick].Kind
}

// takes reports whether atom k is a verb that has places for its object: seize,
// shell, visit.
func (s *search) takes(k int) bool {
	return s.is(k, taking) || k >= 0 && len(s.d.Tokens) > 0 && s.d.Tokens[s.tok[k]].UPOS == entente.VERB && s.lex.classes[s.d.Tokens[s.tok[k]].Lemma]&taking != 0
}

// moves reports whether a word of motion governs the preposition at atom k:
// one of the six words before it.
func (s *search) moves(k int) bool {
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		if s.is(j, motionword) {
			return true
		}
		if len(s.d.Tokens) > 0 {
			if c := s.lex.classes[s.d.Tokens[s.tok[j]].Lemma]; c&motionword != 0 {
				return true
			}
		}
	}
	return false
}

// dateline reports whether the mention opens a paragraph and a dash or an
// agency in brackets follows: "SEOUL (Reuters) -", "KYIV, Ukraine, May 3 --".
func (s *search) dateline(m *mention) bool {
	at := m.span.Start
	for at > 0 && (s.d.Text[at-1] == ' ' || s.d.Text[at-1] == '\t') {
		at--
	}
	if at > 0 && s.d.Text[at-1] != '\n' {
		return false
	}
	return s.dash(m.span.End)
}

// dash reports whether a dash or an agency in brackets follows soon in the line.
func (s *search) dash(end int) bool {
	rest := s.d.Text[end:min(len(s.d.Text), end+40)]
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '\n':
			return false
		case c == '(', c == '-' && i > 0 && rest[i-1] == ' ', i+3 <= len(rest) && (rest[i:i+3] == "—" || rest[i:i+3] == "–"):
			return true
		case c >= 'a' && c <= 'z' && i < 4 && rest[0] != ',':
			return false
		}
	}
	return false
}

// owns reports whether the name is a possessor.
func (s *search) owns(m *mention) bool {
	if len(s.d.Tokens) == 0 {
		return false
	}
	t := s.d.TokenAt(m.span.End)
	return t < len(s.d.Tokens) && s.d.Tokens[t].XPOS == "POS"
}
