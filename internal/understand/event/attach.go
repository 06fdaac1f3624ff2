package event

import (
	"entente"
	"entente/internal/codebook"
)

// strayAgent is the agent of a finite passive that the parser hung on the last
// phrase before it: "recognised within its borders by Peru".
func (c *coder) strayAgent(i int) []int {
	if c.kid(i, entente.AuxPass) < 0 && c.rel(i) != entente.Conj {
		return nil
	}
	for _, k := range c.kids(i) {
		if a := c.kid(k, entente.OblAgent); k > i && a > k && c.rel(k) == entente.Xcomp && c.upos(k) == entente.ADJ {
			return []int{a} // "were shot dead by troops"
		}
		if by := c.prepsIn(k, "agent"); k > i && len(by) > 0 && c.rel(k) == entente.Xcomp && c.upos(k) == entente.ADJ && (c.person(by[0]) || c.heads[by[0]] >= 0) {
			return by[:1]
		}
		if r := c.rel(k); k > i && (r == entente.Obl || r == entente.Obj || r == entente.Advmod) && (!c.person(k) || c.places[k] >= 0) && c.hits[k] == nil {
			if by := c.prepsIn(k, "agent"); len(by) > 0 && (c.upos(by[0]) == entente.PROPN || c.heads[by[0]] >= 0) {
				return by[:1]
			}
		}
	}
	return nil
}

// sameTense is the verb above the participle to which the parser joined finite
// verb i, when it is as finite as i: "arrested a man accused of spying and
// seized letters"; -1 when there is none.
func (c *coder) sameTense(i int) int {
	h := c.head(i)
	if g := c.sameGerund(i); g >= 0 {
		return g
	}
	if g := c.overInfinitive(i, h); g >= 0 {
		return g
	}
	if h >= 0 && c.rel(h) == entente.AclRelcl && c.xpos(i) == "VBZ" && c.isVerb(i) && c.kid(i, entente.Nsubj) < 0 {
		if n := c.head(h); n >= 0 && (c.xpos(n) == "NNS" || c.xpos(n) == "NNPS") && c.head(n) >= 0 && c.head(n) < n && c.xpos(c.head(n)) == "VBZ" && c.isVerb(c.head(n)) {
			return c.head(n) // "describes monks that have fled as criminals and accuses India"
		}
	}
	if !c.isVerb(i) || !c.isVerb(h) || c.infinitive(i) || c.xpos(h) != "VBN" && c.xpos(h) != "VBG" || c.kid(h, entente.AuxRel, entente.AuxPass, entente.Cop) >= 0 {
		return -1
	}
	g := c.head(h)
	if g >= 0 && !c.isVerb(g) {
		g = c.head(g)
	}
	if g < 0 || !c.isVerb(g) || g > h {
		return -1
	}
	x, y := c.xpos(i), c.xpos(g)
	if x == y && (x == "VBD" || x == "VBZ" || x == "VBP") || x == "VB" && y == "VBP" {
		return g
	}
	return -1
}

// sameGerund is the gerund above the clause to which the parser joined gerund
// i: "for telling them to stay and threatening"; -1 when there is none.
func (c *coder) sameGerund(i int) int {
	g := c.head(i)
	if c.rel(i) != entente.Conj || c.xpos(i) != "VBG" || !c.isVerb(i) || c.xpos(g) == "VBG" || c.kid(g, entente.Mark) < 0 || c.kid(i, entente.Nsubj, entente.AuxRel) >= 0 {
		return -1
	}
	for n := 0; n < 3 && g >= 0 && c.isVerb(g); n++ {
		if r := c.rel(g); r != entente.Ccomp && r != entente.Xcomp && r != entente.Advcl {
			return -1
		}
		if g = c.head(g); g >= 0 && g < i && c.xpos(g) == "VBG" && c.kid(g, entente.AuxRel) < 0 {
			return g
		}
	}
	return -1
}

