package page

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"entente"
	"entente/internal/read/feed"
	"entente/internal/read/plain"
	"entente/internal/read/stamp"

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
	bylines   []string // rel=author, itemprop=author, class byline
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

// structured keeps the objects of one JSON-LD script.
func (d *description) structured(s string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) != nil {
		// Line breaks within strings are a common fault.
		if json.Unmarshal([]byte(strings.Join(strings.Fields(s), " ")), &v) != nil {
			return
		}
	}
	d.objects(v, 0)
}

// deepest bounds how far lists and graphs of JSON-LD are followed.
const deepest = 6

func (d *description) objects(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			d.objects(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			d.data = append(d.data, v)
		} else {
			d.others = append(d.others, v)
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if x, ok := v[k]; ok {
				d.objects(x, depth+1)
			}
		}
	}
}

func isArticle(typ any) bool {
	for _, t := range strs(typ) {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
			return true
		}
	}
	return false
}

// strs reads a string, a named object or a list of them.
func strs(v any) []string {
	switch v := v.(type) {
	case string:
		if s := clean(v); s != "" {
			return []string{s}
		}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, strs(x)...)
		}
		return out
	case map[string]any:
		return strs(v["name"])
	}
	return nil
}

// datum is the first value of a field of the structured data.
func (d *description) datum(field string) string {
	for _, o := range d.data {
		if l := strs(o[field]); len(l) > 0 {
			return l[0]
		}
	}
	return ""
}

func (d *description) datumList(field string) []string {
	for _, o := range d.data {
		if l := strs(o[field]); len(l) > 0 {
			return l
		}
	}
	return nil
}

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

// dateKeys are the meta tags that give the day of publishing, best first.
var dateKeys = []string{
	"article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "published-date", "publication_date",
	"pubdate", "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued", "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "og:pubdate", "displaydate", "date_published", "last-modified",
}

func (d *description) published() time.Time {
	if t, ok := stamp.Parse(d.datum("datePublished")); ok {
		return t
	}
	for _, k := range dateKeys {
		for _, v := range d.meta[k] {
			if t, ok := stamp.Parse(v); ok {
				return t
			}
		}
	}
	for _, o := range d.others { // a WebPage that stands for its article
		for _, v := range strs(o["datePublished"]) {
			if t, ok := stamp.Parse(v); ok {
				return t
			}
		}
	}
	if t, ok := stamp.Parse(d.datum("dateCreated")); ok {
		return t
	}
	for _, v := range d.times {
		if t, ok := stamp.Parse(v); ok {
			return t
		}
	}
	t, _ := stamp.FromURL(d.url())
	return t
}

// dateline finds a line near the beginning of the text that is a date.
func dateline(text string) time.Time {
	for i, line := range strings.SplitN(text, "\n\n", 8) {
		if i == 7 {
			break
		}
		if t, ok := stamp.Parse(line); ok {
			return t
		}
	}
	return time.Time{}
}

func (d *description) authors() []string {
	list := d.datumList("author")
	for _, k := range []string{"author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author", "cxenseparse:author"} {
		if len(list) == 0 {
			list = d.meta[k]
		}
	}
	if len(list) == 0 {
		list = d.bylines
	}
	return nameList(list)
}

// nameList parts bylines into names; addresses and slugs are none.
func nameList(list []string) []string {
	var out []string
	for _, s := range list {
		slug := strings.Contains(s, "-") && !strings.Contains(s, " ") && s == strings.ToLower(s)
		if strings.HasPrefix(s, "http") || len(s) > 200 || slug {
			continue
		}
		for _, name := range plain.Names(s) {
			if !slices.Contains(out, name) && len(out) < 20 {
				out = append(out, name)
			}
		}
	}
	return out
}
