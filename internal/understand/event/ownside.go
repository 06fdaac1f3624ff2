package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// otherParty is whom the article so far is about besides the source.
func (c *coder) otherParty(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if !codebook.Verbal(ev.Type) && ev.Type != "SANCTION" && (ev.Type != "AID" || !c.isVerb(ev.Token)) || ev.Type == "ACCUSE" && c.hostileDeed(e) {
		return nil
	}
	c.salience.advance(c.d.Sentences[ev.Sentence].Start)
	who := c.salience.other(ev.Source)
	if who < 0 && !codebook.Verbal(ev.Type) {
		who = c.leadState(ev.Source)
	}
	if who < 0 || !codebook.Verbal(ev.Type) && c.d.Actors[who].Country == "" {
		return nil
	}
	if a := &c.d.Actors[who]; (ev.Type == "ACCUSE" || ev.Type == "REQUEST") && a.Country == c.home && c.home != "" && c.home != onlyCountry(ev.Source) && (a.Sector == "OPP" || a.Sector == "CVL") {
		return c.agent(c.home, "GOV", a.Mentions[0].Span) // others take up with who governs what befalls the people there
	}
	return []entente.Participant{c.party(who, c.d.Actors[who].Mentions[0].Span)}
}

// ofMany reports whether a source is a body of states, which meets and agrees
// in itself.
func ofMany(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Country == "" {
			return true
		}
	}
	return false
}

// ownSide is the other side at home: for a government its people, for anybody
// else the government.
func (c *coder) ownSide(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if home == "" || ev.CAMEO == treaty || ev.CAMEO == denial || strings.HasPrefix(ev.CAMEO, pullout) || strings.HasPrefix(ev.CAMEO, probes) || !domestic(ev.Type) && !(c.atHome && c.spokenAtHome(e)) && !c.gaveWord(e) && !strings.HasPrefix(ev.CAMEO, restrictions) {
		return nil
	}
	if ev.Type == "ACCUSE" && official(ev.Source) && c.condemns(e) {
		return nil // who condemns a launch or a film blames not all his people
	}
	if c.diplomats(ev.Source) && ev.Mode != resigns || ev.Type == "ACCUSE" && c.hostileDeed(e) || !c.atHome && c.speakFor(ev.Source, ev.Source) && c.deed(c.told[e].n.t) {
		return nil // a state judges or refuses what others do
	}
	sector := "CVL"
	for _, p := range ev.Source {
		if p.Sector != "GOV" && p.Sector != "" {
			sector = "GOV"
		}
	}
	if ev.Mode == resigns {
		sector = "" // an office is given back to the state
	}
	return c.agent(home, sector, ev.Source[0].Span)
}

// gaveWord reports whether an event is a promise of something that the codebook
// does not know: one to the public, where nobody is addressed.
func (c *coder) gaveWord(e int) bool {
	n := c.told[e].n
	return n.kind == kindPlan && n.base == nil
}

// hostileDeed reports whether the target of event e is a deed of violence that
// the words lay to nobody: who condemns an attack blames no side at home.
func (c *coder) hostileDeed(e int) bool {
	for _, f := range c.told[e].n.t {
		if f.known() || f.tok < 0 {
			continue
		}
		if c.lx.sets["hostile"][c.lem[f.tok]] || c.anyKid(f.tok, c.lx.grammar["terrorist"], entente.Amod, entente.Compound) >= 0 {
			return true
		}
	}
	return false
}

// domestic reports whether events of the type are as often among the people of
// one state as between states.
func domestic(typ string) bool {
	switch typ {
	case "REQUEST", "ACCUSE", "SUPPORT", "REJECT", "RETREAT", "CONCEDE":
		return true
	}
	return false
}

// spokenAtHome reports whether a promise or threat has a side at home too where
// the whole story plays there: a government promises its people something, a
// union threatens the government.
func (c *coder) spokenAtHome(e int) bool {
	ev, n := &c.d.Events[e], c.told[e].n
	governs := c.speakFor(ev.Source, ev.Source)
	return ev.Type == "THREATEN" && !governs || ev.Type == "AGREE" && governs && (n.base == nil || !n.base.sym && n.base.mode != resigns)
}
