// Package tag gives each token its part of speech, morphology and lemma. The
// network of internal/model reads a sentence once and gives tags and heads
// together, so this room also drafts the tree; the room parse settles it.
package tag

import (
	"strings"

	"entente"
	"entente/internal/model"
)

// Stage fills UPOS, XPOS, Morph and Lemma of every token, and drafts Head, Rel
// and Score.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "tag",
		Needs: entente.LayerSentences | entente.LayerTokens,
		Gives: entente.LayerTags,
		Run:   Run,
	}
}

// longest is the most tokens that are read at once: the network takes time and
// room by the square of them. Sentences of the room token are shorter; given
// ones may not be.
const longest = 400

// Run tags the sentences of doc. Without weights tokens stay untagged.
func Run(doc *entente.Document) {
	net := model.English()
	if net == nil {
		return
	}
	reader := net.Lend()
	defer net.Return(reader)
	known := words().lend()
	defer words().idle.Put(known)
	t := tagger{reader, known}
	for _, s := range doc.Sentences {
		body := dateline(doc, s)
		root := t.pieces(doc, body, s.Last)
		if body == s.First {
			continue
		}
		if lead := t.pieces(doc, s.First, body); root >= 0 {
			doc.Tokens[lead].Head, doc.Tokens[lead].Rel = root, entente.Parataxis
		}
	}
}

type tagger struct {
	reader *model.Reader
	known  *memory
}

// pieces reads the tokens [first, last) as one sentence, in pieces when they
// are too many, and returns the root, -1 when there are none.
func (g *tagger) pieces(doc *entente.Document, first, last int) int {
	root := -1
	for from := first; from < last; from += longest {
		r := g.read(doc, entente.Sentence{First: from, Last: min(from+longest, last)})
		if root < 0 {
			root = r
			continue
		}
		doc.Tokens[r].Head, doc.Tokens[r].Rel, doc.Tokens[r].Score = root, entente.Parataxis, 0
	}
	return root
}

// read tags one stretch of words and drafts its tree; it returns the root.
func (g *tagger) read(doc *entente.Document, s entente.Sentence) int {
	a := g.reader.Read(doc, s)
	amend(doc, s.First, a)
	root := s.First
	for i := range a.Tag {
		t := &doc.Tokens[s.First+i]
		t.Rel, t.Score, t.Head = a.Rel[i], a.Sure[i], -1
		if h := a.Head[i]; h >= 0 {
			t.Head = s.First + h
		} else {
			root = s.First + i
		}
		e := g.known.of(doc.Form(s.First+i), a.Tag[i], i == 0)
		t.UPOS, t.XPOS, t.Lemma, t.Morph = e.tag.UPOS, e.tag.XPOS, e.lemma, e.morph
	}
	return root
}

// men reports whether a form can only be a noun for several people, which the
// network takes for a verb or name where its texts lack it: "by gunmen".
func (lx *lexicon) men(form string, first bool) bool {
	lower := form
	if first {
		lower = strings.ToLower(form)
	}
	for _, end := range lx.endings["people"] {
		if strings.HasSuffix(lower, end) && lx.irregular["n"][lower] != "" {
			return true
		}
	}
	return false
}

// remembered is how many words are kept with their lemmas from one article to
// the next: news repeats most of its words. What is kept changes no answer.
const remembered = 1 << 15

// memory is what was said of forms: a few answers each, one for every tag and
// place in which it was met.
type memory struct {
	forms map[string]*entry
	count int
}

// entry is what is said of a form.
type entry struct {
	given model.Tag // by the network
	first bool      // opens its sentence
	tag   model.Tag
	lemma string
	morph entente.Morph
	next  *entry // of the same form
}

// lend gives the words that an earlier run kept, if any are idle.
func (lx *lexicon) lend() *memory {
	if known, ok := lx.idle.Get().(*memory); ok {
		return known
	}
	return &memory{forms: map[string]*entry{}}
}

// of is what is said of a form that the network gave the tag.
func (m *memory) of(form string, tag model.Tag, first bool) *entry {
	for e := m.forms[form]; e != nil; e = e.next {
		if e.given == tag && e.first == first {
			return e
		}
	}
	if m.count >= remembered {
		clear(m.forms)
		m.count = 0
	}
	form = strings.Clone(form) // not to hold on to the text
	e := &entry{given: tag, first: first, tag: tag, next: m.forms[form]}
	if tag.UPOS != entente.NOUN && words().men(form, first) {
		e.tag = model.Tag{UPOS: entente.NOUN, XPOS: "NNS"}
	}
	e.lemma, e.morph = Lemma(form, e.tag.UPOS, e.tag.XPOS), morph(form, e.tag.UPOS, e.tag.XPOS)
	m.forms[form] = e
	m.count++
	return e
}
