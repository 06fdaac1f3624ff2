package who

import (
	"sort"
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// together finds the joined actors that "they" means: "Biden and Xi", or the
// two of "Biden met Xi".
func (s *scan) together(i int) int {
	me := &s.mentions[i]
	parts := s.company(i, func(c *chain) bool { return true })
	if parts == nil {
		return -1
	}
	me.also = parts[1:]
	return parts[0]
}

// company finds joined subjects in this and the sentence before whose chains
// fit; else a subject and its partner, two persons or two states.
func (s *scan) company(i int, fits func(*chain) bool) []int {
	me := &s.mentions[i]
	for k := s.rankOf[i] - 1; k >= 0 && k > s.rankOf[i]-maxLook; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent+1 < me.sent {
			break
		}
		if o.chain < 0 || o.nested || !s.subject(o) || o.last >= me.first || s.bound(me, o) || !fits(&s.chains[o.chain]) {
			continue
		}
		parts := s.withJoined(o)
		if len(o.also) > 0 { // "they" and "both sides" stand for several already
			parts = append(parts[:1:1], o.also...)
		}
		if len(parts) < 2 {
			parts = s.partner(o)
		}
		if len(parts) > 1 {
			return parts
		}
	}
	return nil
}

// partner lists the chains of a subject and of the object of its verb when
// they are of a kind: "Biden met Xi".
func (s *scan) partner(o *mention) []int {
	verb := s.d.Tokens[o.head].Head
	if verb < 0 {
		return nil
	}
	for _, kid := range s.d.Kids(verb) {
		if s.d.Tokens[kid].Rel != entente.Obj {
			continue
		}
		j := s.headed(kid)
		if j < 0 || s.mentions[j].chain < 0 || s.mentions[j].chain == o.chain {
			continue
		}
		a, b := &s.chains[o.chain], &s.chains[s.mentions[j].chain]
		if a.kind == b.kind && !a.many && !b.many && (a.kind == entente.PersonActor || a.kind == entente.StateActor) {
			return append([]int{o.chain}, s.withJoined(&s.mentions[j])...)
		}
	}
	return nil
}

// headed is the widest mention whose head is token t.
func (s *scan) headed(t int) int {
	best := -1
	for _, i := range s.bySent(s.sentOf[t]) {
		if m := &s.mentions[i]; m.head == t && (best < 0 || m.last-m.first > s.mentions[best].last-s.mentions[best].first) {
			best = i
		}
	}
	return best
}

// buildSeveral makes a mention of "the two countries", "both leaders".
func (s *scan) buildSeveral(t int) int {
	w := s.low[t]
	if s.loneTwo(t) {
		first := t
		if s.lx.is("counted", w) {
			first = t - 1
		}
		m := blank(first, t)
		m.sense, m.many, m.definite, m.name, m.rule = several, true, true, s.words(first, t), "two"
		return s.add(m)
	}
	if !s.lx.dual[w] || s.taken[t] >= 0 {
		return -1
	}
	if s.after(t) && s.lx.is("of", s.low[t+1]) && s.lx.is("bare-dual", w) {
		return -1 // "both sides of the aisle"
	}
	first := -1
	for k := t - 1; k >= 0 && k > t-4 && s.sentOf[k] == s.sentOf[t]; k-- {
		if s.lx.is("dual", s.low[k]) {
			first = k
			break
		}
		if u := s.d.Tokens[k].UPOS; u != entente.ADJ && u != entente.NOUN && u != entente.DET || s.hitAt[k] >= 0 {
			break
		}
	}
	if first < 0 {
		if !s.lx.is("bare-dual", w) || s.before(t) && (s.d.Tokens[t-1].UPOS != entente.DET || s.lx.is("not-dual", s.low[t-1])) {
			return -1
		}
		first = t
	}
	m := blank(first, t)
	m.sense, m.many, m.definite, m.name, m.rule = several, true, true, s.words(first, t), "two"
	return s.add(m)
}

// loneTwo reports whether token t is "two" behind "the", or "both", without a noun:
// "the two agreed to meet", "the leaders of both".
func (s *scan) loneTwo(t int) bool {
	if !s.lx.is("dual", s.low[t]) || s.taken[t] >= 0 || !s.before(t) {
		return false
	}
	if s.lx.is("counted", s.low[t]) != s.lx.is("the", s.low[t-1]) {
		return false
	}
	switch s.d.Tokens[t].Rel {
	case entente.Nmod: // "the foreign ministers of both"
		return !s.lx.is("counted", s.low[t])
	case entente.Nsubj, entente.NsubjPass, entente.Obj, entente.Obl:
		return s.d.Kid(t, entente.Nmod) < 0
	}
	return false
}

// twins finds the two states of one name: "the two Koreas".
func (s *scan) twins(i int, w string) int {
	for entry := range s.lx.words["twin"] {
		f := strings.Fields(entry)
		if len(f) != 3 || f[0] != w {
			continue
		}
		s.mentions[i].also = []int{s.stateChain(f[2])}
		return s.stateChain(f[1])
	}
	return -1
}

