package event

import (
	"entente"
	"entente/internal/codebook"
)

// besideObject is the noun behind a joined verb that the parser joined to the
// object of the first one: "returned fire and scrambled fighter jets"; -1 for none.
func (c *coder) besideObject(i int) int {
	h := c.head(i)
	if c.rel(i) != entente.Conj || h < 0 || h > i || !c.isVerb(h) || !c.isVerb(i) || c.kid(i, entente.Obj, entente.Ccomp, entente.Xcomp, entente.Nsubj, entente.NsubjPass) >= 0 {
		return -1
	}
	and := c.kid(i, entente.Cc)
	if and < 0 || and > i {
		return -1
	}
	o := c.kid(h, entente.Obj)
	if o < h || o > and {
		return -1
	}
	for _, k := range c.kids(o) {
		if c.rel(k) != entente.Conj || k < i || c.timed[k] {
			continue
		}
		if first, _ := c.d.Yield(k); first == i+1 && c.kid(k, entente.Cc) < 0 {
			return k
		}
	}
	return -1
}

// joinedTo is whom the verb of an earlier clause with the same doer names,
// where what the later one promises or gives, refuses or threatens goes on in
// the same spirit: "congratulated Morales and promised technical help".
func (c *coder) joinedTo(e int) []entente.Participant {
	ev, n := &c.d.Events[e], c.told[e].n
	i := n.at
	if !c.isVerb(i) || n.sym || c.rel(i) != entente.Conj || c.kid(i, entente.Nsubj, entente.NsubjPass) >= 0 {
		return nil
	}
	h := c.head(i)
	for o := range c.d.Events {
		p := &c.d.Events[o]
		if p.Sentence != ev.Sentence || c.told[o].n.at != h || p.Symmetric || !identified(p.Target) || !related(p.Source, ev.Source) || related(p.Target, ev.Source) {
			continue
		}
		friendly := codebook.Quad(p.Type) <= 2
		if friendly == (codebook.Quad(ev.Type) <= 2) {
			return p.Target
		}
	}
	return nil
}

// overInfinitive is the verb above infinitive h to which the parser joined finite
// verb i: "ordered sixty Russians to leave and closed the consulate"; -1 for none.
func (c *coder) overInfinitive(i, h int) int {
	if h < 0 || !c.isVerb(i) || !c.isVerb(h) || c.xpos(h) != "VB" || !c.infinitive(h) || c.xpos(i) != "VBD" && c.xpos(i) != "VBZ" || c.kid(i, entente.Nsubj, entente.NsubjPass, entente.Mark) >= 0 {
		return -1
	}
	for g := c.head(h); g >= 0; g = c.head(g) {
		if c.isVerb(g) && c.xpos(g) == c.xpos(i) {
			return g
		}
		if c.isVerb(g) && c.xpos(g) != "VB" && c.kid(g, entente.AuxRel) < 0 {
			return -1
		}
	}
	return -1
}

// joinedAmod is the verb with which participle i, to the parser an adjective of a
// noun joined to that verb's object, goes on: "has frozen the assets of its
// leaders and banned imports"; -1 for none.
func (c *coder) joinedAmod(i int) int {
	n := c.head(i)
	if c.rel(i) != entente.Amod || c.xpos(i) != "VBN" || n < i || i < 1 || c.upos(i-1) != entente.CCONJ || c.rel(n) != entente.Conj || c.lx.verbs[c.lem[i]] == nil || c.kid(n, entente.DetRel, entente.NmodPoss, entente.Nummod) >= 0 {
		return -1
	}
	for h, k := c.head(n), 0; h >= 0 && h < i && k < 4; h, k = c.head(h), k+1 {
		if c.isVerb(h) {
			if x := c.xpos(h); c.passive(h) || x != "VBD" && (x != "VBN" || c.kid(h, entente.AuxRel) < 0) {
				return -1
			}
			return h
		}
		if r := c.rel(h); r != entente.Obj && r != entente.Nmod && r != entente.Obl && r != entente.Conj {
			return -1
		}
		for _, a := range c.kids(h) {
			if c.rel(a) == entente.Amod && c.xpos(a) == "VBN" {
				return -1 // "burned houses and looted shops"
			}
		}
	}
	return -1
}

// causer is the verb by which somebody lets others do what participle i tells: "had
// two envoys arrested"; -1 for none.
func (c *coder) causer(i int) int {
	n := c.head(i)
	if n < 0 || c.xpos(i) != "VBN" || c.kid(i, entente.AuxPass, entente.AuxRel, entente.Mark) >= 0 {
		return -1
	}
	h := n
	if c.rel(i) == entente.Acl && c.rel(n) == entente.Obj {
		h = c.head(n)
	} else if c.rel(i) != entente.Xcomp && c.rel(i) != entente.Ccomp {
		return -1
	}
	if h < 0 || h > i || !c.isVerb(h) || !c.lx.isGrammar("causative", c.lem[h]) || c.xpos(h) != "VBD" && (c.xpos(h) != "VBN" || c.kid(h, entente.AuxRel) < 0) {
		return -1
	}
	if o := c.kid(h, entente.Obj, entente.Nsubj); o < 0 || c.upos(i-1) == entente.PUNCT {
		return -1
	}
	return h
}
