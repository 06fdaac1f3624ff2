package quote

import (
	"strings"

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

// rightward reads the words behind a finite cue: past "in a statement", "on
// Friday" and the one addressed, up to the end of the cue's own clause, when a
// finite clause stands there.
func (s *scan) rightward(t int, r rule, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	if subj > t || !s.finite(t) && !s.d.Tokens[t].Morph.Has(entente.Gerund) || r.kind != speech && r.kind != document {
		return 0, 0, false
	}
	if o := s.d.Kid(t, entente.Obj); o > t && !r.addr && !r.bare && !s.misread(o) {
		return 0, 0, false
	}
	first = s.past(t, r, sen)
	last = sen.Last
	for _, k := range s.d.Kids(t) {
		if rel := s.d.Tokens[k].Rel; k > t && (rel == entente.Conj || rel == entente.Parataxis) && s.d.Kid(k, entente.Cc) >= 0 && s.wordAt(s.x.verbs, k) != nil {
			f, _ := s.d.Yield(k)
			last = min(last, f)
		}
	}
	if first >= last || s.in[first] >= 0 && s.in[first] == s.in[last-1] {
		return 0, 0, false
	}
	start := first
	for start < last && s.d.Tokens[start].UPOS == entente.PUNCT && s.in[start] >= 0 {
		start++
	}
	if f := s.form(start); s.x.rel[f] && !s.x.that[f] {
		return 0, 0, false
	}
	switch s.d.Tokens[min(start, last-1)].UPOS {
	case entente.VERB, entente.ADP, entente.CCONJ, entente.PUNCT:
		return 0, 0, false
	}
	for i := first + 1; i < last && i < first+30; i++ {
		if s.finite(i) || s.d.Tokens[i].XPOS == "VBN" && s.d.Kid(i, entente.Obj, entente.Xcomp) > i {
			return first, last, true
		}
	}
	return first, last, r.bare && last-first > 4 && s.reducedVerb(first, last)
}

// reducedVerb reports whether a past form, which may be a finite verb that was
// taken for a participle, stands before the first comma.
func (s *scan) reducedVerb(first, last int) bool {
	for i := first + 1; i < last && s.form(i) != ","; i++ {
		if x := s.d.Tokens[i].XPOS; x == "VBN" || x == "VBD" {
			return true
		}
	}
	return false
}

// misread reports whether a noun is no object but the subject of a clause:
// what the tree takes for a participle behind it has an object of its own.
func (s *scan) misread(o int) bool {
	for _, k := range s.d.Kids(o) {
		if s.d.Tokens[k].Rel == entente.Acl && s.d.Tokens[k].XPOS != "VBG" && s.d.Tokens[k].XPOS != "VB" && s.d.Kid(k, entente.Obj, entente.Xcomp) > k {
			return true
		}
	}
	return false
}

// past skips what may stand between a cue and its clause.
func (s *scan) past(t int, r rule, sen *entente.Sentence) int {
	i := t + 1
	if o := s.d.Kid(t, entente.Obj, entente.Iobj); r.addr && o > t && o < t+8 {
		_, i = s.nounPhrase(o)
	}
	for i < sen.Last {
		tok := &s.d.Tokens[i]
		skip := 0
		switch {
		case tok.UPOS == entente.ADV && tok.Rel != entente.Expl || tok.UPOS == entente.PART:
			skip = 1
		case tok.UPOS == entente.ADP && tok.Head > i && tok.Head < i+8:
			skip = tok.Head + 1 - i
		case s.timeAt(i):
			skip = 1
		case r.addr && tok.UPOS.Nominal() && i <= t+3 && tok.Head == t:
			skip = 1
		case s.form(i) == "," && i > t+1:
			return i + 1
		case s.x.that[s.form(i)]:
			return i + 1
		default:
			return i
		}
		i += skip
	}
	return i
}

// timeAt reports whether token i lies in a time expression.
func (s *scan) timeAt(i int) bool {
	k := s.timeOf[i]
	return k > 0
}

func (s *scan) finite(i int) bool {
	tok := &s.d.Tokens[i]
	if tok.UPOS != entente.VERB && tok.UPOS != entente.AUX {
		_, ok := s.x.forms[s.form(i)]
		return ok
	}
	if tok.XPOS == "VB" && i > 0 && s.d.Tokens[i-1].UPOS != entente.PART && s.d.Tokens[i-1].UPOS != entente.AUX && s.d.Tokens[i-1].UPOS != entente.ADV {
		return true
	}
	switch tok.XPOS {
	case "VBG", "VBN":
		return tok.UPOS == entente.VERB && s.d.Kid(i, entente.AuxRel) >= 0
	}
	return tok.Morph.Has(entente.Finite) || tok.UPOS == entente.AUX || s.d.Kid(i, entente.AuxRel) >= 0
}

// leftward is the clause before a comma when the cue closes the sentence: "It
// is over, the envoy said on Friday."
func (s *scan) leftward(t, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	start := min(t, subj)
	if f, _ := s.nounPhrase(subj); subj < t {
		start = f
	}
	if s.takesObject(t, subj) {
		return 0, 0, false
	}
	if start-1 <= sen.First+2 || s.form(start-1) != "," || s.subordinate(sen.First, start-1) {
		return 0, 0, false
	}
	_, behind := s.d.Yield(subj)
	if _, e := s.nounPhrase(subj); subj > t && e < sen.Last-3 && s.form(e) == "," && s.goesOn(e+1, sen) {
		return sen.First, sen.Last, s.hasVerb(sen.First, start-1)
	}
	for i := max(t+1, behind); i < sen.Last; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB || s.d.Tokens[i].UPOS == entente.AUX {
			return 0, 0, false
		}
	}
	_, sure := s.x.forms[s.form(t)]
	return sen.First, start - 1, s.hasVerb(sen.First, start-1) || sure && start-sen.First > 4
}

