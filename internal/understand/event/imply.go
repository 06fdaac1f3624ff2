package event

import (
	"strings"
	"unicode"

	"entente"
	"entente/internal/gazetteer"
)

// implication is a party that a kind of event takes for granted.
type implication struct {
	rule   string
	typ    string
	mode   string // "" for any
	cameo  string // how the code begins
	side   int
	sector string
	where  []string // how the state is found, in order
}

// The ways to the state whose agent is implied.
const (
	ofPlace     = "place" // where it happened
	ofOther     = "other" // the state of the other side
	theSetting  = "home"  // where the article is set
	atHome      = "own"   // there, where one of its own is told to be blamed, asked or backed in a story of it alone
	blamedHere  = "here"  // there, in a whole article
	abroadThere = "there" // there, where somebody else does it
)

// implications are tried in order on every event that lacks the side: a
// protest is directed at the government of the place, an arrest is made by
// its police.
var implications = []implication{
	{"story.protest.government", "PROTEST", "", "", theTarget, "GOV", []string{ofPlace, ofOther, theSetting}},
	{"story.protest.people", "PROTEST", "", "", theSource, "CVL", []string{ofPlace, ofOther, theSetting}},
	{"story.arrest.police", "COERCE", "arrest", "", theSource, "COP", []string{ofPlace, ofOther, theSetting}},
	{"story.impeach.parliament", "ACCUSE", "", "1121", theSource, "LEG", []string{ofOther, theSetting}},
	{courtCharges, "ACCUSE", "", "1121", theSource, "JUD", []string{ofPlace, ofOther, theSetting}},
	{courtCharges, "ACCUSE", "", "116", theSource, "JUD", []string{ofPlace, ofOther, theSetting}},
	{courtCharges, "ACCUSE", "", "", theSource, "JUD", []string{ofPlace, ofOther, theSetting}},
	{"story.coerce.government", "COERCE", "", "171", theSource, "GOV", []string{ofPlace, ofOther, theSetting}},
	{"story.coerce.government", "COERCE", "", "172", theSource, "GOV", []string{ofPlace, ofOther, theSetting}},
	{"story.mobilize.government", "MOBILIZE", "", "154", theSource, "GOV", []string{theSetting}},
	{"story.mobilize.government", "MOBILIZE", "", "153", theSource, "GOV", []string{theSetting}},
	{"story.coerce.people", "COERCE", "", "172", theTarget, "CVL", []string{ofOther, ofPlace, theSetting}},
	{"story.coerce.people", "COERCE", "", "", theTarget, "CVL", []string{ofPlace, ofOther, theSetting}},
	{"story.release.government", "RETREAT", "", released, theSource, "GOV", []string{theSetting}},
	{crowdPolice, "ASSAULT", "", "175", theSource, "COP", []string{ofPlace, ofOther, theSetting}},
	{coupAgainst, "ASSAULT", "", "", theTarget, "GOV", []string{ofOther, ofPlace, theSetting}},
	{"story.assault.people", "ASSAULT", "", "", theTarget, "CVL", []string{ofPlace, theSetting}},
	{"story.assault.people", "ASSAULT", "", "", theTarget, "", []string{ofPlace, theSetting}}, // youths who burn cars
	{"story.request.people", "REQUEST", "", "", theSource, "CVL", []string{atHome}},
	{"story.support.people", "SUPPORT", "", "", theSource, "CVL", []string{atHome}},
	{"story.accuse.people", "ACCUSE", "", "", theSource, "CVL", []string{atHome, blamedHere}},
	{"story.aid.people", "AID", "", "", theTarget, "CVL", []string{ofPlace, abroadThere}},
}

// courtCharges is the rule that courts charge; without a code it is for whom the
// words say to be charged with doing something.
const courtCharges = "story.charge.court"

// complaint is the code of formal complaints, which governments make.
const complaint = "114"

// released is the code of setting people free.
const released = "0841"

// coupAgainst is the rule that who seizes power seizes it from the government.
const coupAgainst = "story.coup.government"

// crowdPolice is the rule that tear gas and batons are the police's.
const crowdPolice = "story.crowd.police"

// seizesPower reports whether an event is a coup, which is done at home.
func seizesPower(ev *entente.Event) bool { return readAs(ev, "coerce.coup:") }

// readAs reports whether the reading of an event is one of a class.
func readAs(ev *entente.Event, class string) bool {
	return len(ev.Rule) > 0 && strings.HasPrefix(ev.Rule[0], class)
}

