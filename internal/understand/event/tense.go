package event

import "entente"

// tense is the status that the verb group around token i gives by its form
// alone; "" when it says nothing. Modal verbs are operators and not read here.
func (c *coder) tense(i int) entente.Status {
	if !c.isVerb(i) {
		return ""
	}
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.AuxRel && c.lx.isGrammar("progressive", c.lem[k]) && c.xpos(i) == "VBG" {
			return entente.Ongoing
		}
	}
	return ""
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
