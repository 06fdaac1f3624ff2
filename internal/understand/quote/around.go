package quote

import (
	"strings"

	"entente"
)

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
