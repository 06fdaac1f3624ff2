package event

import (
	"strings"

	"entente"
)

// objects are the tokens that fill the object of a verb: the object, the
// subject of a passive, the noun that a participle or a relative clause modifies.
func (c *coder) objects(i int) []int {
	if !c.isVerb(i) {
		return nil
	}
	if c.passive(i) {
		return c.patient(i)
	}
	var out []int
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Obj {
			if c.relative(k) {
				return c.antecedent(i)
			}
			out = append(out, k)
		}
	}
	if out != nil {
		return out
	}
	if o := c.strayObject(i); o >= 0 {
		return []int{o}
	}
	if c.rel(i) == entente.AclRelcl && c.gap(i) {
		return []int{c.head(i)}
	}
	if c.rel(i) == entente.Conj { // "criticised and rejected the plan"
		h := c.head(i)
		if o := c.kid(h, entente.Obj); o > i && c.isVerb(h) && len(c.infs(i)) == 0 && c.kid(i, entente.Ccomp) < 0 {
			return []int{o}
		}
	}
	return nil
}

// strayObject is a noun right of a verb without an object that the parser
// hung on it otherwise, or that it hung the verb on; -1 when there is none.
func (c *coder) strayObject(i int) int {
	for _, k := range c.kids(i) {
		if k < i || c.timed[k] || c.adposition(k) != "" {
			continue
		}
		switch c.rel(k) {
		case entente.OblAgent:
			if !c.markedIn(k, "agent") {
				return k
			}
		case entente.Obl, entente.Dep, entente.Ccomp, entente.Advcl, entente.Xcomp, entente.Iobj:
			if c.upos(k) == entente.NOUN || c.upos(k) == entente.PROPN || c.upos(k) == entente.ADJ && c.lx.nouns[c.lem[k]] != nil ||
				c.upos(k) == entente.VERB && c.lx.verbs[c.lem[k]] == nil && c.find(k) != nil {
				return k
			}
		}
	}
	if c.finiteAmod(i) {
		return c.head(i)
	}
	return -1
}

// finiteAcl reports whether a verb that the parser took for a participle behind
// the root noun is the verb of the clause: it has an object, or an agent
// without its preposition.
func (c *coder) finiteAcl(i int) bool {
	h := c.head(i)
	if c.rel(i) != entente.Acl || h < 0 || h > i || c.rel(h) != entente.Root || c.isVerb(h) || c.xpos(i) != "VBN" && c.xpos(i) != "VBD" {
		return false
	}
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Obj:
			return true
		case entente.OblAgent:
			if !c.markedIn(k, "agent") {
				return true
			}
		}
	}
	return false
}

// finiteAmod reports whether a verb that the parser took for a participle
// before its noun is the verb of the clause: "Canada lifted sanctions".
func (c *coder) finiteAmod(i int) bool {
	if c.rel(i) != entente.Amod || c.upos(i) != entente.VERB || c.head(i) < i || c.xpos(i) == "VBG" {
		return false
	}
	if c.kid(i, entente.AuxRel, entente.Nsubj) >= 0 || c.xpos(i) == "VBD" {
		return true
	}
	j := i - 1
	for j >= 0 && c.upos(j) == entente.ADV {
		j--
	}
	return j >= 0 && c.xpos(i) == "VBN" && (c.upos(j) == entente.PROPN || c.upos(j) == entente.NOUN || c.upos(j) == entente.PRON && c.xpos(j) == "PRP")
}

// gap reports whether a relative clause lacks its object: it has a subject
// of its own that is no relative pronoun.
func (c *coder) gap(i int) bool {
	s := c.kid(i, entente.Nsubj)
	return s >= 0 && !c.relative(s) && c.kid(i, entente.Ccomp, entente.Xcomp) < 0
}

// patient is the one acted on of a passive verb.
func (c *coder) patient(i int) []int {
	if s := c.kid(i, entente.NsubjPass, entente.Nsubj); s >= 0 {
		if c.relative(s) {
			return c.antecedent(i)
		}
		return []int{s}
	}
	h := c.head(i)
	if h < 0 || c.busy[i] {
		return nil
	}
	c.busy[i] = true
	defer func() { c.busy[i] = false }()
	switch c.rel(i) {
	case entente.Acl, entente.Amod, entente.AclRelcl:
		if !c.isVerb(h) {
			return []int{h}
		}
	case entente.Conj:
		if c.passive(h) {
			return c.patient(h)
		}
		return c.surface(h)
	case entente.Xcomp:
		return c.controller(h)
	case entente.Advcl, entente.Parataxis:
		return c.surface(h)
	}
	return nil
}

// antecedent is the noun that the relative clause around verb i modifies.
func (c *coder) antecedent(i int) []int {
	for n := 0; i >= 0 && n < 8; n++ {
		if c.rel(i) == entente.AclRelcl {
			return []int{c.head(i)}
		}
		if c.rel(i) == entente.Acl && c.head(i) >= 0 && !c.isVerb(c.head(i)) {
			return []int{c.head(i)}
		}
		i = c.head(i)
	}
	return nil
}

