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
			if a.Kind == entente.OrgActor && a.Sector == "JRN" || a.Code == "" && a.Kind == entente.GroupActor && !c.people(f.ref) {
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
			if h < i {
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
	if ref := c.whole(i); ref >= 0 {
		out := c.several(i, fill{tok: i, ref: ref, span: c.named(i, ref)})
		for _, twin := range c.twins[ref] {
			out = append(out, fill{tok: i, ref: twin, span: c.mentionOf(twin).Span})
		}
		return out
	}
	if c.relative(i) {
		for _, a := range c.antecedent(i) {
			return c.resolve(a, depth+1)
		}
		return nil
	}
	if ref := c.covers[i]; ref >= 0 && c.inside(ref, i) {
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
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Appos && c.heads[k] >= 0 {
			return []fill{{tok: k, ref: c.heads[k], span: c.mentionOf(c.heads[k]).Span, rule: "apposition"}}
		}
	}
	if c.person(i) {
		if got := c.nationality(i, depth); got != nil {
			return c.within(i, got)
		}
		return c.bare(i)
	}
	if m := c.hits[i]; m != nil && codebook.Quad(m.r.class.typ) >= 3 && !c.isVerb(i) {
		if got := knownOnly(c.agents(m)); got != nil {
			return c.within(i, ruled(got, "agent"))
		}
		return c.bare(i)
	}
	if got := c.owner(i, depth); got != nil {
		return c.within(i, got)
	}
	return c.bare(i)
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

// within widens the span of an owner to the words of the thing that fills the
// slot: "an army camp in Kabul".
func (c *coder) within(i int, fs []fill) []fill {
	b := c.bare(i)
	if len(b) == 0 || len(fs) != 1 {
		return fs
	}
	if s := b[0].span.Cover(fs[0].span); s.Len() < 120 {
		fs[0].span = s
	}
	return fs
}

// whole is the mention for which token i stands: the one it heads or, where
// the parser made the first word of a title the head, the one around it.
func (c *coder) whole(i int) int32 {
	ref, around := c.heads[i], c.outer[i]
	if around < 0 || around == ref || c.mentionOf(around).Head < 0 {
		return ref
	}
	switch c.rel(i) {
	case entente.Amod, entente.Compound, entente.NmodPoss, entente.Nmod, entente.Flat, entente.DetRel, entente.Nummod:
		return ref
	}
	if ref >= 0 && c.d.Tokens[i].Start == c.mentionOf(around).Start || ref < 0 && c.upos(i) == entente.PROPN {
		return around
	}
	return ref
}

// several splits a body named after more than one state ("British and EU
// negotiators") into them.
func (c *coder) several(i int, f fill) []fill {
	if a := &c.d.Actors[c.mention[f.ref].actor]; a.Kind == entente.PersonActor && a.Code != "" {
		return []fill{f}
	}
	mods := c.modifiers(i)
	var out []fill
	for _, m := range mods {
		if m == i || c.rel(m) == entente.NmodPoss {
			continue
		}
		for _, e := range c.expand(m) {
			if c.heads[e] >= 0 {
				out = append(out, fill{tok: e, ref: c.heads[e], span: c.mentionOf(c.heads[e]).Span, rule: "coordinated"})
			}
		}
	}
	if out = distinct(out); len(out) > 1 && c.person(i) {
		return out
	}
	if c.upos(i) != entente.NOUN {
		return []fill{f}
	}
	for _, o := range c.prepsIn(i, "part") { // "officials of Iran and Iraq"
		for _, e := range c.expand(o) {
			if c.heads[e] >= 0 && c.d.Actors[c.mention[c.heads[e]].actor].Code != "" {
				out = append(out, fill{tok: e, ref: c.heads[e], span: c.mentionOf(c.heads[e]).Span, rule: "of"})
			}
		}
	}
	if out = distinct(out); len(out) > 1 || len(out) == 1 && c.d.Actors[c.mention[f.ref].actor].Code == "" {
		return c.within(i, out)
	}
	return []fill{f}
}

// named is the span of a mention; for a pronoun that of the nearest earlier
// words of the sentence that name the same actor.
func (c *coder) named(i int, ref int32) entente.Span {
	m := c.mentionOf(ref)
	if c.upos(i) != entente.PRON {
		return m.Span
	}
	s := c.d.SentenceAt(m.Start)
	if s < 0 {
		return m.Span
	}
	sent, best := c.d.Sentences[s], m.Span
	chain := c.d.Actors[c.mention[ref].actor].Mentions
	for n := int(c.mention[ref].index) - 1; n >= 0 && n < len(chain); n-- {
		o := chain[n]
		if o.Start < sent.Start {
			break
		}
		if o.End <= m.Start && o.Head >= 0 && c.upos(o.Head) != entente.PRON {
			best = o.Span
			break
		}
	}
	return best
}

// inside reports whether the head of a mention lies under token i, so that the
// mention is what i stands for though parser and mention differ in the head.
func (c *coder) inside(ref int32, i int) bool {
	h := c.mentionOf(ref).Head
	first, last := c.d.Yield(i)
	return h >= first && h < last && c.upos(h) != entente.ADJ
}

// pronoun resolves a pronoun that no mention covers: the first person inside
// a quotation is its speaker.
func (c *coder) pronoun(i int) []fill {
	if c.lx.isGrammar("first-person", c.lem[i]) {
		if s := c.speech[i]; s >= 0 && len(c.d.Statements[s].Speaker) > 0 {
			return []fill{{tok: i, ref: -1, span: c.d.Tokens[i].Span, rule: "speaker", part: c.d.Statements[s].Speaker}}
		}
	}
	if c.lx.isGrammar("persons", c.lem[i]) {
		return []fill{{tok: i, ref: -1, span: c.d.Tokens[i].Span, rule: "pronoun"}}
	}
	return nil
}

// person reports whether the noun names people or bodies that act by themselves.
func (c *coder) person(i int) bool {
	return c.lx.people[c.lem[i]] || c.upos(i) == entente.PROPN && c.hits[i] == nil
}

// agents are those who do what an event noun says.
func (c *coder) agents(m *match) []fill {
	if c.busy[m.at] {
		return nil
	}
	c.busy[m.at] = true
	defer func() { c.busy[m.at] = false }()
	return c.parties(m, source)
}

// owner passes from a thing to the actor that owns it: possessor, modifier,
// "of", "by", "in", "from", "near".
func (c *coder) owner(i, depth int) []fill {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.NmodPoss && k >= c.cut[i] {
			if got := knownOnly(c.resolve(k, depth+1)); got != nil {
				return ruled(got, "owner")
			}
		}
	}
	var out []fill
	for _, k := range c.modifiers(i) {
		out = append(out, c.resolve(k, depth+1)...)
	}
	if out = knownOnly(out); out != nil {
		return ruled(distinct(out), "owner")
	}
	for _, k := range c.kids(i) { // "the naming of X as Y by Z", the agent hung too low
		if c.rel(k) == entente.Nmod && k > i {
			for _, a := range c.prepsIn(k, "agent") {
				if got := knownOnly(c.resolve(a, depth+1)); got != nil && !c.lx.people[c.lem[k]] {
					return ruled(got, "owner")
				}
			}
		}
	}
	for _, p := range c.lx.grammar["owner"] {
		for _, k := range c.preps(i, p) {
			for _, e := range c.expand(k) {
				out = append(out, c.resolve(e, depth+1)...)
			}
		}
		if out = knownOnly(out); out != nil {
			return ruled(distinct(out), "owner")
		}
	}
	for _, k := range c.kids(i) { // "an appeal filed by lawyers"
		if c.rel(k) == entente.Acl && c.isVerb(k) {
			for _, a := range append(c.prepsIn(k, "agent"), c.prepsIn(k, "belonging")...) {
				if got := knownOnly(c.resolve(a, depth+1)); got != nil {
					return ruled(got, "maker")
				}
			}
		}
	}
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Appos || c.rel(k) == entente.Flat {
			if got := knownOnly(c.resolve(k, depth+1)); got != nil {
				return ruled(got, "apposition")
			}
		}
	}
	return nil
}

