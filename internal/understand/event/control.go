package event

import (
	"entente"
	"entente/internal/codebook"
)

// climb finds the subject of a predicate that has none of its own.
func (c *coder) climb(i int) []int {
	h := c.head(i)
	switch {
	case h < 0:
		return nil
	case c.heralds(i, c.d.SentenceAt(c.d.Tokens[i].Start)):
		return []int{h}
	}
	if v := c.errand(i); v >= 0 {
		return c.surface(v)
	}
	switch c.rel(i) {
	case entente.Conj:
		if k := c.strayedSubject(i, h); k >= 0 {
			return []int{k}
		}
		if g := c.sameTense(i); g >= 0 {
			return c.subjects(g)
		}
		if g := c.outerVerb(i); g >= 0 {
			return c.subjects(g)
		}
		if c.passive(h) {
			return c.patient(h)
		}
		return c.subjects(h)
	case entente.Xcomp, entente.Ccomp, entente.Csubj:
		if c.reportedOf(i) {
			return c.antecedent(h)
		}
		if t := c.whoIs(h); t >= 0 && c.infinitive(i) {
			return []int{t}
		}
		if o := c.kid(h, entente.Obj); o >= 0 && o < i && c.ops[o] != nil && has(c.ops[o].contents, i) {
			return c.nounController(o)
		}
		if c.rel(i) == entente.Xcomp && c.xpos(i) == "VBG" && c.ops[h] == nil && c.isVerb(h) && !c.passive(h) && c.toll(i) {
			return c.subjects(h) // "hit Vietnam, killing one person"
		}
		return c.controller(h)
	case entente.Advcl:
		return c.climbClause(i, h)
	case entente.Acl:
		return c.climbNoun(i, h)
	case entente.AclRelcl:
		return []int{h}
	case entente.Amod:
		if !c.finiteAmod(i) {
			return []int{h}
		}
		if g := c.head(h); g >= 0 && g < i && c.upos(g).Nominal() {
			return []int{g}
		}
	case entente.Parataxis, entente.Dep:
		return c.surface(h)
	case entente.Obl, entente.Nmod: // a gerund behind a preposition that the parser took for a noun
		if c.isVerb(i) {
			return c.controller(h)
		}
	}
	return nil
}

// climbClause finds the subject of an adverbial clause i under h.
func (c *coder) climbClause(i, h int) []int {
	if g := c.head(h); c.xpos(i) == "VBG" && g >= 0 && c.isVerb(g) && c.rel(h) == entente.Advcl && c.kid(h, entente.Mark) >= 0 && c.toll(i) && i > h && c.upos(i-1) == entente.PUNCT {
		return c.subjects(g) // "a bomb went off as they were leaving, killing ten"
	}
	if m := c.ops[h]; m != nil && has(m.contents, i) {
		return c.controller(h)
	}
	if m := c.hits[h]; m != nil && m.r.class.typ == "ACCUSE" && c.xpos(i) == "VBG" && c.markedIn(i, "absolute") && c.isVerb(h) {
		return c.objects(h) // "charged the officers with torturing"
	}
	for _, p := range c.lx.grammar["controlled"] {
		if !c.marked(i, p) {
			continue
		}
		if m := c.hits[h]; m != nil && c.kid(h, entente.Obj) < 0 && codebook.Verbal(m.r.class.typ) && !c.busy[h] {
			if to := c.fillRole(m, target); len(to) > 0 {
				return to // "lashed out at Turkey for attacking"
			}
		}
		return c.controller(h)
	}
	if o := c.kid(h, entente.Obj); o > h && o < i && c.infinitive(i) && (c.lx.isGrammar("scheme", c.lem[o]) || c.ops[o] != nil && has(c.ops[o].contents, i)) {
		return c.nounController(o) // "foiled a plot by rebels to kill", "condemned the American decision to recognise"
	}
	if k := c.absolute(i, h); k >= 0 {
		return []int{k}
	}
	if v := c.clauseAround(i, h); v >= 0 {
		return c.surface(v)
	}
	if o := c.paperLeft(i, h); o >= 0 {
		return c.drafters(o, h, i)
	}
	if k := c.subjectAhead(i, h); k >= 0 {
		return []int{k}
	}
	return c.surface(h)
}

