// Package tag gives each token its part of speech, morphology and lemma. The
// network of internal/model reads a sentence once and gives tags and heads
// together, so this room also drafts the tree; the room parse settles it.
package tag

import (
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

// Run tags the sentences of doc. Without weights tokens stay untagged.
func Run(doc *entente.Document) {
	net := model.English()
	if net == nil {
		return
	}
	r := model.NewReader(net)
	known := map[word]entry{}
	for _, s := range doc.Sentences {
		body := dateline(doc, s)
		root := -1
		if body < s.Last {
			root = read(doc, r, entente.Sentence{First: body, Last: s.Last, Kind: s.Kind}, known)
		}
		if body > s.First {
			lead := read(doc, r, entente.Sentence{First: s.First, Last: body}, known)
			if lead >= 0 && root >= 0 {
				doc.Tokens[lead].Head, doc.Tokens[lead].Rel = root, entente.Parataxis
			}
		}
	}
}

// read tags one stretch of words and drafts its tree; it returns the root.
func read(doc *entente.Document, r *model.Reader, s entente.Sentence, known map[word]entry) int {
	a := r.Read(doc, s)
	root := -1
	for i := range a.Tag {
		t := &doc.Tokens[s.First+i]
		t.Rel, t.Score, t.Head = a.Rel[i], a.Sure[i], -1
		if h := a.Head[i]; h >= 0 {
			t.Head = s.First + h
		} else {
			root = s.First + i
		}
		w := word{doc.Form(s.First + i), a.Tag[i]}
		e, ok := known[w]
		if !ok {
			e = entry{Lemma(w.form, w.tag.UPOS, w.tag.XPOS), morph(w.form, w.tag.UPOS, w.tag.XPOS)}
			known[w] = e
		}
		t.UPOS, t.XPOS, t.Lemma, t.Morph = w.tag.UPOS, w.tag.XPOS, e.lemma, e.morph
	}
	return root
}

// word is a form with its tag; an article repeats most of its words.
type word struct {
	form string
	tag  model.Tag
}

type entry struct {
	lemma string
	morph entente.Morph
}
