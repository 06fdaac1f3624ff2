package event

import (
	"entente"
	"entente/internal/codebook"
)

// scan finds contents and operators among the tokens [first, last) of a
// sentence and links each operator to what it holds.
func (c *coder) scan(first, last int) {
	cands := c.cands
	c.readWords(first, last)
	open := func(t int) bool {
		return t >= first && t < last && (c.hits[t] != nil || len(cands[t]) > 0 && !c.headOnly(cands[t]))
	}
	for i := first; i < last; i++ {
		for _, m := range cands[i] {
			h := c.head(i)
			if v := c.head(max(h, 0)); h >= 0 && m.r.kind == kindNegate && (c.rel(i) == entente.DetRel || c.rel(i).Universal() == entente.Cc && i < h) && open(v) && (c.rel(h) == entente.Nsubj || c.rel(h) == entente.NsubjPass) {
				c.self[v] = append(c.self[v], m) // "no group has claimed"
			}
			if c.obliges(m, h) && !open(h) {
				c.self[h] = append(c.self[h], m)
			}
		}
	}
	known := open
	open = func(t int) bool { return known(t) || t >= first && t < last && len(c.self[t]) > 0 }
	for i := first; i < last; i++ {
		for _, m := range cands[i] {
			c.link(m, open)
		}
	}
	for i := first; i < last; i++ {
		c.choose(i, cands[i])
	}
	for i := first; i < last; i++ {
		for _, m := range cands[i] {
			if h := c.head(i); c.obliges(m, h) && c.hits[h] == nil && c.ops[h] == nil && !c.owed(h) {
				c.self[h] = append(c.self[h], m) // an operator for which nothing was found: "should accept the outcome"
			}
		}
	}
	for i := first; i < last; i++ {
		if (c.hits[i] != nil || c.ops[i] != nil) && c.finiteAmod(i) {
			c.cut[c.head(i)] = i
		}
	}
	c.settle(first, last)
}

// readWords finds the readings that the words of a sentence may have.
func (c *coder) readWords(first, last int) {
	for i := first; i < last; i++ {
		if c.inName(i) || c.hyphenated(i) {
			continue
		}
		if rs := c.find(i); len(rs) > 0 {
			if !c.modifier(i) {
				c.asNoun[i] = c.determined(i)
				c.hits[i] = c.best(i, rs, false)
				c.asNoun[i] = c.asNoun[i] || c.hits[i] != nil && c.hits[i].r.pos == 'n' && c.upos(i) == entente.VERB
			}
			for _, r := range rs {
				c.candidate(i, r)
			}
		}
		if c.upos(i) == entente.PROPN || c.timed[i] {
			continue // "in May"
		}
		for _, r := range c.lx.words[c.lem[i]] {
			c.candidate(i, r)
		}
	}
	for i := first; i < last; i++ {
		if c.hits[i] == nil && len(c.cands[i]) == 0 {
			c.hits[i] = c.propose(i)
		}
	}
}

// hyphenated reports whether a verb is the last part of a word that the lexicon
// does not know: "an open-ended strike".
func (c *coder) hyphenated(i int) bool {
	return i > 0 && c.isVerb(i) && c.d.Tokens[i-1].End == c.d.Tokens[i].Start && c.upos(i-1) == entente.PUNCT && c.d.Form(i-1) == "-" && !c.lx.joined[c.lem[i]]
}

// inName reports whether a verb in capitals inside a sentence is part of a name,
// as of a movement: "joined Occupy London".
func (c *coder) inName(i int) bool {
	f := c.d.Form(i)
	if !c.isVerb(i) || i+1 >= len(c.lem) || f[0] < 'A' || f[0] > 'Z' || shouted(f) || i == 0 || !c.upos(i-1).Nominal() && c.upos(i-1) != entente.DET && c.upos(i-1) != entente.ADP && c.upos(i-1) != entente.SCONJ && c.upos(i-1) != entente.VERB {
		return false
	}
	next := c.d.Form(i + 1)
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 || c.d.Sentences[s].First == i || c.d.Sentences[s].Kind == entente.Headline || next[0] < 'A' || next[0] > 'Z' {
		return false
	}
	small := 0
	for t := c.d.Sentences[s].First; t < c.d.Sentences[s].Last; t++ {
		if g := c.d.Form(t); c.isVerb(t) && c.upos(t) != entente.AUX && g[0] >= 'a' && g[0] <= 'z' {
			small++
		}
	}
	return small > 0
}

