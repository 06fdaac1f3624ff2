package who

import (
	"strings"

	"entente"
)

// adopt gives people and groups of whom the text tells no state the one that
// it is about, when it is about one beyond doubt.
func (s *scan) adopt() {
	for c := range s.chains {
		ch := &s.chains[c]
		if o := s.ownersBody(ch); o != nil {
			ch.code, ch.country, ch.sector = o.code, "", o.sector
			continue
		}
		if ch.code == "" && ch.country == "" && ch.role != nil && ch.sector == ch.role.sector && s.lx.is("private", strings.ToLower(ch.title)) {
			ch.sector = "" // a director of nothing known is none of a state
		}
		if ch.country != "" || ch.code != "" || len(ch.members) == 0 || !s.adoptable(ch) {
			continue
		}
		m := &s.mentions[ch.members[0]]
		if c := s.ownersState(m); c != "" {
			ch.country = c
			continue
		}
		if s.speaksToo(ch, m) || !s.native(ch, m) {
			continue
		}
		ch.country = s.about.country
		if ch.sector == "" {
			ch.sector = s.lx.class("civilian").sector
		}
		m.rule += ".adopted"
	}
}

// speaksToo gives a spokesman with a bare name the side of the one whom the
// sentences before call a spokesman of it: "a Pentagon spokesman said ... said
// spokesman Kenneth Bacon".
func (s *scan) speaksToo(ch *chain, m *mention) bool {
	if ch.role == nil || ch.role.id != "spokesman" || ch.sense == described {
		return false
	}
	best := -1
	for c := range s.chains {
		o := &s.chains[c]
		if o.country == "" && o.code == "" || len(o.members) == 0 || !s.speaksFor(o, ch) {
			continue
		}
		for _, j := range o.members {
			if x := &s.mentions[j]; x.sent <= m.sent && x.sent+3 >= m.sent && x.first < m.first && (o.role.id == ch.role.id || s.saysSo(x)) {
				best = c
				break
			}
		}
	}
	if best < 0 {
		return false
	}
	o := &s.chains[best]
	ch.country, ch.code, ch.sector = o.country, o.code, o.sector
	m.rule += ".spokesman"
	return true
}

// speaksFor reports whether an actor whom the text describes is a spokesman like
// the other or a ministry or government, which has spokesmen.
func (s *scan) speaksFor(o, spokesman *chain) bool {
	return o.sense == described && o.role != nil && (o.role.id == spokesman.role.id || o.kind == entente.OrgActor && o.role.id == "government")
}

// saysSo reports whether a mention is the subject of a verb of saying.
func (s *scan) saysSo(m *mention) bool {
	v := s.d.Tokens[m.head].Head
	return s.subject(m) && v >= 0 && (s.lx.is("people-say", s.low[v]) || s.lx.is("told", s.low[v]))
}

// ownersBody is the body of states that a person is of, once all of the text is
// known: "the head of the bloc's commission"; nil for none.
func (s *scan) ownersBody(ch *chain) *chain {
	if ch.kind != entente.PersonActor || ch.sense != stranger || ch.code != "" {
		return nil
	}
	for _, i := range ch.members {
		o := s.mentions[i].owner
		if o < 0 || s.mentions[o].chain < 0 {
			continue
		}
		if c := &s.chains[s.mentions[o].chain]; c.kind == entente.OrgActor && strings.HasPrefix(c.code, "IGO") {
			return c
		}
	}
	return nil
}

// ownersState is the state of whose family or staff a mention is, once all of the
// text is known.
func (s *scan) ownersState(m *mention) string {
	if m.owner < 0 || s.mentions[m.owner].chain < 0 || s.mentions[m.owner].kind != entente.PersonActor {
		return ""
	}
	return s.chains[s.mentions[m.owner].chain].country
}

// adoptable reports whether a chain names people or a body that belongs to
// some state.
func (s *scan) adoptable(ch *chain) bool {
	switch ch.sense {
	case stranger:
		return s.place[s.mentions[ch.members[0]].last] < 0
	case named:
		return ch.role != nil && ch.role.kind == "body" && ch.sector != ""
	case described:
		return ch.role != nil && ch.sector != "" && (ch.role.home || ch.sector != ch.role.sector || s.lx.is("adopted", ch.role.id))
	}
	return false
}

// native reports whether nothing speaks against the chain's being of the
// state that the text is about.
func (s *scan) native(ch *chain, m *mention) bool {
	if !s.about.sure() && !(s.about.likely() && ch.sense != described && (ch.sense == stranger || ch.role != nil && ch.role.home)) {
		return false
	}
	if s.alien(m) {
		return false
	}
	_, any, sole, _ := s.statesBeside(m)
	return any == "" || sole && any == s.about.country
}

// alien reports whether the words of a mention say that it is of no one
// state or of another: "world leaders", "foreign forces".
func (s *scan) alien(m *mention) bool {
	if s.ofStates(m) {
		return true
	}
	for t := m.first; t <= m.last; t++ {
		if s.roleAt[t] < 0 && s.lx.is("alien", s.low[t]) {
			return true
		}
	}
	return false
}

// readGiven notes the given names of the people whom the text names in full,
// so that "Elian" is "Elian Gonzalez"; two people of one given name cancel it.
func (s *scan) readGiven(i int) {
	m := &s.mentions[i]
	if m.sense != stranger && m.sense != person || s.coreLen(m) < 2 {
		return
	}
	w, _, _ := strings.Cut(m.name, " ")
	if h := s.hitAt[m.last]; m.sense == person && h >= 0 && s.hits[h].first < s.hits[h].last {
		w = s.d.Form(s.hits[h].first)
	}
	if j, ok := s.givens[w]; ok && (j < 0 || lastWord(s.mentions[j].name) != lastWord(m.name)) {
		s.givens[w] = -1
		return
	}
	if _, ok := s.givens[w]; !ok {
		s.givens[w] = i
	}
}

// givenName finds the person whom the text names in full with this given name.
func (s *scan) givenName(i int) int {
	m := &s.mentions[i]
	if m.sense != stranger && m.sense != named || s.coreLen(m) > 1 || m.role != nil && m.role.kind != "person" {
		return -1
	}
	j, ok := s.givens[m.name]
	if !ok || j < 0 || j == i {
		return -1
	}
	if s.mentions[j].chain < 0 {
		s.assign(j)
	}
	if s.mentions[j].chain >= 0 {
		m.kind, m.sense = entente.PersonActor, stranger
	}
	return s.mentions[j].chain
}
