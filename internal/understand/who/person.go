package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// buildPerson makes a mention of a person of the office tables, with the
// titles before the name.
func (s *scan) buildPerson(m mention, ref gazetteer.Ref) int {
	p := &gazetteer.People()[ref.Index]
	m.sense, m.kind, m.person, m.name, m.sex = person, entente.PersonActor, ref.Index, p.Name, male
	m.rule = "name.person"
	if ref.Sense == gazetteer.PersonFamily {
		m.rule = "name.family"
	}
	if p.Woman {
		m.sex = female
	}
	nested := m.nested
	s.leadTitle(&m)
	former := m.sector != "" && m.sector == s.lx.class("former").sector
	spell, now := p.At(s.day)
	if m.title != "" && s.day == 0 {
		for _, sp := range p.Spells {
			if m.role != nil && sp.Office == m.role.office {
				spell, now = sp, true
			}
		}
	}
	titled := m.title != ""
	if !now && s.day != 0 && spell.Since > s.day {
		s.notYet(&m, spell)
		return s.add(m)
	}
	// Who left office, or died in it, within a month is still spoken of by it.
	s.fillOffice(&m, spell)
	if former || !now && !titled && spell.Since != 0 && spell.Until != 0 && spell.Until+100 <= s.day {
		m.sector = s.lx.class("former").sector
		if m.code != "" && len(m.country) == 3 {
			m.code = ""
		}
	}
	m.nested = nested
	return s.add(m)
}

// notYet makes a mention of somebody who took office only after the article:
// what stands before the name says what the person was then.
func (s *scan) notYet(m *mention, spell gazetteer.Spell) {
	if m.country == "" && m.code == "" && len(spell.Country) == 3 {
		m.country = spell.Country
	}
}

// fillOffice gives the mention what the office says.
func (s *scan) fillOffice(m *mention, spell gazetteer.Spell) {
	class := s.lx.officeClass(spell.Office)
	if o, ok := gazetteer.OrganisationByCode(spell.Country); ok {
		m.code, m.country, m.sector = o.Code, o.Country, s.orgSector(o)
		m.owner = -1
	} else {
		m.code, m.country = "", spell.Country
		if st, ok := gazetteer.StateByISO3(spell.Country); ok {
			m.country = st.Country()
		}
		m.sector = s.lx.class("official").sector
		if class != nil && class.sector != "" {
			m.sector = class.sector
		}
	}
	if m.title == "" || m.role == nil || m.role.rel {
		m.title = spell.Office
	}
	if class != nil {
		m.role = class
	}
}

// officeClass is the role class of an office: of its words, or of the last of
// them that is known ("Quds Force commander").
func (lx *lexicon) officeClass(office string) *role {
	office = strings.ToLower(office)
	for {
		if r := lx.roleOf(office); r != nil {
			return r
		}
		_, rest, ok := strings.Cut(office, " ")
		if !ok {
			return nil
		}
		office = rest
	}
}

// leadTitle reads titles and their modifiers before a person's name.
func (s *scan) leadTitle(m *mention) {
	k := m.first - 1
	for k >= 0 && s.sentOf[k] == s.sentOf[m.first] && s.taken[k] < 0 {
		if g, ok := s.lx.titles[s.d.Form(k)]; ok && s.roleEnd[k] < 0 {
			if g != anyGender {
				m.sex = g
			}
			m.first, k = k, k-1
			if m.rule == "name.stranger" {
				m.rule = "title.name"
			}
			continue
		}
		ri := s.roleEnd[k]
		if ri < 0 || s.lx.roles[s.roles[ri].role].kind == "body" || s.lx.roles[s.roles[ri].role].kind == "state" {
			break
		}
		r := s.roles[ri]
		if s.d.Tokens[r.last].Morph.Has(entente.Plural) && !s.capital(r.last) && !(s.after(m.last) && (s.d.Tokens[m.last+1].UPOS == entente.CCONJ || s.low[m.last+1] == ",")) {
			break // "told reporters Bashir would go"
		}
		m.role, m.title = &s.lx.roles[r.role], s.words(r.first, r.last)
		m.sector, m.country = m.role.sector, first(m.country, m.role.state)
		m.first, k = r.first, r.first-1
		m.rule = "title.name"
		if g, ok := s.lx.titles[s.d.Form(r.last)]; ok && g != anyGender {
			m.sex = g
		}
	}
	if k < 0 || s.sentOf[k] != s.sentOf[m.first] {
		return
	}
	if m.role == nil && s.hitAt[k] < 0 && s.d.Tokens[k].XPOS != "POS" {
		return
	}
	if m.role == nil && s.titleOf(m, k) {
		return
	}
	if m.role == nil && s.hitAt[k] >= 0 && (s.d.Tokens[k].UPOS == entente.PROPN && s.namesPerson(k) || s.behindPreposition(k)) {
		return
	}
	left, l := s.modifiers(k)
	m.first = left
	s.applyLead(m, &l)
	if m.role != nil {
		m.country = first(m.country, m.role.state)
	}
	if m.sector == "" {
		m.sector = l.sector
	}
	if l.former {
		m.sector = s.lx.class("former").sector
	}
}

// titleOf reads "President of the United States" before a name, where token k
// ends the name of the state or body.
func (s *scan) titleOf(m *mention, k int) bool {
	h := s.hitAt[k]
	if h < 0 || s.hits[h].last != k || s.d.Tokens[k].End+1 != s.d.Tokens[k+1].Start {
		return false
	}
	p := s.hits[h].first - 1
	if p > 0 && s.d.Tokens[p].UPOS == entente.DET {
		p--
	}
	if p < 1 || s.sentOf[p-1] != s.sentOf[k] || !s.lx.is("of", s.low[p]) || s.roleEnd[p-1] < 0 {
		return false
	}
	r := s.roles[s.roleEnd[p-1]]
	class := &s.lx.roles[r.role]
	if class.kind != "person" {
		return false
	}
	i := s.build(k, true)
	if i < 0 {
		return false
	}
	m.role, m.title, m.sector, m.rule, m.first = class, s.words(r.first, r.last), class.sector, "title.name", r.first
	m.country, m.owner = s.mentions[i].country, i
	if o := &s.mentions[i]; o.sense == organ && o.kind != entente.GroupActor {
		s.belong(m, o.org, i)
	}
	return true
}

// namesPerson reports whether the hit at token k is itself a person's name.
func (s *scan) namesPerson(k int) bool {
	r, ok := s.choose(&s.hits[s.hitAt[k]])
	return ok && (r.Sense == gazetteer.PersonName || r.Sense == gazetteer.PersonFamily)
}

// class is the role class of an id.
func (lx *lexicon) class(id string) *role {
	for i := range lx.roles {
		if lx.roles[i].id == id {
			return &lx.roles[i]
		}
	}
	return &role{}
}
