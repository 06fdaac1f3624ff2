package event

import "entente"

// place gives the event the place where it happened: the target itself where
// the deed is done to a place, else the locative place that hangs nearest to
// its trigger, else what the article says of the same deed. What is left
// without one is settled when all is told (laterTellings).
func (c *coder) place(ev *entente.Event, n *node) {
	if c.placeOfTarget(ev) {
		return
	}
	cost := 9
	for _, i := range c.placesIn[ev.Sentence] {
		if d := c.placeCost(ev, &c.d.Places[i]); d < cost && !partyOfContent(n, c.d.Places[i].Span) {
			ev.Place, cost = i, d
		}
	}
	if ev.Place < 0 {
		c.placeOfDeed(ev)
	}
}

// partyOfContent reports whether a place is where a promise or demand leads,
// not where it is made: "is planning a trip to Kyiv".
func partyOfContent(n *node, place entente.Span) bool {
	for _, k := range n.kids {
		for _, f := range k.t {
			if f.span.Contains(place) {
				return true
			}
		}
	}
	return false
}

// placeCost is how far a place stands from being the event's.
func (c *coder) placeCost(ev *entente.Event, p *entente.Place) int {
	if !p.Locative || !c.d.Sentences[ev.Sentence].Contains(p.Span) || c.isParty(ev, p.Span) {
		return farAway
	}
	in, at := c.anchor(p.Span)
	if at < 0 || in >= 0 && c.aside[in] {
		if ev.Parent >= 0 && !ev.Status.Real() {
			return farAway // what is asked for happens elsewhere
		}
		return dateline
	}
	if in >= 0 {
		if s := c.speech[ev.Token]; s >= 0 && s != c.speech[in] && !c.saidBy(ev, s) {
			return farAway // it is where the words were said
		}
	}
	if up := c.distance(ev.Token, at); up >= 0 {
		return up
	}
	if down := c.below(at, ev.Token); down >= 0 {
		return 1 + down
	}
	return farAway
}

// dateline is what a place costs under which the article was written.
const dateline = 8

func (c *coder) isParty(ev *entente.Event, s entente.Span) bool {
	for _, p := range ev.Source {
		if p.Span.Contains(s) {
			return true
		}
	}
	return false
}

// placeOfTarget takes the place that is the target itself: a visit to Kyiv
// happens in Kyiv, an attack on Aleppo in Aleppo.
func (c *coder) placeOfTarget(ev *entente.Event) bool {
	if ev.Mode != "visit" && ev.Type != "ASSAULT" {
		return false
	}
	for _, p := range ev.Target {
		for _, i := range c.placesIn[ev.Sentence] {
			if c.isPlaceOf(p.Span, &c.d.Places[i]) {
				ev.Place = i
				return true
			}
		}
	}
	return false
}

// isPlaceOf reports whether the words of a target are the place or say that
// they lie in it: "bases in Iraq", not "U.S. bases".
func (c *coder) isPlaceOf(target entente.Span, p *entente.Place) bool {
	if !target.Contains(p.Span) {
		return false
	}
	in, at := c.anchor(p.Span)
	return p.Locative || at < 0 || !target.Contains(c.d.Tokens[at].Span) || c.markedIn(in, "part") // "the port of Odesa"
}

// placeOfDeed takes the place of another telling of the event.
func (c *coder) placeOfDeed(ev *entente.Event) {
	for e := len(c.d.Events) - 1; e >= c.firstRecent(); e-- {
		if o := &c.d.Events[e]; o.Place >= 0 && sameDeed(ev, o) {
			ev.Place = o.Place
			return
		}
	}
}

// placeOfState takes the state in which a deed must have been done: what a
// state does with its own people and protests happen at home, an assault at
// the home of the one who is hit. The state must be named as a place.
func (c *coder) placeOfState(ev *entente.Event) {
	home := ""
	switch ev.Type {
	case "CONSULT", "COOPERATE", "RETREAT", "MOBILIZE":
	case "AID":
		home = onlyCountry(ev.Target) // where it is received
	default: // what is between a state and its own people, or nobody named
		if !ev.Symmetric { // what several agree on is done among them
			home = onlyCountry(ev.Source)
		}
		if t := onlyCountry(ev.Target); t != home && (t != "" || len(ev.Target) > 0) && !sitsAtHome(ev.Source) {
			home = ""
		}
	case "PROTEST":
		home = onlyCountry(append(append([]entente.Participant{}, ev.Source...), ev.Target...))
	case "ASSAULT":
		if len(ev.Target) > 0 && ev.Target[0].Sector != "MIL" {
			home = onlyCountry(ev.Target) // forces may be hit abroad
		}
	}
	if home == "" {
		return
	}
	if i, ok := c.states[home]; ok {
		ev.Place = i
	}
}

// sitsAtHome reports whether the source is a parliament, a court or police,
// which act in their own state.
func sitsAtHome(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector != "LEG" && p.Sector != "JUD" && p.Sector != "COP" {
			return false
		}
	}
	return len(ps) > 0
}

// laterTellings gives events without a date or place of their own those that a later
// telling of the same deed names.
func (c *coder) laterTellings() {
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		for j := i + 1; j < min(len(c.d.Events), i+1+tellingWindow); j++ {
			o := &c.d.Events[j]
			if !sameDeed(ev, o) {
				continue
			}
			if ev.Place < 0 {
				ev.Place = o.Place
			}
			if ev.DateFrom.Empty() && !o.DateFrom.Empty() {
				ev.Date, ev.DateFrom = o.Date, o.DateFrom
			}
		}
		if ev.Place < 0 {
			c.placeOfState(ev)
		}
	}
}

// tellingWindow is how many events ahead a later telling is looked for.
const tellingWindow = 40

// onlyCountry is the country that all parties with one share, "" for none.
func onlyCountry(ps []entente.Participant) string {
	home := ""
	for _, p := range ps {
		if p.Country == "" {
			continue
		}
		if home != "" && home != p.Country {
			return ""
		}
		home = p.Country
	}
	return home
}
