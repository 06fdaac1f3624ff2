package parse

import "entente"

// names joins the words of a name that the draft gave to one head side by side
// ("Kim" and "Yo" both subjects of "said"): the later ones hang flat on the
// first, as the words of a name do.
func names(doc *entente.Document, s entente.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		a, b := &doc.Tokens[i-1], &doc.Tokens[i]
		if a.UPOS != entente.PROPN || b.UPOS != entente.PROPN || b.Start-a.End > 1 {
			continue
		}
		first := i - 1
		if a.Rel == entente.Flat && a.Head >= s.First && a.Head < i {
			first = a.Head
		}
		f := &doc.Tokens[first]
		if f.Head < 0 || b.Head != f.Head || b.Rel != f.Rel || !argument(b.Rel) {
			continue
		}
		b.Head, b.Rel = first, entente.Flat
		for k := max(s.First, i-span); k < min(s.Last, i+span); k++ {
			if doc.Tokens[k].Head == i {
				doc.Tokens[k].Head = first
			}
		}
	}
}

// lift moves the dependents of a later word of a name to its first.
func lift(doc *entente.Document, s entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		for range 4 {
			if t.Head < 0 || doc.Tokens[t.Head].Rel != entente.Flat || t.Rel == entente.Punct {
				break
			}
			t.Head = doc.Tokens[t.Head].Head
		}
	}
}

// argument reports whether a head has at most one dependent of relation r in
// one place.
func argument(r entente.Rel) bool {
	switch r {
	case entente.Nsubj, entente.NsubjPass, entente.Obj, entente.Iobj, entente.Obl, entente.OblAgent, entente.Nmod, entente.NmodPoss, entente.Appos, entente.Conj:
		return true
	}
	return false
}