// subjects are the tokens that do what predicate i says, found through
// passives, coordination, control, raising, participles and relative clauses.
func (c *coder) subjects(i int) []int {
	if c.busy[i] {
		return nil
	}
	c.busy[i] = true
	defer func() { c.busy[i] = false }()
	if c.passive(i) {
		if a := c.kid(i, entente.OblAgent); a >= 0 {
			return []int{a}
		}
		return c.prepsIn(i, "agent")
	}
	rel := false
	for _, k := range c.kids(i) {
		if r := c.rel(k); r == entente.Nsubj || r == entente.NsubjOuter || r == entente.NsubjPass {
			if c.aside[k] {
				if k = c.behindDateline(k); k < 0 {
					continue
				}
			}
			if !c.relative(k) {
				return []int{k}
			}
			rel = true
		}
	}
	if rel {
		return c.antecedent(i)
	}
	if !c.isVerb(i) && c.kid(i, entente.Cop) < 0 && c.upos(i) != entente.ADJ {
		return c.carriers(i)
	}
	return c.climb(i)
}

// behindDateline is the noun that the parser hung on the dateline before it, or -1.
func (c *coder) behindDateline(k int) int {
	for _, j := range c.kids(k) {
		if !c.aside[j] && c.upos(j).Nominal() {
			return j
		}
	}
	return -1
}

// climb finds the subject of a predicate that has none of its own.
func (c *coder) climb(i int) []int {
	h := c.head(i)
	if h < 0 {
		return nil
	}
	switch c.rel(i) {
	case entente.Conj:
		if c.passive(h) {
			return c.patient(h)
		}
		return c.subjects(h)
	case entente.Xcomp, entente.Ccomp, entente.Csubj:
		return c.controller(h)
	case entente.Advcl:
		if m := c.ops[h]; m != nil && has(m.contents, i) {
			return c.controller(h)
		}
		for _, p := range c.lx.grammar["controlled"] {
			if c.marked(i, p) {
				return c.controller(h)
			}
		}
		return c.surface(h)
	case entente.Acl:
		if c.isVerb(h) {
			return c.surface(h)
		}
		if c.infinitive(i) || c.markedIn(i, "controlled") {
			return c.nounController(h)
		}
		return []int{h}
	case entente.AclRelcl, entente.Amod:
		return []int{h}
	case entente.Parataxis, entente.Dep:
		return c.surface(h)
	case entente.Obl, entente.Nmod: // a gerund behind a preposition that the parser took for a noun
		if c.isVerb(i) {
			return c.controller(h)
		}
	}
	return nil
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
		if ownActs(m.r.kind) {
			return c.subjects(h)
		}
	}
	if c.isVerb(h) && !c.passive(h) {
		if o := c.kid(h, entente.Obj, entente.Iobj); o >= 0 {
			return []int{o}
		}
	}
	return c.surface(h)
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

// carriers are the subjects of the verb that carries an event noun ("Japan
// held talks", "imposed sanctions").
func (c *coder) carriers(n int) []int {
	g := c.head(n)
	if g < 0 {
		return nil
	}
	if c.rel(n) == entente.Conj {
		return c.carriers(g)
	}
	if m := c.ops[g]; m != nil && m.r.kind == kindCarry && has(m.contents, n) {
		return c.fillRole(m, source)
	}
	return nil
}

func has(list []int, x int) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// preps are the dependents of token i behind a preposition.
func (c *coder) preps(i int, prep string) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k).Universal() {
		case entente.Obl, entente.Nmod, entente.Advcl, entente.Acl, entente.Xcomp, entente.Dep, entente.Advmod:
			if c.marked(k, prep) {
				out = append(out, k)
			}
		}
	}
	if out == nil && c.rel(i) == entente.Conj && c.isVerb(i) {
		for _, k := range c.kids(c.head(i)) { // "met and talked with"
			if k > i && c.rel(k) == entente.Obl && c.marked(k, prep) {
				out = append(out, k)
			}
		}
	}
	return out
}

// prepsIn are the dependents behind a preposition of a list of the grammar.
func (c *coder) prepsIn(i int, list string) []int {
	for _, p := range c.lx.grammar[list] {
		if out := c.preps(i, p); len(out) > 0 {
			return out
		}
	}
	return nil
}

