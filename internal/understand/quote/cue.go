package quote

import (
	"strings"

	"entente"
)

// verb reads token t as a cue with the content that its frame gives.
func (s *scan) verb(t int, sen *entente.Sentence) (found, bool) {
	w := s.wordAt(s.x.verbs, t)
	if w == nil {
		return found{}, false
	}
	subj := s.subjectOrNear(t, w, sen)
	if subj >= 0 && s.x.author[s.form(subj)] {
		return found{}, false // the voice of the article's own author
	}
	negated := s.negated(t)
	for _, r := range w.rules {
		if negated && r.kind == speech && !r.reply {
			continue
		}
		f, ok := s.slot(t, r, subj, sen)
		if !ok {
			continue
		}
		f.cueSpan = s.cueSpan(t, w)
		if f.speaker < 0 && !s.mayBeNameless(t, r) {
			return found{}, false
		}
		return f, true
	}
	if w.rules[0].kind == speech && !negated && subj >= 0 {
		return s.snippet(t, w, subj, sen)
	}
	return found{}, false
}

// snippet takes the words up to the end of a quotation that starts soon behind
// a cue, when the frame of the cue finds nothing: cited the "constant
// violations" of ...
func (s *scan) snippet(t int, w *word, subj int, sen *entente.Sentence) (found, bool) {
	for i := t + 1; i < sen.Last && i < t+9; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB && s.in[i] < 0 {
			break
		}
		k := s.in[i]
		if k < 0 || s.regions[k].words < 3 {
			continue
		}
		f := found{rule: w.rules[0], cue: t, cueSpan: s.cueSpan(t, w), speaker: subj, addressee: -1, outer: -1}
		f.id, f.slot = "snippet", "all"
		f.first, f.last = s.tidy(t+1, s.regions[k].last)
		return f, f.first < f.last
	}
	return found{}, false
}

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
	own := s.d.Kid(t, entente.Nsubj, entente.NsubjPass) >= 0 && subj >= 0
	if n := s.inverted(t, sen); n >= 0 && (!own || s.in[t-1] >= 0) {
		return n
	}
	if subj < 0 && s.finite(t) {
		return s.nounBefore(t, sen)
	}
	return subj
}

