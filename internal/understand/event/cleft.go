package event

import "entente"

// opener is who acts in the clause that the word at t opens: "what Russia is
// doing is criminal"; nil for none.
func (c *coder) opener(t int) []int {
	if c.xpos(t) != "WP" {
		return nil
	}
	if k := c.kid(t, entente.AclRelcl); k >= 0 && c.kid(k, entente.Nsubj) >= 0 {
		return c.subjects(k)
	}
	return nil
}

// cleft is whom a sentence singles out as the doer of the verb at i: "it was
// Russia that started the war"; -1 for none.
func (c *coder) cleft(i int) int {
	h := c.head(i)
	if h < 0 || h > i || c.rel(i) != entente.AclRelcl && c.rel(i) != entente.AdvclRelcl || c.kid(h, entente.Cop) < 0 || c.heads[h] < 0 {
		return -1
	}
	s := c.kid(h, entente.Nsubj, entente.Expl)
	if o := c.kid(i, entente.Nsubj); s < 0 || c.lem[s] != c.lx.grammar["cleft"][0] || o >= 0 && !c.relative(o) {
		return -1
	}
	return h
}

// assured reports whether the deed at i is what the speaker is sure of: "there
// is no doubt that Russia did it", "it was Russia that did it".
func (c *coder) assured(i int) bool {
	for n := 0; n < 4 && i >= 0; n++ {
		if c.cleft(i) >= 0 {
			return true
		}
		switch c.rel(i) {
		case entente.Ccomp, entente.Conj, entente.Acl, entente.Csubj:
		default:
			return false
		}
		if i = c.head(i); i >= 0 && c.lx.judged.assures[c.lem[i]] {
			return (c.upos(i) == entente.NOUN) == c.denied(i)
		}
	}
	return false
}

// spokenOf is of whom the cue around token i says what is said: "they are
// liars", she said of the ministers.
func (c *coder) spokenOf(i int) []fill {
	st := c.speech[i]
	if st < 0 || c.d.Statements[st].Kind != entente.Direct {
		return nil
	}
	cue := c.cueToken(st)
	if cue < 0 || !c.isVerb(cue) {
		return nil
	}
	var out []fill
	for _, o := range c.prepsIn(cue, "part") {
		out = append(out, c.resolve(o, 0)...)
	}
	return ruled(knownOnly(distinct(out)), "spoken")
}

// hearer is to whom the words around token i are said, when it is somebody of
// the political world.
func (c *coder) hearer(i int) []fill {
	st := c.speech[i]
	if st < 0 || c.d.Statements[st].Kind != entente.Direct {
		return nil
	}
	if got := c.spokenOf(i); len(got) > 0 {
		return got
	}
	to := c.d.Statements[st].Addressee
	if len(to) == 0 {
		return nil
	}
	fs := []fill{{tok: -1, ref: -1, span: to[0].Span, rule: "addressee", part: to}}
	if c.statesmen(fs) == 0 {
		return nil
	}
	return fs
}
