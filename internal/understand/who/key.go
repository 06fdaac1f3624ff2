package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// key names what a mention refers to when its words alone say it.
func (s *scan) key(m *mention) string {
	switch m.sense {
	case bareState, ofState:
		return "state " + gazetteer.States()[m.state].ISO3 + m.country
	case placeInState:
		return "place " + m.name + m.country
	case peopleOf:
		return "people " + m.country
	case seat:
		return s.bodyKey(m)
	case organ:
		return "org " + gazetteer.Organisations()[m.org].Code
	case outlet:
		return "outlet " + m.name
	case person:
		return "person " + gazetteer.People()[m.person].Name
	case stranger, named:
		return "name " + gazetteer.Unaccent(m.name)
	case described:
		if m.kind == entente.StateActor || m.kind == entente.PersonActor || m.indefinite || s.counted(m) {
			return ""
		}
		return s.bodyKey(m)
	}
	return ""
}

// bodyKey joins a body of one state under its names: "the Japanese
// government", "Tokyo".
func (s *scan) bodyKey(m *mention) string {
	whose := m.country
	if m.org >= 0 && m.sense == described {
		whose = gazetteer.Organisations()[m.org].Code
	}
	if whose == "" {
		if m.sense != described || !m.many || m.role.id == "civilian" || m.role.id == "community" || m.ownerPron >= 0 {
			return ""
		}
		whose = "-"
	}
	if m.sense == described && m.role.id == "civilian" && !m.definite && strings.HasSuffix(m.rule, ".home") {
		return ""
	}
	title := s.plainWords(m)
	if m.owner >= 0 && s.mentions[m.owner].kind == entente.PersonActor {
		whose += s.mentions[m.owner].name
	}
	if same, ok := s.lx.same[title]; ok {
		title = same
	}
	return "body " + whose + " " + strings.Join(m.more, " ") + title
}

// plainWords are the words of a mention without the names and determiners in
// it: "front - line troops".
func (s *scan) plainWords(m *mention) string {
	if m.sense != described {
		return m.title
	}
	var w []string
	for t := m.first; t <= m.core; t++ {
		if u := s.d.Tokens[t].UPOS; s.hitAt[t] >= 0 || u == entente.DET || u == entente.PART || u == entente.PRON || u == entente.PUNCT || u == entente.CCONJ || s.place[t] >= 0 {
			continue
		}
		w = append(w, s.low[t])
	}
	return strings.Join(w, " ")
}

// counted reports whether a number stands before the noun: "100 prisoners".
func (s *scan) counted(m *mention) bool {
	for t := m.first; t < m.last; t++ {
		if s.d.Tokens[t].UPOS == entente.NUM && !s.lx.is("dual", s.low[t]) {
			return true
		}
	}
	return false
}

func (s *scan) sameKey(i int) int {
	k := s.key(&s.mentions[i])
	if k == "" {
		return -1
	}
	if c, ok := s.keys[k]; ok && !s.otherSex(&s.mentions[i], c) {
		return c
	}
	return -1
}

// otherSex reports whether a title says that a name is not the person of the
// chain: Mr. Corby is not Ms. Corby.
func (s *scan) otherSex(m *mention, c int) bool {
	sex := s.chains[c].sex
	return m.sense == stranger && m.sex != anyGender && sex != anyGender && sex != m.sex
}

// readFamilies notes the last words of the names of people that the text
// gives in full, so that "Pabriks" before and after is one person.
func (s *scan) readFamilies() {
	s.families, s.givens, s.short = map[string]int{}, map[string]int{}, map[string]int{}
	for _, i := range s.order {
		m := &s.mentions[i]
		s.readGiven(i)
		s.readShort(i)
		if m.sense != stranger && m.sense != person && !(m.sense == named && m.role == nil) || s.coreLen(m) < 2 {
			continue
		}
		w := plainName(lastWord(m.name))
		if _, ok := s.families[w]; !ok {
			s.families[w] = i
		}
	}
}

