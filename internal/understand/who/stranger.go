package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// buildStranger makes a mention of a capitalised name that the gazetteer does
// not know and that ends at token t.
func (s *scan) buildStranger(t int, nested bool) int {
	if !s.nameWord(t) || s.place[t] >= 0 && !s.titledName(t) {
		return s.buildPlace(t, nested)
	}
	if s.onBench(t) {
		return -1
	}
	start := s.nameStart(t)
	if s.storm(start, t) || !s.capital(t) && start > t-3 || s.facility(start, t) {
		return -1
	}
	if st := s.compass(start, t); st >= 0 {
		m := blank(start, t)
		m.nested, m.name, m.rule = nested, s.d.Form(t), "name.half"
		m.sense, m.kind, m.state, m.country, m.name = bareState, entente.StateActor, st, gazetteer.States()[st].Country(), gazetteer.States()[st].Name
		return s.add(m)
	}
	if s.shoutedSentence(t) || t == start && len(s.d.Form(t)) < 2 {
		return -1
	}
	m := blank(start, t)
	m.nested = nested
	m.name = squeeze(s.d.TextOf(entente.Span{Start: s.d.Tokens[start].Start, End: s.d.Tokens[t].End}))
	if s.hasInitial(start, t) {
		if ref, ok := s.initialled(start, t); ok {
			return s.buildPerson(m, ref)
		}
	}
	m.sense, m.rule = named, "name.unknown"
	class, isProper := s.lx.proper[strings.Trim(s.d.Form(t), ".")]
	switch {
	case isProper && start < t:
		m.kind, m.role = entente.OrgActor, &s.lx.roles[class]
		m.sector, m.rule = m.role.sector, "name."+m.role.id
		left, l := s.modifiers(start - 1)
		if l.country != "" {
			m.first, m.country = left, l.country
		}
	case s.titled(start):
		s.fillStranger(&m)
		s.leadTitle(&m)
	case s.isGiven(start) && start < t, s.hasInitial(start, t):
		s.fillStranger(&m)
		s.leadTitle(&m)
	case start == t && len(m.name) > 1 && len(m.name) < 8 && strings.ToUpper(m.name) == m.name && !(s.before(t) && len(s.low[t-1]) > 3 && strings.ToUpper(s.d.Form(t-1)) == s.d.Form(t-1)):
		m.kind, m.rule = entente.OrgActor, "name.acronym"
		s.ownName(&m)
	case s.kindBefore(&m):
	case start < t && s.whoBehind(t):
		s.fillStranger(&m)
		s.leadTitle(&m)
	default:
		m.kind = entente.OrgActor
		s.ownName(&m)
	}
	if m.sense == stranger || m.sense == named {
		s.readBench(&m)
	}
	if m.sense == stranger {
		s.ofWhom(&m)
	}
	return s.add(m)
}

// whoBehind reports whether a relative clause on a person follows token t: "Berit
// Reiss-Andersen, who chairs the committee".
func (s *scan) whoBehind(t int) bool {
	k := t + 1
	if s.after(t) && s.d.Form(k) == "," {
		k++
	}
	return k < len(s.low) && s.sentOf[k] == s.sentOf[t] && s.lx.is("relative-person", s.low[k])
}

// facility reports whether a name is that of a building or a site.
func (s *scan) facility(start, t int) bool {
	return s.lx.is("facilities", s.d.Form(t)) || s.lx.is("facilities", s.d.Form(start)) && s.capital(t)
}

// ofWhom reads the body or place behind a person's name: "Joanna Cherry of the
// Scottish National Party", "Sharif Hotak, of the provincial council".
func (s *scan) ofWhom(m *mention) {
	p := m.last + 1
	if s.after(m.last) && s.d.Form(p) == "," {
		p++
	}
	if p+1 >= len(s.d.Tokens) || s.sentOf[p+1] != s.sentOf[m.last] || !s.lx.is("of", s.low[p]) && !(p == m.last+1 && s.lx.is("hails", s.low[p])) {
		return
	}
	i := s.startAfter(p + 1)
	if i < 0 {
		return
	}
	c := &s.mentions[i]
	switch {
	case c.sense == organ && c.kind != entente.GroupActor:
		s.belong(m, c.org, i)
	case c.sense == outlet, c.sense == bareState, c.sense == placeInState:
	case c.sense == seat, c.kind == entente.OrgActor && c.role != nil:
		m.owner = i
	default:
		return
	}
	m.country, m.sector, m.code = first(m.country, c.country), first(m.sector, c.sector), first(m.code, c.code)
}

