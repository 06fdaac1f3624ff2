package event

import (
	"entente"
	"entente/internal/codebook"
)

// nearby fills empty slots from plausible actors beside the trigger, for
// sentences that the parser got wrong.
func (c *coder) nearby(n *node) {
	if n.m == nil || n.distant || n.sym && len(n.s) > 1 {
		return
	}
	verb := c.isVerb(n.at) || c.carried(n.at) >= 0
	if !verb {
		return
	}
	if len(n.s) == 0 && !c.counted(n.at) && !(c.isVerb(n.at) && c.passive(n.at)) && (c.isVerb(n.at) || c.light(n.at) >= 0) {
		at := n.at
		if g := c.light(at); g >= 0 && g < at {
			at = g
		}
		if f := c.leftActor(at, n.t); f != nil {
			n.s, n.near = f, n.near+1
		}
	}
	if mutual(n.typ) && len(n.s) > 1 {
		return
	}
	if n.typ == codebook.Capability || n.mode == resigns || c.own(n.at) || len(n.m.r.frame[target]) == 0 && n.m.r.kind == "" {
		return
	}
	if len(n.t) == 0 || len(knownOnly(n.t)) == 0 && n.kind != "" {
		f := c.adjunctActor(n, n.s)
		if f == nil && !n.sym {
			f = c.rightActor(n)
		}
		if f != nil {
			n.t, n.near = f, n.near+1
		}
	}
	if len(n.s) == 0 && (n.typ == "COERCE" || receivedThere(n.typ) && c.isVerb(n.at) && c.passive(n.at)) {
		if f := c.without(c.authority(n), n.t); f != nil {
			n.s, n.near = f, n.near+1
		}
	}
	if len(n.s) == 0 {
		c.announced(n)
	}
}

// announced lets who speaks for a state do to another what is told without a
// doer: "the minister said two Russian diplomats had been expelled".
func (c *coder) announced(n *node) {
	if !c.isVerb(n.at) || !c.passive(n.at) || n.kind != "" || !officialDeed(n.typ) || len(knownOnly(n.t)) == 0 {
		return
	}
	who := c.speaker(n.at)
	if who == nil || onlyCountry(who[0].part) == "" || c.statesmen(who) == 0 || c.compatriots(who, n.t) || len(c.prepsIn(n.at, "within")) > 0 {
		return
	}
	n.s, n.near = who, n.near+1
}

// receivedThere reports whether events of the type, told in the passive without a
// doer, are done by those of the place: "was dismissed in Zagreb as void".
func receivedThere(typ string) bool { return typ == "ACCUSE" || typ == "SUPPORT" || typ == "REJECT" }

// officialDeed reports whether deeds of the type are mostly told first by those
// who have them done.
func officialDeed(typ string) bool {
	switch typ {
	case "SANCTION", "COERCE", "CONCEDE", "RETREAT", "AID", "REJECT":
		return true
	}
	return false
}

// gather gives a meeting without parties those who are the subject of the
// clause in which it is an occasion: "A and B signed after a meeting"; and a
// visit that of the clause told on it: "on a visit to Tokyo, Putin said".
func (c *coder) gather(n *node) {
	visits := n.mode == "visit" && !n.sym && len(n.s) == 0 && len(n.t) > 0
	fights := n.sym && n.typ == "ASSAULT" && len(n.s)+len(n.t) == 1 && len(c.prepsIn(n.at, "absolute")) > 0 // "after clashes with militants"
	if !visits && !fights && (!n.sym || len(n.s)+len(n.t) > 0) || c.isVerb(n.at) {
		return
	}
	g := n.at
	for k := 0; k < 4 && g >= 0 && (g == n.at || !c.isVerb(g)); k++ {
		if r := c.rel(g).Universal(); r != entente.Obl && r != entente.Nmod && r != entente.Advcl && (r != entente.Conj && r != entente.Appos || !c.timed[c.head(g)]) {
			return
		}
		g = c.head(g)
	}
	if g < 0 || !c.isVerb(g) {
		return
	}
	var who []fill
	for _, t := range c.surface(g) {
		for _, e := range c.expand(t) {
			who = append(who, c.resolve(e, 0)...)
		}
	}
	if visits {
		who = c.without(who, n.t)
	}
	if fights {
		who = c.without(c.without(ruled(knownOnly(distinct(who)), "occasion"), n.t), n.s)
		if len(who) > 0 && c.armed(c.list(who, "S")) {
			n.s = append(n.s, who...)
		}
		return
	}
	if who = ruled(knownOnly(distinct(who)), "occasion"); len(who) > 1 || visits && len(who) == 1 && c.markedIn(n.at, "journey") {
		n.s = who
	}
}

