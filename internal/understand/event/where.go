package event

import (
	"entente"
	"entente/internal/codebook"
)

// place gives the event the place that its clause names: the target itself
// where the deed is done to a place, the name before a noun ("the Kabul
// bombing"), else the locative place that hangs nearest to its trigger. What
// is left without one is settled when all is told (situate).
func (c *coder) place(ev *entente.Event, n *node) {
	defer c.narrow(ev)
	if c.placeOfTarget(ev) || c.placeOfNoun(ev) {
		return
	}
	cost := 9
	for _, i := range c.placesIn[ev.Sentence] {
		if d := c.placeCost(ev, &c.d.Places[i]); d < cost && !partyOfContent(n, c.d.Places[i].Span) {
			ev.Place, cost = i, d
		}
	}
}

// narrow takes the settlement where only the region is chosen that stands
// before the word for it: "in the West Bank city of Hebron".
func (c *coder) narrow(ev *entente.Event) {
	if ev.Place < 0 {
		return
	}
	in, _ := c.anchor(c.d.Places[ev.Place].Span)
	for n := 0; n < 3 && in >= 0 && c.head(in) > in && !c.lx.isGrammar("settlement", c.lem[in]); n++ {
		in = c.head(in) // "the Red Sea port town of Mokha"
	}
	if in < 0 || !c.lx.isGrammar("settlement", c.lem[in]) {
		return
	}
	named := c.prepsIn(in, "part")
	for _, k := range c.kids(in) {
		if k > in && c.rel(k) == entente.Appos { // "in the U.S. capital, Washington"
			named = append(named, k)
		}
	}
	was := &c.d.Places[ev.Place]
	for _, k := range named {
		if p := c.places[k]; p >= 0 && detail(&c.d.Places[p]) >= detail(was) && (was.Country == "" || c.d.Places[p].Country == was.Country) {
			ev.Place = int(p)
			return
		}
	}
}

// placeOfNoun takes a city or region that stands as a modifier before the noun
// that tells the event: "the Kabul bombing", "the Geneva talks".
func (c *coder) placeOfNoun(ev *entente.Event) bool {
	if c.isVerb(ev.Token) || codebook.Verbal(ev.Type) {
		return false
	}
	for _, k := range c.kids(ev.Token) {
		if p := c.places[k]; p >= 0 && k < ev.Token && c.rel(k) == entente.Compound && !c.isParty(ev, c.d.Places[p].Span) {
			ev.Place = int(p)
			return true
		}
	}
	return false
}

// partyOfContent reports whether a place is where a promise or demand leads,
// not where it is made: "is planning a trip to Kyiv".
func partyOfContent(n *node, place entente.Span) bool {
	for _, k := range n.kids {
		for _, f := range k.t {
			if f.span.Overlaps(place) {
				return true
			}
		}
	}
	return false
}

// placeCost is how far a place stands from being the event's.
func (c *coder) placeCost(ev *entente.Event, p *entente.Place) int {
	if !c.locative(p) || !c.d.Sentences[ev.Sentence].Contains(p.Span) || c.isParty(ev, p.Span) && !sitsAtHome(ev.Source) {
		return farAway
	}
	in, at := c.anchor(p.Span)
	if ev.Type == "ASSAULT" && in >= 0 && c.markedIn(in, "origin") {
		return farAway // "crossed from Nigeria and torched houses"
	}
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
	if up, weak := c.rise(ev.Token, at); up >= 0 && !weak {
		return up
	}
	if down := c.below(at, ev.Token); down >= 0 && !c.otherDeed(at, ev) && !c.overJoined(at, ev.Token) {
		return 1 + down
	}
	if g := c.verbOver(at, ev); g >= 0 {
		if up, weak := c.rise(ev.Token, g); up >= 0 && !weak {
			return 2 + up
		}
	}
	return farAway
}

// overJoined reports whether the way from token t up to the noun a leads over a
// noun joined to it: in "the arrests and support for rebels in Syria" the place
// belongs to the second.
func (c *coder) overJoined(t, a int) bool {
	for n := 0; t >= 0 && t != a && n < 24; n++ {
		if c.rel(t) == entente.Conj && !c.isVerb(t) && c.head(t) == a {
			return true
		}
		t = c.head(t)
	}
	return false
}

// verbOver is the verb of whose phrases token t is a part, -1 when a clause or
// another deed lies between: "addressed reporters in New York".
func (c *coder) verbOver(t int, ev *entente.Event) int {
	for n := 0; t >= 0 && n < 6; n++ {
		if c.isVerb(t) {
			return t
		}
		if m := c.hits[t]; m != nil && t != ev.Token && m.r.class != nil || c.markedIn(t, "earlier") {
			return -1
		}
		switch c.rel(t).Universal() {
		case entente.Obl, entente.Obj, entente.Nmod, entente.Appos, entente.Flat, entente.Compound:
		default:
			return -1
		}
		t = c.head(t)
	}
	return -1
}

// locative reports whether something is said to be or to happen at a place: by
// the words beside it, or as the name of a settlement that stands so: "in the
// capital, Ankara". A state before a noun is none: "at U.S. bases".
func (c *coder) locative(p *entente.Place) bool {
	in, _ := c.anchor(p.Span)
	if in < 0 {
		return p.Locative
	}
	switch c.rel(in) {
	case entente.Compound, entente.Amod, entente.NmodPoss:
		h := c.head(in)
		return p.Locative && (p.Kind != "country" || h >= 0 && c.lx.isGrammar("settlement", c.lem[h]))
	case entente.Appos, entente.Flat, entente.Nmod, entente.NmodDesc:
		h := c.head(in)
		return p.Locative || h >= 0 && c.lx.isGrammar("settlement", c.lem[h]) && c.markedIn(h, "within-place")
	}
	return p.Locative
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
			if _, at := c.anchor(c.d.Places[i].Span); c.isPlaceOf(p.Span, &c.d.Places[i]) && !c.earlier(at) {
				ev.Place = i
				return true
			}
		}
	}
	return false
}

// earlier reports whether token t stands within a phrase of what went before:
// "the worst attack since an assault in Ghazni".
func (c *coder) earlier(t int) bool {
	for n := 0; t >= 0 && !c.isVerb(t) && n < 6; n++ {
		if c.markedIn(t, "earlier") {
			return true
		}
		t = c.head(t)
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
	if p.Kind == "country" && at >= 0 && (c.rel(in) == entente.Compound || c.rel(in) == entente.Amod) && !c.locative(p) {
		return false // "U.S. embassies"
	}
	return c.locative(p) || at < 0 || !target.Contains(c.d.Tokens[at].Span) || c.markedIn(in, "part") // "the port of Odesa"
}

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
