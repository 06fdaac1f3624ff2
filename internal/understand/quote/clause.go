package quote

import (
	"entente"
)

// clause finds the clause that a cue reports: its complement, the clause that
// it interrupts or closes, or, when the tree shows none, the words around it.
func (s *scan) clause(t int, r rule, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	behind := subj > t && t > sen.First+2 && s.form(t-1) == ","
	if s.betweenCommas(t, subj, sen) && r.kind != act {
		return sen.First, sen.Last, true
	}
	if k := s.complement(t, subj); k >= 0 && !(behind && k > t) {
		first, last = s.d.Yield(k)
		if k < t && subj > k && s.d.Kid(k, entente.Nsubj, entente.NsubjPass, entente.Expl, entente.Mark) < 0 && s.finiteClause(k) {
			first = sen.First // its subject hangs elsewhere
		}
		return s.lostSubject(t, k, first), s.furtherClause(t, k, last), true
	}
	if r.kind == act || subj < 0 || s.x.rel[s.form(subj)] && subj < t {
		return 0, 0, false
	}
	if first, last, ok = s.gardenPath(t, subj); ok {
		return first, last, ok
	}
	if behind {
		if first, last, ok = s.leftward(t, subj, sen); ok {
			return first, last, ok
		}
	}
	if h := s.d.Tokens[t].Head; s.d.Tokens[t].Rel == entente.Parataxis && h >= 0 && s.d.Kid(t, entente.Cc) < 0 && !s.takesObject(t, subj) {
		if first, last, ok = s.interrupted(t, subj, h); ok {
			return first, last, ok
		}
	}
	if r.kind == speech {
		if k := s.d.Kid(t, entente.Parataxis); k >= 0 && s.d.Kid(k, entente.Nsubj) != subj && s.d.Kid(k, entente.Cc) < 0 {
			first, last = s.d.Yield(k)
			return first, last, true
		}
	}
	if first, last, ok = s.rightward(t, r, subj, sen); ok {
		return first, last, ok
	}
	if r.kind == view {
		return 0, 0, false
	}
	return s.leftward(t, subj, sen)
}

// gardenPath is a clause without "that" whose subject the tree takes for the
// object of the cue, and its verb for a second one: "announced the tests found
// traces".
func (s *scan) gardenPath(t, subj int) (first, last int, ok bool) {
	o := s.d.Kid(t, entente.Obj)
	k := s.d.Kid(t, entente.Conj)
	if o < t || k < o || subj > t || s.d.Kid(k, entente.Cc, entente.Nsubj) >= 0 || !s.finite(k) || s.form(k-1) == "," {
		return 0, 0, false
	}
	first, _ = s.d.Yield(o)
	_, last = s.d.Yield(k)
	return first, last, true
}

// betweenCommas: the cue clause "the envoy said" stands inside the clause that
// it reports.
func (s *scan) betweenCommas(t, subj int, sen *entente.Sentence) bool {
	if subj < 0 || subj > t || t+4 >= sen.Last || s.in[t] >= 0 {
		return false
	}
	end := t + 1
	for end < sen.Last-3 && end < t+8 && s.form(end) != "," {
		if p := s.d.Tokens[end].UPOS; p == entente.VERB || p == entente.AUX || p == entente.PUNCT {
			return false
		}
		end++
	}
	first, _ := s.nounPhrase(subj)
	return s.form(end) == "," && first > sen.First+1 && s.form(first-1) == "," && s.hasVerb(end, sen.Last)
}

// complement is the clause that the tree gives to a cue, -1 when none: a
// complement that does not hold the speaker, or a clause behind it that "that"
// opens.
func (s *scan) complement(t, subj int) int {
	left := -1
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.Ccomp, entente.CsubjPass:
			f, l := s.d.Yield(k)
			switch {
			case subj >= f && subj < l:
			case k > t:
				return k
			case left < 0:
				left = k
			}
		case entente.Advcl, entente.Acl, entente.Obj:
			if first, last := s.d.Yield(k); k > t && s.x.that[s.caseOf(k)] && s.hasVerb(first, last) {
				return k
			}
		case entente.Xcomp: // "made clear that"
			if c := s.d.Kid(k, entente.Ccomp, entente.Advcl); c >= 0 && s.d.Tokens[k].UPOS == entente.ADJ {
				return c
			}
		}
	}
	return left
}

// lostSubject is the start of a complement with the noun before it that the
// tree gave to the cue and that must be its subject: "said the case can only
// be settled by law".
func (s *scan) lostSubject(t, k, first int) int {
	if k < t || s.d.Kid(k, entente.Nsubj, entente.NsubjPass, entente.Expl, entente.Mark, entente.Csubj) >= 0 || !s.finiteClause(k) {
		return first
	}
	for _, n := range s.d.Kids(t) {
		if n <= t || n >= k || !s.d.Tokens[n].UPOS.Nominal() || s.timeAt(n) {
			continue
		}
		switch s.d.Tokens[n].Rel {
		case entente.Obj, entente.Iobj, entente.Nsubj, entente.NsubjPass, entente.Xcomp, entente.Ccomp:
			if f, l := s.d.Yield(n); l <= first && s.caseOf(n) == "" {
				return f
			}
		}
	}
	return first
}

// finiteClause reports whether the verb at k or an auxiliary of it is finite.
func (s *scan) finiteClause(k int) bool {
	return s.finite(k) || s.d.Kid(k, entente.AuxRel, entente.Cop, entente.AuxPass) >= 0
}

// furtherClause is the end of a complement with the next one that the tree
// parts from it: "the president had" "heard the demands".
func (s *scan) furtherClause(t, k, last int) int {
	for _, n := range s.d.Kids(t) {
		if first, l := s.d.Yield(n); n > k && k > t && s.d.Tokens[n].Rel == entente.Ccomp && first <= last+1 {
			last = max(last, l)
		}
	}
	return last
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
