package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// turn moves to the target those whom the words of an event noun make its doer
// though they cannot be: a private person arrests nobody ("the singer's
// arrest"), a government does not bomb its own capital ("the Kabul bombing").
func (c *coder) turn() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		if ev.Type == "ASSAULT" && !ev.Symmetric && facility(ev.Source) {
			c.unhand(e)
			continue
		}
		if c.isVerb(ev.Token) || ev.Symmetric || !identified(ev.Source) || c.told[e].n.kind != "" {
			continue
		}
		switch {
		case ev.Type == "COERCE" && ev.Mode == "arrest" && (private(ev.Source) || c.own(ev.Token)) && !identified(ev.Target):
		case ev.Type == "ASSAULT" && c.own(ev.Token) && c.lx.sets["suffered"][c.lem[ev.Token]] && !identified(ev.Target):
		case strings.HasPrefix(ev.CAMEO, explosives) && c.civil(ev.Source) && (!identified(ev.Target) || related(ev.Source, ev.Target)):
		default:
			continue
		}
		who := ev.Source
		ev.Source = nil
		c.give(e, theTarget, who, "story.turned", 0.9)
	}
}

// unhand takes a clinic or school from the doers of violence: it is hit, or the
// place where others are.
func (c *coder) unhand(e int) {
	ev := &c.d.Events[e]
	who := ev.Source
	ev.Source = nil
	if !identified(ev.Target) {
		c.give(e, theTarget, who, "story.turned", 0.9)
	}
}

// facility reports whether a source is nobody but bodies of medicine or learning
// without a name of their own.
func facility(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector != "MED" && p.Sector != "EDU" {
			return false
		}
	}
	return len(ps) > 0
}

// locate gives what is hit, seized or helped the state in which its own words
// put it ("a village in Yemen"), and an area the state of the place to which it
// points back.
func (c *coder) locate() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		if !lacks(ev, theTarget) {
			continue
		}
		for _, p := range ev.Target {
			if state := c.theCountry(ev, p.Span); state != "" && c.give(e, theTarget, c.agent(state, "", p.Span), "story.located", 0.95) {
				break
			}
			at := c.areaBefore(p.Span, ev)
			switch ev.Type {
			case "ASSAULT", "COERCE", "AID", "MOBILIZE":
				if at == nil {
					at = c.placeIn(p.Span, ev.Sentence)
				}
			}
			if at != nil && c.give(e, theTarget, c.agent(at.Country, "CVL", at.Span), "story.located", 0.95) {
				break
			}
		}
	}
}

// areaBefore is the place named last, of another state than the source, that words
// for an area alone point back at: "the territory", "the city"; nil for none.
func (c *coder) areaBefore(s entente.Span, ev *entente.Event) *entente.Place {
	in, _ := c.anchor(s)
	if in < 0 || ev.Type == "PROTEST" || !c.lx.sets["area"][c.lem[in]] || !c.definite(in) || len(c.kids(in)) > 2 {
		return nil
	}
	home := map[string]bool{}
	for _, p := range ev.Source {
		home[p.Country] = true
	}
	for k := ev.Sentence; k >= 0 && k > ev.Sentence-recallWindow; k-- {
		for n := len(c.placesIn[k]) - 1; n >= 0; n-- {
			if p := &c.d.Places[c.placesIn[k][n]]; p.End <= s.Start && p.Country != "" && !home[p.Country] && (p.Kind != "country" || c.lx.isGrammar("small-state", lower(p.Country)) || c.lx.isGrammar("dependent", c.lem[in])) {
				return p
			}
		}
	}
	return nil
}

