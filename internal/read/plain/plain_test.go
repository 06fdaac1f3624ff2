package plain

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"entente"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each testdata/*.txt holds "-- in --" and "-- want --".
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := show(Read(string(ar.Files[0].Data)))
		if want := string(ar.Files[1].Data); got != want {
			if os.Getenv("UPDATE") != "" {
				ar.Files[1].Data = []byte(got)
				os.WriteFile(file, txtar.Format(ar), 0o644)
				continue
			}
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
}

func show(a *entente.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %q\npublished %s\n", a.Title, a.Published.Format(time.RFC3339))
	fmt.Fprintf(&b, "publisher %q category %q\nauthors %q\ntags %q\n", a.Publisher, a.Category, a.Authors, a.Tags)
	fmt.Fprintf(&b, "headline %q\n", a.Headline.Of(a.Text))
	for _, s := range a.Aside {
		fmt.Fprintf(&b, "aside %q\n", s.Of(a.Text))
	}
	for _, l := range a.Links {
		fmt.Fprintf(&b, "link %q %s\n", l.Of(a.Text), l.URL)
	}
	fmt.Fprintf(&b, "text\n%s\n", a.Text)
	return b.String()
}

func TestCueExamples(t *testing.T) {
	for _, c := range cues() {
		got, _, ok := match(c.example)
		if !ok || got.id != c.id {
			t.Errorf("%s: example %q read as %q", c.id, c.example, got.id)
		}
	}
	for _, prose := range []string{"By Monday the talks had failed.", "Published research shows a rise.", "Source countries agreed.", "Posted to Kabul in 2001, he learned Dari."} {
		if c, _, ok := match(prose); ok {
			t.Errorf("%q read as %s", prose, c.id)
		}
	}
}

func TestBoilerplateExamples(t *testing.T) {
	for _, p := range boilerplate() {
		if got := boilerplateOf(p.example); got != p.id {
			t.Errorf("%s: example %q read as %q", p.id, p.example, got)
		}
	}
	for _, prose := range []string{"Share prices fell after the talks.", "Subsidies will end, he said.", "Northern officials signed the pact."} {
		if id := boilerplateOf(prose); id != "" {
			t.Errorf("%q read as %s", prose, id)
		}
	}
}

func TestMarkBoilerplate(t *testing.T) {
	a := &entente.Article{Text: "They met.\n\nTalks resume in the north\n\nRead more: x\n\nThe end."}
	a.Links = []entente.Link{{Span: entente.Span{Start: 11, End: 36}, URL: "https://example.org"}}
	MarkBoilerplate(a)
	if len(a.Aside) != 2 || a.Aside[0].Of(a.Text) != "Talks resume in the north" || a.Aside[1].Of(a.Text) != "Read more: x" {
		t.Errorf("%v", a.Aside)
	}
}

func TestMarkAsides(t *testing.T) {
	a := &entente.Article{Text: "\n\nSaturday, August 24, 2019 \n\nIran tested a missile."}
	MarkAsides(a)
	if len(a.Aside) != 1 || a.Aside[0].Of(a.Text) != "Saturday, August 24, 2019" {
		t.Errorf("asides: %v", a.Aside)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("TITLE\n\nPosted on February 2, 2023\n\nSee [a [b] c](http://x) ![i](j) *em* [T]he end.")
	f.Add(strings.Repeat("[", 50) + strings.Repeat("](x)", 50))
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		a := Read(s)
		if !utf8.ValidString(a.Text) {
			t.Fatal("text is not UTF-8")
		}
		for _, l := range a.Links {
			if l.Start < 0 || l.End > len(a.Text) || l.Empty() {
				t.Fatalf("link %v outside %d", l.Span, len(a.Text))
			}
		}
		for _, x := range append(a.Aside, a.Headline) {
			if x.Start < 0 || x.End > len(a.Text) {
				t.Fatalf("span %v outside %d", x, len(a.Text))
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat("The [minister](http://example.org/a) met \"[the] envoy\" on Monday, officials said.\n\n", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Read(s)
	}
}
