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
