package event

import (
	"strings"

	"entente"
)

// responsibility is the code of owning up to a deed.
const responsibility = "015"

// claimWindow is how many sentences back the deed of a claim is looked for.
const claimWindow = 12

// ascriptions gives an assault the one to whom its own words ascribe it.
func (c *coder) ascriptions() {
	evs := c.d.Events
	for e := range evs {
		if evs[e].Type != "ASSAULT" || evs[e].Symmetric {
			continue
		}
		if ps := c.list(c.ascribed(evs[e].Token), "S"); identified(ps) {
			evs[e].Target = others(evs[e].Target, ps)
			if doerless(&evs[e]) {
				c.give(e, theSource, ps, "story.ascribed", 0.9)
			}
		}
	}
}

// claimants gives an assault by nobody known the one who claims it, else the only
// armed group that the article tells of as attacking.
func (c *coder) claimants() {
	evs := c.d.Events
	for e := range evs {
		if evs[e].CAMEO == responsibility && identified(evs[e].Source) {
			c.claim(e)
		}
	}
	c.blamed()
	c.warring()
	c.attackers()
	c.enemies()
}

// claim gives the assaults by nobody known before a claim of responsibility
// their doer.
func (c *coder) claim(e int) {
	evs := c.d.Events
	for o := e - 1; o >= 0 && evs[o].Sentence >= evs[e].Sentence-claimWindow; o-- {
		if evs[o].Type == "ASSAULT" && evs[o].Status.Real() && doerless(&evs[o]) {
			c.give(o, theSource, evs[e].Source, "story.claim", 0.95)
		}
	}
}

// claimVictims gives the claims of responsibility whom the last assault by the
// claimant struck.
func (c *coder) claimVictims() {
	evs := c.d.Events
	for e := range evs {
		if evs[e].CAMEO != responsibility || !lacks(&evs[e], theTarget) {
			continue
		}
		for o := e - 1; o >= 0 && evs[o].Sentence >= evs[e].Sentence-claimWindow; o-- {
			if evs[o].Type == "ASSAULT" && share(evs[o].Source, evs[e].Source) && identified(evs[o].Target) {
				c.give(e, theTarget, evs[o].Target, "story.claimed", 0.95)
				break
			}
		}
	}
}

// ascribed is to whom the words of an event noun lay the deed: "an attack
// blamed on X", "the attack was attributed to X", "blamed the attack on X", where
// X may hang on the attack.
func (c *coder) ascribed(i int) []fill {
	var verbs []int
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Acl {
			verbs = append(verbs, k)
		}
	}
	if g := c.head(i); g >= 0 && (c.rel(i) == entente.NsubjPass || c.rel(i) == entente.Obj) {
		verbs = append(verbs, g)
	}
	for _, v := range verbs {
		if !c.lx.isGrammar("ascribe", c.lem[v]) {
			continue
		}
		to := c.prepsIn(v, "ascribed")
		if to == nil && c.rel(i) == entente.Obj {
			to = c.prepsIn(i, "ascribed")
		}
		for _, k := range to {
			var out []fill
			for _, e := range c.expand(k) {
				out = append(out, c.resolve(e, 0)...)
			}
			if out = knownOnly(distinct(out)); out != nil {
				return out
			}
		}
	}
	return nil
}

// backgroundYears is how long before publication an assault is background, no
// part of the story.
const backgroundYears = 1

// attackers attributes what nobody is told to have done to the one armed group
// that the article tells of as attacking, when there is one alone.
func (c *coder) attackers() {
	evs := c.d.Events
	var who []entente.Participant
	for e := range evs {
		if evs[e].Type != "ASSAULT" && evs[e].CAMEO != responsibility || !armed(evs[e].Source) {
			continue
		}
		for _, p := range evs[e].Source {
			if p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.OrgActor && !repeats(who, p) {
				who = append(who, p)
			}
		}
		if len(who) > 1 {
			return
		}
	}
	bound := c.d.Published.AddDate(-backgroundYears, 0, 0)
	for e := range evs {
		old := !c.d.Published.IsZero() && !evs[e].DateFrom.Empty() && !evs[e].Date.End.IsZero() && evs[e].Date.End.Before(bound)
		if evs[e].Type == "ASSAULT" && lacks(&evs[e], theSource) && !old {
			c.give(e, theSource, who, "story.attacker", 0.85)
		}
	}
}

// enemies attributes violence by nobody known, or by a weapon alone, to the
// one foreign state that the article tells of as striking the same state.
func (c *coder) enemies() {
	evs := c.d.Events
	who := map[string][]entente.Participant{}
	several := map[string]bool{}
	for e := range evs {
		victim := onlyCountry(evs[e].Target)
		if evs[e].Type != "ASSAULT" || evs[e].Symmetric || !evs[e].Status.Real() || victim == "" || !official(evs[e].Source) || related(evs[e].Source, evs[e].Target) {
			continue
		}
		if who[victim] == nil {
			who[victim] = evs[e].Source
		}
		several[victim] = several[victim] || onlyCountry(evs[e].Source) == "" || !related(who[victim], evs[e].Source)
	}
	for e := range evs {
		victim := onlyCountry(evs[e].Target)
		if evs[e].Type == "ASSAULT" && victim != "" && !several[victim] && lacks(&evs[e], theSource) {
			c.give(e, theSource, who[victim], "story.enemy", 0.85)
		}
	}
}

// armed reports whether a source is an armed group of no state.
func armed(ps []entente.Participant) bool {
	for _, p := range ps {
		switch p.Sector {
		case "REB", "UAF", "SEP", "INS":
			return true
		}
	}
	return false
}

// blamed gives the violence told before an accusation, by nobody known, the armed
// group that is blamed, when nobody claims it and one alone is blamed.
func (c *coder) blamed() {
	evs := c.d.Events
	var who []entente.Participant
	first := -1
	for e := range evs {
		ev := &evs[e]
		if ev.CAMEO == responsibility {
			return
		}
		if ev.Type != "ACCUSE" || !strings.HasPrefix(ev.CAMEO, "112") || !armed(ev.Target) || !c.bodies(ev.Target) || !identified(ev.Source) || armed(ev.Source) || !ev.Status.Real() {
			continue
		}
		if who != nil && !share(who, ev.Target) {
			return
		}
		if who == nil {
			who, first = ev.Target, e
		}
	}
	for o := first - 1; o >= 0 && evs[o].Sentence >= evs[first].Sentence-recallWindow; o-- {
		if evs[o].Type == "ASSAULT" && evs[o].Status.Real() && doerless(&evs[o]) && !share(who, evs[o].Target) {
			c.give(o, theSource, who, "story.suspect", 0.85)
		}
	}
}
