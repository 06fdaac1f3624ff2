package event

import "entente"

// match is a reading found at a token.
type match struct {
	r        *reading
	at       int
	obj      int   // the object that a constraint matched, -1
	used     []int // tokens that constraints matched
	contents []int // of an operator: tokens that head its contents
	theme    []int // what fills that slot
	filled   bool  // a slot of the content holds something, predicate or not
}

// find returns the readings of the word at token i. A word that the tagger
// took for a verb or adjective and that the lexicon knows only as a noun is
// read as the noun.
func (c *coder) find(i int) []*reading {
	l := c.lem[i]
	switch c.upos(i) {
	case entente.VERB:
		if c.nominal(i) {
			if rs := c.lx.nouns[lower(c.d.Form(i))]; rs != nil {
				return rs
			}
		}
		if rs := c.lx.verbs[l]; rs != nil {
			return rs
		}
		if rs := c.lx.nouns[lower(c.d.Form(i))]; rs != nil {
			return rs
		}
		return c.lx.nouns[l]
	case entente.NOUN:
		if c.asVerb[i] {
			return c.lx.verbs[l]
		}
		return c.lx.nouns[l]
	case entente.ADJ:
		if rs := c.lx.adjs[l]; rs != nil {
			return rs
		}
		return c.lx.nouns[l]
	case entente.PROPN:
		if c.titled(i) {
			if rs := c.lx.nouns[l]; rs != nil {
				return rs
			}
		}
		if c.covers[i] < 0 && c.rel(i) != entente.Flat {
			return c.lx.nouns[l]
		}
	case entente.AUX:
		if rs := c.lx.nouns[l]; rs != nil {
			return rs
		}
		if c.rel(i).Universal() != entente.AuxRel && c.rel(i) != entente.Cop {
			return c.lx.verbs[l]
		}
	case entente.ADP, entente.ADV:
		if c.lx.joined[l] {
			return c.lx.nouns[l]
		}
	}
	return nil
}

// nominal reports whether an -ing word is used as a noun: with an article, or
// joined to a noun without subject or object of its own.
func (c *coder) nominal(i int) bool {
	if c.xpos(i) != "VBG" || c.kid(i, entente.Nsubj, entente.Obj, entente.AuxRel) >= 0 {
		return false
	}
	if c.kid(i, entente.DetRel) >= 0 {
		return true
	}
	h := c.head(i)
	switch c.rel(i) {
	case entente.Conj, entente.Appos, entente.Nmod, entente.Flat:
		return h >= 0 && c.upos(h).Nominal()
	case entente.Advcl, entente.Obl:
		return c.markedIn(i, "within") // "killed in shelling"
	case entente.Csubj:
		return len(c.prepsIn(i, "agent")) > 0 // "shelling by rebels killed five"
	}
	return false
}

// titled reports whether capital letters say little about the word: in a
// headline, or at the start of a sentence.
func (c *coder) titled(i int) bool {
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	return s >= 0 && (c.d.Sentences[s].Kind == entente.Headline || c.d.Sentences[s].First == i)
}

// best chooses among readings those whose constraints hold; the most
// constraints win, those that ask for something before those that forbid
// something, on a tie the later line.
func (c *coder) best(i int, rs []*reading, operator bool) *match {
	var won *match
	c.trying, c.found = true, false
	defer func() { c.trying = false }()
	for _, r := range rs {
		if (r.kind != "") != operator || won != nil && rank(r) < rank(won.r) {
			continue
		}
		if m := c.try(i, r); m != nil {
			won = m
		}
	}
	return won
}

// rank orders the readings of one word.
func rank(r *reading) int { return 8*positive(r) + len(r.cons) }

// try matches one reading at token i.
func (c *coder) try(i int, r *reading) *match {
	m := &c.trial // most readings do not hold
	*m = match{r: r, at: i, obj: -1}
	for n := range r.cons {
		if c.holds(i, &r.cons[n], m) == r.cons[n].not {
			return nil
		}
	}
	won := *m
	return &won
}

