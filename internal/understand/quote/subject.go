package quote

import (
	"entente"
)

// subjectOrNear is the subject of a cue by the tree, or the noun next to the
// cue where the tree shows none or cannot be right: a time, a noun behind a
// preposition, a noun inside the quotation that the cue reports.
func (s *scan) subjectOrNear(t int, w *word, sen *entente.Sentence) int {
	subj := s.subject(t)
	takesQuote := w.rules[0].slot == "quote"
	if subj >= 0 && subj < t && s.cannotSpeak(subj) {
		subj = -1
		if n := s.nounBefore(t, sen); n >= 0 && !s.cannotSpeak(n) {
			subj = n
		}
	}
	if !takesQuote {
		return subj
	}
	if n := s.parenthetical(t, subj, sen); n >= 0 {
		return n
	}
	if n := s.nounBefore(t, sen); n >= 0 && n != subj && s.finite(t) {
		if first, _ := s.nounPhrase(n); first > sen.First && s.x.rel[s.form(first-1)] {
			return n // "which state media said were burning"
		}
	}
	own := s.ownSubject(t) >= 0 && subj >= 0
	if m := s.apposed(t, sen); m >= 0 && !own {
		return m
	}
	if n := s.inverted(t, sen); n >= 0 && (!own || s.in[t-1] >= 0 || s.closes(t, n, sen) && s.mainVerb(sen.First, t-1)) {
		return n
	}
	if subj < 0 && s.d.Tokens[t].Morph.Has(entente.Gerund) && s.last >= sen.First && s.last < t {
		return s.last // "said X, adding ..."
	}
	if subj < 0 && (s.finite(t) || s.d.Tokens[t].UPOS == entente.NOUN) {
		return s.nounBefore(t, sen)
	}
	return subj
}

func (s *scan) cannotSpeak(n int) bool {
	sen := s.sentenceOf(n)
	if s.timeAt(n) || s.quoted(n) || n < s.pastDateline(sen.First, sen.Last, sen) {
		return true
	}
	c := s.d.Kid(n, entente.Case)
	return c >= 0 && c <= n+1 // "in Tokyo", "Japan’s"
}

// parenthetical is the noun of a cue clause between commas, right before the
// cue: "The museum, the president said, would open."
func (s *scan) parenthetical(t, subj int, sen *entente.Sentence) int {
	if t+1 >= sen.Last || s.form(t+1) != "," && s.in[t+1] < 0 || subj >= t {
		return -1
	}
	n := s.nounBefore(t, sen)
	if n < 0 || n == subj {
		return n
	}
	first, _ := s.nounPhrase(n)
	if first > sen.First+1 && s.form(first-1) == "," && s.form(t-1) != "," {
		return n
	}
	return -1
}

// apposed is a known actor before a cue with an apposition between commas:
// "the envoy, a former minister, recommended ..."; -1 for none.
func (s *scan) apposed(t int, sen *entente.Sentence) int {
	if t <= sen.First || s.form(t-1) != "," {
		return -1
	}
	n := s.nounBefore(t, sen)
	if n < 0 || s.cannotSpeak(n) {
		return -1
	}
	if _, ok := s.who.heads[n]; !ok {
		return -1
	}
	return n
}

// closes reports whether nothing but a stop or an apposition follows the noun
// phrase of n.
func (s *scan) closes(t, n int, sen *entente.Sentence) bool {
	_, last := s.nounPhrase(n)
	return n > t && (last >= sen.Last-1 || s.form(last) == "," && !s.hasFinite(last, sen.Last))
}

// mainVerb reports whether a finite verb outside relative clauses stands in
// [first, last).
func (s *scan) mainVerb(first, last int) bool {
	relative := false
	for i := first; i < last; i++ {
		switch {
		case s.form(i) == ",":
			relative = false
		case s.x.rel[s.form(i)] && s.d.Tokens[i].UPOS == entente.PRON:
			relative = true
		case !relative && s.finite(i):
			return true
		}
	}
	return false
}

// inverted is the noun right behind a cue that stands behind a comma or quoted
// words, which the tree may take for an object: "noted the envoy."
func (s *scan) inverted(t int, sen *entente.Sentence) int {
	if t == 0 || t+1 >= sen.Last || s.in[t-1] < 0 && (t == sen.First || s.form(t-1) != ",") {
		return -1
	}
	switch s.d.Tokens[t+1].UPOS {
	case entente.PROPN, entente.NOUN, entente.DET, entente.ADJ, entente.PRON, entente.NUM:
	default:
		return -1
	}
	k := t + 1
	for k < sen.Last-1 && k < t+8 && !s.d.Tokens[k].UPOS.Nominal() {
		k++
	}
	for hops := 0; hops < maxHops; hops++ {
		h := s.d.Tokens[k].Head
		if h <= t || h > t+12 || !s.d.Tokens[h].UPOS.Nominal() {
			break
		}
		k = h
	}
	if !s.d.Tokens[k].UPOS.Nominal() || s.timeAt(k) {
		return -1
	}
	_, named := s.who.at(k)
	_, last := s.nounPhrase(k)
	if last < sen.Last && s.finite(last) && s.in[t-1] < 0 {
		return -1
	}
	if s.in[t-1] < 0 && !named && s.d.Tokens[k].UPOS != entente.PROPN && last < sen.Last && s.d.Tokens[last].UPOS != entente.PUNCT {
		return -1
	}
	return k
}

// maxNoun bounds how far before its cue a speaker is looked for.
const maxNoun = 25

// capitalNoise reports whether the first word of a sentence may be a name that
// was tagged as something else.
func (s *scan) capitalNoise(i int) bool {
	switch s.d.Tokens[i].UPOS {
	case entente.AUX, entente.VERB, entente.X, entente.INTJ:
		c := s.d.Form(i)[0]
		return c >= 'A' && c <= 'Z' && len(s.d.Form(i)) > 3
	}
	return false
}

// nounBefore is the head of the noun phrase that ends right before a cue,
// across adverbs, auxiliaries and what stands between commas.
func (s *scan) nounBefore(t int, sen *entente.Sentence) int {
	i := t - 1
	for i > sen.First && (s.d.Tokens[i].UPOS == entente.ADV || s.d.Tokens[i].UPOS == entente.AUX || s.timeAt(i)) {
		i--
	}
	for jumps := 0; jumps < 3 && i > sen.First && s.form(i) == ","; jumps++ {
		end := i
		for i--; i > sen.First && i > t-maxNoun && s.form(i) != ","; i-- {
		}
		if i = i - 1; end-i > 3 && !s.x.rel[s.form(i+2)] && s.d.Tokens[i+2].UPOS != entente.DET && jumps > 0 {
			break
		}
		if i > sen.First && s.d.Tokens[i].UPOS == entente.NUM {
			i-- // an age
		}
	}
	if i < sen.First || i < t-maxNoun || s.in[i] >= 0 {
		return -1
	}
	if !s.d.Tokens[i].UPOS.Nominal() {
		if i == sen.First && s.capitalNoise(i) {
			return i
		}
		return -1
	}
	for hops := 0; hops < maxHops; hops++ {
		h := s.d.Tokens[i].Head
		if h < sen.First || h >= t || !s.d.Tokens[h].UPOS.Nominal() || s.in[h] >= 0 || s.before(h, i) < i {
			break
		}
		i = h
	}
	return i
}
