package event

import "entente"

// recallWindow is how many sentences back an event noun with "the" may point.
const recallWindow = 6

// recall gives an event noun with a definite article ("the attacks", "these
// talks") the parties of the last event of its type, and returns the index of
// that event, -1 when there is none.
func (c *coder) recall(n *node, s int) int {
	if n.kind != "" || c.isVerb(n.at) || len(n.s) > 0 && len(n.t) > 0 || !c.definite(n.at) {
		return -1
	}
	if len(n.s) == 0 && len(n.t) == 1 && n.t[0].tok >= 0 && c.head(n.t[0].tok) != n.at && c.head(n.t[0].tok) != c.head(n.at) {
		n.t, n.distant = nil, true // too far from the noun to be its own
	}
	for e := len(c.d.Events) - 1; e >= 0; e-- {
		ev := &c.d.Events[e]
		if ev.Sentence < s-recallWindow || n.sym && ev.Sentence < s-2 {
			return -1
		}
		if ev.Sentence == s || ev.Type != n.typ || !ev.Status.Real() || len(ev.Source)+len(ev.Target) == 0 {
			continue
		}
		if len(n.s) == 0 {
			n.s = recalled(ev.Source)
		}
		if len(n.t) == 0 && !n.sym {
			n.t = recalled(ev.Target)
		}
		return e
	}
	return -1
}

// answer gives the event that a noun pointed back at the source that the noun
// names: "was hit by drones ... the group claimed the attacks".
func (c *coder) answer(e int, n *node) {
	ev := &c.d.Events[e]
	if ev.Symmetric || identified(ev.Source) {
		return
	}
	if s := c.list(n.s, "S later"); identified(s) {
		ev.Source = s
	}
}

// identified reports whether one of the participants is more than words: a
// drone or a gunman of nobody known is not.
func identified(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Code != "" || p.Country != "" {
			return true
		}
	}
	return false
}

func recalled(ps []entente.Participant) []fill {
	var out []fill
	for _, p := range ps {
		out = append(out, fill{tok: -1, ref: -1, span: p.Span, rule: "recall", part: []entente.Participant{p}})
	}
	return out
}

// definite reports whether the noun has a definite article or demonstrative.
func (c *coder) definite(i int) bool {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.DetRel && c.lx.isGrammar("definite", c.lem[k]) {
			return true
		}
	}
	return false
}
