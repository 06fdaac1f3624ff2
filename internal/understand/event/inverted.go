package event

import "entente"

// inverted is who stands behind the copula of a clause that opens with what they
// do or suffer: "backing the plan are Russia and Iran", "also killed was a
// general"; -1 for none.
func (c *coder) inverted(i int) int {
	x := c.xpos(i)
	if x != "VBG" && x != "VBN" || c.kid(i, entente.Nsubj, entente.NsubjPass, entente.AuxRel, entente.AuxPass) >= 0 {
		return -1
	}
	h := c.head(i)
	if c.rel(i) != entente.Csubj {
		if h = c.kid(i, entente.Parataxis); c.rel(i) != entente.Root || x != "VBN" {
			return -1
		}
	}
	if h <= i || c.isVerb(h) || c.heads[h] < 0 && !c.person(h) || c.kid(h, entente.Nsubj) >= 0 {
		return -1
	}
	if k := c.kid(h, entente.Cop); k < i {
		return -1
	}
	return h
}

// amongThem is who was one of those of whom clause i tells: "among those arrested
// was a journalist", "among those who left were two ministers"; -1 for none.
func (c *coder) amongThem(i int) int {
	g := c.head(i)
	if c.rel(i) != entente.Acl && c.rel(i) != entente.AclRelcl || g < 0 || !c.lx.isGrammar("those", lower(c.d.Form(g))) || c.kid(g, entente.Case) < 0 {
		return -1
	}
	switch c.rel(g) {
	case entente.Nsubj, entente.Obl, entente.Nmod:
	default:
		return -1
	}
	h := c.head(g)
	if h <= i || c.isVerb(h) || c.heads[h] < 0 && !c.person(h) || c.kid(h, entente.Cop) < i {
		return -1
	}
	return h
}

// strayed is the subject of a finite verb that the parser hung on the verb before
// it, as what stands behind "after": "was held after Smith, the mayor, was
// stabbed"; -1 for none.
func (c *coder) strayed(i int) int {
	if c.kid(i, entente.Nsubj, entente.NsubjPass, entente.Csubj, entente.CsubjPass) >= 0 || c.kid(i, entente.AuxRel, entente.AuxPass) < 0 && c.xpos(i) != "VBD" {
		return -1
	}
	for _, v := range append(c.kids(i)[:len(c.kids(i)):len(c.kids(i))], c.head(i)) {
		if v < 0 || v > i || !c.isVerb(v) || c.kid(v, entente.Nsubj, entente.NsubjPass) < 0 || v == c.head(i) && c.rel(i) == entente.Conj {
			continue
		}
		if r := c.rel(v); v != c.head(i) && r != entente.Advcl && r != entente.Ccomp {
			continue
		}
		for _, k := range c.kids(v) {
			if k > v && k < i && (c.rel(k) == entente.Obl || c.rel(k) == entente.OblAgent) && c.heads[k] >= 0 && !c.timed[k] && c.markedIn(k, "earlier") && c.person(k) {
				return k
			}
		}
	}
	return -1
}
