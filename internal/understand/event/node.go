package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// node is an event in the making: a content, or what an operator made of one.
type node struct {
	typ, cameo, mode string
	contexts         []string
	sym, lex         bool
	status           entente.Status
	at               int // token of the trigger
	m                *match
	s, t, r, a       []fill
	kind             string // operator that made it, "" for a content
	base             *node  // the content below an operator, kept for negation
	kids             []*node
	rules            []string
	denied           bool // negated: a denial when the speaker speaks of itself
	must             bool // obliged: "Israel must withdraw"
	future           bool
	said             bool // done by saying that one would like to: "would like to thank"
	might            bool // under "may", "could"
	supposed         bool // only a condition, a question, an idea or what ought to be
	depth            int  // operators around the content
	near             int  // slots filled by falling back
	distant          bool // a target was dropped for standing too far off
	loose            bool // hangs below no operator that explains it
	held             bool // waits for the rest of the story
	back             int  // the earlier event that the definite noun points to, -1
}

// eval codes the predicate at token i with everything below and on it.
func (c *coder) eval(i, depth int) []*node {
	if depth > 12 || c.busyEval[i] {
		return nil
	}
	c.busyEval[i] = true
	defer func() { c.busyEval[i] = false }()
	var out []*node
	switch {
	case c.ops[i] != nil:
		if out = c.operate(c.ops[i], depth); len(out) == 0 && len(c.ops[i].contents) == 0 && c.owed(i) {
			out = []*node{c.unknownNode(i)}
		}
	case c.hits[i] != nil:
		if n := c.contentNode(c.hits[i]); !c.idle(n) {
			out = []*node{n}
		}
	case c.owed(i):
		if n := c.unknownNode(i); len(knownOnly(n.s)) > 0 || !c.pronouns(n.s) {
			out = []*node{n}
		}
	}
	return c.applySelf(i, out)
}

// owed reports whether token i is a verb that the lexicon does not know under
// a word of obligation: "must ensure security".
func (c *coder) owed(i int) bool {
	for _, m := range c.self[i] {
		if m.r.kind == kindMust && (c.head(m.at) != i || c.obliges(m, i)) {
			return true
		}
	}
	return false
}

// pronouns reports whether the fillers are pronouns alone.
func (c *coder) pronouns(fs []fill) bool {
	for _, f := range fs {
		if f.tok < 0 || c.upos(f.tok) != entente.PRON {
			return false
		}
	}
	return len(fs) > 0
}

// unknownNode stands for a content without a code; it is an event only below
// an operator.
func (c *coder) unknownNode(i int) *node {
	n := &node{at: i, status: entente.Hypothetical}
	for _, t := range c.surface(i) {
		for _, e := range c.expand(t) {
			n.s = append(n.s, c.resolve(e, 0)...)
		}
	}
	for _, t := range c.objects(i) {
		n.t = append(n.t, c.resolve(t, 0)...)
	}
	return n
}

