package train

import (
	"math/rand/v2"

	"entente"
	"entente/internal/model"
	"entente/internal/understand/conllu"
	"entente/internal/understand/tag"
)

// Tagger fits the tagger to the tags of gold.
func Tagger(gold *entente.Document, rounds int, seed uint64) *model.Linear {
	index := map[string]int{}
	var labels []string
	class := make([]int, len(gold.Tokens))
	for i, t := range gold.Tokens {
		l := t.UPOS.String() + "/" + t.XPOS
		k, ok := index[l]
		if !ok {
			k = len(labels)
			index[l] = k
			labels = append(labels, l)
		}
		class[i] = k
	}
	p := newPerceptron(19, len(labels))
	scores := make([]float32, len(labels))
	rng := rand.New(rand.NewPCG(seed, 1))
	var f tag.Features
	for range rounds {
		for _, n := range rng.Perm(len(gold.Sentences)) {
			s := gold.Sentences[n]
			f.Start(gold, s)
			for i := range s.Last - s.First {
				feats := f.At(i)
				p.score(feats, scores)
				best := argmax(scores)
				p.step++
				if want := class[s.First+i]; best != want {
					p.add(feats, want, 1)
					p.add(feats, best, -1)
				}
				f.Tagged(i, best)
			}
		}
	}
	return p.model(labels)
}

func argmax(v []float32) int {
	best := 0
	for i := range v {
		if v[i] > v[best] {
			best = i
		}
	}
	return best
}

// retag returns gold's tokens with the tags that a tagger trained on the other
// half of the corpus gives, so that the parser learns from tags as wrong as
// those it will see.
func retag(gold *entente.Document, seed uint64) *entente.Document {
	out := conllu.Forms(gold)
	for half := range 2 {
		var mine, other []entente.Sentence
		for i, s := range gold.Sentences {
			if i/20%2 == half {
				mine = append(mine, s)
			} else {
				other = append(other, s)
			}
		}
		learn, apply := *gold, *out
		learn.Sentences, apply.Sentences = other, mine
		tag.With(Tagger(&learn, 4, seed), &apply)
	}
	return out
}
