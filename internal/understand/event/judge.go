package event

import (
	"strings"

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
		if words == nil || c.fault(i) || c.heldSo(i) {
			continue
		}
		who := c.voice(st)
		if v := c.relayed(i, st); v >= 0 {
			if by := c.judgedActors(c.subjects(v), true); len(by) > 0 && (c.codes(by) > 0 || c.codes(who) == 0) {
				who = []fill{{tok: -1, ref: -1, span: by[0].span, rule: "speaker", part: c.list(by, "S")}}
			}
		}
		if who == nil {
			continue
		}
		for _, j := range words {
			if j.theme.tone {
				continue
			}
			n := c.judgement(i, j, who, s)
			if n == nil {
				continue
			}
			if at := c.nounAt(roots, i); at >= 0 {
				roots[at] = n // an insult that somebody calls so, none that is hurled
			} else if at = c.breachAt(roots, n); at >= 0 {
				roots[at] = n
			} else if at = c.deedAt(roots, n); at >= 0 {
				n.kids = []*node{roots[at]}
				roots[at] = n
			} else if !c.judgedBefore(roots, n) {
				roots = append(roots, n)
			}
			break
		}
	}
	return c.hindsight(c.insinuated(roots, s), s)
}

// relayed is the verb of saying between token i and the cue of the statement
// around it, whose subject has said so: "called for a ban after Smith suggested
// that Jones was a thief"; -1 for none.
func (c *coder) relayed(i, st int) int {
	cue := c.cueToken(st)
	for n := 0; n < 12 && i >= 0 && i != cue && c.speech[i] == st; n++ {
		r := c.rel(i)
		if i = c.head(i); i >= 0 && i != cue && r == entente.Ccomp && c.speech[i] == st && c.isVerb(i) && c.kid(i, entente.Nsubj) >= 0 {
			return i
		}
	}
	return -1
}

// fault reports whether a word only colours a noun of judgement that says itself
// whose it is: "a dangerous mistake by the last government".
func (c *coder) fault(i int) bool {
	h := c.head(i)
	return c.rel(i) == entente.Amod && h > i && c.judgingWords(h) != nil && len(c.prepsIn(h, "agent")) > 0
}

