package event

import "strings"

// respell gives words that are spelled with a hyphen behind a prefix the lemma
// that the lexicon knows: "co-operate" that of cooperate, "re-arrest", which
// it does not have, that of arrest.
func (c *coder) respell() {
	for i, l := range c.lem {
		prefix, rest, ok := strings.Cut(l, "-")
		if !ok || len(rest) < 3 || c.lx.joined[l] || !c.lx.isGrammar("prefix", prefix) {
			continue
		}
		if w := prefix + rest; c.lx.knows(w) {
			c.lem[i] = w
		} else if c.lx.isGrammar("again", prefix) && c.lx.knows(rest) {
			c.lem[i] = rest
		}
	}
}

// knows reports whether some reading has the lemma.
func (lx *lexicon) knows(lemma string) bool {
	return lx.verbs[lemma] != nil || lx.nouns[lemma] != nil
}