// kindBefore reads the noun that says what an unknown name is: "the Hungarian
// newspaper Magyar Nemzet".
func (s *scan) kindBefore(m *mention) bool {
	if !s.before(m.first) || s.roleEnd[m.first-1] < 0 || s.capital(m.first-1) {
		return false
	}
	r := &s.roles[s.roleEnd[m.first-1]]
	class := &s.lx.roles[r.role]
	if r.many || class.kind != "body" && !s.lx.is("collective", s.low[r.last]) || class.id == "platform" || class.id == "craft" || class.id == "government" || class.id == "parliament" {
		return false
	}
	m.kind, m.role, m.sector, m.rule = entente.OrgActor, class, class.sector, "noun.name"
	left, l := s.modifiers(r.first - 1)
	m.first, m.country = left, l.country
	if l.org >= 0 {
		s.belong(m, l.org, l.orgMention)
	}
	return true
}

// ownName reads a state or body before an unknown name: "Russia's Rosgeo".
func (s *scan) ownName(m *mention) {
	k := m.first - 1
	if k < 0 || s.sentOf[k] != s.sentOf[m.first] || s.hitAt[k] < 0 && s.d.Tokens[k].XPOS != "POS" {
		return
	}
	if s.behindPreposition(k) {
		return
	}
	left, l := s.modifiers(k)
	if l.country != "" || l.org >= 0 {
		m.first = left
	}
	m.country, m.sector = l.country, first(m.sector, l.sector)
	if l.org >= 0 {
		s.belong(m, l.org, l.orgMention)
	}
}

// behindPreposition reports whether the name that ends at token k is the object of
// a preposition, so that it does not belong to the name behind it: "the
// ambassador to Kenya Prudence Bushnell".
func (s *scan) behindPreposition(k int) bool {
	h := s.hitAt[k]
	if h < 0 {
		return false
	}
	p := s.hits[h].first - 1
	if p > 0 && s.d.Tokens[p].UPOS == entente.DET {
		p--
	}
	return p > 0 && s.sentOf[p] == s.sentOf[k] && s.d.Tokens[p].UPOS == entente.ADP && s.roleEnd[p-1] >= 0
}

func (s *scan) fillStranger(m *mention) {
	m.sense, m.kind, m.rule = stranger, entente.PersonActor, "name.stranger"
	for t := m.first; t <= m.last; t++ {
		if g, ok := s.lx.given[s.d.Form(t)]; ok && g != anyGender {
			m.sex = g
			break
		}
	}
}

// nameWord reports whether token t may be a word of an unknown name.
func (s *scan) nameWord(t int) bool {
	tok := &s.d.Tokens[t]
	if s.timed[t] || s.taken[t] >= 0 || !s.capital(t) && !s.hyphenTail(t) {
		return false
	}
	if h := s.hitAt[t]; h >= 0 {
		if s.hits[h].not {
			return false
		}
		if r, ok := s.choose(&s.hits[h]); ok && !(r.Sense == gazetteer.StateCapital) {
			return false
		} else if ok {
			return false
		}
	}
	if tok.UPOS == entente.PROPN {
		return true
	}
	if _, ok := s.lx.proper[s.d.Form(t)]; ok && tok.UPOS == entente.NOUN && s.before(t) && s.capital(t-1) {
		return true
	}
	return tok.UPOS == entente.X && len(s.low[t]) > 1
}

// hyphenTail reports whether token t is the small end of a name of two words
// or more: the "yip" of "Cheuk Hau-yip".
func (s *scan) hyphenTail(t int) bool {
	if t < 3 || s.sentOf[t-3] != s.sentOf[t] || s.low[t-1] != "-" || s.d.Tokens[t-2].End != s.d.Tokens[t-1].Start || s.d.Tokens[t-1].End != s.d.Tokens[t].Start {
		return false
	}
	return s.d.Tokens[t].UPOS == entente.PROPN && s.hitAt[t] < 0 && s.capital(t-2) && s.capital(t-3) && s.d.Tokens[t-2].UPOS == entente.PROPN && s.d.Tokens[t-3].UPOS == entente.PROPN
}

