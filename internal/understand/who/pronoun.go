package who

import (
	"strings"

	"entente"
)

// buildPronoun makes a mention of a pronoun of the third person.
func (s *scan) buildPronoun(t int) int {
	w := s.low[t]
	if !s.lx.is("he", w) && !s.lx.is("she", w) && !s.lx.is("it", w) && !s.lx.is("they", w) || s.expletive(t) {
		return -1
	}
	m := blank(t, t)
	m.sense, m.name, m.rule = pronoun, w, w
	return s.add(m)
}

// expletive reports whether a pronoun points at nothing: "it is clear that".
func (s *scan) expletive(t int) bool {
	tok := &s.d.Tokens[t]
	if tok.Rel == entente.Expl {
		return true
	}
	if !s.lx.is("it", s.low[t]) || s.possessive(t) || tok.Head < 0 || tok.Rel != entente.Nsubj && tok.Rel != entente.NsubjPass {
		return false
	}
	if s.d.Kid(tok.Head, entente.Csubj, entente.CsubjPass) >= 0 {
		return true
	}
	if s.d.Kid(tok.Head, entente.Ccomp, entente.Xcomp, entente.Advcl) < 0 {
		return false
	}
	return s.d.Tokens[tok.Head].UPOS == entente.ADJ || tok.Rel == entente.NsubjPass
}

// resolve finds what a pronoun points at.
func (s *scan) resolve(i int) int {
	m := &s.mentions[i]
	if m.sense != pronoun {
		return -1
	}
	w := s.low[m.first]
	switch {
	case s.lx.is("he", w):
		return s.sexed(i, male, female)
	case s.lx.is("she", w):
		return s.sexed(i, female, male)
	case s.lx.is("it", w):
		if c, ok := s.alike(m); ok {
			return c
		}
		if c := s.creditedFor(i, isBody); c >= 0 {
			return c
		}
		if c := s.sayer(i, func(c *chain) bool { return isBody(c) || c.kind == entente.GroupActor && !c.many }); c >= 0 {
			return c
		}
		if c := s.spokenFor(i); c >= 0 {
			return c
		}
		return s.antecedent(i, func(c *chain) bool { return isBody(c) && c.sense != ofState && c.sense != placeInState })
	}
	if c := s.creditedFor(i, func(c *chain) bool { return c.many || len(c.parts) > 0 || c.kind != entente.PersonActor }); c >= 0 {
		return c
	}
	if c := s.saying(i); c >= 0 {
		return c
	}
	if s.d.Tokens[m.head].Rel != entente.NsubjPass {
		if c := s.sayer(i, func(c *chain) bool {
			return c.many || c.kind == entente.OrgActor || c.kind == entente.GroupActor
		}); c >= 0 {
			return c
		}
	}
	if c, ok := s.parallel(m); ok {
		return c
	}
	if c := s.together(i); c >= 0 {
		return c
	}
	return s.antecedent(i, func(c *chain) bool { return c.many || len(c.parts) > 0 || c.kind == entente.GroupActor })
}

// alike is what the "it" that an earlier verb of the sentence has as its object
// means, for one that is the object of a later verb: "Spain welcomed it; Peru
// condemned it". False when there is none.
func (s *scan) alike(m *mention) (int, bool) {
	if s.d.Tokens[m.head].Rel != entente.Obj {
		return -1, false
	}
	for t := m.first - 1; t >= s.d.Sentences[m.sent].First; t-- {
		if j := s.taken[t]; j >= 0 && s.low[t] == s.low[m.first] && s.d.Tokens[t].Rel == entente.Obj && s.quoted[t] == s.quoted[m.first] {
			return max(-1, s.mentions[j].chain), true
		}
	}
	return -1, false
}

// isBody reports whether an actor is a state or a body, which "it" may mean.
func isBody(c *chain) bool {
	return !c.many && (c.kind == entente.StateActor || c.kind == entente.OrgActor)
}

// sexed finds the person whom "he" or "she" means, who from then on is of that sex.
func (s *scan) sexed(i int, is, not gender) int {
	fits := func(c *chain) bool {
		return c.kind == entente.PersonActor && !c.many && c.sex != not && c.sense != named
	}
	c := s.creditedFor(i, fits)
	if c < 0 {
		c = s.sayer(i, fits)
	}
	if c < 0 {
		c = s.antecedent(i, fits)
	}
	if c >= 0 && s.chains[c].sex == anyGender {
		s.chains[c].sex = is
	}
	return c
}

