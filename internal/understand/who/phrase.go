package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// readSentence finds the mentions of one sentence, from right to left, so that
// "the president of France" can look at "France".
func (s *scan) readSentence(sent int) {
	first, end := s.d.Sentences[sent].First, s.d.Sentences[sent].Last
	for t := end - 1; t >= first; t-- {
		s.build(t, false)
	}
	s.appose(first, end)
}

// build makes the mention whose core ends at token t and returns its index, or
// -1 when no name and no word for people ends there.
func (s *scan) build(t int, nested bool) int {
	if s.taken[t] >= 0 {
		return -1
	}
	if m := s.buildSeveral(t); m >= 0 {
		return m
	}
	if m := s.buildCounted(t); m >= 0 {
		return m
	}
	h, r := s.hitAt[t], s.roleEnd[t]
	switch {
	case h >= 0 && s.hits[h].last != t:
		return -1
	case h >= 0 && s.hits[h].not:
		return -1
	case h >= 0 && (r < 0 || s.roles[r].first >= s.hits[h].first):
		if m := s.buildName(h, nested); m >= 0 {
			return m
		}
		if r >= 0 && s.roles[r].first == t {
			return s.buildRole(r, nested) // "the Mayor", who is not Federico Mayor
		}
		return s.buildStranger(t, nested)
	case r >= 0 && !s.properName(t):
		return s.buildRole(r, nested)
	case s.d.Tokens[t].UPOS == entente.PRON && h < 0:
		return s.buildPronoun(t)
	}
	return s.buildStranger(t, nested)
}

func (s *scan) add(m mention) int {
	m.chain = -1
	m.head = s.top(m.first, m.last)
	if m.core > 0 {
		m.head = s.top(m.first, m.core)
	}
	m.sent = s.sentOf[m.first]
	i := len(s.mentions)
	s.mentions = append(s.mentions, m)
	for t := m.first; t <= m.last; t++ {
		if s.taken[t] < 0 {
			s.taken[t] = i
		}
	}
	if old, ok := s.starts[m.first]; !ok || s.mentions[old].last < m.last {
		s.starts[m.first] = i
	}
	return i
}

func blank(first, last int) mention {
	return mention{first: first, last: last, state: -1, org: -1, person: -1, owner: -1, ownerPron: -1}
}

// top is the token between first and last that heads the others; where the
// tree has several, a party of a verb before a modifier.
func (s *scan) top(first, last int) int {
	if pos := last + 1; s.after(last) && s.d.Tokens[pos].XPOS == "POS" {
		if h := s.d.Tokens[pos].Head; h >= first && h <= last {
			return h // whose the next thing is, though the parser parted title and name
		}
	}
	best, worth := last, -1
	for t := first; t <= last; t++ {
		if h := s.d.Tokens[t].Head; h >= first && h <= last {
			continue
		}
		v := 0
		switch s.d.Tokens[t].UPOS {
		case entente.PUNCT, entente.ADP, entente.DET, entente.PART:
			continue
		case entente.NOUN, entente.PROPN, entente.PRON:
			v = 2
		}
		switch s.d.Tokens[t].Rel.Universal() {
		case entente.Nsubj, entente.Obj, entente.Iobj, entente.Obl, entente.Root, entente.Conj, entente.Nmod, entente.Xcomp, entente.Ccomp:
			v++
		}
		if v > worth {
			best, worth = t, v
		}
	}
	return best
}

// buildName makes a mention of a name of the gazetteer.
func (s *scan) buildName(hi int, nested bool) int {
	h := &s.hits[hi]
	ref, ok := s.choose(h)
	if !ok {
		return -1
	}
	m := blank(h.first, h.last)
	m.nested = nested
	m.name = s.d.TextOf(entente.Span{Start: s.d.Tokens[h.first].Start, End: s.d.Tokens[h.last].End})
	switch ref.Sense {
	case gazetteer.PersonName, gazetteer.PersonFamily:
		return s.buildPerson(m, ref)
	case gazetteer.StateName, gazetteer.StateDemonym, gazetteer.StatePeople, gazetteer.StateCapital:
		s.fillState(&m, ref)
	case gazetteer.StateMetonym:
		s.fillSeat(&m, ref.Index)
	case gazetteer.OrgName:
		if o := &gazetteer.Organisations()[ref.Index]; s.homeParty(o, m.name) {
			m.sense, m.kind, m.country, m.sector, m.role, m.rule = named, entente.OrgActor, s.about.country, o.Sector, s.lx.class("party"), "name.party.home"
			break
		}
		s.fillOrgan(&m, ref.Index)
		s.ownBranch(&m, h)
	case gazetteer.OutletName:
		o := gazetteer.Outlets()[ref.Index]
		m.sense, m.kind, m.org, m.sector, m.country, m.name, m.rule = outlet, entente.OrgActor, ref.Index, s.lx.class("media").sector, o.Country, o.Name, "name.outlet"
	}
	s.ethnic(&m)
	if m.rule == "metonym.capital" && (s.locative(&m) || s.ofEvent(&m) || s.inDateline(&m)) {
		s.beCity(&m)
	}
	i := s.add(m)
	if m.sense == seat {
		s.ownParts(i, h.first-1)
	}
	return i
}

// homeParty reports whether a name that parties of many states have means the one of
// the state that the text is about, not the one that the tables know.
func (s *scan) homeParty(o *gazetteer.Organisation, name string) bool {
	return o.Kind == "party" && s.about.sure() && o.Country != s.about.country && len(s.about.country) == 3 && (s.lx.is("namesakes", strings.ToLower(name)) || s.commonName(name))
}

