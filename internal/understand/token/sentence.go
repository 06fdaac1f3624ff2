package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/internal/model"
)

// splitter decides where sentences end inside a block.
type splitter struct {
	text string
	toks []entente.Token
	lx   *lexicon
	near gap

	model  *model.Linear                            // corrects the rules, may be nil
	decide func(features []uint32, offset int) bool // decides in their place, for training
}

// stops decides whether a sentence that began at token from ends after token
// i: by the rules, which the learned model may overrule.
func (s *splitter) stops(i, from int) bool {
	rule := s.ends(i, from)
	if s.decide == nil && s.model == nil || !s.candidate(i) {
		return rule
	}
	f := s.near.features(s, i, from, rule)
	if s.decide != nil {
		return s.decide(f, s.toks[i].End)
	}
	sum := s.model.Sum(f)
	switch last, _ := utf8.DecodeLastRuneInString(s.form(i)); {
	case rule:
		return sum > -160
	case last == '.' && s.lx.abbr[strings.ToLower(s.form(i))]:
		return sum > 200
	case wordRune(last) || closer(s.form(i)):
		return sum > 60 // a sentence that no mark ends
	case last == ',' || last == ';':
		return sum > 100
	}
	return sum > -40
}

func (s *splitter) form(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Of(s.text)
}

// gap reports whether white space follows token i.
func (s *splitter) gap(i int) bool {
	return i+1 >= len(s.toks) || s.toks[i].End < s.toks[i+1].Start
}

// ends reports whether a sentence that began at token from ends after token i.
func (s *splitter) ends(i, from int) bool {
	if i+1 >= len(s.toks) || !s.gap(i) {
		return false
	}
	mark := i
	for mark > from && mark > i-3 && closer(s.form(mark)) {
		mark--
	}
	w := s.form(mark)
	if w == "" {
		return false
	}
	last := w[len(w)-1]
	if last != '.' && last != '!' && last != '?' && !strings.HasSuffix(w, "…") {
		return false
	}
	if closer(s.form(i+1)) && !opener(s.form(i+1), s.gap(i+1)) {
		return false
	}
	next := s.opening(i + 1)
	if len(w) > 1 && last == '.' && wordRune(firstRune(w)) {
		return s.afterAbbreviation(w, i, next)
	}
	ellipsis := strings.HasPrefix(w, "..") || w[0] != '.' && last != '!' && last != '?'
	switch {
	case unicode.IsLower(next):
		return mark == i && !ellipsis && s.plain(mark-1)
	case ellipsis:
		return unicode.IsUpper(next)
	case mark < i && (last == '!' || last == '?') && s.spoken(i+1):
		return false
	}
	return next != 0
}

// afterAbbreviation decides for a dot that is part of the word w.
func (s *splitter) afterAbbreviation(w string, i int, next rune) bool {
	key := strings.ToLower(w)
	if s.lx.title[key] || utf8.RuneCountInString(w) == 2 {
		return false
	}
	if s.lx.month[key] && unicode.IsDigit(next) {
		return false
	}
	nw := s.form(i + 1)
	if opener(nw, s.gap(i+1)) {
		return nw != "("
	}
	return unicode.IsUpper(next) && s.lx.starter[strings.ToLower(nw)]
}

// opening is the first rune of the next word, looking through opening marks;
// a mark that opens a list or a quote counts as a capital.
func (s *splitter) opening(i int) rune {
	for k := i; k < i+3 && k < len(s.toks); k++ {
		r := firstRune(s.form(k))
		if wordRune(r) {
			return r
		}
		if !opener(s.form(k), s.gap(k)) {
			return r
		}
	}
	return 'A'
}

// plain reports whether token i is a word in lower case: a full stop after it
// ends a sentence even when a small letter follows.
func (s *splitter) plain(i int) bool {
	w := s.form(i)
	return len(w) > 2 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// spoken reports whether "Name said" or "said Name" seems to follow a quote;
// it only sees that no capital follows.
func (s *splitter) spoken(i int) bool {
	return unicode.IsLower(firstRune(s.form(i)))
}

// softCut is where a sentence of more than maxSentence tokens is cut: after
// the last mark in its second half, or at its end.
func (s *splitter) softCut(from, to int) int {
	for i := to - 1; i > (from+to)/2; i-- {
		if w := s.form(i); w == ";" || w == "," || w == ":" || w == "|" {
			return i + 1
		}
	}
	return to
}

func firstRune(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

func closer(w string) bool {
	switch w {
	case "\"", "”", "’", "'", ")", "]", "''", "»", "}":
		return true
	}
	return false
}

// opener reports whether w opens a quote or bracket; straight marks do when no
// space follows them.
func opener(w string, gap bool) bool {
	switch w {
	case "“", "‘", "(", "[", "``", "«", "{", "¿", "¡":
		return true
	case "\"", "'":
		return !gap
	}
	return false
}
