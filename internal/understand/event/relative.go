package event

import "entente"

// someOfWhom reports whether a subject is a number of those named before: "all of
// whom", "two of which".
func (c *coder) someOfWhom(k int) bool {
	for _, p := range c.prepsIn(k, "part") {
		if c.relative(p) {
			return true
		}
	}
	return false
}

// ofWhom are those of whom subject k of the clause of verb i is a number: what the
// relative clause modifies, else the last of the names before the comma, with
// what they are joined to.
func (c *coder) ofWhom(i, k int) []int {
	if out := c.antecedent(i); out != nil {
		return out
	}
	first, _ := c.d.Yield(k)
	depth := 0
	for t := first - 1; t >= 0 && c.d.SentenceAt(c.d.Tokens[t].Start) == c.d.SentenceAt(c.d.Tokens[k].Start); t-- {
		switch c.d.Form(t) {
		case ")":
			depth++
		case "(":
			depth--
		}
		if depth > 0 || c.heads[t] < 0 || c.timed[t] {
			continue
		}
		for h := c.head(t); h >= 0 && (c.rel(t) == entente.Conj || c.rel(t) == entente.Flat) && !c.isVerb(h); h = c.head(t) {
			t = h
		}
		return []int{t}
	}
	return nil
}

// whose is the side to which a relative clause lays the army, police or
// government at token i: "Turkey, whose army shelled the town".
func (c *coder) whose(i, depth int) []fill {
	k := c.kid(i, entente.NmodPoss)
	if k < 0 || !c.relative(k) || !c.lx.sets["forces"][c.lem[i]] && !c.lx.sets["police"][c.lem[i]] && !c.lx.sets["troops"][c.lem[i]] && !c.lx.isGrammar("contingent", c.lem[i]) {
		return nil
	}
	var out []fill
	for _, a := range c.antecedent(i) {
		out = append(out, c.resolve(a, depth+1)...)
	}
	return ruled(knownOnly(out), "owner")
}

// saidToBe is the noun behind a word for people of no state that says from where
// they are: "the suspect, a Saudi student"; -1 when there is none.
func (c *coder) saidToBe(i int) int {
	if c.upos(i) != entente.NOUN || !c.person(i) || c.heads[i] >= 0 && c.d.Actors[c.mention[c.heads[i]].actor].Country != "" || len(c.modifiers(i)) > 0 {
		return -1
	}
	for _, k := range c.kids(i) {
		if k > i && c.rel(k) == entente.Appos && c.upos(k) == entente.NOUN && len(c.nationality(k, 2)) > 0 {
			return k
		}
	}
	return -1
}

// unhelped drops nouns that tell with whose help something is done, which aims at
// nobody: "promised to pay with the support of the bank".
func (c *coder) unhelped(toks []int) []int {
	var out []int
	for _, t := range toks {
		if !c.lx.isGrammar("helped", c.lem[t]) {
			out = append(out, t)
		}
	}
	return out
}

// toldBeside reports whether token i belongs to the subject of a relative clause
// behind token at.
func (c *coder) toldBeside(i, at int) bool {
	for n, h := 0, c.head(i); n < 4 && h >= 0; n, i, h = n+1, h, c.head(h) {
		if c.rel(i) == entente.Nsubj && c.rel(h) == entente.AclRelcl {
			return h > at && !c.relative(i)
		}
	}
	return false
}

// otherEnd are those between whom and the actor at token i something is, where the
// parser joined them to the noun of what it is: "talks between Chancellor A of B
// and President C of D".
func (c *coder) otherEnd(i int) []int {
	h := c.head(i)
	if c.namesOne(i) {
		for _, p := range c.prepsIn(i, "part") {
			if k := c.kid(p, entente.Conj); k > p && c.heads[p] >= 0 && !c.namesOne(p) && c.namesOne(k) && c.kid(k, entente.Cc) >= 0 {
				return []int{k} // "Chancellor A of B and President C", joined to B
			}
		}
	}
	if h < 0 || h > i || c.isVerb(h) || c.heads[i] < 0 || !c.markedIn(i, "between") || c.kid(i, entente.Conj) >= 0 {
		return nil
	}
	var out []int
	for _, k := range c.kids(h) {
		if c.rel(k) == entente.Conj && k > i && c.heads[k] >= 0 && !c.isVerb(k) {
			out = append(out, k)
		}
	}
	return out
}

// namesOne reports whether token i heads words for one person.
func (c *coder) namesOne(i int) bool {
	return c.heads[i] >= 0 && c.d.Actors[c.mention[c.heads[i]].actor].Kind == entente.PersonActor
}