// takesObject reports whether a plain object stands behind a cue whose subject
// stands before it: then no clause around it is what it reports.
func (s *scan) takesObject(t, subj int) bool {
	o := s.d.Kid(t, entente.Obj)
	return subj < t && o > t && s.caseOf(o) == "" && !s.person(o) && s.d.Tokens[o].UPOS != entente.PRON && !s.timeAt(o)
}

// subordinate reports whether the words up to the comma at end are a
// subordinate clause of what follows.
func (s *scan) subordinate(first, end int) bool {
	if s.x.contrast[s.form(first)] {
		return true
	}
	h := s.d.Tokens[first].Head
	if s.d.Tokens[first].UPOS != entente.SCONJ || h < first {
		return false
	}
	_, last := s.d.Yield(h)
	return last >= end
}

// goesOn reports whether the reported clause goes on behind the comma of an
// inverted cue: a conjunction or preposition and a verb, not a relative clause
// about the speaker.
func (s *scan) goesOn(i int, sen *entente.Sentence) bool {
	p := s.d.Tokens[i].UPOS
	return (p == entente.SCONJ || p == entente.CCONJ) && !s.x.rel[s.form(i)] && s.hasVerb(i, sen.Last)
}

func (s *scan) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if p := s.d.Tokens[i].UPOS; p == entente.VERB || p == entente.AUX {
			return true
		}
	}
	return false
}

// pastDateline skips "SEOUL (Reuters) -" at the start of a sentence.
func (s *scan) pastDateline(first, last int, sen *entente.Sentence) int {
	if first != sen.First || first >= last {
		return first
	}
	if w := s.d.Form(first); len(w) < 3 || strings.ToUpper(w) != w || strings.ToLower(w) == w {
		return first
	}
	for i := first + 1; i < last-1 && i < first+9; i++ {
		if s.x.dash[s.d.Form(i)] || s.d.Form(i) == "-" && s.d.Tokens[i].Start > s.d.Tokens[i-1].End {
			return i + 1
		}
	}
	return first
}