// readShort notes the short forms of the names of bodies that only the text
// knows: their capitals, and of firms and papers the first word.
func (s *scan) readShort(i int) {
	m := &s.mentions[i]
	if s.abroad(m) {
		if t := m.first; t < m.last && s.capital(t) {
			s.short[s.d.Form(t)] = i // "Ford" of the Ford Motor Company
		}
		return
	}
	if m.sense != named || m.role == nil || s.coreLen(m) < 2 {
		return
	}
	capitals, first := "", ""
	for t := m.first; t <= m.last; t++ {
		if s.capital(t) && s.hitAt[t] < 0 || capitals != "" && s.capital(t) {
			capitals += s.d.Form(t)[:1]
			if first == "" {
				first = s.d.Form(t)
			}
		}
	}
	if len(capitals) > 2 {
		s.short[capitals] = i
	}
	if s.lx.is("firms", m.role.id) && len(first) > 2 {
		s.short[first] = i
	}
}

// shortName finds the body whose short name this is.
func (s *scan) shortName(i int) int {
	m := &s.mentions[i]
	if m.sense != named || m.role != nil || s.coreLen(m) > 1 {
		return -1
	}
	j, ok := s.short[m.name]
	if !ok || j == i || s.mentions[j].chain < 0 {
		return -1
	}
	return s.mentions[j].chain
}

// plainName is a name without accents and capitals, in which the article of
// Arabic names looks one way: "Al-Quaety", "al-Quaety".
func plainName(name string) string { return strings.ToLower(gazetteer.Unaccent(name)) }

// coreLen is the number of words of the name itself.
func (s *scan) coreLen(m *mention) int { return strings.Count(m.name, " ") + 1 }

// familyName finds the person whose full name ends in these words.
func (s *scan) familyName(i int) int {
	m := &s.mentions[i]
	if m.sense != stranger && m.sense != named || s.coreLen(m) > 1 && !s.lx.is("particles", s.low[m.first]) {
		return -1
	}
	j, ok := s.families[plainName(lastWord(m.name))] // "Del Rosario" is Albert del Rosario
	if !ok || j == i {
		return -1
	}
	full := &s.mentions[j]
	if full.chain < 0 {
		s.assign(j)
	}
	if full.chain < 0 {
		return -1
	}
	if s.otherSex(m, full.chain) {
		return -1
	}
	if full.kind == entente.PersonActor {
		m.kind, m.sense = entente.PersonActor, stranger
	}
	return full.chain
}

// acronym joins "(ICC)" to the name before it.
func (s *scan) acronym(i int) int {
	m := &s.mentions[i]
	if m.sense != named && m.sense != organ || m.first < 2 || s.d.Form(m.first-1) != "(" || s.after(m.last) && s.d.Form(m.last+1) != ")" {
		return -1
	}
	name := s.d.Form(m.first)
	if strings.ToUpper(name) != name || len(name) < 2 {
		return -1
	}
	j := s.endingAt(m.first-2, m.sent)
	if j < 0 || s.mentions[j].chain < 0 || s.mentions[j].kind == entente.PersonActor && s.mentions[j].sense != named {
		return -1
	}
	c := s.mentions[j].chain
	ch := &s.chains[c]
	if ch.kind == entente.PersonActor {
		ch.kind = entente.OrgActor
	}
	if m.sense == organ && ch.sense != organ && !s.borrowed(m, ch) {
		ch.sense, ch.kind, ch.name, ch.code, ch.country, ch.sector, ch.org = organ, m.kind, m.name, m.code, m.country, m.sector, m.org
	}
	if m.sense == organ && ch.sense != organ { // another body that shares the acronym
		s.keys[s.key(m)] = c
		m.sense, m.org, m.country, m.sector, m.code = named, -1, "", "", ""
	}
	m.kind = entente.OrgActor
	return c
}
