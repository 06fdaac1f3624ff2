package page

import (
	"slices"
	"strings"
	"time"

	"entente/internal/read/plain"
	"entente/internal/read/stamp"
)

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

// authors asks the structured data first, then the meta tags, then the words
// that the page marks as a byline.
func (d *description) authors() []string {
	lists := [][]string{d.datumList("author")}
	for _, k := range []string{"author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author", "cxenseparse:author"} {
		lists = append(lists, d.meta[k])
	}
	for _, l := range append(lists, d.bylines, d.classed[:min(1, len(d.classed))]) {
		if names := nameList(l); len(names) > 0 {
			return names
		}
	}
	return nil
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
