package quote

import (
	"strings"

	"entente"
)

// infinitive finds "to ..." (or, as "ing", a participle) under the cue.
func (s *scan) infinitive(t int, slot string) (first, last int, ok bool) {
	for _, k := range s.d.Kids(t) {
		tok := &s.d.Tokens[k]
		if tok.Rel != entente.Xcomp && tok.Rel != entente.Ccomp || k < t {
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
	if obj < 0 {
		return 0, 0, false
	}
	comp := s.infinitiveUnder(t)
	if comp < 0 && obj > t {
		comp = s.infinitiveUnder(obj)
	}
	if comp < t {
		return 0, 0, false
	}
	first, last = s.d.Yield(comp)
	if obj > t {
		f, _ := s.d.Yield(obj)
		first = min(first, f)
	}
	return first, last, true
}

// infinitiveUnder is the infinitive that a noun or verb carries, -1 when none.
func (s *scan) infinitiveUnder(n int) int {
	for _, k := range s.d.Kids(n) {
		switch s.d.Tokens[k].Rel {
		case entente.Acl, entente.Advcl, entente.Xcomp, entente.Ccomp:
			if k > n && s.x.to[s.caseOf(k)] {
				return k
			}
		}
	}
	return -1
}

// object is the noun phrase that the cue takes; with all, also what is said
// of it ("called the raid a violation", "accused X of Y").
func (s *scan) object(t int, all bool) (first, last int, ok bool) {
	obj := s.d.Kid(t, entente.Obj)
	if obj >= 0 && !all && s.person(obj) {
		return 0, 0, false // "promised Zelensky": the one addressed
	}
	if k := s.pointedAt(t); all && k >= 0 {
		_, last := s.d.Yield(t)
		for last > k+1 && s.d.Tokens[last-1].UPOS == entente.PUNCT {
			last--
		}
		return k, last, last > k+1
	}
	if x := s.d.Kid(t, entente.Xcomp); obj < 0 && all && x > t && s.d.Tokens[x].UPOS == entente.NOUN {
		obj = x
	}
	if obj < 0 && s.passive(t) {
		if s.agent(t) < 0 {
			return 0, 0, false
		}
		obj = s.d.Kid(t, entente.NsubjPass)
	}
	if obj < 0 && all && s.d.Tokens[t].Rel == entente.AclRelcl {
		for _, k := range s.d.Kids(t) {
			if k > t && s.x.as[s.caseOf(k)] { // "in what Ankara described as a massacre"
				first, last = s.d.Yield(k)
				return first + 1, last, first+1 < last
			}
		}
	}
	if obj < 0 || s.timeAt(obj) || s.d.Tokens[obj].UPOS == entente.PRON && !all || s.idle(t, obj) {
		return 0, 0, false
	}
	first, last = s.d.Yield(obj)
	switch {
	case !all || obj < t && s.d.Tokens[obj].UPOS != entente.PRON:
		return first, s.summedUp(obj, last), true
	case obj < t:
		first, last = t+1, t+1 // "a law which Brussels called unacceptable"
	}
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.Xcomp, entente.Obl, entente.Nmod, entente.Advcl, entente.Ccomp, entente.Obj:
			if k > obj && k > t && s.form(k-1) != "," {
				_, l := s.d.Yield(k)
				last = max(last, l)
			}
		}
	}
	if _, end := s.nounPhrase(obj); last <= end && s.person(obj) && !s.x.citing[s.d.Tokens[t].Lemma] {
		return 0, 0, false // "called Naghmeh": nothing is said of the person
	}
	return first, last, last-first > 1 || s.d.Tokens[obj].UPOS != entente.PRON || obj < t && last > first
}

// pointedAt is the "that" behind a verb in the past which says what it is called,
// whatever the tree makes of it: "called that untrue", "called that a smokescreen";
// -1 for none.
func (s *scan) pointedAt(t int) int {
	k := t + 1
	if k+1 >= len(s.d.Tokens) || s.sentenceOf(t) != s.sentenceOf(k+1) || !s.x.pointing[s.form(k)] {
		return -1
	}
	if h := s.d.Tokens[k].Head; h == t && s.d.Tokens[k].Rel == entente.Obj || h < k {
		return -1
	}
	x := s.d.Kid(t, entente.Xcomp, entente.Obj)
	if x <= k || s.d.Tokens[x].UPOS == entente.VERB || s.d.Kid(x, entente.Nsubj) >= 0 || s.d.Tokens[k].Head != x {
		return -1
	}
	return k
}

// summedUp is the end of noun phrase obj without the noun behind its comma of which
// others speak: "an apology, a demand that Athens called absurd".
func (s *scan) summedUp(obj, last int) int {
	for _, k := range s.d.Kids(obj) {
		if r := s.d.Tokens[k].Rel; k < obj || r != entente.Appos && r != entente.Conj || s.d.Kid(k, entente.AclRelcl) < 0 {
			continue
		}
		if first, _ := s.d.Yield(k); first > obj+1 && s.form(first-1) == "," {
			return first - 1
		} else if s.form(first) == "," {
			return first
		}
	}
	return last
}

// person reports whether a token names a person of the document.
func (s *scan) person(t int) bool {
	ref, ok := s.who.heads[t]
	return ok && s.d.Actors[ref[0]].Kind == entente.PersonActor
}

// idle reports whether a noun cannot be what is said: it is the document that
// says it, or the cue means something else with it ("claimed three lives").
func (s *scan) idle(t, obj int) bool {
	lemma := strings.ToLower(s.d.Tokens[obj].Lemma)
	return s.x.documents[lemma] || s.x.idle[strings.ToLower(s.d.Tokens[t].Lemma)+":"+lemma]
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
		if s.x.opposing[p] {
			return first, last, first+1 < last // "warned against" says the opposite of "warned of"
		}
		return first + 1, s.andAs(t, k, last), first+1 < last
	}
	return 0, 0, false
}

// andAs is where a content behind a preposition ends when the verb also says as
// what it speaks of it: "referred to the vote as a farce".
func (s *scan) andAs(t, k, last int) int {
	for _, o := range s.d.Kids(t) {
		if o > k && s.d.Tokens[o].Rel != entente.Conj && s.x.as[s.caseOf(o)] && s.form(last) == s.caseOf(o) {
			_, last = s.d.Yield(o)
		}
	}
	return last
}

// nounClause is the clause that a noun takes: "claim that ...", "pledge to ...".
func (s *scan) nounClause(t int, form entente.Morph) (first, last int, ok bool) {
	for _, k := range s.d.Kids(t) {
		tok := &s.d.Tokens[k]
		if tok.Rel != entente.Acl && tok.Rel != entente.AclRelcl && tok.Rel != entente.Ccomp && tok.Rel != entente.Xcomp || k < t {
			continue
		}
		first, last = s.d.Yield(k)
		lead := s.form(first)
		if form == entente.Finite && (!s.x.that[lead] || s.d.Kid(k, entente.Nsubj, entente.NsubjPass) == first) || form == entente.Infinitive && (!s.x.to[lead] || tok.UPOS != entente.VERB && s.d.Kid(k, entente.Cop) < 0) {
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
