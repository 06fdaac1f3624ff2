package event

import (
	"strings"
	"unicode"

	"entente"
	"entente/internal/codebook"
)

// announces makes whoever speaks for a power the doer of what he says is to be
// done, where the passive names nobody: "the minister said that 300 prisoners
// would be released". What he foretells of blows and penalties is a threat,
// unless it is announced as decided.
func (c *coder) announces(n *node, s []fill, decided bool) *node {
	base := n
	if n.kind == kindPlan && n.base != nil {
		base = n.base
	}
	if n.kind != "" && n.kind != kindPlan || !base.future || len(n.s)+len(base.s) > 0 || !c.isVerb(base.at) || !c.passive(base.at) || len(c.subjects(base.at)) > 0 {
		return n
	}
	if s = c.sovereign(s); len(s) == 0 || !c.mayForetell(base, s) {
		return n
	}
	c.lend(base, s, nil)
	if n != base {
		c.lend(n, base.s, base.t)
	} else if codebook.Quad(n.typ) == 4 && !decided {
		if p := c.wrapAs("threaten", n.m, n, s, nil); p != nil {
			p.at = n.at
			p.rules = append(p.rules, "said.own")
			return p
		}
	}
	n.rules = append(n.rules, "said.own")
	return n
}

// sovereign are the speakers who speak for a state, its arms or an armed group.
func (c *coder) sovereign(s []fill) []fill {
	var out []fill
	for _, f := range knownOnly(s) {
		for _, p := range c.participant(f, "") {
			if c.official(p) || armed([]entente.Participant{p}) {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// mayForetell reports whether a deed can be the speaker's own: nobody foretells
// blows against his own side, nor that he himself is to be tried or removed.
func (c *coder) mayForetell(n *node, s []fill) bool {
	if n.sym {
		return false // "a deal would be reached"
	}
	switch n.typ {
	case "ACCUSE", "CONSULT", "PROTEST", "SUPPORT":
		return false
	case "ASSAULT":
		return len(knownOnly(n.t)) > 0 && (!c.compatriots(n.t, s) || armed(c.list(n.t, "T")))
	case "COERCE", "SANCTION":
		return len(c.without(n.t, s)) == len(n.t) && !c.ownState(n.t, s)
	}
	for _, f := range n.t {
		if c.compatriots([]fill{f}, s) && strings.IndexFunc(c.d.TextOf(f.span), unicode.IsUpper) >= 0 {
			return false // "said Russian women would be allowed to leave Iraq"
		}
	}
	return len(c.without(n.t, s)) == len(n.t)
}
