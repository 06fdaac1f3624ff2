package event

import (
	"entente"
	"entente/internal/codebook"
)

// wielders drops from those who attack the weapons and attacks themselves, of
// which nobody is told to be the owner: "six shells hit the town".
func (c *coder) wielders(fs []fill) []fill {
	var out []fill
	for _, f := range fs {
		if f.tok >= 0 && !c.person(f.tok) && c.upos(f.tok) == entente.NOUN && c.country(f) == "" && c.codes([]fill{f}) == 0 && c.weaponry(c.lem[f.tok]) {
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
		if m.r.class == nil || m.r.class.typ != "ASSAULT" {
			return mods
		}
		var out []int
		for _, k := range mods {
			if c.upos(k) != entente.NOUN || !c.weaponry(c.lem[k]) {
				out = append(out, k) // "artillery fire" is nobody's
			}
		}
		return out
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
	if m.r.class.cameo == "186" && c.heads[k] >= 0 && c.rel(k) == entente.Compound && c.d.Actors[c.mention[c.heads[k]].actor].Kind == entente.PersonActor {
		return true // "the Kennedy assassination"
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

// verbal makes the attack of one in politics on another what it is, words: "she
// attacked her rival".
func (c *coder) verbal(n *node) {
	if n.typ != "ASSAULT" || n.kind != "" || n.m == nil || !c.lx.isGrammar("verbal", c.lem[n.at]) || c.lx.classes[words] == nil {
		return
	}
	for k := range n.m.r.cons {
		if con := &n.m.r.cons[k]; !con.not && con.test != testObject {
			return
		}
	}
	for _, k := range c.kids(n.at) {
		if c.weaponry(c.lem[k]) || c.markedIn(k, "tool") {
			return
		}
	}
	if c.politicians(n.s) < 2 || c.politicians(n.t) < 1 {
		return
	}
	k := c.lx.classes[words]
	n.typ, n.cameo, n.mode, n.contexts = k.typ, k.cameo, k.mode, k.contexts
	n.rules = append(n.rules, "attack.words")
}

// words is the class of criticism.
const words = "accuse.criticize"

// politicians weighs the fillers as people who fight with words: 2 where one holds
// or seeks office or is a party, 1 where they are persons with a name, the press or
// critics, 0 where one is neither or bears arms.
func (c *coder) politicians(fs []fill) int {
	weight := 0
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			person := p.Actor >= 0 && c.d.Actors[p.Actor].Kind == entente.PersonActor
			switch {
			case p.Sector == "MIL" || p.Sector == "REB" || p.Sector == "UAF" || p.Sector == "COP" || p.Sector == "CRM" || p.Sector == "JRN" && person:
				return 0
			case p.Sector == "PTY" || person && (p.Sector != "" && p.Sector != "OPP" && codebook.Political(p.Sector) || p.Sector == "ELI"):
				weight = 2
			case !person && p.Sector != "OPP" && p.Sector != "JRN":
				return 0
			}
			weight = max(weight, 1)
		}
	}
	return weight
}
