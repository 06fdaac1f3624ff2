package parse

import "entente"

// semicolon gives the verb behind a semicolon the noun right behind it as its
// subject, where the draft hung both on words before it: "Iran left; Egypt, by
// contrast, stayed".
func semicolon(doc *entente.Document, s entente.Sentence) {
	for p := s.First + 1; p+2 < s.Last; p++ {
		if doc.Form(p) != ";" {
			continue
		}
		noun, verb := -1, -1
		for k := p + 1; k < min(s.Last, p+span) && doc.Form(k) != ";"; k++ {
			t := &doc.Tokens[k]
			if t.Head < 0 || t.Head >= p || t.Rel == entente.Punct {
				continue
			}
			switch {
			case noun < 0 && verb < 0 && t.UPOS.Nominal() && t.Rel != entente.Obl && t.Rel != entente.Nmod:
				noun = k
			case t.Rel == entente.Obl || t.Rel == entente.Advmod:
			case noun >= 0 && verb < 0 && t.UPOS == entente.VERB && finite(doc, s, k) && doc.Tokens[t.Head].UPOS == entente.VERB:
				verb = k
			default:
				noun, verb = -1, -1
				k = s.Last
			}
		}
		if noun < 0 || verb < 0 || subject(doc, s, verb) >= 0 {
			continue
		}
		doc.Tokens[noun].Head, doc.Tokens[noun].Rel = verb, entente.Nsubj
	}
}

// hearer gives a verb of telling the one addressed, where the draft made it a
// second subject of what is told: "told the House the law was void".
func hearer(doc *entente.Document, s entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		if t.Rel != entente.Ccomp || t.Head < s.First || t.Head >= i {
			continue
		}
		verb := t.Head
		first := subject(doc, s, i)
		if first < 0 || first < verb {
			continue
		}
		second := -1
		for k := first + 1; k < i; k++ {
			if doc.Tokens[k].Head == i && doc.Tokens[k].Rel == entente.Nsubj {
				second = k
				break
			}
		}
		left := first
		for left-1 > verb && under(doc, left-1, first) {
			left--
		}
		if second < 0 || left != verb+1 || joined(doc, first, second) {
			continue
		}
		doc.Tokens[first].Head, doc.Tokens[first].Rel = verb, entente.Iobj
	}
}

// called gives a verb of naming its object, where the draft made one noun of it and
// the adjective that follows: "called Amazon's decision shameful".
func called(doc *entente.Document, s entente.Sentence) {
	for h := s.First + 2; h < s.Last; h++ {
		t, n := &doc.Tokens[h], h-1
		slur := t.Rel == entente.Xcomp && slurs[t.Lemma]
		if t.XPOS != "JJ" && !slur || !doc.Tokens[n].UPOS.Nominal() || doc.Tokens[n].Head != h || doc.Tokens[n].Rel != entente.Compound {
			continue
		}
		v, part := t.Head, -1
		if t.Rel == entente.Nmod && v >= s.First && v < n && doc.Tokens[v].Rel == entente.Obj {
			part, v = v, doc.Tokens[v].Head // "called the decision of Greece shameful"
		}
		if v < s.First || v >= n || !naming[doc.Tokens[v].Lemma] || part < 0 && t.Rel != entente.Xcomp && t.Rel != entente.Obj {
			continue
		}
		for k := v + 1; k < n; k++ {
			if doc.Tokens[k].Head == h {
				doc.Tokens[k].Head = n
			}
		}
		t.Head, t.Rel = v, entente.Xcomp
		if slur {
			t.UPOS, t.XPOS = entente.ADJ, "JJ"
		}
		doc.Tokens[n].Head, doc.Tokens[n].Rel = v, entente.Obj
		if part >= 0 {
			doc.Tokens[n].Head, doc.Tokens[n].Rel = part, entente.Nmod
		}
	}
}

// slurs are adjectives that are nouns as well.
var slurs = map[string]bool{"racist": true, "sexist": true, "fascist": true, "colonialist": true, "imperialist": true, "elitist": true, "populist": true, "extremist": true}

// naming are the verbs whose object an adjective behind it describes.
var naming = map[string]bool{"call": true, "label": true, "brand": true, "deem": true, "term": true, "dub": true, "consider": true}

// joined reports whether a conjunction or comma stands between two tokens.
func joined(doc *entente.Document, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if doc.Tokens[k].UPOS == entente.CCONJ || doc.Tokens[k].UPOS == entente.PUNCT {
			return true
		}
	}
	return false
}

// under reports whether token k hangs on token h, directly or not.
func under(doc *entente.Document, k, h int) bool {
	for n := 0; k >= 0 && n < 20; n++ {
		if k == h {
			return true
		}
		k = doc.Tokens[k].Head
	}
	return false
}

// subject is the first subject of token i, -1 for none.
func subject(doc *entente.Document, s entente.Sentence, i int) int {
	for k := max(s.First, i-span); k < min(s.Last, i+span); k++ {
		if t := &doc.Tokens[k]; t.Head == i && (t.Rel == entente.Nsubj || t.Rel == entente.NsubjPass) {
			return k
		}
	}
	return -1
}

// finite reports whether a verb form is one of a finite clause by itself, as a
// participle with an object is.
func finite(doc *entente.Document, s entente.Sentence, i int) bool {
	switch doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		for k := i + 1; k < min(s.Last, i+span); k++ {
			if doc.Tokens[k].Head == i && doc.Tokens[k].Rel == entente.Obj {
				return true
			}
		}
	}
	return false
}

// gerunds joins a gerund that the draft joined to a finite clause inside another
// gerund to that gerund: "criticised for telling voters that they erred and
// threatening them".
func gerunds(doc *entente.Document, s entente.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		t := &doc.Tokens[i]
		if t.XPOS != "VBG" || t.Rel != entente.Conj || t.Head < s.First || t.Head >= i || !tensed(doc, s, t.Head) || carried(doc, s, i) {
			continue
		}
		for a, n := doc.Tokens[t.Head].Head, 0; a >= s.First && n < 4; a, n = doc.Tokens[a].Head, n+1 {
			if doc.Tokens[a].XPOS == "VBG" && a < i && !tensed(doc, s, a) {
				t.Head = a
				break
			}
		}
	}
}

// tensed reports whether a predicate has a finite verb or auxiliary.
func tensed(doc *entente.Document, s entente.Sentence, h int) bool {
	switch doc.Tokens[h].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for k := max(s.First, h-6); k < h; k++ {
		if t := &doc.Tokens[k]; t.Head == h && (t.XPOS == "MD" || t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// carried reports whether a verb has an auxiliary or a subject of its own.
func carried(doc *entente.Document, s entente.Sentence, v int) bool {
	for k := max(s.First, v-8); k < v; k++ {
		if doc.Tokens[k].Head != v {
			continue
		}
		switch doc.Tokens[k].Rel {
		case entente.AuxRel, entente.AuxPass, entente.Nsubj, entente.NsubjPass, entente.Cop:
			return true
		}
	}
	return false
}
