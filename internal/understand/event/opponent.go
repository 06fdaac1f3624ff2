package event

import (
	"slices"

	"entente"
	"entente/internal/codebook"
)

// policing is the code of police on alert, which are against nobody abroad.
const policing = "153"

// opponent is against whom the story tells a state to move its troops: the
// foreign state with which it is at odds there more than with all others; in the
// same way whose weapons it brought down.
func (c *coder) opponent(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if ev.Type != "MOBILIZE" && !(ev.Type == "ASSAULT" && c.spent(e)) || ev.CAMEO == policing || home == "" {
		return nil
	}
	count, all, best := map[string]int{}, 0, -1
	for o := max(0, e-replyWindow); o < min(len(c.d.Events), e+replyWindow); o++ {
		p := &c.d.Events[o]
		if p.Symmetric || codebook.Quad(p.Type) < 3 || p.Type == "MOBILIZE" {
			continue
		}
		if !c.partyTo(p, home) {
			continue
		}
		if s := foe(p, home); s != "" {
			count[s]++
			all++
			if best < 0 || count[s] > count[foe(&c.d.Events[best], home)] {
				best = o
			}
		}
	}
	if best < 0 || 2*count[foe(&c.d.Events[best], home)] <= all {
		return nil
	}
	if p := &c.d.Events[best]; sideKey(p.Source) == home {
		return p.Target
	}
	return c.d.Events[best].Source
}

// partyTo reports whether a state, not its rebels, is one side of an event.
func (c *coder) partyTo(ev *entente.Event, home string) bool {
	return sideKey(ev.Source) == home || sideKey(ev.Target) == home
}

// sideKey names a side of a conflict: a state, or the rebels there.
func sideKey(ps []entente.Participant) string {
	state := onlyCountry(ps)
	if state != "" && armed(ps) {
		return state + "/"
	}
	return state
}

// aggressor is against whom others move their troops though they are not at odds
// with him themselves: whoever does most of the violence of the story.
func (c *coder) aggressor(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if ev.Type != "MOBILIZE" || ev.CAMEO == policing || !ev.Status.Real() && ev.Status != entente.Planned {
		return nil
	}
	var sides [][]entente.Participant
	var count []int
	all, best := 0, -1
	for o := max(0, e-replyWindow); o < min(len(c.d.Events), e+replyWindow); o++ {
		p := &c.d.Events[o]
		if p.Symmetric || p.Type != "ASSAULT" && p.Type != "COERCE" || !p.Status.Real() || !identified(p.Source) || related(p.Source, ev.Source) {
			continue
		}
		at := 0
		for at < len(sides) && !share(sides[at], p.Source) && !(related(sides[at], p.Source) && armed(sides[at]) == armed(p.Source)) {
			at++
		}
		if at == len(sides) {
			sides, count = append(sides, p.Source), append(count, 0)
		}
		count[at]++
		all++
		if best < 0 || count[at] > count[best] {
			best = at
		}
	}
	if best < 0 || count[best] < 2 || 2*count[best] <= all {
		return nil
	}
	return sides[best]
}

// foe is the side with which an event sets the state home at odds: another state,
// or rebels.
func foe(ev *entente.Event, home string) string {
	k := sideKey(ev.Source)
	if k == home {
		k = sideKey(ev.Target)
	}
	if k == home {
		return ""
	}
	return k
}

// relentedTo is whom a state last put under pressure before it gives way: what
// it takes back is what it did to them.
func (c *coder) relentedTo(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if ev.Type != "CONCEDE" && ev.Type != "RETREAT" || ev.Mode == resigns || home == "" {
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow); o-- {
		p := &c.d.Events[o]
		if p.Symmetric || onlyCountry(p.Source) != home || !identified(p.Target) || onlyCountry(p.Target) == home {
			continue
		}
		switch p.Type {
		case "SANCTION", "COERCE", "THREATEN", "REJECT":
			return p.Target
		}
	}
	return nil
}

// offeredBy is who, in this sentence or the two before, offered or asked the one
// who declines something.
func (c *coder) offeredBy(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if ev.Type != "REJECT" || ev.CAMEO == denial || onlyCountry(ev.Source) == "" {
		return nil
	}
	for o := e - 1; o >= 0 && c.d.Events[o].Sentence >= ev.Sentence-nearStory; o-- {
		p := &c.d.Events[o]
		switch p.Type {
		case "AID", "AGREE", "REQUEST", "RETREAT", "CONCEDE":
			if !p.Symmetric && identified(p.Source) && onlyCountry(p.Target) == onlyCountry(ev.Source) && onlyBody(p.Source) != onlyBody(ev.Source) {
				return p.Source
			}
		}
	}
	return nil
}

// leadState is the only state that the first sentence names, unless it is that of
// the source; -1 for none.
func (c *coder) leadState(source []entente.Participant) int {
	state, who := "", -1
	for a := range c.d.Actors {
		act := &c.d.Actors[a]
		for m := range act.Mentions {
			if act.Country == "" || act.Sector == "JRN" || act.Mentions[m].End > c.d.Sentences[0].End {
				continue
			}
			if state != "" && state != act.Country {
				return -1
			}
			if state = act.Country; who < 0 || c.standsFor(a) > c.standsFor(who) {
				who = a
			}
		}
	}
	if who < 0 || onlyCountry(source) == state {
		return -1
	}
	return who
}

// between gives talks of which the words name nobody, in an article about two
// sides, both of them: "the talks have stalled".
func (c *coder) between(e int) {
	ev, n := &c.d.Events[e], c.told[e].n
	if !n.sym || ev.Type != "CONSULT" || ev.Mode == "visit" || len(knownOnly(n.s))+len(knownOnly(n.t)) > 0 || identified(ev.Source) || !c.lx.sets["talks"][c.lem[n.at]] || c.xpos(n.at) != "NNS" || c.rel(n.at) != entente.Nsubj && c.rel(n.at) != entente.NsubjPass {
		return
	}
	if c.sides == nil {
		if c.sides = c.twoSides(); c.sides == nil {
			c.sides = map[string]int{}
		}
	}
	if len(c.sides) != 2 {
		return
	}
	var both []int
	for _, a := range c.sides {
		both = append(both, a)
	}
	slices.Sort(both)
	ev.Source, ev.Target, ev.Symmetric = nil, nil, true
	for _, a := range both {
		p := c.party(a, c.d.Actors[a].Mentions[0].Span)
		p.Rule = "S story.between"
		ev.Source = append(ev.Source, p)
	}
	c.note(e, "story.between", 0.8)
}
