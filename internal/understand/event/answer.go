package event

import "entente"

// answer joins what is asked with what is answered in one sentence: who refuses
// or grants "the demand of X" was asked by X, and is the one who was asked.
func (c *coder) answer(roots []*node) []*node {
	for _, r := range roots {
		if r.typ != "REJECT" && r.typ != "CONCEDE" || r.kind == kindJudge || !c.isVerb(r.at) {
			continue
		}
		for _, o := range c.objects(r.at) {
			for _, q := range roots {
				if q.at == o && q != r && q.typ == "REQUEST" {
					c.joinAnswer(r, q)
				}
			}
		}
		if r.typ == "REJECT" {
			c.rebut(r, roots)
		}
	}
	return roots
}

// rebut aims the denial of a charge told before it in the sentence at whoever
// made it: "was accused by the UN of arming rebels, which it denies".
func (c *coder) rebut(r *node, roots []*node) {
	for _, o := range append(c.objects(r.at), c.antecedentNoun(r.at)...) {
		if c.rel(r.at) == entente.AclRelcl && o == c.head(r.at) && (c.heads[o] >= 0 || c.person(o)) {
			continue // "arming rebels, which it denies"
		}
		if c.upos(o) != entente.PRON && !c.lx.sets["utterances"][c.lem[o]] || len(knownOnly(c.holders(o))) > 0 {
			return
		}
	}
	for _, q := range roots {
		if q.typ != "ACCUSE" || q.at >= r.at || len(q.s) == 0 || len(c.without(r.s, q.t)) == len(r.s) && !c.compatriots(r.s, q.t) {
			continue
		}
		if by := knownOnly(c.without(q.s, r.s)); len(by) > 0 {
			r.t = ruled(by, "rebutted")
			return
		}
	}
}

// antecedentNoun is the noun that relative clause i modifies, as its object.
func (c *coder) antecedentNoun(i int) []int {
	if h := c.head(i); h >= 0 && c.rel(i) == entente.AclRelcl && c.gap(i) && c.heads[h] < 0 && !c.person(h) {
		return []int{h}
	}
	return nil
}

// holders are those whom the words on a noun name as its owners.
func (c *coder) holders(i int) []fill {
	if c.upos(i) == entente.PRON {
		return nil
	}
	return c.owner(i, 1)
}

// joinAnswer gives a demand and its answer each other's parties.
func (c *coder) joinAnswer(r, q *node) {
	asker, asked := knownOnly(q.s), knownOnly(c.without(r.s, q.s))
	if len(asker) == 0 || len(asked) == 0 || c.codes(asker) == 0 || c.codes(asked) == 0 {
		return
	}
	for _, k := range q.kids {
		if len(k.s) > 0 && len(c.without(k.s, q.t)) == 0 {
			k.s = asked
		}
	}
	q.t = ruled(asked, "answer")
	if t := c.without(asker, r.s); len(t) > 0 {
		r.t = ruled(t, "answer")
	}
}
