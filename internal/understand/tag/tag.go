// Package tag gives each token its part of speech, morphology and lemma.
package tag

import (
	"strings"
	"sync"

	"entente"
	"entente/internal/model"
)

// Stage fills UPOS, XPOS, Morph and Lemma of every token.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "tag",
		Needs: entente.LayerSentences | entente.LayerTokens,
		Gives: entente.LayerTags,
		Run:   Run,
	}
}

// class is a pair of tags that the model chooses among.
type class struct {
	upos entente.UPOS
	xpos string
}

type tagger struct {
	weights *model.Linear
	classes []class
}

var trained = sync.OnceValue(func() *tagger {
	w, err := model.Load("tag.bin")
	if err != nil {
		return &tagger{}
	}
	return newTagger(w)
})

func newTagger(w *model.Linear) *tagger {
	t := &tagger{weights: w}
	for _, l := range w.Labels {
		u, x, _ := strings.Cut(l, "/")
		t.classes = append(t.classes, class{entente.ParseUPOS(u), x})
	}
	return t
}

// Run tags the sentences of doc.
func Run(doc *entente.Document) { trained().run(doc) }

// With tags doc with weights w instead of the embedded ones.
func With(w *model.Linear, doc *entente.Document) { newTagger(w).run(doc) }

func (t *tagger) run(doc *entente.Document) {
	var f Features
	scores := make([]int32, len(t.classes))
	for _, s := range doc.Sentences {
		f.Start(doc, s)
		for i := range s.Last - s.First {
			clear(scores)
			best := 0
			if t.weights != nil {
				t.weights.Score(f.At(i), scores)
				for c, v := range scores {
					if v > scores[best] {
						best = c
					}
				}
				tok := &doc.Tokens[s.First+i]
				tok.UPOS, tok.XPOS = t.classes[best].upos, t.classes[best].xpos
			}
			f.Tagged(i, best)
		}
		finish(doc, s)
	}
}

// finish adds what follows from the tags.
func finish(doc *entente.Document, s entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		form := doc.Form(i)
		t.Morph = morph(form, t.UPOS, t.XPOS)
		t.Lemma = Lemma(form, t.UPOS, t.XPOS)
	}
}
