package event

import "entente"

// moreSubjects are the subjects that the parser hung on verb i itself instead
// of on the first one, k: "Japan and the United States last month signed".
func (c *coder) moreSubjects(i, k int) []int {
	var out []int
	for _, j := range c.kids(i) {
		if j <= k || c.rel(j) != entente.Nsubj && c.rel(j) != entente.NsubjPass {
			continue
		}
		if first, _ := c.d.Yield(j); c.kid(j, entente.Cc) < 0 && (first == 0 || c.upos(first-1) != entente.CCONJ) {
			continue
		}
		if !c.timed[j] {
			out = append(out, j)
			continue
		}
		for _, m := range c.kids(j) {
			if c.heads[m] >= 0 && !c.timed[m] {
				out = append(out, m)
			}
		}
	}
	return out
}

// behindDateline is the noun that the parser hung on the dateline before it, or -1.
func (c *coder) behindDateline(k int) int {
	for _, j := range c.kids(k) {
		if !c.aside[j] && c.upos(j).Nominal() {
			return j
		}
	}
	return -1
}

// absolute is the noun behind "with" left of participle i, which it is that acts
// or not the subject of verb h: "passed with Germany opposing it"; -1 for none, as
// where "with" belongs to the verb ("met with Xi seeking help").
func (c *coder) absolute(i, h int) int {
	if c.xpos(i) != "VBG" || !c.isVerb(h) || c.takes(c.hits[h], "absolute") || c.takes(c.ops[h], "absolute") {
		return -1
	}
	for _, k := range c.kids(h) {
		if k >= i || !c.upos(k).Nominal() || c.rel(k) != entente.Obl {
			continue
		}
		first, last := c.d.Yield(k)
		if last != i {
			continue
		}
		if c.markedIn(k, "absolute") || first > 0 && c.head(first-1) == i && c.rel(first-1) == entente.Mark && c.lx.isGrammar("absolute", c.lem[first-1]) {
			return k
		}
	}
	return -1
}

// takes reports whether a reading asks for a party behind one of the
// prepositions of a list.
func (c *coder) takes(m *match, list string) bool {
	if m == nil {
		return false
	}
	for _, slots := range m.r.frame {
		for _, s := range slots {
			if s.kind == slotPrep && c.lx.isGrammar(list, s.prep) {
				return true
			}
		}
	}
	return false
}