// clauseAround is the verb whose clause participle i goes on with, though the
// parser hung it on the last noun h before the comma: "hit a market in Karachi,
// Pakistan, killing nine"; -1 when i tells of that noun.
func (c *coder) clauseAround(i, h int) int {
	if c.xpos(i) != "VBG" || i == 0 || c.d.Form(i-1) != "," || c.isVerb(h) || h > i || c.kid(i, entente.Mark) >= 0 {
		return -1
	}
	for n := 0; n < 6; n++ {
		g := c.head(h)
		switch {
		case g < 0 || g > i || c.rel(h) == entente.Nsubj || c.rel(h) == entente.NsubjPass:
			return -1
		case c.isVerb(g):
			return g
		}
		h = g
	}
	return -1
}

// paperLeft is the law or order, object of verb h, behind which participle i
// stands without a comma and tells what it does: "threw out a decree banning
// rallies"; -1 for none.
func (c *coder) paperLeft(i, h int) int {
	if c.xpos(i) != "VBG" || !c.isVerb(h) || c.kid(i, entente.Mark, entente.Nsubj) >= 0 {
		return -1
	}
	for _, o := range c.kids(h) {
		if o < h || o > i || !c.lx.isGrammar("paper", c.lem[o]) || c.rel(o) != entente.Obj {
			continue
		}
		if _, last := c.d.Yield(o); last == i {
			return o
		}
	}
	return -1
}

// drafters are those who do by law, order or paper o what it says in participle
// i: who made it, else who is the subject of verb h, unless h does away with it.
func (c *coder) drafters(o, h, i int) []int {
	for _, f := range knownOnly(c.owner(o, 1)) {
		if f.tok < i {
			return []int{o}
		}
	}
	if m := c.hits[h]; m != nil {
		switch m.r.class.typ {
		case "REJECT", "CONCEDE", "RETREAT":
			return []int{o}
		}
	}
	if m := c.ops[h]; m != nil && (m.r.kind == "refuse" || m.r.kind == "stop" || m.r.kind == "cancel") {
		return []int{o}
	}
	return c.subjects(h)
}

// climbNoun finds the subject of clause i, which modifies noun h.
func (c *coder) climbNoun(i, h int) []int {
	if c.isVerb(h) {
		return c.surface(h)
	}
	if g := c.head(h); g >= 0 && c.ops[g] != nil && otherActs(c.ops[g].r.kind) && has(c.ops[g].contents, i) {
		return c.controller(g) // "accused the authorities of executing", hung on the noun
	}
	if g := c.head(h); g >= 0 && c.ops[g] != nil && c.ops[g].r.kind == kindCarry && has(c.ops[g].contents, i) && !c.busy[g] {
		return c.subjects(g) // "claimed responsibility for shelling"
	}
	if c.ranked(i) {
		return c.surface(c.predicate(h))
	}
	if g := c.head(h); g >= 0 && c.rel(h) == entente.OblAgent && c.markedIn(i, "controlled") {
		return c.patient(g) // "accused by the UN of arming rebels", hung on the agent
	}
	if c.infinitive(i) || c.markedIn(i, "controlled") {
		return c.nounController(h)
	}
	if g := c.head(h); c.xpos(i) == "VBG" && g >= 0 && c.isVerb(g) && c.heads[h] < 0 && !c.person(h) && !c.lx.sets["quantity"][c.lem[h]] && c.rel(h) == entente.Obj {
		if c.lx.isGrammar("receiving", c.lem[g]) {
			return nil // "received a letter asking"
		}
		if (c.lx.isGrammar("paper", c.lem[h]) || c.kid(h, entente.Nmod) < 0) && c.lem[i-1] != "," {
			return c.drafters(h, g, i)
		}
		return c.subjects(g) // "sent a letter to Seoul requesting": who sent it
	}
	if who := c.worded(i, h); who != nil {
		return who
	}
	if v := c.clauseAround(i, h); v >= 0 {
		return c.surface(v)
	}
	return []int{h}
}

// surface is the grammatical subject of a predicate, active or passive.
func (c *coder) surface(i int) []int {
	if c.isVerb(i) && c.passive(i) {
		return c.patient(i)
	}
	return c.subjects(i)
}

