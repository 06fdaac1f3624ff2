package event

import (
	"entente"
	"entente/internal/codebook"
)

// judge adds to the roots of sentence s what its statements say of others by
// their own words, whatever the verb of saying: "the vote is a sham", he said.
// A speaker judges once in a sentence, however many words say so.
func (c *coder) judge(roots []*node, s int) []*node {
	if c.topic != "" || c.question(s) {
		return roots
	}
	sent := &c.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		st := c.speech[i]
		if st < 0 || c.aside[i] || c.disclaimed(st) {
			continue
		}
		words := c.judgingWords(i)
		if words == nil {
			continue
		}
		who := c.voice(st)
		if who == nil {
			continue
		}
		for _, j := range words {
			n := c.judgement(i, j, who, s)
			if n == nil {
				continue
			}
			if at := c.nounAt(roots, i); at >= 0 {
				roots[at] = n // an insult that somebody calls so, none that is hurled
			} else if at = c.deedAt(roots, n); at >= 0 {
				n.kids = []*node{roots[at]}
				roots[at] = n
			} else if !c.judgedBefore(roots, n) {
				roots = append(roots, n)
			}
			break
		}
	}
	return c.insinuated(roots, s)
}

// nounAt is the root that a noun at token i made by itself while it is said of
// somebody, -1 for none.
func (c *coder) nounAt(roots []*node, i int) int {
	for r, o := range roots {
		if o.at == i && o.kind == "" && !c.isVerb(i) && c.kid(i, entente.Cop) >= 0 {
			return r
		}
	}
	return -1
}

// deedAt is the root for the deed of which the word of a judgement tells: the
// speaker accuses of it. It is -1 for none.
func (c *coder) deedAt(roots []*node, n *node) int {
	if n.typ != "ACCUSE" || !c.isVerb(n.at) {
		return -1
	}
	for r, o := range roots {
		if o.at == n.at && o.kind == "" && codebook.Quad(o.typ) == 4 && !c.judgedBefore(append(roots[:r:r], roots[r+1:]...), n) {
			return r
		}
	}
	return -1
}

// judgingWords are the lines of the themes for the word at token i.
func (c *coder) judgingWords(i int) []*judgement {
	out := c.lx.judged.words[c.lem[i]]
	if f := lower(c.d.Form(i)); f != c.lem[i] {
		if more := c.lx.judged.words[f]; more != nil {
			out = append(out[:len(out):len(out)], more...)
		}
	}
	return out
}

// voice is who speaks in a statement, when it is somebody known and no outlet
// that only reports.
func (c *coder) voice(st int) []fill {
	var who []entente.Participant
	for _, p := range c.d.Statements[st].Speaker {
		switch {
		case p.Actor < 0 && (!c.peopled(p.Span) || c.relative(c.d.TokenAt(p.Start))):
		case p.Actor >= 0 && p.Sector == "JRN" && c.d.Actors[p.Actor].Kind == entente.OrgActor && c.d.Statements[st].Kind != entente.Direct:
		default:
			who = append(who, p)
		}
	}
	if who == nil {
		return nil
	}
	return []fill{{tok: -1, ref: -1, span: who[0].Span, rule: "speaker", part: who}}
}

// peopled reports whether the words name people: "a protester", "the aides".
func (c *coder) peopled(s entente.Span) bool {
	found := false
	c.cover(s, func(i int) { found = found || c.lx.people[c.lem[i]] })
	return found
}

// judgedBefore reports whether the sentence already tells of such an event by
// the same speaker, to which it gives the one judged where that one is missing.
func (c *coder) judgedBefore(roots []*node, n *node) bool {
	for _, o := range roots {
		if o.typ != n.typ || o.at != n.at && !c.speaks(n.s[0], o.s) && !(c.actorOf(n.s[0]) < 0 && c.bareAlike(n.s[0], o.s)) {
			continue
		}
		if len(knownOnly(o.t)) == 0 && len(knownOnly(n.t)) > 0 && n.near == 0 {
			o.t = n.t
			o.rules = append(o.rules, n.rules...)
		}
		return true
	}
	return false
}

// bareAlike reports whether bare words stand among the fillers too.
func (c *coder) bareAlike(f fill, fs []fill) bool {
	for _, g := range fs {
		if g.span.Overlaps(f.span) {
			return true
		}
	}
	return false
}

