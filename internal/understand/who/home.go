package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// settle gives a mention what only the rest of the text can tell: the country
// of "the government", the owner behind "its president".
func (s *scan) settle(i int) {
	m := &s.mentions[i]
	if m.sense == stranger && m.role != nil && m.country == "" && m.org < 0 {
		if c := s.unnamedBefore(m); c >= 0 {
			m.country, m.sector = s.chains[c].country, first(s.chains[c].sector, m.sector)
			m.rule += ".before"
			return
		}
		if m.country = s.continued(m); m.country != "" {
			m.rule += ".continued"
			return
		}
	}
	if m.sense == stranger && m.role != nil && m.role.home && m.country == "" && m.org < 0 {
		if m.country = s.homeCountry(m); m.country != "" {
			m.rule += ".home"
		}
		return
	}
	if m.sense != described && m.sense != named || m.role == nil {
		return
	}
	if j := s.whose(m); j >= 0 && m.country == "" {
		if s.ownedBy(m, &s.mentions[j], j); m.country != "" {
			m.rule += ".owner"
			return
		}
	}
	if m.ownerPron >= 0 && m.country == "" {
		if j := s.taken[m.ownerPron]; j >= 0 && s.mentions[j].sense == pronoun {
			if s.mentions[j].chain == -1 {
				s.assign(j)
			}
			if c := s.mentions[j].chain; c >= 0 && (s.chains[c].country != "" || s.chains[c].org >= 0) {
				s.ownPeople(m, &s.chains[c])
				m.rule += ".owner"
				return
			}
		}
	}
	if m.owner >= 0 && m.country == "" {
		if o := &s.mentions[m.owner]; o.sense == described {
			s.ownedBy(m, o, m.owner)
		}
	}
	if s.ofSeveral(m) {
		return // "the two countries' ministers"
	}
	if m.country == "" && m.kind == entente.PersonActor && m.owner < 0 && s.sameRole(i) >= 0 {
		return // "the president" is the one last named
	}
	if j := s.ledBy(m); j >= 0 && m.country == "" && m.org < 0 {
		if s.ownedBy(m, &s.mentions[j], j); m.country != "" {
			m.rule += ".led"
		}
	}
	if m.country == "" && m.org < 0 && (m.role.home || s.lx.is("of-government", m.title)) && !s.alien(m) && m.kind != entente.StateActor && s.theBody(i) < 0 {
		m.country = s.homeCountry(m)
		if m.country != "" {
			m.rule += ".home"
		}
	}
}

// whose is the mention that a relative "whose" before m points at: "France, whose
// president accused Turkey"; -1 for none.
func (s *scan) whose(m *mention) int {
	if m.ownerPron < 0 || s.d.Tokens[m.ownerPron].XPOS != "WP$" {
		return -1
	}
	t := m.head
	for n := 0; n < 5 && t >= 0; n++ {
		if s.d.Tokens[t].Rel == entente.AclRelcl {
			h := s.d.Tokens[t].Head
			if j := s.headed(h); j >= 0 && s.mentions[j].last < m.first {
				return j
			}
			return -1
		}
		t = s.d.Tokens[t].Head
	}
	return -1
}

// ledBy is the mention of who leads a body or group: "a group led by the senator";
// -1 for none.
func (s *scan) ledBy(m *mention) int {
	k := m.reach() + 1
	if !s.lx.is("collections", s.low[m.core]) || m.kind == entente.StateActor || k+2 >= len(s.d.Tokens) || s.sentOf[k+2] != m.sent || !s.lx.is("led", s.low[k]) || !s.lx.is("led-by", s.low[k+1]) {
		return -1
	}
	return s.startAfter(k + 2)
}

// ownPeople gives a mention the state of the chain that its possessive pronoun
// points at, and of a body or armed group also its code: "its commanders".
func (s *scan) ownPeople(m *mention, ch *chain) {
	if s.lx.is("owned-others", s.low[m.core]) {
		return // "its allies" are of other states
	}
	m.country = ch.country
	if ch.org >= 0 && ch.code != "" && (m.role.rel || ch.sector == s.lx.class("rebel").sector) && m.kind != entente.StateActor && m.role.id != "civilian" {
		m.code, m.sector = ch.code, ch.sector
	}
}

