package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// operate codes the contents of an operator and applies it to each.
func (c *coder) operate(m *match, depth int) []*node {
	if otherActs(m.r.kind) && c.nobodyDoes(m.at) {
		return nil
	}
	s, a := c.parties(m, source), c.apartFrom(c.parties(m, addressee), m.contents)
	if otherActs(m.r.kind) {
		if a = c.addressable(a); len(a) == 0 {
			a = c.lettered(m.at)
		}
		if len(a) == 0 {
			a = c.errandTo(m.at)
		}
		a = c.unlessPatient(m, a)
	}
	var below []*node
	for _, t := range m.contents {
		below = append(below, c.eval(t, depth+1)...)
	}
	if m.r.kind == "accuse" && !c.isVerb(m.at) && len(s)+len(a) == 0 {
		return below // "on charges of bank fraud": nobody says who accuses whom
	}
	var out []*node
	if len(below) == 0 && m.r.kind == "allow" && (c.thingActs(m) || len(a) == 0) {
		return nil
	}
	if len(below) == 0 {
		if n := c.decidedNot(m, s); n != nil {
			return append(out, n)
		}
		if m.r.kind == "allow" && (len(knownOnly(s)) == 0 || c.thingActs(m) || len(knownOnly(c.without(a, s))) == 0 || c.xpos(m.at) == "VBG" && c.rel(m.at) == entente.Advcl || c.xpos(m.at) == "VB" && c.rel(m.at) == entente.Root) {
			return nil // no concession: nobody in particular allows, or a deed has that effect
		}
		if bare(m.r.kind) && ((asks(m.r.kind) || m.r.kind == "accuse") && len(knownOnly(a)) > 0 || c.givesWord(m, s) || !c.dropped(m.contents)) {
			if n := c.wrap(m, nil, s, a); n != nil && (!plans(m.r.kind) && m.r.kind != "accept" || len(knownOnly(n.t)) > 0 || c.givesWord(m, s)) {
				out = append(out, n) // a plan of one's own that the codebook does not know is no event
			}
		}
		return out
	}
	for _, n := range below {
		if n = c.apply(m, n, s, a); n != nil {
			out = joinNode(out, n)
		}
	}
	return out
}

// decidedNot is the refusal by those who decide, vote or choose not to do
// something; nil when they do not.
func (c *coder) decidedNot(m *match, s []fill) *node {
	if m.r.kind != "decide" {
		return nil
	}
	for _, t := range m.theme {
		if !c.isVerb(t) || !c.infinitive(t) || !c.denied(t) {
			continue
		}
		var to []fill
		if h := c.hits[t]; h != nil {
			if codebook.Quad(h.r.class.typ) >= 3 {
				return nil // who decides not to charge somebody refuses nothing
			}
			to = c.parties(h, target)
		}
		for _, o := range c.objects(t) {
			to = append(to, c.resolve(o, 0)...)
		}
		return c.wrapAs("refuse", m, nil, s, c.without(knownOnly(distinct(to)), s))
	}
	return nil
}

// unlessPatient drops from those whom an operator addresses whom the content is
// to be done to: "called for the general to be arrested" asks nothing of him.
func (c *coder) unlessPatient(m *match, a []fill) []fill {
	for _, t := range m.contents {
		if !c.isVerb(t) || !c.passive(t) {
			continue
		}
		of := c.patient(t)
		var out []fill
		for _, f := range a {
			if !has(of, f.tok) {
				out = append(out, f)
			}
		}
		a = out
	}
	return a
}

// plans reports whether an operator of the kind tells what its speaker means to do.
func plans(kind string) bool { return kind == kindPlan || kind == "decide" || kind == "seek" }

// givesWord reports whether somebody in office promises: that binds whatever
// is promised.
func (c *coder) givesWord(m *match, s []fill) bool {
	return strings.HasPrefix(m.r.id, "promise.") && c.isVerb(m.at) && c.statesmen(knownOnly(s)) > 0
}

// asks reports whether an operator addresses somebody: to be told not to act
// is to be asked as well.
func asks(kind string) bool { return kind == "request" || kind == "demand" }

// dropped reports whether a content tells of nothing because a word on it says
// so: a negation, fiction, failure.
func (c *coder) dropped(contents []int) bool {
	for _, t := range contents {
		if m := c.ops[t]; m != nil && (m.r.kind == kindFail || m.r.kind == kindDrop || m.r.kind == kindNegate) {
			return true
		}
		for _, m := range c.inherited(t) {
			if m.r.kind == kindDrop || m.r.kind == kindNegate {
				return true
			}
		}
	}
	return false
}

// joinNode adds a node; one that repeats the code of an operator over a second
// content takes its children instead.
func joinNode(out []*node, n *node) []*node {
	for _, o := range out {
		if o.kind != "" && o.kind == n.kind && o.at == n.at && o.typ == n.typ {
			o.kids = append(o.kids, n.kids...)
			if len(o.t) == 0 {
				o.t = n.t
			}
			return out
		}
	}
	return append(out, n)
}

