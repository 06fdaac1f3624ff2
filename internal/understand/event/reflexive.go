package event

import (
	"entente"
	"entente/internal/gazetteer"
)

// reflexives gives a deed that one state lays to another the speaker's own
// people as those whom it struck, where the sentence calls them "its": "Algeria
// said Morocco had killed three of its truckers". Nobody strikes his own unless
// the words say so.
func (c *coder) reflexives() {
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		s := c.speech[ev.Token]
		if s < 0 || ev.Symmetric || ev.Type != "ASSAULT" && ev.Type != "SANCTION" && ev.Type != "COERCE" {
			continue
		}
		doer, who := onlyCountry(ev.Source), c.d.Statements[s].Speaker
		home := onlyCountry(who)
		if doer == "" || home == "" || home == doer || !official(ev.Source) || !c.official(who[0]) {
			continue
		}
		for i := range ev.Target {
			if p := &ev.Target[i]; p.Country == doer && c.theirs(p.Span, ev.Type) {
				p.Actor, p.Country, p.Code, p.Rule = -1, home, home+p.Sector, "T story.reflexive"
				p.Name = gazetteer.ShortName(home)
				c.note(e, "story.reflexive", 0.9)
			}
		}
	}
}

// theirs reports whether words name people or things by "its" or
// "the country's" alone:
// neither "its own people" nor, where somebody is held, a state's own people.
func (c *coder) theirs(s entente.Span, typ string) bool {
	in, _ := c.anchor(s)
	if in < 0 || c.lx.isGrammar("subjects", c.lem[in]) || typ == "COERCE" && c.person(in) {
		return false
	}
	its := false
	for t := in; t >= 0 && t < len(c.lem) && c.d.Tokens[t].End <= s.End; t++ {
		its = its || c.possesses(t)
	}
	for t := in - 1; t >= 0 && c.d.Tokens[t].Start >= s.Start; t-- {
		if c.lx.isGrammar("own", c.lem[t]) {
			return false
		}
		its = its || c.possesses(t)
	}
	return its
}

// possesses reports whether the token is "its", "their" or "the country's".
func (c *coder) possesses(t int) bool {
	return c.rel(t) == entente.NmodPoss && (c.upos(t) == entente.PRON || c.lx.isGrammar("homeland", c.lem[t]))
}