// anyWord reports whether one of the tokens is a word of the constraint.
func (c *coder) anyWord(tokens []int, k *constraint, m *match) bool {
	for _, o := range tokens {
		if w := c.wordIn(o, k.words); w >= 0 {
			c.use(m, w, k)
			return true
		}
	}
	return false
}

// use notes that a constraint with words spoke of token w.
func (c *coder) use(m *match, w int, k *constraint) {
	if !k.not && len(k.words) > 0 {
		m.used = append(m.used, w)
	}
}

// anyKid is the first child with one of the relations whose lemma is in words.
func (c *coder) anyKid(i int, words []string, rels ...entente.Rel) int {
	for _, k := range c.kids(i) {
		for _, r := range rels {
			if c.rel(k) == r && c.in(k, words) {
				return k
			}
		}
	}
	return -1
}

// in reports whether the word at i is among words; an empty list is any word.
func (c *coder) in(i int, words []string) bool {
	if len(words) == 0 {
		return true
	}
	lem := c.lem[i]
	for _, w := range words {
		switch {
		case w[0] != '@': // as most are
			if w == lem {
				return true
			}
		case w == "@actor":
			if c.heads[i] >= 0 || c.reciprocal(i, nil) {
				return true
			}
		case w == "@place":
			if c.places[i] >= 0 || c.heads[i] >= 0 && c.d.Actors[c.mention[c.heads[i]].actor].Kind == entente.StateActor {
				return true
			}
		case w == "@politician":
			if c.politician(i) {
				return true
			}
		case w == "@outlet":
			if c.outlet(i) {
				return true
			}
		default:
			if c.lx.sets[w[1:]][lem] {
				return true
			}
		}
	}
	return false
}

// politician reports whether token i heads a mention of a person or party in politics.
func (c *coder) politician(i int) bool {
	if c.heads[i] < 0 {
		return false
	}
	a := &c.d.Actors[c.mention[c.heads[i]].actor]
	switch a.Sector {
	case "GOV", "LEG", "OPP", "ELI":
		return a.Kind == entente.PersonActor
	case "PTY":
		return a.Kind == entente.PersonActor || a.Kind == entente.OrgActor
	}
	return false
}

// outlet reports whether token i heads a mention of the press.
func (c *coder) outlet(i int) bool {
	if c.heads[i] < 0 {
		return false
	}
	a := &c.d.Actors[c.mention[c.heads[i]].actor]
	return a.Sector == "JRN" || a.Name != "" && a.Name == c.d.Article.Publisher
}

// wordIn looks for words at a noun, at what is coordinated with it, and
// behind a word of quantity ("a series of attacks"); -1 when there is none.
func (c *coder) wordIn(i int, words []string) int {
	for _, w := range c.expand(i) {
		if c.in(w, words) {
			return w
		}
		if c.lx.quantity[c.lem[w]] {
			for _, o := range c.prepsIn(w, "part") {
				if c.in(o, words) {
					return o
				}
			}
		}
	}
	return -1
}

// bases are the tokens on which prepositional constraints and slots look: the
// head, its matched or only object, and what other constraints matched ("acted
// as mediator between", "the withdrawal of troops from").
func (c *coder) bases(i int, m *match) []int {
	out := []int{i}
	if m != nil && m.r.kind == kindCarry {
		out = append(out, m.contents...)
	}
	if m != nil && m.obj >= 0 {
		out = append(out, m.obj)
	} else if c.isVerb(i) {
		out = append(out, c.objects(i)...)
	}
	for _, o := range out[1:] { // "extradited a banker, Ana Cruz, to Mexico"
		for _, k := range c.kids(o) {
			if k > o && (c.rel(k) == entente.Appos || c.rel(k) == entente.Flat) && c.upos(k) == entente.PROPN {
				out = append(out, k)
			}
		}
	}
	if !c.isVerb(i) {
		for _, k := range c.kids(i) {
			if k > i && c.rel(k) == entente.Appos && c.lx.isGrammar("ordinal", c.lem[k]) {
				out = append(out, k) // "the visit, the first by an Israeli premier to Oman"
			}
		}
	}
	if m != nil {
		for _, u := range m.used {
			if !has(out, u) {
				out = append(out, u)
			}
		}
	}
	return out
}
