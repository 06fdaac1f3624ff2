package event_test

import (
	"strings"
	"testing"

	"entente"
	"entente/data"
	"entente/internal/understand/event"
	"entente/internal/understand/tag"
)

// TestHeadsReachable holds that the head of each reading is a lemma that the
// tagger gives: "talks/n" or "told/v" would never be found in a text.
func TestHeadsReachable(t *testing.T) {
	for _, w := range event.Heads() {
		if l := lemmaOf(w); l != w.Lemma {
			t.Errorf("%s: %s/%s never matches, its lemma is %q: write that", w.Where, w.Lemma, w.Pos, l)
		}
	}
}

func lemmaOf(w event.Word) string {
	switch w.Pos {
	case "v":
		for _, x := range []string{"VBD", "VBG", "VBZ"} {
			if l := tag.Lemma(w.Lemma, entente.VERB, x); l != w.Lemma && tag.Lemma(w.Lemma, entente.VERB, "VB") != w.Lemma {
				return l
			}
		}
		return tag.Lemma(w.Lemma, entente.VERB, "VB")
	case "n":
		if n := len(w.Lemma); w.Lemma[n-1] == 's' && w.Lemma[n-2] != 's' {
			return tag.Lemma(w.Lemma, entente.NOUN, "NNS")
		}
		return tag.Lemma(w.Lemma, entente.NOUN, "NN")
	case "a":
		return tag.Lemma(w.Lemma, entente.ADJ, "JJ")
	}
	return w.Lemma
}

// proper are plurals that stand in names, where they are their own lemmas.
var proper = map[string]bool{"nations": true, "games": true}

// TestFillersReachable holds that a condition that asks for a plural asks for
// its singular too, which is what the tagger makes of it.
func TestFillersReachable(t *testing.T) {
	nouns, told := baseNouns(t), map[string]bool{}
	for _, list := range event.Fillers() {
		has := map[string]bool{}
		for _, w := range list {
			has[w.Lemma] = true
		}
		for _, w := range list {
			l := lemmaOf(w)
			if l != w.Lemma && len(l) > 2 && nouns[l] && !has[l] && !proper[w.Lemma] && !told[w.Lemma] {
				told[w.Lemma] = true
				t.Errorf("%s: %q never matches, its lemma is %q: write that", w.Where, w.Lemma, l)
			}
		}
	}
}

// baseNouns are the nouns that the table of lemmas lists.
func baseNouns(t *testing.T) map[string]bool {
	text, err := data.FS.ReadFile("en/lemma.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, l := range strings.Split(string(text), "\n") {
		if words, ok := strings.CutPrefix(l, "n "); ok {
			for _, w := range strings.Fields(words) {
				out[w] = true
			}
		}
	}
	return out
}
