package quote

import "entente"

// clause finds the clause that a cue reports: the clause that it interrupts,
// its complement, or, when the tree shows neither, the words around it.
func (s *scan) clause(t int, r rule, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	tok := &s.d.Tokens[t]
	if subj > t && t > sen.First+2 && r.kind != act && s.form(t-1) == "," {
		if f, l, ok := s.around(t, r, subj, sen); ok {
			return f, l, ok
		}
	}
	if tok.Rel == entente.Parataxis && tok.Head >= 0 && r.kind != act && subj >= 0 {
		if first, last, ok = s.interrupted(t, subj, tok.Head); ok {
			return first, last, ok
		}
	}
	for _, k := range s.d.Kids(t) {
		first, last = s.d.Yield(k)
		switch s.d.Tokens[k].Rel {
		case entente.Ccomp, entente.CsubjPass:
			return first, last, true
		case entente.Advcl, entente.Acl, entente.Obj:
			if k > t && s.x.that[s.caseOf(k)] && s.hasVerb(first, last) {
				return first, last, true
			}
		case entente.Parataxis:
			if r.kind == speech && subj >= 0 && s.d.Kid(k, entente.Nsubj) != subj {
				return first, last, true
			}
		case entente.Xcomp: // "made clear that"
			if c := s.d.Kid(k, entente.Ccomp, entente.Advcl); c >= 0 && s.d.Tokens[k].UPOS == entente.ADJ {
				first, last = s.d.Yield(c)
				return first, last, true
			}
		}
	}
	if r.kind == act || subj < 0 {
		return 0, 0, false
	}
	return s.around(t, r, subj, sen)
}

// interrupted is what remains of the clause of head without the cue t that
// stands in it: "A defeat would embolden them, said X, as it would ..."
func (s *scan) interrupted(t, subj, head int) (first, last int, ok bool) {
	first, last = s.d.Yield(head)
	f, l := s.d.Yield(t)
	_, e := s.nounPhrase(subj)
	e = max(e, t+1)
	switch {
	case f <= first:
		first = l
	case e < last-3 && s.form(e) == "," && s.hasVerb(e, last):
		// it goes on behind the cue
	case l >= last-1:
		last = f
	}
	return first, last, first < last
}

// around reads the words beside a cue whose complement the tree does not
// show: "that ..." behind it, or the clause before a comma when the cue closes
// the sentence.
func (s *scan) around(t int, r rule, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	for i := t + 1; i < sen.Last && i < t+10; i++ {
		if s.x.that[s.form(i)] && s.d.Tokens[i].UPOS != entente.DET {
			_, end := s.d.Yield(t)
			return i + 1, max(end, i+1), end > i+3
		}
		if s.d.Tokens[i].UPOS == entente.VERB || s.form(i) == "," {
			break
		}
	}
	if r.kind == view {
		return 0, 0, false
	}
	start := min(t, subj)
	if f, _ := s.nounPhrase(subj); subj < t {
		start = f
	}
	if start-1 <= sen.First+2 || s.form(start-1) != "," {
		return 0, 0, false
	}
	_, behind := s.d.Yield(subj)
	for i := max(t+1, behind); i < sen.Last; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB || s.d.Tokens[i].UPOS == entente.AUX {
			return 0, 0, false
		}
	}
	return sen.First, start - 1, s.hasVerb(sen.First, start-1)
}

func (s *scan) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if p := s.d.Tokens[i].UPOS; p == entente.VERB || p == entente.AUX {
			return true
		}
	}
	return false
}

// infinitive finds "to ..." (or, as "ing", a participle) under the cue.
func (s *scan) infinitive(t int, slot string) (first, last int, ok bool) {
	for _, k := range s.d.Kids(t) {
		tok := &s.d.Tokens[k]
		if tok.Rel != entente.Xcomp && tok.Rel != entente.Ccomp && !(slot == "ing" && tok.Rel == entente.Advcl) || k < t {
			continue
		}
		if slot == "ing" != tok.Morph.Has(entente.Gerund) || tok.UPOS != entente.VERB && s.d.Kid(k, entente.Cop) < 0 {
			continue
		}
		first, last = s.d.Yield(k)
		return max(first, t+1), last, true
	}
	return 0, 0, false
}

