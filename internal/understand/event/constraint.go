package event

import (
	"entente"
)

// holds reports whether a constraint is met, before negation.
func (c *coder) holds(i int, k *constraint, m *match) bool {
	switch k.test {
	case testParticle:
		if c.anyKid(i, k.words, entente.CompoundPrt, entente.Advmod) >= 0 {
			return true
		}
		return c.straying(i, k.words)
	case testObject:
		return c.holdsObject(i, k, m)
	case testSubject:
		return c.holdsSubject(i, k, m)
	case testIobj:
		o := c.indirect(i)
		return o >= 0 && (len(k.words) == 0 || c.wordIn(o, k.words) >= 0)
	case testPrep:
		return c.holdsPrep(i, k, m)
	case testMod:
		if c.parted[i] && c.anyKid(i-2, k.words, entente.Amod, entente.Compound) >= 0 {
			return true
		}
		return c.anyKid(i, k.words, entente.Amod, entente.Compound, entente.Advmod, entente.Nummod, entente.NmodPoss, entente.DetRel) >= 0 ||
			c.usedMod(m, k.words)
	case testPoss:
		return c.anyKid(i, k.words, entente.NmodPoss) >= 0
	case testThat:
		t := c.kid(i, entente.Ccomp)
		if s := c.kid(i, entente.Csubj); s > i && c.upos(i) == entente.ADJ && c.markedIn(s, "that") {
			t = s
		}
		return t >= 0 && c.in(t, k.words)
	case testBare:
		return c.bareClause(c.kid(i, entente.Ccomp))
	case testBehind:
		for _, p := range k.words {
			if c.marked(i, p) {
				return true
			}
		}
		return false
	case testProgressive:
		return c.xpos(i) == "VBG"
	case testInf:
		for _, f := range c.infs(i) {
			if c.in(f, k.words) {
				return true
			}
		}
		return false
	case testPassive:
		return c.passive(i)
	case testCop:
		return c.kid(i, entente.Cop) >= 0
	case testAlso:
		return c.also(i, k.words)
	case testComp:
		return c.complement(m, i, k.words)
	}
	return false
}

func (c *coder) holdsObject(i int, k *constraint, m *match) bool {
	for _, o := range c.objects(i) {
		if w := c.wordIn(o, k.words); w >= 0 {
			if !k.not {
				m.obj = w
				c.use(m, w, k)
			}
			return true
		}
	}
	return false
}

func (c *coder) holdsSubject(i int, k *constraint, m *match) bool {
	for _, s := range c.subjects(i) {
		if w := c.wordIn(s, k.words); w >= 0 {
			c.use(m, w, k)
			return true
		}
		if c.speech[s] >= 0 && c.lx.isGrammar("first-person", c.lem[s]) && hasAny(k.words, "@actor") {
			return true // "we will help"
		}
	}
	return false
}

// secondObject reports whether a bare noun phrase stands behind the object of
// verb i: "called the ambassador a very stupid guy".
func (c *coder) secondObject(i int) bool {
	o := c.kid(i, entente.Obj)
	if t := c.d.Tokens; o >= 0 && o+2 < len(t) && t[o].End < t[o+1].Start && t[o+1].End == t[o+2].Start && c.lx.isGrammar("quotemark", c.d.Form(o+1)) {
		return true // "calling him “the worst of all”"
	}
	for _, k := range c.kids(i) {
		if o < 0 || k <= o || c.timed[k] || c.adposition(k) != "" || !c.upos(k).Nominal() || c.heads[k] >= 0 && !c.indefinite(k) {
			continue
		}
		switch c.rel(k) {
		case entente.Obj, entente.Obl, entente.OblNpmod, entente.Dep:
			return true
		}
	}
	return false
}

