// Package parse gives each sentence its dependency tree.
package parse

import (
	"sync"

	"entente"
	"entente/internal/model"
)

// Stage fills Head, Rel and Score of every token and links the document.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "parse",
		Needs: entente.LayerSentences | entente.LayerTokens | entente.LayerTags,
		Gives: entente.LayerTrees,
		Run:   Run,
	}
}

type parser struct {
	weights *model.Linear
	rels    []entente.Rel // of class moves+k
}

var trained = sync.OnceValue(func() *parser {
	w, err := model.Load("parse.bin")
	if err != nil {
		return &parser{}
	}
	p := &parser{weights: w}
	for _, l := range w.Labels[Moves:] {
		p.rels = append(p.rels, entente.ParseRel(l))
	}
	return p
})

// Run parses the sentences of doc.
func Run(doc *entente.Document) {
	p := trained()
	var st State
	var scores []int32
	if p.weights != nil {
		scores = make([]int32, p.weights.Classes)
	}
	for _, s := range doc.Sentences {
		st.Start(doc, s)
		for !st.Done() && p.weights != nil {
			p.step(&st, scores)
		}
		st.finish(doc, s)
	}
	refine(doc)
	doc.Link()
}

// step makes the best legal move.
func (p *parser) step(st *State, scores []int32) {
	clear(scores)
	p.weights.Score(st.Features(), scores)
	best, second := -1, -1
	for m := range Moves {
		if !st.Legal(m) {
			continue
		}
		switch {
		case best < 0 || scores[m] > scores[best]:
			best, second = m, best
		case second < 0 || scores[m] > scores[second]:
			second = m
		}
	}
	margin := int32(1 << 20)
	if second >= 0 {
		margin = scores[best] - scores[second]
	}
	label := 0
	if best != Shift {
		for k := range p.rels {
			if scores[Moves+k] > scores[Moves+label] {
				label = k
			}
		}
	}
	st.Apply(best, p.rels[label], float32(margin)/(float32(margin)+200))
}

// refine adds the morphology that needs the tree.
func refine(doc *entente.Document) {
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		switch t.Rel {
		case entente.NsubjPass, entente.AuxPass, entente.CsubjPass:
			if t.Head >= 0 {
				doc.Tokens[t.Head].Morph |= entente.Passive
			}
		case entente.Root:
			if t.XPOS == "VB" && i == doc.Sentences[max(0, doc.SentenceAt(t.Start))].First {
				t.Morph = t.Morph&^entente.Infinitive | entente.Imperative | entente.Finite
			}
		}
	}
}
