package quote

import (
	"entente"
)

// phraseAt reads "according to X" and its like at token t.
func (s *scan) phraseAt(t int, sen *entente.Sentence) (found, bool) {
	for _, p := range s.x.phrases[s.form(t)] {
		if p.owner {
			if f, ok := s.ownWords(t, p, sen); ok {
				return f, true
			}
			continue
		}
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
			for f.first < f.last && (s.d.Tokens[f.first].UPOS == entente.ADP || s.x.rel[s.form(f.first)]) {
				f.first++
			}
		}
		f.first, f.last = s.tidy(s.pastDateline(f.first, f.last, sen), f.last)
		return f, f.first < f.last
	}
	return found{}, false
}

// ownWords reads "in his words", "in the minister's view": who owns the noun behind
// the preposition at token t speaks.
func (s *scan) ownWords(t int, p phrase, sen *entente.Sentence) (found, bool) {
	h := s.d.Tokens[t].Head
	if h <= t || h >= sen.Last || s.form(h) != p.words[1] || s.quoted(t) {
		return found{}, false
	}
	k := s.d.Kid(h, entente.NmodPoss)
	if k <= t || s.d.Kid(k, entente.NmodPoss) >= 0 && s.d.Tokens[k].UPOS == entente.PRON {
		return found{}, false
	}
	f := found{rule: rule{id: p.id, slot: "that", kind: speech}, cue: t, speaker: k, addressee: -1, outer: -1}
	f.cueSpan = s.d.Tokens[t].Span.Cover(s.d.Tokens[h].Span)
	if f.first, f.last = sen.First, sen.Last; s.wordsIn(sen.First, t) == 0 || s.wordsIn(h+1, sen.Last) == 0 {
		f.first, f.last = s.rest(t, h+1, sen)
	}
	f.first, f.last = s.tidy(s.pastDateline(f.first, f.last, sen), f.last)
	return f, f.first < f.last
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
	if h := s.d.Tokens[t].Head; h >= end && h < sen.Last && h < end+12 && s.d.Tokens[h].UPOS.Nominal() && s.before(end, h) == h {
		return h
	}
	for i := end; i < sen.Last && i < end+12; i++ {
		tok := &s.d.Tokens[i]
		if tok.UPOS == entente.PUNCT && i > end || tok.UPOS == entente.VERB && i > end {
			return -1
		}
		if tok.UPOS.Nominal() && (tok.Head < end || tok.Head > i+6 || s.d.Tokens[tok.Head].UPOS == entente.VERB || s.before(i, tok.Head) < tok.Head) {
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