// ownedBy gives a mention what the chain of its owner is: "the organisation's
// head".
func (s *scan) ownedBy(m, o *mention, owner int) {
	if s.lx.is("owned-others", s.low[m.core]) {
		return
	}
	if o.chain == -1 {
		s.assign(owner)
	}
	if o.chain < 0 {
		m.country = o.country
		return
	}
	ch := &s.chains[o.chain]
	m.country = first(o.country, ch.country)
	if m.role.rel && ch.org >= 0 {
		m.code, m.sector, m.country = ch.code, ch.sector, ch.country
	}
}

// homeCountry is the state whose body or people a mention without a state is of:
// that in which the story plays, unless it has no body of this name.
func (s *scan) homeCountry(m *mention) string {
	c := s.storyCountry(m)
	for _, kind := range chambers {
		if c != "" && s.lx.is("has-"+kind, strings.ToLower(c)) || !s.speaksOf(m, "of-"+kind) {
			continue
		}
		if d, n := s.withChamber(kind); c != "" || n == 1 {
			return d
		}
	}
	return c
}

// chambers are the bodies that only some states have, as lists of names.txt and
// coreference.txt know them.
var chambers = []string{"senate", "congress"}

// speaksOf reports whether a mention or its title has a word of a list.
func (s *scan) speaksOf(m *mention, list string) bool {
	for t := m.first; t <= max(m.core, m.last); t++ {
		if s.lx.is(list, s.low[t]) && (s.capital(t) || s.lx.is("plain", s.low[t])) {
			return true
		}
	}
	return false
}

// withChamber is the state with such a body that the text names most, "" for none,
// and how many of them it names.
func (s *scan) withChamber(kind string) (best string, n int) {
	for c := range s.seen {
		if !s.lx.is("has-"+kind, strings.ToLower(c)) {
			continue
		}
		n++
		if best == "" || s.seen[c] > s.seen[best] || s.seen[c] == s.seen[best] && c < best {
			best = c
		}
	}
	return best, n
}

// storyCountry is the state in which the story plays, when that is safe: the
// only one of the text, the one named as a place beside it or in the sentence,
// the one of the same body a moment ago, the one that the text is about, or
// the only one in the sentence.
func (s *scan) storyCountry(m *mention) string {
	if c := s.coordinated(m); c != "" {
		return c
	}
	if len(s.seen) == 1 {
		for c := range s.seen {
			return c
		}
	}
	last, known := s.bodies[s.sameTitle(m.title)]
	if s.lx.is("of-many", m.title) && m.many {
		return ""
	}
	if s.lx.is("guests", m.title) {
		return last.country
	}
	body := m.definite || m.role.kind == "body" || m.sense == stranger
	where, any, sole, near := s.statesBeside(m)
	if c := s.rival(m); c != "" {
		return c
	}
	if c := s.within(m); c != "" {
		return c
	}
	if c := s.facedState(m); c != "" {
		return s.otherThan(c)
	}
	if c := s.addressedState(m); c != "" { // who accuses a state speaks for another one
		return s.otherThan(c)
	}
	far := s.lx.is("abroad", m.role.id)
	if where == "" && !far && (body || m.many) {
		where, near = s.placeBefore(m), !s.about.sure()
	}
	switch {
	case where != "" && !far && (near || !s.about.sure()):
		return where
	case known && body && last.sent+bodyLook >= m.sent && (m.sense != described || s.plainWords(m) == m.title):
		return last.country
	case s.about.sure() && (body || any == "" || s.inSentence(m, s.about.country)):
		return s.about.country
	case where != "":
		return where
	case s.topicBefore(m) != "" && (!sole || any == s.topicBefore(m) || s.mainSubject(m)):
		return s.topicBefore(m)
	case s.about.likely() && (body || any == "" || sole && any == s.about.country):
		return s.about.country
	case known && body:
		return last.country
	case sole && body:
		return any
	case s.seatOf(m) != "":
		return s.seatOf(m)
	case body && far:
		return s.dateline
	case body:
		return s.stageSoFar(m)
	}
	return ""
}