// commonName reports whether the name of a party has no word but such as parties
// everywhere are made of: "the Democratic Progressive Party".
func (s *scan) commonName(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		if !s.lx.is("party-words", w) {
			return false
		}
	}
	return len(words) > 1
}

// ofEvent reports whether the name of a capital only says where what the noun
// behind it tells of took place: "the Kabul car bombing".
func (s *scan) ofEvent(m *mention) bool {
	t := m.last + 1
	for t < len(s.d.Tokens) && s.sentOf[t] == s.sentOf[m.last] && s.d.Tokens[t].UPOS == entente.NOUN && s.hitAt[t] < 0 {
		t++
	}
	t--
	return t > m.last && s.roleAt[t] < 0 && !s.lx.is("seat-nouns", s.low[t])
}

// inDateline reports whether the name opens a text as the place of its dateline:
// "WELLINGTON, New Zealand (AP)".
func (s *scan) inDateline(m *mention) bool {
	at := m.first - s.d.Sentences[m.sent].First
	if m.sent > datelineSentences || m.sent > 0 && at > 0 {
		return false
	}
	return at < datelineLength && s.shoutedWord(m.last) && s.after(m.last) && s.d.Tokens[m.last+1].UPOS == entente.PUNCT
}

// datelineSentences is how many sentences may stand before the one with the
// dateline: a summary of the article.
const datelineSentences = 5

// datelineLength is the number of tokens within which the place of a dateline stands.
const datelineLength = 6

// beCity makes a capital that is a place in its sentence a mere city.
func (s *scan) beCity(m *mention) {
	m.sense, m.kind, m.sector, m.title, m.rule = placeInState, entente.StateActor, "", "", "place.capital"
	m.name = squeeze(s.d.TextOf(entente.Span{Start: s.d.Tokens[m.first].Start, End: s.d.Tokens[m.last].End}))
}

func (s *scan) fillState(m *mention, ref gazetteer.Ref) {
	st := &gazetteer.States()[ref.Index]
	m.state, m.country, m.kind = ref.Index, st.Country(), entente.StateActor
	form := m.name
	m.name = st.Name
	if other, ok := s.swapped(form); ok && len(other) == 3 && other != "IGO" {
		if o, found := gazetteer.StateByISO3(other); found {
			m.country = o.ISO3
			m.name = form
			if other == "PRK" || other == "COG" || other == "DMA" {
				m.name = o.Name
				for i := range gazetteer.States() {
					if gazetteer.States()[i].ISO3 == other {
						m.state = i
					}
				}
			}
		}
	}
	switch ref.Sense {
	case gazetteer.StateName:
		m.sense, m.rule = bareState, "name.state"
	case gazetteer.StateDemonym:
		m.sense, m.rule = ofState, "demonym"
	case gazetteer.StatePeople:
		m.sense, m.rule, m.kind, m.many = peopleOf, "demonym.people", entente.GroupActor, true
	case gazetteer.StateCapital:
		m.sense, m.rule, m.kind, m.sector = seat, "metonym.capital", entente.OrgActor, s.lx.class("government").sector
		m.title = s.lx.first["government"]
		m.name = governmentOf(st, m.title)
	}
	if st.Kind == gazetteer.Contested {
		m.code = m.country + "PRE"
	}
}

// governmentOf is what a government is called that the text names by its seat:
// "Japanese government".
func governmentOf(st *gazetteer.State, word string) string {
	if len(st.Adjectives) == 0 || word == "" {
		return st.Name
	}
	return st.Adjectives[0] + " " + word
}

func (s *scan) fillSeat(m *mention, i int) {
	w := gazetteer.Metonyms()[i]
	m.sense, m.kind, m.country, m.sector, m.title, m.rule = seat, entente.OrgActor, w.Country, w.Sector, w.Part, "metonym.seat"
}

func (s *scan) fillOrgan(m *mention, i int) {
	o := &gazetteer.Organisations()[i]
	m.sense, m.kind, m.org, m.country, m.sector, m.code, m.name, m.rule = organ, entente.OrgActor, i, o.Country, o.Sector, o.Code, o.Short, "name.organisation"
	switch o.Kind {
	case "group":
		m.kind = entente.GroupActor
	case "igo", "bloc":
		m.sector = "IGO"
	case "region":
		m.kind, m.sector = entente.GroupActor, ""
	}
}

// ownBranch gives a body with the name of another state's body its own state:
// "the Philippine Marine Corps".
func (s *scan) ownBranch(m *mention, h *hit) {
	k := h.first - 1
	if k < 0 || s.sentOf[k] != s.sentOf[h.first] || s.hitAt[k] < 0 || s.taken[k] >= 0 {
		return
	}
	of := &s.hits[s.hitAt[k]]
	r, ok := s.choose(of)
	if of.not || !ok || !isState(r) {
		return
	}
	c := gazetteer.States()[r.Index].Country()
	if !s.otherBranch(m.org, c) {
		return
	}
	m.first, m.sense, m.org, m.country, m.code, m.rule = of.first, named, -1, c, "", "name.branch"
	m.name = squeeze(s.d.TextOf(entente.Span{Start: s.d.Tokens[m.first].Start, End: s.d.Tokens[m.last].End}))
}

// ownParts reads what stands before a seat that several states have: "the
// Pakistani Foreign Office".
func (s *scan) ownParts(i, k int) {
	left, l := s.modifiers(k)
	m := &s.mentions[i]
	if m.sense != seat || !l.state || l.country == "" {
		return
	}
	m.country, m.first = l.country, left
}
