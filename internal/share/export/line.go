package export

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// line is JSON in the making, written as encoding/json writes it without its
// escapes for HTML. Commas are set by what stands before.
type line struct{ b []byte }

func (l *line) comma() {
	if n := len(l.b); n > 0 && l.b[n-1] != '{' && l.b[n-1] != '[' && l.b[n-1] != ':' {
		l.b = append(l.b, ',')
	}
}

func (l *line) open(bracket byte) {
	l.comma()
	l.b = append(l.b, bracket)
}

func (l *line) close(bracket byte) { l.b = append(l.b, bracket) }

// key writes the name of what follows; it has no letter that needs an escape.
func (l *line) key(name string) {
	l.comma()
	l.b = append(append(append(l.b, '"'), name...), '"', ':')
}

func (l *line) null() { l.b = append(l.b, "null"...) }

func (l *line) text(key, s string) {
	l.key(key)
	l.quote(s)
}

// texts writes a list, [] for nil.
func (l *line) texts(key string, list []string) {
	l.key(key)
	l.open('[')
	for _, s := range list {
		l.comma()
		l.quote(s)
	}
	l.close(']')
}

func (l *line) whole(key string, n int) {
	l.key(key)
	l.b = strconv.AppendInt(l.b, int64(n), 10)
}

func (l *line) flag(key string, on bool) {
	l.key(key)
	l.b = strconv.AppendBool(l.b, on)
}

// number writes a finite number as ECMAScript does: without an exponent unless
// it is very large or small.
func (l *line) number(key string, f float64) {
	l.key(key)
	form := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		form = 'e'
	}
	l.b = strconv.AppendFloat(l.b, f, form, -1, 64)
	if n := len(l.b); form == 'e' && l.b[n-4] == 'e' && l.b[n-3] == '-' && l.b[n-2] == '0' {
		l.b[n-2] = l.b[n-1] // e-09 is e-9
		l.b = l.b[:n-1]
	}
}

// quote writes a string; bytes that are no UTF-8 become U+FFFD.
func (l *line) quote(s string) {
	b := append(l.b, '"')
	done := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, s[done:i]...)
			b = appendEscape(b, c)
			i++
			done = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[done:i]...), `\ufffd`...)
			done = i + n
		case r == '\u2028' || r == '\u2029': // ends of lines in JavaScript
			b = append(append(b, s[done:i]...), `\u202`...)
			b = append(b, '8'+byte(r-'\u2028'))
			done = i + n
		}
		i += n
	}
	l.b = append(append(b, s[done:]...), '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
