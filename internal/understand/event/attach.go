package event

import "entente"

// strayAgent is the agent of a finite passive that the parser hung on the last
// phrase before it: "recognised within its borders by Peru".
func (c *coder) strayAgent(i int) []int {
	if c.kid(i, entente.AuxPass) < 0 {
		return nil
	}
	for _, k := range c.kids(i) {
		if k > i && (c.rel(k) == entente.Obl || c.rel(k) == entente.Obj) && !c.person(k) && c.hits[k] == nil {
			if by := c.prepsIn(k, "agent"); len(by) > 0 && c.upos(by[0]) == entente.PROPN {
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