// sayer is who says the clause whose subject the pronoun is, also where the
// verb of saying is joined to another that has the subject: "moved troops and
// said it would strike"; -1 when that is nobody whom the pronoun fits.
func (s *scan) sayer(i int, fits func(*chain) bool) int {
	m := &s.mentions[i]
	verb := s.d.Tokens[m.head].Head
	if verb < 0 || !s.subject(m) || s.quoted[m.first] || s.d.Tokens[verb].Rel != entente.Ccomp || s.d.Tokens[verb].UPOS == entente.NOUN {
		return -1
	}
	g := s.d.Tokens[verb].Head
	if g < 0 || g > m.first || !s.lx.is("people-say", s.low[g]) && !s.lx.is("told", s.low[g]) {
		return -1
	}
	for n := 0; n < 4 && g >= 0; n++ {
		for _, kid := range s.d.Kids(g) {
			if r := s.d.Tokens[kid].Rel; r != entente.Nsubj && r != entente.NsubjPass || kid > m.head {
				continue
			}
			j := s.headed(kid)
			if j >= 0 && s.inDateline(&s.mentions[j]) {
				continue
			}
			if j >= 0 && s.mentions[j].chain >= 0 && s.mentions[j].sense != outlet && fits(&s.chains[s.mentions[j].chain]) {
				return s.mentions[j].chain
			}
			return -1
		}
		if s.d.Tokens[g].Rel != entente.Conj {
			return -1
		}
		g = s.d.Tokens[g].Head
	}
	return -1
}

// spokenFor is the body of whose spokesman "it" is said, as the subject of the
// clause: "a Houthi spokesman said it had carried out the attack"; -1 for none.
func (s *scan) spokenFor(i int) int {
	c := s.sayer(i, func(c *chain) bool { return c.role != nil && c.role.id == "spokesman" && len(c.members) > 0 })
	if c < 0 {
		return -1
	}
	for _, j := range s.chains[c].members {
		if o := s.mentions[j].owner; o >= 0 && s.mentions[o].chain >= 0 && s.mentions[o].sense != bareState {
			if b := s.mentions[o].chain; isBody(&s.chains[b]) && s.chains[b].org >= 0 {
				return b
			}
		}
	}
	return -1
}

// antecedent weighs the chains mentioned in this and the two sentences before:
// near ones, subjects and names weigh more. A thing that weighs more than any
// of them is what the pronoun means, and the answer is none.
func (s *scan) antecedent(i int, fits func(*chain) bool) int {
	me := &s.mentions[i]
	if c := s.ahead(i, fits); c >= 0 {
		return c
	}
	if c := s.claiming(i, fits); c >= 0 {
		return c
	}
	best, score, said := -1, -1000, s.quoter(i)
	speaks := s.afterQuote(me)
	for k := s.rankOf[i] - 1; k >= 0 && k > s.rankOf[i]-maxLook; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent+2 < me.sent {
			break
		}
		if o.chain < 0 || o.last >= me.first || o.nested && o.sense != bareState && o.sense != person || !fits(&s.chains[o.chain]) || s.bound(me, o) || o.chain == said || o.sense == outlet && !s.subject(o) || speaks && o.sent == me.sent && s.quoted[o.first] {
			continue
		}
		v := s.distance(me, o.head) + s.weight(o)
		if o.sent == me.sent && s.possessive(me.first) && s.subject(o) {
			v += 30
		}
		if o.sent < me.sent && !s.quoted[me.first] && !s.lx.is("they", s.low[me.first]) && s.mainSubject(o) {
			v += 20
		}
		if v > score {
			best, score = o.chain, v
		}
	}
	if s.lx.is("he", s.low[me.first]) || s.lx.is("she", s.low[me.first]) {
		if one, weight := s.unnamed(me, said); weight > score {
			if s.possessive(me.first) {
				return -1 // "a bomber blew up his car" tells of one side
			}
			return one
		}
	} else if best >= 0 && !s.asked(me) && s.thing(me) > score {
		return -1
	}
	return best
}

// afterQuote reports whether a pronoun is the subject of a verb of saying behind the
// words that it quotes: who says them is nobody whom they name.
func (s *scan) afterQuote(me *mention) bool {
	if s.quoted[me.first] || !s.subject(me) {
		return false
	}
	v := s.d.Tokens[me.head].Head
	return v >= 0 && (s.lx.is("people-say", s.low[v]) || s.lx.is("told", s.low[v]))
}