// objectAndInfinitive: "urged both sides to hold their fire".
func (s *scan) objectAndInfinitive(t int) (first, last int, ok bool) {
	obj := s.d.Kid(t, entente.Obj, entente.Iobj, entente.NsubjPass)
	comp := s.d.Kid(t, entente.Xcomp, entente.Ccomp)
	if comp < 0 && obj > t {
		comp = s.infinitiveUnder(obj)
	}
	if comp < 0 || comp < t || obj < 0 {
		return 0, 0, false
	}
	first, last = s.d.Yield(comp)
	if obj > t {
		f, _ := s.d.Yield(obj)
		first = min(first, f)
	}
	return first, last, true
}

// infinitiveUnder is the infinitive that a noun carries, -1 when none.
func (s *scan) infinitiveUnder(n int) int {
	for _, k := range s.d.Kids(n) {
		if rel := s.d.Tokens[k].Rel; (rel == entente.Acl || rel == entente.Advcl) && k > n && s.x.to[s.caseOf(k)] {
			return k
		}
	}
	return -1
}

// object is the noun phrase that the cue takes; with all, also what is said
// of it ("called the raid a violation", "accused X of Y").
func (s *scan) object(t int, all bool) (first, last int, ok bool) {
	obj := s.d.Kid(t, entente.Obj)
	if x := s.d.Kid(t, entente.Xcomp); obj < 0 && all && x > t && s.d.Tokens[x].UPOS == entente.NOUN {
		obj = x
	}
	if obj < 0 && s.passive(t) {
		if s.agent(t) < 0 {
			return 0, 0, false
		}
		obj = s.d.Kid(t, entente.NsubjPass)
	}
	if obj < 0 || s.d.Tokens[obj].UPOS == entente.PRON && !all {
		return 0, 0, false
	}
	first, last = s.d.Yield(obj)
	if !all || obj < t {
		return first, last, true
	}
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.Xcomp, entente.Obl, entente.Nmod, entente.Advcl, entente.Ccomp, entente.Obj:
			if k > obj && s.form(k-1) != "," {
				_, l := s.d.Yield(k)
				last = max(last, l)
			}
		}
	}
	return first, last, last-first > 1 || s.d.Tokens[obj].UPOS != entente.PRON
}

// prepositional is the noun, clause or participle behind a preposition.
func (s *scan) prepositional(t int, p string) (first, last int, ok bool) {
	for _, k := range s.d.Kids(t) {
		tok := &s.d.Tokens[k]
		switch tok.Rel {
		case entente.Obl, entente.Nmod, entente.Advcl, entente.Acl, entente.Ccomp, entente.Xcomp, entente.Obj:
		default:
			continue
		}
		if k < t || s.caseOf(k) != p {
			continue
		}
		first, last = s.d.Yield(k)
		for first < last && s.form(first) != p {
			first++
		}
		return first + 1, last, first+1 < last
	}
	return 0, 0, false
}

// nounClause is the clause that a noun takes: "claim that ...", "pledge to ...".
func (s *scan) nounClause(t int, form entente.Morph) (first, last int, ok bool) {
	for _, k := range s.d.Kids(t) {
		tok := &s.d.Tokens[k]
		if tok.Rel != entente.Acl && tok.Rel != entente.Ccomp && tok.Rel != entente.Xcomp || k < t {
			continue
		}
		first, last = s.d.Yield(k)
		lead := s.form(first)
		if form == entente.Finite && !s.x.that[lead] || form == entente.Infinitive && !s.x.to[lead] {
			continue
		}
		return first, last, true
	}
	return 0, 0, false
}

// caseOf is the preposition or conjunction that opens the phrase of k.
func (s *scan) caseOf(k int) string {
	if c := s.d.Kid(k, entente.Case, entente.Mark); c >= 0 && c < k {
		return s.form(c)
	}
	return ""
}

// tidy trims conjunctions, marks and stops from the ends of a content.
func (s *scan) tidy(first, last int) (int, int) {
	for first < last && (s.d.Tokens[first].UPOS == entente.PUNCT && s.form(first) != "[" && s.form(first) != "(" || s.x.that[s.form(first)] && (s.d.Tokens[first].UPOS == entente.SCONJ || s.d.Tokens[first].Rel == entente.Mark)) {
		first++
	}
	for first < last && s.d.Tokens[last-1].UPOS == entente.PUNCT && !s.keeps(last-1) {
		last--
	}
	return first, last
}

// keeps: closing brackets, ellipses, question and exclamation marks belong to
// what is said.
func (s *scan) keeps(i int) bool {
	switch s.d.Form(i) {
	case "]", ")", "…", "...", "?", "!", "[…]", "%":
		return true
	}
	return false
}
