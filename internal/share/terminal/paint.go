package terminal

import (
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is an ANSI select-graphic-rendition code.
type style string

const (
	titleStyle   style = "1"
	dimStyle     style = "2"
	triggerStyle style = "1;4"
)

// quadStyles colours the four quad classes.
var quadStyles = map[int]style{1: "36", 2: "32", 3: "33", 4: "31"}

// Render wraps s in the style; the zero style leaves it alone.
func (st style) Render(s string) string {
	if st == "" || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

var rendition = regexp.MustCompile("\x1b\\[[0-9;]*m")

// Plain passes text on to w without its colours.
func Plain(w io.Writer) io.Writer { return plain{w} }

type plain struct{ io.Writer }

func (p plain) Write(b []byte) (int, error) {
	if _, err := p.Writer.Write(rendition.ReplaceAll(b, nil)); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Safe drops control characters and marks that turn the direction of writing:
// what an article or the name of a file holds must not steer the reader's
// terminal. Line ends and tabs stay.
func Safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// wrap breaks text between words so that no line is wider than Width.
func wrap(text string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		width := utf8.RuneCountInString(rendition.ReplaceAllString(word, ""))
		switch {
		case i == 0:
		case column+1+width > Width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += width
	}
	return b.String()
}

// oneLine joins the words of s by single spaces; see Safe.
func oneLine(s string) string { return strings.Join(strings.Fields(Safe(s)), " ") }