func (s *scan) cannotSpeak(n int) bool {
	if s.timeAt(n) || s.quoted(n) {
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

// nounBefore is the head of the noun phrase that ends right before a cue,
// across adverbs, auxiliaries and what stands between commas.
func (s *scan) nounBefore(t int, sen *entente.Sentence) int {
	i := t - 1
	for i > sen.First && (s.d.Tokens[i].UPOS == entente.ADV || s.d.Tokens[i].UPOS == entente.AUX) {
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
	if i < sen.First || i < t-maxNoun || s.in[i] >= 0 || !s.d.Tokens[i].UPOS.Nominal() {
		return -1
	}
	for hops := 0; hops < maxHops; hops++ {
		h := s.d.Tokens[i].Head
		if h < sen.First || h >= t || !s.d.Tokens[h].UPOS.Nominal() || s.in[h] >= 0 || s.form(h+1) == "," && h < i {
			break
		}
		i = h
	}
	return i
}

// wordAt finds the entry for the lemma of t whose particle stands there too.
func (s *scan) wordAt(m map[string][]word, t int) *word {
	lemma := strings.ToLower(s.d.Tokens[t].Lemma)
	if l, ok := s.x.forms[s.form(t)]; ok {
		lemma = l
	}
	list := m[lemma]
	var plain *word
	for i := range list {
		if list[i].particle == "" {
			plain = &list[i]
		} else if s.hasParticle(t, list[i].particle) {
			return &list[i]
		}
	}
	return plain
}

// hasParticle looks for a particle among the three tokens behind t.
func (s *scan) hasParticle(t int, p string) bool {
	for i := t + 1; i <= t+3 && i < len(s.d.Tokens); i++ {
		if s.form(i) == p {
			return true
		}
	}
	return false
}

func (s *scan) cueSpan(t int, w *word) entente.Span {
	span := s.d.Tokens[t].Span
	if w.particle != "" {
		for i := t + 1; i <= t+3 && i < len(s.d.Tokens); i++ {
			if s.form(i) == w.particle {
				return span.Cover(s.d.Tokens[i].Span)
			}
		}
	}
	return span
}

// mayBeNameless: "it was announced that" reports without naming a speaker.
func (s *scan) mayBeNameless(t int, r rule) bool {
	return r.kind == speech && s.passive(t) && (r.slot == "that" || r.slot == "quote")
}

// negated: what somebody did not say is no statement.
func (s *scan) negated(t int) bool {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.Advmod && (s.d.Tokens[k].Morph.Has(entente.Negative) || s.x.not[s.form(k)]) && k < t {
			return true
		}
	}
	return false
}

func (s *scan) passive(t int) bool {
	if s.d.Tokens[t].Rel == entente.Acl && s.d.Tokens[t].XPOS == "VBN" && s.d.Kid(t, entente.Obj) < t {
		sen := s.sentenceOf(t)
		return s.hasFinite(sen.First, sen.Last) // else it is the verb of the sentence itself
	}
	return s.d.Kid(t, entente.AuxPass) >= 0 || s.d.Kid(t, entente.AuxRel) < 0 && s.d.Kid(t, entente.NsubjPass, entente.CsubjPass) >= 0
}

// slot finds the content of one slot of the cue t and who speaks.
func (s *scan) slot(t int, r rule, subj int, sen *entente.Sentence) (found, bool) {
	f := found{rule: r, cue: t, speaker: subj, addressee: -1, outer: -1}
	var ok bool
	switch r.slot {
	case "quote":
		f.first, f.last, ok = s.beside(t, subj, sen)
	case "that":
		f.first, f.last, ok = s.clause(t, r, subj, sen)
	case "inf", "ing":
		f.first, f.last, ok = s.infinitive(t, r.slot)
	case "toobj":
		f.first, f.last, ok = s.objectAndInfinitive(t)
	case "obj":
		f.first, f.last, ok = s.object(t, false)
	case "all":
		f.first, f.last, ok = s.object(t, true)
	default:
		f.first, f.last, ok = s.prepositional(t, r.slot)
	}
	if !ok {
		return f, false
	}
	if s.passive(t) {
		f.speaker = s.agent(t)
		if r.addr && r.slot != "quote" {
			f.addressee = s.d.Kid(t, entente.NsubjPass)
		}
	} else if r.addr {
		f.addressee = s.d.Kid(t, entente.Obj, entente.Iobj)
	}
	if f.addressee < 0 {
		f.addressee = s.toWhom(t)
	}
	if f.addressee == f.speaker {
		f.addressee = -1
	}
	if r.slot == "that" || r.slot == "all" {
		f.last = s.beforeColon(f.first, f.last)
	}
	f.first, f.last = s.tidy(f.first, f.last)
	if f.speaker >= f.first && f.speaker < f.last && !(t > f.first && t < f.last) {
		return f, false
	}
	return f, f.first < f.last
}

// beforeColon cuts a content at a colon that leads to a quotation.
func (s *scan) beforeColon(first, last int) int {
	for i := first + 1; i < last; i++ {
		if k := s.in[i]; k >= 0 && s.regions[k].first == i && s.form(i-1) == ":" {
			return i - 1
		}
	}
	return last
}

// agent is the noun of the by-phrase of a passive, -1 when there is none.
func (s *scan) agent(t int) int {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.OblAgent {
			return k
		}
		if s.d.Tokens[k].Rel == entente.Obl && s.x.agentWords[s.caseOf(k)] {
			return k
		}
	}
	return -1
}

// toWhom is the noun behind "to": said to reporters.
func (s *scan) toWhom(t int) int {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.Obl && s.x.addresseeWords[s.caseOf(k)] && s.d.Tokens[k].UPOS.Nominal() {
			return k
		}
	}
	return -1
}