// antecedent is the noun that the relative clause around verb i modifies.
func (c *coder) antecedent(i int) []int {
	for n := 0; i >= 0 && n < 8; n++ {
		if c.rel(i) == entente.AclRelcl && c.cleft(i) < 0 {
			if h := c.amongThem(i); h >= 0 {
				return []int{h}
			}
			if who := c.described(c.head(i)); who != nil {
				return who
			}
			return []int{c.blow(i, c.spelledOut(c.head(i)))}
		}
		if c.rel(i) == entente.AclRelcl || c.cleft(i) >= 0 {
			return []int{c.head(i)}
		}
		if c.rel(i) == entente.Acl && c.head(i) >= 0 && !c.isVerb(c.head(i)) {
			return []int{c.head(i)}
		}
		i = c.head(i)
	}
	return nil
}

// spelledOut is the noun with a number that the list at h spells out: "two hostages, a
// Dane and a Swede, who had been held"; else h itself.
func (c *coder) spelledOut(h int) int {
	a := h
	if a >= 0 && c.rel(a) == entente.Conj {
		a = c.head(a)
	}
	if a < 0 || c.rel(a) != entente.Appos || c.kid(a, entente.Conj) < 0 {
		return h
	}
	if n := c.head(a); n >= 0 && n < a && c.kid(n, entente.Nummod) >= 0 {
		return n
	}
	return h
}

// described are those whom noun h, which says what they are, stands for: "the
// candidate is a bully who has pledged".
func (c *coder) described(h int) []int {
	for n := 0; h >= 0 && n < 8 && c.rel(h) == entente.Conj && c.heads[h] < 0 && !c.isVerb(h); n++ {
		h = c.head(h)
	}
	if h < 0 || c.isVerb(h) || c.heads[h] >= 0 || c.kid(h, entente.Cop) < 0 {
		return nil
	}
	who := c.kid(h, entente.Nsubj)
	if who < 0 || c.heads[who] < 0 {
		return nil
	}
	return []int{who}
}

// blow is the attack in or on the place h, which the clause of verb i tells of
// where the parser hung the clause on the place: "the bombing of a clinic that
// killed two"; else h itself.
func (c *coder) blow(i, h int) int {
	if c.person(h) || !c.isVerb(i) || !c.typesOf(i)["ASSAULT"] {
		return h
	}
	for t, n := h, 0; n < 3; n++ {
		switch c.rel(t) {
		case entente.Nmod, entente.Obl, entente.Appos, entente.Conj, entente.Flat:
		default:
			return h
		}
		if t = c.head(t); t < 0 {
			return h
		}
		if !c.isVerb(t) && c.heads[t] < 0 && c.typesOf(t)["ASSAULT"] {
			return t
		}
	}
	return h
}

// reportedOf reports whether finite verb i has as its subject the noun that the
// clause of saying around it modifies: "the Emirates, which Sudan says has armed
// the rebels".
func (c *coder) reportedOf(i int) bool {
	h := c.head(i)
	if h < 0 || c.rel(i) != entente.Ccomp || c.rel(h) != entente.AclRelcl || c.infinitive(i) || c.xpos(i) == "VBG" {
		return false
	}
	s := c.kid(h, entente.Nsubj)
	return s >= 0 && !c.relative(s) && c.kid(i, entente.Nsubj, entente.NsubjPass, entente.Mark) < 0
}

// author is who made or did what noun i names, as the relative clause behind it
// tells: "a law that Russia passed", "the accord which Turkey signed".
func (c *coder) author(i, depth int) []fill {
	v := c.kid(i, entente.AclRelcl)
	if v < i || !c.isVerb(v) || c.passive(v) || c.rel(i) == entente.Appos || c.lx.judged.words[c.lem[v]] != nil && c.addresses(v) || c.opposes(v) {
		return nil
	}
	s := c.kid(v, entente.Nsubj)
	if s <= i || c.upos(s) != entente.PROPN || c.kid(v, entente.Ccomp, entente.Xcomp) >= 0 {
		return nil
	}
	return ruled(knownOnly(c.resolve(s, depth+1)), "maker")
}

// opposes reports whether a verb tells what others say or do against its object.
func (c *coder) opposes(v int) bool {
	if m := c.hits[v]; m != nil {
		switch m.r.class.typ {
		case "ACCUSE", "REJECT", "ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN":
			return true
		}
	}
	return false
}
