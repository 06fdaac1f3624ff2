package who

import (
	"sort"

	"entente"
)

// chain is an actor while its mentions are being joined.
type chain struct {
	members []int
	sense   sense
	kind    entente.ActorKind
	name    string
	code    string
	country string
	sector  string
	title   string
	role    *role
	sex     gender
	many    bool
	person  int
	org     int
	parts   []int // chains that it stands for together: "the two countries"
}

// join runs the sieves over the mentions in text order.
func (s *scan) join() {
	ids := make([]int, len(s.mentions))
	for i := range ids {
		ids[i] = i
	}
	sort.SliceStable(ids, func(a, b int) bool {
		x, y := &s.mentions[ids[a]], &s.mentions[ids[b]]
		if x.first != y.first {
			return x.first < y.first
		}
		return x.last > y.last
	})
	s.order = ids
	s.rankOf = make([]int, len(ids))
	for k, i := range ids {
		s.rankOf[i] = k
	}
	s.sieves = sieves()
	s.readFamilies()
	for _, i := range ids {
		if s.mentions[i].chain >= 0 {
			continue
		}
		s.assign(i)
	}
	s.lookAhead()
	s.adopt()
}

// lookAhead joins "the secretary general" of a lead to the only person who is
// named with that title further on.
func (s *scan) lookAhead() {
	titled := map[string]int{} // title -> chain of the only person, -2 when there are several
	for c := range s.chains {
		if ch := &s.chains[c]; (ch.sense == person || ch.sense == stranger) && ch.title != "" {
			if _, ok := titled[ch.title]; ok {
				titled[ch.title] = -2
			} else {
				titled[ch.title] = c
			}
		}
	}
	for c := range s.chains {
		ch := &s.chains[c]
		if ch.sense != described || ch.kind != entente.PersonActor || ch.many || ch.country != "" || ch.code != "" || len(ch.members) == 0 || !s.mentions[ch.members[0]].definite {
			continue
		}
		to, ok := titled[ch.title]
		if !ok || to < 0 || ch.sector != "" && ch.sector != s.chains[to].sector && ch.sector != ch.role.sector {
			continue
		}
		for _, i := range ch.members {
			s.mentions[i].chain = to
			s.mentions[i].rule = "role.ahead:" + s.mentions[i].rule
		}
		ch.members = nil
	}
}

// sieve is one way to find the chain of a mention, -1 when it has no answer.
type sieve struct {
	name string
	find func(*scan, int) int
}

// sieves lists them in the order in which they run; the first answer counts.
func sieves() []sieve {
	return []sieve{
		{"", (*scan).apposed},
		{"", (*scan).sameKey},
		{"name.part", (*scan).familyName},
		{"name.given", (*scan).givenName},
		{"name.short", (*scan).shortName},
		{"acronym", (*scan).acronym},
		{"nominal", (*scan).sameNoun},
		{"office", (*scan).holder},
		{"role", (*scan).sameRole},
		{"counterpart", (*scan).counterpart},
		{"nominal.state", (*scan).theCountry},
		{"nominal.organisation", (*scan).theBody},
		{"nominal.outlet", (*scan).theOutlet},
		{"plural", (*scan).theMany},
		{"plural", (*scan).theTwo},
		{"pronoun", (*scan).resolve},
	}
}

// assign puts a mention into a chain, a new one when no sieve knows it.
func (s *scan) assign(i int) {
	m := &s.mentions[i]
	s.settle(i)
	for _, v := range s.sieves {
		c := v.find(s, i)
		if c < 0 {
			continue
		}
		if v.name != "" {
			m.rule = v.name + ":" + m.rule
		}
		s.enter(i, c)
		return
	}
	if m.anaphor || m.sense == pronoun || m.sense == several || m.sense == described && m.kind == entente.StateActor {
		m.chain = -2 // points at nothing known
		return
	}
	s.chains = append(s.chains, chain{person: -1, org: -1})
	s.enter(i, len(s.chains)-1)
}

// enter adds a mention to a chain and lets the chain learn from it.
func (s *scan) enter(i, c int) {
	m, ch := &s.mentions[i], &s.chains[c]
	m.chain = c
	if m.sense == described && m.country != "" && m.kind != entente.PersonActor {
		s.bodies[s.sameTitle(m.title)] = body{m.country, m.sent}
		s.bodies[lastWord(m.title)] = body{m.country, m.sent}
	}
	ch.members = append(ch.members, i)
	if k := s.key(m); k != "" {
		if _, ok := s.keys[k]; !ok {
			s.keys[k] = c
		}
	}
	if m.sense == pronoun || m.sense == several || s.borrowed(m, ch) {
		return
	}
	named := m.sense != described
	if ch.name == "" || named && ch.sense == described || m.sense == stranger && len(m.name) > len(ch.name) {
		ch.name, ch.sense, ch.kind = m.name, m.sense, m.kind
		ch.many = m.many
		if named && m.country != "" {
			ch.country = m.country
			ch.code = m.code
		}
		if named && m.sector != "" {
			ch.sector = m.sector
		}
	}
	if named || ch.person < 0 {
		ch.code = first(ch.code, m.code)
	}
	if m.sense != described || ch.sense != organ && ch.sense != outlet {
		ch.country, ch.sector, ch.title = first(ch.country, m.country), first(ch.sector, m.sector), first(ch.title, m.title)
	}
	if ch.role == nil {
		ch.role = m.role
	}
	if ch.sex == anyGender {
		ch.sex = m.sex
	}
	if m.person >= 0 {
		ch.person = m.person
	}
	if m.sense == organ {
		ch.org = m.org
	}
}

// borrowed reports whether a mention is an acronym that the tables know for
// another body than the one that the text gives it to.
func (s *scan) borrowed(m *mention, ch *chain) bool {
	return m.sense == organ && ch.sense == named && m.country != "" && ch.country != "" && m.country != ch.country
}

// endingAt is the longest mention that ends at token t, -1 when there is none.
func (s *scan) endingAt(t, sent int) int {
	best := -1
	for _, i := range s.bySent(sent) {
		m := &s.mentions[i]
		if m.last == t && (best < 0 || m.first < s.mentions[best].first) {
			best = i
		}
	}
	return best
}

// maxLook bounds how many mentions a sieve looks at, so that no text makes the
// work grow faster than its length.
const maxLook = 200

// bySent lists the mentions of a sentence in text order, the first ones of a
// very long one.
func (s *scan) bySent(sent int) []int {
	lo := sort.Search(len(s.order), func(k int) bool { return s.mentions[s.order[k]].sent >= sent })
	hi := lo
	for hi < len(s.order) && hi < lo+maxLook && s.mentions[s.order[hi]].sent == sent {
		hi++
	}
	return s.order[lo:hi]
}