// noun reads token t as a noun that names something said.
func (s *scan) noun(t int, sen *entente.Sentence) (found, bool) {
	w := s.wordAt(s.x.nouns, t)
	if w == nil {
		return found{}, false
	}
	speaker := s.possessor(t)
	if speaker < 0 {
		return found{}, false
	}
	for _, r := range w.rules {
		f := found{rule: r, cue: t, cueSpan: s.d.Tokens[t].Span, speaker: speaker, addressee: -1, outer: -1}
		var ok bool
		switch r.slot {
		case "that":
			f.first, f.last, ok = s.nounClause(t, entente.Finite)
		case "inf":
			f.first, f.last, ok = s.nounClause(t, entente.Infinitive)
		default:
			f.first, f.last, ok = s.prepositional(t, r.slot)
		}
		if f.first, f.last = s.tidy(f.first, f.last); ok && f.first < f.last && (speaker < f.first || speaker >= f.last) {
			return f, true
		}
	}
	return found{}, false
}

// possessor finds whose words a noun names: its possessor, the noun behind
// "by", "of" or "from", or the subject of the verb that it is the object of.
func (s *scan) possessor(t int) int {
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.NmodPoss:
			return k
		case entente.Nmod, entente.Obl:
			if c := s.caseOf(k); s.x.by[c] {
				return k
			}
		}
	}
	tok := &s.d.Tokens[t]
	if tok.Head >= 0 && (tok.Rel == entente.Obj || tok.Rel == entente.Obl) {
		return s.subject(tok.Head)
	}
	return -1
}

// phraseAt reads "according to X" and its like at token t.
func (s *scan) phraseAt(t int, sen *entente.Sentence) (found, bool) {
	for _, p := range s.x.phrases[s.form(t)] {
		if !s.matches(t, p.words) || s.quoted(t) {
			continue
		}
		f := found{rule: rule{id: p.id, slot: "that", kind: speech, nobody: p.nobody}, cue: t, speaker: -1, addressee: -1, outer: -1}
		end := t + len(p.words)
		f.cueSpan = s.d.Tokens[t].Span.Cover(s.d.Tokens[min(end, len(s.d.Tokens))-1].Span)
		after := end
		if !p.nobody {
			f.speaker = s.nounBehind(t, end, sen)
			if f.speaker < 0 {
				return found{}, false
			}
			_, after = s.nounPhrase(f.speaker)
			after = max(after, s.until(f.speaker, after, sen))
		}
		if f.first, f.last = s.rest(t, after, sen); p.nobody {
			f.first, f.last = s.clauseOf(t)
		}
		f.first, f.last = s.tidy(f.first, f.last)
		return f, f.first < f.last
	}
	return found{}, false
}

// clauseOf is the clause in which an adverb stands.
func (s *scan) clauseOf(t int) (first, last int) {
	h := s.d.Tokens[t].Head
	if h < 0 {
		return t + 1, t + 1
	}
	return s.d.Yield(h)
}

// nounBehind is the head of the noun phrase that starts at token end.
func (s *scan) nounBehind(t, end int, sen *entente.Sentence) int {
	if h := s.d.Tokens[t].Head; h >= end && h < sen.Last && h < end+12 && s.d.Tokens[h].UPOS.Nominal() {
		return h
	}
	for i := end; i < sen.Last && i < end+12; i++ {
		tok := &s.d.Tokens[i]
		if tok.UPOS == entente.PUNCT && i > end || tok.UPOS == entente.VERB && i > end {
			return -1
		}
		if tok.UPOS.Nominal() && (tok.Head < end || tok.Head > i+6 || s.d.Tokens[tok.Head].UPOS == entente.VERB) {
			return i
		}
	}
	return -1
}

// until is the end of the subtree of a source: with its relative clause and
// what is joined to it, but not beyond the comma that ends the phrase.
func (s *scan) until(head, after int, sen *entente.Sentence) int {
	_, last := s.d.Yield(head)
	i := after
	joined := i < sen.Last && s.d.Tokens[i].UPOS == entente.CCONJ
	for i < sen.Last && s.form(i) != "," && (i < last || joined && i < after+12) {
		i++
	}
	if joined && (i >= sen.Last || s.form(i) != ",") {
		return after
	}
	return i
}

