package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// objects are the tokens that fill the object of a verb: the object, the
// subject of a passive, the noun that a participle or a relative clause modifies.
// strayObject is a noun right of a verb without an object that the parser
// hung on it otherwise, or that it hung the verb on; -1 when there is none.
// finiteAcl reports whether a verb that the parser took for a participle behind
// the root noun is the verb of the clause: it has an object, or an agent
// without its preposition.
// finiteAmod reports whether a verb that the parser took for a participle
// before its noun is the verb of the clause: "Canada lifted sanctions".
// gap reports whether a relative clause lacks its object: it has a subject
// of its own that is no relative pronoun.
// patient is the one acted on of a passive verb.
// antecedent is the noun that the relative clause around verb i modifies.
// subjects are the tokens that do what predicate i says, found through
// passives, coordination, control, raising, participles and relative clauses.
// behindDateline is the noun that the parser hung on the dateline before it, or -1.
// climb finds the subject of a predicate that has none of its own.
// surface is the grammatical subject of a predicate, active or passive.
// controller is what the infinitive or gerund below predicate h takes as its
// subject: the addressee of an operator, the object, or the subject.
// nounController is the subject of an infinitive that hangs on a noun ("a
// pledge to send"): who makes the pledge.
// carriers are the subjects of the verb that carries an event noun ("Japan
// held talks", "imposed sanctions").
func has(list []int, x int) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// preps are the dependents of token i behind a preposition.
func (c *coder) preps(i int, prep string) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k).Universal() {
		case entente.Obl, entente.Nmod, entente.Advcl, entente.Acl, entente.Xcomp, entente.Dep, entente.Advmod:
			if c.marked(k, prep) && !c.alongside(k) && !(c.hits[i] != nil && c.posted(c.hits[i].r.class.typ, k)) {
				out = append(out, k)
			}
		}
	}
	if a := c.kid(i, entente.OblAgent); out == nil && a > i {
		for _, k := range c.kids(a) { // "accused by the UN of arming rebels"
			if c.rel(k) == entente.Acl && c.xpos(k) == "VBG" && c.marked(k, prep) {
				out = append(out, k)
			}
		}
	}
	if out == nil && c.rel(i) == entente.Conj && c.isVerb(i) {
		for _, k := range c.kids(c.head(i)) { // "met and talked with"
			if k > i && c.rel(k) == entente.Obl && c.marked(k, prep) {
				out = append(out, k)
			}
		}
	}
	return out
}

// posted reports whether k is the platform on which the words stand that an
// event of type typ is about ("criticised the vote on Twitter"), and not whom
// the event hits ("a ban on Twitter").
func (c *coder) posted(typ string, k int) bool {
	return codebook.Quad(typ) != 4 && c.lx.isGrammar("forum", c.lem[k]) && c.marked(k, "on")
}

// prepsIn are the dependents behind a preposition of a list of the grammar.
func (c *coder) prepsIn(i int, list string) []int {
	for _, p := range c.lx.grammar[list] {
		if out := c.preps(i, p); len(out) > 0 {
			return out
		}
	}
	return nil
}

// infs are the infinitives below a predicate or noun.
func (c *coder) infs(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Xcomp, entente.Acl, entente.Advcl, entente.Ccomp, entente.Csubj, entente.Dep:
			if c.infinitive(k) || c.rel(k) == entente.Xcomp && k > i && c.xpos(k) == "VB" && c.isVerb(i) {
				out = append(out, k) // also bare: "helped negotiate"
			}
		}
	}
	if out == nil && c.isVerb(i) {
		return c.tasked(i)
	}
	return out
}

// bids reports whether verb i may tell another what to do.
func (c *coder) bids(i int) bool {
	for _, r := range c.lx.verbs[c.lem[i]] {
		if r.class == nil && otherActs(r.kind) {
			return true
		}
	}
	return false
}

