package event

import "entente"

// toned adds to the roots of sentence s what its statements say of others by
// their tone: hostile or friendly words near somebody of another side, where no
// judgement could be read from the grammar. It holds for speakers and others
// of the political world only, and lowers the confidence.
func (c *coder) toned(roots []*node, s int) []*node {
	if c.topic != "" {
		return roots
	}
	for _, st := range c.statementsOf(s) {
		if c.disclaimed(st) {
			continue
		}
		who := c.voice(st)
		if who == nil || c.heard(roots, who[0]) {
			continue
		}
		n := c.complaint(roots, st, s, who)
		if n == nil && !c.question(s) {
			n = c.tone(st, s, who)
		}
		if n != nil {
			roots = append(roots, n)
		}
	}
	return roots
}

// heard reports whether a root has the speaker among its sources already.
func (c *coder) heard(roots []*node, who fill) bool {
	for _, r := range roots {
		if c.speaks(who, r.s) {
			return true
		}
	}
	return false
}

// tone weighs the words of statement st in sentence s; nil when they are
// neutral or mixed, or when nobody of another side is named beside them.
func (c *coder) tone(st, s int, who []fill) *node {
	sent := &c.d.Sentences[s]
	var first *judgement
	at := -1
	for i := sent.First; i < sent.Last; i++ {
		if c.speech[i] != st || c.aside[i] || c.covers[i] >= 0 && c.heads[i] < 0 {
			continue
		}
		for _, j := range c.judgingWords(i) {
			not := asksNot(j.reading)
			if !j.theme.tone || !c.wordClass(i, j.reading) || j.pos == 'n' && c.modifier(i) || !not && c.denied(i) || c.unreal(i, not) {
				continue
			}
			if len(j.cons) > 0 && c.try(i, j.reading) == nil {
				continue
			}
			if j.pos == 'v' && j.theme.class.typ == "SUPPORT" && c.ofOthers(i, who) {
				continue
			}
			if first != nil && first.theme != j.theme {
				return nil
			}
			if first == nil {
				first, at = j, i
			}
		}
	}
	if first == nil {
		return nil
	}
	t := c.besideTone(st, s, at, who)
	if len(t) == 0 && first.theme.class.typ == "ACCUSE" {
		t, _ = c.aggriever(who, s)
	}
	if c.statesmen(t) == 0 || c.codes(who) == 0 {
		return nil
	}
	n := said(&match{r: first.reading, at: at, obj: -1}, first.theme.class, who)
	n.t, n.near = t, 1
	return n
}

// ofOthers reports whether verb i tells what somebody besides the speaker does:
// "for him to praise the general".
func (c *coder) ofOthers(i int, who []fill) bool {
	for _, t := range c.subjects(i) {
		if c.lx.isGrammar("first-person", c.lem[t]) {
			return false
		}
		if fs := knownOnly(c.resolve(t, 0)); len(fs) > 0 && !c.speaks(who[0], fs) {
			return true
		}
	}
	return false
}

// besideTone is who of another side stands nearest before the word at token
// at in the same statement, as somebody who acts or has something.
func (c *coder) besideTone(st, s, at int, who []fill) []fill {
	for i := at; i >= c.d.Sentences[s].First; i-- {
		if c.speech[i] != st || c.heads[i] < 0 || !c.acting(i) {
			continue
		}
		if h := c.head(i); h >= 0 && c.modifier(i) && c.kid(h, entente.NmodPoss) >= 0 {
			continue // "Trump's Middle East efforts"
		}
		t := c.otherSide(ruled(knownOnly(c.resolve(i, 0)), "tone"), who)
		if c.codes(t) > 0 {
			return t
		}
	}
	return nil
}

// acting reports whether the mention at token i is subject, object, owner or
// modifier, and no circumstance.
func (c *coder) acting(i int) bool {
	switch c.rel(i) {
	case entente.Nsubj, entente.NsubjPass, entente.Obj, entente.NmodPoss, entente.Root, entente.Iobj, entente.Compound, entente.Amod:
		return true
	case entente.Nmod:
		return c.markedIn(i, "part") || c.markedIn(i, "agent")
	}
	return false
}
