package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// recallWindow is how many sentences back an event noun with "the" may point.
const recallWindow = 6

// chainWindow is how many events before and behind are looked at for another
// telling of one.
const chainWindow = 40

// pointsBack is the last event of its type that an event noun with a definite
// article ("the attacks", "these talks") may mean, -1 when there is none. A
// target that stands too far from the noun to be its own is dropped.
func (c *coder) pointsBack(n *node, s int) int {
	if n.kind != "" || c.isVerb(n.at) || len(n.s) > 0 && len(n.t) > 0 || !c.definite(n.at) {
		return -1
	}
	if len(n.s) == 0 && len(n.t) == 1 && n.t[0].tok >= 0 && c.farFrom(n.t[0].tok, n.at) {
		n.t, n.distant = nil, true
	}
	empty := -1
	for e := len(c.d.Events) - 1; e >= 0; e-- {
		ev := &c.d.Events[e]
		if ev.Sentence < s-recallWindow || n.sym && ev.Sentence < s-2 {
			break
		}
		switch {
		case ev.Sentence == s || ev.Type != n.typ || !ev.Status.Real() || !c.mayMean(ev, n):
		case len(ev.Source)+len(ev.Target) > 0:
			return e
		case empty < 0:
			empty = e
		}
	}
	return empty
}

// farFrom reports whether a target stands neither on an event noun nor on the
// verb that carries it, nor on the verb that this one is joined to: "six were
// killed and ten wounded in the attack".
func (c *coder) farFrom(t, noun int) bool {
	h, g := c.head(t), c.head(noun)
	if h == noun || h == g || c.head(max(h, 0)) == noun {
		return false
	}
	return g < 0 || c.rel(g) != entente.Conj || c.head(g) != h
}

// mayMean reports whether what a noun says of its parties does not speak
// against an event: "the attack in Baghdad" is none in Syria.
func (c *coder) mayMean(ev *entente.Event, n *node) bool {
	if ev.Symmetric || n.sym {
		return true
	}
	s, t := c.list(n.s, "S"), c.list(n.t, "T")
	return (!identified(s) || !identified(ev.Source) || related(s, ev.Source)) && (!identified(t) || !identified(ev.Target) || related(t, ev.Target))
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

// chain lets the tellings of one event lend each other the parties that they
// lack: first a definite noun and what it points back to, then any two of a
// type that agree in a party, in place and date.
func (c *coder) chain() {
	evs := c.d.Events
	for e := range evs {
		b := c.told[e].back
		if b < 0 {
			continue
		}
		c.lendTelling(b, e, "story.recall", 1)
		if !evs[b].Symmetric && !evs[e].Symmetric && c.told[e].n.near == 0 && evs[e].Status.Real() && codebook.Quad(evs[e].Type) == 4 && doerless(&evs[b]) && !doerless(&evs[e]) {
			c.give(b, theSource, evs[e].Source, "story.later", 0.95)
		}
	}
	for e := range evs {
		if !lacks(&evs[e], theSource) && !lacks(&evs[e], theTarget) {
			continue
		}
		for d := 1; d <= chainWindow; d++ {
			for _, o := range [2]int{e - d, e + d} {
				if o >= 0 && o < len(evs) && c.sameTelling(e, o) {
					c.lendTelling(o, e, "story.telling", 0.9)
				}
			}
		}
	}
}

// lendTelling gives event to the parties of event from that it lacks.
func (c *coder) lendTelling(from, to int, rule string, sure float64) {
	a, b := &c.d.Events[from], &c.d.Events[to]
	if b.Place < 0 {
		b.Place = a.Place
	}
	if c.told[to].n.sym {
		if len(b.Source) == 0 && a.Symmetric {
			c.give(to, theSource, a.Source, rule, sure)
		}
		return
	}
	if a.Symmetric {
		return
	}
	for side := theSource; side <= theTarget; side++ {
		if side == theSource && c.lone(a.Source) && (rule != "story.recall" || a.CAMEO[:min(3, len(a.CAMEO))] != b.CAMEO[:min(3, len(b.CAMEO))]) {
			continue // "the man" of one deed need not be that of another
		}
		if lacks(b, side) && identified(*sideOf(a, side)) {
			c.give(to, side, *sideOf(a, side), rule, sure)
		}
	}
}

// lone reports whether a source is one person without a name: "the man".
func (c *coder) lone(ps []entente.Participant) bool {
	if len(ps) != 1 || ps[0].Actor < 0 {
		return false
	}
	words := strings.Fields(lower(c.d.Actors[ps[0].Actor].Name))
	return len(words) > 0 && c.lx.isGrammar("lone", words[len(words)-1])
}

// sameTelling reports whether o tells the event that e tells in part: the same
// deed done to the same one or by the same one, and nothing against it.
func (c *coder) sameTelling(e, o int) bool {
	a, b := &c.d.Events[e], &c.d.Events[o]
	if a.Type != b.Type || codebook.Verbal(a.Type) || a.Symmetric || b.Symmetric || a.Status != b.Status && !(a.Status.Real() && b.Status.Real()) {
		return false
	}
	if a.Mode != b.Mode && a.Type != "ASSAULT" || !a.DateFrom.Empty() && !b.DateFrom.Empty() && apart(a.Date, b.Date) {
		return false
	}
	if a.Place >= 0 && b.Place >= 0 && c.d.Places[a.Place].Country != c.d.Places[b.Place].Country {
		return false
	}
	common := false
	for side := theSource; side <= theTarget; side++ {
		x, y := *sideOf(a, side), *sideOf(b, side)
		if !identified(x) || !identified(y) {
			continue
		}
		if !share(x, y) {
			return false
		}
		common = true
	}
	return common
}

func recalled(ps []entente.Participant) []fill {
	var out []fill
	for _, p := range ps {
		out = append(out, fill{tok: -1, ref: -1, span: p.Span, rule: "recall", part: []entente.Participant{p}})
	}
	return out
}