// determined reports whether the parser took for a verb what an article makes a
// noun: "called the killing a murder".
func (c *coder) determined(i int) bool {
	return c.xpos(i) == "VBG" && i > 0 && c.upos(i-1) == entente.DET && c.head(i-1) == i && c.kid(i, entente.Nsubj, entente.AuxRel) < 0
}

// obliges reports whether an operator is an auxiliary by which verb h is to be
// done, not one by which it is guessed: "must have known", "must be dreaming".
func (c *coder) obliges(m *match, h int) bool {
	if m.r.kind != kindMust || m.r.frame[content][0].kind != slotHead || h < 0 || !c.isVerb(h) {
		return false
	}
	for _, k := range c.kids(h) {
		if c.rel(k).Universal() == entente.AuxRel && (c.lx.isGrammar("perfect", c.lem[k]) || c.xpos(h) == "VBG" && c.lx.isGrammar("progressive", c.lem[k])) {
			return false
		}
	}
	return true
}

// modifier reports whether a noun only modifies another noun ("attack
// helicopter", "talks venue").
func (c *coder) modifier(i int) bool {
	if c.aside[i] || c.hyphenated(i) {
		return true
	}
	switch c.rel(i) {
	case entente.Compound:
		return c.upos(i) != entente.VERB && !c.asVerb[i]
	case entente.Amod:
		return !c.finiteAmod(i)
	}
	return false
}

func (c *coder) candidate(i int, r *reading) {
	if r.kind == kindCarry && r.pos == 'v' && c.rel(i) == entente.Amod && c.xpos(i) == "VBG" {
		return // "amid mounting criticism"
	}
	if r.kind == "" || r.pos == 'x' && (r.kind == kindMust || r.kind == kindFuture) && c.rel(i).Universal() != entente.AuxRel {
		return
	}
	if (r.pos == 'v' || r.pos == 'a') && r.frame[content][0].kind == slotHead && c.rel(i) != entente.Amod && (c.rel(i) != entente.Acl || !c.passive(i)) {
		return // "planned talks", not "planned when talks began"
	}
	if r.kind == kindNegate && c.merely(i) {
		return
	}
	if m := c.try(i, r); m != nil {
		c.cands[i] = append(c.cands[i], m)
	}
}

// merely reports whether a negation denies only that this is all: "not only".
func (c *coder) merely(i int) bool {
	return i+1 < len(c.lem) && c.lx.isGrammar("merely", c.lem[i+1])
}

func (c *coder) headOnly(ms []*match) bool {
	for _, m := range ms {
		if m.r.frame[content][0].kind != slotHead {
			return false
		}
	}
	return true
}

// link finds the contents of an operator: the first of its slots that leads
// to a predicate.
func (c *coder) link(m *match, open func(int) bool) {
	for _, s := range m.r.frame[content] {
		for _, t := range c.rightFirst(m.at, c.fill(m, &s)) {
			if t == m.at {
				continue
			}
			m.filled = true
			m.theme = append(m.theme, t)
			depth := 2
			if s.kind == slotHead {
				depth = 0
			}
			m.contents = c.predicates(m.contents, t, m.at, depth, open)
		}
		if len(m.contents) > 0 {
			return
		}
	}
}

// rightFirst puts what stands right of a verb before what opens its sentence: "In
// response to rocket fire, a girl was hurt in an airstrike".
func (c *coder) rightFirst(i int, list []int) []int {
	if len(list) < 2 || list[0] > i || list[len(list)-1] < i {
		return list
	}
	n := 0
	for n < len(list) && list[n] < i {
		n++
	}
	return append(append([]int{}, list[n:]...), list[:n]...)
}

// predicates adds the predicates at or just below token t, with those
// coordinated with it.
func (c *coder) predicates(out []int, t, not, depth int, open func(int) bool) []int {
	if t == not || has(out, t) || len(out) > 8 {
		return out
	}
	if open(t) {
		out = append(out, t)
	} else if depth > 0 {
		for _, k := range c.kids(t) {
			if c.leads(t, k) {
				out = c.predicates(out, k, not, depth-1, open)
			}
		}
	}
	if depth > 0 {
		for _, k := range c.kids(t) {
			if c.rel(k) == entente.Conj && c.outerVerb(k) < 0 && c.sameGerund(k) < 0 && !(c.xpos(t) == "VB" && c.xpos(k) == "VBD" && c.infinitive(t)) { // "refused to sign and shelled"
				out = c.predicates(out, k, not, depth-1, open)
			}
		}
	}
	return out
}

