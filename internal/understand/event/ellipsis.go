package event

import (
	"entente"
	"entente/internal/codebook"
)

// ellipses adds what a sentence tells by an auxiliary alone: "France recognised
// the government, and so did Italy", "Germany agreed; Poland did not".
func (c *coder) ellipses(roots []*node, s int) []*node {
	sent := &c.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if !c.proVerb(i) {
			continue
		}
		of := c.antecedentOf(i, roots)
		if of < 0 {
			continue
		}
		who := c.ofPro(i)
		if len(who) == 0 {
			continue
		}
		not := c.denied(i)
		if not && roots[of].supposed && len(c.without(who, roots[of].s)) < len(who) {
			roots[of].typ = "" // what was asked is answered
		}
		if n := c.elided(roots[of], i, who, not); n != nil {
			roots = append(roots, n)
		}
	}
	return roots
}

// proVerb reports whether token i is an auxiliary that stands for a whole
// predicate: it has a subject, and "not" or "so" or "as", and nothing else.
func (c *coder) proVerb(i int) bool {
	if !c.lx.isGrammar("pro-verb", c.lem[i]) || c.rel(i).Universal() == entente.AuxRel || c.rel(i) == entente.Cop || c.hits[i] != nil {
		return false
	}
	marked := c.denied(i)
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Ccomp, entente.Xcomp, entente.Iobj:
			return false
		case entente.Obj, entente.Obl:
			if k < i || c.heads[k] < 0 || c.adposition(k) != "" {
				return false
			}
		case entente.Advmod, entente.Mark, entente.Cc:
			marked = marked || k < i && c.lx.isGrammar("likewise", c.lem[k])
		}
	}
	return marked
}

// ofPro is of whom a pro-verb tells.
func (c *coder) ofPro(i int) []fill {
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Nsubj, entente.NsubjPass, entente.Obj, entente.Obl:
			var out []fill
			for _, e := range c.expand(k) {
				out = append(out, c.resolve(e, 0)...)
			}
			return knownOnly(out)
		}
	}
	return nil
}

// antecedentOf is the root that a pro-verb stands for, -1 for none: that of the
// verb it hangs on or that hangs on it, else the last told before it.
func (c *coder) antecedentOf(i int, roots []*node) int {
	last := -1
	for r, n := range roots {
		if n == nil || n.typ == "" || n.kind == kindJudge || !c.isVerb(n.at) || n.at > i {
			continue
		}
		if h := c.head(i); n.at == h && c.rel(i) != entente.Ccomp || c.head(n.at) == i {
			return r
		}
		if last < 0 || n.at >= roots[last].at {
			last = r
		}
	}
	return last
}

// elided is root n told again of others: the same, or its refusal.
func (c *coder) elided(n *node, i int, who []fill, not bool) *node {
	k := *n
	k.at, k.s, k.rules = i, who, append(append([]string(nil), n.rules...), "ellipsis")
	k.t = c.without(n.t, who)
	k.kids = nil
	if !not {
		if n.status == entente.Hypothetical || n.sym {
			return nil
		}
		return &k
	}
	content := n
	switch n.kind {
	case "":
		if codebook.Quad(n.typ) > 2 {
			return nil
		}
	case "plan", "decide", "seek", "agree", "announce", "accept", "allow":
		if content = n.base; content == nil || codebook.Quad(content.typ) == 4 {
			return nil
		}
	default:
		return nil
	}
	b := *content
	b.s, b.kids, b.rules = who, nil, k.rules
	r := c.wrapAs("refuse", n.m, &b, who, nil)
	if r == nil {
		return nil
	}
	r.at, r.kids = i, nil
	if len(r.t) == 0 {
		r.t = c.without(n.t, who)
	}
	return r
}
