package parse

import "entente"

// headline reads the grammar of headlines, where an infinitive tells the
// future ("Leaders to meet in Rome"): a noun at the root with an infinitive
// behind it is the subject of that infinitive.
func headline(doc *entente.Document, s entente.Sentence) {
	root := -1
	for i := s.First; i < s.Last; i++ {
		if doc.Tokens[i].Head < 0 {
			root = i
		}
	}
	if root < 0 || !doc.Tokens[root].UPOS.Nominal() {
		return
	}
	verb := infinitive(doc, s, root)
	if verb < 0 {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if t := &doc.Tokens[i]; t.Head == root && (i > verb || t.Rel == entente.Punct || t.Rel == entente.Parataxis) {
			t.Head = verb
		}
	}
	doc.Tokens[verb].Head, doc.Tokens[verb].Rel = -1, entente.Root
	doc.Tokens[root].Head, doc.Tokens[root].Rel = verb, entente.Nsubj
}

// infinitive is the first infinitive with its mark that hangs on noun root and
// stands behind it, -1 when there is none or the noun has a finite clause.
func infinitive(doc *entente.Document, s entente.Sentence, root int) int {
	marked := -1
	for i := root + 1; i < s.Last; i++ {
		t := &doc.Tokens[i]
		switch {
		case t.XPOS == "TO" && t.Rel == entente.Mark:
			marked = t.Head
		case i == marked && t.XPOS == "VB" && t.Head == root && (t.Rel == entente.Acl || t.Rel == entente.Advcl || t.Rel == entente.Xcomp):
			return i
		case t.Head == root && (t.Rel == entente.AclRelcl || t.Rel == entente.Cop):
			return -1
		}
	}
	return -1
}