// leads reports whether the content of t may stand in its dependent k.
func (c *coder) leads(t, k int) bool {
	switch c.rel(k) {
	case entente.Xcomp, entente.Obj, entente.Ccomp, entente.NsubjPass:
		return true
	case entente.Acl:
		return c.infinitive(k) || c.markedIn(k, "controlled")
	case entente.Compound, entente.Amod:
		return !c.isVerb(t)
	case entente.Nmod, entente.Obl:
		return c.markedIn(k, "part") || !c.isVerb(t) && c.markedIn(k, "about")
	}
	return false
}

// choose settles which operator, if any, is read at token i.
func (c *coder) choose(i int, ms []*match) {
	var won *match
	for _, m := range ms {
		if m.r.frame[content][0].kind == slotHead {
			for _, h := range m.contents {
				if len(c.self[h]) == 0 || c.self[h][len(c.self[h])-1] != m {
					c.self[h] = append(c.self[h], m)
				}
			}
			continue
		}
		if len(m.contents) == 0 && !(m.filled && bare(m.r.kind)) || m.r.pos == 'v' && participle(ms) {
			continue
		}
		if won == nil || weight(m) >= weight(won) {
			won = m
		}
	}
	hit := c.hits[i]
	if won == nil {
		return
	}
	if hit != nil && (len(won.contents) == 0 || worded(hit.r) > worded(won.r) && won.r.kind != "prevent") {
		return // but what somebody is barred from is not done
	}
	c.ops[i], c.hits[i], c.spare[i] = won, nil, hit
}

// participle reports whether a verb stands as an adjective on the noun of its
// content: "the proposed deal" proposes nothing anew.
func participle(ms []*match) bool {
	for _, m := range ms {
		if m.r.pos == 'v' && m.r.frame[content][0].kind == slotHead && len(m.contents) > 0 {
			return true
		}
	}
	return false
}

// weight orders operators at one token: contents first, then constraints.
func weight(m *match) int {
	w := rank(m.r)
	if len(m.contents) > 0 {
		w += 1000
	}
	return w
}

// positive measures what a reading asks for; a constraint that names words asks for more.
func positive(r *reading) int {
	n := 0
	for i := range r.cons {
		if !r.cons[i].not {
			n++
			if len(r.cons[i].words) > 0 {
				n++
			}
		}
	}
	return n
}

// heavy reports whether a verb has the type by itself ("condemn") and not only
// together with its object ("lodge a protest").
func (c *coder) heavy(i int, typ string) bool {
	for _, r := range c.find(i) {
		if r.class != nil && r.class.typ == typ && positive(r) == 0 {
			return true
		}
	}
	return false
}

// settle drops contents that are part of another reading, contents of
// operators that lost, and marks what an operator holds.
func (c *coder) settle(first, last int) {
	for i := first; i < last; i++ {
		if m := c.hits[i]; m != nil {
			for _, u := range m.used {
				if u == i || c.isVerb(u) || c.rel(i) == entente.AclRelcl && c.head(i) == u || c.ops[u] != nil && len(c.ops[u].contents) > 0 {
					continue
				}
				if h := c.hits[u]; h != nil && h.r.class.sym && h.r.class.typ != m.r.class.typ && len(c.prepsIn(u, "between")) > 0 {
					continue // "the deal between A and B, mediated by C"
				}
				if h := c.hits[u]; h != nil && h.r.class.typ != m.r.class.typ && (codebook.Verbal(m.r.class.typ) || m.r.class.typ == "PROTEST") && c.heavy(i, m.r.class.typ) {
					continue
				}
				c.hits[u], c.ops[u] = nil, nil
			}
		}
	}
	for i := first; i < last; i++ {
		m := c.ops[i]
		if m == nil {
			continue
		}
		kept := m.contents[:0]
		for _, t := range m.contents {
			if c.hits[t] != nil || c.ops[t] != nil || c.owed(t) {
				kept = append(kept, t)
			}
		}
		m.contents = kept
		if len(kept) == 0 && c.spare[i] != nil {
			c.ops[i], c.hits[i] = nil, c.spare[i]
		} else if len(kept) == 0 && !bare(m.r.kind) {
			c.ops[i] = nil
		}
	}
	for i := first; i < last; i++ {
		if m := c.ops[i]; m != nil {
			for _, t := range m.contents {
				if t != i {
					c.taken[t] = true
				}
			}
		}
	}
}

// worded counts the constraints of a reading that ask for words.
func worded(r *reading) int {
	n := 0
	for i := range r.cons {
		if !r.cons[i].not && len(r.cons[i].words) > 0 {
			n++
		}
	}
	return n
}