// lastInf is the infinitive that ends relative clause k, to which the parser hung
// it: "asked those who had gathered to go home".
func (c *coder) lastInf(k int) []int {
	kids := c.kids(k)
	if s := c.kid(k, entente.Nsubj, entente.NsubjPass); s < 0 || c.xpos(s) != "WP" {
		return nil // "told reporters that he hoped to win"
	}
	for n := len(kids) - 1; n >= 0; n-- {
		v := kids[n]
		if v > k && c.rel(v) == entente.Advcl && c.infinitive(v) {
			return []int{v}
		}
	}
	return nil
}

// tasked are the infinitives that the parser hung on the one who is told: "told
// the government to pay the nurses".
func (c *coder) tasked(i int) []int {
	var out []int
	for _, o := range c.kids(i) {
		if r := c.rel(o); o < i || r != entente.Obj && r != entente.Iobj || c.heads[o] < 0 && !c.person(o) {
			continue
		}
		for _, k := range c.kids(o) {
			if k > o && c.rel(k) == entente.Acl && c.infinitive(k) {
				out = append(out, k)
			}
			if k > o && c.rel(k) == entente.AclRelcl && c.bids(i) {
				out = append(out, c.lastInf(k)...)
			}
		}
	}
	return out
}

// borrowed are the infinitives that the parser hung on the verb of which noun
// n is the object: "announced plans to withdraw".
func (c *coder) borrowed(n int) []int {
	if c.isVerb(n) || c.rel(n) != entente.Obj {
		return nil
	}
	var out []int
	for _, k := range c.infs(c.head(n)) {
		if k > n && k-n < 6 {
			out = append(out, k)
		}
	}
	return out
}