// stateChain is the chain of a state, opened when the text has not named it.
func (s *scan) stateChain(iso string) int {
	key := "state " + iso + iso
	c, ok := s.keys[key]
	if !ok {
		c = len(s.chains)
		name := iso
		if st, ok := gazetteer.StateByISO3(iso); ok {
			name = st.Name
		}
		s.chains = append(s.chains, chain{person: -1, org: -1, name: name, sense: bareState, kind: entente.StateActor, country: iso})
		s.keys[key] = c
	}
	return c
}

// theTwo finds the two actors last named that "the two countries" means.
func (s *scan) theTwo(i int) int {
	m := &s.mentions[i]
	if m.sense != several || m.count > 0 {
		return -1
	}
	w := s.low[m.last]
	if c := s.twins(i, w); c >= 0 {
		return c
	}
	if two := s.company(i, func(c *chain) bool { return s.kindOfTwo(w, c) }); len(two) == 2 {
		m.also = two[1:]
		return two[0]
	}
	if s.lx.is("dual-parties", w) {
		if c := s.mainTwo(i, w, 3); c >= 0 {
			return c
		}
	}
	var found []int
	barred := -1 // who acts on both is neither
	for k := s.rankOf[i] - 1; k >= 0 && k > s.rankOf[i]-maxLook && len(found) < 2; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent+4 < m.sent {
			break
		}
		if o.chain >= 0 && s.bound(m, o) && s.subject(o) {
			barred = o.chain
		}
		if o.chain < 0 || o.chain == barred || o.last >= m.first || s.locative(o) {
			continue
		}
		c := s.stateOfOne(o, m, w)
		if c < 0 && s.kindOfTwo(w, &s.chains[o.chain]) {
			c = o.chain
		}
		if c < 0 || s.has(found, c) || s.lx.is("dual", w) && len(found) == 1 && s.chains[found[0]].kind != s.chains[c].kind {
			continue
		}
		found = append(found, c)
	}
	if len(found) < 2 {
		return s.mainTwo(i, w, 2)
	}
	m.also = found[:1]
	return found[1]
}

// mainTwo are the two states of which the article has told most so far, where
// "the two countries" or "the two presidents" of its story stand too far from
// their names, each at least so many times; -1 when it tells of a third as much.
func (s *scan) mainTwo(i int, w string, least int) int {
	m := &s.mentions[i]
	for t := m.first; t < m.last; t++ {
		if s.lx.is("other", s.low[t]) {
			return -1
		}
	}
	if s.lx.is("counted", s.low[m.first]) && (!s.before(m.first) || !s.lx.is("definite", s.low[m.first-1])) {
		return -1 // "two presidents" are any
	}
	if !s.lx.is("dual-state", w) && !s.lx.is("dual-top", w) && !s.lx.is("dual-parties", w) {
		return -1
	}
	count, names := map[string]int{}, []string{}
	for k := 0; k < s.rankOf[i]; k++ {
		o := &s.mentions[s.order[k]]
		if o.chain < 0 || o.last >= m.first || o.sense == outlet {
			continue
		}
		if c := &s.chains[o.chain]; c.country != "" && c.sector != "JRN" {
			if count[c.country]++; count[c.country] == 1 {
				names = append(names, c.country)
			}
		}
	}
	sort.SliceStable(names, func(a, b int) bool { return count[names[a]] > count[names[b]] })
	if len(names) < 2 || count[names[1]] < least || len(names) > 2 && count[names[2]] >= count[names[1]] {
		return -1
	}
	m.also = []int{s.stateChain(names[1])}
	return s.stateChain(names[0])
}

// stateOfOne is the chain of the state for which a person named in the sentence
// of "the two countries" speaks, -1 for none.
func (s *scan) stateOfOne(o, m *mention, w string) int {
	c := &s.chains[o.chain]
	if !s.lx.is("dual-state", w) && !s.lx.is("dual-parties", w) || o.sent != m.sent || o.sense == pronoun || c.kind != entente.PersonActor || c.sector != "GOV" || c.country == "" {
		return -1
	}
	return s.stateChain(c.country)
}

// kindOfTwo reports whether an actor is of the kind that the noun w names.
func (s *scan) kindOfTwo(w string, c *chain) bool {
	switch {
	case s.lx.is("dual", w):
		return c.kind == entente.PersonActor && c.sense != named && !c.many || c.sense == bareState
	case s.lx.is("dual-person", w):
		return c.kind == entente.PersonActor && c.sense != named && (!s.lx.is("dual-top", w) || c.role == nil || s.lx.is("top-offices", c.role.office) || c.role.id == "leader")
	case s.lx.is("dual-state", w):
		return c.sense == bareState || c.sense == seat || c.sense == ofState
	}
	return c.sense == bareState || c.sense == seat || c.sense == organ || c.sense == ofState || c.kind == entente.OrgActor && c.sense == described
}

// has reports whether found holds the chain or another of the same state.
func (s *scan) has(found []int, c int) bool {
	for _, f := range found {
		if f == c || s.chains[f].country != "" && s.chains[f].country == s.chains[c].country && s.chains[c].kind != entente.PersonActor {
			return true
		}
	}
	return false
}

// ofSeveral reports whether "the two countries" own the words.
func (s *scan) ofSeveral(m *mention) bool {
	if m.owner >= 0 {
		return s.mentions[m.owner].sense == several
	}
	k := s.d.Kid(m.head, entente.NmodPoss)
	return k >= 0 && s.taken[k] >= 0 && s.mentions[s.taken[k]].sense == several
}
