package event

import (
	"entente"
	"entente/internal/codebook"
	"entente/internal/gazetteer"
)

// placeStates places what is left in the state in which it must have taken
// place, once all parties are known.
func (c *coder) placeStates() {
	if h := c.findHomeland(); h != "" {
		c.homeland, c.ownStory = h, true
	}
	own := make([]bool, len(c.d.Events))
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		if own[i] = ev.Place >= 0; !own[i] && !c.placeOfSeat(ev) {
			c.placeOfState(ev)
		}
	}
	for i := range c.d.Events {
		if !own[i] && c.d.Events[i].Place >= 0 {
			c.placeOfTelling(i, own)
		}
	}
}

// placeOfState takes the state in which a deed must have been done: the
// affairs of a state and its own people and its protests are at home, an assault is
// at the home of the one who is hit, a mobilization at that of the doer.
func (c *coder) placeOfState(ev *entente.Event) {
	home, rule := c.stateAround(ev)
	if home == "" {
		return
	}
	i := c.townBeside(home, ev)
	if i >= 0 {
		rule = whereNear
	} else if i = c.placeOfCountry(home, ev); i < 0 {
		return
	}
	ev.Place = i
	ev.Rule = append(ev.Rule, rule)
}

// personal reports whether a participant is a person with a name.
func (c *coder) personal(p entente.Participant) bool {
	return p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.PersonActor
}

// townBeside is the town of a state that the sentence of a deed of violence or
// force, or the one before, names last as a place; -1 for none.
func (c *coder) townBeside(state string, ev *entente.Event) int {
	if codebook.Quad(ev.Type) != 4 || !ev.Status.Real() {
		return -1
	}
	first := c.d.Sentences[max(0, ev.Sentence-1)].Start
	end, best := c.d.Sentences[ev.Sentence].End, -1
	for i := range c.d.Places {
		p := &c.d.Places[i]
		if p.Kind == "city" && p.Country == state && p.Locative && p.Start >= first && p.End <= end && p.Rule != entente.ImpliedPlace {
			best = i
		}
	}
	return best
}

// stateAround is the state in which an event must have taken place, "" for none.
func (c *coder) stateAround(ev *entente.Event) (string, string) {
	s, t := onlyCountry(ev.Source), onlyCountry(ev.Target)
	if s != "" && (s == t || s == c.homeland && !identified(ev.Target) || !codebook.Verbal(ev.Type) && c.hasParty(ev.Target, s)) {
		return s, whereHome
	}
	switch ev.Type {
	case "AID":
		return t, whereTarget
	case "ASSAULT":
		switch {
		case len(ev.Target) == 0 || ev.Target[0].Sector == "MIL":
		case c.ownStory && t != c.homeland && s == "": // somebody of another state, hit in the story's
			return c.homeland, whereHome
		case s != "" && s != t && ev.Source[0].Sector == "REB" && c.onlyPeople(ev.Target): // rebels strike at home
			return s, whereDoer
		default:
			return t, whereTarget
		}
	case "PROTEST":
		switch {
		case s != "":
			return s, whereHome
		case c.homeland != "":
			return c.homeland, whereHome
		}
		return t, whereHome
	case "CONSULT":
		if ev.Mode == "visit" && !ev.Symmetric {
			return t, whereTarget
		}
	case "COOPERATE":
	case "COERCE", "MOBILIZE":
		switch {
		case s != "" && t != "" && ev.Source[0].Sector == "MIL" && ev.Type == "COERCE":
			return t, whereTarget
		case s != "":
			return s, whereDoer
		case onlyBodies(ev.Source) && len(ev.Source) > 0:
			return t, whereTarget
		case identified(ev.Source):
		case c.homeland != "":
			return c.homeland, whereHome
		default:
			return t, whereTarget
		}
	default:
		if s != "" && sitsAtHome(ev.Source) {
			return s, whereDoer
		}
		if s != "" && (s == c.homeland || c.homeland == "" && len(c.d.Sentences) >= longArticle) && codebook.Verbal(ev.Type) && ev.Source[0].Sector == "GOV" && c.personal(ev.Source[0]) {
			return s, whereDoer // who governs speaks at home, where the story plays nowhere else
		}
		if !ev.Symmetric && s != "" && t == "" && !identified(ev.Target) && !codebook.Verbal(ev.Type) {
			return s, whereDoer
		}
	}
	return "", ""
}

// placeOfSeat gives what a body says and decides the city where it sits.
func (c *coder) placeOfSeat(ev *entente.Event) bool {
	if !ev.Status.Real() || len(ev.Source) == 0 || !codebook.Verbal(ev.Type) && ev.Type != "SANCTION" {
		return false
	}
	p := &ev.Source[0]
	g, ok := gazetteer.SeatOf(p.Code)
	if !ok || p.Span.Empty() {
		return false
	}
	ev.Place = c.enterPlace(g, p.Span)
	ev.Rule = append(ev.Rule, whereSeat)
	return true
}

// enterPlace enters a place that the words of a party imply.
func (c *coder) enterPlace(g gazetteer.Place, at entente.Span) int {
	for i := len(c.d.Places) - 1; i >= 0 && c.d.Places[i].Rule == entente.ImpliedPlace; i-- {
		if c.d.Places[i].Name == g.Name && c.d.Places[i].Country == g.Country {
			return i
		}
	}
	c.d.Places = append(c.d.Places, entente.Place{Span: at, Name: g.Name, Country: g.Country, Lat: g.Lat, Lon: g.Lon, GeoNames: g.GeoNames, Kind: g.Kind, Rule: entente.ImpliedPlace})
	return len(c.d.Places) - 1
}

// onlyPeople reports whether no party is a state or an organisation.
func (c *coder) onlyPeople(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Actor >= 0 && (c.d.Actors[p.Actor].Kind == entente.StateActor || c.d.Actors[p.Actor].Kind == entente.OrgActor) {
			return false
		}
	}
	return true
}

// onlyBodies reports whether all parties are bodies of no state: armed groups,
// organisations.
func onlyBodies(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Country != "" || p.Code == "" {
			return false
		}
	}
	return true
}

// findHomeland is the state whose own affairs most of the article tells of,
// "" for none.
func (c *coder) findHomeland() string {
	count, all := map[string]int{}, 0
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		both := append(append([]entente.Participant{}, ev.Source...), ev.Target...)
		if !stated(both) {
			continue
		}
		all++
		if h := onlyCountry(both); h != "" {
			count[h]++
		}
	}
	for h, n := range count {
		if n >= 2 && 2*n > all {
			return h
		}
	}
	return ""
}

// placeOfCountry is the place that is the state; where the text does not name
// it as one, it is entered as implied by the party that belongs to it.
func (c *coder) placeOfCountry(iso3 string, ev *entente.Event) int {
	if i, ok := c.states[iso3]; ok {
		return i
	}
	for _, p := range append(append([]entente.Participant{}, ev.Source...), ev.Target...) {
		if p.Country != iso3 || p.Span.Empty() {
			continue
		}
		for _, g := range gazetteer.PlacesNamed(gazetteer.PlaceKey(gazetteer.ShortName(iso3))) {
			if g.Kind == "country" && g.Country == iso3 {
				c.states[iso3] = c.enterPlace(g, p.Span)
				return c.states[iso3]
			}
		}
	}
	return -1
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

// tellingWindow is how many events ahead a later telling is looked for.
const tellingWindow = 40
