package who

import (
	"strings"

	"entente"
)

// readHumans finds the people among the unknown names: those whom the text
// calls by the last word alone, gives an age or a family, or lets do and
// suffer what only people can.
func (s *scan) readHumans() {
	alone := map[string]bool{} // single-word names that no article opens
	for i := range s.mentions {
		if m := &s.mentions[i]; s.coreLen(m) == 1 && (s.unknown(m) && !s.determined(m) || m.sense == stranger && m.sex != anyGender) {
			alone[m.name] = true
		}
	}
	human := map[string]bool{}
	for i := range s.mentions {
		m := &s.mentions[i]
		if !s.unknown(m) || human[m.name] {
			continue
		}
		if s.personal(m) && (s.coreLen(m) > 1 || s.lone(m)) {
			human[m.name] = true
			continue
		}
		if n := s.coreLen(m); n < 2 || n > 4 || s.determined(m) || s.bodily(m) {
			continue
		}
		if alone[lastWord(m.name)] || s.humanVerb(m) {
			human[m.name] = true
		}
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; s.unknown(m) && human[m.name] {
			s.fillStranger(m)
			m.rule = "name.human"
			s.ofWhom(m)
		}
	}
}

// unknown reports whether the mention is a name of which nothing tells what
// it names.
func (s *scan) unknown(m *mention) bool {
	return m.sense == named && m.role == nil && m.org < 0 && m.country == "" && m.rule == "name.unknown"
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// determined reports whether an article stands before the name, as it does
// before names of bodies and things.
func (s *scan) determined(m *mention) bool {
	return s.before(m.first) && s.d.Tokens[m.first-1].UPOS == entente.DET
}

// bodily reports whether a word of the name is one for bodies or things.
func (s *scan) bodily(m *mention) bool {
	for t := m.first; t <= m.last; t++ {
		if s.bodyWord(t) || s.lx.is("facilities", s.d.Form(t)) || s.lx.roleOf(s.low[t]) != nil || s.lx.is("name-links", s.low[t]) {
			return true
		}
	}
	return false
}

// personal reports whether what stands beside the name is said of people
// alone: an age, or their family.
func (s *scan) personal(m *mention) bool {
	if k := m.first - 1; s.before(m.first) && s.lx.is("age", s.low[k]) {
		return true
	}
	t := m.last + 1
	if t+2 >= len(s.d.Tokens) || s.sentOf[t+2] != m.sent {
		return false
	}
	if s.d.Tokens[t].XPOS == "POS" && s.lx.is("kin", s.low[t+1]) {
		return true
	}
	return s.d.Form(t) == "," && s.isAge(t+1) && (s.d.Form(t+2) == "," || s.d.Form(t+2) == ".")
}

// isAge reports whether the token is a number from 10 to 99.
func (s *scan) isAge(t int) bool {
	f := s.d.Form(t)
	return len(f) == 2 && f[0] >= '1' && f[0] <= '9' && f[1] >= '0' && f[1] <= '9'
}

// lone reports whether a name of one word may be a person's: no article, and
// more than an acronym.
func (s *scan) lone(m *mention) bool {
	return !s.determined(m) && strings.ToUpper(m.name) != m.name
}

// plainName2 reports whether a name looks like a person's: two or three words,
// none of them an acronym or a known name.
func (s *scan) plainName2(m *mention) bool {
	for t := m.first; t <= m.last; t++ {
		f := s.d.Form(t)
		if s.hitAt[t] >= 0 && !s.personWord(t) || len(f) > 1 && strings.ToUpper(f) == f && strings.ToLower(f) != f || s.d.Tokens[t].UPOS == entente.NUM {
			return false
		}
	}
	return s.coreLen(m) <= 3
}

// humanVerb reports whether the name does or suffers what only people can:
// "testified", "was sentenced", "tweeted".
func (s *scan) humanVerb(m *mention) bool {
	tok := &s.d.Tokens[m.head]
	if tok.Head < 0 || s.sentOf[tok.Head] != m.sent {
		return false
	}
	if tok.Rel == entente.Conj {
		if tok = &s.d.Tokens[tok.Head]; tok.Head < 0 {
			return false
		}
	}
	verb := s.low[tok.Head]
	switch tok.Rel {
	case entente.Nsubj:
		return s.lx.is("people-do", verb) || s.lx.is("people-say", verb) && s.plainName2(m)
	case entente.NsubjPass, entente.Obj:
		return s.lx.is("people-suffer", verb) && s.plainName2(m)
	}
	return false
}
