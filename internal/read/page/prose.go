package page

import (
	"net/url"
	"strings"
	"unicode"

	"entente"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped are elements that hold no prose of the article.
var dropped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true, atom.Form: true,
	atom.Button: true, atom.Select: true, atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Figcaption: true, atom.Figure: true, atom.Video: true, atom.Audio: true, atom.Picture: true,
}

// early are those that are taken away before the search; figures and asides
// are left to it, since some pages keep their whole article in one.
var early = map[atom.Atom]bool{atom.Style: true, atom.Template: true, atom.Iframe: true, atom.Svg: true, atom.Button: true, atom.Select: true, atom.Nav: true, atom.Figcaption: true, atom.Script: true}

func drop(root *html.Node) {
	var gone []*html.Node
	for n := range root.Descendants() {
		if early[n.DataAtom] || n.Type == html.CommentNode || consent(n) || foreign(n) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// consents name the windows that ask for consent, in ids and classes.
var consents = []string{"onetrust", "cookie", "gdpr", "consent", "truste", "didomi"}

// embedded are marks of what a page holds besides its own prose.
var embedded = []string{"twitter-tweet", "instagram-media", "caption", "fb-post"}

// foreign reports whether an element is a post of somebody else or a caption.
func foreign(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	if class == "" {
		return false
	}
	for _, e := range embedded {
		if strings.Contains(class, e) && size(n, 8) < 8 {
			return true
		}
	}
	return false
}

// consent reports whether an element is a window that lies over the page.
func consent(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.Section || n.Parent == nil {
		return false
	}
	if role := attr(n, "role"); role == "dialog" || role == "alertdialog" || attr(n, "aria-modal") == "true" {
		return true
	}
	mark := strings.ToLower(attr(n, "id") + " " + attr(n, "class"))
	for _, c := range consents {
		if strings.Contains(mark, c) && size(n, 20) < 20 {
			return true
		}
	}
	return false
}

// size counts the paragraphs below an element, up to most: a page that marks
// its whole body so is no window.
func size(n *html.Node, most int) (count int) {
	for c := range n.Descendants() {
		if c.DataAtom == atom.P {
			if count++; count >= most {
				break
			}
		}
	}
	return count
}

// blocks are elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Blockquote: true, atom.Pre: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Header: true, atom.Main: true, atom.Hr: true, atom.Figure: true, atom.Br: true,
}

// writer collects paragraphs and the links within them.
type writer struct {
	base  *url.URL
	text  strings.Builder
	links []entente.Link
	gap   bool // a blank is owed before the next word
	par   bool // a paragraph ended
	br    bool // a line ended, which ends a paragraph when another follows
}

func (w *writer) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.write(n.Data)
		return
	case n.Type == html.ElementNode && dropped[n.DataAtom]:
		w.gap = true
		return
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		w.par, w.br = w.par || w.br, true
		w.gap = true
		return
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom]
	if block {
		w.par = true
	}
	start := w.text.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if n.DataAtom == atom.A {
		w.link(start, n)
	}
	if block {
		w.par = true
	}
}

// write adds words, with single blanks between them.
func (w *writer) write(s string) {
	for _, r := range s {
		switch {
		case r == '\u200B' || r == '\uFEFF' || r == '\u00AD':
		case unicode.IsSpace(r):
			w.gap = true
		case unicode.IsControl(r):
		default:
			switch {
			case w.text.Len() == 0:
			case w.par:
				w.text.WriteString("\n\n")
			case w.gap:
				w.text.WriteByte(' ')
			}
			w.par, w.gap, w.br = false, false, false
			w.text.WriteRune(r)
		}
	}
}

func (w *writer) link(start int, n *html.Node) {
	href := strings.TrimSpace(attr(n, "href"))
	if href == "" || href[0] == '#' || w.text.Len() <= start {
		return
	}
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	if w.base != nil {
		u = w.base.ResolveReference(u)
	}
	s := w.text.String()[start:]
	lead := len(s) - len(strings.TrimLeft(s, " \n"))
	w.links = append(w.links, entente.Link{Span: entente.Span{Start: start + lead, End: w.text.Len()}, URL: u.String()})
}

func (w *writer) finish() (string, []entente.Link) { return w.text.String(), w.links }

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