// outerVerb is the verb of saying above the clause to which the parser joined
// finite verb i, when i tells what the speaker did next: "said the talks had
// failed, and accused Iran"; -1 when there is none.
func (c *coder) outerVerb(i int) int {
	h, and := c.head(i), c.kid(i, entente.Cc)
	if c.rel(i) != entente.Conj || h < 0 || and < 1 || c.xpos(i) != "VBD" && c.xpos(i) != "VBN" && c.xpos(i) != "VBZ" || !c.isVerb(i) || !c.addresses(i) && !c.refusesFor(i, h) ||
		c.kid(i, entente.Nsubj, entente.NsubjPass, entente.AuxRel, entente.AuxPass) >= 0 || c.kid(h, entente.Nsubj, entente.NsubjPass) < 0 {
		return -1
	}
	comma := c.upos(and-1) == entente.PUNCT || !c.isVerb(h) && c.xpos(i) == "VBN" && c.kid(h, entente.Cop) >= 0 && c.kid(i, entente.Obj) > i
	if !comma && (c.xpos(i) == "VBN" || c.kid(h, entente.AuxRel, entente.AuxPass, entente.Cop) < 0) {
		return -1
	}
	for n := 0; n < 3 && h >= 0; n++ {
		if r := c.rel(h); r != entente.Ccomp && r != entente.AclRelcl && (r != entente.Advcl && r != entente.Acl || n == 0) {
			return -1
		}
		g := c.head(h)
		if g < 0 || g > h {
			return -1
		}
		if c.isVerb(g) && (c.xpos(g) == "VBD" && c.xpos(i) != "VBZ" || c.xpos(g) == "VBZ" && c.xpos(i) == "VBZ") {
			if c.speech[i] >= 0 && c.speech[i] != c.speech[g] && c.d.Statements[c.speech[i]].Kind == entente.Direct {
				return -1
			}
			return g
		}
		if !comma {
			return -1
		}
		h = g
	}
	return -1
}

// refusesFor reports whether verb i tells a refusal, which the subject of clause
// h, a thing, cannot make: "says a war is unlikely but refuses to meet".
func (c *coder) refusesFor(i, h int) bool {
	s := c.kid(h, entente.Nsubj)
	if s < 0 || c.heads[s] >= 0 || c.person(s) || c.upos(s) == entente.PRON {
		return false
	}
	for _, r := range c.lx.verbs[c.lem[i]] {
		if r.kind == "refuse" && positive(r) == 0 {
			return true
		}
	}
	return false
}

// addresses reports whether verb i is one by which somebody says, asks or
// judges something.
func (c *coder) addresses(i int) bool {
	for _, r := range c.lx.verbs[c.lem[i]] {
		switch {
		case r.class == nil:
			if r.kind == kindSay || asks(r.kind) || r.kind == "accuse" || r.kind == "deny" || r.kind == "threaten" {
				return true
			}
		case codebook.Verbal(r.class.typ) && positive(r) == 0 && r.class.typ != "CONSULT":
			return true
		}
	}
	return false
}

// worded is who says what noun h, which participle i modifies, holds: "in her
// statement condemning the test", "in a letter criticising Russia".
func (c *coder) worded(i, h int) []int {
	g := c.head(h)
	if c.xpos(i) != "VBG" || !c.lx.sets["address"][c.lem[h]] || c.heads[h] >= 0 || !c.addresses(i) || len(c.prepsIn(h, "agent")) > 0 {
		return nil
	}
	if k := c.kid(h, entente.NmodPoss); k >= 0 && (c.upos(k) != entente.PRON || c.resolve(k, 0) != nil) {
		return []int{k}
	}
	if g < 0 || !c.isVerb(g) || c.rel(h) != entente.Obl || !c.markedIn(h, "worded") || len(c.modifiers(h)) > 0 {
		return nil
	}
	return c.subjects(g)
}

// whatOf is who does what the free relative at token i stands for: "what China did".
func (c *coder) whatOf(i, depth int) []fill {
	v := c.kid(i, entente.AclRelcl)
	if v < i || !c.lx.isGrammar("what", c.lem[i]) {
		return nil
	}
	s := c.kid(v, entente.Nsubj)
	if s <= i || s > v || c.speech[i] != c.speech[s] || c.lx.isGrammar("naming", c.lem[v]) {
		return nil
	}
	return ruled(knownOnly(c.resolve(s, depth+1)), "owner")
}

// laterObject is the object that verb i shares with the verb joined to it:
// "hunt down and punish the killers"; -1 when there is none.
func (c *coder) laterObject(i int) int {
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Conj || k < i || k-i > 3 || !c.isVerb(k) || c.xpos(k) != c.xpos(i) || c.kid(k, entente.Nsubj, entente.NsubjPass, entente.AuxRel, entente.Mark) >= 0 || c.kid(i, entente.Obl, entente.Ccomp, entente.Xcomp) >= 0 {
			continue
		}
		if o := c.kid(k, entente.Obj); o > k && !c.timed[o] {
			return o
		}
	}
	return -1
}

// wished reports whether a verb tells what somebody not yet found is to do: "we
// need leaders that will stand up to them".
func (c *coder) wished(i int) bool {
	h := c.head(i)
	if h < 0 || c.rel(i) != entente.AclRelcl || c.rel(h) != entente.Obj || c.heads[h] >= 0 && c.upos(h) == entente.PROPN {
		return false
	}
	g := c.head(h)
	return g >= 0 && c.lx.isGrammar("lacked", c.lem[g]) && len(c.self[i]) > 0
}

