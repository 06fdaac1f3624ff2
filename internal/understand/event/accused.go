package event

import (
	"sort"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// accused is the foreign state or body that the other events of the article
// show as the one at odds: it did the deeds, or others accuse, refuse and
// threaten it. Nobody, unless it has more of that than all others together.
func (c *coder) accused(e int) []entente.Participant {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if home == "" || ev.Type != "ACCUSE" && ev.Type != "REJECT" && ev.Type != "THREATEN" || !c.inPolitics(ev.Source) {
		return nil
	}
	count, all, best := map[string]int{}, 0, -1
	add := func(o, side int, ps []entente.Participant) {
		s := onlyBody(ps)
		if s == "" || s == home {
			return
		}
		all++
		if count[s]++; best < 0 || count[s] > count[c.bodyOn(best)] {
			best = 2*o + side
		}
	}
	for o := max(0, e-replyWindow); o < min(len(c.d.Events), e+replyWindow); o++ {
		p := &c.d.Events[o]
		if p.Symmetric || o == e || !p.Status.Real() || codebook.Quad(p.Type) < 3 || onlyBody(p.Source) == onlyBody(p.Target) {
			continue
		}
		if !codebook.Verbal(p.Type) {
			add(o, theSource, p.Source)
		} else {
			add(o, theTarget, p.Target)
		}
	}
	if best < 0 || count[c.bodyOn(best)] < 2 || 2*count[c.bodyOn(best)] <= all {
		return nil
	}
	return *sideOf(&c.d.Events[best/2], best%2)
}

// bodyOn is the state or body on a side of an event: twice its index, plus the side.
func (c *coder) bodyOn(at int) string { return onlyBody(*sideOf(&c.d.Events[at/2], at%2)) }

// twoSides are the two states or bodies of an article that is about what lies
// between them, with the actor that stands for each; none when it tells of a
// third half as much.
func (c *coder) twoSides() map[string]int {
	count, best, names := map[string]int{}, map[string]int{}, []string{}
	for a := range c.d.Actors {
		act := &c.d.Actors[a]
		s := bodyOf(act)
		if s == "" || act.Sector == "JRN" || act.Kind == entente.OrgActor && act.Country == "" && !strings.HasPrefix(act.Code, "IGO") {
			continue
		}
		if _, ok := best[s]; !ok {
			best[s] = a
			names = append(names, s)
		}
		count[s] += len(act.Mentions)
		if b := best[s]; c.standsFor(a) > c.standsFor(b) || c.standsFor(a) == c.standsFor(b) && len(act.Mentions) > len(c.d.Actors[b].Mentions) {
			best[s] = a
		}
	}
	sort.SliceStable(names, func(i, j int) bool { return count[names[i]] > count[names[j]] })
	if len(names) < 2 || count[names[1]] < leastNamed || len(names) > 2 && count[names[1]] < 2*count[names[2]] {
		return nil
	}
	return map[string]int{names[0]: best[names[0]], names[1]: best[names[1]]}
}

// standsFor ranks how well an actor stands for its state: the state itself, its
// government, who governs, anybody else.
func (c *coder) standsFor(a int) int {
	switch act := &c.d.Actors[a]; {
	case act.Kind == entente.StateActor || act.Country == "":
		return 3
	case act.Sector == "GOV" && act.Kind == entente.OrgActor:
		return 2
	case act.Sector == "GOV":
		return 1
	}
	return 0
}

// inPolitics reports whether all participants are states, their arms and people in
// politics, or bodies of states.
func (c *coder) inPolitics(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Code == "" || p.Sector == "JUD" || p.Sector != "" && !codebook.Political(p.Sector) {
			return false
		}
	}
	return len(ps) > 0
}

// opposite is the other of the two states that an article is about: what the one
// says between the lines is said of the other.
func (c *coder) opposite(e int) []entente.Participant {
	ev, n := &c.d.Events[e], c.told[e].n
	if !codebook.Verbal(ev.Type) || ev.Type == "AGREE" || ev.Type == "SUPPORT" && n.kind != kindJudge || n.sym || ev.Type == "ACCUSE" && c.hostileDeed(e) || !c.inPolitics(ev.Source) || c.unaddressed(e) && !(c.told[e].held && (n.kind == kindJudge || answers(n.typ) && (c.rel(n.at) == entente.Obj || c.isVerb(n.at) || c.kid(n.at, entente.Cop) >= 0))) {
		return nil
	}
	home := onlyBody(ev.Source)
	if ps := c.acrossFrom(home); ps != nil {
		return ps
	}
	if _, ok := c.sides[home]; !ok && c.ofTwo(e, home) {
		return c.otherParty(e)
	}
	return nil
}

// acrossFrom is the other of the two states of the article than home, nil where it
// is not about two or home is none of them.
func (c *coder) acrossFrom(home string) []entente.Participant {
	if c.sides == nil {
		if c.sides = c.twoSides(); c.sides == nil {
			c.sides = map[string]int{}
		}
	}
	if _, ok := c.sides[home]; !ok || home == "" {
		return nil
	}
	for s, a := range c.sides {
		if s != home {
			return []entente.Participant{c.party(a, c.d.Actors[a].Mentions[0].Span)}
		}
	}
	return nil
}

// host is who sends away, arrests or calls in the envoys of one of the two states of
// an article where no doer is named: "the envoy was put on a plane".
func (c *coder) host(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if ev.Type != "COERCE" && ev.Type != "SANCTION" && ev.Type != "ACCUSE" || ev.Symmetric || !ev.Status.Real() || !c.diplomats(ev.Target) {
		return nil
	}
	return c.acrossFrom(onlyBody(ev.Target))
}

// ofTwo reports whether the article so far is about two states or bodies, of
// which home is one.
func (c *coder) ofTwo(e int, home string) bool {
	if home == "" {
		return false
	}
	c.salience.advance(c.d.Sentences[c.d.Events[e].Sentence].Start)
	most, next := 0, 0
	for _, s := range c.salience.countries {
		n := c.salience.total[s]
		switch {
		case s == "" || s == home:
		case n > most:
			most, next = n, most
		case n > next:
			next = n
		}
	}
	own := c.salience.total[home]
	return most >= leastNamed && own >= leastNamed && min(own, most) >= 2*next
}
