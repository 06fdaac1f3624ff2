package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// nearStory is how many sentences before an event the story beside it reaches.
const nearStory = 2

// counterpart is the other side of what a state says or does to others in event
// e as the events around it tell: the state with which they set it at odds last,
// in the sentences before, else more than with any other.
func (c *coder) counterpart(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	switch {
	case home == "" || !answers(ev.Type) && ev.Type != "REQUEST" && !(ev.Type == "PROTEST" && !c.persons(ev.Source)) || !official(ev.Source) || strings.HasPrefix(ev.CAMEO, restrictions) || strings.HasPrefix(ev.CAMEO, pullout) || strings.HasPrefix(ev.CAMEO, probes):
		return nil
	case c.atHome && home == c.home && !c.diplomats(ev.Source):
		return nil
	}
	violence := c.hostileDeed(e)
	count, who, all := map[string]int{}, map[string][]entente.Participant{}, 0
	for o := min(len(c.d.Events), e+replyWindow) - 1; o >= max(0, e-replyWindow); o-- {
		p := &c.d.Events[o]
		if o == e || p.Parent >= 0 && !p.Status.Real() || p.Sentence < ev.Sentence-2*recallWindow || p.Sentence > ev.Sentence+recallWindow {
			continue
		}
		other := opposite(p, home)
		state := onlyBody(other)
		if state == "" || state == home || violence && (p.Type != "ASSAULT" || onlyBody(p.Source) != state) {
			continue
		}
		if p.Sentence < ev.Sentence && p.Sentence >= ev.Sentence-nearStory && codebook.Quad(p.Type) >= 3 {
			return other
		}
		count[state]++
		if all++; who[state] == nil || p.Sentence <= ev.Sentence {
			who[state] = other
		}
	}
	for state, n := range count {
		if 2*n > all {
			return who[state]
		}
	}
	return nil
}

// opposite is the side of event p that faces one of its own side, the other
// parties where it is symmetric; nil when none of home is in it, or both are.
func opposite(p *entente.Event, home string) []entente.Participant {
	if p.Symmetric {
		var out []entente.Participant
		found := false
		for _, q := range p.Source {
			if bodyOfParty(q) == home {
				found = true
			} else {
				out = append(out, q)
			}
		}
		if !found {
			return nil
		}
		return out
	}
	switch {
	case onlyBody(p.Source) == home:
		return p.Target
	case onlyBody(p.Target) == home:
		return p.Source
	}
	return nil
}

// onlyBody is the one state, or body of states, of all participants; "" when
// there are several or one has none.
func onlyBody(ps []entente.Participant) string {
	body := ""
	for _, p := range ps {
		b := bodyOfParty(p)
		if b == "" || body != "" && b != body {
			return ""
		}
		body = b
	}
	return body
}

// bodyOfParty is the state of a participant, or the code of one without a state.
func bodyOfParty(p entente.Participant) string {
	if p.Country != "" {
		return p.Country
	}
	return p.Code
}

// diplomats reports whether all of a source deal with other states by their
// office: a foreign minister or ministry, an envoy.
func (c *coder) diplomats(ps []entente.Participant) bool {
	for _, p := range ps {
		abroad := false
		for _, w := range strings.Fields(lower(p.Role + " " + p.Name)) {
			abroad = abroad || c.lx.isGrammar("diplomacy", w)
		}
		if !abroad {
			return false
		}
	}
	return len(ps) > 0
}

// announcer is who tells of a deed of office in words that name no doer, as those
// do who did it: "the envoy was summoned, Baku's Foreign Ministry said".
func (c *coder) announcer(e int) []entente.Participant {
	ev := &c.d.Events[e]
	st := c.speech[ev.Token]
	if st < 0 || c.told[e].held || c.rel(ev.Token) == entente.Acl || !c.isVerb(ev.Token) || !c.passive(ev.Token) || !ev.Status.Real() || c.d.Statements[st].Kind == entente.Direct || len(ev.Source) > 0 {
		return nil
	}
	switch ev.Type {
	case "SANCTION", "MOBILIZE", "AID", "ACCUSE", "COERCE":
	default:
		return nil
	}
	who := c.d.Statements[st].Speaker
	if !official(who) || onlyCountry(who) == "" || related(who, ev.Target) {
		return nil
	}
	return who
}