// topicBefore is the state that the sentence before has as its subject, by its name
// or its government, and goes on to be spoken of by an office: "Japan curbed exports.
// The trade minister said"; "" for none.
func (s *scan) topicBefore(m *mention) string {
	if m.sent == 0 || m.role == nil || s.dateline != "" || m.role.sector != s.lx.class("official").sector {
		return ""
	}
	for _, j := range s.bySent(m.sent - 1) {
		if o := &s.mentions[j]; o.country != "" && s.mainSubject(o) && (o.sense == bareState || o.sense == seat || o.sense == described && o.role != nil && o.role.sector == m.role.sector) {
			return o.country
		}
	}
	return ""
}

// rival is the state of the party or parliament that is the subject of the clause of
// somebody in office without a state: "the Polish opposition accused the minister";
// "" for none.
func (s *scan) rival(m *mention) string {
	if m.sense != described || m.role.sector != "GOV" || s.subject(m) {
		return ""
	}
	for _, j := range s.bySent(m.sent) {
		o := &s.mentions[j]
		if o.last >= m.first || !s.mainSubject(o) || o.country == "" || o.chain >= 0 && s.chains[o.chain].country != o.country {
			continue
		}
		switch o.sector {
		case "PTY", "OPP", "LEG":
			return o.country
		}
	}
	return ""
}

// addressedState is the state that is the object of the verb whose subject is the
// mention of somebody in the highest offices: "the prime minister accused Moscow";
// "" for none.
func (s *scan) addressedState(m *mention) string {
	if m.role == nil || m.role.office == "" || m.head < 0 || !s.subject(m) {
		return ""
	}
	verb := s.d.Tokens[m.head].Head
	if verb < 0 {
		return ""
	}
	for _, kid := range s.d.Kids(verb) {
		if kid < m.last || s.d.Tokens[kid].Rel != entente.Obj {
			continue
		}
		if j := s.headed(kid); j >= 0 && (s.mentions[j].sense == bareState || s.mentions[j].sense == seat) {
			return s.mentions[j].country
		}
	}
	return ""
}

// otherThan is the state that the text names most besides one, where it names it at
// least half as often as that; "" for none.
func (s *scan) otherThan(country string) string {
	best := ""
	for c := range s.seen {
		if c != country && (best == "" || s.seen[c] > s.seen[best] || s.seen[c] == s.seen[best] && c < best) {
			best = c
		}
	}
	if best == "" || 2*s.seen[best] < s.seen[country] {
		return ""
	}
	return best
}

// seatOf is the state whose body a bare name with a capital most likely means,
// where the text names that state: "the House".
func (s *scan) seatOf(m *mention) string {
	for entry := range s.lx.words["bodies"] {
		i := strings.LastIndexByte(entry, ' ')
		if i < 0 || s.seen[entry[i+1:]] == 0 {
			continue
		}
		for t := m.first; t <= m.core; t++ {
			if s.low[t] == entry[:i] && s.capital(t) {
				return entry[i+1:]
			}
		}
	}
	return ""
}

// bodyLook is how many sentences on "the government" means the one last named.
const bodyLook = 2

// body is the state of which a body was last said, and in which sentence.
type body struct {
	country string
	sent    int
}

// inSentence reports whether the sentence of a mention names the state.
func (s *scan) inSentence(m *mention, country string) bool {
	for _, j := range s.bySent(m.sent) {
		if o := &s.mentions[j]; o.country == country && o.sense != described && o.sense != outlet && o.sense != stranger {
			return true
		}
	}
	return false
}