// heldSo reports whether a word is what a verb of accusing says of its object:
// "for which Britain holds Moscow responsible".
func (c *coder) heldSo(i int) bool {
	h := c.head(i)
	return h >= 0 && c.rel(i) == entente.Xcomp && c.hits[h] != nil && c.hits[h].r.class.typ == "ACCUSE" && c.kid(h, entente.Nsubj) >= 0
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

// breach is the theme of what is against the law.
const breach = "judge.wrong.illegality"

// breachAt is the root for the refusal that the word of an accusation is too, "they
// violated the law", -1 for none: the speaker says it, nobody refused aloud.
func (c *coder) breachAt(roots []*node, n *node) int {
	for r, o := range roots {
		if n.rules[0] == breach && o.at == n.at && o.kind == "" && o.typ == "REJECT" && len(knownOnly(o.t)) == 0 {
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

// judgedBefore reports whether the sentence already tells of such an event by
// the same speaker, to which it gives the one judged where that one is missing.
func (c *coder) judgedBefore(roots []*node, n *node) bool {
	for _, o := range roots {
		if c.isVerb(n.at) {
			for _, k := range o.kids {
				if k.at == n.at && k.typ == n.typ && c.speaks(n.s[0], o.s) {
					return true // "said he would back her"
				}
			}
		}
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
	m, k := c.judges(i, j)
	if k == nil {
		return nil
	}
	n := said(m, k, who)
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
	case j.theme.open && j.theme.strong:
		// it names nobody, whatever its subject: "we are living under a dictatorship"
	case len(j.frame[target]) > 0:
		if n.t = knownOnly(c.parties(m, target)); len(n.t) == 0 && c.isVerb(i) && c.passive(i) {
			about = c.patient(i) // "the vote was rigged"
		} else if len(n.t) == 0 {
			about = c.nounsOf(c.parties(m, target)) // "such actions have to stop"
		}
	default:
		about = c.judgedTokens(i, m, j)
		n.t = c.notSpeakers(about, who, c.judgedActors(about, j.theme.blame || j.theme.named || j.pos == 'v' && (c.inRelative(i) || c.passive(i))))
		n.t = c.particular(n.t)
	}
	return c.settleJudged(n, about, j, s)
}

// notSpeakers drops from those for whom "it" stands the speaker's own party or
// body, named beside the speaker.
func (c *coder) notSpeakers(about []int, who, fs []fill) []fill {
	if len(about) == 0 || !c.lx.isGrammar("pointing", c.lem[about[0]]) {
		return fs
	}
	var out []fill
	for _, f := range fs {
		own := false
		for _, p := range c.participant(f, "") {
			own = own || p.Code != "" && coded(who[0].part, p.Code)
		}
		if !own {
			out = append(out, f)
		}
	}
	return out
}

// nounsOf are the nouns of fillers that name nobody known.
func (c *coder) nounsOf(fs []fill) []int {
	var out []int
	for _, f := range fs {
		if !f.known() && f.tok >= 0 && c.upos(f.tok) == entente.NOUN {
			out = append(out, f.tok)
		}
	}
	return out
}

// said is the event that the words of a speaker make, aimed at nobody yet.
func said(m *match, k *class, who []fill) *node {
	return &node{typ: k.typ, cameo: k.cameo, contexts: k.contexts, status: entente.Happened, at: m.at, m: m, kind: kindJudge, back: -1, s: who, rules: []string{m.r.id}}
}

// judges matches a line of a theme at token i and says what it makes: nil where
// the line does not hold, or holds negated and says nothing then.
func (c *coder) judges(i int, j *judgement) (*match, *class) {
	if !c.wordClass(i, j.reading) || j.theme.blame && (c.rel(i) == entente.Acl || j.pos != 'v' && c.infinitive(i)) {
		return nil, nil
	}
	m, not := c.try(i, j.reading), asksNot(j.reading)
	switch {
	case m == nil, c.unreal(i, not || j.theme.can || j.theme.class.typ == "THREATEN" || j.theme.class.typ == "ACCUSE" && c.suspected(i)), c.proposed(i, j.theme.class.typ == "THREATEN"), j.theme.will && !c.willed(i), j.pos == 'n' && c.modifier(i):
		return nil, nil
	case j.theme.blame && strings.HasPrefix(c.d.Statements[c.speech[i]].Rule, "quote.deny"):
		return nil, nil
	case j.theme.class.typ == "SUPPORT" && c.rel(i) == entente.AclRelcl:
		return nil, nil
	case !not && c.denied(i):
		return m, j.theme.not
	}
	return m, j.theme.class
}

// settleJudged finds whom a judgement of which the words name about concerns;
// nil when it is nobody that matters.
func (c *coder) settleJudged(n *node, about []int, j *judgement, s int) *node {
	who, bare := n.s, n.t
	if j.theme.abroad && onlyCountry(c.list(bare, "T")) == onlyCountry(who[0].part) {
		return nil
	}
	if n.t = c.otherSide(knownOnly(n.t), who); len(n.t) == 0 && n.typ == "SUPPORT" {
		n.t = c.colleagues(bare, who)
	}
	if len(n.t) == 0 && len(knownOnly(bare)) == 0 && c.points(about) && c.speech[n.at] >= 0 {
		n.t = c.besideTone(c.speech[n.at], s, n.at, who)
	}
	if len(n.t) == 0 && len(knownOnly(bare)) == 0 {
		n.t = c.otherSide(c.culprit(n, about, j, s), who)
		n.near++
	}
	if len(n.t) == 0 && len(knownOnly(bare)) == 0 && j.theme.open && j.theme.strong && n.typ == "ACCUSE" && onlyCountry(who[0].part) == c.home {
		n.t = c.organiser(who) // "democracy is dead": who rules, at home
		n.near++
	}
	if len(n.t) == 0 && len(knownOnly(bare)) == 0 && (j.theme.open || n.typ == "REJECT" || n.typ == "THREATEN") {
		n.t = c.otherSide(c.hearer(n.at), who)
		n.near++
	}
	if len(n.t) == 0 && j.theme.blame {
		n.t, n.near = c.bareBodies(about), 1
		if len(n.t) > 0 && c.codes(who) > 0 {
			return n
		}
	}
	if c.codes(n.t) == 0 && c.outrage(n, n.m, j) {
		return n
	}
	if n.typ == "ACCUSE" && c.ownThem(about, n.t, who) {
		if by, _ := c.harmer(who, s, true); len(by) > 0 {
			n.t = by
		}
	}
	if c.codes(n.t) == 0 && len(bare) == 0 && n.typ == "ACCUSE" && !j.theme.self && !c.inRelative(n.at) && c.unaimed(about) {
		n.t, _ = c.aggriever(who, s)
		n.near++
	}
	if c.codes(n.t) == 0 && c.awaits(n, bare, about, j) {
		return n
	}
	if c.codes(n.t) == 0 || c.codes(who) == 0 && len(c.d.Sentences) < longArticle || c.statesmen(n.t)+c.statesmen(who) == 0 {
		return nil
	}
	return n
}

// points reports whether what is judged is "it" or "this" inside a clause.
func (c *coder) points(about []int) bool {
	if len(about) != 1 || !c.lx.isGrammar("pointing", c.lem[about[0]]) {
		return false
	}
	h := c.head(about[0])
	return h >= 0 && c.rel(h) == entente.Advcl
}
