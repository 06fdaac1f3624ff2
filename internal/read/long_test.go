package read

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"entente"
)

// TestLong holds that a long text comes in parts that lose nothing and know
// where they lie.
func TestLong(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "Envoys of Norland met those of Sudland for round %d of the talks.", i)
		b.WriteString([]string{" ", "\n", "\n\n"}[i%3])
	}
	book := b.String()
	row, _ := json.Marshal(map[string]string{"id": "book", "title": "Talks", "text": book})
	for _, c := range []struct{ in, name, title string }{
		{"Talks without end\n\nPosted on February 2, 2023\n\n" + book, "book.txt", "Talks without end"},
		{string(row), "book.jsonl", "Talks"},
	} {
		list, problems := all(t, c.in, c.name)
		if len(problems) > 0 || len(list) < len(book)/Long {
			t.Fatalf("%s: %d parts, problems %v", c.name, len(list), problems)
		}
		var text strings.Builder
		for i, a := range list {
			if a.Part != i+1 || a.Offset != text.Len() || len(a.Text) > Long || a.Title != c.title || a.Published != list[0].Published {
				t.Errorf("%s: part %d: number %d offset %d (want %d) title %q published %v", c.name, i+1, a.Part, a.Offset, text.Len(), a.Title, a.Published)
			}
			if want := partID(list[0].ID, i+1); i > 0 && a.ID != want {
				t.Errorf("%s: id %q, want %q", c.name, a.ID, want)
			}
			text.WriteString(a.Text)
		}
		if strings.HasSuffix(c.name, ".jsonl") && text.String() != book {
			t.Errorf("%s: the parts are not the text", c.name)
		}
		n := 0
		for _, a := range list {
			n += strings.Count(a.Text, "Envoys of Norland met those of Sudland for round ")
		}
		if n != 20_000 {
			t.Errorf("%s: %d sentences of 20000", c.name, n)
		}
	}
}

// TestLongBytes holds that texts without lines, and of any encoding, end.
func TestLongBytes(t *testing.T) {
	utf16 := []byte("\xFF\xFE")
	for range 100_000 {
		utf16 = append(utf16, "G\x00o\x00.\x00\n\x00"...)
	}
	for name, c := range map[string]struct {
		in   string
		want int
	}{
		"one word": {strings.Repeat("x", 50*Long), 50 * Long}, "wide letters": {strings.Repeat("外", Long), 3 * Long},
		"UTF-16": {string(utf16), 400_000}, "Latin-1": {strings.Repeat("Le pr\xe9sident parle.\n", 20_000), 21 * 20_000},
	} {
		list, problems := all(t, c.in, "a.txt")
		n := 0
		for _, a := range list {
			n += len(a.Text)
		}
		if slack := 2 * len(list); len(problems) > 0 || n > c.want || n < c.want-slack {
			t.Errorf("%s: %d parts, %d bytes of %d, %v", name, len(list), n, c.want, problems)
		}
	}
}

// TestPart holds that what is marked moves with its text.
func TestPart(t *testing.T) {
	a := &entente.Article{ID: "a", Text: strings.Repeat("Talks go on. ", 2*Long/13)}
	a.Headline = entente.Span{End: 12}
	a.Aside = []entente.Span{{Start: 13, End: 25}, {Start: len(a.Text) - 13, End: len(a.Text) - 1}}
	a.Links = []entente.Link{{Span: entente.Span{Start: len(a.Text) - 7, End: len(a.Text) - 2}, URL: "u"}}
	var list []*entente.Article
	for p := range parts(a) {
		list = append(list, p)
	}
	first, last := list[0], list[len(list)-1]
	if len(list) < 2 || first.Headline != a.Headline || len(first.Aside) != 1 || len(first.Links) != 0 || !last.Headline.Empty() {
		t.Fatalf("%d parts, first %v %v, last %v", len(list), first.Headline, first.Aside, last.Headline)
	}
	if got := last.Aside[0].Of(last.Text); got != "Talks go on." {
		t.Errorf("aside %q", got)
	}
	if got := last.Links[0].Of(last.Text); got != "go on" {
		t.Errorf("link %q", got)
	}
}
