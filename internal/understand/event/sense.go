package event

import (
	"entente"
	"entente/internal/codebook"
)

// idle reports whether a content is none of politics though its word is: a
// private journey, backing for a mere thing, the mention of a deal told
// before.
func (c *coder) idle(n *node) bool {
	return c.nobodyDoes(n.at) || c.toNobody(n) || c.privateTrip(n) || c.backsThing(n) || c.mentioned(n) || c.backsOwn(n) || c.wished(n.at) || c.satisfies(n) || c.privateTalk(n) ||
		n.m.r.class.official && !c.inOffice(n) || n.m.r.class.once && c.habit(n.at)
}

// backsOwn reports whether somebody only stands by what is their own:
// "defended her record".
func (c *coder) backsOwn(n *node) bool {
	if n.cameo != "052" || !c.isVerb(n.at) || c.passive(n.at) || len(n.s) == 0 {
		return false
	}
	for _, o := range c.objects(n.at) {
		k := c.kid(o, entente.NmodPoss)
		if k < 0 || c.upos(k) != entente.PRON || c.heads[o] >= 0 || c.person(o) {
			continue
		}
		if own := c.resolve(k, 0); len(own) > 0 && len(c.without(own, n.s)) == 0 {
			return true
		}
	}
	return false
}

// satisfies reports whether the verb of a meeting has as its object a mere thing,
// or what is done to it: "met a range of needs", "want to see them punished".
func (c *coder) satisfies(n *node) bool {
	if n.typ != "CONSULT" || !n.sym || n.kind != "" || !c.isVerb(n.at) || n.m == nil || len(n.m.r.frame[target]) == 0 || n.m.r.frame[target][0].kind != slotObj || len(c.prepsIn(n.at, "partner")) > 0 {
		return false
	}
	for _, o := range c.objects(n.at) {
		if c.lx.isGrammar("calling", c.lem[n.at]) && c.nicknamed(o) {
			return true
		}
		if c.lx.isGrammar("seeing", c.lem[n.at]) && c.watched(n.at, o) {
			return true
		}
		if first, _ := c.d.Yield(o); len(knownOnly(n.t)) == 0 && first == n.at+1 && c.heads[o] < 0 && !c.person(o) && c.places[o] < 0 && c.upos(o) == entente.NOUN && c.hits[o] == nil {
			return true
		}
	}
	return false
}

// nicknamed reports whether behind object o stands what it is called: "called her,
// his rival, a crook".
func (c *coder) nicknamed(o int) bool {
	for _, k := range c.kids(o) {
		if c.rel(k) != entente.Appos || k < o {
			continue
		}
		for _, d := range c.kids(k) {
			if c.rel(d) == entente.DetRel && !c.lx.isGrammar("definite", c.lem[d]) {
				return true
			}
		}
	}
	return false
}

// watched reports whether a participle tells what object o of verb i does or
// suffers.
func (c *coder) watched(i, o int) bool {
	for _, h := range [2]int{i, o} {
		for _, k := range c.kids(h) {
			if x := c.xpos(k); k > o && (x == "VBN" || x == "VBG") && (c.rel(k) == entente.Xcomp || c.rel(k) == entente.Ccomp || c.rel(k) == entente.Acl && h == o || c.rel(k) == entente.Advcl && c.kid(k, entente.Mark) < 0) {
				return true
			}
		}
	}
	return false
}

// nobodyDoes reports whether the subject of a verb is nobody: "nobody can put
// pressure on us".
func (c *coder) nobodyDoes(i int) bool {
	if !c.isVerb(i) {
		return false
	}
	subject := entente.Nsubj
	if c.passive(i) {
		subject = entente.NsubjPass // "nobody has been charged"
	}
	for _, k := range c.kids(i) {
		if c.rel(k) == subject && c.lx.isGrammar("nobody", c.lem[k]) {
			return true
		}
	}
	return false
}

// toNobody reports whether the object of a deed is no one and nothing: "summoned no
// diplomat", "arrested nobody". What is friendly and not done is a refusal.
func (c *coder) toNobody(n *node) bool {
	if !c.isVerb(n.at) || c.passive(n.at) || codebook.Quad(n.typ) < 3 && n.typ != "CONSULT" || n.typ == "REJECT" || asksNot(n.m.r) {
		return false
	}
	o := c.kid(n.at, entente.Obj)
	if o <= n.at || c.lx.isGrammar("idiom-of-no", c.lem[o]) { // "made no secret of his anger"
		return false
	}
	d := c.kid(o, entente.DetRel)
	return c.lx.isGrammar("nobody", c.lem[o]) || d == n.at+1 && c.negates(d)
}

// habit reports whether a verb tells what is done again and again and not what
// was done: in a whole article, a plain present outside headlines, or a gerund
// behind a preposition ("a process of electing leaders").
func (c *coder) habit(i int) bool {
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if !c.isVerb(i) || s < 0 || c.d.Sentences[s].Kind == entente.Headline || len(c.d.Sentences) < longArticle {
		return false
	}
	switch c.xpos(i) {
	case "VBZ", "VBP":
		return c.kid(i, entente.AuxRel) < 0
	case "VBG":
		return c.kid(i, entente.AuxRel) < 0 && c.markedIn(i, "part")
	}
	return false
}

