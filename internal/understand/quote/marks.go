package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// region is a quoted passage: its bytes with the marks, its tokens, and
// whether it stays open at the end of its paragraph.
type region struct {
	entente.Span
	first, last int // tokens [first, last)
	words       int
	open        bool
}

// paragraphs splits a text at its blank lines.
func paragraphs(text string) []entente.Span {
	var out []entente.Span
	start := 0
	for i := 0; i < len(text); {
		n, blank := lineBreaks(text[i:])
		if !blank {
			i += max(n, 1)
			continue
		}
		if i > start {
			out = append(out, entente.Span{Start: start, End: i})
		}
		i += n
		start = i
	}
	if start < len(text) {
		out = append(out, entente.Span{Start: start, End: len(text)})
	}
	return out
}

// lineBreaks measures the white space at the start of s and reports whether
// it holds a blank line.
func lineBreaks(s string) (n int, blank bool) {
	breaks := 0
	for n < len(s) {
		switch s[n] {
		case '\n':
			breaks++
		case ' ', '\t', '\r':
		default:
			return n, breaks > 1
		}
		n++
	}
	return n, breaks > 1
}

// quotedSpans finds the passages between quotation marks. A passage that is
// open at the end of a paragraph goes on when the next one opens with a mark.
func quotedSpans(text string, ps []entente.Span) []region {
	var out []region
	for _, p := range ps {
		goesOn := len(out) > 0 && out[len(out)-1].open
		for i, r := range quotedIn(text, p) {
			if i == 0 && goesOn && strings.TrimSpace(text[p.Start:r.Start]) == "" {
				last := &out[len(out)-1]
				last.End, last.open = r.End, r.open
				continue
			}
			out = append(out, r)
		}
		if goesOn && len(out) > 0 && out[len(out)-1].End <= p.Start {
			out[len(out)-1].open = false
		}
	}
	return out
}

func quotedIn(text string, p entente.Span) []region {
	var out []region
	open, closer := -1, rune(0)
	for i := p.Start; i < p.End; {
		r, n := markAt(text[i:p.End])
		if open < 0 {
			if c := closes(text, i, n, r); c != 0 {
				open, closer = i, c
			}
		} else if shuts(r, closer) && !(r == '’' && letterAt(text, i+n)) {
			out = append(out, region{Span: entente.Span{Start: open, End: i + n}})
			open = -1
		}
		i += n
	}
	if open >= 0 && closer != '’' {
		end := p.Start + len(strings.TrimRight(text[p.Start:p.End], " \t\r\n"))
		out = append(out, region{Span: entente.Span{Start: open, End: end}, open: true})
	}
	return out
}

// shuts reports whether r closes a quotation that closer should close: writers
// mix curly and straight marks.
func shuts(r, closer rune) bool {
	return r == closer || closer == '”' && r == '"' || closer == '"' && r == '”'
}

// markAt is the rune at the start of s; two single marks are one double.
func markAt(s string) (rune, int) {
	if len(s) > 1 && s[0] == s[1] && (s[0] == '\'' || s[0] == '`') {
		return '"', 2
	}
	return utf8.DecodeRuneInString(s)
}

// closes gives the mark that closes what r opens at i, 0 when it opens nothing.
func closes(text string, i, n int, r rune) rune {
	switch r {
	case '“', '„':
		return '”'
	case '"':
		return '"'
	case '«':
		return '»'
	case '‘':
		if letterAt(text, i+n) && !letterBefore(text, i) {
			return '’'
		}
	}
	return 0
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[min(i, len(text)):])
	return unicode.IsLetter(r)
}

func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r)
}

// placeRegions gives the regions their tokens and says for every token in
// which region it lies, -1 for none.
func placeRegions(d *entente.Document, rs []region) []int {
	at := make([]int, len(d.Tokens))
	for i := range at {
		at[i] = -1
	}
	for k := range rs {
		r := &rs[k]
		i := d.TokenAt(r.Start)
		r.first = i
		for ; i < len(d.Tokens) && d.Tokens[i].Start < r.End; i++ {
			at[i] = k
			if d.Tokens[i].UPOS != entente.PUNCT {
				r.words++
			}
		}
		r.last = i
	}
	return at
}
