// Package plain reads articles kept as plain text or markdown: a title line,
// lines of metadata ("Posted on", "Category:", "Tags:"), then prose.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/internal/read/stamp"
)

// leading is how many blocks at the head of an article may be metadata.
const leading = 8

// Read turns UTF-8 text into an article. Markdown links become Links and lose
// their markup; page breaks inside a sentence are closed; the title line is
// Headline and metadata lines are Aside, all of them kept in Text.
func Read(text string) *entente.Article { return read(text, nil) }

// Continue reads the next part of a long text, which began with first: it has
// the title and the other fields of it.
func Continue(text string, first *entente.Article) *entente.Article { return read(text, first) }

func read(text string, first *entente.Article) *entente.Article {
	a := &entente.Article{}
	if first != nil {
		a.URL, a.Publisher, a.Title, a.Authors = first.URL, first.Publisher, first.Title, first.Authors
		a.Category, a.Tags, a.Published = first.Category, first.Tags, first.Published
	}
	doc := blocks(tidy(text))
	doc = join(doc)
	var out strings.Builder
	for i := range doc {
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		start := out.Len()
		heading := strings.HasPrefix(doc[i].text, "#")
		unmark(&out, doc[i].text, a)
		span := entente.Span{Start: start, End: out.Len()}
		doc[i].span, doc[i].heading = span, heading
	}
	a.Text = out.String()
	describe(a, doc, first != nil)
	return a
}

// block is a paragraph: its source and where it lies in the finished text.
type block struct {
	text    string
	span    entente.Span
	heading bool
}

// tidy drops control characters and carriage returns.
func tidy(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\f':
			return '\n'
		case r == '\t' || r == '\n':
			return r
		case unicode.IsControl(r) || r == '\uFEFF' || r == '\u200B' || r == '\u00AD':
			return -1
		}
		return r
	}, s)
}

// blocks parts text at blank lines.
func blocks(s string) []block {
	var out []block
	var cur []string
	flush := func() {
		if len(cur) > 0 {
			out = append(out, block{text: strings.Join(cur, "\n")})
			cur = nil
		}
	}
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		if len(cur) == 0 {
			line = strings.TrimLeftFunc(line, unicode.IsSpace)
		}
		cur = append(cur, line)
	}
	flush()
	return out
}

// page is the least length of a block that a page break may have cut.
const page = 60

// join closes page breaks: a long block that ends within a sentence, followed
// by one that goes on in lower case or with the other half of a name.
func join(in []block) []block {
	var out []block
	for _, b := range in {
		if n := len(out); n > 0 && broken(out[n-1].text, b.text) {
			out[n-1].text += " " + b.text
			continue
		}
		out = append(out, b)
	}
	return out
}

func broken(before, after string) bool {
	if len(before) < page || strings.HasPrefix(before, "#") || strings.HasPrefix(after, "#") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if !unicode.IsLetter(last) && last != ',' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after)
	if unicode.IsLower(first) {
		return true
	}
	word, _ := utf8.DecodeRuneInString(before[strings.LastIndexAny(before, " \n\"“(")+1:])
	return unicode.IsUpper(first) && unicode.IsUpper(word) && last != ',' && strings.ContainsAny(before, ".,;") && !allCaps(before)
}

// describe reads title, metadata lines and date lines. They stand at the
// beginning and the end of a text; what goes on has no beginning.
func describe(a *entente.Article, doc []block, goesOn bool) {
	for i := range doc {
		b := &doc[i]
		text := b.span.Of(a.Text)
		if i == 0 && !goesOn && len(doc) > 1 && titleLike(text, b.heading) {
			a.Title, a.Headline = strings.Join(strings.Fields(text), " "), b.span
			continue
		}
		if i < leading && !goesOn || i >= len(doc)-3 {
			metadata(a, b.span)
		}
	}
}

// metadata marks the lines of a block that are not prose, as long as every
// line of it is one.
func metadata(a *entente.Article, span entente.Span) {
	type found struct {
		c    cue
		rest string
		span entente.Span
	}
	var list []found
	pos := span.Start
	for line := range strings.SplitSeq(span.Of(a.Text), "\n") {
		s := entente.Span{Start: pos, End: pos + len(line)}
		pos = s.End + 1
		line = strings.TrimSpace(line)
		if t, ok := stamp.Parse(line); ok {
			if a.Published.IsZero() {
				a.Published = t
			}
			list = append(list, found{span: s})
			continue
		}
		c, rest, ok := match(line)
		if !ok {
			return
		}
		list = append(list, found{c, rest, s})
	}
	for _, f := range list {
		a.Aside = append(a.Aside, f.span)
		take(a, f.c.kind, f.rest)
	}
}

// take fills the field that a metadata line gives.
func take(a *entente.Article, kind, rest string) {
	switch kind {
	case "date":
		if t, ok := stamp.Parse(rest); ok && a.Published.IsZero() {
			a.Published = t
		}
	case "author":
		a.Authors = append(a.Authors, names(rest)...)
	case "category":
		a.Category = rest
	case "tags":
		a.Tags = append(a.Tags, split(rest)...)
	case "publisher":
		a.Publisher = rest
	}
}

// MarkAsides marks the leading lines of a finished article that are metadata,
// such as the date line of a Wikinews text, without changing the text.
func MarkAsides(a *entente.Article) {
	pos := 0
	for n := 0; n < 3; n++ {
		for pos < len(a.Text) && (a.Text[pos] == '\n' || a.Text[pos] == ' ') {
			pos++
		}
		end := strings.IndexByte(a.Text[pos:], '\n')
		if end < 0 || end > 80 {
			return
		}
		before := len(a.Aside)
		metadata(a, entente.Span{Start: pos, End: pos + len(strings.TrimRight(a.Text[pos:pos+end], " \t\r"))})
		if len(a.Aside) == before {
			return
		}
		pos += end
	}
}