// asked reports whether a pronoun is the object of a verb of which only people, states
// and bodies are: "urged it to stop".
func (s *scan) asked(me *mention) bool {
	t := &s.d.Tokens[me.head]
	return (t.Rel == entente.Obj || t.Rel == entente.Iobj) && t.Head >= 0 && s.lx.is("asks", strings.ToLower(s.d.Tokens[t.Head].Lemma))
}

// ahead finds the subject behind the words that open a sentence: "Discussing his
// worries, Najib Razak said", "In her letter, Merkel asked".
func (s *scan) ahead(i int, fits func(*chain) bool) int {
	m := &s.mentions[i]
	main := s.opened(i, fits)
	if main < 0 {
		return -1
	}
	for _, kid := range s.d.Kids(main) {
		if s.d.Tokens[kid].Rel != entente.Nsubj || kid < m.last {
			continue
		}
		j := s.headed(kid)
		if j < 0 || s.mentions[j].sense == pronoun {
			return -1
		}
		if s.mentions[j].chain == -1 {
			s.assign(j)
		}
		if c := s.mentions[j].chain; c >= 0 && fits(&s.chains[c]) {
			return c
		}
	}
	return -1
}

// opened is the verb of the sentence that opens with a participle, or with a
// phrase of whom mention i is the owner and that names nobody else whom i may
// mean; -1 when it opens otherwise.
func (s *scan) opened(i int, fits func(*chain) bool) int {
	m := &s.mentions[i]
	t := m.head
	for n := 0; n < 6 && t >= 0; n++ {
		if s.d.Tokens[t].Rel == entente.Obl || s.d.Tokens[t].Rel == entente.Advcl {
			break
		}
		t = s.d.Tokens[t].Head
	}
	if t < 0 {
		return -1
	}
	main := s.d.Tokens[t].Head
	if main < t || s.d.Tokens[main].UPOS != entente.VERB {
		return -1
	}
	if s.d.Tokens[t].Rel == entente.Advcl && s.d.Tokens[t].XPOS != "VBG" || s.d.Tokens[t].Rel == entente.Obl && !s.possessive(m.first) {
		return -1
	}
	first, _ := s.d.Yield(t)
	if first != s.d.Sentences[m.sent].First {
		return -1
	}
	for k := s.rankOf[i] - 1; k >= 0 && s.d.Tokens[t].Rel == entente.Obl; k-- {
		o := &s.mentions[s.order[k]]
		if o.sent != m.sent {
			break
		}
		if o.chain >= 0 && o.first >= first && fits(&s.chains[o.chain]) {
			return -1
		}
	}
	return main
}

// unnamed is the chain, and the weight, of the best antecedent of "he" in its
// sentence that is a word for one person whom the text does not name: "the
// driver". The chain is -1 for none.
func (s *scan) unnamed(me *mention, said int) (int, int) {
	one, best := -1, -1000
	for t := s.d.Sentences[me.sent].First; t < me.first; t++ {
		j := s.headed(t)
		if j < 0 {
			continue
		}
		o := &s.mentions[j]
		if !s.lx.is("one", s.low[t]) || o.sense != described || o.chain < 0 || o.chain == said || !s.subject(o) || s.d.Tokens[t].UPOS != entente.NOUN || s.d.Tokens[t].Morph.Has(entente.Plural) || s.chains[o.chain].kind != entente.GroupActor || s.does(o, s.d.Tokens[me.head].Head) && !s.possessive(me.first) || s.speaks(me, o) {
			continue
		}
		if v := s.distance(me, t) + s.weight(o); v > best {
			one, best = o.chain, v
		}
	}
	return one, best
}

// does reports whether o is the subject of verb v, or of the verb around
// participle v: "a bomber detonated, killing him".
func (s *scan) does(o *mention, v int) bool {
	by := s.d.Tokens[o.head].Head
	for n := 0; n < 4 && v >= 0 && v != by && s.d.Tokens[v].XPOS == "VBG"; n++ {
		v = s.d.Tokens[v].Head
	}
	return v == by
}

// quoter is the chain of who says the quoted words in which mention i, a
// pronoun, stands; -1 when it is not quoted or nobody does in its sentence.
func (s *scan) quoter(i int) int {
	me := &s.mentions[i]
	for _, step := range [...]int{-1, 1} {
		for k := s.rankOf[i] + step; s.quoted[me.first] && k >= 0 && k < len(s.order) && k > s.rankOf[i]-maxLook && k < s.rankOf[i]+maxLook; k += step {
			o := &s.mentions[s.order[k]]
			if o.sent != me.sent {
				break
			}
			if o.chain >= 0 && s.speaks(me, o) {
				return o.chain
			}
		}
	}
	return -1
}

