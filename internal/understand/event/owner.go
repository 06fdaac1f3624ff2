package event

import "entente"

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
	if both := c.joinedStates(i, f.ref); both != nil {
		return both
	}
	if k := c.kid(i, entente.NmodPoss); k >= 0 && c.heads[k] >= 0 && len(c.twins[c.heads[k]]) > 0 && c.upos(k) != entente.PRON {
		return ruled(c.resolve(k, 1), "owner") // "the two countries' ministers"
	}
	mods := c.modifiers(i)
	if len(mods) > 1 && !c.joins(mods) {
		mods = nil // "Syrian Kurdish fighters" are of one side
	}
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
	of := c.prepsIn(i, "part") // "officials of Iran and Iraq"
	if len(of) == 0 && c.person(i) {
		of = c.prepsIn(i, "origin") // "officials from Iran and Iraq"
	}
	if len(of) == 0 && c.lx.sets["envoys"][c.lem[i]] {
		of = c.prepsIn(i, "aim") // "the ambassadors for Iran and Iraq"
	}
	for _, o := range of {
		for _, e := range c.expand(o) {
			if c.heads[e] < 0 || c.d.Actors[c.mention[c.heads[e]].actor].Code == "" {
				continue
			}
			span := c.mentionOf(c.heads[e]).Span
			out = append(out, fill{tok: e, ref: c.heads[e], span: span, rule: "of"})
			for _, twin := range c.twins[c.heads[e]] { // "officers of the two armies"
				out = append(out, fill{tok: e, ref: twin, span: span, rule: "of"})
			}
		}
	}
	if out = distinct(out); len(out) > 1 || len(out) == 1 && c.d.Actors[c.mention[f.ref].actor].Code == "" {
		return c.within(i, out)
	}
	if c.d.Actors[c.mention[f.ref].actor].Code == "" {
		if got := c.ledBy(i, 1); got != nil {
			return c.within(i, got)
		}
	}
	return []fill{f}
}

// joins reports whether a word among modifiers is joined to another of them by a
// conjunction, comma or stroke.
func (c *coder) joins(mods []int) bool {
	for _, m := range mods {
		if k := c.kid(m, entente.Conj); k >= 0 || c.rel(m) == entente.Conj {
			return true
		}
	}
	for n := 1; n < len(mods); n++ {
		for t := min(mods[n-1], mods[n]) + 1; t < max(mods[n-1], mods[n]); t++ {
			if c.upos(t) == entente.CCONJ || c.upos(t) == entente.PUNCT {
				return true
			}
		}
	}
	return false
}

// joinedStates are the states that the words of one mention join before its
// head ("US and Filipino troops"), nil when there are not several.
func (c *coder) joinedStates(i int, ref int32) []fill {
	span, joins := c.mentionOf(ref).Span, false
	for i+1 < len(c.lem) && c.d.Tokens[i+1].End <= span.End {
		i++
	}
	if c.upos(i) != entente.NOUN || !c.person(i) {
		return nil
	}
	var out []fill
	for t := i - 1; t >= 0 && c.d.Tokens[t].Start >= span.Start; t-- {
		joins = joins || c.upos(t) == entente.CCONJ
		if r := c.covers[t]; r >= 0 && r != ref && c.mentionOf(r).End == c.d.Tokens[t].End && c.d.Actors[c.mention[r].actor].Kind == entente.StateActor {
			out = append([]fill{{tok: t, ref: r, span: c.mentionOf(r).Span, rule: "coordinated"}}, out...)
		}
	}
	if out = distinct(out); !joins || len(out) < 2 || c.same(out[0], out[1]) {
		return nil
	}
	return out
}

// named reports whether a known actor is among the participants.
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
	if got := c.sayer(i); got != nil {
		return got
	}
	if got := c.subjectsOwn(i); got != nil {
		return got
	}
	if c.lx.isGrammar("persons", c.lem[i]) {
		return []fill{{tok: i, ref: -1, span: c.d.Tokens[i].Span, rule: "pronoun"}}
	}
	if k := c.kid(i, entente.AclRelcl, entente.Acl); k > i && c.lx.isGrammar("those", lower(c.d.Form(i))) {
		_, last := c.d.Yield(k) // "those who were behind the attack"
		return []fill{{tok: i, ref: -1, span: c.d.Tokens[i].Span.Cover(c.d.Tokens[min(last-1, i+10)].Span), rule: "pronoun"}}
	}
	return nil
}

// person reports whether the noun names people or bodies that act by themselves.
func (c *coder) person(i int) bool {
	return c.lx.people[c.lem[i]] || c.upos(i) == entente.PROPN && c.hits[i] == nil || c.xpos(i) == "NNS" && c.lx.isGrammar("sides", c.lem[i]) && c.kid(i, entente.Nmod, entente.Compound, entente.NmodPoss) < 0
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
		if c.lx.sets["dialogues"][c.lem[i]] && c.lx.isGrammar("locative", p) {
			continue // "the talks in Geneva" are not Switzerland's
		}
		for _, k := range c.preps(i, p) {
			for _, e := range c.expand(k) {
				out = append(out, c.resolve(e, depth+1)...)
			}
		}
		if out = knownOnly(out); out != nil {
			return ruled(distinct(out), "owner")
		}
	}
	if k := c.judgedIn(i); k >= 0 {
		return ruled(knownOnly(c.resolve(k, depth+1)), "owner")
	}
	for _, k := range c.kids(i) { // "an appeal filed by lawyers"
		if c.rel(k) == entente.Acl && c.isVerb(k) {
			by := append(c.prepsIn(k, "agent"), c.prepsIn(k, "belonging")...)
			if c.lx.isGrammar("bearing", c.lem[k]) { // "a motorcade carrying the minister"
				by = append(by, c.objects(k)...)
			}
			for _, a := range by {
				if got := knownOnly(c.resolve(a, depth+1)); got != nil {
					return ruled(got, "maker")
				}
			}
		}
	}
	if got := c.author(i, depth); got != nil {
		return got
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

// bare reports whether an operator of the kind is an event even when the
// codebook does not know its content ("agreed to a programme").
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

// subjectsOwn resolves a possessive that nobody else resolved by the subject of
// the verb whose object it owns: "announced his decision".
func (c *coder) subjectsOwn(i int) []fill {
	n := c.head(i)
	if n < i || c.rel(i) != entente.NmodPoss || c.lx.isGrammar("first-person", c.lem[i]) || c.rel(n) != entente.Obj || !c.isVerb(c.head(n)) {
		return nil
	}
	for _, s := range c.subjects(c.head(n)) {
		if s < i && c.upos(s) != entente.PRON {
			return ruled(c.resolve(s, 2), "subject")
		}
	}
	return nil
}

// sayer resolves a pronoun that nobody else resolved and that is the subject
// of what somebody says: "the rebels said they would release her".
func (c *coder) sayer(i int) []fill {
	v := c.head(i)
	if v < 0 || c.rel(i) != entente.Nsubj || c.rel(v) != entente.Ccomp {
		return nil
	}
	g := c.head(v)
	if g < 0 || c.ops[g] == nil || c.ops[g].r.kind != kindSay && c.ops[g].r.kind != kindProclaim {
		return nil
	}
	for _, t := range c.subjects(g) {
		if t != i && t < i {
			var out []fill
			for _, e := range c.expand(t) {
				out = append(out, c.resolve(e, 2)...)
			}
			return ruled(out, "sayer")
		}
	}
	return nil
}