// placeBefore is the state of the last place of the sentence before, where
// that is one and nothing else has been named since.
func (s *scan) placeBefore(m *mention) string {
	if m.sent == 0 {
		return ""
	}
	for _, j := range s.bySent(m.sent) {
		if o := &s.mentions[j]; o.last < m.first && o.country != "" && o.sense != described && o.sense != pronoun {
			return ""
		}
	}
	where := ""
	for _, j := range s.bySent(m.sent - 1) {
		o := &s.mentions[j]
		if (o.sense == bareState || o.sense == seat || o.sense == placeInState) && o.country != "" && s.locative(o) {
			if where != "" && where != o.country {
				return ""
			}
			where = o.country
		}
	}
	return where
}

// abroad reports whether a mention is of a firm, whose home says nothing of
// where a story plays.
func (s *scan) abroad(o *mention) bool {
	return o.sense == organ && o.org >= 0 && gazetteer.Organisations()[o.org].Kind == "company"
}

// statesBeside lists the states in the sentence of a mention: the only one that
// is a place in it and whether it is one in the same clause, any one, and
// whether that is the only one.
func (s *scan) statesBeside(m *mention) (where, any string, sole, near bool) {
	places, states := 0, 0
	for _, j := range s.bySent(m.sent) {
		o := &s.mentions[j]
		if o.country == "" || s.abroad(o) || s.venue(o) || o.sense == described || o.sense == outlet || o.sense == stranger || o.sense == named {
			continue
		}
		if o.country != any {
			any = o.country
			states++
		}
		if (o.sense == bareState || o.sense == seat || o.sense == placeInState) && s.locative(o) && s.quoted[o.first] == s.quoted[m.first] {
			near = near || s.sameClause(m, o)
			if o.country != where {
				where = o.country
				places++
			}
		}
	}
	if places != 1 {
		where = ""
	}
	return where, any, states == 1, near
}

// coordinated is the country of the body or group that stands before "and the":
// "South Korean lawmakers and the defence ministry".
func (s *scan) coordinated(m *mention) string {
	k := m.first - 1
	if k > 0 && s.d.Tokens[k].UPOS == entente.DET {
		k--
	}
	if k < 1 || s.sentOf[k-1] != m.sent || s.d.Tokens[k].UPOS != entente.CCONJ {
		return ""
	}
	j := s.taken[k-1]
	if j < 0 || len(s.mentions[j].more) > 0 {
		return ""
	}
	switch s.mentions[j].sense {
	case described:
		return s.mentions[j].country
	case organ, seat:
		if s.lx.is("other", s.low[m.first]) || s.lx.is("other", s.low[k+1]) {
			return s.mentions[j].country // "the CIA and other agencies"
		}
	}
	return ""
}

func (s *scan) sameTitle(title string) string {
	if same, ok := s.lx.same[title]; ok {
		return same
	}
	return title
}

// venue reports whether a place is only where talks are held on affairs of a state
// that the text names at least as often: "pulled out of talks in Geneva".
func (s *scan) venue(o *mention) bool {
	k := o.first - 2
	if k < 0 || s.sentOf[k] != o.sent || !s.lx.is("locative", s.low[k+1]) || !s.lx.is("gatherings", s.low[k]) {
		return false
	}
	for c, n := range s.seen {
		if c != o.country && n >= s.seen[o.country] {
			return true
		}
	}
	return false
}

// locative reports whether the mention is a place in its sentence: "in Iraq".
func (s *scan) locative(m *mention) bool {
	k := m.first - 1
	for k > 0 && s.sentOf[k] == s.sentOf[m.first] && (s.low[k] == "-" || s.d.Tokens[k].UPOS == entente.DET || s.d.Tokens[k].UPOS == entente.ADJ || (s.d.Tokens[k].UPOS == entente.NOUN || s.d.Tokens[k].UPOS == entente.PROPN && !s.capital(k)) && s.d.Tokens[k].Head >= m.first && s.d.Tokens[k].Head <= m.last) {
		k--
	}
	k = s.beforeArea(k)
	return k >= 0 && s.sentOf[k] == s.sentOf[m.first] && s.lx.is("locative", s.low[k])
}
