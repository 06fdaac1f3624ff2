package train

import (
	"math"
	"math/rand/v2"
	"strings"

	"entente"
	"entente/internal/model"
	"entente/internal/understand/token"
)

// Text is a raw text and the offsets at which its sentences end.
type Text struct {
	Raw  string
	Ends map[int]bool
}

// Texts parts a raw text at its paragraphs, so that they can be shuffled.
func Texts(raw string, ends []int) []Text {
	var out []Text
	base, k := 0, 0
	for part := range strings.SplitAfterSeq(raw, "\n\n") {
		t := Text{part, map[int]bool{}}
		for k < len(ends) && ends[k] <= base+len(part) {
			t.Ends[ends[k]-base] = true
			k++
		}
		base += len(part)
		out = append(out, t)
	}
	return out
}

// sentenceWeights is the number of weights of the model of sentence ends.
const sentenceWeights = 1 << 17

// Sentences fits the model that corrects the rules on where sentences end, by
// logistic regression with Adagrad.
func Sentences(texts []Text, rounds int, seed uint64) *model.Linear {
	w := make([]float32, sentenceWeights)
	sum := make([]float32, sentenceWeights)
	const rate, decay = 0.1, 3e-5
	rng := rand.New(rand.NewPCG(seed, 3))
	for range rounds {
		for _, k := range rng.Perm(len(texts)) {
			t := texts[k]
			doc := &entente.Document{Article: &entente.Article{Text: t.Raw}}
			token.Learn(doc, func(features []uint32, offset int) bool {
				var z float64
				for _, f := range features {
					z += float64(w[f%sentenceWeights])
				}
				var want float64
				if t.Ends[offset] {
					want = 1
				}
				g := float32(1/(1+math.Exp(-z)) - want)
				for _, f := range features {
					i := f % sentenceWeights
					d := g + decay*w[i]
					sum[i] += d * d
					w[i] -= rate * d / float32(math.Sqrt(float64(sum[i]))+1e-6)
				}
				return want == 1
			})
		}
	}
	return model.NewLinear(w)
}
