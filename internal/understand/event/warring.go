package event

import (
	"strings"

	"entente"
)

// warWindow is how many events before and behind are asked who fights whom.
const warWindow = 100

// abduction is the code of taking and holding hostages.
const abduction = "181"

// warring gives violence told without a doer the one whom the words around it
// name: who attacked in the clause that says when it happened, the army that
// reports the deaths of its enemies, who held those that came free.
func (c *coder) warring() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		if ev.Symmetric || !lacks(ev, theSource) || len(ev.Source) > 0 && !c.wordless(ev.Source) {
			continue
		}
		switch {
		case ev.Type == "ASSAULT" && ev.Status.Real():
			if p := ev.Parent; p >= 0 && c.d.Events[p].Type == "ACCUSE" && c.ground(ev.Token, c.d.Events[p].Token) && !share(c.d.Events[p].Target, ev.Target) && c.give(e, theSource, c.d.Events[p].Target, "story.blamed", 0.95) {
				continue
			}
			if ps := c.attackerBeside(e); len(ps) > 0 && c.give(e, theSource, ps, "story.beside", 0.95) {
				continue
			}
			if c.give(e, theSource, c.reportingForces(e), "story.forces", 0.9) {
				continue
			}
			if c.give(e, theSource, c.hunters(e), "story.hunters", 0.85) {
				continue
			}
			c.deathToll(e)
		case ev.Mode == "release":
			c.give(e, theSource, c.captor(e), "story.captor", 0.9)
		}
	}
}

// freed takes from a request to release somebody those who are to be released, and
// puts their captor in their place: "demanded the release of its citizens".
func (c *coder) freed() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		p := ev.Parent
		if ev.Mode != "release" || p < 0 || c.d.Events[p].Type != "REQUEST" || !identified(ev.Source) || share(ev.Source, c.d.Events[p].Source) || !share(c.d.Events[p].Target, ev.Target) {
			continue
		}
		c.d.Events[p].Target = others(c.d.Events[p].Target, ev.Target)
		c.give(p, theTarget, ev.Source, "story.captor", 0.95)
	}
}

// wordless reports whether no word of a side names people.
func (c *coder) wordless(ps []entente.Participant) bool {
	for _, p := range ps {
		if c.peopleAt(p.Span) {
			return false
		}
	}
	return true
}

// attackerBeside is who attacked in the same sentence, in the clause that says
// how or when the violence of event e struck: "were killed when rebels
// ambushed their convoy", "in clashes with rebels".
func (c *coder) attackerBeside(e int) []entente.Participant {
	ev := &c.d.Events[e]
	for _, o := range [6]int{e + 1, e - 1, e + 2, e - 2, e + 3, e - 3} {
		if o < 0 || o >= len(c.d.Events) {
			continue
		}
		p := &c.d.Events[o]
		if p.Sentence != ev.Sentence || p.Type != ev.Type || !p.Status.Real() || !identified(p.Source) || p.Token == ev.Token || !c.oneScene(ev.Token, p.Token) {
			continue
		}
		if p.Symmetric {
			if share(p.Source, ev.Target) || related(p.Source, ev.Target) {
				if rest := c.foesOf(p.Source, ev.Target); len(rest) > 0 && len(rest) < len(p.Source) {
					return rest
				}
			}
			continue
		}
		if !share(p.Source, ev.Target) && !sameBody(p.Source[0], ev.Target) && agree(p.Target, ev.Target) {
			return p.Source
		}
	}
	return nil
}

// oneScene reports whether one of two words stands in the adverbial or
// participial clause of the other, and tells of no other deed, which this one
// follows.
func (c *coder) oneScene(a, b int) bool {
	for _, w := range [2][2]int{{a, b}, {b, a}} {
		t := w[0]
		for n := 0; n < 4 && t >= 0; n++ {
			if t == w[1] {
				return n > 0
			}
			if c.lx.isGrammar("requital", c.lem[t]) || t == a && !c.isVerb(t) && c.markedIn(t, "earlier") {
				return false // "struck the camp after a bombing in Ankara", "in response to raids"
			}
			switch c.rel(t).Universal() {
			case entente.Advcl, entente.Conj, entente.Obl, entente.Obj, entente.Xcomp, entente.Acl, entente.Nmod:
			default:
				n = 4
			}
			t = c.head(t)
		}
	}
	return false
}

