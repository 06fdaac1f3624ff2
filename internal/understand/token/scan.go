package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// scan appends the tokens of text[s.Start:s.End].
func scan(toks []entente.Token, text string, s entente.Span, lx *lexicon) []entente.Token {
	sc := scanner{text: text[:s.End], lx: lx, toks: toks}
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(sc.text[i:])
		switch {
		case blank(r):
			i += n
		case wordRune(r) || r == '[' && sc.editor(i) > i:
			i = sc.word(i)
		default:
			i = sc.symbol(i, r, n)
		}
	}
	return sc.toks
}

type scanner struct {
	text string
	lx   *lexicon
	toks []entente.Token
	low  [16]byte
}

// lower is w in lower case, for words of the lexicon, which are short and ASCII.
func (sc *scanner) lower(w string) []byte {
	n := copy(sc.low[:], w)
	for i, c := range sc.low[:n] {
		if 'A' <= c && c <= 'Z' {
			sc.low[i] = c | 0x20
		}
	}
	return sc.low[:n]
}

// in reports whether the set holds w in lower case.
func (sc *scanner) in(set map[string]bool, w string) bool {
	return len(w) <= len(sc.low) && set[string(sc.lower(w))]
}

func (sc *scanner) add(from, to int) {
	if from < to {
		sc.toks = append(sc.toks, entente.Token{Span: entente.Span{Start: from, End: to}, Head: -1})
	}
}

// rune returns the rune at byte i, 0 at the end.
func (sc *scanner) rune(i int) (rune, int) {
	if i >= len(sc.text) {
		return 0, 0
	}
	if c := sc.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(sc.text[i:])
}

// word reads the token or tokens that begin with a letter or digit at i.
func (sc *scanner) word(i int) int {
	if end := sc.address(i); end > i {
		sc.add(i, end)
		return end
	}
	end := sc.extent(i)
	if c := sc.text[i]; '0' <= c && c <= '9' {
		if k := sc.afterDigits(i, end); k > i {
			sc.add(i, k)
			sc.add(k, end)
			return end
		}
	}
	return sc.contraction(i, end)
}

// extent is the end of the word at i with the marks that belong inside it.
func (sc *scanner) extent(i int) int {
	j := sc.editor(i)
	for j < len(sc.text) {
		r, n := sc.rune(j)
		if wordRune(r) {
			j += n
			continue
		}
		next, _ := sc.rune(j + n)
		if !sc.joins(i, j, r, next) {
			break
		}
		j += n
	}
	if r, _ := sc.rune(j); r == '.' && sc.abbreviates(i, j) {
		return j + 1
	}
	return j
}

// joins reports whether mark r at j holds the word that began at i together
// with next, the rune after it.
func (sc *scanner) joins(i, j int, r, next rune) bool {
	if !wordRune(next) {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(sc.text[i:j])
	digits := unicode.IsDigit(prev) && unicode.IsDigit(next)
	switch r {
	case '.':
		return digits || sc.dotted(i, j) || sc.fileName(j+1) || unicode.IsLower(prev) && unicode.IsLower(next)
	case ',', ':', '/':
		return digits
	case '\'', '’', '‘', '`':
		return unicode.IsLetter(prev) || unicode.IsDigit(prev)
	case '&':
		return unicode.IsUpper(prev) && unicode.IsUpper(next)
	case '_', '@':
		return true
	case '-':
		w := sc.text[i:j]
		if digits {
			return len(w) >= 3 && sc.phone(i, j)
		}
		return len(w) <= 7 && sc.in(sc.lx.prefix, w) && unicode.IsLetter(next) || sc.compound(w, j+1)
	}
	return false
}

// compound reports whether what follows a hyphen at j-1 makes one listed word
// with w, in any inflection ("tear-gassed").
func (sc *scanner) compound(w string, j int) bool {
	if len(w) > len(sc.low) {
		return false
	}
	for _, rest := range sc.lx.compound[string(sc.lower(w))] {
		if strings.HasPrefix(sc.text[j:], rest) {
			return true
		}
	}
	return false
}

// dotted reports whether text[i:j] is single letters parted by dots ("U.S").
func (sc *scanner) dotted(i, j int) bool {
	w := sc.text[i:j]
	if len(w) > 16 {
		return false
	}
	for len(w) > 0 {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			return false
		}
		if w = w[n:]; w == "" {
			break
		}
		if w[0] != '.' {
			return false
		}
		w = w[1:]
	}
	r, n := sc.rune(j + 1)
	after, _ := sc.rune(j + 1 + n)
	return unicode.IsLetter(r) && (after == '.' || !wordRune(after))
}

