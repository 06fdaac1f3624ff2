// Package parse settles the dependency tree of each sentence: it holds the
// promise of one root and no cycle whatever drafted the heads, adds the
// morphology that needs the tree, and links the document.
package parse

import "entente"

// Stage fills Head, Rel and Score of every token and links the document.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "parse",
		Needs: entente.LayerSentences | entente.LayerTokens | entente.LayerTags,
		Gives: entente.LayerTrees,
		Run:   Run,
	}
}

// span bounds how far from a word its dependents are looked for, in tokens: the
// draft makes no longer arcs, and given sentences may be of any length.
const span = 400

// Run settles the trees of doc.
func Run(doc *entente.Document) {
	for _, s := range doc.Sentences {
		if !whole(doc, s) {
			flatten(doc, s)
		}
		names(doc, s)
		lift(doc, s)
		title(doc, s)
		semicolon(doc, s)
		hearer(doc, s)
		called(doc, s)
		gerunds(doc, s)
		if s.Kind == entente.Headline {
			headline(doc, s)
		}
		morphology(doc, s)
	}
	doc.Link()
}

// whole reports whether the heads of s are a tree with one root, in steps
// linear in the length of s for all but chains of single words.
func whole(doc *entente.Document, s entente.Sentence) bool {
	roots := 0
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		switch {
		case t.Head < 0 && t.Rel == entente.Root:
			roots++
		case t.Head < s.First || t.Head >= s.Last || t.Rel == entente.Root:
			return false
		}
	}
	if roots != 1 {
		return false
	}
	// Without a cycle every walk to the root ends.
	for i := s.First; i < s.Last; i++ {
		steps := 0
		for j := i; j >= 0; j = doc.Tokens[j].Head {
			if steps++; steps > s.Last-s.First {
				return false
			}
		}
	}
	return true
}

// flatten hangs all words of s on the first: what is left to do for words that
// no network has read.
func flatten(doc *entente.Document, s entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		t.Head, t.Rel, t.Score = s.First, entente.Dep, 0
		if i == s.First {
			t.Head, t.Rel = -1, entente.Root
		}
	}
}

// morphology adds what the tree shows: passives and imperatives.
func morphology(doc *entente.Document, s entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		switch t.Rel {
		case entente.NsubjPass, entente.AuxPass, entente.CsubjPass, entente.OblAgent:
			if h := t.Head; h >= 0 && doc.Tokens[h].XPOS == "VBN" {
				doc.Tokens[h].Morph |= entente.Passive
			}
		case entente.Root, entente.Parataxis, entente.Conj:
			if t.XPOS == "VB" && bare(doc, s, i) {
				t.Morph = t.Morph&^entente.Infinitive | entente.Imperative | entente.Finite
			}
		case entente.Acl:
			if t.XPOS == "VBN" {
				t.Morph |= entente.Passive
			}
		}
	}
}

// bare reports whether base form i has no subject, auxiliary or mark before it.
func bare(doc *entente.Document, s entente.Sentence, i int) bool {
	for k := i - 1; k >= max(s.First, i-span); k-- {
		if t := &doc.Tokens[k]; t.Head == i {
			switch t.Rel {
			case entente.Nsubj, entente.NsubjPass, entente.AuxRel, entente.Mark, entente.Cop:
				return false
			}
		}
	}
	return true
}
