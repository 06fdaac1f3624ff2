package event

import (
	"entente"
	"entente/internal/codebook"
)

// tense is the status that the verb group around token i gives by its form
// alone; "" when it says nothing. Modal verbs are operators and not read here.
func (c *coder) tense(i int) entente.Status {
	if !c.isVerb(i) {
		return ""
	}
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.AuxRel && c.lx.isGrammar("progressive", c.lem[k]) && c.xpos(i) == "VBG" && c.xpos(k) != "VBD" {
			return entente.Ongoing // "were marching" is told of a day that is over
		}
	}
	return ""
}

// lasts reports whether an event that has taken place goes on at the day of
// publication: it is said to have gone on since some day, to be ongoing, or to
// be somebody's standing view or part. The second result is the time since
// which it does, -1 when none is named.
func (c *coder) lasts(ev *entente.Event) (bool, int) {
	t := c.tenseOver(ev.Token, -1)
	if t == tensePerfect || t == tensePresent {
		for _, i := range c.timesIn[ev.Sentence] {
			in, at := c.anchor(c.d.Times[i].Span)
			if in < 0 || at < 0 || !c.markedIn(in, "since") || !c.d.Times[i].When.Known() {
				continue
			}
			if up, weak := c.rise(ev.Token, at); up >= 0 && !weak || c.below(at, ev.Token) >= 0 {
				return true, i
			}
		}
	}
	for _, k := range c.kids(ev.Token) {
		if c.rel(k) == entente.Amod && c.lx.isGrammar("lasting", c.lem[k]) && !codebook.Verbal(ev.Type) {
			return true, -1
		}
	}
	if t != tensePresent || c.speech[ev.Token] >= 0 || c.d.Sentences[ev.Sentence].Kind == entente.Headline {
		return false, -1
	}
	if c.isVerb(ev.Token) {
		return c.tenseAt(ev.Token) == tensePresent && c.lx.isGrammar("attitude", c.lem[ev.Token]), -1
	}
	return c.kid(ev.Token, entente.Cop) >= 0 && c.lx.isGrammar("part-taken", c.lem[ev.Token]), -1
}

// purposeOfDeed reports whether the infinitive says for what somebody did what
// the simple past tells: "deployed to break up the rally".
func (c *coder) purposeOfDeed(i int) bool {
	h := c.head(i)
	return h >= 0 && c.ops[h] == nil && c.rel(i) == entente.Advcl && c.isVerb(h) && c.speech[i] < 0 && c.tenseAt(h) == tensePast && len(c.inherited(h)) == 0
}

// question reports whether the sentence asks.
func (c *coder) question(s int) bool {
	sent := &c.d.Sentences[s]
	for i := sent.Last - 1; i >= sent.First && i >= sent.Last-3; i-- {
		if c.d.Form(i) == "?" {
			return true
		}
	}
	return false
}