// abbreviates reports whether the full stop at j belongs to the word.
func (sc *scanner) abbreviates(i, j int) bool {
	w := sc.text[i:j]
	if len(w) > 8 {
		return false
	}
	if r, n := utf8.DecodeRuneInString(w); n == len(w) && unicode.IsUpper(r) {
		return sc.initial(i, j)
	}
	if strings.IndexByte(w, '.') > 0 && sc.dottedAll(w) {
		return true
	}
	dotted := sc.text[i : j+1]
	if sc.in(sc.lx.numbered, dotted) {
		return sc.beforeNumber(j + 1)
	}
	return sc.in(sc.lx.title, dotted) || sc.in(sc.lx.abbr, dotted)
}

// beforeNumber reports whether a number follows at j, after a space or none.
func (sc *scanner) beforeNumber(j int) bool {
	if j < len(sc.text) && sc.text[j] == ' ' {
		j++
	}
	r, _ := sc.rune(j)
	return unicode.IsDigit(r)
}

// dottedAll reports whether w is letters parted by single dots.
func (sc *scanner) dottedAll(w string) bool {
	for part := range strings.SplitSeq(w, ".") {
		if utf8.RuneCountInString(part) != 1 && !(len(part) <= 2 && part != "") {
			return false
		}
	}
	return true
}

// initial reports whether a single capital with a dot is an initial: a
// capitalised word or another initial follows.
func (sc *scanner) initial(i, j int) bool {
	k := j + 1
	if r, n := sc.rune(k); r == ' ' {
		k += n
	}
	r, _ := sc.rune(k)
	return unicode.IsUpper(r) || r == ','
}

// afterDigits is where a unit or other letters after a number begin
// ("1.5|bn"), or i when text[i:end] is one token ("5th", "1990s", "4x4").
func (sc *scanner) afterDigits(i, end int) int {
	k := i
	for k < end && strings.IndexByte("0123456789.,", sc.text[k]) >= 0 {
		k++
	}
	if k < end && sc.in(sc.lx.unit, sc.text[k:end]) {
		return k
	}
	return i
}

// symbol reads a mark or a run of the same mark at i.
func (sc *scanner) symbol(i int, r rune, n int) int {
	j := i + n
	switch {
	case apostrophe(r):
		if end := sc.clitic(j); end > j {
			j = end
		} else if end := sc.years(i, j); end > j {
			j = end
		} else if r == '\'' && j < len(sc.text) && sc.text[j] == '\'' {
			j++
		}
	case r == '.' || r == '!' || r == '?' || r == '…':
		for {
			r2, m := sc.rune(j)
			if r2 != '.' && r2 != '!' && r2 != '?' && r2 != '…' {
				break
			}
			j += m
		}
	case r == ':' || r == ';':
		j = sc.face(i, j)
	case strings.ContainsRune("-*=_~#+<>`$", r):
		for j < len(sc.text) && rune(sc.text[j]) == r {
			j++
		}
	}
	sc.add(i, j)
	return j
}

// face is the end of a face drawn with marks, such as :-), that begins with
// the colon or semicolon at i; j, the end of that mark, when there is none.
func (sc *scanner) face(i, j int) int {
	k := j
	if k < len(sc.text) && sc.text[k] == '-' {
		k++
	}
	if k >= len(sc.text) || strings.IndexByte(")(DP", sc.text[k]) < 0 {
		return j
	}
	if r, _ := sc.rune(k + 1); wordRune(r) || k == j && i > 0 && sc.text[i-1] != ' ' {
		return j
	}
	return k + 1
}

func blank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r >= utf8.RuneSelf && unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r < ' '
}
