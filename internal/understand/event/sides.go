package event

import (
	"sort"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// peopleHere makes people whom bare words of a verbal event name people of the
// speaker's state: "the governor urged residents".
func (c *coder) peopleHere(e int) bool {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if ev.CAMEO == sympathy && home != "" {
		home = c.bereaved(home)
	}
	if ev.Type == "REQUEST" && c.home != "" && home != c.home && c.atHome && c.settleSides(e) {
		return true
	}
	for _, f := range c.told[e].n.t {
		if f.tok >= 0 && c.lx.isGrammar("incomers", c.lem[f.tok]) {
			return false // those who come from elsewhere
		}
	}
	if n := c.told[e].n; ev.Type == "AGREE" && len(n.a) == 0 && n.m != nil && strings.HasPrefix(n.m.r.id, "offer.") {
		return false // whom one offers to send is not whom one offers it to
	}
	if home != "" && c.allSides(e) && !(c.atHome && home == c.home) {
		return c.give(e, theTarget, c.contenders(home), "story.sides", 0.9)
	}
	return home != "" && c.talks(e) && c.settleIn(e, theTarget, home, "story.people")
}

// settleSides makes "all sides" of whom somebody from elsewhere asks something
// those of the state in which the whole story plays.
func (c *coder) settleSides(e int) bool {
	for _, f := range c.told[e].n.t {
		if f.tok < 0 || f.known() || !c.lx.isGrammar("sides", c.lem[f.tok]) && !c.lx.isGrammar("parties", c.lem[f.tok]) {
			return false
		}
	}
	return c.settleIn(e, theTarget, c.home, "story.people")
}

// allSides reports whether event e asks something of "all sides" or "both parties",
// whom its sentence does not name.
func (c *coder) allSides(e int) bool {
	n := c.told[e].n
	if c.d.Events[e].Type != "REQUEST" {
		return false
	}
	for _, f := range n.t {
		if f.tok >= 0 && !f.known() && c.lx.isGrammar("all-sides", c.lem[f.tok]) {
			return true
		}
	}
	return false
}

// contenders are the one or two states or bodies besides home that the events of the
// article set at odds most.
func (c *coder) contenders(home string) []entente.Participant {
	count, who, names := map[string]int{}, map[string][]entente.Participant{}, []string{}
	for e := range c.d.Events {
		ev := &c.d.Events[e]
		if !ev.Status.Real() || codebook.Quad(ev.Type) < 3 {
			continue
		}
		for _, side := range [2][]entente.Participant{ev.Source, ev.Target} {
			s := onlyBody(side)
			if s == "" || s == home || !c.inPolitics(side) {
				continue
			}
			if count[s]++; count[s] == 1 {
				names, who[s] = append(names, s), side[:1]
			}
		}
	}
	sort.SliceStable(names, func(i, j int) bool { return count[names[i]] > count[names[j]] })
	var out []entente.Participant
	for n, s := range names {
		if n < 2 && 3*count[s] >= count[names[0]] {
			out = append(out, who[s]...)
		}
	}
	return out
}

// signatories are the parties of the last pact of which the article told before a
// third state welcomes or rejects it: "Washington hailed the accord".
func (c *coder) signatories(e int) []entente.Participant {
	ev, n := &c.d.Events[e], c.told[e].n
	if ev.Type != "SUPPORT" && ev.Type != "ACCUSE" && ev.Type != "REJECT" || n.m == nil || n.sym {
		return nil
	}
	tok := n.m.obj
	for _, f := range n.t {
		if f.tok >= 0 && !f.known() {
			tok = f.tok
		}
	}
	if tok < 0 || !c.lx.sets["pact"][c.lem[tok]] || !c.definite(tok) {
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow); o-- {
		p := &c.d.Events[o]
		if p.Symmetric && (p.Type == "SUPPORT" || p.Type == "AGREE") && len(p.Source) > 1 && !related(p.Source, ev.Source) {
			return p.Source
		}
	}
	return nil
}