// bareClause reports whether clause t has the bare form of its verb, as what
// somebody insists on ("that he leave"), also where the tagger took it for a
// present tense that its subject does not fit.
func (c *coder) bareClause(t int) bool {
	if t < 0 || c.kid(t, entente.AuxRel) >= 0 {
		return false
	}
	s := c.kid(t, entente.Nsubj)
	return c.xpos(t) == "VB" || c.xpos(t) == "VBP" && s >= 0 && (c.xpos(s) == "NN" || c.xpos(s) == "NNP" || c.lx.isGrammar("third-singular", c.lem[s]))
}

// indefinite reports whether a noun has the indefinite article.
func (c *coder) indefinite(i int) bool {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.DetRel && c.lx.isGrammar("indefinite", c.lem[k]) {
			return true
		}
	}
	return false
}

// usedMod reports whether a word modifies what the constraints before matched
// ("joint drills", "took part in peacekeeping operations").
func (c *coder) usedMod(m *match, words []string) bool {
	if m.obj >= 0 && c.anyKid(m.obj, words, entente.Amod, entente.Compound, entente.Nummod, entente.DetRel) >= 0 {
		return true
	}
	for _, u := range m.used {
		if c.anyKid(u, words, entente.Amod, entente.Compound, entente.Nummod, entente.DetRel, entente.Advmod) >= 0 {
			return true
		}
	}
	return false
}

// also reports whether one of words stands anywhere in the sentence of token i.
func (c *coder) also(i int, words []string) bool {
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 {
		return false
	}
	for t := c.d.Sentences[s].First; t < c.d.Sentences[s].Last; t++ {
		if c.in(t, words) {
			return true
		}
	}
	return false
}

// straying reports whether a particle of the verb stands right behind it or
// behind its object, whatever the parser made of it: "handed over documents",
// "pulled its troops out of Iraq".
func (c *coder) straying(i int, words []string) bool {
	if len(words) == 0 {
		return false
	}
	if i+1 < len(c.lem) && c.in(i+1, words) {
		return true
	}
	o := c.kid(i, entente.Obj)
	if o < i {
		return false
	}
	for t, last := i+2, o+8; t < last && t < len(c.lem) && c.upos(t) != entente.PUNCT; t++ {
		if t > o && c.in(t, words) && c.upos(t) != entente.VERB && c.lx.isGrammar("particle", c.lem[t]) && !c.governs(t) {
			return true
		}
		if t > o && c.upos(t).Nominal() && c.head(t) != o {
			return false
		}
	}
	return false
}

// governs reports whether a word is the preposition of a noun right of it, and
// so no particle: "gave Syria millions in aid", but "out of Iraq".
func (c *coder) governs(t int) bool {
	return c.rel(t) == entente.Case && c.head(t) > t && c.upos(t+1) != entente.ADP
}

// complement reports whether the verb says of its object that it is one of
// words ("found him guilty", "called Iran a rogue state").
func (c *coder) complement(m *match, i int, words []string) bool {
	if len(words) == 0 {
		x := c.kid(i, entente.Xcomp)
		return x >= 0 && !c.isVerb(x) || c.secondObject(i)
	}
	if k := c.anyKid(i, words, entente.Xcomp, entente.Obj, entente.Advcl, entente.Dep); k >= 0 {
		if c.upos(k) == entente.ADJ {
			m.used = append(m.used, k) // "expressed regret", an adjective to the tagger
		}
		return true
	}
	for _, o := range c.objects(i) {
		if c.anyKid(o, words, entente.Amod, entente.Acl, entente.Appos, entente.Dep, entente.AclRelcl) >= 0 {
			return true
		}
	}
	return false
}

// holdsPrep looks for a prepositional dependent of the head or its object.
func (c *coder) holdsPrep(i int, k *constraint, m *match) bool {
	for _, p := range k.preps {
		for _, base := range c.bases(i, m) {
			if c.anyWord(c.preps(base, p), k, m) {
				return true
			}
		}
		if g := c.carrier(i); g >= 0 && !k.not && c.anyWord(c.preps(g, p), k, m) {
			return true
		}
		if !c.isVerb(i) && c.anyWord(c.deepPreps(m, p), k, m) {
			return true
		}
	}
	return false
}
