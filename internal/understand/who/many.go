package who

import (
	"strconv"
	"strings"

	"entente"
)

// countOf is the number that a word of "the three countries" says, 0 for none.
func (s *scan) countOf(word string) int {
	for entry := range s.lx.words["counts"] {
		if w, n, ok := strings.Cut(entry, " "); ok && w == word {
			v, _ := strconv.Atoi(n)
			return v
		}
	}
	return 0
}

// buildCounted makes a mention of "the three countries", where an article says
// that they have been named.
func (s *scan) buildCounted(t int) int {
	if !s.lx.dual[s.low[t]] || !s.lx.is("dual-state", s.low[t]) && !s.lx.is("dual-person", s.low[t]) || s.taken[t] >= 0 {
		return -1
	}
	k := t - 1
	for k > 0 && t-k < maxModifiers && s.sentOf[k] == s.sentOf[t] && (s.d.Tokens[k].UPOS == entente.ADJ || s.d.Tokens[k].UPOS == entente.CCONJ) {
		k--
	}
	if k < 1 || s.sentOf[k-1] != s.sentOf[t] || s.countOf(s.low[k]) == 0 || !s.lx.is("definite", s.low[k-1]) {
		return -1
	}
	m := blank(k, t)
	m.sense, m.many, m.definite, m.name, m.rule, m.count = several, true, true, s.words(k, t), "counted", s.countOf(s.low[k])
	return s.add(m)
}

// theMany finds the actors last named in one list of the right length.
func (s *scan) theMany(i int) int {
	m := &s.mentions[i]
	if m.sense != several || m.count == 0 {
		return -1
	}
	w := s.low[m.last]
	for k := s.rankOf[i] - 1; k >= 0 && k > s.rankOf[i]-maxLook; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent+6 < m.sent {
			break
		}
		if o.chain < 0 || o.last >= m.first || o.nested && o.sense != bareState || !s.kindOfTwo(w, &s.chains[o.chain]) {
			continue
		}
		if parts := s.withJoined(o); len(parts) == m.count {
			m.also = parts[1:]
			return parts[0]
		}
	}
	return -1
}

// saying finds who says the clause of which a pronoun is the subject: "police
// said they had arrested a man".
func (s *scan) saying(i int) int {
	m := &s.mentions[i]
	verb := s.d.Tokens[m.head].Head
	if verb < 0 || !s.subject(m) || s.d.Tokens[verb].Rel != entente.Ccomp {
		return -1
	}
	g := s.d.Tokens[verb].Head
	if g < 0 || !s.lx.is("people-say", s.low[g]) && !s.lx.is("told", s.low[g]) {
		return -1
	}
	for _, kid := range s.d.Kids(g) {
		if r := s.d.Tokens[kid].Rel; r != entente.Nsubj || kid > m.head {
			continue
		}
		if j := s.headed(kid); j >= 0 && s.mentions[j].chain >= 0 && s.mentions[j].sense != outlet {
			switch ch := &s.chains[s.mentions[j].chain]; {
			case ch.kind == entente.OrgActor, ch.kind == entente.GroupActor, ch.many:
				return s.mentions[j].chain
			}
		}
	}
	return -1
}

// lend gives what a description of several says to the names behind it: "two
// Democratic representatives, Collin Peterson and Jeff Van Drew".
func (s *scan) lend(words, name *mention) {
	if !words.many || words.sense != described || words.country == "" && words.sector == "" {
		return
	}
	names := []*mention{name}
	for _, head := range [...]int{name.head, words.head} {
		for _, kid := range s.d.Kids(head) {
			if j := s.taken[kid]; s.d.Tokens[kid].Rel == entente.Conj && kid > name.head && j >= 0 && s.mentions[j].head == kid {
				names = append(names, &s.mentions[j])
			}
		}
	}
	for _, n := range names {
		if n.sense == named && n.role == nil && s.coreLen(n) > 1 {
			s.fillStranger(n)
			n.rule = "name.human"
		}
		if n.sense == stranger && n.country == "" && n.role == nil {
			n.country, n.sector, n.role, n.code = words.country, words.sector, words.role, words.code
		}
	}
}
