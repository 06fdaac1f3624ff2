package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// buildRole makes a mention of a word for people or a body.
func (s *scan) buildRole(ri int, nested bool) int {
	r := s.roles[ri]
	class := &s.lx.roles[r.role]
	left, l := s.modifiers(r.first - 1)
	left = s.linkedLeft(left, class)
	if l.pron >= 0 && s.lx.is("limbs", s.words(r.first, r.last)) {
		return -1 // "their heads"
	}
	if s.lx.is("kin", s.low[r.last]) && s.stateBehind(r.last) {
		return -1 // "its neighbour, Rwanda": the name alone is the actor
	}
	m := blank(left, r.last)
	m.core = r.last
	m.nested, m.sense, m.role, m.title, m.rule = nested, described, class, s.words(r.first, r.last), "role."+class.id
	if r.last > r.core || s.capital(r.last) && class.kind != "person" && s.ownWords(left, r.first) {
		m.sense, m.rule = named, "name."+class.id
	}
	m.many = r.many || s.d.Tokens[r.last].Morph.Has(entente.Plural) && class.kind != "body"
	m.kind = class.kindOf(m.many)
	m.definite, m.indefinite = l.definite, l.indefinite
	m.sector = class.sector
	s.applyLead(&m, &l)
	if s.lx.is("owned-others", s.low[r.last]) && s.possessedIn(left, r.first) {
		m.country = ""
	}
	last := s.complement(&m, r.last)
	m.until = max(m.until, last)
	if class.weak && m.country == "" && m.org < 0 && m.owner < 0 && !s.capital(r.last) {
		if !m.definite || !s.lx.is("bloc", s.low[r.last]) {
			return -1
		}
		m.anaphor = true
	}
	m.country = first(m.country, class.state)
	if l.former {
		m.sector = s.lx.class("former").sector
	}
	m.name = s.nameOf(&m, r.last)
	m.last = last
	if class.kind == "body" && s.capital(r.last) && last > r.last {
		m.name = s.nameOf(&m, last)
	}
	return s.add(m)
}

// stateBehind reports whether the name of a state follows token last, with a comma
// or an article between them or none.
func (s *scan) stateBehind(last int) bool {
	t := last + 1
	for t < len(s.low) && (s.low[t] == "," || s.d.Tokens[t].UPOS == entente.DET) {
		t++
	}
	for k := t; k < min(t+4, len(s.low)); k++ {
		if s.hitAt[k] < 0 {
			continue
		}
		if h := s.hits[s.hitAt[k]]; h.first == t && !h.not {
			ref, ok := s.choose(&h)
			return ok && ref.Sense == gazetteer.StateName
		}
	}
	return false
}

// linkedLeft lengthens the name of a body to the left: "Cinema for Peace
// Foundation".
func (s *scan) linkedLeft(left int, class *role) int {
	if class.kind == "person" || left < 2 || !s.capital(left) || s.sentOf[left-2] != s.sentOf[left] || !s.lx.is("linked", s.low[left-1]) || !s.freeName(left-2) || s.taken[left-2] >= 0 || s.place[left-2] >= 0 {
		return left
	}
	return s.nameStart(left - 2)
}

// ownWords reports whether a capitalised word that is no known name stands
// before a noun, so that the whole is a name: "Civic Party".
func (s *scan) ownWords(left, end int) bool {
	for t := left; t < end; t++ {
		if u := s.d.Tokens[t].UPOS; (u == entente.PROPN || u == entente.ADJ && t > s.d.Sentences[s.sentOf[t]].First) && s.capital(t) && s.hitAt[t] < 0 && s.roleAt[t] < 0 {
			return true
		}
	}
	return false
}

// words are tokens as one lower-case phrase.
func (s *scan) words(first, last int) string {
	if first == last {
		return s.low[first]
	}
	return strings.Join(s.low[first:last+1], " ")
}

