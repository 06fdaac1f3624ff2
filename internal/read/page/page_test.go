package page

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

// Each testdata/*.txtar holds a page and what is read out of it.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Read(string(ar.Files[0].Data), strings.TrimSpace(string(ar.Comment)))
		got := ""
		if err != nil {
			got = err.Error() + "\n"
		} else {
			got = show(a)
		}
		if got != string(ar.Files[1].Data) {
			if os.Getenv("UPDATE") != "" {
				ar.Files[1].Data = []byte(got)
				os.WriteFile(file, txtar.Format(ar), 0o644)
				continue
			}
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, ar.Files[1].Data)
		}
	}
}

func show(a *entente.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "url %s\npublisher %s\ntitle %s\npublished %s\nauthors %q\ntags %q\ncategory %s\nlanguage %s\n", a.URL, a.Publisher, a.Title, a.Published.Format(time.RFC3339), a.Authors, a.Tags, a.Category, a.Language)
	for _, l := range a.Links {
		fmt.Fprintf(&b, "link %q %s\n", l.Of(a.Text), l.URL)
	}
	fmt.Fprintf(&b, "text\n%s\n", a.Text)
	return b.String()
}

func TestDeepAndWide(t *testing.T) {
	for name, page := range map[string]string{
		"deep":   "<html><body>" + strings.Repeat("<div>", 100000) + "Talks resumed." + strings.Repeat("</div>", 100000),
		"bold":   "<p>" + strings.Repeat("<b>", 100000) + "Talks resumed.",
		"wide":   "<html><body>" + strings.Repeat("<p>Talks resumed on Tuesday in the border town.</p>", 70000),
		"tables": strings.Repeat("<table><tr><td>", 3000) + "Talks resumed.",
		"attrs":  "<html><p " + strings.Repeat("a=b ", 100000) + ">Talks resumed.",
		"cut":    "<html><body><article><p>Talks resumed on Tuesday in the border town, officials of both sides said.<p>They will go on <a hr",
	} {
		start := time.Now()
		a, err := Read(page, "")
		if err != nil || !strings.Contains(a.Text, "Talks resumed") {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %s", name, d)
		}
	}
}

func TestHostile(t *testing.T) {
	a, err := Read(`<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><script>alert(2)</script></head><body><article><h1>&lt;img src=x onerror=alert(3)&gt;</h1><p>The ministers <script>alert(4)</script>met on Tuesday in the border town, officials of both sides said.</p><p><a href="javascript:alert(5)">They will meet</a> again <!-- alert(6) -->next week in the capital, they said.</p></article>`, "")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(a.Text, "alert") || len(a.Links) > 0 {
		t.Errorf("text %q links %v", a.Text, a.Links)
	}
	if a.Title == "" {
		t.Error("the title is text and stays")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<html><head><meta property="og:title" content="T"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A"}]}</script></head><body><p>Text <a href="/x">link</a></p><br><br>more`, "https://example.org/a")
	f.Add("<p>a<table><tr><p>b", "")
	f.Fuzz(func(t *testing.T, page, address string) {
		page = strings.ToValidUTF8(page, "")
		a, err := Read(page, address)
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" {
			t.Fatalf("text %q", a.Text)
		}
		for _, l := range a.Links {
			if l.Start < 0 || l.End > len(a.Text) || l.Empty() {
				t.Fatalf("link %v outside %d", l.Span, len(a.Text))
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	page := "<html><head><title>Talks</title></head><body><nav>" + strings.Repeat("<a href=/x>Menu</a>", 100) + "</nav><article><h1>Talks</h1>" +
		strings.Repeat("<p>The ministers met on Tuesday in the border town, officials of <a href=/b>both sides</a> said, and agreed to go on.</p>", 40) + "</article></body></html>"
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read(page, "https://example.org/a"); err != nil {
			b.Fatal(err)
		}
	}
}
