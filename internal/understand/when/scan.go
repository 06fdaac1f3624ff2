package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// atomKind is what a piece of text looks like before any rule sees it.
type atomKind uint8

const (
	wordAtom   atomKind = iota
	numberAtom          // 12, 1,200, 2.5
	ordAtom             // 31st
	decadeAtom          // 1990s, '80s
	clockAtom           // 10:35
	isoAtom             // 2019-08-24, 8/24/2019
	punctAtom           // one character
	breakAtom           // end of a paragraph
)

// atom is a piece of text: a word, a number or a mark. Words are split at
// hyphens and before "'s", whatever the tokens of the document do.
type atom struct {
	entente.Span
	kind  atomKind
	word  *word   // nil for words that no rule knows
	num   float64 // numberAtom, ordAtom; decadeAtom: its first year
	y     int     // isoAtom
	m, d  int     // isoAtom month and day; clockAtom hour and minute
	lead  bool    // written with a capital first letter
	glued bool    // no space before it
}

// scanner cuts text into atoms. It is linear and allocates one slice.
type scanner struct {
	text  string
	lex   *lexicon
	atoms []atom
	buf   []byte
}

// scan appends the atoms of the text to those given.
func scan(atoms []atom, text string, lex *lexicon) []atom {
	s := scanner{text: text, lex: lex, atoms: slices.Grow(atoms, len(text)/5+8), buf: make([]byte, 0, 64)}
	for i := 0; i < len(text); {
		i = s.next(i)
	}
	return s.atoms
}

func (s *scanner) next(i int) int {
	c := s.text[i]
	switch {
	case c == '\n':
		return s.newline(i)
	case c <= ' ':
		return i + 1
	case isDigit(c):
		return s.number(i)
	case isLetter(c) || c >= utf8.RuneSelf:
		return s.wordAt(i)
	case c == '\'':
		return s.apostrophe(i, 1)
	}
	return s.punct(i, 1)
}

// newline adds a break for an empty line; a single line end is a space.
func (s *scanner) newline(i int) int {
	j, lines := i, 0
	for j < len(s.text) && (s.text[j] == '\n' || s.text[j] == ' ' || s.text[j] == '\r' || s.text[j] == '\t') {
		if s.text[j] == '\n' {
			lines++
		}
		j++
	}
	if lines > 1 {
		s.add(atom{Span: entente.Span{Start: i, End: i + 1}, kind: breakAtom})
	}
	return j
}

func (s *scanner) add(a atom) int {
	if n := len(s.atoms); n > 0 && s.atoms[n-1].End == a.Start && s.atoms[n-1].kind != breakAtom {
		a.glued = true
	}
	s.atoms = append(s.atoms, a)
	return a.End
}

func (s *scanner) punct(i, n int) int {
	s.buf = append(s.buf[:0], s.text[i:i+n]...)
	return s.add(atom{Span: entente.Span{Start: i, End: i + n}, kind: punctAtom, word: s.lex.words[string(s.buf)]})
}