// handless reports whether the subject of a verb is a weapon or attack, which a name
// beside it does not make anybody's: "a bomb in Istanbul, Turkey, injures ten".
func (c *coder) handless(i int) bool {
	s := c.kid(i, entente.Nsubj)
	return c.isVerb(i) && s >= 0 && (c.weaponry(c.lem[s]) || c.lx.sets["attacks"][c.lem[s]] || c.lx.sets["munitions"][c.lem[s]])
}

// counted reports whether the subject of a verb is a mere number of people:
// "tens of thousands took to the streets".
func (c *coder) counted(i int) bool {
	s := c.kid(i, entente.Nsubj)
	return c.isVerb(i) && s >= 0 && c.lx.sets["quantity"][c.lem[s]]
}

// unpeopled takes from an event the sources that are mere things: only people,
// their bodies and names do what has no hand of its own.
func (c *coder) unpeopled(n *node) {
	if n.typ == "ASSAULT" {
		return
	}
	var out []fill
	for _, f := range n.s {
		if f.known() || f.tok < 0 || c.person(f.tok) || c.upos(f.tok) != entente.NOUN {
			out = append(out, f)
		}
	}
	n.s = out
}

// despite aims a hostile word without a target at the subject of the clause
// in which it is a circumstance: "signed the law despite criticism by X".
func (c *coder) despite(n *node) {
	if codebook.Quad(n.typ) < 3 || n.typ == "ASSAULT" || c.isVerb(n.at) || len(n.t) > 0 || len(knownOnly(n.s)) == 0 {
		return
	}
	g := c.head(n.at)
	if g < 0 || !c.isVerb(g) || c.rel(n.at) != entente.Obl || !c.markedIn(n.at, "despite") {
		return
	}
	for _, t := range c.surface(g) {
		if f := knownOnly(c.without(c.resolve(t, 0), n.s)); len(f) > 0 {
			n.t = ruled(f, "circumstance")
			return
		}
	}
}

// authority is the state in which somebody is arrested, banned or deported by
// an agent that is not named.
func (c *coder) authority(n *node) []fill {
	for _, p := range c.lx.grammar["within"] {
		for _, b := range c.bases(n.at, n.m) {
			for _, k := range c.preps(b, p) {
				if got := knownOnly(c.resolve(k, 0)); got != nil {
					return ruled(got, "place")
				}
			}
		}
	}
	return nil
}

