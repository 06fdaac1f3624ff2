package read

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// trigram is three runes of a text in lower case, what is no letter being a space.
type trigram uint64

const runeBits = 21

// then is the trigram that begins with the last two runes of t and ends with r.
func (t trigram) then(r rune) trigram { return (t<<runeBits | trigram(r)) & (1<<(3*runeBits) - 1) }

// edge reports whether t is nothing but the edge of a word: the middle is a
// space beside another.
func (t trigram) edge() bool {
	const last = 1<<runeBits - 1
	return t>>runeBits&last == ' ' && (t>>(2*runeBits) == ' ' || t&last == ' ')
}

// profiles are the trigrams of the languages of data/facts/trigrams.tsv.
type profiles struct {
	tags []string
	at   map[trigram][]rank
}

// rank is the place of a trigram among the most frequent of a language.
type rank struct{ language, place int }

var latin = sync.OnceValue(func() *profiles {
	p := &profiles{at: map[trigram][]rank{}}
	text, _ := fs.ReadFile(data.FS, "facts/trigrams.tsv") // embedded: it is there
	for line := range strings.Lines(string(text)) {
		tag, list, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for i, three := range strings.Split(list, "|") {
			var t trigram
			for _, r := range three {
				t = t.then(r)
			}
			p.at[t] = append(p.at[t], rank{len(p.tags), i})
		}
		p.tags = append(p.tags, tag)
	}
	return p
})

// profileLength is the number of trigrams known of a language: how far a
// trigram is out of place that the text does not have.
const profileLength = 300

// guess is the language whose trigrams a text has most nearly in the same order
// (Cavnar and Trenkle 1994), "" when it has none of any, and how sure that is,
// 0-1. The text is in Latin letters.
func (p *profiles) guess(text string) (tag string, sure float64) {
	list := ranked(text)
	near := make([]int, len(p.tags)) // how near the text is to each language
	for n, t := range list {
		for _, r := range p.at[t] {
			near[r.language] += profileLength - max(n-r.place, r.place-n)
		}
	}
	best, second := 0, 0
	for l := range near {
		switch {
		case near[l] > near[best]:
			best, second = l, near[best]
		case l > 0:
			second = max(second, near[l])
		}
	}
	switch {
	case near[best] == 0:
		return "", 0
	case second == 0:
		return p.tags[best], min(1, float64(near[best]/500))
	}
	rate, enough := float64(near[best]-second)/float64(second), 12/float64(len(list))+0.05
	return p.tags[best], min(1, rate/enough)
}

// ranked lists the trigrams of a text, the most frequent first.
func ranked(text string) []trigram {
	all := make([]trigram, 0, len(text)+1)
	t := trigram(0).then(' ')
	for i, r := range text {
		if separates(r) {
			r = ' '
		}
		t = t.then(unicode.ToLower(r))
		if i > 0 && !t.edge() {
			all = append(all, t)
		}
	}
	if t = t.then(' '); !t.edge() {
		all = append(all, t)
	}
	slices.Sort(all)
	type count struct {
		trigram
		n int
	}
	counts := make([]count, 0, len(all))
	for i, t := range all {
		if i == 0 || t != all[i-1] {
			counts = append(counts, count{trigram: t})
		}
		counts[len(counts)-1].n++
	}
	slices.SortFunc(counts, func(a, b count) int { return cmp.Or(b.n-a.n, cmp.Compare(b.trigram, a.trigram)) })
	all = all[:0]
	for _, c := range counts {
		all = append(all, c.trigram)
	}
	return all
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' && r < utf8.RuneSelf }

// separates reports whether r parts words: a space, a mark or a digit.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return !isASCIILetter(r) && (r >= ' ' && r < 0x7f || '\t' <= r && r <= '\r')
	}
	return unicode.IsSymbol(r) || unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsDigit(r)
}

// latinLetters reports whether all letters of a text are Latin ones, and that
// it has some.
func latinLetters(text string) bool {
	found := false
	for _, r := range text {
		switch {
		case separates(r):
		case isASCIILetter(r) || unicode.Is(unicode.Latin, r):
			found = true
		case r < utf8.RuneSelf:
		default:
			return false
		}
	}
	return found
}