// foesOf are those of both sides of a fight who are not of the side of victims.
func (c *coder) foesOf(both, victims []entente.Participant) []entente.Participant {
	var out []entente.Participant
	for _, p := range both {
		one := []entente.Participant{p}
		if share(one, victims) || related(one, victims) && armed(one) == armed(victims) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// reportingForces is the army, police or state that says that rebels were killed
// or weapons brought down, without saying by whom: it speaks of its own deed.
func (c *coder) reportingForces(e int) []entente.Participant {
	ev := &c.d.Events[e]
	s := c.speech[ev.Token]
	if s < 0 || !armed(ev.Target) && !c.spent(e) {
		return nil
	}
	var out []entente.Participant
	for _, p := range c.d.Statements[s].Speaker {
		switch p.Sector {
		case "MIL", "COP":
		case "GOV", "":
			if p.Country == "" || !c.spent(e) && p.Country != onlyCountry(ev.Target) {
				continue
			}
		default:
			continue
		}
		if !share([]entente.Participant{p}, ev.Target) {
			out = append(out, p)
		}
	}
	return out
}

// deathToll gives people whom nobody names, told in the passive to have been killed or
// hurt, the doer and the side of the violence that the sentence before tells.
func (c *coder) deathToll(e int) {
	ev, n := &c.d.Events[e], c.told[e].n
	if len(ev.Target) == 0 || identified(ev.Target) && !strings.HasSuffix(ev.Target[0].Rule, ".home") || c.wordless(ev.Target) || !c.isVerb(n.at) || !c.passive(n.at) {
		return
	}
	for o := e - 1; o >= 0 && c.d.Events[o].Sentence >= ev.Sentence-1; o-- {
		p := &c.d.Events[o]
		if p.Type == ev.Type && !p.Symmetric && p.Sentence < ev.Sentence && p.Status.Real() && identified(p.Source) && identified(p.Target) && !c.told[o].held {
			if s := ev.Target[0].Sector; s != "REB" && s != "CRM" && (s == "" || s != p.Source[0].Sector) && ev.Status == p.Status && c.give(e, theSource, p.Source, "story.toll", 0.85) && !identified(ev.Target) {
				c.give(e, theTarget, p.Target, "story.toll", 0.95)
			}
			return
		}
	}
}

// hunters are the forces that the article tells of as fighting the armed group
// that event e struck, when they are of one state.
func (c *coder) hunters(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if !armed(ev.Target) {
		return nil
	}
	var who []entente.Participant
	for o := max(0, e-warWindow); o < min(len(c.d.Events), e+warWindow); o++ {
		p := &c.d.Events[o]
		if o == e || p.Type != "ASSAULT" || !p.Status.Real() || !identified(p.Source) {
			continue
		}
		side := p.Source
		switch {
		case p.Symmetric && related(p.Source, ev.Target):
			side = c.foesOf(p.Source, ev.Target)
		case p.Symmetric || !armed(p.Target) || !related(p.Target, ev.Target):
			continue
		}
		if armed(side) || len(side) == 0 || !official(side) && !forces(side) && side[0].Sector != "COP" {
			continue
		}
		if who != nil && !related(who, side) {
			return nil
		}
		if who == nil {
			who = side
		}
	}
	if who == nil {
		return c.avengers(e)
	}
	return who
}

// avengers is the army of the one state that an armed group is told to have
// struck: it is the one that strikes back.
func (c *coder) avengers(e int) []entente.Participant {
	group, state := c.d.Events[e].Target, ""
	var span entente.Span
	for o := max(0, e-warWindow); o < min(len(c.d.Events), e+warWindow); o++ {
		p := &c.d.Events[o]
		if p.Type != "ASSAULT" || p.Symmetric || !p.Status.Real() || !share(p.Source, group) {
			continue
		}
		s := onlyCountry(p.Target)
		if s == "" || state != "" && s != state {
			return nil
		}
		state, span = s, p.Target[0].Span
	}
	if state == "" {
		return nil
	}
	return c.agent(state, "MIL", span)
}

// spent reports whether event e struck nothing but weapons of nobody named:
// "shot down 58 drones".
func (c *coder) spent(e int) bool {
	ts := c.told[e].n.t
	for _, f := range ts {
		if f.known() || f.tok < 0 || c.person(f.tok) || !c.weaponry(c.lem[f.tok]) {
			return false
		}
	}
	return len(ts) > 0
}

// captor is who took or held those whom event e tells to be free: whom the
// sentence itself names, else a group with a name before bare gunmen, and of
// several groups the one told to have taken the same people.
func (c *coder) captor(e int) []entente.Participant {
	ev := &c.d.Events[e]
	var best []entente.Participant
	top, tied := 0, false
	for o := max(0, e-warWindow); o < min(len(c.d.Events), e+warWindow); o++ {
		p := &c.d.Events[o]
		if p.Type != "ASSAULT" && p.Type != "COERCE" || !strings.HasPrefix(p.CAMEO, abduction) && p.Mode != "arrest" && p.Mode != "abduct" || !identified(p.Source) || p.Symmetric || share(p.Source, ev.Target) {
			continue
		}
		rank := 1
		if p.Sentence == ev.Sentence {
			rank += 4
		}
		if c.bodies(p.Source) {
			rank += 3
		}
		if share(p.Target, ev.Target) {
			rank += 2
		}
		switch {
		case rank > top:
			best, top, tied = p.Source, rank, false
		case rank == top && !related(best, p.Source):
			tied = true
		}
	}
	if tied || related(best, ev.Target) && !armed(best) {
		return nil
	}
	return best
}