// nameOf is what a described actor is called: its words.
func (s *scan) nameOf(m *mention, last int) string {
	return squeeze(s.d.TextOf(entente.Span{Start: s.d.Tokens[m.first].Start, End: s.d.Tokens[last].End}))
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), " ") }

// applyLead gives the mention what stands before it.
func (s *scan) applyLead(m *mention, l *lead) {
	m.country, m.more, m.owner, m.ownerPron = l.country, l.more, l.owner, l.pron
	if l.org >= 0 {
		s.belong(m, l.org, l.orgMention)
	}
	if m.role == nil {
		return
	}
	if l.owner >= 0 {
		s.inherit(m, &s.mentions[l.owner])
	}
	if l.parent != nil {
		s.inheritRole(m, l.parent)
	}
	if l.sector != "" && m.role.rel && l.org < 0 {
		m.sector = l.sector
	}
}

// belong makes the mention one of an organisation's: "NATO chief", "Taliban
// fighters", "Democratic senators".
func (s *scan) belong(m *mention, org, by int) {
	o := &gazetteer.Organisations()[org]
	if m.country == "" || o.Country != "" && m.sense != stranger {
		m.country = first(m.country, o.Country)
	}
	if o.Kind == "group" || o.Kind == "region" {
		return
	}
	m.org, m.owner = org, by
	switch {
	case m.role == nil, m.role.rel, o.Sector == "REB", o.Sector == "PRM":
		m.sector = s.orgSector(o)
		m.code = o.Code
	case o.Country == "":
		m.code = o.Code
	}
}

