package event

import "entente"

// someOfWhom reports whether a subject is a number of those named before: "all of
// whom", "two of which".
func (c *coder) someOfWhom(k int) bool {
	for _, p := range c.prepsIn(k, "part") {
		if c.relative(p) {
			return true
		}
	}
	return false
}

// ofWhom are those of whom subject k of the clause of verb i is a number: what the
// relative clause modifies, else the last of the names before the comma, with
// what they are joined to.
func (c *coder) ofWhom(i, k int) []int {
	if out := c.antecedent(i); out != nil {
		return out
	}
	first, _ := c.d.Yield(k)
	depth := 0
	for t := first - 1; t >= 0 && c.d.SentenceAt(c.d.Tokens[t].Start) == c.d.SentenceAt(c.d.Tokens[k].Start); t-- {
		switch c.d.Form(t) {
		case ")":
			depth++
		case "(":
			depth--
		}
		if depth > 0 || c.heads[t] < 0 || c.timed[t] {
			continue
		}
		for h := c.head(t); h >= 0 && (c.rel(t) == entente.Conj || c.rel(t) == entente.Flat) && !c.isVerb(h); h = c.head(t) {
			t = h
		}
		return []int{t}
	}
	return nil
}
