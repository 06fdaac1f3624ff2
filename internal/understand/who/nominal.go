package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// holder finds who holds the office that the words name on the article's day.
func (s *scan) holder(i int) int {
	m := &s.mentions[i]
	if m.sense != described || m.kind != entente.PersonActor || m.indefinite || s.isFormer(m) {
		return -1
	}
	whose := m.country
	if m.org >= 0 {
		whose = gazetteer.Organisations()[m.org].Code
	}
	title := strings.ReplaceAll(strings.ReplaceAll(m.title, " - ", " "), "-", " ")
	if whose == "" {
		return -1
	}
	for _, office := range []string{m.role.office, title} {
		if office == "" {
			continue
		}
		p, ok := gazetteer.Holder(whose, office, s.day)
		if !ok {
			continue
		}
		if c, ok := s.keys["person "+p.Name]; ok {
			return c
		}
		if s.day == 0 || m.org >= 0 && m.owner < 0 {
			return -1
		}
		return s.newHolder(m, p, whose)
	}
	return s.topPerson(m)
}

// newHolder opens a chain for an office holder whom the text does not name.
func (s *scan) newHolder(m *mention, p *gazetteer.Person, whose string) int {
	c := chain{person: -1, org: -1, name: p.Name, sense: person, kind: entente.PersonActor, country: m.country, sector: m.sector, title: m.title, role: m.role, sex: male, code: m.code}
	if p.Woman {
		c.sex = female
	}
	s.chains = append(s.chains, c)
	s.keys["person "+p.Name] = len(s.chains) - 1
	return len(s.chains) - 1
}

// topPerson finds the head of state or government that "the Japanese leader"
// means among those named before.
func (s *scan) topPerson(m *mention) int {
	if m.role.id != "leader" || m.country == "" || m.org >= 0 {
		return -1
	}
	for c := len(s.chains) - 1; c >= 0 && c > len(s.chains)-2*maxLook; c-- {
		ch := &s.chains[c]
		if ch.kind == entente.PersonActor && ch.country == m.country && ch.role != nil && s.lx.is("top-offices", ch.role.office) {
			return c
		}
	}
	return -1
}

func (s *scan) isFormer(m *mention) bool {
	return m.sector != "" && m.sector == s.lx.class("former").sector
}

// sameRole finds the person last named with this role: "the minister".
func (s *scan) sameRole(i int) int {
	m := &s.mentions[i]
	if m.sense != described || m.kind != entente.PersonActor || !m.definite || m.many {
		return -1
	}
	other := -1
	for c := len(s.chains) - 1; c >= 0 && c > len(s.chains)-2*maxLook; c-- {
		ch := &s.chains[c]
		if ch.kind != entente.PersonActor || ch.title == "" || len(ch.members) == 0 {
			continue
		}
		if m.country != "" && ch.country != "" && m.country != ch.country {
			continue
		}
		same := ch.title == m.title || s.sameTitle(ch.title) == s.sameTitle(m.title) || ch.role != nil && ch.role.office != "" && ch.role.office == m.role.office
		if !same && (!strings.HasSuffix(ch.title, " "+m.title) || m.role.kind != "person") {
			continue
		}
		back := &s.mentions[ch.members[len(ch.members)-1]]
		last := back.sent
		if last+12 < m.sent || s.bound(m, back) && s.subject(back) {
			continue // nobody "calls the president a liar" and means himself
		}
		if m.country == "" && ch.country != s.about.country && (last+1 < m.sent && s.about.likely() || last < m.sent && s.about.sure() && !s.subject(m)) {
			if other < 0 {
				other = c // of another state than the story: only if the story has none
			}
			continue
		}
		return c
	}
	return other
}

// counterpart finds the holder of the same office in another state: "his
// Chinese counterpart".
func (s *scan) counterpart(i int) int {
	m := &s.mentions[i]
	if m.sense != described || m.role.id != "counterpart" || m.ownerPron < 0 || m.country == "" {
		return -1
	}
	j := s.taken[m.ownerPron]
	if j < 0 || s.mentions[j].chain < 0 {
		return -1
	}
	own := &s.chains[s.mentions[j].chain]
	if own.role == nil || own.role.office == "" || own.country == m.country {
		return -1
	}
	m.sector = own.role.sector
	if p, ok := gazetteer.Holder(m.country, own.role.office, s.day); ok {
		if c, ok := s.keys["person "+p.Name]; ok {
			return c
		}
		if s.day != 0 {
			m.title, m.role = own.title, own.role
			return s.newHolder(m, p, m.country)
		}
	}
	return -1
}

// sameNoun finds the body or group last named with the noun of a definite
// phrase: "the militia", "these troops".
func (s *scan) sameNoun(i int) int {
	m := &s.mentions[i]
	if m.sense != described || m.kind == entente.PersonActor || m.kind == entente.StateActor || !m.definite || s.counted(m) {
		return -1
	}
	words := s.plainWords(m)
	named := m.country != "" && !strings.HasSuffix(m.rule, ".home")
	return s.recent(i, func(c *chain, o *mention) bool {
		if named && c.country != m.country || words != m.title && words != s.plainWords(o) {
			return false
		}
		return o.sense == described && o.kind == m.kind && o.many == m.many && s.low[o.core] == s.low[m.core] && (s.sameTitle(o.title) == s.sameTitle(m.title) || strings.HasSuffix(o.title, " "+m.title)) &&
			(m.country == "" || c.country == "" || m.country == c.country)
	})
}