// contentNode is the event of a content alone.
func (c *coder) contentNode(m *match) *node {
	k := m.r.class
	n := &node{typ: k.typ, cameo: k.cameo, mode: k.mode, contexts: k.contexts, sym: k.sym, lex: k.lex, at: m.at, m: m, rules: []string{m.r.id}}
	n.s, n.t, n.r = c.parties(m, source), c.parties(m, target), c.parties(m, recipient)
	if k.typ == "ASSAULT" {
		n.s = c.wielders(n.s)
		n.t = c.missions(n)
	}
	if k.swap {
		n.s, n.t = n.t, n.s
	}
	n.t = c.without(c.notSaidOf(n.t, m), n.s)
	if len(n.s) > 1 && c.mutual(m) {
		n.sym, n.t = true, nil
	}
	if k.typ == "MOBILIZE" {
		n.t = c.notOwn(n.t, n.s)
	}
	c.reciprocate(n)
	if j := k.joint; j != nil && len(n.s) > 1 && len(knownOnly(n.s)) > 0 {
		n.typ, n.cameo, n.mode, n.sym, n.t = j.typ, j.cameo, "", true, nil
	}
	if k.state != nil && c.ofStates(n.s) && !c.compatriots(n.s, n.t) && (len(knownOnly(n.t)) > 0 || !c.isVerb(n.at) && n.s[0].tok > n.at) {
		n.typ, n.cameo, n.mode = k.state.typ, k.state.cameo, ""
	}
	if !n.sym {
		n.r = c.without(c.without(n.r, n.s), n.t)
		n.t = c.othersOwn(n)
	}
	if n.typ == "REJECT" && m.obj >= 0 && (c.lx.sets["visits"][c.lem[m.obj]] || c.lx.sets["dialogues"][c.lem[m.obj]]) && c.compatriots(n.t, n.s) {
		n.t = nil // "called off a visit by its minister"
	}
	if n.typ == "REQUEST" {
		if n.t = c.addressable(n.t); len(knownOnly(n.t)) == 0 {
			if to := c.lettered(n.at); to != nil {
				n.t = to
			}
		}
	}
	if codebook.Verbal(n.typ) && !n.sym && len(knownOnly(n.t)) == 0 {
		to := c.without(c.errandTo(n.at), n.s)
		if len(to) == 0 && n.kind == "" && len(n.t) == 0 {
			to = c.without(c.lettered(n.at), n.s)
		}
		if len(to) > 0 {
			n.t = to
		}
	}
	c.present(n)
	n.status = c.tense(m.at)
	if n.status == "" {
		n.status = entente.Status(k.status)
	}
	if n.status == "" {
		n.status = entente.Happened
	}
	return n
}

// notSaidOf drops from the targets what the verb says of its object: "called the
// operation an invasion".
func (c *coder) notSaidOf(fs []fill, m *match) []fill {
	if len(fs) < 2 {
		return fs
	}
	var out []fill
	for _, f := range fs {
		said := false
		for _, k := range m.r.cons {
			said = said || k.test == testComp && !k.not && f.tok >= 0 && f.ref < 0 && c.in(f.tok, k.words)
		}
		if !said {
			out = append(out, f)
		}
	}
	return out
}

// mutual reports whether what is done is done to "each other's" people or things.
func (c *coder) mutual(m *match) bool {
	if m.obj < 0 {
		return false
	}
	k := c.kid(m.obj, entente.NmodPoss)
	return k > 0 && c.lx.isGrammar("mutual", c.lem[k]) && c.lx.isGrammar("mutually", c.lem[k-1])
}

// ofStates reports whether all fillers are states or their civil governments.
func (c *coder) ofStates(fs []fill) bool {
	for _, f := range fs {
		if f.tok >= 0 && (c.demonym(f) || c.upos(f.tok) == entente.ADJ || c.head(f.tok) >= 0 && c.lx.sets["quantity"][c.lem[c.head(f.tok)]]) {
			return false // "thousands of Chinese"
		}
		for _, p := range c.participant(f, "") {
			if p.Country == "" || p.Sector != "" && p.Sector != "GOV" {
				return false
			}
		}
	}
	return len(fs) > 0
}

// demonym reports whether a filler is the people of a state by its name: "Turks".
func (c *coder) demonym(f fill) bool {
	return f.ref >= 0 && strings.HasPrefix(c.mentionOf(f.ref).Rule, "demonym")
}

// othersOwn are the targets of a deed of force or power. Nobody does one to its
// own unless the words say so: behind another verb "its" is then of whom that
// verb struck ("shot down an Indian jet and captured its pilot").
func (c *coder) othersOwn(n *node) []fill {
	h := c.head(n.at)
	if codebook.Quad(n.typ) != 4 || !c.isVerb(n.at) || c.rel(n.at) != entente.Conj && c.rel(n.at) != entente.Advcl || h < 0 || !c.isVerb(h) || c.passive(n.at) || len(n.t) == 0 || len(n.s) == 0 {
		return n.t
	}
	what := n.m.obj
	if o := c.objects(n.at); what < 0 && len(o) > 0 {
		what = o[0]
	}
	if what < 0 {
		return n.t
	}
	its := c.kid(what, entente.NmodPoss)
	if its < 0 || c.upos(its) != entente.PRON || !c.compatriots(n.t, n.s) || c.lx.isGrammar("own", c.lem[its+1]) {
		return n.t
	}
	for _, o := range c.objects(h) {
		var at []fill
		if at = c.notOwn(knownOnly(c.resolve(o, 0)), n.s); len(at) > 0 && !c.compatriots(at, n.s) {
			return ruled(at, "its")
		}
	}
	return n.t
}