// bare is a noun phrase that names nobody known: its own words, without
// clauses and appositions.
func (c *coder) bare(i int) []fill {
	if !c.upos(i).Nominal() && c.upos(i) != entente.NUM && c.upos(i) != entente.ADJ {
		return nil
	}
	first, last := i, i
	for _, k := range c.kids(i) {
		switch c.rel(k).Universal() {
		case entente.DetRel, entente.Amod, entente.Compound, entente.Nummod, entente.Flat, entente.Nmod, entente.Case:
			if c.rel(k) == entente.Case && k < i || k < c.cut[i] {
				continue
			}
			f, l := c.d.Yield(k)
			first, last = min(first, f), max(last, l-1)
		}
	}
	if last-first > 14 {
		first, last = max(first, i-4), min(last, i+4)
	}
	return []fill{{tok: i, ref: -1, span: entente.Span{Start: c.d.Tokens[first].Start, End: c.d.Tokens[last].End}}}
}

func knownOnly(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.known() {
			out = append(out, f)
		}
	}
	return out
}

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
	return []entente.Participant{{Actor: m.actor, Name: a.Name, Code: a.Code, Country: a.Country, Sector: a.Sector, Role: a.Role, Span: f.span, Rule: rule}}
}

func orBare(rule string) string {
	if rule == "" {
		return "bare"
	}
	return rule + " bare"
}
