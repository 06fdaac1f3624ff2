package tag

import (
	"entente"
	"entente/internal/model"
)

// fighters makes word i, which the network takes for a verb, the noun that it
// always is: "Boko Haram insurgents ambush a convoy".
func fighters(a *model.Analysis, i int) {
	if a.Tag[i].UPOS != entente.VERB {
		return
	}
	a.Tag[i] = model.Tag{UPOS: entente.NOUN, XPOS: "NNS"}
	for k := range i {
		if a.Head[k] == i && a.Rel[k] == entente.Nsubj {
			a.Rel[k] = entente.Compound
		}
	}
}

// claim makes noun i behind a name, before what is claimed, the verb whose
// subject the name is: "the Islamic State of Iraq and the Levant claim responsibility".
func claim(a *model.Analysis, i int) {
	r := i + 1
	if i == 0 || a.Tag[i].UPOS != entente.NOUN || a.Head[i] != r || a.Tag[i-1].UPOS != entente.PROPN && a.Tag[i-1].XPOS != "NNS" {
		return
	}
	top, last := i-1, i-1 // the last word of the name, and the head of all of it
	if a.Head[last] == r && a.Head[r] >= 0 && a.Head[r] < i {
		a.Head[last], a.Rel[last] = a.Head[r], a.Rel[r]
	}
	for a.Head[top] >= 0 && a.Head[top] < i && a.Tag[a.Head[top]].UPOS.Nominal() {
		top = a.Head[top]
	}
	if a.Head[top] == r || a.Head[top] == i {
		a.Head[i], a.Rel[i] = a.Head[r], a.Rel[r]
	} else {
		a.Head[i], a.Rel[i] = a.Head[top], a.Rel[top]
	}
	for k := range i {
		if k != last && (a.Head[k] == r || a.Head[k] == i) {
			a.Head[k] = last
		}
	}
	a.Head[top], a.Rel[top] = i, entente.Nsubj
	a.Head[r], a.Rel[r] = i, entente.Obj
	a.Tag[i] = model.Tag{UPOS: entente.VERB, XPOS: "VBP"}
}

// fire makes noun i behind those who shoot, before what they shoot with, the
// verb of the sentence: "police fire rubber bullets at protesters".
func fire(a *model.Analysis, i int) {
	r := i + 1 // the last word of what is shot
	for r+1 < len(a.Tag) && a.Tag[r+1].UPOS == entente.NOUN {
		r++
	}
	s := i - 1 // the head of those who shoot
	if s >= 0 && a.Tag[s].UPOS == entente.PUNCT {
		s--
	}
	if s < 0 || a.Tag[i].UPOS != entente.NOUN || !a.Tag[s].UPOS.Nominal() {
		return
	}
	for n := 0; n < i && a.Head[s] >= 0 && a.Head[s] < i && a.Tag[a.Head[s]].UPOS.Nominal(); n++ {
		s = a.Head[s]
	}
	root := -1
	for k := range r + 1 {
		if a.Head[k] < 0 {
			root = k
		}
	}
	switch {
	case root == s || root >= i:
	case root >= 0 && a.Tag[root].UPOS.Nominal() && a.Head[s] >= i:
		for k := range i { // "militants in Gaza fire rockets"
			if k != s && a.Head[k] >= i {
				a.Head[k] = s
			}
		}
		a.Head[s], a.Rel[s], s = root, entente.Nmod, root
	default:
		return
	}
	within := func(k int) bool { return k == s || k >= i && k <= r }
	for k := range a.Tag {
		switch h := a.Head[k]; {
		case within(k) || h < 0 || !within(h):
		case k < i && h >= i:
			a.Head[k] = s
			if a.Rel[k] == entente.Nsubj {
				a.Rel[k] = entente.Compound
			}
		case k > r && (a.Rel[k] == entente.Obj || a.Rel[k] == entente.Conj):
			a.Head[k], a.Rel[k] = r, entente.Conj
		case k > r:
			a.Head[k] = i
			if a.Rel[k] == entente.Nmod {
				a.Rel[k] = entente.Obl
			}
		}
	}
	for k := i + 1; k < r; k++ {
		a.Head[k], a.Rel[k] = r, entente.Compound
	}
	a.Head[s], a.Rel[s] = i, entente.Nsubj
	a.Head[r], a.Rel[r] = i, entente.Obj
	a.Head[i], a.Rel[i] = -1, entente.Root
	a.Tag[i] = model.Tag{UPOS: entente.VERB, XPOS: "VBP"}
	if a.Tag[i+1].UPOS != entente.NOUN {
		a.Tag[i+1] = model.Tag{UPOS: entente.NOUN, XPOS: "NN"} // "tear gas"
	}
}