// summed is who did what the clause tells that the noun at i sums up behind it:
// "lifted the ban, a decision welcomed by Iran".
func (c *coder) summed(i int) []fill {
	words := c.lx.sets["utterances"][c.lem[i]]
	if !c.summing(i) || c.upos(i) != entente.NOUN || c.kid(i, entente.Acl, entente.AclRelcl) < 0 || !words && !c.lx.isGrammar("deed", c.lem[i]) && !c.lx.sets["rulings"][c.lem[i]] {
		return nil
	}
	h := c.head(i)
	for n := 0; h >= 0 && n < 4 && (!c.isVerb(h) || words && c.rel(h) == entente.Ccomp); n++ {
		h = c.head(h) // "said the plan was dead, a remark which": what was said
	}
	if h < 0 || !c.isVerb(h) || c.busy[h] {
		return nil
	}
	var out []fill
	for _, o := range c.subjects(h) {
		for _, e := range c.expand(o) {
			out = append(out, c.resolve(e, 1)...)
		}
	}
	return ruled(knownOnly(distinct(out)), "summed")
}

// summing reports whether the noun at i stands behind a clause that it sums up:
// as an apposition, or as a second subject behind a comma.
func (c *coder) summing(i int) bool {
	switch c.rel(i) {
	case entente.Appos, entente.Parataxis:
		return true
	case entente.Nsubj, entente.Obj, entente.Dep:
		first, _ := c.d.Yield(i)
		h := c.head(i)
		return h >= 0 && h < i && first > 0 && c.kid(h, entente.Nsubj) < i && c.d.Form(first-1) == ","
	}
	return false
}

// nameBehind is the name of a state behind subject k of verb i, which the parser
// took for a second subject: "Turkey's neighbour Greece"; -1 when there is none.
func (c *coder) nameBehind(i, k int) int {
	if c.heads[k] >= 0 || c.upos(k) != entente.NOUN {
		return -1
	}
	for _, j := range c.kids(i) {
		if j > k && j < i && j < k+5 && c.rel(j) == entente.Nsubj && c.heads[j] >= 0 && c.d.Actors[c.mention[c.heads[j]].actor].Kind == entente.StateActor {
			return j
		}
	}
	return -1
}

// judgedIn is the state in which lies what a verb of judgement is said of, where
// the parser hung it on the verb: "condemned the coup in Niger"; -1 when there is none.
func (c *coder) judgedIn(i int) int {
	h := c.head(i)
	if h < 0 || c.rel(i) != entente.Obj || !c.isVerb(h) || !c.addresses(h) {
		return -1
	}
	_, last := c.d.Yield(i)
	for _, k := range c.kids(h) {
		if k > i && c.rel(k) == entente.Obl && c.markedIn(k, "within") && c.heads[k] >= 0 && c.d.Actors[c.mention[c.heads[k]].actor].Kind == entente.StateActor {
			if first, _ := c.d.Yield(k); first == last {
				return k
			}
		}
	}
	return -1
}

// namedBehind are the names that a comma parts from the number of those whom noun
// i means, which the parser joined to it: "three of its rivals, Hungary, Poland and
// Romania". It is nil where there are none.
func (c *coder) namedBehind(i int) []int {
	if c.upos(i) == entente.NUM {
		for _, k := range c.prepsIn(i, "part") {
			if c.xpos(k) == "NNS" {
				return c.namedBehind(k)
			}
		}
	}
	if c.xpos(i) != "NNS" || c.kid(i, entente.Conj) < i {
		return nil
	}
	var out []int
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Conj || k < i {
			continue
		}
		first, _ := c.d.Yield(k)
		if c.heads[k] < 0 || c.upos(k) != entente.PROPN || len(out) == 0 && c.upos(first) != entente.PUNCT {
			return nil
		}
		out = append(out, c.expand(k)...)
	}
	if len(out) < 2 || c.heads[i] >= 0 && c.d.Actors[c.mention[c.heads[i]].actor].Kind == entente.PersonActor {
		return nil
	}
	if h := c.head(i); c.kid(i, entente.Nummod) < 0 && (h < 0 || c.upos(h) != entente.NUM) {
		return nil
	}
	return distinctTokens(out)
}

// distinctTokens drops tokens that repeat an earlier one.
func distinctTokens(list []int) []int {
	var out []int
	for _, t := range list {
		if !has(out, t) {
			out = append(out, t)
		}
	}
	return out
}