// controller is what the infinitive or gerund below predicate h takes as its
// subject: the addressee of an operator, the object, or the subject.
func (c *coder) controller(h int) []int {
	if !c.isVerb(h) && c.upos(h) != entente.ADJ {
		return c.nounController(h)
	}
	if m := c.ops[h]; m != nil {
		if to := c.fillRole(m, addressee); len(to) > 0 && otherActs(m.r.kind) {
			return to
		}
		if o := c.kid(h, entente.Obj); o > h && !c.passive(h) && len(m.r.frame[source]) > 0 && m.r.frame[source][0].kind == slotObj {
			return []int{o} // "led Canada to close its embassy"
		}
		if ownActs(m.r.kind) || m.r.kind == kindCarry || m.r.kind == kindMust && !c.passive(h) {
			return c.subjects(h)
		}
	}
	if c.isVerb(h) && !c.passive(h) {
		if o := c.kid(h, entente.Obj, entente.Iobj); o >= 0 && !c.undergoes(h, o) {
			return []int{o}
		}
	}
	return c.surface(h)
}

// undergoes reports whether verb h and its object o together tell what befalls
// the subject: "drew criticism".
func (c *coder) undergoes(h, o int) bool {
	m := c.hits[h]
	return m != nil && m.obj == o && len(m.r.frame[target]) > 0 && m.r.frame[target][0].kind == slotSubj
}

// nounController is the subject of an infinitive that hangs on a noun ("a
// pledge to send"): who makes the pledge.
func (c *coder) nounController(n int) []int {
	if m := c.ops[n]; m != nil && !c.busy[n] {
		c.busy[n] = true
		s := c.fillRole(m, source)
		c.busy[n] = false
		if len(s) > 0 {
			return s
		}
	}
	for _, k := range c.kids(n) {
		if c.rel(k) == entente.NmodPoss {
			return []int{k}
		}
	}
	if by := c.prepsIn(n, "agent"); len(by) > 0 {
		return by
	}
	g := c.head(n)
	if g < 0 || !c.isVerb(g) {
		return nil
	}
	switch c.rel(n) {
	case entente.Obj, entente.Obl, entente.NsubjPass:
		return c.subjects(g)
	}
	return nil
}

// ranked reports whether infinitive i tells what its noun did before or after
// others: "was the first country to recognise Kosovo".
func (c *coder) ranked(i int) bool {
	h := c.head(i)
	if h < 0 || c.rel(i) != entente.Acl || !c.infinitive(i) || c.predicate(h) < 0 {
		return false
	}
	if c.lx.isGrammar("one", c.lem[h]) { // "one of the few leaders to criticise Spain"
		for _, k := range c.prepsIn(h, "part") {
			h = k
		}
	}
	for _, k := range c.kids(h) {
		if k < h && c.lx.isGrammar("ranked", c.lem[k]) {
			return true
		}
	}
	return false
}

// predicate is the word whose subject noun h describes: itself behind "is", the
// verb behind "became"; -1 when it describes nobody.
func (c *coder) predicate(h int) int {
	g := c.head(h)
	switch {
	case c.kid(h, entente.Cop) >= 0:
		return h
	case g >= 0 && c.lx.isGrammar("become", c.lem[g]) && (c.rel(h) == entente.Xcomp || c.rel(h) == entente.Obj):
		return g
	}
	return -1
}

// whoIs is the one behind "for" who would do what predicate i judges: "it would be
// wrong for Hungary to leave"; -1 for none.
func (c *coder) whoIs(i int) int {
	k := c.kid(i, entente.Csubj, entente.Acl, entente.Advcl, entente.Ccomp, entente.Xcomp)
	if k < i || !c.infinitive(k) || c.kid(i, entente.Cop) < 0 {
		return -1
	}
	if it := c.kid(i, entente.Expl, entente.Nsubj); it < 0 || !c.lx.isGrammar("cleft", c.lem[it]) {
		return -1
	}
	if t := c.kid(k, entente.Nsubj); t > i && t < k {
		return t
	}
	for t := i + 1; t < k; t++ {
		if c.lx.isGrammar("aim", c.lem[t]) && t+1 < k { // "for" hangs now on the name, now on the verb
			for n := t + 1; n < k; n++ {
				if h := c.head(n); h == i || h == k {
					return n
				}
			}
		}
	}
	return -1
}

// toll reports whether verb i may tell what a blow cost: "killing two people".
func (c *coder) toll(i int) bool {
	for _, r := range c.lx.verbs[c.lem[i]] {
		if r.class != nil && r.class.typ == "ASSAULT" {
			return c.kid(i, entente.Obj) > i
		}
	}
	return false
}
