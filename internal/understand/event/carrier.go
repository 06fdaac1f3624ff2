package event

import "entente"

// carrier is the verb whose object or subject an event noun is, or -1.
func (c *coder) carrier(n int) int {
	g := c.head(n)
	if g < 0 || c.isVerb(n) || !c.isVerb(g) {
		return -1
	}
	switch c.rel(n) {
	case entente.Obj, entente.Nsubj, entente.NsubjPass:
		return g
	}
	return -1
}

// carried is the carrier of an event noun that lends it its arguments: the
// verb of which it is the object, or a light verb; -1 when there is none.
func (c *coder) carried(n int) int {
	g := c.carrier(n)
	if g < 0 || c.rel(n) == entente.Obj {
		return g
	}
	return c.light(n)
}

// light is the light verb that carries an event noun, or -1.
func (c *coder) light(n int) int {
	g := c.head(n)
	if g < 0 || c.isVerb(n) {
		return -1
	}
	if m := c.ops[g]; m != nil && m.r.kind != kindSay && has(m.contents, n) {
		return g
	}
	return -1
}
