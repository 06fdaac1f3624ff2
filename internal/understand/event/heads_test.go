package event_test

import (
	"testing"

	"entente"
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
