package page

import (
	"net/url"
	"slices"
	"strings"

	"entente"
	"entente/internal/read/feed"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// description is what a page says about its article.
type description struct {
	address   string
	meta      map[string][]string // by lower case name, property or itemprop
	data      []map[string]any    // the articles of its JSON-LD
	others    []map[string]any    // the other objects of its JSON-LD
	title     string              // of the <title> element
	heading   string              // the first h1
	language  string
	canonical string
	times     []string // datetime of time elements, the marked ones first
	bylines   []string // rel=author, itemprop=author
	classed   []string // short texts of class author or byline
}

func newDescription(root *html.Node, address string) *description {
	d := &description{address: address, meta: map[string][]string{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			d.element(n)
		}
	}
	return d
}

func (d *description) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		d.language = attr(n, "lang")
	case atom.Title:
		if d.title == "" {
			d.title = inner(n)
		}
	case atom.H1:
		if d.heading == "" {
			d.heading = inner(n)
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" {
			d.canonical = attr(n, "href")
		}
	case atom.Meta:
		content := clean(attr(n, "content"))
		for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
			if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" && content != "" {
				d.meta[k] = append(d.meta[k], content)
			}
		}
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			d.structured(n.FirstChild.Data)
		}
	case atom.Time:
		d.time(n)
	}
	if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" && n.DataAtom != atom.Meta {
		d.bylines = append(d.bylines, inner(n))
	}
	if class := strings.ToLower(attr(n, "class")); strings.Contains(class, "byline") || strings.Contains(class, "author") {
		if s := inner(n); len(s) > 4 && len(s) < 60 && strings.Contains(s, " ") {
			d.classed = append(d.classed, s)
		}
	}
}

// time keeps the datetime of a time element; those marked as the day of
// publishing go first.
func (d *description) time(n *html.Node) {
	v := attr(n, "datetime")
	if v == "" {
		v = inner(n)
	}
	marks := attr(n, "itemprop") + " " + attr(n, "class")
	if strings.Contains(strings.ToLower(marks), "publi") || hasAttr(n, "pubdate") {
		d.times = slices.Insert(d.times, 0, v)
		return
	}
	d.times = append(d.times, v)
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// inner is the text of an element on one line, of at most 500 bytes.
func inner(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && b.Len() < 500 {
			b.WriteString(c.Data + " ")
		}
	}
	return clean(b.String())
}

func clean(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }

// first is the first of the meta tags that is there.
func (d *description) first(keys ...string) string {
	for _, k := range keys {
		if l := d.meta[k]; len(l) > 0 {
			return l[0]
		}
	}
	return ""
}

func (d *description) article() *entente.Article {
	a := &entente.Article{URL: d.url(), Publisher: d.publisher(), Authors: d.authors(), Tags: d.tags(), Published: d.published()}
	a.Title = d.headline(a.Publisher)
	a.Category = d.datum("articleSection")
	if a.Category == "" {
		a.Category = d.first("article:section", "section", "parsely-section")
	}
	a.Language = d.language
	if a.Language == "" {
		a.Language = d.datum("inLanguage")
	}
	if a.Language == "" {
		a.Language = d.first("og:locale", "content-language", "language")
	}
	return a
}

// body is the text of the article that the structured data gives, "" for none.
func (d *description) body() string {
	for _, o := range d.data {
		if s, ok := o["articleBody"].(string); ok {
			return feed.Strip(s)
		}
	}
	return ""
}

func (d *description) url() string {
	for _, s := range []string{d.address, d.canonical, d.first("og:url"), d.datum("url")} {
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
	}
	return ""
}

func (d *description) publisher() string {
	for _, s := range []string{d.first("og:site_name"), d.datum("publisher"), d.first("application-name", "dc.publisher", "publisher", "cre")} {
		if s != "" && !strings.HasPrefix(s, "http") {
			return strings.TrimSuffix(s, ".com")
		}
	}
	u, err := url.Parse(d.url())
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// headline prefers the title that was written for the article over the one
// that was written for search engines.
func (d *description) headline(publisher string) string {
	if og := d.first("og:title"); d.heading != "" && alike(d.heading, d.datum("headline")+" "+og) {
		return d.heading
	}
	for _, s := range []string{d.datum("headline"), d.first("og:title", "twitter:title", "dc.title", "parsely-title"), d.heading, d.title} {
		if s = withoutSite(s, publisher); s != "" {
			return s
		}
	}
	return ""
}

// alike reports whether at least half of the words of a heading, and four,
// stand in the titles: then it is the article's and not the site's.
func alike(heading, titles string) bool {
	words := strings.Fields(strings.ToLower(heading))
	titles = strings.ToLower(titles)
	n := 0
	for _, w := range words {
		if strings.Contains(titles, w) {
			n++
		}
	}
	return n >= 4 && 2*n >= len(words)
}

// withoutSite cuts " | Publisher" off a title.
func withoutSite(s, publisher string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(s, sep)
		if i <= 0 {
			continue
		}
		tail := letters(s[i+len(sep):])
		if site := letters(publisher); site != "" && tail != "" && (strings.Contains(tail, site) || strings.Contains(site, tail)) || sep == " | " && len(tail) < 25 {
			return s[:i]
		}
	}
	return s
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '-' || r == '\'' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

func (d *description) tags() []string {
	list := d.datumList("keywords")
	if len(list) == 0 {
		list = d.meta["article:tag"]
	}
	for _, k := range []string{"news_keywords", "keywords", "parsely-tags", "sailthru.tags"} {
		if len(list) == 0 {
			list = d.meta[k]
		}
	}
	var out []string
	for _, s := range list {
		for _, t := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' }) {
			if t = strings.TrimSpace(t); t != "" && !slices.Contains(out, t) && len(out) < 50 {
				out = append(out, t)
			}
		}
	}
	return out
}
