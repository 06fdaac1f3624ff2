package event

import (
	"entente"
	"entente/internal/codebook"
)

// doubt makes a node and what hangs below it hypothetical.
func doubt(n *node) {
	n.status = entente.Hypothetical
}

// warn is a threat when the speaker is the one who would act, and else says
// only what might come.
func (c *coder) warn(m *match, n *node, s, a []fill) *node {
	own := len(n.s) == 0 && (n.typ != "ASSAULT" || !c.unarmed(s)) || len(c.without(n.s, s)) < len(n.s) || c.compatriots(n.s, s)
	if own || len(knownOnly(a)) > 0 && codebook.Quad(n.typ) >= 3 {
		return c.wrapAs("threaten", m, n, s, a)
	}
	doubt(n)
	n.rules = append(n.rules, m.r.id)
	return n
}

// unarmed reports whether all who speak are bodies that use no force: they warn
// of what others might do.
func (c *coder) unarmed(fs []fill) bool {
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			if p.Country != "" && p.Sector != "NGO" && p.Sector != "JRN" || p.Country == "" && p.Sector != "IGO" && p.Sector != "NGO" && p.Sector != "JRN" {
				return false
			}
		}
	}
	return len(fs) > 0
}

// future turns what will be done into an intent to do it.
func (c *coder) future(m *match, n *node) *node {
	n.future = true
	if n.typ == "COERCE" && n.kind == "" && c.isVerb(n.at) && (len(n.s) == 0 && c.passive(n.at) || receives(n)) {
		n.status = entente.Planned // nobody in particular threatens: "will be sentenced on Friday", "will stand trial"
		n.rules = append(n.rules, m.r.id)
		return n
	}
	if n.kind != "" && n.status != entente.Hypothetical {
		n.rules = append(n.rules, m.r.id)
		return n
	}
	if n.kind == "" && codebook.Quad(n.typ) >= 3 && !n.supposed && c.unless(n.at) {
		return c.wrapAs("threaten", m, n, n.s, nil)
	}
	p := c.wrapAs("plan", m, n, n.s, nil)
	if p != nil && n.supposed {
		p.supposed = true // "whether it will extradite him"
		doubt(p)
	}
	return p
}

// provided reports whether a deed that is ordered hangs on what may come: "to
// strike if there are signs of an attack".
func (c *coder) provided(i int) bool {
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Advcl {
			continue
		}
		for _, g := range c.kids(k) {
			for _, r := range c.lx.words[c.lem[g]] {
				if r.kind == kindMaybe && c.rel(g) == entente.Mark {
					return true
				}
			}
		}
	}
	return false
}

// unless reports whether a deed to come hangs on what others do: "will impeach
// him unless he resigns".
func (c *coder) unless(i int) bool {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Advcl && c.markedIn(k, "unless") {
			return true
		}
	}
	return false
}
