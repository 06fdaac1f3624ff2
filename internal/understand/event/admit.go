package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// admit decides which roots of a sentence are events: their parties must be
// named, and doubtful ones are left out.
func (c *coder) admit(roots []*node, s int) []*node {
	var out []*node
	for _, n := range roots {
		if n == nil || n.typ == "" || n.status == entente.Denied || n.supposed && n.status == entente.Hypothetical || c.negatedAbove(n) {
			continue
		}
		c.gather(n)
		n.back = c.pointsBack(n, s)
		if n.back < 0 {
			c.nearby(n)
		}
		c.despite(n)
		c.unpeopled(n)
		c.verbal(n)
		if n.held = !c.admits(n); !n.held || c.waits(n) {
			out = append(out, n)
		}
	}
	return c.fold(out)
}

// negatedAbove reports whether an event noun is an argument of a verb that is
// negated: "did not mark the start of closer ties".
func (c *coder) negatedAbove(n *node) bool {
	if n.kind != "" && n.base != nil && c.isVerb(n.at) || n.kind == "" && c.isVerb(n.at) && !c.infinitive(n.at) {
		return false
	}
	for t, k := n.at, 0; k < 4; k++ {
		switch c.rel(t).Universal() {
		case entente.Obj, entente.Nmod, entente.Obl, entente.Conj:
		case entente.Acl:
			if !c.infinitive(t) {
				return false
			}
		default:
			return false
		}
		if t = c.head(t); t < 0 {
			return false
		}
		if c.isVerb(t) {
			for _, k := range c.kids(t) {
				for _, r := range c.lx.words[c.lem[k]] {
					if r.kind == kindNegate && c.rel(k) == entente.Advmod {
						return true
					}
				}
			}
			return false
		}
	}
	return false
}

func (c *coder) admits(n *node) bool {
	if n.kind == kindJudge && c.codes(n.t) == 0 && !c.deplores(n) {
		return false
	}
	known := len(knownOnly(n.s))+len(knownOnly(n.t)) > 0
	if k := n.proposed(); k != nil && !c.betweenPowers(n.s, n.t, k) {
		return false
	}
	if n.lex && !known {
		return false
	}
	if c.pondered(n) || c.labelled(n) || c.onOneself(n) || c.figurative(n) || n.mode == "visit" && c.compatriots(n.s, n.t) && c.atPlace(n.t) {
		return false // a minister in a town at home visits nobody
	}
	if oneSided(n) || n.loose && len(knownOnly(n.s)) == 0 {
		return false
	}
	if c.topic != "" {
		return c.political(n)
	}
	if len(c.d.Sentences) >= longArticle || n.kind != "" && (n.base == nil || n.base.typ == "") {
		if c.codes(n.s)+c.codes(n.t) == 0 || n.typ == "CONCEDE" && c.codes(n.s) == 0 {
			return false
		}
	}
	if n.kind == "" && !c.isVerb(n.at) && c.carried(n.at) < 0 {
		// A noun in passing must name who did it to whom.
		s, t := len(knownOnly(n.s)), len(knownOnly(n.t))
		if dyadic(n.typ) {
			return s > 0 && t > 0 || n.sym && s+t > 1
		}
		return s > 0 || t > 0
	}
	if n.kind == "" && !c.isVerb(n.at) && c.light(n.at) < 0 && dyadic(n.typ) {
		// So must one that a verb of something else carries: "attracted support".
		return len(n.s) > 0 && len(n.t) > 0 || n.sym && len(n.s)+len(n.t) > 1
	}
	return len(n.s) > 0 || len(n.t) > 0
}

// pondered reports whether a gerund with an object and without a doer is only
// what something is said of: "closing the border does not help".
func (c *coder) pondered(n *node) bool {
	return c.xpos(n.at) == "VBG" && c.inverted(n.at) < 0 && (c.rel(n.at) == entente.Csubj || c.rel(n.at) == entente.CsubjPass) && c.kid(n.at, entente.Nsubj, entente.NmodPoss) < 0 && c.kid(n.at, entente.Obj) >= 0
}

// onOneself reports whether somebody does himself violence, and nobody else:
// "shot himself". Who blows himself up attacks.
func (c *coder) onOneself(n *node) bool {
	if n.typ != "ASSAULT" || strings.HasPrefix(n.cameo, explosives) || !c.isVerb(n.at) {
		return false
	}
	o := c.kid(n.at, entente.Obj)
	return o >= 0 && c.lx.isGrammar("oneself", lower(c.d.Form(o))) && c.kid(o, entente.Conj) < 0
}

// labelled reports whether a deed is only what somebody calls something: "called
// the inquiry a coup".
func (c *coder) labelled(n *node) bool {
	if n.kind != "" || c.isVerb(n.at) || codebook.Quad(n.typ) != 4 || c.speech[n.at] < 0 {
		return false
	}
	if s := c.kid(n.at, entente.Nsubj); s >= 0 && c.kid(n.at, entente.Cop) >= 0 && c.lx.isGrammar("pointing", c.lem[s]) {
		return true // "it was a coup"
	}
	if by := c.called(n.at); len(by) == 1 && c.lx.isGrammar("what", c.lem[by[0]]) && len(knownOnly(n.s)) > 0 {
		return false // "after what he called an attack by the rebels"
	}
	k := c.kid(n.at, entente.Case)
	return (k < 0 || c.lx.isGrammar("predicative", c.lem[k])) && c.kid(n.at, entente.Cc) < 0 && len(c.called(n.at)) > 0
}

