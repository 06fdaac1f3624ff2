package merge

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"entente"
	"entente/data"
)

const (
	stem   = 4 // letters by which two forms of one word are compared
	shared = 2 // stems that two sentences must share to be alike at all
)

// common are the stems that say nothing about an event.
var common = sync.OnceValue(func() map[string]bool {
	text, err := data.FS.ReadFile("en/common.txt")
	if err != nil {
		panic(err) // the file is embedded
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[prefix(w)] = true
		}
	}
	return out
})

func prefix(w string) string {
	r := []rune(strings.ToLower(w))
	return string(r[:min(stem, len(r))])
}

// sentences is the share of the telling words of one sentence that the other
// one has, 0 to 1; of several tellings the best. The names of the parties do
// not count: every sentence on a pair has them.
func sentences(a, b *entente.Entry) float64 {
	named := names(a, b)
	best := 0.0
	for _, s := range a.Sources {
		x := stems(s.Sentence, named)
		for _, t := range b.Sources {
			best = max(best, overlap(x, stems(t.Sentence, named)))
		}
	}
	return best
}

// stems are the beginnings of the words of a sentence that tell something, sorted, each once.
func stems(s string, named map[string]bool) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		p := prefix(w)
		number := p != "" && p[0] >= '0' && p[0] <= '9'
		if (len([]rune(w)) >= stem || number) && !common()[p] && !named[p] {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func names(list ...*entente.Entry) map[string]bool {
	out := map[string]bool{}
	for _, e := range list {
		for _, p := range slices.Concat(e.Source, e.Target) {
			for _, w := range strings.Fields(p.Name) {
				out[prefix(w)] = true
			}
		}
	}
	return out
}

func overlap(a, b []string) float64 {
	n := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			n++
		}
	}
	if n < shared {
		return 0
	}
	return float64(n) / float64(min(len(a), len(b)))
}