// rightActor is the first actor right of the trigger in its clause.
func (c *coder) rightActor(n *node) []fill {
	first, last := n.at+1, n.at+1
	if g := c.carrier(n.at); g >= 0 {
		_, last = c.d.Yield(g)
	} else {
		_, last = c.d.Yield(n.at)
	}
	for i := first; i < min(last, first+25); i++ {
		if n.kind != "" && c.clauseStart(i) || c.upos(i) == entente.SCONJ && c.rel(i) == entente.Mark && c.rel(c.head(i)) == entente.Advcl && c.kid(c.head(i), entente.Nsubj, entente.NsubjPass) > i {
			return nil // "resumed the offensive as observers were released"
		}
		if k := c.kid(n.at, entente.Obj, entente.Obl); c.isVerb(i) && c.rel(i) == entente.Conj && c.head(i) == n.at && k > n.at && k < i && (c.ops[i] != nil || c.hits[i] != nil) {
			return nil // "asked for patience and promised to pay with the bank's help"
		}
		if c.isVerb(i) && c.around(i, n.at) {
			return nil // "putting troops on alert, met the Russian president"
		}
		if c.heads[i] < 0 || c.timed[i] || c.inQuote(i) || c.own(i) || c.markedIn(i, "attribution") || c.posted(n.typ, i) {
			continue
		}
		if n.kind == "" && c.toldBeside(i, n.at) {
			continue // "annulled the vote, which observers of the EU had praised"
		}
		if c.movesOwn(n, i) || c.leadsOther(i, n.at) || c.talkedAbout(n, i) {
			continue
		}
		if p := c.places[i]; p >= 0 && c.d.Places[p].Locative && (n.typ == "CONSULT" || n.base != nil && n.base.typ == "CONSULT") {
			continue // where they meet, not whom
		}
		if f := ruled(c.without(c.resolve(i, 0), n.s), "right"); f != nil && !c.compatriots(f, n.s) {
			return f
		}
	}
	return nil
}

// talking is the class of talks, whose verbs have as object what they are about.
const talking = "consult.talks"

// talkedAbout reports whether token i stands in what a verb of talking has as its
// object: "to discuss the sale of Greenland" is no talk with it.
func (c *coder) talkedAbout(n *node, i int) bool {
	b := n
	if n.base != nil {
		b = n.base
	}
	if b.typ != "CONSULT" || !c.isVerb(b.at) || b.m == nil || b.m.r.class == nil || b.m.r.class.id != talking {
		return false
	}
	o := c.kid(b.at, entente.Obj)
	return o >= 0 && c.heads[o] < 0 && (i == o || c.around(o, i))
}

// around reports whether token t hangs below verb v.
func (c *coder) around(v, t int) bool {
	for n := 0; n < 12 && t >= 0; n++ {
		if t = c.head(t); t == v {
			return true
		}
	}
	return false
}

// leadsOther reports whether the actor at token i is the agent of a participle
// that is not the trigger: "a delegation led by Nigeria".
func (c *coder) leadsOther(i, trigger int) bool {
	for n := 0; n < 2 && c.head(i) >= 0 && (c.rel(i) == entente.NmodPoss || c.rel(i) == entente.Compound || c.rel(i) == entente.Amod); n++ {
		i = c.head(i)
	}
	h := c.head(i)
	return h >= 0 && h != trigger && c.markedIn(i, "agent") && c.isVerb(h) && c.rel(h) == entente.Acl
}

// movesOwn reports whether word i is what a side moves or withdraws, its own
// troops, or is joined to that.
func (c *coder) movesOwn(n *node, i int) bool {
	typ := n.typ
	if n.base != nil {
		typ = n.base.typ
	}
	if typ != "MOBILIZE" && typ != "RETREAT" {
		return false
	}
	for k := 0; k < 3 && i >= 0 && c.rel(i) == entente.Conj; k++ {
		i = c.head(i)
	}
	return i >= 0 && c.lx.sets["forces"][c.lem[i]] && c.rel(i) == entente.Obj
}

// own reports whether a noun has a possessive pronoun: "its troops".
func (c *coder) own(i int) bool {
	k := c.kid(i, entente.NmodPoss)
	return k >= 0 && c.upos(k) == entente.PRON
}

// clauseStart reports whether a new clause begins at token i: a relative word
// or a verb with a subject of its own.
func (c *coder) clauseStart(i int) bool {
	switch c.xpos(i) {
	case "WDT", "WP", "WP$", "WRB":
		return true
	}
	return c.upos(i) == entente.VERB && c.kid(i, entente.Nsubj, entente.NsubjPass) >= 0
}