// apply is what an operator does to the node of its content; nil when nothing
// is left to code.
func (c *coder) apply(m *match, n *node, s, a []fill) *node {
	kind := m.r.kind
	switch kind {
	case kindCarry:
		c.carry(m, n, s)
	case kindProclaim:
		if len(n.s) == 0 && codebook.Quad(n.typ) < 4 {
			c.lend(n, s, nil) // "announced that the visit has been cancelled"
		}
		n = c.say(m, n, s, a)
	case kindSay:
		n = c.say(m, n, s, a)
	case kindKeep, kindGoOn:
		c.lend(n, s, nil)
		if kind == kindGoOn && n.status == entente.Happened {
			n.status = entente.Ongoing
		}
	case kindFail, kindDrop:
		if kind == kindFail && n.m != nil && n.m.r.class != nil && n.m.r.class.due {
			c.lend(n, s, nil)
			return c.wrapAs("refuse", m, n, n.s, nil)
		}
		return nil
	case kindWatch:
		c.lend(n, a, nil)
	case kindMaybe:
		n.might = c.rel(m.at).Universal() == entente.AuxRel
		n.supposed = n.supposed || c.rel(m.at) == entente.Mark || m.r.pos == 'n'
		doubt(n)
	case kindMust:
		c.oblige(m, n)
	case kindNegate:
		n = c.negate(m, n)
	case kindFuture:
		n = c.toBe(m, n)
	case kindSolicit:
		return c.wrapAs("request", m, n, s, a)
	case kindIntend:
		return c.wrapAs("plan", m, n, s, a)
	case kindWant:
		return c.want(m, n, s, a)
	case kindWarn:
		return c.warn(m, n, s, a)
	default:
		if kind == "allow" && c.thingActs(m) {
			doubt(n)
			break
		}
		return c.compose(m, n, s, a)
	}
	if n != nil && kind != kindNegate && kind != kindFuture && kind != kindSay && kind != kindProclaim {
		n.rules = append(n.rules, m.r.id)
	}
	return n
}

// carry lends the parties of a light verb to its noun.
func (c *coder) carry(m *match, n *node, s []fill) {
	c.lend(n, s, nil)
	if t := c.parties(m, target); len(n.t) == 0 || len(knownOnly(t)) > 0 && len(m.r.frame[target]) > 0 && m.r.frame[target][0].kind == slotObj {
		hit := knownOnly(n.t)
		if n.t = c.without(t, n.s); len(hit) <= 2 {
			n.t = distinct(append(n.t, hit...))
		}
	}
	if st := c.tense(m.at); st != "" {
		n.status = st
	}
}

// oblige marks a content that must be.
func (c *coder) oblige(m *match, n *node) {
	if h := c.head(m.at); h >= 0 && c.isVerb(h) && c.rel(m.at).Universal() == entente.AuxRel && !c.obliges(m, h) {
		doubt(n) // "must have known"
		return
	}
	if h := c.head(m.at); h >= 0 && c.rel(m.at).Universal() == entente.AuxRel && c.kid(h, entente.Nsubj, entente.NsubjPass) > m.at && !c.question(c.d.SentenceAt(c.d.Tokens[h].Start)) {
		n.supposed = true // "should Iran leave the pact"
		doubt(n)
		return
	}
	n.must = true
	if c.xpos(m.at) != "VBD" || m.r.frame[content][0].kind == slotHead {
		n.supposed = true
		doubt(n) // but "police had to use tear gas" tells that they did
	}
}

// toBe makes a content one that is to come.
func (c *coder) toBe(m *match, n *node) *node {
	if c.counterfactual(m) {
		n.supposed = true
		doubt(n)
		return n
	}
	if n.said {
		return n
	}
	if h := c.head(m.at); n.kind == "" && !c.isVerb(n.at) && (h < 0 || !c.isVerb(h) || c.existing(h) == n.at) {
		n.status, n.future = entente.Planned, true // "the planned talks" plan nothing anew
		n.rules = append(n.rules, m.r.id)
		return n
	}
	return c.future(m, n)
}

// want makes a plan of what somebody wants to do, a request of what another
// shall do.
func (c *coder) want(m *match, n *node, s, a []fill) *node {
	if len(c.without(a, s)) > 0 || len(n.s) == 0 && c.isVerb(n.at) && c.passive(n.at) && !c.infinitive(n.at) {
		return c.wrapAs("request", m, n, s, a)
	}
	if others := knownOnly(c.without(n.s, s)); len(others) > 0 && len(others) == len(n.s) && !n.sym {
		return c.wrapAs("request", m, n, s, others) // "would like to see China release"
	}
	if c.performed(n) {
		c.lend(n, s, nil)
		n.said = true
		n.rules = append(n.rules, m.r.id)
		return n
	}
	return c.wrapAs("seek", m, n, s, nil)
}

