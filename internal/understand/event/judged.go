package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// judgedTokens are the words for whom or what the word at token i judges, as
// far as they are the speaker's.
func (c *coder) judgedTokens(i int, m *match, j *judgement) []int {
	if t := c.whoIs(i); t >= 0 && j.pos != 'v' {
		return []int{t}
	}
	if by := c.summedUp(i); by != nil && j.pos != 'v' {
		return by
	}
	toks := c.allJudged(i, m, j)
	out := toks[:0:0]
	for _, t := range toks {
		if (c.speech[t] == c.speech[i] || c.describedThere(t, i)) && !c.circumstance(t) && !c.suffered(t) && !c.shared(t) && !c.happens(t, i) {
			out = append(out, t)
		}
	}
	return out
}

// summedUp are those who did what the clause tells that a speaker sums up behind
// it: "struck the port in what Syria called a violation".
func (c *coder) summedUp(i int) []int {
	cue := c.cueToken(c.speech[i])
	if cue < 0 || cue > i || c.rel(cue) != entente.AclRelcl {
		return nil
	}
	what := c.head(cue)
	if what < 0 || !c.lx.isGrammar("what", c.lem[what]) || !c.markedIn(what, "worded") {
		return nil
	}
	for n, g := 0, c.head(what); g >= 0 && n < 4; n, g = n+1, c.head(g) {
		if c.isVerb(g) {
			return c.subjects(g)
		}
	}
	return nil
}

// describedThere reports whether the noun at t is what a relative clause behind
// it describes in the words around i: "a law which Brussels called unfair".
func (c *coder) describedThere(t, i int) bool {
	cue := c.cueToken(c.speech[i])
	return cue > t && c.rel(cue) == entente.AclRelcl && c.head(cue) == t
}

// shared reports whether a noun is what several have together ("the deal with
// Iran"), which none of them did alone, or what nobody is said to have said
// ("the idea that the army did it").
func (c *coder) shared(t int) bool {
	if c.heads[t] >= 0 || c.kid(t, entente.NmodPoss) >= 0 || len(c.prepsIn(t, "agent")) > 0 {
		return false
	}
	for _, k := range append(c.modifiers(t), c.prepsIn(t, "part")...) {
		if c.heads[k] >= 0 {
			return false
		}
	}
	return len(c.preps(t, c.lx.grammar["partner"][0])) > 0 || c.lx.sets["hearsay"][c.lem[t]]
}

// happens reports whether a state stands for what happened there: "Iraq was a
// mistake".
func (c *coder) happens(t, i int) bool {
	if c.rel(i) == entente.Amod {
		i = c.head(i)
	}
	return c.heads[t] >= 0 && c.lx.sets["happening"][c.lem[i]] && c.d.Actors[c.mention[c.heads[t]].actor].Kind == entente.StateActor
}

// suffered reports whether a noun names what was done to its owner: "his
// sentence", "the persecution of Christians".
func (c *coder) suffered(i int) bool {
	return c.lx.sets["suffered"][c.lem[i]] && len(c.prepsIn(i, "agent")) == 0 && (c.kid(i, entente.NmodPoss) >= 0 || len(c.prepsIn(i, "part")) > 0)
}

// particular drops from those judged whom the words name as anybody: "a police
// officer", "other people", "single mothers".
func (c *coder) particular(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.ref < 0 || !c.anybody(c.mentionOf(f.ref).Head, c.d.Actors[c.mention[f.ref].actor].Sector) {
			out = append(out, f)
		}
	}
	return out
}

// anybody reports whether the noun at i stands for no one in particular.
func (c *coder) anybody(i int, sector string) bool {
	if i < 0 || c.upos(i) != entente.NOUN {
		return false
	}
	det := -1
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.DetRel:
			det = k
		case entente.NmodPoss:
			return false
		case entente.Amod, entente.Compound, entente.Nmod:
			if c.heads[k] >= 0 || c.places[k] >= 0 {
				return false
			}
		}
	}
	if det >= 0 {
		return !c.lx.isGrammar("definite", c.lem[det])
	}
	return sector == "" || !codebook.Political(sector) || c.kid(i, entente.AclRelcl) >= 0 || c.anyKid(i, c.lx.grammar["other"], entente.Amod) >= 0
}

