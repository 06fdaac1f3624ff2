package token

import (
	"unicode"
	"unicode/utf8"
)

// contraction adds text[i:end], cut where an ending such as 's begins.
func (sc *scanner) contraction(i, end int) int {
	w := sc.text[i:end]
	if len(w) <= 8 {
		if n, ok := sc.lx.split[string(sc.lower(w))]; ok {
			sc.add(i, i+n)
			sc.add(i+n, end)
			return end
		}
	}
	for _, e := range sc.lx.ending {
		if k := cutEnding(w, e); k > 0 {
			sc.add(i, i+k)
			sc.add(i+k, end)
			return end
		}
	}
	sc.add(i, end)
	return end
}

// cutEnding returns where ending (with ' for any apostrophe) begins in w, or -1.
func cutEnding(w, ending string) int {
	k := len(w)
	for e := len(ending) - 1; e >= 0; e-- {
		if k == 0 {
			return -1
		}
		if ending[e] != '\'' {
			if w[k-1]|0x20 != ending[e] {
				return -1
			}
			k--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(w[:k])
		if !apostrophe(r) {
			return -1
		}
		k -= n
	}
	return k
}

// clitic is the end of a contraction ending whose apostrophe lies before j and
// follows a word directly or after a bracket ("[Japan]'s"), or j.
func (sc *scanner) clitic(j int) int {
	last := len(sc.toks) - 1
	if last < 0 {
		return j
	}
	prev, _ := utf8.DecodeLastRuneInString(sc.text[:sc.toks[last].End])
	if prev != ']' && prev != ')' && prev != '%' && prev != '.' && prev != '”' && prev != '"' {
		return j
	}
	k := j
	for k < len(sc.text) && wordRune(rune(sc.text[k])) {
		k++
	}
	if w := sc.text[j:k]; (w == "s" || w == "S") && apostropheBefore(sc.text, j, sc.toks[last].End) {
		return k
	}
	return j
}

func apostropheBefore(text string, j, end int) bool {
	_, n := utf8.DecodeLastRuneInString(text[:j])
	return j-n == end
}

// years is the end of a short year ("'90s") whose apostrophe is text[i:j], or j.
func (sc *scanner) years(i, j int) int {
	if i > 0 && sc.text[i-1] != ' ' || j+2 > len(sc.text) {
		return j
	}
	k := j
	for k < len(sc.text) && '0' <= sc.text[k] && sc.text[k] <= '9' {
		k++
	}
	if k != j+2 {
		return j
	}
	if k < len(sc.text) && sc.text[k] == 's' {
		k++
	}
	if r, _ := sc.rune(k); wordRune(r) {
		return j
	}
	return k
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´' }

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad'
}

// editor is the end of a letter that an editor put in brackets at i to change
// the case of a word ("[T]he"), or i.
func (sc *scanner) editor(i int) int {
	if len(sc.text)-i < 4 || sc.text[i] != '[' || sc.text[i+2] != ']' {
		return i
	}
	if r, _ := sc.rune(i + 3); !unicode.IsLetter(rune(sc.text[i+1])) || !unicode.IsLower(r) {
		return i
	}
	return i + 3
}
