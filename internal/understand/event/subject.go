package event

import (
	"entente"
	"entente/internal/codebook"
)

// objects are the tokens that fill the object of a verb: the object, the
// subject of a passive, the noun that a participle or a relative clause modifies.
func (c *coder) objects(i int) []int {
	if !c.isVerb(i) {
		return nil
	}
	if c.passive(i) {
		if k := c.retained(i); k >= 0 {
			return []int{k}
		}
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
	if o := c.laterObject(i); o >= 0 {
		return []int{o}
	}
	if c.rel(i) == entente.Conj { // "criticised and rejected the plan"
		h := c.head(i)
		if o := c.kid(h, entente.Obj); o > i && c.isVerb(h) && len(c.infs(i)) == 0 && c.kid(i, entente.Ccomp) < 0 {
			return []int{o}
		}
	}
	return nil
}

// retained is the object that the passive of a verb with two objects keeps:
// "was granted asylum"; -1 when there is none.
func (c *coder) retained(i int) int {
	if k := c.kid(i, entente.Obj); k > i && c.lx.isGrammar("double", c.lem[i]) && !c.timed[k] {
		return k
	}
	return -1
}

// strayObject is a noun right of a verb without an object that the parser
// hung on it otherwise, or that it hung the verb on; -1 when there is none.
func (c *coder) strayObject(i int) int {
	for _, k := range c.kids(i) {
		if k < i || c.timed[k] || c.adposition(k) != "" && !c.approximate(k) && !c.particled(i, k) {
			continue
		}
		switch c.rel(k) {
		case entente.OblAgent:
			if !c.markedIn(k, "agent") {
				return k
			}
		case entente.Obl, entente.Dep, entente.Ccomp, entente.Advcl, entente.Xcomp, entente.Iobj, entente.CompoundPrt:
			if c.upos(k) == entente.NOUN || c.upos(k) == entente.PROPN || c.upos(k) == entente.SYM || c.upos(k) == entente.ADJ && c.lx.nouns[c.lem[k]] != nil ||
				c.upos(k) == entente.VERB && c.lx.verbs[c.lem[k]] == nil && c.find(k) != nil && !c.infinitive(k) || c.upos(k) == entente.ADP && c.find(k) != nil {
				return k
			}
		}
	}
	if c.finiteAmod(i) {
		return c.head(i)
	}
	return -1
}

// particled reports whether what the parser took for the preposition of k is
// the particle of verb i: "handed over documents".
func (c *coder) particled(i, k int) bool {
	if i+1 >= len(c.lem) || !c.lx.isGrammar("particle", c.lem[i+1]) || !c.lx.particles[c.lem[i]+" "+c.lem[i+1]] || c.head(i+1) != k {
		return false
	}
	for _, j := range c.kids(k) {
		if j != i+1 && c.rel(j) == entente.Case {
			return false
		}
	}
	return true
}

// approximate reports whether the adposition of a quantity only rounds it:
// "provided around $400 million".
func (c *coder) approximate(k int) bool {
	return c.lx.isGrammar("approximate", c.adposition(k)) && (c.upos(k) == entente.SYM || c.xpos(k) == "$" || c.xpos(k) == "CD" || c.kid(k, entente.Nummod) >= 0)
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
	return !c.finite(i)
}

// finite reports whether the sentence of token i has a finite verb but i.
func (c *coder) finite(i int) bool {
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 || c.d.Sentences[s].Kind == entente.Headline {
		return true
	}
	for t := c.d.Sentences[s].First; t < c.d.Sentences[s].Last; t++ {
		if t == i {
			continue
		}
		switch c.xpos(t) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// finiteAmod reports whether a verb that the parser took for a participle
// before its noun is the verb of the clause: "Canada lifted sanctions".
func (c *coder) finiteAmod(i int) bool {
	if c.asVerb[i] && c.rel(i) == entente.Compound {
		return true
	}
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
	if j >= 0 && c.xpos(i) == "VBN" && c.outer[j] >= 0 && c.mentionOf(c.outer[j]).End == c.d.Tokens[j].End && c.d.Actors[c.mention[c.outer[j]].actor].Kind == entente.PersonActor {
		return true // "Moon Jae-in held talks"
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
	if c.trailing(i) {
		return c.before(i)
	}
	var out []int
	for _, s := range c.kids(i) {
		if r := c.rel(s); r != entente.NsubjPass && r != entente.Nsubj || c.timed[s] {
			continue
		}
		if c.relative(s) {
			return c.antecedent(i)
		}
		out = append(out, s)
	}
	if out != nil {
		return out
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
		if m := c.ops[h]; m != nil && c.infinitive(i) && has(m.contents, i) {
			if to := c.fillRole(m, addressee); len(to) > 0 && otherActs(m.r.kind) {
				return to // "called for Iran to be sanctioned"
			}
		}
		return c.surface(c.resumed(h, i))
	}
	return nil
}

// resumed is the verb told by the verb of saying h that parts it from its
// clause i: "was shot, police said, after being chased"; else h itself.
func (c *coder) resumed(h, i int) int {
	v := c.kid(h, entente.Ccomp, entente.Parataxis)
	if c.rel(h) == entente.Parataxis {
		v = c.head(h)
	}
	if v >= 0 && v < h && h < i && c.isVerb(v) && h+1 < i && c.lem[h+1] == "," && c.markedIn(i, "earlier") {
		for t := h - 1; t > v; t-- {
			if c.rel(t) == entente.Nsubj && c.person(t) && c.isVerb(c.head(t)) && c.head(t) < h {
				return c.head(t)
			}
		}
		return v
	}
	return h
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
		if by := c.prepsIn(i, "agent"); len(by) > 0 {
			return by
		}
		return c.strayAgent(i)
	}
	if c.finiteAmod(i) {
		return c.before(i)
	}
	rel := false
	for _, k := range c.kids(i) {
		if r := c.rel(k); r == entente.Nsubj || r == entente.NsubjOuter || r == entente.NsubjPass || r == entente.Csubj && c.nominal(k) {
			if c.timed[k] {
				continue
			}
			if c.someOfWhom(k) {
				return c.ofWhom(i, k)
			}
			if !c.relative(k) && !c.aside[k] {
				return append(c.listed(i, k), c.moreSubjects(i, k)...)
			}
			if c.aside[k] {
				if k = c.behindDateline(k); k < 0 {
					continue
				}
			}
			if !c.relative(k) {
				return c.listed(i, k)
			}
			if who := c.opener(k); who != nil {
				return who
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

// climb finds the subject of a predicate that has none of its own.
func (c *coder) climb(i int) []int {
	h := c.head(i)
	switch {
	case h < 0:
		return nil
	case c.heralds(i, c.d.SentenceAt(c.d.Tokens[i].Start)):
		return []int{h}
	}
	switch c.rel(i) {
	case entente.Conj:
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
		if o := c.kid(h, entente.Obj); o >= 0 && o < i && c.ops[o] != nil && has(c.ops[o].contents, i) {
			return c.nounController(o)
		}
		return c.controller(h)
	case entente.Advcl:
		if m := c.ops[h]; m != nil && has(m.contents, i) {
			return c.controller(h)
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
		if k := c.absolute(i, h); k >= 0 {
			return []int{k}
		}
		return c.surface(h)
	case entente.Acl:
		if c.isVerb(h) {
			return c.surface(h)
		}
		if g := c.head(h); g >= 0 && c.ops[g] != nil && otherActs(c.ops[g].r.kind) && has(c.ops[g].contents, i) {
			return c.controller(g) // "accused the authorities of executing", hung on the noun
		}
		if g := c.head(h); g >= 0 && c.ops[g] != nil && c.ops[g].r.kind == kindCarry && has(c.ops[g].contents, i) && !c.busy[g] {
			return c.subjects(g) // "claimed responsibility for shelling"
		}
		if c.infinitive(i) || c.markedIn(i, "controlled") {
			return c.nounController(h)
		}
		if g := c.head(h); c.xpos(i) == "VBG" && g >= 0 && c.isVerb(g) && c.heads[h] < 0 && !c.person(h) && c.rel(h) == entente.Obj {
			return c.subjects(g) // "sent a letter requesting": who sent it
		}
		if who := c.worded(i, h); who != nil {
			return who
		}
		return []int{h}
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

// before is the noun phrase that ends right before verb i.
func (c *coder) before(i int) []int {
	j := i - 1
	for j >= 0 && (c.upos(j) == entente.ADV || c.upos(j) == entente.AUX) {
		j--
	}
	if j < 0 {
		return nil
	}
	if ref := c.outer[j]; ref >= 0 && c.mentionOf(ref).Head >= 0 {
		return []int{c.mentionOf(ref).Head}
	}
	return []int{j}
}

// listed adds to subject k of verb i the further subjects that a headline
// parts by a comma alone: "US, China hold talks".
func (c *coder) listed(i, k int) []int {
	out := []int{k}
	if s := c.d.SentenceAt(c.d.Tokens[i].Start); s < 0 || c.d.Sentences[s].Kind != entente.Headline {
		return out
	}
	for _, j := range c.kids(i) {
		if j > k && j < i && c.rel(j) == entente.Nsubj && !c.relative(j) {
			out = append(out, j)
		}
	}
	return out
}
