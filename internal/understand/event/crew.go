package event

import (
	"strings"

	"entente"
)

// crews makes planes, helicopters and ships of a state that attack or enter its
// armed forces: "Israeli planes bombed Gaza", "a Russian bomber entered the airspace".
func (c *coder) crews() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		if ev.Symmetric || ev.Type != "ASSAULT" && ev.Type != "MOBILIZE" {
			continue
		}
		for k, p := range ev.Source {
			if p.Country == "" || !c.craft(ev, p) || onlyCountry(ev.Target) == p.Country {
				continue
			}
			ev.Source[k] = c.agent(p.Country, "MIL", p.Span)[0]
		}
	}
}

// craft reports whether a party is a bare word for planes or ships behind that for
// its state; bombers are men unless they do what planes do.
func (c *coder) craft(ev *entente.Event, p entente.Participant) bool {
	w := strings.Fields(strings.ToLower(c.d.TextOf(p.Span)))
	if len(w) == 0 || len(w) > 3 || len(w) == 3 && w[0] != "a" && w[0] != "the" && w[0] != "two" {
		return false
	}
	last := w[len(w)-1]
	switch p.Sector {
	case "BUS":
		return c.lx.isGrammar("craft", last)
	case "REB":
		return c.lx.isGrammar("bomber", last) && !c.lx.isGrammar("planeless", strings.ToLower(p.Country)) && len(ev.Rule) > 0 && (ev.Type == "MOBILIZE" || strings.HasPrefix(ev.Rule[0], "assault.air") || strings.HasPrefix(ev.Rule[0], "assault.strike"))
	}
	return false
}
