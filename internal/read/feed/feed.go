// Package feed reads the items of an RSS, Atom or RDF feed.
package feed

import (
	"iter"
	"strings"
	"unicode"

	"entente"
	"entente/internal/read/stamp"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// Read yields one article for each item of a feed given as UTF-8: the title
// in headline grammar, a blank line, then the summary or full content.
func Read(text, name string) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		f, err := gofeed.NewParser().ParseString(text)
		if err != nil {
			yield(nil, &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: "not a feed: " + err.Error(), Hint: "expected RSS or Atom"})
			return
		}
		for i, it := range f.Items {
			a := article(f, it)
			if a.Text == "" {
				if !yield(nil, &entente.Problem{Name: name, Line: i + 1, Reason: entente.SkipEmpty, Detail: "the item has neither title nor summary"}) {
					return
				}
				continue
			}
			if !yield(a, nil) {
				return
			}
		}
	}
}

func article(f *gofeed.Feed, it *gofeed.Item) *entente.Article {
	a := &entente.Article{ID: it.GUID, URL: it.Link, Publisher: Strip(f.Title), Title: Strip(it.Title), Tags: it.Categories, Language: f.Language}
	for _, p := range it.Authors {
		if p.Name != "" {
			a.Authors = append(a.Authors, p.Name)
		}
	}
	if a.ID == "" {
		a.ID = it.Link
	}
	for _, s := range []string{it.Published, it.Updated} {
		if t, ok := stamp.Parse(s); ok {
			a.Published = t
			break
		}
	}
	if a.Published.IsZero() && it.PublishedParsed != nil {
		a.Published = it.PublishedParsed.UTC()
	}
	body := Strip(it.Description)
	if full := Strip(it.Content); len(full) > len(body) {
		body = full
	}
	a.Text, a.Headline = a.Title, entente.Span{End: len(a.Title)}
	if body != "" && body != a.Title {
		a.Text = strings.TrimLeft(a.Title+"\n\n"+body, "\n")
	}
	return a
}

// breaks are the elements that part paragraphs.
var breaks = map[string]bool{"p": true, "div": true, "br": true, "li": true, "h1": true, "h2": true, "h3": true, "h4": true, "blockquote": true, "tr": true}

// Strip returns the text of an HTML fragment, paragraphs parted by a blank
// line. Plain text comes back with its blanks tidied. It is linear: tags are
// read as they come and never nested.
func Strip(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return paragraphs(b.String())
		case html.TextToken:
			if skip == "" {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, _ := z.TagName()
			if t := string(tag); t == "script" || t == "style" {
				skip = t
			} else if breaks[t] {
				b.WriteString("\x00")
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			if t := string(tag); t == skip {
				skip = ""
			} else if breaks[t] {
				b.WriteString("\x00")
			}
		}
	}
}

func paragraphs(s string) string {
	s = html.UnescapeString(s)
	var out []string
	for p := range strings.SplitSeq(strings.ReplaceAll(s, "\n\n", "\x00"), "\x00") {
		if p = strings.Join(strings.FieldsFunc(p, blank), " "); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

func blank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