// claiming finds the owner of the noun of whose clause a pronoun is the
// subject: "North Korea's claim that it had tested a bomb".
func (s *scan) claiming(i int, fits func(*chain) bool) int {
	m := &s.mentions[i]
	verb := s.verbOf(m.head)
	if verb < 0 || !s.subject(m) || s.d.Tokens[verb].Rel != entente.Acl && s.d.Tokens[verb].Rel != entente.Ccomp {
		return -1
	}
	noun := s.d.Tokens[verb].Head
	if noun < 0 || s.d.Tokens[noun].UPOS != entente.NOUN || s.d.Kid(verb, entente.Mark) < 0 {
		return -1
	}
	owner := s.d.Kid(noun, entente.NmodPoss)
	if owner < 0 {
		return -1
	}
	if j := s.headed(owner); j >= 0 && s.mentions[j].chain >= 0 && fits(&s.chains[s.mentions[j].chain]) {
		return s.mentions[j].chain
	}
	return -1
}

// speaks reports whether o says the quoted words in which a pronoun of the third
// person stands, which so means somebody else.
func (s *scan) speaks(me, o *mention) bool {
	if me.sent != o.sent || !s.quoted[me.first] || s.quoted[o.first] || !s.subject(o) {
		return false
	}
	v := s.d.Tokens[o.head].Head
	return v >= 0 && !s.quoted[v] && (s.lx.is("people-say", s.low[v]) || s.lx.is("told", s.low[v]))
}

// distance is what a candidate loses for how far back it stands.
func (s *scan) distance(me *mention, head int) int {
	return -80*(me.sent-s.sentOf[head]) - (me.first - head)
}

// thing is the weight of the best antecedent that is no actor: "the ship".
func (s *scan) thing(me *mention) int {
	many := s.lx.is("they", s.low[me.first])
	best := -1000
	from := max(s.d.Sentences[max(me.sent-1, 0)].First, me.first-2*maxLook)
	for t := from; t < me.first; t++ {
		tok := &s.d.Tokens[t]
		if tok.UPOS != entente.NOUN || s.taken[t] >= 0 || s.timed[t] || tok.Morph.Has(entente.Plural) != many {
			continue
		}
		v := s.distance(me, t)
		switch tok.Rel {
		case entente.Nsubj, entente.NsubjPass:
			v += 30
		case entente.Obj:
			v += 5
		default:
			continue
		}
		if tok.Head == s.d.Tokens[me.head].Head && !s.possessive(me.first) {
			continue
		}
		best = max(best, v)
	}
	return best
}

func (s *scan) weight(o *mention) int {
	v := 0
	if s.subject(o) {
		v += 60
	}
	if o.nested {
		v -= 30
	}
	switch o.sense {
	case person, stranger, organ, bareState:
		v += 20
	case seat:
		v += 10
	case placeInState:
		v -= 40
	}
	if s.locative(o) {
		v -= 50
	}
	if s.aside(o) {
		v -= 60
	}
	if o.role != nil && o.role.id == "journalist" && s.d.Tokens[o.head].Head >= 0 && s.lx.is("relays", s.low[s.d.Tokens[o.head].Head]) {
		v -= 120 // who reports is seldom who acts
	}
	return v
}

// aside reports whether a person is named only in the words that describe
// another: "Mr Correa, an ally of Hugo Chavez".
func (s *scan) aside(o *mention) bool {
	if o.sense != person && o.sense != stranger {
		return false
	}
	t := o.head
	for n := 0; n < 4; n++ {
		h := s.d.Tokens[t].Head
		if h < 0 {
			return false
		}
		if s.d.Tokens[t].Rel == entente.Appos && t != o.head {
			j := s.taken[h]
			return j >= 0 && (s.mentions[j].sense == person || s.mentions[j].sense == stranger)
		}
		t = h
	}
	return false
}

// subject reports whether the mention is a subject.
func (s *scan) subject(o *mention) bool {
	switch s.d.Tokens[o.head].Rel {
	case entente.Nsubj, entente.NsubjPass, entente.NsubjOuter:
		return true
	}
	return false
}

// mainSubject reports whether the mention is the subject of its sentence.
func (s *scan) mainSubject(o *mention) bool {
	v := s.d.Tokens[o.head].Head
	return s.subject(o) && v >= 0 && s.d.Tokens[v].Rel == entente.Root
}
