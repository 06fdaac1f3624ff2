package event

import (
	"entente"
)

// aggriever is who of another side has harmed the side of a speaker most often,
// by word or deed, the later one of two: one who speaks bitterly of nobody in
// particular means them. The event is the last of theirs, -1 for none.
func (c *coder) aggriever(who []fill, s int) ([]fill, int) { return c.harmer(who, s, false) }

// harmer is aggriever; with people it counts what those of another state did to
// people of the speaker's state too.
func (c *coder) harmer(who []fill, s int, people bool) ([]fill, int) {
	count, best, last := map[string]int{}, "", map[string]int{}
	for e := len(c.d.Events) - 1; e >= max(0, len(c.d.Events)-replyWindow); e-- {
		ev := &c.d.Events[e]
		if ev.Sentence >= s || ev.Symmetric || !harms(ev) || !identified(ev.Source) || !c.ownSideOf(ev.Target, who[0].part) && !(people && c.fromAbroad(ev, who)) {
			continue
		}
		if len(c.otherSide(recalled(ev.Source), who)) == 0 || !c.armed(ev.Source) && !c.bodies(ev.Source) {
			continue
		}
		side := ev.Source[0].Country
		if side == "" {
			side = ev.Source[0].Code
		}
		if count[side]++; count[side] == 1 {
			last[side] = e
		}
		if best == "" || count[side] > count[best] {
			best = side
		}
	}
	if best == "" {
		return nil, -1
	}
	e := last[best]
	return ruled(c.otherSide(recalled(c.d.Events[e].Source), who), "aggrieved"), e
}

// fromAbroad reports whether one of another state harms people of the speaker's.
func (c *coder) fromAbroad(ev *entente.Event, who []fill) bool {
	home := onlyCountry(who[0].part)
	return home != "" && onlyCountry(ev.Target) == home && onlyBody(ev.Source) != home
}

// aggrievedBy is who of another state has harmed the official side that judges,
// refuses or strikes back in event e.
func (c *coder) aggrievedBy(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if !answers(ev.Type) || yields(ev.Type) && ev.Type != "REJECT" || !official(ev.Source) || c.hostileDeed(e) {
		return nil
	}
	_, by := c.aggriever(recalledSide(ev.Source), ev.Sentence)
	if by < 0 || onlyBody(c.d.Events[by].Source) == onlyBody(ev.Source) {
		return nil
	}
	return c.d.Events[by].Source
}

// recalledSide is one filler for all participants of a side.
func recalledSide(ps []entente.Participant) []fill {
	return []fill{{tok: -1, ref: -1, span: ps[0].Span, rule: "recall", part: ps}}
}

// harms reports whether an event is a deed or word against its target.
func harms(ev *entente.Event) bool {
	if !ev.Status.Real() {
		return false
	}
	switch ev.Type {
	case "SANCTION", "COERCE", "ASSAULT", "REJECT", "ACCUSE", "THREATEN", "MOBILIZE":
		return true
	}
	return false
}

// ownThem reports whether those who govern speak of "them" and the pronoun seems to
// mean people of their own state.
func (c *coder) ownThem(about []int, fs, who []fill) bool {
	if len(about) != 1 || c.xpos(about[0]) != "PRP" || len(fs) == 0 || !c.compatriots(fs, who) {
		return false
	}
	for _, p := range who[0].part {
		if p.Sector != "GOV" {
			return false
		}
	}
	return true
}

// unaimed reports whether a judgement is of nobody and nothing named: "a great
// injustice has been done", "this is no way to treat a friend".
func (c *coder) unaimed(about []int) bool {
	for _, t := range about {
		if !c.lx.isGrammar("pointing", c.lem[t]) && !(c.xpos(t) == "PRP" && c.lx.isGrammar("persons", c.lem[t])) && !(c.definite(t) && c.lx.isGrammar("deed", c.lem[t])) {
			return false
		}
	}
	return true
}

// complaint is what somebody of a side that another has harmed says in quotation
// marks with a negation or as a question: mostly bitter words about those who did it,
// unless it is about what the speaker's side will do.
func (c *coder) complaint(roots []*node, st, s int, who []fill) *node {
	if c.d.Statements[st].Kind != entente.Direct || c.statesmen(who) == 0 {
		return nil
	}
	at := c.bitter(st, s)
	if at < 0 {
		return nil
	}
	t, by := c.aggriever(who, s)
	if c.statesmen(t) == 0 || c.sideHeard(roots, who) {
		return nil
	}
	if onlyBody(c.d.Events[by].Source) == onlyBody(who[0].part) {
		return nil // at home one speaks of anything
	}
	r := bitterness
	if defiant := c.defiant(at, who); c.foretold(at) && !defiant {
		return nil // what will become of things
	} else if defiant || c.d.Events[by].Type == "ACCUSE" {
		r = defiance
	}
	n := said(&match{r: r, at: at, obj: -1}, r.class, who)
	n.t, n.near = t, 1
	return n
}

// What the bitter words of those whom another has harmed amount to, whatever the
// words.
var (
	bitterness = &reading{id: "judge.bitterness", pos: 'v', class: &class{typ: "ACCUSE", cameo: "111"}}
	defiance   = &reading{id: "judge.defiance", pos: 'v', class: &class{typ: "REJECT", cameo: "120"}}
)

// sideHeard reports whether a root has somebody of the speaker's side as its
// source already.
func (c *coder) sideHeard(roots []*node, who []fill) bool {
	for _, r := range roots {
		for _, f := range r.s {
			if c.ownSideOf(c.participant(f, ""), who[0].part) {
				return true
			}
		}
	}
	return false
}

// bitter is the head of the first clause of statement st in sentence s that is
// negated or asks, -1 for none.
func (c *coder) bitter(st, s int) int {
	sent := &c.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if c.speech[i] != st || c.aside[i] {
			continue
		}
		if c.d.Form(i) == "?" {
			for k := i - 1; k >= sent.First; k-- {
				if c.isVerb(k) && c.speech[k] == st {
					return k
				}
			}
		}
		if !c.negates(i) {
			continue
		}
		h := c.head(i)
		if h >= 0 && c.rel(h) == entente.Advmod {
			h = c.head(h) // "no longer"
		}
		if h >= 0 && c.speech[h] == st {
			return h
		}
	}
	return -1
}

// defiant reports whether a clause tells what the speaker's side does not or
// will not do.
func (c *coder) defiant(at int, who []fill) bool {
	if !c.isVerb(at) {
		return false
	}
	for _, s := range c.subjects(at) {
		if c.lx.isGrammar("first-person", c.lem[s]) {
			return !c.passive(at)
		}
		for _, f := range c.resolve(s, 0) {
			if c.foretold(at) && c.ownSideOf(c.participant(f, ""), who[0].part) {
				return true
			}
		}
	}
	return false
}

// foretold reports whether a verb tells what is to come.
func (c *coder) foretold(at int) bool {
	for _, k := range c.kids(at) {
		if c.rel(k).Universal() != entente.AuxRel {
			continue
		}
		for _, r := range c.lx.words[c.lem[k]] {
			if r.kind == kindFuture {
				return true
			}
		}
	}
	return false
}

// negates reports whether a word says no: "not", "never", "nobody".
func (c *coder) negates(i int) bool {
	if c.lx.isGrammar("nobody", c.lem[i]) {
		return true
	}
	for _, r := range c.lx.words[c.lem[i]] {
		if r.kind == kindNegate {
			return true
		}
	}
	return false
}