// wordAt reads a run of letters, with inner full stops for "a.m." and "U.S.".
func (s *scanner) wordAt(i int) int {
	s.buf = s.buf[:0]
	j, first := i, rune(0)
	for j < len(s.text) {
		c := s.text[j]
		if isLetter(c) {
			if j == i {
				first = rune(c)
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			s.buf = append(s.buf, c)
			j++
			continue
		}
		if c == '.' && (j-i == 1 || s.text[j-2] == '.') && j+1 < len(s.text) && isLetter(s.text[j+1]) {
			s.buf = append(s.buf, c)
			j++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s.text[j:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			if j == i {
				return s.other(i, r, n)
			}
			break
		}
		if j == i {
			first = r
		}
		s.buf = utf8.AppendRune(s.buf, unicode.ToLower(r))
		j += n
	}
	w := s.lex.words[string(s.buf)]
	if j < len(s.text) && s.text[j] == '.' { // "Oct.", "p.m."
		s.buf = append(s.buf, '.')
		if abbr := s.lex.words[string(s.buf)]; abbr != nil {
			w, j = abbr, j+1
		}
	}
	return s.add(atom{Span: entente.Span{Start: i, End: j}, kind: wordAtom, word: w, lead: unicode.IsUpper(first)})
}

// other adds a mark outside ASCII, read as the plain mark that it stands for.
func (s *scanner) other(i int, r rune, n int) int {
	switch r {
	case '’', '‘':
		return s.apostrophe(i, n)
	case '–', '—', '‑':
		return s.add(atom{Span: entente.Span{Start: i, End: i + n}, kind: punctAtom, word: s.lex.words["-"]})
	case '\u00a0', '\u2009', '\u202f', '\ufeff', '\u200b':
		return i + n
	}
	return s.punct(i, n)
}

// apostrophe reads "'s" and "'80s", and else adds the mark itself.
func (s *scanner) apostrophe(i, n int) int {
	j := i + n
	rest := s.text[j:]
	if len(rest) >= 3 && isDigit(rest[0]) && rest[1] == '0' && rest[2] == 's' {
		return s.add(atom{Span: entente.Span{Start: i, End: j + 3}, kind: decadeAtom, num: 1900 + 10*float64(rest[0]-'0')})
	}
	if len(rest) > 0 && (rest[0] == 's' || rest[0] == 'S') && (len(rest) == 1 || !isLetter(rest[1]) && !isDigit(rest[1])) {
		return s.add(atom{Span: entente.Span{Start: i, End: j + 1}, kind: punctAtom, word: s.lex.words["'s"]})
	}
	return s.add(atom{Span: entente.Span{Start: i, End: j}, kind: punctAtom, word: s.lex.words["'"]})
}

// number reads digits with their separators, and the forms that digits begin.
func (s *scanner) number(i int) int {
	j := i
	for j < len(s.text) && isDigit(s.text[j]) {
		j++
	}
	if a, ok := isoDate(s.text, i, j); ok {
		return s.add(a)
	}
	if a, ok := clockTime(s.text, i, j); ok {
		return s.add(a)
	}
	val := digits(s.text[i:j])
	rest := s.text[j:]
	if j-i == 4 || j-i == 2 {
		k := j
		if strings.HasPrefix(rest, "'s") {
			k++
		}
		if strings.HasPrefix(s.text[k:], "s") && s.text[j-1] == '0' && (k+1 == len(s.text) || !isLetter(s.text[k+1])) {
			if j-i == 2 {
				val += 1900
			}
			return s.add(atom{Span: entente.Span{Start: i, End: k + 1}, kind: decadeAtom, num: val})
		}
	}
	if len(rest) >= 2 && isLetter(rest[0]) && (len(rest) == 2 || !isLetter(rest[2])) && s.lex.suffixes[strings.ToLower(rest[:2])] {
		return s.add(atom{Span: entente.Span{Start: i, End: j + 2}, kind: ordAtom, num: val})
	}
	for j+3 < len(s.text) && s.text[j] == ',' && isDigit(s.text[j+1]) && isDigit(s.text[j+2]) && isDigit(s.text[j+3]) &&
		(j+4 == len(s.text) || !isDigit(s.text[j+4])) && j-i <= 12 {
		val = val*1000 + digits(s.text[j+1:j+4])
		j += 4
	}
	if j+1 < len(s.text) && s.text[j] == '.' && isDigit(s.text[j+1]) {
		scale := 0.1
		for j++; j < len(s.text) && isDigit(s.text[j]); j++ {
			val += float64(s.text[j]-'0') * scale
			scale /= 10
		}
	}
	return s.add(atom{Span: entente.Span{Start: i, End: j}, kind: numberAtom, num: val})
}

// isoDate reads 2019-08-24 and 8/24/2019; text[i:j] is the first run of digits.
func isoDate(text string, i, j int) (atom, bool) {
	if j-i == 4 && j+6 <= len(text) && (text[j] == '-' || text[j] == '/') && text[j+3] == text[j] && allDigits(text[j+1:j+3]) && allDigits(text[j+4:j+6]) {
		y, m, d := int(digits(text[i:j])), int(digits(text[j+1:j+3])), int(digits(text[j+4:j+6]))
		if validDate(y, m, d) && (j+6 == len(text) || !isDigit(text[j+6])) {
			return atom{Span: entente.Span{Start: i, End: j + 6}, kind: isoAtom, y: y, m: m, d: d}, true
		}
	}
	if j-i > 2 || j >= len(text) || text[j] != '/' {
		return atom{}, false
	}
	k := j + 1
	for k < len(text) && isDigit(text[k]) {
		k++
	}
	if k-j < 2 || k-j > 3 || k+5 > len(text) || text[k] != '/' || !allDigits(text[k+1:k+5]) {
		return atom{}, false
	}
	m, d, y := int(digits(text[i:j])), int(digits(text[j+1:k])), int(digits(text[k+1:k+5]))
	if m > 12 {
		m, d = d, m
	}
	return atom{Span: entente.Span{Start: i, End: k + 5}, kind: isoAtom, y: y, m: m, d: d}, validDate(y, m, d)
}

func clockTime(text string, i, j int) (atom, bool) {
	if j-i > 2 || j+3 > len(text) || text[j] != ':' || !allDigits(text[j+1:j+3]) || j+3 < len(text) && isDigit(text[j+3]) {
		return atom{}, false
	}
	h, m, end := int(digits(text[i:j])), int(digits(text[j+1:j+3])), j+3
	if end+3 <= len(text) && text[end] == ':' && allDigits(text[end+1:end+3]) { // seconds are of no account
		end += 3
	}
	return atom{Span: entente.Span{Start: i, End: end}, kind: clockAtom, m: h, d: m}, h < 25 && m < 60
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// digits is the value of a run of digits; long runs lose precision, no more.
func digits(s string) float64 {
	v := 0.0
	for i := range len(s) {
		v = v*10 + float64(s[i]-'0')
	}
	return v
}
