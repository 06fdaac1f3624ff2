package event

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
	}
	return roots
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
