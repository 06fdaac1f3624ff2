package parse

import "entente"

// title rights a sentence whose root the draft found in the name of its subject
// ("Human Rights Watch called"): the last word of a name in capitals, with the
// real verb hung on it as a participle right behind.
func title(doc *entente.Document, s entente.Sentence) {
	root := -1
	for i := s.First; i < s.Last; i++ {
		if doc.Tokens[i].Head < 0 {
			root = i
		}
	}
	verb := root + 1
	if root <= s.First || verb >= s.Last || doc.Tokens[root].UPOS != entente.VERB || !capital(doc.Form(root)) || !capital(doc.Form(root-1)) || doc.Tokens[root-1].Head != root {
		return
	}
	if v := &doc.Tokens[verb]; v.Head != root || v.Rel != entente.Acl || v.XPOS != "VBD" && v.XPOS != "VBN" {
		return
	}
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		switch {
		case t.Head != root:
		case i > verb || t.Rel == entente.Punct:
			t.Head = verb
		case t.Rel == entente.Nsubj || t.Rel == entente.Obj:
			t.Rel = entente.Compound
		}
	}
	doc.Tokens[verb].Head, doc.Tokens[verb].Rel, doc.Tokens[verb].XPOS = -1, entente.Root, "VBD"
	doc.Tokens[verb].Morph = doc.Tokens[verb].Morph&^entente.Passive | entente.Finite
	doc.Tokens[root].Head, doc.Tokens[root].Rel = verb, entente.Nsubj
	doc.Tokens[root].UPOS, doc.Tokens[root].XPOS = entente.PROPN, "NNP"
}

func capital(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }
