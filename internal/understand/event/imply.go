package event

import (
	"entente"
	"entente/internal/gazetteer"
)

// impliedDoubt lowers the confidence of an event with an implied party.
const impliedDoubt = 0.9

// imply fills in the party that the kind of an event takes for granted where
// the text leaves it out: a protest is directed at the government of the
// place, an arrest is made by its police. The rule "implied" marks it.
func (c *coder) imply() {
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		switch {
		case ev.Type == "PROTEST" && !identified(ev.Target) && len(ev.Source) > 0:
			ev.Target = c.implied(ev, ev.Source, "GOV", ev.Target)
		case ev.Type == "COERCE" && ev.Mode == "arrest" && len(ev.Source) == 0 && len(ev.Target) > 0:
			ev.Source = c.implied(ev, ev.Target, "COP", ev.Source)
		}
	}
}

// implied is the state's agent of a sector where the event happened, else of
// the state to which the other party belongs; old when no state is known.
func (c *coder) implied(ev *entente.Event, other []entente.Participant, sector string, old []entente.Participant) []entente.Participant {
	state, span := "", ev.Trigger
	if ev.Place >= 0 {
		state, span = c.d.Places[ev.Place].Country, c.d.Places[ev.Place].Span
	}
	if state == "" {
		state = onlyCountry(other)
		if len(other) > 0 {
			span = other[0].Span
		}
	}
	if state == "" {
		return old
	}
	ev.Confidence *= impliedDoubt
	return append(old, entente.Participant{Actor: -1, Name: gazetteer.ShortName(state), Code: state + sector, Country: state, Sector: sector, Span: span, Rule: "implied"})
}
