package who

import (
	"strings"

	"entente"
)

// benchWidth is how many tokens a party and a district take: "(D-W.Va.)".
const benchWidth = 6

// bench is the state whose lawmakers have their party and district in the
// brackets that open at token k: "Bob Corker (R-Tenn.)"; "" for none.
func (s *scan) bench(k int) string {
	if k+3 >= len(s.d.Tokens) || s.d.Form(k) != "(" || s.low[k+2] != "-" && s.d.Form(k+2) != "–" {
		return ""
	}
	for entry := range s.lx.words["benches"] {
		if i := strings.LastIndexByte(entry, ' '); i > 0 && s.low[k+1] == strings.ToLower(entry[:i]) && len(s.d.Form(k+1)) == 1 && s.capital(k+1) && s.capital(k+3) {
			return strings.ToUpper(entry[i+1:])
		}
	}
	return ""
}

// readBench reads the party and district behind a lawmaker's name.
func (s *scan) readBench(m *mention) {
	k := m.last + 1
	if k < len(s.d.Tokens) && s.lx.is("suffixes", s.d.Form(k)) {
		k++
	}
	c := s.bench(k)
	if c == "" || m.country != "" && m.country != c {
		return
	}
	law := s.lx.class("lawmaker")
	m.country, m.kind, m.sense = c, entente.PersonActor, stranger
	if m.role == nil || m.sector == "" {
		m.role, m.sector = law, law.sector
	}
	m.rule += ".bench"
}

// onBench reports whether token t stands in such brackets.
func (s *scan) onBench(t int) bool {
	for k := t - 1; k >= 0 && t-k < benchWidth && s.sentOf[k] == s.sentOf[t]; k-- {
		switch s.d.Form(k) {
		case ")":
			return false
		case "(":
			return s.bench(k) != ""
		}
	}
	return false
}