func (s *scan) orgSector(o *gazetteer.Organisation) string {
	if o.Kind == "igo" || o.Kind == "bloc" {
		return "IGO"
	}
	return o.Sector
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// inherit takes from the possessor what a spokesman, aide or member takes.
func (s *scan) inherit(m, owner *mention) {
	m.country = first(m.country, owner.country)
	if !m.role.rel {
		return
	}
	switch owner.sense {
	case described, seat, named:
		if owner.sector != "" && owner.kind != entente.PersonActor {
			m.sector = owner.sector
		}
		m.code = owner.code
	}
}

// inheritRole takes from a body named before the noun: "army spokesman",
// "opposition protesters".
func (s *scan) inheritRole(m *mention, parent *role) {
	switch {
	case m.role.rel && parent.kind != "person" && parent.sector != "":
		m.sector = parent.sector
	case parent.id == "opposition" || parent.id == "rebel":
		m.sector = parent.sector
	}
}

// complement reads "of France", "for the German government", "in Iraq" after
// a noun that ends at token last; it returns the last token of an "of" phrase.
func (s *scan) complement(m *mention, last int) int {
	p := last + 1
	if p+1 >= len(s.d.Tokens) || s.sentOf[p] != s.sentOf[last] || s.d.Tokens[p].UPOS != entente.ADP {
		return last
	}
	of := s.lx.is("of", s.low[p])
	if !of && !s.lx.is("in", s.low[p]) {
		return last
	}
	i := s.startAfter(p + 1)
	if !of && m.country != "" {
		if i >= 0 && m.role.rel && s.mentions[i].sense == bareState {
			m.until = s.mentions[i].last // "American ambassador to Kenya"
		}
		return last
	}
	if i >= 0 && !of && (s.lx.is("posted", m.role.id) || s.lx.is("guests", m.title)) && s.lx.is("posting", s.low[p]) {
		if c := &s.mentions[i]; c.sense == bareState || c.sense == seat || c.sense == placeInState {
			m.until = c.last // "its ambassador to Sweden"
			return last
		}
	}
	if i < 0 && of && m.role.rel {
		i, of = s.employer(p+1), false
	}
	if i < 0 || !of && !s.belongsBy(m, &s.mentions[i], s.low[p]) {
		return last
	}
	if !s.completed(m, i, of) {
		return last
	}
	if of {
		return s.further(m, s.mentions[i].last)
	}
	m.until = s.mentions[i].last
	return last
}

// belongsBy reports whether a preposition other than "of" makes the mention one
// of what stands behind it: "the delegation from France", not "the man with
// the priest".
func (s *scan) belongsBy(m, c *mention, prep string) bool {
	body := m.role.kind == "person" && c.role != nil && c.role.kind == "body"
	if s.lx.is("member-of", prep) && !body {
		return false // "the committee on China"
	}
	switch c.sense {
	case bareState, seat, placeInState:
		return !s.ofStates(m)
	case organ, outlet:
		return m.role.rel || m.role.kind == "person" && !m.many && s.lx.is("employed", prep)
	case described, person, stranger, named:
		return m.role.rel || body
	}
	return false
}

// completed gives the mention what mention i behind its preposition tells, and
// reports whether that is anything.
func (s *scan) completed(m *mention, i int, of bool) bool {
	c := &s.mentions[i]
	c.inner = true
	switch {
	case c.sense == organ && c.kind != entente.GroupActor:
		s.belong(m, c.org, i)
	case c.sense == outlet:
		m.country, m.owner = first(m.country, c.country), i
		if m.role.rel {
			m.sector = c.sector
		}
	case c.sense == several, c.sense == pronoun:
		return false
	default:
		if m.country == "" {
			m.country, m.more = c.country, c.more
		}
		if m.owner < 0 {
			m.owner = i
		}
		if c.sense == described && of && s.lx.is("collections", m.title) && c.kind == entente.GroupActor && c.many {
			m.role, m.sector, m.kind, m.many = c.role, c.sector, entente.GroupActor, true // "a group of protesters"
		}
		if c.sense == described || c.sense == named || c.sense == seat {
			s.inherit(m, c)
		}
	}
	return true
}

// further is the last token of what follows an "of" phrase and still belongs
// to the office: "representative of the president for Sudan".
func (s *scan) further(m *mention, last int) int {
	p := last + 1
	if m.role.rel && m.role.kind == "person" && p+1 < len(s.d.Tokens) && s.sentOf[p+1] == s.sentOf[last] && s.lx.is("employed", s.low[p]) {
		if i := s.startAfter(p + 1); i >= 0 && s.mentions[i].sense == bareState {
			m.until = s.mentions[i].last
		}
	}
	return last
}

// employer is the body behind the field of an office: "director of global news
// for AFP".
func (s *scan) employer(t int) int {
	for k := t; k < t+5 && k+1 < len(s.d.Tokens) && s.sentOf[k+1] == s.sentOf[t]; k++ {
		switch u := s.d.Tokens[k].UPOS; {
		case s.lx.is("employed", s.low[k]):
			return s.startAfter(k + 1)
		case u != entente.NOUN && u != entente.ADJ && u != entente.PROPN && u != entente.CCONJ:
			return -1
		}
	}
	return -1
}

// startAfter is the mention that begins at token t or after its determiner and
// plain modifiers.
func (s *scan) startAfter(t int) int {
	for k := t; k < len(s.d.Tokens) && k < t+4 && s.sentOf[k] == s.sentOf[t]; k++ {
		if i, ok := s.starts[k]; ok {
			return i
		}
		if u := s.d.Tokens[k].UPOS; u != entente.DET && u != entente.ADJ && u != entente.NUM && u != entente.PRON && u != entente.ADV {
			return -1
		}
	}
	return -1
}

// roleOf is the class of a word of the role lists, nil when there is none.
func (lx *lexicon) roleOf(word string) *role {
	if v := lx.trie.Find(word); len(v) > 0 {
		return &lx.roles[v[0]/2]
	}
	return nil
}

// possessedIn reports whether a possessive stands among tokens [first, last):
// "Ukraine's allies" are no Ukrainians.
func (s *scan) possessedIn(first, last int) bool {
	for t := first; t < last; t++ {
		if s.d.Tokens[t].XPOS == "POS" {
			return true
		}
	}
	return false
}
