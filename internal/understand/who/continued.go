package who

import (
	"strings"

	"entente"
)

// unnamedBefore is the chain of the one of the same office whom the text has told
// of without a name shortly before: "recalled its ambassador. The ambassador, Ada
// Moss, said"; -1 for none.
func (s *scan) unnamedBefore(m *mention) int {
	for c := len(s.chains) - 1; c >= 0 && c > len(s.chains)-maxLook && m.title != ""; c-- {
		ch := &s.chains[c]
		if ch.kind != entente.PersonActor || ch.sense != described || ch.many || ch.country == "" || len(ch.members) == 0 || s.sameTitle(ch.title) != s.sameTitle(m.title) {
			continue
		}
		if s.mentions[ch.members[len(ch.members)-1]].sent+4 < m.sent {
			continue
		}
		return c
	}
	return -1
}

// continued is the state of which the sentence before tells in the same paragraph,
// for somebody in office named without a state: "Caracas recalled its envoy. Foreign
// Minister Ali Rodriguez said"; "" for none.
func (s *scan) continued(m *mention) string {
	if !m.role.home || m.sent == 0 || s.quoted[m.first] || s.onlyReportsFrom() || strings.Contains(s.d.Text[s.d.Sentences[m.sent-1].End:s.d.Sentences[m.sent].Start], "\n") {
		return ""
	}
	for _, j := range s.bySent(m.sent - 1) {
		o := &s.mentions[j]
		if !s.mainSubject(o) || o.sense == outlet || o.chain < 0 {
			continue
		}
		switch c := &s.chains[o.chain]; {
		case c.sector != "" && c.sector != "GOV", c.kind == entente.GroupActor:
		default:
			return c.country
		}
	}
	return ""
}

// onlyReportsFrom reports whether the article names the state of its dateline
// nowhere else, so that an office without a state is one of there.
func (s *scan) onlyReportsFrom() bool {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.first >= datelineLength && m.country == s.dateline && (m.sense == bareState || m.sense == seat || m.sense == person || m.sense == ofState) {
			return false
		}
	}
	return s.dateline != ""
}
