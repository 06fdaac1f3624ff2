package event

import "entente"

// aggriever is who last did harm to the side of a speaker, by word or deed, and
// is of another: one who speaks bitterly of nobody in particular means them.
func (c *coder) aggriever(who []fill, s int) []fill {
	for e := len(c.d.Events) - 1; e >= max(0, len(c.d.Events)-replyWindow); e-- {
		ev := &c.d.Events[e]
		if ev.Sentence >= s || ev.Symmetric || !harms(ev) || !identified(ev.Source) || !c.ownSideOf(ev.Target, who[0].part) {
			continue
		}
		if got := c.otherSide(recalled(ev.Source), who); len(got) > 0 && (c.armed(ev.Source) || c.bodies(ev.Source)) {
			return ruled(got, "aggrieved")
		}
	}
	return nil
}

// harms reports whether an event is a deed or word against its target.
func harms(ev *entente.Event) bool {
	switch ev.Type {
	case "SANCTION", "COERCE", "ASSAULT", "REJECT", "ACCUSE", "THREATEN", "MOBILIZE":
		return true
	}
	return false
}

// unaimed reports whether a judgement is of nobody and nothing named: "a great
// injustice has been done", "this is no way to treat a friend".
func (c *coder) unaimed(about []int) bool {
	for _, t := range about {
		if !c.lx.isGrammar("pointing", c.lem[t]) && !c.xpos(t) == "PRP" && c.lx.isGrammar("persons", c.lem[t]) && !(c.definite(t) && c.lx.isGrammar("deed", c.lem[t])) {
			return false
		}
	}
	return true
}
