package event

import "entente"

// sympathy is the code of condolences, which mostly go to those of another
// state.
const sympathy = "018"

// bereaved is the state of those who suffered the violence that the story tells
// of, "" when they are of several; home when it tells of none.
func (c *coder) bereaved(home string) string {
	state := ""
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		if ev.Type != "ASSAULT" || !identified(ev.Target) {
			continue
		}
		of := onlyCountry(ev.Target)
		if of == "" || state != "" && of != state {
			return ""
		}
		state = of
	}
	if state == "" {
		return home
	}
	return state
}

// bereavedSide is the state of those with whom others feel for what the story
// tells: who suffered its violence, else the state in which it is set.
func (c *coder) bereavedSide(e int) []entente.Participant {
	ev := &c.d.Events[e]
	state := c.bereaved("")
	if state == "" {
		state = c.home
	}
	if state == "" || len(ev.Source) == 0 {
		return nil
	}
	sector := ""
	if state == onlyCountry(ev.Source) {
		sector = "CVL"
	}
	return c.agent(state, sector, ev.Source[0].Span)
}
