package event

import "entente"

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
	if c.joinedAmod(i) >= 0 {
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
	if h := c.inverted(i); h >= 0 {
		return []int{h}
	}
	if h := c.amongThem(i); h >= 0 {
		return []int{h}
	}
	if k := c.strayed(i); k >= 0 {
		return []int{k}
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
		if a := c.kid(i, entente.OblAgent); a >= 0 && !c.markedIn(a, "apart") {
			return []int{a}
		}
		if by := c.prepsIn(i, "agent"); len(by) > 0 {
			return by
		}
		if h := c.causer(i); h >= 0 {
			return c.subjects(h)
		}
		return c.strayAgent(i)
	}
	if v := c.joinedAmod(i); v >= 0 {
		return c.subjects(v)
	}
	if c.finiteAmod(i) {
		return c.before(i)
	}
	if h := c.inverted(i); h >= 0 {
		return []int{h}
	}
	if k := c.strayed(i); k >= 0 {
		return []int{k}
	}
	rel := false
	for _, k := range c.kids(i) {
		if r := c.rel(k); r == entente.Nsubj || r == entente.NsubjOuter || r == entente.NsubjPass || r == entente.Csubj && c.nominal(k) {
			if c.timed[k] || k == c.frontedObject(i) {
				continue
			}
			if c.someOfWhom(k) {
				return c.ofWhom(i, k)
			}
			if !c.relative(k) && !c.aside[k] {
				if j := c.nameBehind(i, k); j >= 0 {
					return []int{j}
				}
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
	if k := c.gerundSubject(i); k >= 0 {
		return []int{k}
	}
	return c.climb(i)
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
