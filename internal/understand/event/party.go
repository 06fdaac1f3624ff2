package event

import (
	"entente"
	"entente/internal/codebook"
)

// fill is one token that fills a slot, and what it stands for.
type fill struct {
	tok  int
	ref  int32 // mention, -1 for a bare noun phrase
	span entente.Span
	rule string // how it was reached: "", "owner", "near", "speaker" ...
	part []entente.Participant
}

func (f fill) known() bool { return f.ref >= 0 || len(f.part) > 0 }

// parties resolves the fillers of a role of a match. Slots are tried in order;
// one that holds a known actor is preferred to one that holds bare words.
func (c *coder) parties(m *match, ro role) []fill {
	var bare []fill
	for n := range m.r.frame[ro] {
		s := &m.r.frame[ro][n]
		var got []fill
		for _, t := range c.fill(m, s) {
			for _, e := range c.expand(t) {
				got = append(got, c.resolve(e, 0)...)
			}
		}
		got = distinct(got)
		if ro == source {
			got = c.noOutlets(got)
		}
		for _, f := range got {
			if f.known() {
				return got
			}
		}
		if bare == nil {
			bare = c.plausible(got, s)
		}
	}
	if ro == target {
		if got := c.ahead(m); got != nil {
			return got
		}
	}
	return bare
}