// impliedDoubt lowers the confidence of an event with an implied party.
const impliedDoubt = 0.9

// imply fills in the party that the kind of an event takes for granted where
// no sentence names it.
func (c *coder) imply() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		for k := range implications {
			im := &implications[k]
			if ev.Type != im.typ || im.mode != "" && im.mode != ev.Mode || !strings.HasPrefix(ev.CAMEO, im.cameo) || !lacks(ev, im.side) {
				continue
			}
			if im.rule == crowdPolice && !readAs(ev, "assault.crowd-control:") {
				continue
			}
			if im.rule == coupAgainst && !seizesPower(ev) {
				continue
			}
			if im.rule == courtCharges && im.cameo == "" && (len(ev.Rule) == 0 || ev.Rule[0] != "accuse.charge") {
				continue
			}
			if n := c.told[e].n; im.rule == "story.support.people" && n.m != nil && n.m.r.class != nil && n.m.r.class.once {
				continue // elections and appointments of nobody told
			}
			if im.rule == "story.accuse.people" && ev.CAMEO == complaint && official(ev.Target) {
				continue // no people summon an envoy
			}
			if (ev.Type == "ACCUSE" || ev.Mode == "arrest") && !identified(*sideOf(ev, 1-im.side)) && c.told[e].held && !(c.atHome && c.isVerb(ev.Token) && c.settleIn(e, 1-im.side, c.home, im.rule+".own")) {
				continue // a court that charges nobody, police who arrest nobody
			}
			if im.typ == "ACCUSE" && im.cameo != "" && (im.sector == "LEG") != c.lx.isGrammar("impeaching", c.lem[ev.Token]) {
				continue // parliaments impeach
			}
			if ev.Type == "ASSAULT" && c.told[e].held && !identified(ev.Source) {
				continue // violence by nobody against nobody
			}
			if ev.Type == "COERCE" && c.told[e].held && !identified(ev.Source) && !identified(ev.Target) {
				continue // "the lockdown" of nobody told
			}
			if ev.Type == "MOBILIZE" && !c.troopsSent(e) {
				continue
			}
			if ev.CAMEO == released && (!identified(ev.Target) || c.captives(ev.Target) || c.lx.isGrammar("returned", c.lem[ev.Token])) {
				continue // hostages are freed by whoever held them
			}
			if ev.Type == "PROTEST" && im.side == theTarget && c.stateItself(ev.Source) {
				continue // a state protests to others
			}
			for _, w := range im.where {
				state, span := c.stateOf(e, im.side, w)
				rule := im.rule + "." + w
				if state == "" || c.foreigner(e, im.side, w) || abroad(ev, im.side) && (w == theSetting || state == onlyCountry(*sideOf(ev, 1-im.side))) {
					continue
				}
				if c.settleIn(e, im.side, state, rule) || c.give(e, im.side, c.agent(state, im.sector, span), rule, impliedDoubt) {
					break
				}
			}
		}
	}
}

// troopsSent reports whether event e tells in the passive that troops of nobody
// named are sent somewhere.
func (c *coder) troopsSent(e int) bool {
	n := c.told[e].n
	if !c.isVerb(n.at) || !c.passive(n.at) || n.m == nil || n.m.obj < 0 || !strings.HasPrefix(n.m.r.id, "mobilize.troops:") && !strings.HasPrefix(n.m.r.id, "mobilize.police:") && !strings.HasPrefix(n.m.r.id, "mobilize.despatch:") {
		return false
	}
	for _, f := range knownOnly(c.resolve(n.m.obj, 0)) {
		if f.rule != "" || c.heads[f.tok] >= 0 && c.d.Actors[c.mention[c.heads[f.tok]].actor].Kind == entente.OrgActor {
			return false
		}
	}
	return true
}

// captives reports whether the words for one of the participants name hostages.
func (c *coder) captives(ps []entente.Participant) bool {
	for _, p := range ps {
		found := false
		c.cover(p.Span, func(i int) { found = found || c.lx.isGrammar("captive", c.lem[i]) })
		if found {
			return true
		}
	}
	return false
}

// stateItself reports whether a source is a state or its government and not its
// people.
func (c *coder) stateItself(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector == "GOV" || p.Sector == "" && p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.StateActor && !p.Span.Empty() && c.d.TextOf(p.Span) == p.Name {
			continue
		}
		return false
	}
	return len(ps) > 0
}

