package event

import (
	"entente"
	"entente/internal/codebook"
)

// voice is who speaks in a statement, when it is somebody known and no outlet
// that only reports.
func (c *coder) voice(st int) []fill {
	var who []entente.Participant
	for _, p := range c.d.Statements[st].Speaker {
		switch {
		case c.saysNobody(p.Span):
		case p.Actor < 0 && (!c.peopled(p.Span) || c.relative(c.d.TokenAt(p.Start))):
		case p.Actor >= 0 && p.Sector == "JRN" && c.d.Actors[p.Actor].Kind == entente.OrgActor && c.d.Statements[st].Kind != entente.Direct:
		default:
			who = append(who, p)
		}
	}
	if who == nil {
		return nil
	}
	return []fill{{tok: -1, ref: -1, span: who[0].Span, rule: "speaker", part: who}}
}

// saysNobody reports whether the speaker is nobody: "no group has said".
func (c *coder) saysNobody(s entente.Span) bool {
	t := c.d.TokenAt(s.Start)
	return t >= 0 && (c.lx.isGrammar("nobody", c.lem[t]) || t > 0 && c.negates(t-1) && c.upos(t-1) == entente.DET || c.negates(t) && c.upos(t) == entente.DET)
}

// peopled reports whether the words name people: "a protester", "the aides".
func (c *coder) peopled(s entente.Span) bool {
	found := false
	c.cover(s, func(i int) { found = found || c.lx.people[c.lem[i]] })
	return found
}

// statesmen counts the participants of the political world.
func (c *coder) statesmen(fs []fill) int {
	count := 0
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			if p.Code != "" && codebook.Political(p.Sector) {
				count++
			}
		}
	}
	return count
}

// advises reports whether private people say what people of no office should
// do: "women should be free to choose", a voter said.
func (c *coder) advises(who, others []fill) bool {
	if len(others) == 0 || c.statesmen(who)+c.statesmen(others) > 0 {
		return false
	}
	for _, f := range others {
		if !f.known() && (f.tok < 0 || !c.person(f.tok)) {
			return false // "any process must be well thought out"
		}
	}
	for _, f := range who {
		for _, p := range c.participant(f, "") {
			switch p.Sector {
			case "NGO", "SOC", "REL":
				return false
			}
		}
	}
	return true
}

// ofOneself reports whether the speaker is the subject of the word at token i:
// "we welcome", "I want to thank", "we are with them".
func (c *coder) ofOneself(i int, j *judgement, who []fill) bool {
	switch {
	case j.pos == 'x':
		h := c.head(i)
		if h < 0 || c.rel(i) != entente.Case {
			return false
		}
		cop := c.kid(h, entente.Cop)
		return cop >= 0 && c.xpos(cop) == "VBP" && c.isSpeaker(c.subjects(h), who) // "we are with them"
	case !c.isVerb(i):
		return c.isSpeaker(c.surface(i), who)
	case c.passive(i) && j.pos == 'v' && !asksPassive(j.reading):
		return false
	case j.theme.will:
	case c.infinitive(i):
		h := c.head(i)
		if c.rel(i) != entente.Xcomp || h < 0 || !c.lx.judged.wishes[c.lem[h]] || c.kid(h, entente.Obj) >= 0 {
			return false
		}
	case c.kid(i, entente.Nsubj, entente.NsubjPass) < 0 && c.rel(i) != entente.Conj:
		return false
	}
	return c.isSpeaker(c.surface(i), who)
}

// addressed is to whom a statement is made, when the word at i has "you" for
// its object.
func (c *coder) addressed(i int) []fill {
	st := c.speech[i]
	if st < 0 {
		return nil
	}
	for _, o := range c.objects(i) {
		if c.lx.isGrammar("second-person", c.lem[o]) && len(c.d.Statements[st].Addressee) > 0 {
			to := c.d.Statements[st].Addressee
			return []fill{{tok: -1, ref: -1, span: to[0].Span, rule: "addressee", part: to}}
		}
	}
	return nil
}

// isSpeaker reports whether one of the tokens stands for the speaker.
func (c *coder) isSpeaker(toks []int, who []fill) bool {
	for _, t := range toks {
		if c.lx.isGrammar("first-person", c.lem[t]) || c.speaks(who[0], c.resolve(t, 0)) || c.ownGovernment(c.resolve(t, 0), who) {
			return true
		}
	}
	return false
}

// ownGovernment reports whether one of the fillers is the state or government
// for which the speaker speaks: "China will not allow", said its spokesman.
func (c *coder) ownGovernment(fs, who []fill) bool {
	for _, f := range fs {
		a := c.actorOf(f)
		if f.rule == "owner" || a < 0 || c.d.Actors[a].Kind == entente.PersonActor {
			continue
		}
		for _, p := range who[0].part {
			if s := c.d.Actors[a].Sector; s != "" && s != "GOV" {
				if (s == "MIL" || s == "COP" || s == "JUD") && p.Sector == s && p.Country != "" && p.Country == c.d.Actors[a].Country {
					return true // "the army will not allow", said its commander
				}
				continue
			}
			if p.Sector == "GOV" && p.Country != "" && p.Country == c.d.Actors[a].Country {
				return true
			}
		}
	}
	return false
}

// otherSide drops from those judged the speaker and the speaker's side: what a
// minister says of his own army is no accusation.
func (c *coder) otherSide(fs, who []fill) []fill {
	var out []fill
	for _, f := range fs {
		sides := 0
		for _, q := range who[0].part {
			for _, p := range c.participant(f, "") {
				if c.sameSide(p, q) {
					sides++
					break
				}
			}
		}
		if sides < len(who[0].part) && !c.speaks(who[0], []fill{f}) {
			out = append(out, f)
		}
	}
	return out
}

// colleagues are the persons of the speaker's own side: one may praise them,
// as one does not praise one's own army.
func (c *coder) colleagues(fs, who []fill) []fill {
	var out []fill
	for _, f := range c.without(knownOnly(fs), who) {
		if a := c.actorOf(f); a >= 0 && c.d.Actors[a].Kind == entente.PersonActor && !c.speaks(who[0], []fill{f}) {
			out = append(out, f)
		}
	}
	return out
}

// sameSide reports whether two participants are one actor or arms of one state.
func (c *coder) sameSide(p, q entente.Participant) bool {
	if p.Actor >= 0 && p.Actor == q.Actor || p.Code != "" && p.Code == q.Code && p.Country == "" {
		return true
	}
	return p.Country != "" && p.Country == q.Country && c.official(p) && c.official(q)
}

// official reports whether a participant is a state, or of its government or forces.
func (c *coder) official(p entente.Participant) bool {
	switch p.Sector {
	case "GOV", "MIL", "COP", "SPY":
		return true
	case "":
		return p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.StateActor
	}
	return false
}
