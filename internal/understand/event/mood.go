package event

import "entente"

// wordClass reports whether token i is used as the part of speech of a line.
func (c *coder) wordClass(i int, r *reading) bool {
	switch r.pos {
	case 'v':
		return c.isVerb(i)
	case 'a':
		return c.upos(i) == entente.ADJ || c.upos(i) == entente.VERB && hasAny(r.lemmas, lower(c.d.Form(i))) && (c.xpos(i) == "VBN" || c.xpos(i) == "VBG") && c.kid(i, entente.Obj) < 0 && c.rel(i) != entente.Advcl && c.rel(i) != entente.Acl
	case 'n':
		return c.upos(i) == entente.NOUN || c.asNoun[i] || c.upos(i) == entente.PRON && c.xpos(i) == "NN"
	}
	return true
}

// asksNot reports whether a reading asks for a negation itself.
func asksNot(r *reading) bool {
	for _, k := range r.cons {
		if k.test == testMod && !k.not && hasAny(k.words, "not", "no", "never", "too") {
			return true
		}
	}
	return false
}

func hasAny(list []string, words ...string) bool {
	for _, w := range list {
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

// denied reports whether the word, or the predicate of which it is part, is negated.
func (c *coder) denied(i int) bool {
	for n := 0; i >= 0 && n < 3; n++ {
		for _, k := range c.kids(i) {
			if r := c.rel(k); r != entente.Advmod && r != entente.DetRel && r != entente.Cc {
				continue
			}
			if c.lx.isGrammar("excess", c.lem[k]) {
				return true
			}
			for _, r := range c.lx.words[c.lem[k]] {
				if r.kind == kindNegate && !c.merely(k) {
					return true
				}
			}
		}
		switch c.rel(i) {
		case entente.Amod, entente.Xcomp, entente.Conj:
			i = c.head(i)
		default:
			return false
		}
	}
	return false
}

// proposed reports whether a verb tells what another is to do, what somebody
// asks why, or what would follow from a condition.
func (c *coder) proposed(i int, threat bool) bool {
	if h := c.head(i); c.infinitive(i) && c.rel(i) == entente.Xcomp && h >= 0 && c.isVerb(h) && c.kid(h, entente.Obj) >= 0 {
		return true
	}
	for _, k := range c.kids(i) {
		if c.xpos(k) == "WRB" {
			return true
		}
		if c.rel(k) == entente.Advcl && !threat {
			for _, g := range c.kids(k) {
				for _, r := range c.lx.words[c.lem[g]] {
					if r.kind == kindMaybe && c.rel(g) == entente.Mark {
						return true
					}
				}
			}
		}
	}
	return false
}

// openQuestion reports whether the clause of verb i only asks what is to be done:
// "whether Mexico should hand him over", "how Kenya should respond".
func (c *coder) openQuestion(i int) bool {
	for _, k := range c.kids(i) {
		switch c.xpos(k) {
		case "WRB", "WP":
			return true
		}
		if c.rel(k) != entente.Mark {
			continue
		}
		for _, r := range c.lx.words[c.lem[k]] {
			if r.kind == kindMaybe {
				return true
			}
		}
	}
	return false
}

// unreal reports whether the word stands under a condition or a doubt; what
// cannot be is no doubt.
func (c *coder) unreal(i int, not bool) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		for _, k := range c.kids(i) {
			if r := c.rel(k).Universal(); r != entente.Mark && r != entente.AuxRel {
				continue
			}
			for _, r := range c.lx.words[c.lem[k]] {
				if r.kind == kindMust && n == 0 && !not && c.rel(k).Universal() == entente.AuxRel || r.kind == kindMaybe && c.rel(k).Universal() == entente.Mark || r.kind == kindMaybe && n == 0 && !not {
					return true
				}
			}
		}
		if c.rel(i) == entente.Ccomp {
			return false
		}
		i = c.head(i)
	}
	return false
}

// suspected reports whether a verb tells what somebody may have done, of which one
// who says so suspects him.
func (c *coder) suspected(i int) bool {
	if c.xpos(i) != "VBN" {
		return false
	}
	t := i - 1
	for t > 0 && c.upos(t) == entente.ADV {
		t--
	}
	return t >= 0 && c.lx.isGrammar("perfect", c.lem[t])
}

// disclaimed reports whether the speaker denies a statement, or does not make it.
func (c *coder) disclaimed(st int) bool {
	i := c.cueToken(st)
	return i >= 0 && (c.lx.judged.denials[c.lem[i]] || c.isVerb(i) && c.denied(i))
}