// allJudged are the subject of a verb or predicate, what a cue calls so, the
// owner of the noun in front of which the word stands.
func (c *coder) allJudged(i int, m *match, j *judgement) []int {
	switch j.pos {
	case 'v':
		if c.passive(i) && !asksPassive(j.reading) {
			return c.subjects(i)
		}
		if t := c.surface(i); t != nil {
			return t
		}
		return c.strayDoer(i)
	case 'x':
		if h := c.head(i); h >= 0 && c.kid(h, entente.Cop) >= 0 && (c.lx.sets["hostile"][c.lem[h]] || c.hits[h] != nil && codebook.Quad(c.hits[h].r.class.typ) == 4) {
			return c.subjects(h)
		}
		return nil
	}
	if k := c.kid(i, entente.Csubj, entente.Ccomp); k > i && c.isVerb(k) {
		return c.surface(k) // "it is shameful that the government does nothing"
	}
	if t := c.predicateOf(i); t != nil {
		return t
	}
	if t := c.called(i); t != nil {
		return t
	}
	h := c.head(i)
	if c.rel(i) == entente.Amod && h >= 0 && c.upos(h) == entente.NOUN && !(c.hits[h] != nil && c.hits[h].r.class.typ == "ASSAULT") {
		if j.theme.strong && c.sort(h) {
			if t := c.ownedBy(h, i); t != nil {
				return t // "an example of the failed policy of"
			}
		}
		if t := c.predicateOf(h); t != nil {
			if c.circumstance(h) {
				return nil
			}
			return t
		}
		if t := c.called(h); t != nil {
			return t
		}
		if j.theme.strong {
			return c.ownedBy(h, i)
		}
	}
	return nil
}

// strayDoer is the noun left of a verb with auxiliaries but no subject that the
// parser hung on it otherwise: "the government are hiding".
func (c *coder) strayDoer(i int) []int {
	if c.kid(i, entente.AuxRel) < 0 {
		return nil
	}
	for _, k := range c.kids(i) {
		if k < i && c.upos(k).Nominal() && !c.timed[k] && c.adposition(k) == "" && (c.rel(k) == entente.Obj || c.rel(k) == entente.Dep) {
			return []int{k}
		}
	}
	return nil
}

// abroad reports whether a noun is said to name somebody from elsewhere, whom
// nobody names: "foreign forces".
func (c *coder) abroad(i int) bool {
	return len(c.lx.grammar["abroad"]) > 0 && c.anyKid(i, c.lx.grammar["abroad"], entente.Amod) >= 0
}

// bareBodies are the judged words that name people nobody else names.
func (c *coder) bareBodies(toks []int) []fill {
	var out []fill
	for _, t := range toks {
		if c.upos(t) == entente.NOUN && (c.lx.people[c.lem[t]] || c.abroad(t)) {
			out = append(out, c.bare(t)...)
		}
	}
	return out
}

func asksPassive(r *reading) bool {
	for _, k := range r.cons {
		if k.test == testPassive {
			return true
		}
	}
	return false
}

// predicateOf are the tokens of which the word at i is said: "X is i", "made X
// i", "X remains i".
func (c *coder) predicateOf(i int) []int {
	for n := 0; n < 3; n++ {
		if c.kid(i, entente.Cop) >= 0 {
			return c.subjects(i)
		}
		h := c.head(i)
		switch {
		case h < 0:
			return nil
		case c.rel(i) == entente.Xcomp && c.isVerb(h):
			if o := c.kid(h, entente.Obj); o >= 0 && o < i {
				if c.relative(o) {
					return c.antecedent(h)
				}
				return []int{o}
			}
			return c.surface(h)
		case c.rel(i) == entente.Conj && !c.isVerb(h), c.sort(i):
			i = h
		default:
			return nil
		}
	}
	return nil
}

// sort reports whether the noun at i says of what sort something is: "an act of
// barbarity".
func (c *coder) sort(i int) bool {
	h := c.head(i)
	return h >= 0 && c.rel(i) == entente.Nmod && c.markedIn(i, "part") && c.lx.isGrammar("sort", c.lem[h])
}