// gerunds are the -ing clauses below a predicate that no preposition marks.
func (c *coder) gerunds(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Xcomp, entente.Ccomp, entente.Advcl, entente.Obj:
			if c.rel(k) == entente.Advcl && (c.kid(k, entente.Mark) > i+1 || c.kid(i, entente.Obj) >= 0) {
				continue // "suspended the flights while vowing"
			}
			if (c.xpos(k) == "VBG" || c.perfectGerund(k)) && !c.infinitive(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// perfectGerund reports whether the verb stands with "having": "denied having sent
// troops".
func (c *coder) perfectGerund(i int) bool {
	k := c.kid(i, entente.AuxRel, entente.AuxPass)
	return k >= 0 && k < i && c.xpos(k) == "VBG" && c.lx.isGrammar("perfect", c.lem[k])
}

// modifiers are the adjectives and compounds that name an actor, also inside
// a compound participle ("U.S.-led").
func (c *coder) modifiers(i int) []int {
	var out []int
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Amod, entente.Compound, entente.Nmod, entente.Flat, entente.Dep, entente.DetRel, entente.NmodPoss, entente.Nummod:
			if k > i || k < c.cut[i] || c.adposition(k) != "" {
				continue
			}
			if c.heads[k] >= 0 {
				if c.nameless(k) || c.upos(k) == entente.ADJ && !shouting(c.d.Form(k)) && c.d.Actors[c.mention[c.heads[k]].actor].Code == "" {
					continue // "criminal bombings"
				}
				if h := c.hyphened(k); h >= 0 {
					out = append(out, h)
				}
				out = append(out, k)
				continue
			}
			first, last := c.d.Yield(k)
			for t := first; t < last && last-first < 8; t++ {
				if c.heads[t] >= 0 {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// hyphened is the name that a hyphen joins to modifier k: "US" in "US-Iranian
// talks", -1 when there is none.
func (c *coder) hyphened(k int) int {
	if k < 2 || c.upos(k-1) != entente.PUNCT || c.d.Tokens[k-1].End != c.d.Tokens[k].Start || c.d.Tokens[k-2].End != c.d.Tokens[k-1].Start {
		return -1
	}
	if c.heads[k-2] < 0 || c.head(k-2) != k || c.d.Actors[c.mention[c.heads[k-2]].actor].Code == "" {
		return -1
	}
	return k - 2
}

// nameless reports whether the mention that token k heads is a group without a
// code: as a modifier it names no actor ("drone strikes").
func (c *coder) nameless(k int) bool {
	a := &c.d.Actors[c.mention[c.heads[k]].actor]
	return a.Kind == entente.GroupActor && a.Code == ""
}

// namesPlace reports whether a modifier is the bare name of a state or place
// ("the Kabul attack"), which more often suffers than acts; short names in
// capitals ("U.S. strikes") act, and names that serve as adjectives ("United States
// strikes").
func (c *coder) namesPlace(i int) bool {
	if c.upos(i) != entente.PROPN || c.rel(i) == entente.Amod {
		return false
	}
	if strings.ToUpper(c.d.Form(i)) == c.d.Form(i) || i > 0 && c.head(i-1) == i && c.lx.isGrammar("attributive", lower(c.d.Form(i-1))+"-"+lower(c.d.Form(i))) {
		return false
	}
	if ref := c.heads[i]; ref >= 0 {
		return c.d.Actors[c.mention[ref].actor].Kind == entente.StateActor
	}
	return c.places[i] >= 0
}

// fillRole lists the tokens in the first slot of a role that is filled.
func (c *coder) fillRole(m *match, ro role) []int {
	for _, s := range m.r.frame[ro] {
		if t := c.fill(m, &s); len(t) > 0 {
			return t
		}
	}
	return nil
}

// fill lists the tokens that stand in a slot of a match.
func (c *coder) fill(m *match, s *slot) []int {
	if s.on != nil {
		var out []int
		for _, t := range c.fill(m, s.on) {
			out = append(out, c.slotAt(t, m, s)...)
		}
		return out
	}
	switch s.kind {
	case slotSubj:
		return c.subjects(m.at)
	case slotHead:
		h := c.head(m.at)
		if h >= 0 && c.rel(h) == entente.AuxRel { // "had not, by then, announced"
			h = c.head(h)
		}
		if v := c.stranded(h); v >= 0 {
			h = v
		} else if n := c.existing(h); n >= 0 {
			h = n
		}
		if h >= 0 {
			return []int{h}
		}
		return nil
	case slotPrep:
		for _, b := range c.bases(m.at, m) {
			if b == m.at && c.lx.isGrammar("agent", s.prep) && c.isVerb(b) && c.passive(b) {
				continue // the agent, which is the subject
			}
			if out := c.preps(b, s.prep); len(out) > 0 {
				return out
			}
		}
		g := c.carried(m.at)
		if !c.lx.isGrammar("agent", s.prep) {
			g = c.carrier(m.at)
		}
		if g >= 0 {
			if out := c.preps(g, s.prep); len(out) > 0 {
				return out
			}
		}
		return c.deepPreps(m, s.prep)
	}
	if out := c.slotAt(m.at, m, s); len(out) > 0 {
		return out
	}
	if q := c.quantityOf(m.at); q >= 0 && s.kind != slotObj {
		return c.slotAt(q, m, s)
	}
	return nil
}

// indirect is the indirect object of verb i, also where the parser took it for
// the first of two objects; -1 when there is none.
func (c *coder) indirect(i int) int {
	if k := c.kid(i, entente.Iobj); k >= 0 {
		return k
	}
	first := -1
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Obj || k < i || c.timed[k] {
			continue
		}
		if first >= 0 && (c.person(first) || c.heads[first] >= 0) {
			return first
		}
		if first < 0 {
			first = k
		}
	}
	return -1
}

// existing is the noun of which a clause says that it is there ("there will be
// talks"), -1 for any other clause.
func (c *coder) existing(h int) int {
	if h < 0 || c.kid(h, entente.Expl) < 0 || c.hits[h] != nil {
		return -1
	}
	if k := c.kid(h, entente.Nsubj); k > h && c.upos(k) == entente.NOUN {
		return k
	}
	return -1
}

// stranded is the participle that the parser hung on its auxiliary where words
// part the two ("had not, as of Friday, announced"), -1 when there is none.
func (c *coder) stranded(h int) int {
	if h < 0 || c.upos(h) != entente.AUX {
		return -1
	}
	for _, k := range c.kids(h) {
		if r := c.rel(k); k > h && (r == entente.Advcl || r == entente.Ccomp || r == entente.Xcomp || r == entente.Dep) && (c.xpos(k) == "VBN" || c.xpos(k) == "VBD") && c.kid(k, entente.AuxRel, entente.AuxPass, entente.Mark) < 0 {
			return k
		}
	}
	return -1
}

// quantityOf is the word of quantity in front of a noun ("its number of
// missile tests"), or -1.
func (c *coder) quantityOf(n int) int {
	h := c.head(n)
	if h >= 0 && c.rel(n) == entente.Nmod && c.lx.sets["quantity"][c.lem[h]] && c.markedIn(n, "part") {
		return h
	}
	return -1
}

// deepPreps looks for a preposition one step further down, where the parser
// hangs it on a neighbour: "the torture of prisoners by guards".
func (c *coder) deepPreps(m *match, prep string) []int {
	for _, b := range c.bases(m.at, m) {
		for _, k := range c.kids(b) {
			switch c.rel(k).Universal() {
			case entente.Nmod, entente.Obl:
				if k < b || (c.hits[k] != nil || c.ops[k] != nil) && !c.person(k) || c.lx.isGrammar("agent", prep) && c.markedIn(k, "inquired") {
					continue // "an investigation into abuses by the army"
				}
				if out := c.preps(k, prep); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// slotAt looks for a slot directly on token i.
func (c *coder) slotAt(i int, m *match, s *slot) []int {
	switch s.kind {
	case slotSubj:
		return c.subjects(i)
	case slotObj:
		if i == m.at && m.obj >= 0 && !c.isVerb(i) {
			return nil
		}
		return c.objects(i)
	case slotIobj:
		if k := c.indirect(i); k >= 0 {
			return []int{k}
		}
		if c.isVerb(i) && c.passive(i) && c.retained(i) >= 0 {
			return c.patient(i)
		}
	case slotPoss:
		if k := c.kid(i, entente.NmodPoss); k >= 0 {
			return []int{k}
		}
	case slotMod:
		return c.unspent(c.modifiers(i), m)
	case slotAdj, slotNoun:
		var out []int
		for _, k := range c.modifiers(i) {
			if c.rel(k) != entente.NmodPoss && (c.namesPlace(k) || c.suffers(k, m)) == (s.kind == slotNoun) {
				out = append(out, k)
			}
		}
		return out
	case slotPrep:
		return c.preps(i, s.prep)
	case slotInf:
		if out := c.infs(i); out != nil {
			return out
		}
		return c.borrowed(i)
	case slotThat:
		if k := c.kid(i, entente.Ccomp); k >= 0 {
			return []int{k}
		}
		if k := c.kid(i, entente.Xcomp); k > i && c.xpos(k) == "VBN" && c.lx.isGrammar("wished", c.lem[i]) {
			return []int{k}
		}
		if k := c.kid(i, entente.Acl); k > i && !c.isVerb(i) && c.markedIn(k, "that") {
			return []int{k}
		}
		if r := c.rel(i); !c.isVerb(i) && (r == entente.Obj || r == entente.Iobj) { // "repeated its demand that he leave", hung on the verb
			if k := c.kid(c.head(i), entente.Ccomp); k > i && c.markedIn(k, "that") {
				return []int{k}
			}
		}
	case slotIng:
		return c.gerunds(i)
	}
	return nil
}

// alongside reports whether a noun stands behind "along with" or "together with":
// it is joined to another and no partner of the deed.
func (c *coder) alongside(k int) bool {
	p := c.kid(k, entente.Case)
	return p > 0 && c.lx.isGrammar("joining", c.lem[p-1]) && (c.head(p-1) < 0 || !c.isVerb(c.head(p-1)))
}