// cueToken is the verb or noun that reports a statement, -1 for none.
func (c *coder) cueToken(st int) int {
	if i := c.d.TokenAt(c.d.Statements[st].Cue.Start); i < len(c.lem) && !c.d.Statements[st].Cue.Empty() {
		return i
	}
	return -1
}

// imperative reports whether a verb in quotation marks commands: it is bare and
// has no subject.
func (c *coder) imperative(i int) bool {
	if !c.isVerb(i) || c.xpos(i) != "VB" || c.speech[i] < 0 || c.rel(i) != entente.Root && c.rel(i) != entente.Ccomp && c.rel(i) != entente.Parataxis || c.infinitive(i) {
		return false
	}
	return c.kid(i, entente.Nsubj, entente.NsubjPass, entente.AuxRel, entente.AuxPass, entente.Cop, entente.Mark) < 0 && !c.denied(i) && c.marksAround(i)
}

// willed reports whether a verb tells what is to come: "we will crush them".
func (c *coder) willed(i int) bool {
	for _, k := range c.kids(i) {
		for _, r := range c.lx.words[c.lem[k]] {
			if (r.kind == kindFuture || r.kind == kindMaybe) && c.rel(k).Universal() == entente.AuxRel {
				return true
			}
		}
	}
	h := c.head(i)
	if h < 0 || c.rel(i) != entente.Xcomp || !c.isVerb(h) || !c.infinitive(i) || c.lx.judged.claims[c.lem[h]] {
		return false
	}
	return c.kid(i, entente.AuxRel) < 0 // not "claims to have destroyed"
}

// forbidden reports whether the verb at i tells what somebody is kept from or
// does not do: "are barred from entering", "instead of signing", which so did
// not come about.
func (c *coder) forbidden(i int) bool {
	h := c.head(i)
	if h >= 0 && c.rel(i) == entente.AclRelcl && c.lx.isGrammar("somebody", c.lem[h]) && c.markedIn(h, "simile") {
		return true // "like someone who sets his house on fire"
	}
	if h >= 0 && c.rel(i) == entente.AclRelcl && c.lx.isGrammar("naming", c.lem[i]) && c.lx.isGrammar("what", c.lem[h]) && c.kid(i, entente.Obj, entente.Xcomp) > i {
		return true // "what they called a shadow government"
	}
	if h >= 0 && (c.rel(i) == entente.Advcl || c.rel(i) == entente.Conj) && c.isVerb(i) {
		for _, k := range c.kids(i) {
			if k < i && c.lx.isGrammar("instead", c.lem[k]) && (c.rel(k) == entente.Mark || c.rel(k).Universal() == entente.Cc) {
				return true
			}
		}
	}
	if k := c.kid(i, entente.Mark); k > 0 && k < i && c.xpos(i) == "VBG" && c.lx.isGrammar("forbidden", c.lem[k-1]) {
		return true // "lifted the ban on importing beef"
	}
	if h >= 0 && c.infinitive(i) && c.tooLittle(h) {
		return true
	}
	return h >= 0 && c.xpos(i) == "VBG" && c.markedIn(i, "origin") && c.isVerb(h) && c.lx.sets["forbidding"][c.lem[h]]
}

// tooLittle reports whether token i, or the verb it hangs on, says that somebody
// does not enough: "has done little to end the war", whose end so did not come.
func (c *coder) tooLittle(i int) bool {
	if h := c.head(i); h >= 0 && !c.isVerb(i) {
		i = h
	}
	if !c.lx.isGrammar("pro-verb", c.lem[i]) {
		return false
	}
	for _, k := range c.kids(i) {
		if c.lx.isGrammar("shortfall", c.lem[k]) || c.lx.isGrammar("enough", c.lem[k]) && c.denied(i) {
			return true
		}
	}
	return false
}

// inRelative reports whether a verb stands in a relative clause, or in what is
// said there: "information which he says will endanger him".
func (c *coder) inRelative(i int) bool {
	if c.rel(i) == entente.Ccomp && c.head(i) >= 0 {
		i = c.head(i)
	}
	return c.rel(i) == entente.AclRelcl
}

// hoped reports whether a verb tells for what end something else is done: "leaves
// so that the rebels would stop the killing".
func (c *coder) hoped(i int) bool {
	for n := 0; i >= 0 && n < 3; n++ {
		if c.rel(i) == entente.Advcl && c.kid(i, entente.AuxRel) >= 0 {
			for _, k := range c.kids(i) {
				if c.rel(k) == entente.Mark && c.lx.isGrammar("so-that", c.lem[k]) {
					return true
				}
			}
		}
		if r := c.rel(i); r != entente.Xcomp && r != entente.Obj && r != entente.Ccomp {
			return false
		}
		i = c.head(i)
	}
	return false
}