// theCountry is the state that "the country" stands for as the target of a deed: the
// one in which the article is set, which soldiers and rebels may seize as their
// own, but no government; "" where words mean something else.
func (c *coder) theCountry(ev *entente.Event, s entente.Span) string {
	in, _ := c.anchor(s)
	if in < 0 || !c.lx.isGrammar("homeland", c.lem[in]) || !c.definite(in) || c.kid(in, entente.Amod, entente.Compound, entente.AclRelcl) >= 0 {
		return ""
	}
	state, doer := c.home, onlyCountry(ev.Source)
	if state == "" {
		state = doer
	}
	if state == doer && !forces(ev.Source) && !armed(ev.Source) {
		return ""
	}
	return state
}

// placeIn is the first place named inside words of a sentence, nil for none.
func (c *coder) placeIn(s entente.Span, sentence int) *entente.Place {
	for _, i := range c.placesIn[sentence] {
		if p := &c.d.Places[i]; s.Contains(p.Span) && p.Country != "" {
			return p
		}
	}
	return nil
}

// acquit takes from an accusation over a deed those who suffered the deed, and
// puts its doer in their place ("condemned the attack on Syria").
func (c *coder) acquit() {
	evs := c.d.Events
	for e := range evs {
		p := evs[e].Parent
		if p < 0 || codebook.Quad(evs[e].Type) != 4 || evs[e].Type == "PROTEST" || evs[p].Type != "ACCUSE" && evs[p].Type != "SUPPORT" || evs[e].Symmetric || evs[p].Symmetric || !share(evs[p].Target, evs[e].Target) {
			continue
		}
		if !identified(evs[e].Source) || c.oneSide(evs[e].Source, evs[p].Source) {
			continue // who is answerable where it happened
		}
		evs[p].Target = others(evs[p].Target, evs[e].Target)
		c.give(p, theTarget, evs[e].Source, "story.victim", 0.95)
	}
}

// deprived aims what a state accuses "it" of at the one who did it to the state's own
// in the sentence before, where the words made "it" the state's own: "Britain seized
// an Iranian tanker. Tehran condemned it".
func (c *coder) deprived() {
	evs := c.d.Events
	for e := range evs {
		ev, t := &evs[e], c.told[e].n.t
		if ev.Type != "ACCUSE" || ev.Symmetric || len(t) != 1 || t[0].tok < 0 || !c.lx.isGrammar("pointing", c.lem[t[0].tok]) || !official(ev.Source) || !lacks(ev, theTarget) && !related(ev.Target, ev.Source) {
			continue
		}
		for o := e - 1; o >= 0 && evs[o].Sentence >= ev.Sentence-1; o-- {
			p := &evs[o]
			if codebook.Quad(p.Type) == 4 && p.Status.Real() && p.Sentence < ev.Sentence && identified(p.Source) && !related(p.Source, ev.Source) && related(p.Target, ev.Source) {
				ev.Target = nil
				c.give(e, theTarget, p.Source, "story.deed", 0.95)
				break
			}
		}
	}
}

// answerable gives what somebody complains of to another, as done to their own,
// that other as its doer: "protested to China over the arrest of its fishermen".
func (c *coder) answerable() {
	evs := c.d.Events
	for e := range evs {
		p := evs[e].Parent
		if p < 0 || evs[p].Type != "ACCUSE" || evs[p].Symmetric || evs[e].Symmetric || codebook.Quad(evs[e].Type) != 4 || len(evs[e].Source) > 0 {
			continue
		}
		if identified(evs[p].Target) && related(evs[e].Target, evs[p].Source) && !related(evs[p].Source, evs[p].Target) {
			c.give(e, theSource, evs[p].Target, "story.answerable", 0.9)
		}
	}
}

// explosives is how the codes of bombings begin.
const explosives = "183"

// private reports whether nobody of a source holds power over others.
func private(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector == "" || codebook.Political(p.Sector) && p.Sector != "OPP" && p.Sector != "PTY" {
			return false
		}
	}
	return true
}

// civil reports whether a source is a state or its civil government, no person.
func (c *coder) civil(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Country == "" || p.Sector != "GOV" && p.Sector != "" || p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.PersonActor {
			return false
		}
	}
	return true
}
