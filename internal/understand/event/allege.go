package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// alleged turns the deeds that a statement alleges of somebody else into what
// they are told in: an accusation.
func (c *coder) alleged(roots []*node) []*node {
	for r, n := range roots {
		if c.topic != "" || n.kind != "" || n.m == nil || codebook.Quad(n.typ) != 4 || n.typ != "ASSAULT" && n.typ != "COERCE" {
			continue
		}
		st := c.speech[n.at]
		suspects := n.status == entente.Hypothetical && st >= 0 && c.suspects(n.at, c.voice(st))
		if n.status == entente.Hypothetical && !suspects {
			continue
		}
		sure := suspects || st >= 0 && (c.assured(n.at) || c.wronged(st, n, c.voice(st)))
		if st < 0 || !sure && !c.claimed(n.at, c.cueToken(st)) {
			continue
		}
		who := c.voice(st)
		if who == nil || c.disclaimed(st) || !sure && !c.claims(st) && !(c.watchdog(who) && c.statesmen(n.s) > 0) && !c.wronged(st, n, who) {
			continue
		}
		if t := c.otherSide(knownOnly(n.s), who); len(t) > 0 && c.codes(t) > 0 {
			if p := c.wrapAs("accuse", n.m, n, who, t); p != nil && !c.judgedBefore(roots, p) {
				p.back, p.rules = -1, append([]string{"judge.alleged"}, p.rules...)
				roots[r] = p
				if suspects {
					n.status = entente.Hypothetical
				}
			}
		}
	}
	return roots
}

// suspects reports whether one who governs, or whose word on the powerful is a charge,
// says what somebody may have done: "Israel may have committed war crimes".
func (c *coder) suspects(i int, who []fill) bool {
	if h := c.head(i); !c.isVerb(i) && h >= 0 && c.rel(i) == entente.Obj {
		i = h
	}
	return c.suspected(i) && len(who) > 0 && (official(who[0].part) || c.watchdog(who))
}

// watchdog reports whether all who speak are of those whose word on what the
// powerful do is a charge, whatever the verb: opposition, bodies for rights,
// bodies of states.
func (c *coder) watchdog(who []fill) bool {
	for _, f := range who {
		for _, p := range c.participant(f, "") {
			if p.Sector != "OPP" && !strings.HasPrefix(p.Code, "NGO") && !strings.HasPrefix(p.Code, "IGOUNO") {
				return false
			}
		}
	}
	return true
}

// wronged reports whether in quotation marks one who governs or speaks for a state
// tells what another state or its arms do to it: "Russia is attacking Estonia".
func (c *coder) wronged(st int, n *node, who []fill) bool {
	if c.d.Statements[st].Kind != entente.Direct || who == nil || !c.isVerb(n.at) || !n.status.Real() {
		return false
	}
	home := onlyCountry(who[0].part)
	by := c.list(n.s, "S")
	return home != "" && official(who[0].part) && onlyCountry(c.list(n.t, "T")) == home && (c.armed(by) || c.bodies(by)) && onlyBody(by) != home
}

// claimed reports whether a deed is what the cue alleges, not the
// circumstance or purpose of something else.
func (c *coder) claimed(i, cue int) bool {
	for n := 0; n < 5 && i >= 0; n++ {
		switch c.rel(i) {
		case entente.Ccomp, entente.Xcomp, entente.Obj, entente.Conj, entente.NsubjPass, entente.Parataxis:
		default:
			return false
		}
		if i = c.head(i); i == cue {
			return true
		}
	}
	return false
}

// claims reports whether the cue of a statement alleges.
func (c *coder) claims(st int) bool {
	i := c.cueToken(st)
	return i >= 0 && c.lx.judged.claims[c.lem[i]] && !c.denied(i)
}

// insinuated adds what a statement alleges that somebody did when the lexicon
// knows no deed in it: "the opposition claims that the government sent the thugs".
func (c *coder) insinuated(roots []*node, s int) []*node {
	for _, st := range c.statementsOf(s) {
		who := c.voice(st)
		cue := c.cueToken(st)
		if who == nil || cue < 0 || !c.isVerb(cue) || c.denied(cue) || !c.lx.judged.insinuates[c.lem[cue]] {
			continue
		}
		v := c.kid(cue, entente.Ccomp)
		if v < 0 || !c.isVerb(v) || c.denied(v) || c.unreal(v, false) || c.hits[v] != nil || c.ops[v] != nil || c.lx.judged.undergone[c.lem[v]] {
			continue
		}
		roots = c.charge(roots, insinuation, allegation, v, who)
	}
	return roots
}

// charge adds that the speaker accuses the powers of another side that are the
// subject of verb v, unless the sentence tells of it already.
func (c *coder) charge(roots []*node, r *reading, k *class, v int, who []fill) []*node {
	t := c.otherSide(c.judgedActors(c.subjects(v), true), who)
	if c.codes(t) == 0 || !c.armed(c.list(t, "T")) {
		return roots
	}
	n := said(&match{r: r, at: v, obj: -1}, k, who)
	n.t, n.near = t, 1
	if c.judgedBefore(roots, n) {
		return roots
	}
	return append(roots, n)
}

// What a charge is coded as.
var (
	allegation  = &class{typ: "ACCUSE", cameo: "112"}
	disapproval = &class{typ: "ACCUSE", cameo: "111"}
)

// insinuation is the reading of a deed that is only alleged.
var insinuation = &reading{id: "judge.insinuated"}

// statementsOf are the statements with words in sentence s, in their order.
func (c *coder) statementsOf(s int) []int {
	var out []int
	for i := c.d.Sentences[s].First; i < c.d.Sentences[s].Last; i++ {
		if st := c.speech[i]; st >= 0 && !has(out, st) {
			out = append(out, st)
		}
	}
	return out
}

// hindsight adds what a statement says that another should have done: "China
// should have warned the world".
func (c *coder) hindsight(roots []*node, s int) []*node {
	for i := c.d.Sentences[s].First; i < c.d.Sentences[s].Last; i++ {
		st := c.speech[i]
		if st < 0 || c.aside[i] || !c.isVerb(i) || c.anyKid(i, c.lx.grammar["hindsight"], entente.AuxRel) < 0 && !c.oughtTo(i) || c.anyKid(i, c.lx.grammar["perfect"], entente.AuxRel) < 0 || c.disclaimed(st) {
			continue
		}
		who := c.voice(st)
		if who == nil || c.codes(who) == 0 || c.passive(i) {
			continue
		}
		roots = c.charge(roots, reproach, disapproval, i, who)
	}
	return roots
}

// oughtTo reports whether the verb at i is what somebody "ought to have" done, which
// the parser hangs below the auxiliary.
func (c *coder) oughtTo(i int) bool {
	h := c.head(i)
	return h >= 0 && c.rel(i) == entente.Xcomp && c.lx.isGrammar("hindsight", c.lem[h])
}

// reproach is the reading of a deed that should have been done.
var reproach = &reading{id: "judge.hindsight"}
