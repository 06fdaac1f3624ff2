// Package page reads the article out of an HTML page: its prose by the density
// of text, and what its head, structured data and address say about it.
package page

import (
	"errors"
	"net/url"
	"strings"

	"entente"
	"entente/internal/read/feed"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostElements bounds the pages on which the search for the prose is run; a
// larger page, or one nested deeper than any browser would, gives its text as
// it stands.
const mostElements = 60000

// errNoArticle is the answer to a page without prose.
var errNoArticle = errors.New("no article text found")

// Read returns the article of an HTML page given as UTF-8. address is the
// page's URL, or "".
func Read(text, address string) (*entente.Article, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil || elements(root) > mostElements {
		return flat(text, address)
	}
	d := newDescription(root, address)
	a := d.article()
	a.Text, a.Links = prose(root, a.URL)
	if len(a.Text) < meagre {
		if again, err := html.Parse(strings.NewReader(text)); err == nil {
			a.Text, a.Links = densest(again, a.URL)
		}
	}
	if body := d.body(); len(a.Text) < len(body)/2 {
		a.Text, a.Links = body, nil
	}
	behindTitle(a)
	if strings.TrimSpace(a.Text) == "" {
		if strings.Contains(text, "<a ") { // an index, or a page that scripts fill
			return nil, errNoArticle
		}
		if a.Text = feed.Strip(text); a.Text == "" || a.Text == d.title {
			return nil, errNoArticle
		}
	}
	if a.Published.IsZero() {
		a.Published = dateline(a.Text)
	}
	return a, nil
}

// lead is how many paragraphs may stand before the title of an article.
const lead = 6

// behindTitle cuts what stands before the title, and the title itself, off
// the head of the text: section names and links to skip what came before.
func behindTitle(a *entente.Article) {
	pos := 0
	for i, p := range strings.SplitN(a.Text, "\n\n", lead+1) {
		if i == lead {
			return
		}
		pos += len(p) + 2
		section := i == 0 && strings.EqualFold(p, a.Category)
		if !section && letters(p) != letters(a.Title) || pos >= len(a.Text) {
			continue
		}
		a.Text = a.Text[pos:]
		kept := a.Links[:0]
		for _, l := range a.Links {
			if l.Start >= pos {
				l.Start, l.End = l.Start-pos, l.End-pos
				kept = append(kept, l)
			}
		}
		a.Links = kept
		return
	}
}

// flat reads a page that no tree is made of.
func flat(text, address string) (*entente.Article, error) {
	a := &entente.Article{URL: address, Text: feed.Strip(text)}
	if a.Text == "" {
		return nil, errNoArticle
	}
	return a, nil
}

func elements(root *html.Node) (n int) {
	for range root.Descendants() {
		n++
	}
	return n
}

// prose finds the element that holds the article and writes its paragraphs.
// It changes the tree.
func prose(root *html.Node, address string) (string, []entente.Link) {
	base := baseOf(address)
	drop(root)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(root, base)
	if err != nil || found.Node == nil {
		return "", nil
	}
	w := writer{base: base}
	w.walk(found.Node)
	return w.finish()
}

func baseOf(address string) *url.URL {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		return nil
	}
	return base
}

// meagre is the length in bytes of a text below which the page is searched
// once more.
const meagre = 250

// densest finds the prose where the first search did not: the element whose
// children and their children hold most text in paragraphs.
func densest(root *html.Node, address string) (string, []entente.Link) {
	drop(root)
	score := map[*html.Node]int{}
	var best *html.Node
	for n := range root.Descendants() {
		if n.DataAtom != atom.P && !strings.Contains(attr(n, "data-testid"), "paragraph") {
			continue
		}
		words := len(inner(n))
		if words < 40 {
			continue
		}
		for up, share := n.Parent, words; up != nil && share > words/3; up, share = up.Parent, share/2 {
			score[up] += share
			if best == nil || score[up] > score[best] {
				best = up
			}
		}
	}
	if best == nil {
		return "", nil
	}
	w := writer{base: baseOf(address)}
	w.walk(best)
	return w.finish()
}