// judgement reads one line of a theme at token i; nil when it does not hold or
// when nobody is judged.
func (c *coder) judgement(i int, j *judgement, who []fill, s int) *node {
	if !c.wordClass(i, j.reading) || j.theme.blame && (c.rel(i) == entente.Acl || j.pos != 'v' && c.infinitive(i)) {
		return nil
	}
	m, not := c.try(i, j.reading), asksNot(j.reading)
	if m == nil || c.unreal(i, not) || c.proposed(i) || j.theme.class.typ == "SUPPORT" && c.rel(i) == entente.AclRelcl || j.theme.will && !c.willed(i) || j.pos == 'n' && c.modifier(i) {
		return nil
	}
	k := j.theme.class
	if !not && c.denied(i) {
		if k = j.theme.not; k == nil {
			return nil
		}
	}
	n := &node{typ: k.typ, cameo: k.cameo, contexts: k.contexts, status: entente.Happened, at: i, m: m, kind: "judge", back: -1, s: who, rules: []string{j.id}}
	var about []int
	switch {
	case j.theme.self:
		if !c.ofOneself(i, j, who) {
			return nil
		}
		if n.t = c.parties(m, target); j.pos == 'x' {
			n.t = c.judgedActors([]int{c.head(i)}, true)
		}
		if len(knownOnly(n.t)) == 0 {
			n.t = c.addressed(i)
		}
	case len(j.frame[target]) > 0:
		n.t = knownOnly(c.parties(m, target))
	default:
		about = c.judgedTokens(i, m, j)
		n.t = c.particular(c.judgedActors(about, j.theme.blame || j.theme.named || j.pos == 'v' && c.rel(i) == entente.AclRelcl))
	}
	bare := n.t
	n.t = c.otherSide(knownOnly(n.t), who)
	if len(n.t) == 0 && len(knownOnly(bare)) == 0 {
		n.t = c.otherSide(c.culprit(n, about, j, s), who)
		n.near++
	}
	if len(n.t) == 0 && j.theme.blame {
		n.t, n.near = c.bareBodies(about), 1
		if len(n.t) > 0 && c.codes(who) > 0 {
			return n
		}
	}
	if c.codes(n.t) == 0 && (c.outrage(n, m, j) || c.awaits(n, about, j)) {
		return n
	}
	if c.codes(n.t) == 0 || c.codes(who) == 0 && len(c.d.Sentences) < longArticle || c.statesmen(n.t)+c.statesmen(who) == 0 {
		return nil
	}
	return n
}

// statesmen counts the participants of the political world.
func (c *coder) statesmen(fs []fill) int {
	count := 0
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			if p.Code != "" && codebook.Political(p.Sector) {
				count++
			}
		}
	}
	return count
}

// ofOneself reports whether the speaker is the subject of the word at token i:
// "we welcome", "I want to thank", "we are with them".
func (c *coder) ofOneself(i int, j *judgement, who []fill) bool {
	switch {
	case j.pos == 'x':
		h := c.head(i)
		return h >= 0 && c.kid(h, entente.Cop) >= 0 && c.rel(i) == entente.Case && c.isSpeaker(c.subjects(h), who)
	case !c.isVerb(i):
		return c.isSpeaker(c.surface(i), who)
	case c.passive(i) && !asksPassive(j.reading):
		return false
	case j.theme.will:
	case c.infinitive(i):
		h := c.head(i)
		if c.rel(i) != entente.Xcomp || h < 0 || !c.lx.judged.wishes[c.lem[h]] || c.kid(h, entente.Obj) >= 0 {
			return false
		}
	case c.kid(i, entente.Nsubj, entente.NsubjPass) < 0 && c.rel(i) != entente.Conj:
		return false
	}
	return c.isSpeaker(c.surface(i), who)
}

// addressed is to whom a statement is made, when the word at i has "you" for
// its object.
func (c *coder) addressed(i int) []fill {
	st := c.speech[i]
	if st < 0 {
		return nil
	}
	for _, o := range c.objects(i) {
		if c.lx.isGrammar("second-person", c.lem[o]) && len(c.d.Statements[st].Addressee) > 0 {
			to := c.d.Statements[st].Addressee
			return []fill{{tok: -1, ref: -1, span: to[0].Span, rule: "addressee", part: to}}
		}
	}
	return nil
}

// wordClass reports whether token i is used as the part of speech of a line.
func (c *coder) wordClass(i int, r *reading) bool {
	switch r.pos {
	case 'v':
		return c.isVerb(i)
	case 'a':
		return c.upos(i) == entente.ADJ || c.upos(i) == entente.VERB && has2(r.lemmas, lower(c.d.Form(i))) && (c.xpos(i) == "VBN" || c.xpos(i) == "VBG") && c.kid(i, entente.Obj) < 0 && c.rel(i) != entente.Advcl && c.rel(i) != entente.Acl
	case 'n':
		return c.upos(i) == entente.NOUN
	}
	return true
}

// asksNot reports whether a reading asks for a negation itself.
func asksNot(r *reading) bool {
	for _, k := range r.cons {
		if k.test == testMod && !k.not && has2(k.words, "not", "no", "never") {
			return true
		}
	}
	return false
}