// lend gives the parties of an operator to a content that has none of its own.
func (c *coder) lend(n *node, s, t []fill) {
	if len(n.s) == 0 {
		n.s = c.without(s, n.t)
	}
	if len(n.t) == 0 {
		n.t = c.without(t, n.s)
	}
}

// wrap applies the operator's own table.
func (c *coder) wrap(m *match, n *node, s, a []fill) *node { return c.wrapAs(m.r.kind, m, n, s, a) }

// wrapAs applies the table of a kind: the parent with the content as its child.
func (c *coder) wrapAs(kind string, m *match, n *node, s, a []fill) *node {
	typ, cameo := "", ""
	if n != nil {
		typ, cameo = n.typ, n.cameo
	}
	o, ok := codebook.Compose(kind, typ, cameo)
	if !ok || o.Type == "" {
		return nil
	}
	if kind == "order" && o.Type == "AGREE" && bench(s) {
		o.Type, o.CAMEO = "REQUEST", "100" // a court that orders somebody to pay promises nothing
	}
	if n != nil {
		c.lendContent(kind, n, s, a)
	}
	if o.Type == codebook.Keep && kind == kindPlan && n.kind == "refuse" && len(knownOnly(a)) > 0 {
		o.Type, o.CAMEO, o.Status, n.kids = "AGREE", "030", string(entente.Planned), nil // who assures another that it will not act makes it a promise
	}
	if o.Type == codebook.Keep {
		c.lend(n, s, nil)
		if o.Status != "" && n.status == entente.Happened || o.Status == string(entente.Planned) {
			n.status = entente.Status(o.Status)
		}
		n.rules = append(n.rules, m.r.id)
		n.depth++
		return n
	}
	p := &node{typ: o.Type, cameo: o.CAMEO, at: m.at, m: m, kind: kind, base: n, s: s, a: a, rules: []string{m.r.id}}
	if len(m.r.frame[content]) > 0 && m.r.frame[content][0].kind == slotHead && n != nil {
		p.at = n.at
	}
	if code, ok := codebook.Lookup(o.CAMEO); ok {
		p.contexts = code.Contexts
		if code.Type == o.Type {
			p.mode = code.Mode
		}
	}
	p.status = entente.Happened
	if st := c.tense(m.at); st == entente.Hypothetical {
		p.status = st
	}
	if n != nil {
		p.depth = n.depth + 1
		p.rules = append(p.rules, n.rules...)
		if o.Status != "" && n.typ != "" {
			n.status = entente.Status(o.Status)
			p.kids = []*node{n}
		} else {
			p.kids = n.kids
		}
		switch {
		case len(p.s) > 0 || otherActs(kind):
		case kind == "refuse" && n.typ == "REQUEST":
			p.s = knownOnly(c.without(n.t, n.s)) // "China's demand on Japan was rebuffed"
		default:
			p.s = n.s
		}
	}
	c.aim(p, n)
	c.reciprocate(p)
	return p
}

// lendContent gives the content the parties that the operator implies: the
// speaker acts in what it promises, the addressee in what it is asked.
func (c *coder) lendContent(kind string, n *node, s, a []fill) {
	switch {
	case otherActs(kind):
		if len(a) > 0 && c.possessives(n.s) {
			n.s = a // "asked the minister for his resignation"
		}
		if c.isVerb(n.at) && c.passive(n.at) {
			c.lend(n, nil, a) // "ordered them to be expelled"
		} else {
			c.lend(n, a, nil)
		}
		if kind == "request" || kind == "demand" {
			switch n.typ {
			case "AID", "CONSULT", "COOPERATE", "SUPPORT":
				c.lend(n, nil, s)
			}
		}
	case kind == "refuse" || kind == "accept":
		if codebook.Verbal(n.typ) && n.kind != "" {
			c.lend(n, nil, s)
		} else {
			c.lend(n, s, a)
		}
	case ownActs(kind):
		c.lend(n, s, a)
	}
}

