// Package merge decides what is told twice: articles that are near-identical
// copies of one text, and events that several articles tell.
package merge

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	shingle  = 4   // words in a shingle
	fewest   = 40  // words; a shorter text is a copy only of its equal
	bands    = 8   // groups of minima: two texts that share one are compared
	rows     = 3   // minima in a band
	likeness = 0.5 // of shingles shared among all, from which two texts are copies
	inside   = 0.8 // of the shorter text's shingles found in the longer one
)

// Print is what two texts are compared by.
type Print struct {
	Exact    uint64   // hash of the words alone: case, blanks and marks do not count
	Bands    []uint64 // minhash bands; nil for a text too short to be compared by them
	shingles []uint64 // sorted, each once
}

// PrintOf reads the words of a text. Its cost is linear in the text.
func PrintOf(text string) Print {
	var words []uint64
	whole := fnv.New64a()
	for w := range wordsOf(text) {
		h := fnv.New64a()
		h.Write([]byte(w))
		words = append(words, h.Sum64())
		whole.Write([]byte(w))
		whole.Write([]byte{' '})
	}
	p := Print{Exact: whole.Sum64()}
	if len(words) < fewest {
		return p
	}
	for i := range len(words) - shingle + 1 {
		h := uint64(0)
		for _, w := range words[i : i+shingle] {
			h = mix(h ^ w)
		}
		p.shingles = append(p.shingles, h)
	}
	slices.Sort(p.shingles)
	p.shingles = slices.Compact(p.shingles)
	p.Bands = minhash(p.shingles)
	return p
}

func wordsOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != utf8.RuneError }) {
			if !yield(strings.ToLower(w)) {
				return
			}
		}
	}
}

// minhash gives one number for each band of minima.
func minhash(shingles []uint64) []uint64 {
	out := make([]uint64, bands)
	for b := range bands {
		h := uint64(b)
		for r := range rows {
			seed := mix(uint64(b*rows+r) + 1)
			low := ^uint64(0)
			for _, s := range shingles {
				low = min(low, mix(s^seed))
			}
			h = mix(h ^ low)
		}
		out[b] = h
	}
	return out
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// Copies reports whether one text is a near-identical copy of the other, such
// as wire copy with another head or a cut end.
func Copies(a, b Print) bool {
	if a.Exact == b.Exact {
		return true
	}
	if len(a.shingles) == 0 || len(b.shingles) == 0 {
		return false
	}
	shared := 0
	for i, j := 0, 0; i < len(a.shingles) && j < len(b.shingles); {
		switch x, y := a.shingles[i], b.shingles[j]; {
		case x == y:
			shared++
			i++
			j++
		case x < y:
			i++
		default:
			j++
		}
	}
	small := min(len(a.shingles), len(b.shingles))
	union := len(a.shingles) + len(b.shingles) - shared
	return float64(shared) >= likeness*float64(union) || float64(shared) >= inside*float64(small)
}
