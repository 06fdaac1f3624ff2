package event

import (
	"entente"
	"entente/internal/codebook"
)

// negate turns what is not done into a refusal where it was agreed, promised
// or expected, and else drops it.
func (c *coder) negate(m *match, n *node) *node {
	if n.m != nil && n.m.at == c.head(m.at) && asksNot(n.m.r) {
		return n // the reading asks for the negation: "would not hesitate to attack"
	}
	if o := c.ops[max(c.head(m.at), 0)]; o != nil && o.r.kind == kindSay && o.at == c.head(m.at) && n.kind != "" {
		return nil // "did not say if it would attack" refuses nothing
	}
	if c.pending(n.at) || c.unsaid(m) || n.might && c.speech[n.at] < 0 {
		return nil
	}
	switch n.kind {
	case "plan", "decide", "seek", "agree", "accept", "allow":
		if plans(n.kind) && n.base != nil && codebook.Quad(n.base.typ) == 4 {
			return nil // who will not attack refuses nobody anything
		}
		r := c.wrapAs("refuse", m, n.base, n.s, nil)
		if r != nil {
			if len(r.t) == 0 {
				r.t = n.t
			}
			r.rules = append(n.rules, m.r.id)
			r.at = n.at
		}
		return r
	case "":
		if n.m != nil && n.m.at == n.at && asksNot(n.m.r) {
			return n // "did not concede defeat": the reading is of the negation
		}
		if n.m != nil && n.m.r.class != nil && n.m.r.class.once {
			return nil
		}
		if c.willing(n) {
			return c.wrapAs("refuse", m, n, n.s, nil)
		}
		if who := c.speaker(n.at); who != nil && n.future && len(n.s) == 0 && c.isVerb(n.at) && c.passive(n.at) && c.statesmen(who) > 0 {
			return c.wrapAs("refuse", m, n, who, nil) // "he would not be extradited", the minister said
		}
		return c.disown(m, n)
	case "threaten":
		return c.disown(m, n)
	case "refuse":
		if n.base != nil && codebook.Quad(n.base.typ) >= 3 {
			return c.wrapAs("threaten", n.m, n.base, n.s, nil) // "does not rule out an attack"
		}
	}
	return nil
}

// disown marks a hostile deed that is said not to be done: a denial when the
// speaker speaks of itself.
func (c *coder) disown(m *match, n *node) *node {
	if codebook.Quad(n.typ) < 3 || c.isVerb(n.at) && c.kid(n.at, entente.AuxRel, entente.AuxPass, entente.Cop) < 0 {
		return nil // "a policy of not charging" denies nothing
	}
	n.status, n.denied = entente.Denied, true
	n.rules = append(n.rules, m.r.id)
	return n
}

// willing reports whether a negated content tells of a standing refusal: a
// cooperative act in the present ("does not recognise").
func (c *coder) willing(n *node) bool {
	switch n.typ {
	case "SUPPORT", "AGREE", "CONCEDE":
	default:
		return false
	}
	for _, k := range c.kids(n.at) {
		if c.rel(k).Universal() == entente.AuxRel && c.d.Tokens[k].Morph.Has(entente.Past) && !c.yields(n) {
			return false
		}
	}
	return c.isVerb(n.at) && (c.xpos(n.at) != "VBN" || c.yields(n))
}