// compose makes a code of the content's by the table of the codebook.
func (c *coder) compose(m *match, n *node, s, a []fill) *node {
	if c.declared(m, n) {
		c.lend(n, s, a)
		n.rules = append(n.rules, m.r.id)
		return n
	}
	switch m.r.kind {
	case "request", "demand":
		if len(n.t) > 0 && len(knownOnly(a)) == 0 && (n.typ == "SANCTION" || n.typ == "COERCE") && c.kid(n.at, entente.AuxPass) < 0 && (c.kid(n.at, entente.Nsubj) < 0 || len(knownOnly(c.without(n.s, s))) == 0) {
			return c.wrapAs("rally", m, n, s, nil)
		}
	case "order":
		if (n.typ == "ACCUSE" || n.mode == resigns && n.kind == "") && len(knownOnly(a)) > 0 {
			return c.wrapAs("demand", m, n, s, a) // who is told to look into something or to go is asked
		}
		if n.kind == "" && codebook.Quad(n.typ) >= 3 && c.provided(n.at) {
			doubt(n)
			return c.wrapAs("demand", m, n, s, a) // "ordered the army to strike if there were new attacks"
		}
	}
	return c.wrap(m, n, s, a)
}

func (c *coder) country(f fill) string {
	switch {
	case len(f.part) > 0:
		return f.part[0].Country
	case f.ref >= 0:
		return c.d.Actors[c.mention[f.ref].actor].Country
	}
	return ""
}

// say passes a content through a verb of saying. What somebody says another
// must do is a demand.
func (c *coder) say(m *match, n *node, s, a []fill) *node {
	if len(s) > 0 && n.kind == "" && c.imperative(n.at) {
		return c.wrapAs("demand", m, n, s, c.addressable(a))
	}
	if n.must && len(s) > 0 {
		n.must = false
		others := c.without(n.s, s)
		if len(others) == 0 && len(n.s) > 0 || c.ownState(others, s) || c.advises(s, others) {
			return n
		}
		return c.wrapAs("demand", m, n, s, c.addressable(others))
	}
	if n.might && len(n.s) > 0 && (len(c.without(n.s, s)) == 0 || c.ownState(n.s, s)) && codebook.Quad(n.typ) >= 3 && (n.kind == "" || n.kind == "stop") {
		n.might = false
		return c.wrapAs("threaten", m, n, s, a) // "said it may stop the aid"
	}
	if n.might && n.kind == "" && (n.typ == "AID" || n.typ == "COOPERATE") && c.isVerb(n.at) && len(n.s) > 0 && (len(c.without(n.s, s)) == 0 || c.ownState(n.s, s)) && !n.supposed {
		n.might = false
		return c.wrapAs("plan", m, n, s, a) // "said it could ship food"
	}
	if n.denied {
		if len(n.s) == 0 || len(c.without(n.s, s)) == len(n.s) && !c.compatriots(n.s, s) {
			return nil
		}
		return c.wrapAs("deny", m, n, s, nil)
	}
	n.rules = append(n.rules, m.r.id)
	return c.announces(n, s, m.r.kind == kindProclaim)
}

// compatriots reports whether two lists of fillers share a state.
func (c *coder) compatriots(a, b []fill) bool {
	for _, f := range a {
		for _, g := range b {
			if c.country(f) != "" && c.country(f) == c.country(g) {
				return true
			}
		}
	}
	return false
}

// applySelf applies what stands on the predicate itself (auxiliaries, marks,
// adverbs), inner before outer.
func (c *coder) applySelf(i int, ns []*node) []*node {
	on := c.inherited(i)
	if len(on) == 0 {
		return ns
	}
	var out []*node
	for _, n := range ns {
		for rank := 0; rank < 4 && n != nil; rank++ {
			for _, m := range on {
				if n != nil && selfRank(m.r.kind) == rank {
					n = c.apply(m, n, nil, nil)
				}
			}
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

func selfRank(kind string) int {
	switch kind {
	case kindFuture, kindMust, kindMaybe:
		return 1
	case kindNegate:
		return 2
	case kindDrop:
		return 3
	}
	return 0
}

// inherited lists the operators on a predicate; a verb joined to another by
// "and" shares the auxiliaries of the first ("will meet and sign").
func (c *coder) inherited(i int) []*match {
	on := c.self[i]
	if m := c.hits[i]; m != nil && m.obj >= 0 && c.isVerb(i) {
		for _, o := range c.self[m.obj] { // "made no threat"
			if o.r.kind == kindNegate && c.rel(o.at) == entente.DetRel {
				on = append(on[:len(on):len(on)], o)
			}
		}
	}
	h := c.head(i)
	if c.rel(i) != entente.Conj || h < 0 || len(c.self[h]) == 0 || c.kid(i, entente.Nsubj, entente.NsubjPass, entente.AuxRel) >= 0 {
		return on
	}
	if !c.isVerb(i) || c.xpos(i) != c.xpos(h) && c.xpos(i) != "VB" {
		return on
	}
	for _, m := range c.self[h] {
		if c.rel(m.at).Universal() == entente.AuxRel || m.r.kind == kindNegate && c.xpos(i) == "VB" {
			on = append(on[:len(on):len(on)], m)
		}
	}
	return on
}

// apartFrom drops the fillers that are themselves contents: in "ordered a
// mobilisation" nobody is addressed.
func (c *coder) apartFrom(fs []fill, contents []int) []fill {
	var out []fill
	for _, f := range fs {
		if !has(contents, f.tok) {
			out = append(out, f)
		}
	}
	return out
}
