package event

import (
	"entente"
	"entente/internal/codebook"
)

// calling adds what those who punish, refuse or threaten say of the reason, in the
// words of a free relative: "expelled the ambassador over what it called
// interference" blames whom it expels.
func (c *coder) calling(roots []*node, s int) []*node {
	if c.topic != "" {
		return roots
	}
	sent := &c.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		v := c.kid(i, entente.AclRelcl)
		if v < i || !c.lx.isGrammar("what", c.lem[i]) || !c.lx.isGrammar("naming", c.lem[v]) || c.rel(i) != entente.Obl && c.rel(i) != entente.Nmod {
			continue
		}
		if n := c.calledFor(roots, i, v); n != nil && !c.judgedBefore(roots, n) {
			roots = append(roots, n)
		}
	}
	return roots
}

// calledFor is the accusation that the relative clause v on "what" at token i makes
// of the target of the deed for which it gives the reason; nil for none.
func (c *coder) calledFor(roots []*node, i, v int) *node {
	deed := c.reasonOf(roots, i)
	if deed == nil {
		return nil
	}
	var who []fill
	for _, k := range c.subjects(v) {
		who = append(who, c.resolve(k, 0)...)
	}
	if who = knownOnly(who); len(who) == 0 || !c.compatriots(who, deed.s) {
		return nil
	}
	_, last := c.d.Yield(v)
	for w := v + 1; w <= last; w++ {
		for _, j := range c.judgingWords(w) {
			if j.theme.class.typ != "ACCUSE" || j.theme.tone {
				continue
			}
			if m, k := c.judges(w, j); m != nil && k != nil && k.typ == "ACCUSE" {
				n := said(m, k, deed.s)
				n.t = knownOnly(deed.t)
				return n
			}
		}
	}
	return nil
}

// reasonOf is the hostile deed, told of somebody known, of which the phrase of token
// i gives the reason; nil for none.
func (c *coder) reasonOf(roots []*node, i int) *node {
	for h, n := c.head(i), 0; h >= 0 && n < 3; h, n = c.head(h), n+1 {
		for _, o := range roots {
			if o != nil && o.at == h && codebook.Quad(o.typ) >= 3 && o.typ != "ACCUSE" && !o.sym && len(knownOnly(o.s)) > 0 && len(knownOnly(o.t)) > 0 {
				return o
			}
		}
	}
	return nil
}