// present gives a meeting that names one side alone, as an occasion of
// pending reports whether what is denied of verb i is only still to come: "has
// not yet agreed".
func (c *coder) pending(i int) bool {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Advmod && c.lx.isGrammar("pending", c.lem[k]) {
			return true
		}
	}
	return false
}

// unsaid reports whether a negation stands on an announcement in the perfect:
// "has not announced", which refuses nothing.
func (c *coder) unsaid(m *match) bool {
	for _, h := range c.fill(m, &slot{kind: slotHead}) {
		if o := c.ops[h]; o == nil || o.r.kind != "announce" {
			continue
		}
		for _, k := range append([]int{c.head(m.at)}, c.kids(h)...) {
			if c.upos(k) == entente.AUX && c.lx.isGrammar("perfect", c.lem[k]) {
				return true
			}
		}
	}
	return false
}

// lettered is to whom a letter or message goes that asks for something ("sent
// foreign drops the fillers that are of one state with those of s: "American
// support", shown by an American minister, is aimed at somebody else.
func (c *coder) foreign(fs, s []fill) []fill {
	var out []fill
	for _, f := range fs {
		if !c.compatriots([]fill{f}, s) {
			out = append(out, f)
		}
	}
	return out
}

// inOffice reports whether somebody of the political world acts in an event,
// on both sides of a mutual one.
func (c *coder) inOffice(n *node) bool {
	who := n.s
	if n.sym {
		who = append(who[:len(who):len(who)], n.t...)
	}
	political := 0
	for _, f := range who {
		ps := c.participant(f, "")
		if len(ps) == 0 || ps[0].Code != "" && codebook.Political(ps[0].Sector) || c.upos(max(f.tok, 0)) == entente.PRON && ps[0].Sector != "CVL" && ps[0].Sector != "CRM" || ps[0].Sector == "REL" {
			political++
		}
	}
	return political > 0 && (!n.sym || political == len(who)) || len(who) == 0
}

// privateTalk reports whether those who meet are people of one state without any
// part in its affairs, or the police who deal with them.
func (c *coder) privateTalk(n *node) bool {
	if n.typ != "CONSULT" || !n.sym || len(c.d.Sentences) < longArticle {
		return false
	}
	state, known := "", false
	for _, f := range append(n.s[:len(n.s):len(n.s)], n.t...) {
		for _, p := range c.participant(f, "") {
			switch p.Sector {
			case "CVL", "CRM", "MED", "EDU", "COP":
			default:
				if p.Code != "" || p.Country != "" || p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.OrgActor {
					return false
				}
				continue
			}
			if state != "" && p.Country != state {
				return false
			}
			state, known = p.Country, true
		}
	}
	return known
}

// privateTrip reports whether a person without office travels: visits are
// those of people who act for a state or body.
func (c *coder) privateTrip(n *node) bool {
	if n.mode != "visit" || n.typ != "CONSULT" || !c.isVerb(n.at) || len(n.s) == 0 {
		return false
	}
	for _, f := range n.s {
		if f.ref < 0 {
			return false
		}
		if a := &c.d.Actors[c.mention[f.ref].actor]; a.Kind != entente.PersonActor && a.Code == "" || a.Code != "" && (codebook.Political(a.Sector) || a.Sector == "REL") {
			return false
		}
	}
	return true
}

// backsThing reports whether what a plain verb of backing is for is neither
// somebody nor anybody's: "the event was supported by the region".
func (c *coder) backsThing(n *node) bool {
	if n.typ != "SUPPORT" || n.sym || !c.isVerb(n.at) || worded(n.m.r) > 0 || len(n.t) == 0 {
		return false
	}
	for _, f := range n.t {
		if f.known() || f.tok < 0 || c.person(f.tok) || c.places[f.tok] >= 0 || c.upos(f.tok) != entente.NOUN || c.find(f.tok) != nil {
			return false
		}
	}
	return true
}

// mentioned reports whether the noun of a deal or a payment only takes up what
// was told before: "the deal", "this loan", without a party of its own.
func (c *coder) mentioned(n *node) bool {
	if c.isVerb(n.at) || !c.definite(n.at) || n.typ != "AID" && (n.typ != "SUPPORT" || !n.sym) {
		return false
	}
	if g := c.carrier(n.at); g >= 0 && c.rel(n.at) == entente.Obj && c.ops[g] != nil && c.ops[g].r.kind == kindCarry {
		return false // "signed the deal"
	}
	for _, ro := range []role{source, target} {
		for k := range n.m.r.frame[ro] {
			if s := &n.m.r.frame[ro][k]; s.kind != slotSubj && len(c.fill(n.m, s)) > 0 {
				return false
			}
		}
	}
	return true
}

