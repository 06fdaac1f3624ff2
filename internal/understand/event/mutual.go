package event

import "entente"

// reciprocate makes what several do to "each other" a deed of all of them: those
// named together as its subject, else, of "each side" and "the two sides", the
// last two that the article sets side by side.
func (c *coder) reciprocate(n *node) {
	var rest []fill
	found := false
	for _, f := range n.t {
		if c.reciprocal(f.tok, n.s) {
			found = true
			continue
		}
		rest = append(rest, f)
	}
	if !found {
		return
	}
	n.t = rest
	if len(knownOnly(n.s)) < 2 {
		pair := c.lastPair()
		if len(knownOnly(n.s)) == 0 && pair != nil {
			n.s = ruled(recalled(pair), "pair")
		}
	}
	n.sym = len(n.s) > 1
}

// reciprocal reports whether token i is "each other", "one another", or "the
// other" of which "each side" is the subject.
func (c *coder) reciprocal(i int, subjects []fill) bool {
	if i < 1 || !c.lx.isGrammar("reciprocal", c.lem[i]) || c.upos(i) == entente.NOUN && c.kid(i, entente.Amod) >= 0 {
		return false
	}
	if c.lx.isGrammar("each", c.lem[i-1]) || c.rel(i) == entente.Amod && c.anyKid(c.head(c.head(i)), c.lx.grammar["each"], entente.Advmod, entente.DetRel) >= 0 {
		return true // "each held the other responsible"
	}
	for _, f := range subjects {
		if f.tok >= 0 && c.definite(i) && c.anyKid(f.tok, c.lx.grammar["each"], entente.DetRel) >= 0 {
			return true
		}
	}
	return false
}

// lastPair are the two parties that the last event between two sides names.
func (c *coder) lastPair() []entente.Participant {
	for e := len(c.d.Events) - 1; e >= 0; e-- {
		ev := &c.d.Events[e]
		both := ev.Source
		if !ev.Symmetric {
			if len(ev.Source) != 1 || len(ev.Target) != 1 || related(ev.Source, ev.Target) {
				continue
			}
			both = []entente.Participant{ev.Source[0], ev.Target[0]}
		}
		if len(both) == 2 && identified(both[:1]) && identified(both[1:]) {
			return both
		}
	}
	return nil
}