func has2(list []string, words ...string) bool {
	for _, w := range list {
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

// isSpeaker reports whether one of the tokens stands for the speaker.
func (c *coder) isSpeaker(toks []int, who []fill) bool {
	for _, t := range toks {
		if c.lx.isGrammar("first-person", c.lem[t]) || c.speaks(who[0], c.resolve(t, 0)) {
			return true
		}
	}
	return false
}

// denied reports whether the word, or the predicate of which it is part, is negated.
func (c *coder) denied(i int) bool {
	for n := 0; i >= 0 && n < 3; n++ {
		for _, k := range c.kids(i) {
			if r := c.rel(k); r != entente.Advmod && r != entente.DetRel && r != entente.Cc {
				continue
			}
			if c.lx.isGrammar("excess", c.lem[k]) {
				return true
			}
			for _, r := range c.lx.words[c.lem[k]] {
				if r.kind == kindNegate {
					return true
				}
			}
		}
		switch c.rel(i) {
		case entente.Amod, entente.Xcomp, entente.Conj:
			i = c.head(i)
		default:
			return false
		}
	}
	return false
}

// proposed reports whether a verb tells what another is to do, what somebody
// asks why, or what would follow from a condition.
func (c *coder) proposed(i int) bool {
	if h := c.head(i); c.infinitive(i) && c.rel(i) == entente.Xcomp && h >= 0 && c.isVerb(h) && c.kid(h, entente.Obj) >= 0 {
		return true
	}
	for _, k := range c.kids(i) {
		if c.xpos(k) == "WRB" {
			return true
		}
		if c.rel(k) == entente.Advcl {
			for _, g := range c.kids(k) {
				for _, r := range c.lx.words[c.lem[g]] {
					if r.kind == kindMaybe && c.rel(g) == entente.Mark {
						return true
					}
				}
			}
		}
	}
	return false
}

// unreal reports whether the word stands under a condition or a doubt; what
// cannot be is no doubt.
func (c *coder) unreal(i int, not bool) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		for _, k := range c.kids(i) {
			if r := c.rel(k).Universal(); r != entente.Mark && r != entente.AuxRel {
				continue
			}
			for _, r := range c.lx.words[c.lem[k]] {
				if r.kind == kindMust && n == 0 && !not && c.rel(k).Universal() == entente.AuxRel || r.kind == kindMaybe && c.rel(k).Universal() == entente.Mark || r.kind == kindMaybe && n == 0 && !not {
					return true
				}
			}
		}
		if c.rel(i) == entente.Ccomp {
			return false
		}
		i = c.head(i)
	}
	return false
}

// otherSide drops from those judged the speaker and the speaker's side: what a
// minister says of his own army is no accusation.
func (c *coder) otherSide(fs, who []fill) []fill {
	var out []fill
	for _, f := range fs {
		sides := 0
		for _, q := range who[0].part {
			for _, p := range c.participant(f, "") {
				if c.sameSide(p, q) {
					sides++
					break
				}
			}
		}
		if sides < len(who[0].part) && !c.speaks(who[0], []fill{f}) {
			out = append(out, f)
		}
	}
	return out
}

// sameSide reports whether two participants are one actor or arms of one state.
func (c *coder) sameSide(p, q entente.Participant) bool {
	if p.Actor >= 0 && p.Actor == q.Actor || p.Code != "" && p.Code == q.Code && p.Country == "" {
		return true
	}
	return p.Country != "" && p.Country == q.Country && c.official(p) && c.official(q)
}

// official reports whether a participant is a state, or of its government or forces.
func (c *coder) official(p entente.Participant) bool {
	switch p.Sector {
	case "GOV", "MIL", "COP", "SPY":
		return true
	case "":
		return p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.StateActor
	}
	return false
}

// disclaimed reports whether the speaker denies a statement, or does not make it.
func (c *coder) disclaimed(st int) bool {
	i := c.cueToken(st)
	return i >= 0 && (c.lx.judged.denials[c.lem[i]] || c.isVerb(i) && c.denied(i))
}

// cueToken is the verb or noun that reports a statement, -1 for none.
func (c *coder) cueToken(st int) int {
	if i := c.d.TokenAt(c.d.Statements[st].Cue.Start); i < len(c.lem) && !c.d.Statements[st].Cue.Empty() {
		return i
	}
	return -1
}

// willed reports whether a verb tells what is to come: "we will crush them".
func (c *coder) willed(i int) bool {
	for _, k := range c.kids(i) {
		for _, r := range c.lx.words[c.lem[k]] {
			if (r.kind == kindFuture || r.kind == kindMaybe) && c.rel(k).Universal() == entente.AuxRel {
				return true
			}
		}
	}
	h := c.head(i)
	return h >= 0 && c.rel(i) == entente.Xcomp && c.isVerb(h) && c.infinitive(i)
}
