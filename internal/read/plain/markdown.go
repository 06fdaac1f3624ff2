package plain

import (
	"strings"

	"entente"
)

// unmark writes a block without its markdown and keeps its links. Brackets
// that are no link stay: "[Ukrainians]", "[T]he".
func unmark(out *strings.Builder, s string, a *entente.Article) {
	s = strings.TrimLeft(s, "#")
	s = strings.TrimLeft(s, " ")
	bol := true
	var open []int // starts in out of link texts that may follow
	for i := 0; i < len(s); {
		if bol {
			bol = false
			if n := quoteMark(s[i:]); n > 0 {
				i += n
				continue
			}
		}
		switch c := s[i]; {
		case c == '\n':
			bol = true
			out.WriteByte(c)
			i++
		case c == '\\' && i+1 < len(s) && strings.IndexByte("[]()*_#>`!\\", s[i+1]) >= 0:
			out.WriteByte(s[i+1])
			i += 2
		case c == '!' && image(s[i:]) > 0:
			i += image(s[i:])
		case c == '[':
			if closing(s[i:]) < 0 {
				out.WriteByte(c)
			} else {
				open = append(open, out.Len())
			}
			i++
		case c == ']' && len(open) > 0 && target(s[i:]) > 0:
			n := target(s[i:])
			link := entente.Link{Span: entente.Span{Start: open[len(open)-1], End: out.Len()}, URL: address(s[i+2 : i+n-1])}
			open = open[:len(open)-1]
			if !link.Empty() {
				a.Links = append(a.Links, link)
			}
			i += n
		case (c == '*' || c == '`') && i+1 < len(s) && emphasis(s, i):
			i++
		default:
			out.WriteByte(c)
			i++
		}
	}
}

// reach bounds how far the parts of a link are looked for, so that no text is
// read in quadratic time.
const reach = 2000

// closing finds the "](" that makes the "[" at s[0] a link, or -1: brackets
// that are no link may lie within.
func closing(s string) int {
	depth := 0
	for i := 0; i < min(len(s), reach/4); i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
			if depth == 0 {
				if target(s[i:]) > 0 {
					return i
				}
				return -1
			}
		}
	}
	return -1
}

// target is the length of "](address)" at the head of s, 0 when there is none.
func target(s string) int {
	if len(s) < 3 || s[1] != '(' {
		return 0
	}
	end := strings.IndexAny(s[2:min(len(s), reach)], ")\n")
	if end < 0 || s[2+end] == '\n' {
		return 0
	}
	return 2 + end + 1
}

// image is the length of "![alt](address)" at the head of s.
func image(s string) int {
	if len(s) < 2 || s[1] != '[' {
		return 0
	}
	n := closing(s[1:])
	if n < 0 {
		return 0
	}
	return 1 + n + target(s[1+n:])
}

// address drops the title of `url "title"`.
func address(s string) string {
	url, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return strings.Trim(url, "<>")
}

// quoteMark is the length of a leading "> ", "- " or "* " of a line.
func quoteMark(s string) int {
	switch {
	case strings.HasPrefix(s, "> "), strings.HasPrefix(s, "- "), strings.HasPrefix(s, "* "):
		return 2
	case strings.HasPrefix(s, ">"):
		return 1
	}
	return 0
}

// emphasis reports whether the mark at s[i] touches a word on one side only.
func emphasis(s string, i int) bool {
	space := func(j int) bool { return j < 0 || j >= len(s) || s[j] == ' ' || s[j] == '\n' }
	return !(space(i-1) && space(i+1))
}
