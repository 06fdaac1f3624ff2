package tag

import (
	"strings"

	"entente"
	"entente/internal/model"
)

// amend corrects what the network takes wrong of the words of data/en/closed.txt
// in the stretch of words that begins at token first.
func amend(doc *entente.Document, first int, a *model.Analysis) {
	closed := words().closed
	for i := range a.Tag {
		switch closed[doc.Lower(first+i)] {
		case "preposition":
			preposition(a, i)
		case "case":
			if a.Rel[i] == entente.Case {
				a.Tag[i] = adposition
			}
		case "captive":
			captive(a, i)
		case "harm":
			harm(a, i)
		case "fighters":
			fighters(a, i)
		case "claim":
			if i+1 < len(a.Tag) && closed[doc.Lower(first+i+1)] == "claimed" {
				claim(a, i)
			}
		case "fire":
			if i+1 < len(a.Tag) && closed[doc.Lower(first+i+1)] == "fired" {
				fire(a, i)
			}
		case "visitor":
			if i > 0 && i+1 < len(a.Tag) && closed[doc.Lower(first+i-1)] == "before-visitor" && ofNation(doc.Form(first+i+1), a, i+1) {
				visitor(a, i)
			}
		}
		if i > 0 && i+1 < len(a.Tag) && endsName(doc.Form(first+i-1), doc.Form(first+i), doc.Form(first+i+1)) {
			nameEnd(a, i)
		}
	}
}

// endsName reports whether of three words the first two are written as names are
// and the third is not.
func endsName(before, form, after string) bool {
	upper := func(s string) bool { return len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' }
	return upper(before) && upper(form) && after[0] >= 'a' && after[0] <= 'z'
}

// nameEnd makes verb i, the last word of a name ("Human Rights Watch condemned"),
// the subject of the verb behind it, which the network takes for its dependent.
func nameEnd(a *model.Analysis, i int) {
	v := i + 1
	if a.Tag[i].UPOS != entente.VERB || a.Tag[i].XPOS == "VBG" || a.Tag[i].XPOS == "VBN" || a.Tag[v].UPOS != entente.VERB || a.Tag[v].XPOS != "VBN" && a.Tag[v].XPOS != "VBD" || !under(a, v, i) {
		return
	}
	for k := range a.Tag {
		switch {
		case a.Head[k] == i && k < i && (a.Rel[k] == entente.Nsubj || a.Rel[k] == entente.Amod):
			a.Rel[k] = entente.Compound
		case a.Head[k] == i && k != v:
			a.Head[k] = v
		}
	}
	if h := a.Head[v]; h != i {
		a.Head[h], a.Rel[h] = v, entente.Obj
	}
	a.Head[v], a.Rel[v] = a.Head[i], a.Rel[i]
	a.Head[i], a.Rel[i] = v, entente.Nsubj
	a.Tag[i] = model.Tag{UPOS: entente.PROPN, XPOS: "NNP"}
	a.Tag[v] = model.Tag{UPOS: entente.VERB, XPOS: "VBD"}
}

// under reports whether word v hangs on i, or colours a noun that does.
func under(a *model.Analysis, v, i int) bool {
	h := a.Head[v]
	return h == i || h > v && a.Rel[v] == entente.Amod && a.Head[h] == i
}

var adposition = model.Tag{UPOS: entente.ADP, XPOS: "IN"}

// preposition makes word i the case marker of the noun behind it that it hangs
// on: "rose amid fears".
func preposition(a *model.Analysis, i int) {
	h := a.Head[i]
	if h <= i || a.Tag[i].UPOS == entente.ADP {
		return
	}
	a.Tag[i], a.Rel[i] = adposition, entente.Case
	if a.Rel[h] == entente.Obj || a.Rel[h] == entente.Advmod {
		a.Rel[h] = entente.Obl
	}
}

// ofNation reports whether word i names somebody's nation or title: an adjective
// or short name in capitals, or what stands before a name.
func ofNation(form string, a *model.Analysis, i int) bool {
	if form[0] < 'A' || form[0] > 'Z' {
		return false
	}
	return a.Tag[i].UPOS == entente.ADJ || a.Rel[i] == entente.NmodDesc || strings.ToUpper(form) == form
}

// visitor makes participle i, which the network takes for a verb with an object,
// an adjective on that object, and gives the object its place.
func visitor(a *model.Analysis, i int) {
	if a.Tag[i].XPOS != "VBG" || a.Head[i] < 0 {
		return
	}
	who := -1
	for k := i + 1; k < len(a.Tag) && who < 0; k++ {
		if a.Head[k] == i && a.Rel[k] == entente.Obj {
			who = k
		}
	}
	if who < 0 {
		return
	}
	rel := a.Rel[i]
	for k := range a.Tag {
		if a.Head[k] != i || k == who {
			continue
		}
		if a.Head[k] = who; k == i-1 && a.Rel[k] == entente.Mark {
			a.Tag[k], a.Rel[k] = adposition, entente.Case
			rel = entente.Obl
		}
	}
	if rel == entente.Xcomp || rel == entente.Ccomp {
		rel = entente.Obj
	}
	if h := a.Head[i]; rel == entente.Obl && a.Tag[h].UPOS.Nominal() {
		rel = entente.Nmod
	}
	a.Head[who], a.Rel[who] = a.Head[i], rel
	a.Head[i], a.Rel[i] = who, entente.Amod
}

// harm makes word i, which the network joined to the object of a verb, the next
// verb: "kills 15 people and wounds another 30".
func harm(a *model.Analysis, i int) {
	n := a.Head[i]
	if a.Tag[i].UPOS != entente.NOUN || a.Rel[i] != entente.Conj || n < 0 || n > i || a.Tag[i-1].UPOS != entente.CCONJ {
		return
	}
	v := a.Head[n]
	if v < 0 || v > n || a.Tag[v].UPOS != entente.VERB || a.Tag[v].XPOS != "VBZ" && a.Tag[v].XPOS != "VBP" {
		return
	}
	a.Tag[i], a.Head[i], a.Rel[i] = model.Tag{UPOS: entente.VERB, XPOS: "VBZ"}, v, entente.Conj
	for _, h := range []int{i, n} {
		for k := i + 1; k < len(a.Tag); k++ {
			if a.Head[k] == h && (a.Tag[k].UPOS.Nominal() || a.Tag[k].UPOS == entente.NUM) {
				a.Head[k], a.Rel[k] = i, entente.Obj
				return
			}
		}
	}
}

// captive makes word i what the participle before it says of the noun that it
// modifies, and no object: "workers held hostage".
func captive(a *model.Analysis, i int) {
	if i == 0 || a.Head[i] != i-1 || a.Rel[i] != entente.Obj || a.Rel[i-1] != entente.Acl || a.Tag[i-1].XPOS != "VBD" && a.Tag[i-1].XPOS != "VBN" {
		return
	}
	a.Tag[i-1].XPOS, a.Rel[i] = "VBN", entente.Xcomp
}
