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
		if c.isVerb(ev.Token) || ev.Symmetric || !identified(ev.Source) || c.told[e].n.kind != "" {
			continue
		}
		switch {
		case ev.Type == "COERCE" && ev.Mode == "arrest" && private(ev.Source) && !identified(ev.Target):
		case strings.HasPrefix(ev.CAMEO, explosives) && c.civil(ev.Source) && (!identified(ev.Target) || related(ev.Source, ev.Target)):
		default:
			continue
		}
		who := ev.Source
		ev.Source = nil
		c.give(e, theTarget, who, "story.turned", 0.9)
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