// infs are the infinitives below a predicate or noun.
func (c *coder) infs(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Xcomp, entente.Acl, entente.Advcl, entente.Ccomp, entente.Csubj, entente.Dep:
			if c.infinitive(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// gerunds are the -ing clauses below a predicate that no preposition marks.
func (c *coder) gerunds(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Xcomp, entente.Ccomp, entente.Advcl, entente.Obj:
			if c.xpos(k) == "VBG" && !c.infinitive(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// modifiers are the adjectives and compounds that name an actor, also inside
// a compound participle ("U.S.-led").
func (c *coder) modifiers(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Amod, entente.Compound, entente.Nmod, entente.Flat, entente.Dep, entente.DetRel, entente.NmodPoss:
			if k > i || c.adposition(k) != "" {
				continue
			}
			if c.heads[k] >= 0 {
				out = append(out, k)
				continue
			}
			first, last := c.d.Yield(k)
			for t := first; t < last && last-first < 8; t++ {
				if c.heads[t] >= 0 {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// namesPlace reports whether a modifier is the bare name of a state or place
// ("the Kabul attack"), which more often suffers than acts; short names in
// capitals ("U.S. strikes") act.
func (c *coder) namesPlace(i int) bool {
	if c.upos(i) != entente.PROPN || c.rel(i) == entente.Amod {
		return false
	}
	if strings.ToUpper(c.d.Form(i)) == c.d.Form(i) {
		return false
	}
	if ref := c.heads[i]; ref >= 0 {
		return c.d.Actors[c.mention[ref].actor].Kind == entente.StateActor
	}
	return c.places[i] >= 0
}

// fillRole lists the tokens in the first slot of a role that is filled.
func (c *coder) fillRole(m *match, ro role) []int {
	for _, s := range m.r.frame[ro] {
		if t := c.fill(m, &s); len(t) > 0 {
			return t
		}
	}
	return nil
}

// fill lists the tokens that stand in a slot of a match.
func (c *coder) fill(m *match, s *slot) []int {
	if s.on != nil {
		var out []int
		for _, t := range c.fill(m, s.on) {
			out = append(out, c.slotAt(t, m, s)...)
		}
		return out
	}
	switch s.kind {
	case slotSubj:
		return c.subjects(m.at)
	case slotHead:
		if h := c.head(m.at); h >= 0 {
			return []int{h}
		}
		return nil
	case slotPrep:
		for _, b := range c.bases(m.at, m) {
			if out := c.preps(b, s.prep); len(out) > 0 {
				return out
			}
		}
		g := c.carried(m.at)
		if !c.lx.isGrammar("agent", s.prep) {
			g = c.carrier(m.at)
		}
		if g >= 0 {
			if out := c.preps(g, s.prep); len(out) > 0 {
				return out
			}
		}
		return c.deepPreps(m, s.prep)
	}
	if out := c.slotAt(m.at, m, s); len(out) > 0 {
		return out
	}
	if q := c.quantityOf(m.at); q >= 0 && s.kind != slotObj {
		return c.slotAt(q, m, s)
	}
	return nil
}

// quantityOf is the word of quantity in front of a noun ("its number of
// missile tests"), or -1.
func (c *coder) quantityOf(n int) int {
	h := c.head(n)
	if h >= 0 && c.rel(n) == entente.Nmod && c.lx.sets["quantity"][c.lem[h]] && c.markedIn(n, "part") {
		return h
	}
	return -1
}

// deepPreps looks for a preposition one step further down, where the parser
// hangs it on a neighbour: "the torture of prisoners by guards".
func (c *coder) deepPreps(m *match, prep string) []int {
	for _, b := range c.bases(m.at, m) {
		for _, k := range c.kids(b) {
			switch c.rel(k).Universal() {
			case entente.Nmod, entente.Obl:
				if k < b || c.hits[k] != nil || c.ops[k] != nil {
					continue
				}
				if out := c.preps(k, prep); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// carrier is the verb whose object or subject an event noun is, or -1.
func (c *coder) carrier(n int) int {
	g := c.head(n)
	if g < 0 || c.isVerb(n) || !c.isVerb(g) {
		return -1
	}
	switch c.rel(n) {
	case entente.Obj, entente.Nsubj, entente.NsubjPass:
		return g
	}
	return -1
}

// carried is the carrier of an event noun that lends it its arguments: the
// verb of which it is the object, or a light verb; -1 when there is none.
func (c *coder) carried(n int) int {
	g := c.carrier(n)
	if g < 0 || c.rel(n) == entente.Obj {
		return g
	}
	return c.light(n)
}

// light is the light verb that carries an event noun, or -1.
func (c *coder) light(n int) int {
	g := c.head(n)
	if g < 0 || c.isVerb(n) {
		return -1
	}
	if m := c.ops[g]; m != nil && has(m.contents, n) {
		return g
	}
	return -1
}

// slotAt looks for a slot directly on token i.
func (c *coder) slotAt(i int, m *match, s *slot) []int {
	switch s.kind {
	case slotSubj:
		return c.subjects(i)
	case slotObj:
		if i == m.at && m.obj >= 0 && !c.isVerb(i) {
			return nil
		}
		return c.objects(i)
	case slotIobj:
		if k := c.kid(i, entente.Iobj); k >= 0 {
			return []int{k}
		}
	case slotPoss:
		if k := c.kid(i, entente.NmodPoss); k >= 0 {
			return []int{k}
		}
	case slotMod:
		return c.modifiers(i)
	case slotAdj, slotNoun:
		var out []int
		for _, k := range c.modifiers(i) {
			if c.namesPlace(k) == (s.kind == slotNoun) {
				out = append(out, k)
			}
		}
		return out
	case slotPrep:
		return c.preps(i, s.prep)
	case slotInf:
		return c.infs(i)
	case slotThat:
		if k := c.kid(i, entente.Ccomp); k >= 0 {
			return []int{k}
		}
	case slotIng:
		return c.gerunds(i)
	}
	return nil
}