// rest is the sentence without the source phrase [t, after): what follows
// when the phrase opens the sentence or a clause of it, what precedes when it
// closes it, all of it when it stands within.
func (s *scan) rest(t, after int, sen *entente.Sentence) (int, int) {
	before := s.wordsIn(sen.First, t)
	behind := s.wordsIn(after, sen.Last)
	opens := t > sen.First && (s.form(t-1) == ";" || s.form(t-1) == ":" || s.d.Tokens[t-1].UPOS == entente.CCONJ)
	switch {
	case before < 4 && behind > before, opens && behind > 3:
		return after, sen.Last
	case behind >= 4 && s.form(after) == "," && s.hasFinite(after, sen.Last) && !s.hasFinite(sen.First, t):
		return sen.First, sen.Last
	}
	return sen.First, t
}

func (s *scan) wordsIn(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if s.d.Tokens[i].UPOS != entente.PUNCT {
			n++
		}
	}
	return n
}

func (s *scan) hasFinite(first, last int) bool {
	for i := first; i < last; i++ {
		if s.finite(i) {
			return true
		}
	}
	return false
}

// colon reads headlines and scripts: "Kremlin: no talks planned".
func (s *scan) colon(i int) (found, bool) {
	sen := &s.d.Sentences[i]
	c := sen.First
	for c < sen.Last && c < sen.First+8 && s.form(c) != ":" {
		if p := s.d.Tokens[c].UPOS; p == entente.PUNCT && s.form(c) != "." || p == entente.VERB {
			return found{}, false
		}
		c++
	}
	if c == sen.First || c >= sen.First+8 || c >= sen.Last-2 || s.form(c) != ":" || !s.startsParagraph(sen) {
		return found{}, false
	}
	first, cue := sen.First, c
	if _, ok := s.x.forms[s.form(first)]; ok && first < c-1 {
		first, cue = first+1, first
	}
	head := -1
	if c-first < 3 && s.capitals(first, c) {
		head = c - 1
	}
	for t := c - 1; t >= first && head < 0; t-- {
		if _, ok := s.who.at(t); ok || s.d.Tokens[t].UPOS == entente.PROPN {
			head = t
		}
	}
	if head < 0 {
		head = s.documentIn(sen.First, c)
	}
	if head < 0 {
		return found{}, false
	}
	for h := s.d.Tokens[head].Head; h >= sen.First && h < c && s.d.Tokens[h].UPOS.Nominal(); h = s.d.Tokens[head].Head {
		head = h
	}
	f := found{rule: rule{id: "colon", slot: "that", kind: speech}, cue: cue, cueSpan: s.d.Tokens[cue].Span, speaker: head, addressee: -1, outer: -1}
	f.first, f.last = s.tidy(c+1, sen.Last)
	return f, f.first < f.last
}

// capitals reports whether all words of [first, last) have a capital and none
// is a function word.
func (s *scan) capitals(first, last int) bool {
	for i := first; i < last; i++ {
		c := s.d.Form(i)[0]
		if p := s.d.Tokens[i].UPOS; c < 'A' || c > 'Z' || p != entente.NOUN && p != entente.PROPN && p != entente.ADJ {
			return false
		}
	}
	return first < last
}

func (s *scan) startsParagraph(sen *entente.Sentence) bool {
	before := strings.TrimRight(s.d.Article.Text[:sen.Start], " \t\r")
	return before == "" || before[len(before)-1] == '\n'
}

func (s *scan) documentIn(first, last int) int {
	for t := last - 1; t >= first; t-- {
		if s.x.documents[strings.ToLower(s.d.Tokens[t].Lemma)] {
			return t
		}
	}
	return -1
}

// bare takes the verb beside a long quotation as its cue when no cue is
// known: "..., smiled Smith".
func (s *scan) bare(sen *entente.Sentence) (found, bool) {
	for t := sen.First; t < sen.Last; t++ {
		if s.d.Tokens[t].UPOS != entente.VERB || s.in[t] >= 0 {
			continue
		}
		subj := s.subject(t)
		if subj < 0 || s.in[subj] >= 0 {
			continue
		}
		first, last, ok := s.beside(t, subj, sen)
		if !ok || !s.hasFinite(first, last) {
			continue
		}
		f := found{rule: rule{id: "bare.quote", slot: "quote", kind: speech}, cue: t, cueSpan: s.d.Tokens[t].Span, speaker: subj, addressee: -1, outer: -1}
		f.first, f.last = s.tidy(first, last)
		return f, f.first < f.last
	}
	return found{}, false
}
