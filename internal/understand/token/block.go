package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// block is a run of text that no sentence crosses.
type block struct {
	entente.Span
	kind entente.SentenceKind
}

// A line of wholeLine bytes or more that ends without terminal punctuation is
// taken for a piece of prose that goes on after the line end; a shorter one is
// a heading or list item of its own. Across a blank line or page break the
// sentence that is open must be as long, and longer when nothing else shows
// that it goes on.
const (
	wholeLine = 60
	longLine  = 110
)

// blocks parts the text at the edges of headline and asides, at blank lines
// and after short lines.
func blocks(a *entente.Article, lx *lexicon) []block {
	var out []block
	text := a.Text
	cuts := fences(a)
	last := ""   // the line before, if it may go on
	gap := false // a blank line has come since
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		line := entente.Span{Start: start, End: end}
		start = end + 1
		for len(cuts) > 0 && cuts[0].End <= line.Start {
			cuts = cuts[1:]
		}
		for _, piece := range fence(line, cuts) {
			piece.Span = trim(text, piece.Span)
			if piece.Empty() {
				continue
			}
			now := piece.Of(text)
			n := len(out)
			joins := last != "" && piece.kind == entente.Prose && out[n-1].kind == entente.Prose && !bullet(now)
			if joins && (!gap || lx.goesOn(last, now)) {
				out[n-1].End = piece.End
			} else {
				out = append(out, piece)
			}
			last, gap = "", false
			if continues(now) {
				last = now
			}
		}
		gap = gap || strings.TrimSpace(line.Of(text)) == ""
	}
	return out
}

// fences lists the headline and asides in text order with their kinds.
func fences(a *entente.Article) []block {
	var f []block
	if !a.Headline.Empty() {
		f = append(f, block{a.Headline, entente.Headline})
	}
	for _, s := range a.Aside {
		f = append(f, block{s, entente.Aside})
	}
	for i := 1; i < len(f); i++ {
		for k := i; k > 0 && f[k].Start < f[k-1].Start; k-- {
			f[k], f[k-1] = f[k-1], f[k]
		}
	}
	last := 0
	kept := f[:0]
	for _, b := range f {
		b.Start, b.End = max(b.Start, last), min(b.End, len(a.Text))
		if !b.Empty() {
			last = b.End
			kept = append(kept, b)
		}
	}
	return kept
}

// fence parts a line at the fences that overlap it.
func fence(line entente.Span, cuts []block) []block {
	var out []block
	at := line.Start
	for _, c := range cuts {
		if c.Start >= line.End {
			break
		}
		if c.Start > at {
			out = append(out, block{entente.Span{Start: at, End: c.Start}, entente.Prose})
		}
		s, e := max(c.Start, at), min(c.End, line.End)
		if s < e {
			out = append(out, block{entente.Span{Start: s, End: e}, c.kind})
			at = e
		}
	}
	if at < line.End {
		out = append(out, block{entente.Span{Start: at, End: line.End}, entente.Prose})
	}
	return out
}

func trim(text string, s entente.Span) entente.Span {
	t := s.Of(text)
	l := strings.TrimLeftFunc(t, blank)
	s.Start += len(t) - len(l)
	s.End = s.Start + len(strings.TrimRightFunc(l, blank))
	return s
}

// continues reports whether a line is prose that goes on in the next line.
func continues(line string) bool {
	if len(line) < wholeLine {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(line)
	if strings.ContainsRune(".!?:;…\"”’')]", r) {
		return false
	}
	return !shouted(line)
}

// goesOn reports whether the sentence at the end of line a goes on in line b
// although a blank line lies between.
func (lx *lexicon) goesOn(a, b string) bool {
	tail := a[strings.LastIndexAny(a, ".!?")+1:]
	if lx.open[tail[strings.LastIndexByte(tail, ' ')+1:]] {
		return true
	}
	r, _ := utf8.DecodeRuneInString(b)
	return len(tail) >= longLine || len(tail) >= wholeLine && (unicode.IsLower(r) || r == '[')
}

// shouted reports whether a line has letters and none of them lower case.
func shouted(line string) bool {
	return strings.IndexFunc(line, unicode.IsLower) < 0 && strings.IndexFunc(line, unicode.IsUpper) >= 0
}

// bullet reports whether a line opens like an item of a list or a heading.
func bullet(line string) bool {
	if line == "" {
		return false
	}
	r, n := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•‣◦▪·*#", r) {
		return true
	}
	if r == '-' || r == '–' || r == '—' {
		return len(line) > n && line[n] == ' '
	}
	return false
}
