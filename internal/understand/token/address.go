package token

import (
	"strings"
	"unicode/utf8"
)

// address is the end of the web or mail address at i, or i.
func (sc *scanner) address(i int) int {
	rest := sc.text[i:]
	n := 0
	at, marks := false, false
	for n < len(rest) && n < 400 {
		c := rest[n]
		if c < utf8.RuneSelf && wordRune(rune(c)) {
			n++
			continue
		}
		if c <= ' ' || c >= utf8.RuneSelf || strings.IndexByte("<>\"()[]{}|,;", c) >= 0 {
			break
		}
		at = at || c == '@'
		marks = marks || c == ':' || c == '.'
		n++
	}
	if !marks {
		return i
	}
	w := rest[:n]
	web := strings.Contains(w, "://") || len(w) > 4 && strings.EqualFold(w[:4], "www.")
	if !web && !(at && strings.LastIndexByte(w, '.') > strings.IndexByte(w, '@') && strings.IndexByte(w, '@') > 0) && !sc.domain(w) {
		return i
	}
	return i + len(strings.TrimRight(w, ".:!?'*_"))
}

// domain reports whether w is a bare host name ("state.gov").
func (sc *scanner) domain(w string) bool {
	w = strings.TrimRight(w, ".:!?'*_")
	dot := strings.LastIndexByte(w, '.')
	return dot > 0 && len(w)-dot <= 4 && strings.IndexByte(w, '/') < 0 && sc.in(sc.lx.host, w[dot+1:])
}

// fileName reports whether the letters at j are the ending of a file name.
func (sc *scanner) fileName(j int) bool {
	k := j
	for k < len(sc.text) && k < j+5 && wordRune(rune(sc.text[k])) {
		k++
	}
	return sc.in(sc.lx.file, sc.text[j:k])
}

// phone reports whether the digits around the hyphen at j look like a phone
// number (groups of three and four) and not like a score or a span of years.
func (sc *scanner) phone(i, j int) bool {
	k := j + 1
	for k < len(sc.text) && '0' <= sc.text[k] && sc.text[k] <= '9' {
		k++
	}
	n := k - j - 1
	w := sc.text[i:j]
	last := len(w) - strings.LastIndexByte(w, '-') - 1
	return last == 3 && (n == 3 || n == 4)
}