// foreigner reports whether a way to the state leads astray because the one
// whom police or courts deal with may be abroad: a Libyan of whom an article
// about Tanzania tells is arrested neither by the one nor by the other for sure.
func (c *coder) foreigner(e, side int, way string) bool {
	ev := &c.d.Events[e]
	if side != theSource || ev.Type == "PROTEST" || c.home == "" {
		return false
	}
	return way != ofPlace && identified(ev.Target) && onlyCountry(ev.Target) != c.home
}

// settleIn makes the people whom bare words name on a side people of a state
// ("residents", "two journalists"); false when no words there name people.
func (c *coder) settleIn(e, side int, state, rule string) bool {
	var found bool
	for i := range *sideOf(&c.d.Events[e], side) {
		p := &(*sideOf(&c.d.Events[e], side))[i]
		unnamed := p.Actor < 0 && c.peopleAt(p.Span) && !holdsName(c.d.TextOf(p.Span)) || p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.GroupActor
		if unnamed && p.Code == "" && p.Country == "" {
			p.Country, p.Sector, p.Code = state, "CVL", state+"CVL"
			p.Rule += " " + rule
			found = true
		}
	}
	if found {
		c.note(e, rule, impliedDoubt)
	}
	return found
}

// holdsName reports whether words hold a name behind their first letter: "the
// Arab troops" are of no state that the words do not name.
func holdsName(s string) bool {
	for i, r := range s {
		if i > 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// abroad reports whether an event is between two states by its kind: an
// attack by somebody known, an occupation or blockade, a deportation.
func abroad(ev *entente.Event, side int) bool {
	switch {
	case ev.Type == "ASSAULT":
		return side == theTarget && ev.CAMEO != "175" && !seizesPower(ev) && official(ev.Source)
	case ev.Type == "COERCE":
		return strings.HasPrefix(ev.CAMEO, "19") || ev.Mode == "deport" || side == theTarget && forces(ev.Source) && !strings.HasPrefix(ev.CAMEO, "172")
	}
	return false
}

// forces reports whether a source is an army, which acts abroad as well.
func forces(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector == "MIL" {
			return true
		}
	}
	return false
}

// official reports whether a source is a state or its arms.
func official(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Country != "" && (p.Sector == "" || p.Sector == "GOV" || p.Sector == "MIL") {
			return true
		}
	}
	return false
}

// stateOf is the state whose agent is implied: that of the place, that of the
// other side, or the one that the article is at home in.
func (c *coder) stateOf(e, side int, way string) (string, entente.Span) {
	ev := &c.d.Events[e]
	switch way {
	case ofPlace:
		if ev.Place >= 0 {
			return c.d.Places[ev.Place].Country, c.d.Places[ev.Place].Span
		}
	case ofOther:
		other := *sideOf(ev, 1-side)
		if state := onlyCountry(other); state != "" {
			return state, other[0].Span
		}
	case theSetting:
		return c.home, c.homeAt
	case atHome:
		if c.atHome && ev.Status != entente.Hypothetical && len(c.d.Sentences) >= longArticle && (ev.Type != "SUPPORT" || c.isVerb(ev.Token)) && onlyCountry(*sideOf(ev, 1-side)) == c.home {
			return c.home, c.homeAt
		}
	case blamedHere:
		if len(c.d.Sentences) >= longArticle {
			return c.home, c.homeAt
		}
	case abroadThere:
		if identified(ev.Source) && onlyCountry(ev.Source) != c.home {
			return c.home, c.homeAt
		}
	}
	return "", entente.Span{}
}

// agent is the state's agent of a sector, marked by the words that name the state.
func (c *coder) agent(state, sector string, span entente.Span) []entente.Participant {
	return []entente.Participant{{Actor: -1, Name: gazetteer.ShortName(state), Code: state + sector, Country: state, Sector: sector, Span: span}}
}

// condemns reports whether event e judges a thing that its words name, and
// nobody.
func (c *coder) condemns(e int) bool {
	n := c.told[e].n
	if !c.isVerb(n.at) || n.kind != "" {
		return false
	}
	for _, f := range n.t {
		if f.known() || f.tok < 0 || c.person(f.tok) || c.upos(f.tok) != entente.NOUN {
			return false
		}
	}
	return len(n.t) > 0
}
