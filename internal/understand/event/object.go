package event

import (
	"slices"

	"entente"
)

// objects are the tokens that fill the object of a verb: the object, the
// subject of a passive, the noun that a participle or a relative clause modifies.
func (c *coder) objects(i int) []int {
	if !c.isVerb(i) {
		return nil
	}
	if !c.trying || c.trial.at != i {
		return c.findObjects(i)
	}
	if !c.found { // each reading of a word asks for the same
		c.objs, c.found = slices.Clip(c.findObjects(i)), true
	}
	return c.objs
}

func (c *coder) findObjects(i int) []int {
	if c.passive(i) {
		if k := c.retained(i); k >= 0 {
			return []int{k}
		}
		return c.patient(i)
	}
	var out []int
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Obj {
			if w := c.soCalled(k); w >= 0 && (!c.addresses(i) || c.heads[w] >= 0) {
				out = append(out, w)
				continue
			}
			if c.relative(k) && c.reportedOf(i) {
				continue
			}
			if c.relative(k) {
				return c.antecedent(i)
			}
			out = append(out, k)
		}
	}
	if out != nil {
		return out
	}
	if o := c.frontedObject(i); o >= 0 {
		return []int{o}
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
	if o := c.besideObject(i); o >= 0 {
		return []int{o}
	}
	if o := c.kid(i, entente.Iobj); o > i && c.kid(o, entente.AclRelcl) >= 0 && len(c.infs(i)) > 0 && c.kid(i, entente.Ccomp) < 0 {
		return []int{o} // "asked those who had gathered to go home"
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
			if c.kid(k, entente.Cop) >= 0 && c.infinitive(k) {
				continue // "wants to be president"
			}
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
	return (c.lx.isGrammar("approximate", c.adposition(k)) || c.bounded(k)) && (c.upos(k) == entente.SYM || c.xpos(k) == "$" || c.xpos(k) == "CD" || c.kid(k, entente.Nummod) >= 0)
}

// bounded reports whether the adposition of a quantity only tells its bound:
// "killed at least three people", "up to ten".
func (c *coder) bounded(k int) bool {
	for _, j := range c.kids(k) {
		if c.rel(j) == entente.Case && (j+1 < k && c.lx.isGrammar("bound", c.lem[j]+"_"+c.lem[j+1]) || j > 0 && c.lx.isGrammar("bound", c.lem[j-1]+"_"+c.lem[j])) {
			return true
		}
	}
	return false
}

// frontedObject is the noun with which a reduced relative clause begins, to the
// parser a second subject: "a request New Delhi has turned down"; -1 for none.
func (c *coder) frontedObject(i int) int {
	a := c.kid(i, entente.Nsubj)
	if a < 0 || a > i || !c.isVerb(i) || c.upos(a) != entente.NOUN || c.heads[a] >= 0 || c.timed[a] || c.kid(i, entente.Obj, entente.Ccomp) >= 0 || c.rel(i) != entente.Ccomp && c.rel(i) != entente.Parataxis && c.rel(i) != entente.Conj {
		return -1
	}
	_, last := c.d.Yield(a)
	for _, b := range c.kids(i) {
		if first, _ := c.d.Yield(b); b > a && c.rel(b) == entente.Nsubj && first == last && (c.heads[b] >= 0 || c.upos(b) == entente.PRON) {
			return a
		}
	}
	return -1
}

// soCalled is the noun that somebody calls what the free relative at token k means:
// "struck what it said were rebel positions", "what it called a raid"; -1 for none.
func (c *coder) soCalled(k int) int {
	v := c.kid(k, entente.AclRelcl)
	if v < k || !c.lx.isGrammar("what", c.lem[k]) || !c.lx.isGrammar("naming", c.lem[v]) && !c.lx.says(c.lem[v]) {
		return -1
	}
	for _, n := range c.kids(v) {
		switch c.rel(n) {
		case entente.Obj, entente.Xcomp, entente.Obl, entente.Ccomp:
			if n > v && c.upos(n).Nominal() && !c.timed[n] && (c.rel(n) != entente.Obl || c.markedIn(n, "predicative")) && (c.rel(n) != entente.Ccomp || c.kid(n, entente.Cop) >= 0) {
				return n
			}
		}
	}
	return -1
}

// says reports whether a verb is one of saying.
func (lx *lexicon) says(lemma string) bool {
	for _, r := range lx.verbs[lemma] {
		if r.kind == kindSay {
			return true
		}
	}
	return false
}
