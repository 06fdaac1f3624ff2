package event

import (
	"entente"
	"entente/internal/codebook"
)

// policing is the code of police on alert, which are against nobody abroad.
const policing = "153"

// opponent is against whom the story tells a state to move its troops: the
// foreign state with which it is at odds there more than with all others; in the
// same way whose weapons it brought down.
func (c *coder) opponent(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if ev.Type != "MOBILIZE" && !(ev.Type == "ASSAULT" && c.spent(e)) || ev.CAMEO == policing || home == "" {
		return nil
	}
	count, all, best := map[string]int{}, 0, -1
	for o := max(0, e-replyWindow); o < min(len(c.d.Events), e+replyWindow); o++ {
		p := &c.d.Events[o]
		if p.Symmetric || codebook.Quad(p.Type) < 3 || p.Type == "MOBILIZE" {
			continue
		}
		side := p.Target
		if onlyCountry(p.Source) != home {
			side = p.Source
			if onlyCountry(p.Target) != home {
				continue
			}
		}
		if s := onlyCountry(side); s != "" && s != home {
			count[s]++
			all++
			if best < 0 || count[s] > count[c.foe(best, home)] {
				best = o
			}
		}
	}
	if best < 0 || 2*count[c.foe(best, home)] <= all {
		return nil
	}
	if p := &c.d.Events[best]; onlyCountry(p.Source) == home {
		return p.Target
	}
	return c.d.Events[best].Source
}

// foe is the state with which event o sets the state home at odds.
func (c *coder) foe(o int, home string) string {
	if s := onlyCountry(c.d.Events[o].Source); s != home {
		return s
	}
	return onlyCountry(c.d.Events[o].Target)
}

// relentedTo is whom a state last put under pressure before it gives way: what
// it takes back is what it did to them.
func (c *coder) relentedTo(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if ev.Type != "CONCEDE" && ev.Type != "RETREAT" || ev.Mode == resigns || home == "" {
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow); o-- {
		p := &c.d.Events[o]
		if p.Symmetric || onlyCountry(p.Source) != home || !identified(p.Target) || onlyCountry(p.Target) == home {
			continue
		}
		switch p.Type {
		case "SANCTION", "COERCE", "THREATEN", "REJECT":
			return p.Target
		}
	}
	return nil
}
