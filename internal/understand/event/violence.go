package event

import "entente"

// wielders drops from those who attack the weapons and attacks themselves, of
// which nobody is told to be the owner: "six shells hit the town".
func (c *coder) wielders(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.tok >= 0 && !c.person(f.tok) && c.upos(f.tok) == entente.NOUN && c.country(f) == "" && c.weaponry(c.lem[f.tok]) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// weaponry reports whether a word names what force is used with.
func (c *coder) weaponry(lemma string) bool {
	for _, set := range []string{"ordnance", "strikes", "warplanes", "navy", "vehicles"} {
		if c.lx.sets[set][lemma] {
			return true
		}
	}
	return false
}

// unspent drops, for a deed of two sides, the modifiers that the reading itself
// asks for: the prisoner of "prisoner swap" is none of them.
func (c *coder) unspent(mods []int, m *match) []int {
	if m.r.class == nil || !m.r.class.sym {
		return mods
	}
	var out []int
	for _, k := range mods {
		spent := false
		for n := range m.r.cons {
			con := &m.r.cons[n]
			spent = spent || con.test == testMod && !con.not && len(con.words) > 0 && c.in(k, con.words)
		}
		if !spent {
			out = append(out, k)
		}
	}
	return out
}

// suffers reports whether a modifier of a word of violence is the bare name of
// a town, or a building or its owner, which is attacked and not the attacker:
// "the Kabul bombing", "the U.S. embassy attacks".
func (c *coder) suffers(k int, m *match) bool {
	if m.r.class == nil || m.r.class.typ != "ASSAULT" || c.rel(k) == entente.NmodPoss {
		return false
	}
	for t := k; t <= k+1 && t < m.at; t++ {
		if c.upos(t).Nominal() && c.lx.isGrammar("struck", c.lem[t]) {
			return true
		}
	}
	return c.places[k] >= 0 && c.upos(k) == entente.PROPN && c.rel(k) != entente.Amod && c.d.Places[c.places[k]].Kind != "country"
}

// missions adds to whom violence strikes the state whose embassy or consulate
// it strikes or happens at: "a bomb exploded near the Indian embassy in Kabul".
func (c *coder) missions(n *node) []fill {
	first, last := c.d.Yield(n.at)
	out := n.t
	for i := first; i < min(last, first+40); i++ {
		if i == n.at || !c.lx.isGrammar("mission", c.lem[i]) || c.rel(i) == entente.Compound {
			continue
		}
		if d := c.below(i, n.at); d < 1 || d > 2 {
			continue
		}
		for _, f := range c.resolve(i, 0) {
			if f.known() && c.country(f) != "" && !c.compatriots([]fill{f}, out) && !c.compatriots([]fill{f}, n.s) {
				out = append(out[:len(out):len(out)], ruled([]fill{f}, "mission")...)
			}
		}
	}
	return out
}
