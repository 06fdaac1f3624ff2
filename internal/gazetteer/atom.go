package gazetteer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"entente"
)

// Atom is one run of letters and digits of a text, the unit in which phrases
// are looked up. It does not depend on how the tokenizer splits words:
// "Suk-yeol" is two atoms, "U.S." one ("US").
type Atom struct {
	entente.Span
	Form  string // accents removed, points of an abbreviation removed
	Glued bool   // nothing but space, hyphen or apostrophe lies before it
}

// Atoms splits a text. Forms without accents or points share the text's memory.
func Atoms(text string) []Atom {
	atoms := make([]Atom, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		start, glued := skipGap(text, i, atoms)
		if start == len(text) {
			break
		}
		end, form := readAtom(text, start)
		atoms = append(atoms, Atom{entente.Span{Start: start, End: end}, form, glued})
		i = end
	}
	return atoms
}

// skipGap moves from i to the next letter or digit and reports whether a
// phrase may run across what lies between.
func skipGap(text string, i int, before []Atom) (int, bool) {
	glued := len(before) > 0
	for i < len(text) {
		switch c := text[i]; {
		case isASCIIWord(c):
			return i, glued
		case c == ' ':
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) && !unicode.Is(unicode.Mn, r) { // a mark belongs to the letter before it
			return i, glued
		}
		switch {
		case r == '.':
			// "Gen. Milley", "St. Vincent": a point after a short word does not part a name.
			glued = glued && len(before[len(before)-1].Form) <= 3
		case r == '-', r == '\'', r == '’', r == '‑', r == '&', unicode.IsSpace(r):
		default:
			glued = false
		}
		i += n
	}
	return i, false
}

// readAtom reads the atom that starts at i.
func readAtom(text string, i int) (end int, form string) {
	end, plain, points := i, true, 0
	for end < len(text) {
		c := text[end]
		if c < utf8.RuneSelf {
			if isASCIIWord(c) {
				end++
				continue
			}
			// The points of "U.S." belong to it; that of "end." does not.
			if c == '.' && isInitials(text, i, end) {
				points++
				end++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isWordRune(r) {
			break
		}
		plain = false
		end += n
	}
	form = text[i:end]
	if points == 1 && text[end-1] == '.' { // a lone initial: "J."
		end--
		form, points = text[i:end], 0
	}
	if points > 0 {
		form = strings.ReplaceAll(form, ".", "")
	}
	if !plain {
		form = Unaccent(form)
	}
	return end, form
}

// isInitials reports whether text[i:point] is letters each parted by a point,
// so that the point at the given offset may belong to an abbreviation.
func isInitials(text string, i, point int) bool {
	n := point - i
	if n%2 == 0 || n > 11 {
		return false
	}
	for k := i; k < point; k += 2 {
		c := text[k] | 0x20
		if c < 'a' || c > 'z' || (k+1 < point && text[k+1] != '.') {
			return false
		}
	}
	return true
}

func isASCIIWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIWord(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// Unaccent writes s with plain Latin letters where it can: "Erdoğan" is
// "Erdogan", "Łódź" is "Lodz".
func Unaccent(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	table := plainForms()
	for _, r := range s {
		if int(r) >= len(table) {
			return decomposed(s)
		}
		b.WriteString(table[r])
	}
	return b.String()
}

// plainForms are what Unaccent makes of single letters, by their code: those of
// most languages of Europe.
var plainForms = sync.OnceValue(func() []string {
	table := make([]string, 0x250)
	for r := range table {
		table[r] = decomposed(string(rune(r)))
	}
	return table
})

// decomposed drops the marks that letters are made of.
func decomposed(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if p, ok := plainLetters[r]; ok {
			b.WriteString(p)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plainLetters are the Latin letters that do not decompose.
var plainLetters = map[rune]string{
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th",
	'ß': "ss", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'ı': "i", 'ħ': "h", 'ŋ': "n", 'ə': "e", 'Ə': "E",
}