// called are the tokens that the cue of the statement around token i describes
// in its words: "called the vote a sham", "described the raid as barbaric".
func (c *coder) called(i int) []int {
	st := c.speech[i]
	if st < 0 || !strings.HasSuffix(c.d.Statements[st].Rule, ".all") && !strings.HasSuffix(c.d.Statements[st].Rule, ".to") {
		return nil
	}
	cue := c.cueToken(st)
	if cue < 0 || !c.isVerb(cue) {
		return nil
	}
	if k := cue + 1; c.speech[k] == st && c.lx.isGrammar("pointing", c.lem[k]) && k < i && c.upos(k) != entente.NOUN && (c.head(k) == i || c.head(i) == cue && c.rel(k) != entente.Obj) {
		return []int{k} // "called that untrue", whatever the tree makes of "that"
	}
	objs := c.objects(cue)
	if h := c.head(cue); c.rel(cue) == entente.AclRelcl && h >= 0 && h < cue && c.upos(h) == entente.NOUN && len(objs) == 1 && objs[0] == i && i > cue {
		return []int{h} // "a decision the opposition called a disgrace"
	}
	if len(objs) == 0 {
		objs = c.prepsIn(cue, "recipient") // "referred to the vote as a farce"
	}
	if len(objs) > 1 {
		if i != objs[0] && has(objs, i) {
			return objs[:1] // "called the death a blow", both objects to the parser
		}
		if h := c.head(i); c.rel(i) == entente.Amod && h != objs[0] && has(objs, h) {
			return objs[:1]
		}
	}
	for n := 0; n < 3 && !has(objs, i); n++ {
		h := c.head(i)
		switch r := c.rel(i); {
		case c.markedIn(i, "predicative") && (r == entente.Obl || r == entente.Advcl || r == entente.Nmod):
			return objs
		case h == cue && (r == entente.Xcomp || r == entente.Obl || r == entente.Obj || r == entente.Dep || r == entente.Advcl || r == entente.Ccomp || r == entente.Iobj):
			return objs
		case has(objs, h) && i > h && (r == entente.Appos || r == entente.Amod || r == entente.Dep || r == entente.Acl || r == entente.Advcl || r == entente.Nmod && c.markedIn(i, "predicative")):
			return objs
		case r != entente.Conj && r != entente.Amod && !c.sort(i):
			return nil
		}
		i = h
	}
	return nil
}

// circumstance reports whether a noun names what nobody does: "a dangerous situation".
func (c *coder) circumstance(i int) bool { return c.lx.sets["circumstance"][c.lem[i]] }

// ownedBy is the noun h in front of which judging word i stands, when it has
// an owner or when the judging word is quoted.
func (c *coder) ownedBy(h, i int) []int {
	if c.circumstance(h) {
		return nil
	}
	if c.kid(h, entente.NmodPoss) >= 0 {
		return []int{h}
	}
	if c.marksAround(i) && c.heads[h] < 0 && c.lx.sets["policies"][c.lem[h]] && c.hits[h] == nil {
		for _, k := range c.modifiers(h) {
			if c.rel(k) == entente.Compound && k > i {
				return []int{k} // "the failed Obama policy"
			}
		}
	}
	if of := c.prepsIn(h, "part"); len(of) > 0 && c.heads[of[0]] >= 0 && c.heads[h] < 0 && c.marksAround(i) && !c.suffered(h) {
		return of
	}
	if c.hits[h] == nil && c.heads[h] >= 0 && c.marksAround(i) {
		for _, f := range knownOnly(c.resolve(h, 0)) {
			for _, p := range c.participant(f, "") {
				if c.official(p) {
					return []int{h}
				}
			}
		}
	}
	return nil
}

// marksAround reports whether token i stands inside quotation marks.
func (c *coder) marksAround(i int) bool {
	st := c.speech[i]
	if st < 0 {
		return false
	}
	if c.d.Statements[st].Kind == entente.Direct {
		return true
	}
	open := false
	first := c.d.Sentences[c.d.SentenceAt(c.d.Tokens[i].Start)].First
	for t := first; t < i; t++ {
		switch c.d.Form(t) {
		case "“", "``", "‘":
			open = true
		case "”", "''", "’":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// judgedActors resolves what is judged to those who are meant.
// With self they must be named by the words themselves, not as an owner.
func (c *coder) judgedActors(toks []int, self bool) []fill {
	var out []fill
	for _, t := range toks {
		for _, e := range c.expand(t) {
			if c.timed[e] || c.abroad(e) || c.lx.isGrammar("pointing", c.lem[e]) && !c.namedBefore(e) {
				continue
			}
			for _, f := range c.resolve(e, 0) {
				if !self || f.rule != "owner" {
					out = append(out, f)
				}
			}
		}
	}
	return ruled(knownOnly(distinct(out)), "judged")
}

// namedBefore reports whether the pronoun at i stands for somebody whom its
// own sentence names before it.
func (c *coder) namedBefore(i int) bool {
	if c.heads[i] < 0 || c.outlet(i) {
		return false // "told the BBC that it was a coup"
	}
	a, first := c.mention[c.heads[i]].actor, c.d.Sentences[c.d.SentenceAt(c.d.Tokens[i].Start)].First
	for t := i - 1; t >= first; t-- {
		if c.heads[t] >= 0 && c.mention[c.heads[t]].actor == a {
			return true
		}
	}
	return false
}