// noOutlets drops broadcasters and papers from sources: an outlet tells what
// others do.
func (c *coder) noOutlets(fs []fill) []fill {
	out := fs[:0]
	for _, f := range fs {
		if f.ref >= 0 {
			a := &c.d.Actors[c.mention[f.ref].actor]
			if a.Kind == entente.OrgActor && a.Sector == "JRN" || a.Name != "" && a.Name == c.d.Article.Publisher || a.Code == "" && a.Kind == entente.GroupActor && !c.people(f.ref) {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// people reports whether the head of a mention names people or bodies of
// people, and no thing that they use.
func (c *coder) people(ref int32) bool {
	h := c.mentionOf(ref).Head
	return h >= 0 && (c.lx.people[c.lem[h]] || c.upos(h) != entente.NOUN)
}

// ahead looks along the words right of the trigger for a preposition of the
// target that the parser hung elsewhere: "filed a suit in a court against X".
func (c *coder) ahead(m *match) []fill {
	for n := range m.r.frame[target] {
		s := &m.r.frame[target][n]
		if s.kind != slotPrep || s.on != nil || !c.lx.isGrammar("ahead", s.prep) {
			continue
		}
		for i := m.at + 1; i < min(len(c.lem), m.at+20); i++ {
			if c.clauseStart(i) || c.isVerb(i) && c.rel(i) == entente.Conj || c.lem[i] == "," && c.upos(i) == entente.PUNCT && i > m.at+12 {
				break
			}
			if c.lem[i] != s.prep || c.upos(i) != entente.ADP {
				continue
			}
			h := c.head(i)
			if h < i || m.r.class != nil && m.r.class.sym && c.rel(h) == entente.Nmod && c.aimBetween(m.at, h) {
				continue
			}
			var got []fill
			for _, e := range c.expand(h) {
				got = append(got, c.resolve(e, 0)...)
			}
			if got = ruled(knownOnly(distinct(got)), "ahead"); got != nil {
				return got
			}
		}
	}
	return nil
}

// aimBetween reports whether noun h belongs to what an infinitive between it and
// verb i says is aimed at: "met to discuss relations with Russia".
func (c *coder) aimBetween(i, h int) bool {
	for t := i + 1; t < h; t++ {
		if c.isVerb(t) && c.infinitive(t) && c.head(t) == i {
			return true
		}
	}
	return false
}

// notOwn drops the forces of the very state that acts: whoever withdraws its
// troops has them for no target.
func (c *coder) notOwn(fs, s []fill) []fill {
	var out []fill
	for _, f := range fs {
		own := false
		if f.ref >= 0 && c.d.Actors[c.mention[f.ref].actor].Sector == "MIL" {
			for _, g := range s {
				own = own || c.country(f) != "" && c.country(f) == c.country(g)
			}
		}
		if !own {
			out = append(out, f)
		}
	}
	return out
}

// plausible keeps the bare words that may be a party: anything in a
// grammatical slot, but behind a preposition only people and names.
func (c *coder) plausible(fs []fill, s *slot) []fill {
	if s.kind != slotPrep && s.kind != slotMod {
		return fs
	}
	var out []fill
	for _, f := range fs {
		if f.tok >= 0 && (c.person(f.tok) || c.places[f.tok] >= 0 || c.lx.sets["area"][c.lem[f.tok]] || c.lx.isGrammar("aimed", s.prep)) {
			out = append(out, f)
		}
	}
	return out
}

// resolve says what the noun phrase headed by token i stands for.
func (c *coder) resolve(i, depth int) []fill {
	if i < 0 || depth > 3 || c.timed[i] || c.aside[i] {
		return nil
	}
	if got := c.whose(i, depth); got != nil {
		return got
	}
	if list := c.namedBehind(i); list != nil {
		var out []fill
		for _, k := range list {
			out = append(out, c.resolve(k, depth+1)...)
		}
		return out
	}
	if c.lx.isGrammar("no-party", c.lem[i]) {
		return nil // "with a focus on Iran"
	}
	if got := c.loyalTo(i, depth); got != nil {
		return got
	}
	if k := c.saidToBe(i); k >= 0 {
		return c.resolve(k, depth+1)
	}
	if ref := c.whole(i); ref >= 0 {
		out := c.several(i, fill{tok: i, ref: ref, span: c.named(i, ref)})
		for _, twin := range c.twins[ref] {
			out = append(out, fill{tok: i, ref: twin, span: out[0].span}) // of one span: several behind one word
		}
		return out
	}
	if got := c.whatOf(i, depth); got != nil {
		return got
	}
	if c.relative(i) {
		for _, a := range c.antecedent(i) {
			return c.resolve(a, depth+1)
		}
		return nil
	}
	if ref := c.covers[i]; ref >= 0 && c.inside(ref, i) {
		if both := c.joinedStates(i, ref); both != nil {
			return both
		}
		return []fill{{tok: i, ref: ref, span: c.named(i, ref)}}
	}
	if c.upos(i) == entente.PRON {
		return c.pronoun(i)
	}
	if c.isVerb(i) && c.hits[i] == nil {
		return nil
	}
	if c.lx.sets["quantity"][c.lem[i]] || c.upos(i) == entente.NUM || c.upos(i) == entente.DET {
		for _, o := range c.prepsIn(i, "part") {
			if got := c.resolve(o, depth+1); got != nil {
				return got
			}
		}
	}
	if got := c.apposition(i); got != nil {
		return got
	}
	if got := c.summed(i); len(got) > 0 {
		return got
	}
	return c.behindNoun(i, depth)
}

// behindNoun is who stands behind a noun that names nobody by itself: people by
// what they are of, a deed by who does it, a thing by its owner.
func (c *coder) behindNoun(i, depth int) []fill {
	if c.person(i) {
		if got := c.nationality(i, depth); got != nil {
			return c.within(i, got)
		}
		if got := c.ledBy(i, depth); got != nil {
			return c.within(i, got)
		}
		return c.bare(i)
	}
	if m := c.hits[i]; m != nil && codebook.Quad(m.r.class.typ) >= 3 && !c.isVerb(i) {
		if got := knownOnly(c.agents(m)); got != nil {
			return c.within(i, ruled(got, "agent"))
		}
		if k := c.judgedIn(i); k >= 0 && c.lx.sets["ruled-deeds"][c.lem[i]] {
			return c.within(i, ruled(knownOnly(c.resolve(k, depth+1)), "owner"))
		}
		return c.bare(i)
	}
	if got := c.owner(i, depth); got != nil {
		return c.within(i, got)
	}
	return c.bare(i)
}

// apposition is the actor that an apposition of i names.
func (c *coder) apposition(i int) []fill {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Appos && c.heads[k] >= 0 {
			return []fill{{tok: k, ref: c.heads[k], span: c.mentionOf(c.heads[k]).Span, rule: "apposition"}}
		}
	}
	return nil
}

// loyalTo are those to whom people are said to be loyal, whose state no word before
// them names: "forces loyal to the general".
func (c *coder) loyalTo(i, depth int) []fill {
	if c.upos(i) != entente.NOUN || !c.person(i) {
		return nil
	}
	for _, k := range c.kids(i) {
		if k < i || c.rel(k) != entente.Amod && c.rel(k) != entente.Acl || !c.lx.isGrammar("loyal", c.lem[k]) {
			continue
		}
		for _, o := range c.prepsIn(k, "loyalty") {
			if got := knownOnly(c.resolve(o, depth+1)); got != nil {
				return c.within(i, ruled(got, "loyal"))
			}
		}
	}
	return nil
}

// ledBy are those who lead or sent people whom no word says to be of a state: "forces
// led by Saudi Arabia".
func (c *coder) ledBy(i, depth int) []fill {
	var out []fill
	for _, k := range c.kids(i) {
		if c.rel(k) != entente.Acl || !c.isVerb(k) || !c.lx.isGrammar("led", c.lem[k]) {
			continue
		}
		for _, a := range c.subjects(k) {
			for _, e := range c.expand(a) {
				if e != i {
					out = append(out, c.resolve(e, depth+1)...)
				}
			}
		}
	}
	return ruled(distinct(knownOnly(out)), "leader")
}

// nationality is the state that an adjective on a word for people or bodies
// names ("a Turkish agency").
func (c *coder) nationality(i, depth int) []fill {
	var out []fill
	for _, k := range c.modifiers(i) {
		if c.rel(k) == entente.Amod && c.heads[k] >= 0 {
			out = append(out, c.resolve(k, depth+1)...)
		}
	}
	return ruled(distinct(knownOnly(out)), "nationality")
}

// knownOnly lists the fillers that stand for somebody known.
func knownOnly(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.known() {
			out = append(out, f)
		}
	}
	return out
}

// ruled names the way by which fillers were reached, where none is named yet.
func ruled(fs []fill, rule string) []fill {
	for i := range fs {
		if fs[i].rule == "" {
			fs[i].rule = rule
		}
	}
	return fs
}

// distinct drops fillers that repeat an earlier one, and those whose word
// stands inside the words of another ("Japanese" in "Japanese Prime Minister").
func distinct(fs []fill) []fill {
	var out []fill
	for i, f := range fs {
		seen := false
		for _, g := range out {
			if g.tok == f.tok && (g.ref < 0 || f.ref < 0) || g.ref >= 0 && g.ref == f.ref || g.tok == f.tok && g.span != f.span {
				seen = true
			}
		}
		for j, g := range fs {
			if i != j && f.ref >= 0 && g.ref >= 0 && f.ref != g.ref && f.span != g.span && g.span.Contains(f.span) && f.rule == g.rule {
				seen = true
			}
		}
		if !seen {
			out = append(out, f)
		}
	}
	return out
}

// same reports whether two fillers stand for one actor.
func (c *coder) same(a, b fill) bool {
	if a.ref >= 0 && b.ref >= 0 {
		return c.mention[a.ref].actor == c.mention[b.ref].actor
	}
	if len(a.part) > 0 || len(b.part) > 0 {
		return c.actorOf(a) >= 0 && c.actorOf(a) == c.actorOf(b)
	}
	return a.tok == b.tok
}

// actorOf is the index of the actor that a filler stands for, -1 for bare words.
func (c *coder) actorOf(f fill) int {
	switch {
	case len(f.part) > 0:
		return f.part[0].Actor
	case f.ref >= 0:
		return c.mention[f.ref].actor
	}
	return -1
}

// without lists the fillers of fs that stand for nobody in not.
func (c *coder) without(fs, not []fill) []fill {
	var out []fill
	for _, f := range fs {
		keep := true
		for _, g := range not {
			if c.same(f, g) {
				keep = false
			}
		}
		if keep {
			out = append(out, f)
		}
	}
	return out
}

// participant turns a filler into what an event lists.
func (c *coder) participant(f fill, slotName string) []entente.Participant {
	if len(f.part) > 0 {
		out := make([]entente.Participant, len(f.part))
		copy(out, f.part)
		for i := range out {
			out[i].Span, out[i].Rule = f.span, slotName+" "+f.rule
		}
		return out
	}
	if f.ref < 0 {
		return []entente.Participant{{Actor: -1, Name: c.d.TextOf(f.span), Span: f.span, Rule: slotName + " " + orBare(f.rule)}}
	}
	m := c.mention[f.ref]
	a := &c.d.Actors[m.actor]
	rule := slotName + " " + a.Mentions[m.index].Rule
	if f.rule != "" {
		rule = slotName + " " + f.rule + " " + a.Mentions[m.index].Rule
	}
	p := c.party(m.actor, f.span)
	p.Rule = rule
	return []entente.Participant{p}
}

func orBare(rule string) string {
	if rule == "" {
		return "bare"
	}
	return rule + " bare"
}

// party is an actor as a participant, named by the words of span.
func (c *coder) party(actor int, span entente.Span) entente.Participant {
	a := &c.d.Actors[actor]
	return entente.Participant{Actor: actor, Name: a.Name, Code: a.Code, Country: a.Country, Sector: a.Sector, Role: a.Role, Span: span}
}