// atPlace reports whether the fillers are words for a place.
func (c *coder) atPlace(fs []fill) bool {
	for _, f := range fs {
		if f.tok < 0 || c.places[f.tok] < 0 {
			return false
		}
	}
	return len(fs) > 0
}

// figurative reports whether a verb of violence strikes a mere thing that
// nobody fights over ("attacked the subpoena"): neither a person nor a place
// nor what the set of targets names.
func (c *coder) figurative(n *node) bool {
	if n.typ != "ASSAULT" || !c.isVerb(n.at) || n.m == nil || worded(n.m.r) > 0 || len(n.t) == 0 {
		return false
	}
	for _, f := range n.t {
		if f.known() || f.tok < 0 || c.person(f.tok) || c.places[f.tok] >= 0 || c.upos(f.tok) != entente.NOUN || c.wordIn(f.tok, []string{"@struck"}) >= 0 {
			return false
		}
	}
	return true
}

// oneSided reports whether an event lacks the party without which its type
// tells nothing: nobody who gives, or nobody who is backed.
func oneSided(n *node) bool {
	switch n.typ {
	case "AID", "COOPERATE", "AGREE", "REJECT", "REQUEST", "CONSULT", "CONCEDE":
		return len(n.s) == 0
	case "THREATEN":
		return len(n.s) == 0 && !receives(n)
	case "SUPPORT":
		return len(n.s) == 0 && !receives(n) || len(n.t) == 0 && !n.sym && n.kind == "" && n.cameo != "057"
	}
	return false
}

// receives reports whether the reading makes its subject the target: "received
// observer status", which is told without the giver.
func receives(n *node) bool {
	return n.m != nil && len(n.t) > 0 && len(n.m.r.frame[target]) > 0 && n.m.r.frame[target][0].kind == slotSubj
}

// longArticle is the number of sentences from which on an event must name
// somebody with a code: in a whole article the people that matter are named.
const longArticle = 5

// dyadic reports whether an event of the type is between two parties, so that
// a noun which names only one tells of none ("months of talks").
func dyadic(typ string) bool {
	switch typ {
	case "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "REQUEST":
		return true
	}
	return false
}

// political reports whether an event in an article about something else is
// one nevertheless: a deed of a state, its arms or a body of states, or one
// between two such.
func (c *coder) political(n *node) bool {
	s, ps := c.coded(n.s)
	t, pt := c.coded(n.t)
	if n.sym {
		return s+t > 1 && ps+pt > 1
	}
	return ps > 0 && (c.isVerb(n.at) && !n.loose || s > 0 && t > 0 && pt > 0)
}

// codes counts the participants that have a code, however they were found.
func (c *coder) codes(fs []fill) int {
	count := 0
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			if p.Code != "" {
				count++
			}
		}
	}
	return count
}

// coded counts the fillers that have a code of their own, and among them
// those of the political world.
func (c *coder) coded(fs []fill) (all, political int) {
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			if p.Code != "" && f.rule != "near" && f.rule != "right" && f.rule != "place" {
				all++
				if codebook.Political(p.Sector) {
					political++
				}
			}
		}
	}
	return all, political
}

// fold drops a root that repeats another of the sentence: same type and no
// party that the other lacks.
func (c *coder) fold(ns []*node) []*node {
	var out []*node
	for i, n := range ns {
		dup := false
		for j, o := range ns {
			if i != j && (c.paperOf(n, o) || c.undone(n, o) || c.ordered(n, o)) {
				dup = true
				break
			}
			if i == j || o.typ != n.typ || o.held && !n.held || len(n.kids) > 0 && i < j {
				continue
			}
			if c.subset(n.s, append(o.s[:len(o.s):len(o.s)], o.t...)) && c.subset(n.t, append(o.t[:len(o.t):len(o.t)], o.s...)) && (i > j || !c.subset(o.s, append(n.s[:len(n.s):len(n.s)], n.t...)) || !c.subset(o.t, append(n.t[:len(n.t):len(n.t)], n.s...))) {
				dup = true
				break
			}
		}
		if !dup {
			out = append(out, n)
		}
	}
	return out
}

// paperOf reports whether all that n backs is a paper of which o tells what it
// does: "passed a law banning protests".
func (c *coder) paperOf(n, o *node) bool {
	if n.typ != "SUPPORT" || n.kind != "" || !c.isVerb(n.at) || len(n.t) == 0 || len(knownOnly(n.t)) > 0 || len(o.s) == 0 || !c.subset(o.s, n.s) {
		return false
	}
	for h, k := c.head(o.at), 0; h >= 0 && k < 3; h, k = c.head(h), k+1 {
		for _, f := range n.t {
			if f.tok == h {
				return true
			}
		}
	}
	return false
}

// ordered reports whether n is the infinitive in which o, of the same kind, tells
// what is ordered: "ordered twelve men to be held".
func (c *coder) ordered(n, o *node) bool {
	return n.typ == o.typ && n.m != nil && o.m != nil && n.m.at != o.m.at && c.isVerb(n.m.at) && c.infinitive(n.m.at) && c.head(n.m.at) == o.m.at && (c.rel(n.m.at) == entente.Xcomp || c.rel(n.m.at) == entente.Ccomp)
}

// undone reports whether n is the agreement that o does away with: "scrapped a
// pact on sharing intelligence".
func (c *coder) undone(n, o *node) bool {
	return n.m != nil && o.m != nil && codebook.Quad(o.typ) > 2 && c.isVerb(o.at) && o.m.obj >= 0 && o.m.obj == n.m.at && codebook.Quad(n.typ) <= 2 && c.lx.sets["accords"][c.lem[n.m.at]]
}

func (c *coder) subset(a, b []fill) bool { return len(c.without(a, b)) == 0 }