// inQuote reports whether token i is the subject of a verb of its own, as in
// the "X said" that closes a sentence.
func (c *coder) inQuote(i int) bool {
	r := c.rel(i)
	return r == entente.Nsubj || r == entente.NsubjPass
}

// joined resolves a noun with those before it that it is coordinated with, up
// to one behind a preposition ("In Tokyo, A and B").
func (c *coder) joined(i int) []fill {
	toks := []int{i}
	for h := c.head(i); c.rel(i) == entente.Conj && h >= 0 && c.adposition(h) == "" && len(toks) < 8; h = c.head(i) {
		toks = append([]int{h}, toks...)
		i = h
	}
	var out []fill
	for _, t := range toks {
		out = append(out, c.resolve(t, 0)...)
	}
	return distinct(out)
}

// mutual reports whether events of the type are mostly told of several
// actors together.
func mutual(typ string) bool {
	switch typ {
	case "AGREE", "CONSULT", "SUPPORT", "COOPERATE":
		return true
	}
	return false
}

// leftActor is the nearest actor left of the trigger with no other verb between.
func (c *coder) leftActor(at int, not []fill) []fill {
	first := 0
	if s := c.d.SentenceAt(c.d.Tokens[at].Start); s >= 0 {
		first = c.d.Sentences[s].First
	}
	for i, n := at-1, 0; i >= first && n < 12; i, n = i-1, n+1 {
		if c.upos(i) == entente.VERB || c.upos(i) == entente.SCONJ || c.head(i) < 0 {
			return nil
		}
		if c.heads[i] < 0 || c.timed[i] || (c.xpos(at) == "VBG" || c.places[i] >= 0 || c.handless(at)) && c.inPhrase(i) {
			continue
		}
		switch c.rel(i).Universal() {
		case entente.Nsubj, entente.Conj, entente.Appos, entente.Dep, entente.Parataxis, entente.Dislocated, entente.Obl, entente.Nmod, entente.Root, entente.Vocative:
			if c.adposition(i) != "" || c.rel(i) == entente.NmodPoss || c.rel(i) == entente.Obl && c.head(i) < i && c.isVerb(c.head(i)) {
				continue
			}
			if f := ruled(knownOnly(c.without(c.joined(i), not)), "near"); f != nil {
				return f
			}
		case entente.Compound:
			if h := c.head(i); i < at-1 && !c.timed[h] || c.adposition(i) != "" || c.weaponry(c.lem[i]) {
				continue
			}
			if f := ruled(c.without(c.resolve(i, 0), not), "near"); f != nil {
				return f
			}
		}
	}
	return nil
}

// inPhrase reports whether a name is the later part of a phrase behind a
// preposition: "at a rally in Baghdad, Iraq, killing ten".
func (c *coder) inPhrase(i int) bool {
	for n := 0; n < 4 && i >= 0; n++ {
		if c.adposition(i) != "" {
			return true
		}
		switch c.rel(i).Universal() {
		case entente.Conj, entente.Appos, entente.Nmod, entente.Flat:
			i = c.head(i)
		default:
			return false
		}
	}
	return false
}

// adjunctActor is the first actor in a prepositional phrase on the trigger, on
// its object, or on the verb that carries it.
func (c *coder) adjunctActor(n *node, not []fill) []fill {
	bases := c.bases(n.at, n.m)
	if g := c.carried(n.at); g >= 0 {
		bases = append(bases, g)
	}
	for _, prep := range c.lx.grammar["adjunct"] {
		if n.sym && !c.lx.isGrammar("partner", prep) || codebook.Quad(n.typ) == 4 && c.lx.isGrammar("partner", prep) || codebook.Verbal(n.typ) && n.mode != "visit" && c.lx.isGrammar("locative", prep) {
			continue
		}
		for _, b := range bases {
			for _, k := range c.preps(b, prep) {
				if f := ruled(knownOnly(c.without(c.resolve(k, 0), not)), "near"); f != nil {
					return f
				}
			}
		}
	}
	return nil
}
