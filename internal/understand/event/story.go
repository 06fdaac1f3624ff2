package event

import (
	"slices"
	"strings"

	"entente"
)

// complete is the step on the whole article, once every sentence is coded. A
// sentence tells part of an event; people fill the rest from the sentences
// around it and from what such events take for granted. The step does the
// same, in this order:
//
//	repair.go   who cannot have done it
//	reflexive.go  whose people a speaker calls "its"
//	claim.go    to whom its words ascribe it
//	chain.go    tellings of one event lend each other parties
//	claim.go    who claimed it, who else attacks there
//	warring.go  who attacked beside it, whose army reports it, who held those set free
//	narrative.go, scene.go    when and where the tellings and the story put it
//	culprit.go  who did the deed that a speaker judges
//	repair.go   whom, having suffered the deed, nobody blames
//	reply.go, deed.go, counterpart.go  whom a judgement, demand or answer is addressed to
//	imply.go    what the kind of event takes for granted
//	settlement.go  what still lacks a party is no event
//	scene.go    the states in which what is left must have taken place
//
// Every party given here carries a rule that begins with "story.", which the
// event lists too, and lowers its confidence. Windows are bounded, so that long articles are
// read in linear time.
func (c *coder) complete() {
	if len(c.d.Events) == 0 {
		return
	}
	c.salience = c.newSalience()
	c.turn()
	c.locate()
	c.reflexives()
	c.ascriptions()
	c.chain()
	c.claimants()
	c.narrate()
	c.situate()
	c.culprits()
	c.acquit()
	c.deprived()
	c.answerable()
	c.replies()
	c.imply()
	c.acquit()
	c.freed()
	c.claimVictims()
	c.families()
	c.crews()
	for e := range c.d.Events {
		if c.d.Events[e].Place < 0 {
			c.placeOfState(&c.d.Events[e])
		}
		c.narrow(&c.d.Events[e])
	}
	c.settleStory()
	c.placeStates()
}

// told is what the step knows of an event besides the event itself.
type told struct {
	n    *node
	root bool    // it hangs below no operator
	held bool    // the sentence alone does not make it an event
	back int     // the earlier event that its definite noun points to, -1
	sure float64 // 1, less for every party that the step gave
	gave bool
}

// A side of an event.
const (
	theSource = iota
	theTarget
)

func sideOf(ev *entente.Event, side int) *[]entente.Participant {
	if side == theSource {
		return &ev.Source
	}
	return &ev.Target
}

// lacks reports whether the event needs somebody on a side and has nobody
// known there.
func lacks(ev *entente.Event, side int) bool {
	return !ev.Symmetric && !identified(*sideOf(ev, side))
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

// doerless reports whether an event lacks a source, or has none but people of
// a kind: gunmen may turn out to be a group with a name.
func doerless(ev *entente.Event) bool {
	if ev.Symmetric {
		return false
	}
	for _, p := range ev.Source {
		if (p.Code != "" || p.Country != "") && !(ev.Type == "ASSAULT" && strings.Contains(p.Rule, "role.") && armed([]entente.Participant{p})) {
			return false
		}
	}
	return true
}

// give puts participants on a side of event e, beside the words for people
// that stand there and in place of words for things. It reports whether there
// was somebody to give.
func (c *coder) give(e, side int, ps []entente.Participant, rule string, sure float64) bool {
	ev := &c.d.Events[e]
	slot := [2]string{"S ", "T "}[side]
	list, other := sideOf(ev, side), *sideOf(ev, 1-side)
	var out []entente.Participant
	for _, p := range ps {
		outlet := p.Sector == "JRN" && p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.OrgActor
		if ev.Type == "CONSULT" && p.Sector == "" && p.Country != "" && c.hasParty(other, p.Country) {
			continue // nobody meets his own state
		}
		if ev.Type == "ASSAULT" && side == theSource && ownForces(p, other) {
			continue // no government strikes its own army
		}
		if outlet || share([]entente.Participant{p}, other) || p.Actor < 0 && (p.Code == "" && p.Country == "" || c.codedBody(other, p.Code)) || p.Country == "" && p.Code != "" && coded(other, p.Code) || repeats(out, p) {
			continue
		}
		p.Rule = slot + rule
		out = append(out, p)
	}
	if len(out) == 0 {
		return false
	}
	for _, p := range *list {
		if c.stays(p.Span, side) && !repeats(out, p) {
			out = append(out, p)
		}
	}
	*list = out
	if c.told[e].n.sym && ev.Type != "ASSAULT" {
		ev.Source = append(ev.Source, ev.Target...)
		ev.Target, ev.Symmetric = nil, len(ev.Source) > 1
	}
	c.note(e, rule, sure)
	return true
}

// codedBody reports whether one of the participants has a code and is no person:
// a government dismisses its own minister, but does nothing to itself.
func (c *coder) codedBody(ps []entente.Participant, code string) bool {
	for _, p := range ps {
		if p.Code == code && !c.personal(p) {
			return true
		}
	}
	return false
}

// coded reports whether one of the participants has a code.
func coded(ps []entente.Participant, code string) bool {
	for _, p := range ps {
		if p.Code == code {
			return true
		}
	}
	return false
}

// note marks event e with a rule of the step and its doubt.
func (c *coder) note(e int, rule string, sure float64) {
	if ev := &c.d.Events[e]; !slices.Contains(ev.Rule, rule) {
		ev.Rule = append(ev.Rule, rule)
	}
	c.told[e].sure *= sure
	c.told[e].gave = true
}

// peopleAt reports whether words name people rather than things.
func (c *coder) peopleAt(s entente.Span) bool {
	in, _ := c.anchor(s)
	return in >= 0 && c.person(in) && c.upos(in) != entente.PRON && !c.lx.sets["pact"][c.lem[in]]
}

// stays reports whether words that name nobody known keep their part beside
// the party that the story gives: people do, and things that a deed is done
// to, but not the word for a deed told before ("condemned the move").
func (c *coder) stays(s entente.Span, side int) bool {
	in, _ := c.anchor(s)
	switch {
	case in < 0:
		return false
	case c.person(in):
		return true
	}
	return side == theTarget && !c.lx.isGrammar("deed", c.lem[in]) && c.upos(in) != entente.PRON
}

// families lets parent and child of one act share what the step found: whom a
// promise is made to is whom it is kept to.
func (c *coder) families() {
	evs := c.d.Events
	for e := range evs {
		p := evs[e].Parent
		if p < 0 || c.told[e].root || evs[p].Symmetric || evs[e].Symmetric || !share(evs[p].Source, evs[e].Source) {
			continue
		}
		switch {
		case lacks(&evs[p], theTarget) && identified(evs[e].Target):
			c.give(p, theTarget, evs[e].Target, "story.child", 0.95)
		case lacks(&evs[e], theTarget) && identified(evs[p].Target) && !c.told[e].n.sym:
			c.give(e, theTarget, evs[p].Target, "story.parent", 0.95)
		}
	}
}

// ownForces reports whether a participant is a state or its arms, and the others
// its own soldiers: it does not strike them.
func ownForces(p entente.Participant, others []entente.Participant) bool {
	if p.Country == "" || p.Sector != "" && p.Sector != "GOV" && p.Sector != "MIL" {
		return false
	}
	for _, o := range others {
		if o.Country == p.Country && o.Sector == "MIL" {
			return true
		}
	}
	return false
}