// theCountry finds the state that "the country" means.
func (s *scan) theCountry(i int) int {
	m := &s.mentions[i]
	if m.sense != described || m.kind != entente.StateActor || m.many || m.indefinite {
		return -1
	}
	facing := false
	if s.lx.is("owned-others", s.low[m.core]) && (m.ownerPron >= 0 || m.owner >= 0) {
		if facing = s.lx.is("facing", s.low[m.core]); !facing {
			return -1 // "its ally" is another state
		}
	}
	if !facing && m.country != "" && m.definite {
		if c, ok := s.keys["state "+m.country+m.country]; ok {
			return c
		}
		if _, ok := gazetteer.StateByISO3(m.country); ok && m.ownerPron >= 0 {
			return s.stateChain(m.country)
		}
	}
	c := s.recent(i, func(c *chain, o *mention) bool {
		return (c.sense == bareState || c.sense == seat) && !o.nested && !s.bound(m, o) && !s.outsider(m, o, c.country) && s.isOfSort(c.country, m) && !s.ownedBySame(m, c)
	})
	if c >= 0 && s.chains[c].sense == seat {
		if st, ok := s.keys["state "+s.chains[c].country+s.chains[c].country]; ok {
			return st
		}
	}
	return c
}

// ownedBySame reports whether a possessive pronoun on the words stands for the state
// or its people: nobody is his own neighbour.
func (s *scan) ownedBySame(m *mention, c *chain) bool {
	j := m.owner
	if m.ownerPron >= 0 {
		j = s.taken[m.ownerPron]
	}
	if j < 0 || s.mentions[j].chain < 0 {
		return false
	}
	return s.chains[s.mentions[j].chain].country == c.country
}

// isOfSort reports whether a state may be called by words that only some are called
// by: "the emirate", "the West African nation".
func (s *scan) isOfSort(country string, m *mention) bool {
	c := strings.ToLower(country)
	if s.lx.is("sorts-of-state", m.title) && !s.lx.is("sort-"+m.title, c) {
		return false
	}
	last := m.core - strings.Count(m.title, " ") - 1
	for t := max(m.first, last-2); t <= last; t++ {
		if w := s.words(t, last); s.lx.is("regions", w) {
			return s.lx.is("in-"+w, c)
		}
	}
	return true
}

// theBody finds the organisation that "the alliance" means.
func (s *scan) theBody(i int) int {
	m := &s.mentions[i]
	noun := s.low[m.last]
	company := s.lx.is("body-company", noun) && !s.lx.is("body-bloc", noun)
	if m.sense != described || !m.definite || m.many || m.country != "" && !((company || s.lx.is("union-nouns", noun)) && strings.HasSuffix(m.rule, ".home")) || !s.lx.is("bloc", noun) {
		return -1
	}
	if m.core > m.first && s.capital(m.core) && s.capital(m.core-1) {
		return -1 // "the Pirate Party" has a name of its own
	}
	if r := m.last + 1; company && r < len(s.low) && s.lx.is("described-anew", s.low[r]) {
		return -1 // "the company that built the dam"
	}
	found := s.recent(i, func(c *chain, o *mention) bool {
		name := strings.ToLower(c.name + " " + s.longName(c))
		return c.kind == entente.OrgActor && (strings.Contains(name, noun) || s.lx.anyIn("also-"+noun, name))
	})
	if found >= 0 {
		return found
	}
	return s.recent(i, func(c *chain, o *mention) bool {
		if company && c.org < 0 && o.sense != described && c.kind == entente.OrgActor && o.role != nil && o.role.sector == "BUS" {
			return true
		}
		if c.org < 0 || o.sense == outlet {
			return false
		}
		k := gazetteer.Organisations()[c.org].Kind
		return s.lx.is("body-"+k, noun)
	})
}

// theOutlet finds the outlet that "the broadcaster" means.
func (s *scan) theOutlet(i int) int {
	m := &s.mentions[i]
	if m.sense != described || !m.definite || m.many || m.first+1 < m.core || m.country != "" && !strings.HasSuffix(m.rule, ".home") || !s.lx.is("outlets", s.low[m.last]) {
		return -1
	}
	return s.recent(i, func(c *chain, o *mention) bool { return o.sense == outlet })
}

func (s *scan) longName(c *chain) string {
	if c.org < 0 {
		return ""
	}
	return gazetteer.Organisations()[c.org].Name
}

// recent is the chain last mentioned before mention i that fits.
func (s *scan) recent(i int, fits func(*chain, *mention) bool) int {
	me := &s.mentions[i]
	for k := s.rankOf[i] - 1; k >= 0 && k > s.rankOf[i]-maxLook; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent+4 < me.sent {
			break
		}
		if o.chain >= 0 && o.last < me.first && fits(&s.chains[o.chain], o) {
			return o.chain
		}
	}
	return -1
}