// aim finds the target of an operator: the addressee, else whom the content
// names besides the speaker.
func (c *coder) aim(p *node, n *node) {
	p.t = c.without(p.a, p.s)
	if len(knownOnly(p.t)) > 0 || p.kind == "deny" && n != nil && codebook.Quad(n.typ) >= 3 && len(n.t) > 0 && c.compatriots(n.t, p.s) {
		return
	}
	defer func() {
		if len(p.t) == 0 && (n == nil || n.typ != "CONSULT" || n.kind != "") { // whom they discuss they do not meet
			p.t = c.themes(p)
		}
		if p.typ == "THREATEN" && len(knownOnly(p.t)) == 0 && n != nil {
			p.t = append(p.t, c.under(n.at, p.s)...)
		}
	}()
	if n == nil {
		return
	}
	options := [][]fill{n.t, c.foreign(n.s, p.s), n.r}
	if otherActs(p.kind) || (p.kind == "refuse" || p.kind == "accept") && codebook.Verbal(n.typ) && len(c.without(n.s, p.s)) > 0 {
		options = [][]fill{n.s, n.t, n.r} // whose suit is dismissed, whose demand accepted
	}
	for _, o := range options {
		if t := c.notOwn(knownOnly(c.without(o, p.s)), p.s); len(t) > 0 {
			p.t = t
			return
		}
	}
	if len(p.t) > 0 {
		return
	}
	for _, o := range options {
		t := c.without(o, p.s)
		if otherActs(p.kind) {
			t = c.addressable(t)
		}
		if len(t) > 0 {
			p.t = t
			return
		}
	}
}

// under are those on whose conduct it hangs what the verb at token i threatens:
// "will strike unless Japan withdraws".
func (c *coder) under(i int, s []fill) []fill {
	if !c.isVerb(i) {
		return nil
	}
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Advcl {
			continue
		}
		for _, g := range c.kids(k) {
			if c.rel(g) != entente.Mark || !c.lx.isGrammar("condition", c.lem[g]) {
				continue
			}
			var out []fill
			for _, t := range c.surface(k) {
				out = append(out, c.resolve(t, 0)...)
			}
			return c.notOwn(knownOnly(c.without(out, s)), s)
		}
	}
	return nil
}

// themes are the actors behind what an operator is about when the codebook
// does not know it: "rejected the council's decision" is aimed at the council.
func (c *coder) themes(p *node) []fill {
	var bare []fill
	for _, t := range p.m.theme {
		if c.isVerb(t) {
			if got := c.themesOf(t, p); got != nil {
				return got
			}
			continue
		}
		if c.kid(t, entente.Cop) >= 0 {
			got := knownOnly(c.ofSubject(t, p))
			if p.kind == "deny" {
				return c.foreign(got, p.s) // "denied that they were spies": who called them so, the story tells
			}
			if len(got) > 0 {
				return got // "alleged that he was a spy"
			}
		}
		for _, e := range c.expand(t) {
			bare = append(bare, c.without(c.resolve(e, 0), p.s)...)
		}
	}
	if got := knownOnly(bare); len(got) > 0 {
		return got
	}
	switch p.kind {
	case "refuse", "accept":
		return bare
	}
	return nil
}

// ofSubject is of whom predicate t is said besides the speaker.
func (c *coder) ofSubject(t int, p *node) []fill {
	var out []fill
	for _, o := range c.surface(t) {
		out = append(out, c.without(c.resolve(o, 0), p.s)...)
	}
	return out
}

// themesOf are the actors around a verb that the codebook does not know: who
// is to do it, whom it touches.
func (c *coder) themesOf(t int, p *node) []fill {
	toks := c.objects(t)
	if m := c.hits[t]; m != nil && (m.r.class.typ == "RETREAT" || m.r.class.typ == "MOBILIZE") && len(toks) > 0 && c.lx.sets["forces"][c.lem[toks[0]]] {
		toks = nil // who withdraws troops does it to nobody of them
	}
	if otherActs(p.kind) {
		toks = append(c.surface(t), toks...)
	}
	for _, prep := range c.lx.grammar["ahead"] {
		toks = append(toks, c.unhelped(c.preps(t, prep))...)
	}
	for _, o := range toks {
		if got := c.notOwn(knownOnly(c.without(c.resolve(o, 0), p.s)), p.s); len(got) > 0 {
			return got
		}
	}
	return nil
}
