package event

import "entente"

// moreSubjects are the subjects that the parser hung on verb i itself instead
// of on the first one, k: "Japan and the United States last month signed".
func (c *coder) moreSubjects(i, k int) []int {
	var out []int
	for _, j := range c.kids(i) {
		if j <= k || c.rel(j) != entente.Nsubj && c.rel(j) != entente.NsubjPass {
			continue
		}
		if first, _ := c.d.Yield(j); c.kid(j, entente.Cc) < 0 && (first == 0 || c.upos(first-1) != entente.CCONJ) {
			continue
		}
		if !c.timed[j] {
			out = append(out, j)
			continue
		}
		for _, m := range c.kids(j) {
			if c.heads[m] >= 0 && !c.timed[m] {
				out = append(out, m)
			}
		}
	}
	return out
}

// behindDateline is the noun that the parser hung on the dateline before it, or -1.
func (c *coder) behindDateline(k int) int {
	for _, j := range c.kids(k) {
		if !c.aside[j] && c.upos(j).Nominal() {
			return j
		}
	}
	return -1
}

// absolute is the noun behind "with" left of participle i, which it is that acts
// or not the subject of verb h: "passed with Germany opposing it"; -1 for none, as
// where "with" belongs to the verb ("met with Xi seeking help").
func (c *coder) absolute(i, h int) int {
	if c.xpos(i) != "VBG" || !c.isVerb(h) || c.takes(c.hits[h], "absolute") || c.takes(c.ops[h], "absolute") {
		return -1
	}
	for _, k := range c.kids(h) {
		if k >= i || !c.upos(k).Nominal() || c.rel(k) != entente.Obl {
			continue
		}
		first, last := c.d.Yield(k)
		if last != i {
			continue
		}
		if c.markedIn(k, "absolute") || first > 0 && c.head(first-1) == i && c.rel(first-1) == entente.Mark && c.lx.isGrammar("absolute", c.lem[first-1]) {
			return k
		}
	}
	return -1
}

// takes reports whether a reading asks for a party behind one of the
// prepositions of a list.
func (c *coder) takes(m *match, list string) bool {
	if m == nil {
		return false
	}
	for _, slots := range m.r.frame {
		for _, s := range slots {
			if s.kind == slotPrep && c.lx.isGrammar(list, s.prep) {
				return true
			}
		}
	}
	return false
}

// gerundSubject is the gerund that opens the sentence and is the subject of finite
// verb i, to the parser a clause beside it: "Fighting between A and B raged";
// -1 for none.
func (c *coder) gerundSubject(i int) int {
	if x := c.xpos(i); x != "VBD" && x != "VBZ" && (x != "VBN" || c.kid(i, entente.AuxRel, entente.AuxPass) >= 0) || c.rel(i) != entente.Root {
		return -1
	}
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	if s < 0 {
		return -1
	}
	k := c.d.Sentences[s].First
	for k < i && (c.upos(k) == entente.ADJ || c.upos(k) == entente.DET) {
		k++
	}
	if k+1 >= i || c.head(k) != i || c.rel(k) != entente.Advcl || c.xpos(k) != "VBG" || c.upos(k+1) != entente.ADP || c.lem[i-1] == "," {
		return -1
	}
	return k
}

// strayedSubject is the noun behind "and" that is the subject of verb i, though
// the parser joined it to the last noun of the clause before: "A attacked on
// Thursday, and B, saying it had no choice, sent its planes"; -1 for none.
func (c *coder) strayedSubject(i, h int) int {
	if !c.isVerb(h) || h > i || c.kid(i, entente.Nsubj, entente.NsubjPass, entente.Cc) >= 0 || c.lem[i-1] != "," {
		return -1
	}
	end := i
	for _, k := range c.kids(h) { // what the subject says or does meanwhile
		if first, last := c.d.Yield(k); c.rel(k) == entente.Advcl && c.xpos(k) == "VBG" && k > h && first >= k-1 && last >= i-2 && last <= i && c.lem[k-1] == "," {
			end = k
		}
	}
	return c.behindComma(end, h)
}

// behindComma is the noun behind a comma and "and" that the parser joined to a noun
// of the clause of verb h, where it stands right before token end.
func (c *coder) behindComma(end, h int) int {
	for k := end - 2; k > h+1; k-- {
		cc := c.kid(k, entente.Cc)
		if c.rel(k) != entente.Conj || !c.upos(k).Nominal() || cc < 1 || cc > k || c.lem[cc-1] != "," || c.isVerb(c.head(k)) || c.head(k) < h {
			continue
		}
		if _, last := c.d.Yield(k); last == end-1 || last == end {
			return k
		}
	}
	return -1
}

// subjectAhead is the strayed subject of the later verb joined to h, to which
// participle i between them belongs; -1 for none.
func (c *coder) subjectAhead(i, h int) int {
	if c.xpos(i) != "VBG" || !c.isVerb(h) || h > i || i == 0 || c.lem[i-1] != "," {
		return -1
	}
	for _, k := range c.kids(h) {
		if k > i && c.rel(k) == entente.Conj && c.isVerb(k) {
			return c.strayedSubject(k, h)
		}
	}
	return -1
}