// counterfactual reports whether "would" tells of what did not come about: it
// stands before a perfect ("a law that would have allowed") or, in somebody's
// own words, beside a condition in the past.
func (c *coder) counterfactual(m *match) bool {
	h := c.head(m.at)
	if h < 0 || !c.lx.isGrammar("conditional", lower(c.d.Form(m.at))) {
		return false
	}
	direct := c.speech[m.at] >= 0 && c.d.Statements[c.speech[m.at]].Kind == entente.Direct
	for _, k := range c.kids(h) {
		if k > m.at && c.rel(k) == entente.AuxRel && c.lx.isGrammar("perfect", c.lem[k]) {
			return true
		}
		if direct && c.rel(k) == entente.Advcl && c.supposed(k) {
			return true
		}
	}
	return false
}

// supposed reports whether a clause is a condition in the past, which in
// somebody's own words is not so: "if you could tell me".
func (c *coder) supposed(i int) bool {
	cond, past := false, c.xpos(i) == "VBD"
	for _, k := range c.kids(i) {
		switch c.rel(k).Universal() {
		case entente.Mark:
			cond = cond || c.maybeMark(k)
		case entente.AuxRel, entente.Cop, entente.AuxPass:
			past = past || c.xpos(k) == "VBD" || c.lx.isGrammar("conditional", lower(c.d.Form(k)))
		}
	}
	return cond && past
}

// maybeMark reports whether a mark opens a condition.
func (c *coder) maybeMark(k int) bool {
	for _, r := range c.lx.words[c.lem[k]] {
		if r.kind == kindMaybe {
			return true
		}
	}
	return false
}

// ownState reports whether those who are told to act are the speaker's own
// state and nobody in particular: "Britain must do more", said by its premier.
func (c *coder) ownState(fs, s []fill) bool {
	for _, f := range fs {
		if f.ref < 0 || c.d.Actors[c.mention[f.ref].actor].Kind != entente.StateActor || !c.compatriots([]fill{f}, s) {
			return false
		}
	}
	return len(fs) > 0 && c.rules(s)
}

// rules reports whether nobody among the fillers speaks from outside the
// government of a state.
func (c *coder) rules(s []fill) bool {
	for _, f := range s {
		for _, p := range c.participant(f, "") {
			switch p.Sector {
			case "OPP", "LEG", "PTY", "ELI", "CVL", "NGO", "REB", "BUS", "EDU", "REL":
				return false
			case "":
				if p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.PersonActor {
					return false
				}
			}
		}
	}
	return true
}

// yields reports whether the content is a concession, which to refuse is an
// event also when it lies behind: "did not give in to the demands".
func (c *coder) yields(n *node) bool {
	return n.kind == "" && (n.typ == "CONCEDE" || n.m != nil && n.m.r.class != nil && n.m.r.class.due)
}

// endow gives what an operator holds the party that only the operator names:
// who plans a visit makes it, whom a state turns down does not get the aid.
func (c *coder) endow(p, k *node) {
	if p.kind == "" || k.kind != "" || k.sym {
		return
	}
	switch {
	case ownActs(p.kind):
		if len(k.s) == 0 {
			k.s = c.without(p.s, k.t)
		}
		if len(k.t) == 0 {
			k.t = c.without(p.t, k.s)
		}
	case p.kind == "request" || p.kind == "demand" || p.kind == "order":
		if len(k.s) == 0 {
			k.s = c.without(p.t, k.t)
		}
		if len(k.t) == 0 && (k.typ == "RETREAT" || k.typ == "CONCEDE") {
			k.t = c.without(p.s, k.s)
		}
	}
}

// possessives reports whether the fillers are possessive pronouns alone.
func (c *coder) possessives(fs []fill) bool {
	for _, f := range fs {
		if f.tok < 0 || c.upos(f.tok) != entente.PRON || c.rel(f.tok) != entente.NmodPoss {
			return false
		}
	}
	return len(fs) > 0
}

// thingActs reports whether the subject of an operator is a mere thing: a bill
// or a treaty that allows something only makes it possible.
func (c *coder) thingActs(m *match) bool {
	toks := c.fillRole(m, source)
	if h := c.head(m.at); c.rel(m.at) == entente.Acl && h >= 0 && !c.isVerb(h) {
		toks = []int{h} // "documents allowing him to marry"
	}
	for _, t := range toks {
		if c.heads[t] >= 0 || c.covers[t] >= 0 || c.person(t) || c.upos(t) != entente.NOUN {
			return false
		}
	}
	return len(toks) > 0
}

// addressable drops what cannot be told to act: bare words for things ("ordered
// safety checks", "the laws should be changed").
func (c *coder) addressable(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.known() || f.tok < 0 || c.person(f.tok) || c.places[f.tok] >= 0 || c.upos(f.tok) != entente.NOUN {
			out = append(out, f)
		}
	}
	return out
}

// partnerless reports whether an event tells of two parties and has one, also
// after the whole article was asked: a visit to nowhere, a state or person that
