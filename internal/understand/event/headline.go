package event

import (
	"entente"
	"entente/internal/codebook"
)

// clipped marks the nouns of a headline, and those that head a sentence, that
// are its verbs: they have an object ("EU slaps sanctions"), or the parser took
// them for the first part of the noun that is their object.
func (c *coder) clipped(sent *entente.Sentence) {
	short := c.fragment(sent)
	for i := sent.First; i < sent.Last; i++ {
		if sent.Kind != entente.Headline && c.rel(i) != entente.Root && !short {
			continue
		}
		if c.upos(i) != entente.NOUN || c.lx.verbs[c.lem[i]] == nil {
			continue
		}
		if c.kid(i, entente.Obj) > i || short && c.compounded(sent, i) {
			c.asVerb[i] = true
		}
	}
}

// fragment reports whether a sentence is a headline by its shape: no full stop
// at its end and no finite verb.
func (c *coder) fragment(sent *entente.Sentence) bool {
	if sent.Last <= sent.First || sent.Last-sent.First > 20 || sent.Kind != entente.Headline && c.upos(sent.Last-1) == entente.PUNCT {
		return false
	}
	for i := sent.First; i < sent.Last; i++ {
		switch c.xpos(i) {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return true
}

// compounded reports whether noun i, to the parser the first part of a noun
// behind it, is the verb between that noun and an actor with which it agrees:
// "Gunmen attack hotel", "Turkey bombs villages".
func (c *coder) compounded(sent *entente.Sentence, i int) bool {
	if c.rel(i) != entente.Compound || c.head(i) < i || i == sent.First || shouting(c.d.Form(i)) {
		return false
	}
	j := i - 1
	if c.outer[j] < 0 || c.mentionOf(c.outer[j]).End != c.d.Tokens[j].End || c.places[c.head(i)] >= 0 && c.heads[c.head(i)] < 0 {
		return false
	}
	many := c.xpos(j) == "NNS" || c.xpos(j) == "NNPS" || c.d.Actors[c.mention[c.outer[j]].actor].Kind == entente.GroupActor
	return many == (c.xpos(i) == "NN")
}

// shouting reports whether a word begins with a capital letter.
func shouting(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// shortPassive reports whether a participle stands for a passive without its
// auxiliary: "journalist freed in Mali", "two soldiers killed, army says". It
// has a subject and no object, and is a word for what is done to somebody.
func (c *coder) shortPassive(i int) bool {
	x := c.xpos(i)
	if c.trailing(i) {
		return true
	}
	if x != "VBN" && x != "VBD" || c.kid(i, entente.Nsubj) < 0 || c.relative(c.kid(i, entente.Nsubj)) {
		return false
	}
	if c.kid(i, entente.Obj, entente.Iobj, entente.Ccomp, entente.AuxRel, entente.AuxPass, entente.CompoundPrt) >= 0 || c.strayObject(i) >= 0 {
		return false
	}
	switch c.rel(i) {
	case entente.Root, entente.Parataxis, entente.Ccomp:
	default:
		return false
	}
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 {
		return false
	}
	sent := &c.d.Sentences[s]
	short := sent.Kind == entente.Headline || sent.Last > sent.First && c.upos(sent.Last-1) != entente.PUNCT
	return (x == "VBN" || short) && c.done(i)
}

// plainPast reports whether a verb that the parser took for a passive without
// its auxiliary is the past tense of a full sentence: "the opposition called for
// a vote."
func (c *coder) plainPast(i int) bool {
	if c.rel(i) != entente.Root || c.kid(i, entente.AuxPass, entente.AuxRel) >= 0 || c.done(i) || c.kid(i, entente.OblAgent) >= 0 && !c.lx.isGrammar("standing", c.lem[i]) {
		return false
	}
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 || c.d.Sentences[s].Kind == entente.Headline {
		return false
	}
	return c.upos(c.d.Sentences[s].Last-1) == entente.PUNCT
}

// trailing reports whether a verb that the parser joined to an earlier one is a
// participle behind its noun: "reporting 150 soldiers killed".
func (c *coder) trailing(i int) bool {
	if x := c.xpos(i); x != "VBN" && x != "VBD" || c.rel(i) != entente.Conj || i == 0 || !c.upos(i-1).Nominal() {
		return false
	}
	return c.kid(i, entente.Nsubj, entente.NsubjPass, entente.Obj, entente.Ccomp, entente.AuxRel, entente.AuxPass, entente.Cc) < 0 && c.strayObject(i) < 0 && c.done(i)
}

// done reports whether every reading of a verb is a material deed to its
// object, at least one whatever the object.
func (c *coder) done(i int) bool {
	plain := false
	for _, r := range c.lx.verbs[c.lem[i]] {
		if r.class == nil || len(r.frame[target]) == 0 {
			continue
		}
		if codebook.Quad(r.class.typ) < 4 && r.class.typ != "RETREAT" || r.class.typ == "PROTEST" || r.class.typ == "MOBILIZE" {
			return false
		}
		for k := range r.cons {
			if r.cons[k].test == testObject && r.cons[k].not && len(r.cons[k].words) == 0 && r.frame[target][0].kind != slotSubj {
				return false
			}
		}
		plain = plain || r.frame[target][0].kind == slotObj
	}
	return plain
}

// maxLabel is the number of tokens within which a label ends.
const maxLabel = 9

// behindLabel is the first token behind the label that opens a sentence and
// tells to what running story it belongs, the first of the sentence for none:
// "Syria crisis: Turkey closes its border".
func (c *coder) behindLabel(sent *entente.Sentence) int {
	for i := sent.First; i < min(sent.Last-2, sent.First+maxLabel); i++ {
		if c.isVerb(i) || c.speech[i] >= 0 {
			break
		}
		if c.d.Form(i) != ":" || i == sent.First {
			continue
		}
		for t := i + 1; t < sent.Last; t++ {
			if x := c.xpos(t); x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
				return i
			}
		}
		break
	}
	return sent.First
}