// titledName reports whether a title or given name stands before token t.
func (s *scan) titledName(t int) bool {
	return s.titled(t) || s.before(t) && s.isGiven(t-1) && s.freeName(t-1)
}

// properName reports whether a word for people at t is the end of a person's
// name: "Julie Bishop".
func (s *scan) properName(t int) bool {
	return s.d.Tokens[t].UPOS == entente.PROPN && s.capital(t) && s.before(t) && s.roleEnd[t] >= 0 && s.roles[s.roleEnd[t]].first == t &&
		s.isGiven(t-1) && s.freeName(t-1) && !(s.after(t) && s.freeName(t+1))
}

// nameStart is the first token of the unknown name that ends at t.
func (s *scan) nameStart(t int) int {
	start := t
	for k := t - 1; k >= 0 && s.sentOf[k] == s.sentOf[t] && t-k < 8; k-- {
		switch {
		case s.taken[k] >= 0:
			return start
		case s.low[k] == "-" || s.d.Form(k) == "’" || s.d.Form(k) == "'":
			if k > 0 && s.d.Tokens[k].Start == s.d.Tokens[k-1].End {
				continue
			}
			return start
		case s.roleAt[k] >= 0:
			return start
		case s.isTitle(k):
			return start
		case s.nameWord(k), s.capitalAdjective(k):
			start = k
		case s.lx.is("particles", s.low[k]) && s.low[k+1] == "-" && s.d.Tokens[k].End == s.d.Tokens[k+1].Start && s.hitAt[k] < 0:
			start = k // "al-Quaety"
		case s.lx.is("particles", s.low[k]) && k > 0 && s.nameWord(k-1) && s.d.Tokens[k].UPOS != entente.CCONJ:
			start = k
		default:
			return start
		}
	}
	return start
}

// capitalAdjective reports whether token k is the first word of a name that is
// an adjective: "New York".
func (s *scan) capitalAdjective(k int) bool {
	return s.d.Tokens[k].UPOS == entente.ADJ && s.capital(k) && s.hitAt[k] < 0 && s.roleAt[k] < 0 && !s.timed[k] && s.before(k) && s.d.Tokens[k-1].UPOS != entente.PUNCT
}

// initialled finds the person of the tables whom a name with initials means: "John
// R. Bolton".
func (s *scan) initialled(first, last int) (gazetteer.Ref, bool) {
	var w []string
	for t := first; t <= last; t++ {
		if f := s.d.Form(t); len(strings.Trim(f, ".")) > 1 {
			w = append(w, f)
		}
	}
	for _, r := range gazetteer.Lookup(strings.Join(w, " ")) {
		if r.Sense == gazetteer.PersonName {
			return r, true
		}
	}
	return gazetteer.Ref{}, false
}

// hasInitial reports whether a middle word is an initial: "John R. Bass".
func (s *scan) hasInitial(first, last int) bool {
	for t := first; t < last; t++ {
		f := s.d.Form(t)
		if (len(f) == 1 || len(f) == 2 && f[1] == '.') && f[0] >= 'A' && f[0] <= 'Z' {
			return true
		}
	}
	return false
}

// buildPlace makes a mention of a city or region that stands for its state.
func (s *scan) buildPlace(t int, nested bool) int {
	p := s.place[t]
	if p < 0 || s.d.Places[p].Country == "" || s.taken[t] >= 0 || s.hitAt[t] >= 0 {
		return -1
	}
	first, last, ok := s.tokensOf(s.d.Places[p].Span)
	if !ok || last != t {
		return -1
	}
	m := blank(first, last)
	m.nested, m.sense, m.kind, m.country, m.rule = nested, placeInState, entente.StateActor, s.d.Places[p].Country, "place"
	m.name = s.d.Places[p].Name
	if s.locative(&m) {
		m.rule = "place.in"
	}
	return s.add(m)
}
