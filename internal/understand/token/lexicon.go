package token

import (
	"strings"
	"sync"

	"entente/data"
)

// lexicon is data/en/token.txt.
type lexicon struct {
	title, numbered, abbr, month, starter, prefix, unit, host, file, open map[string]bool
	ending                                                                []string            // contraction endings, longest first as listed
	split                                                                 map[string]int      // word -> bytes of its first part
	compound                                                              map[string][]string // "tear" -> beginnings of what follows its hyphen
}

var english = sync.OnceValue(func() *lexicon {
	text, err := data.FS.ReadFile("en/token.txt")
	if err != nil {
		return &lexicon{}
	}
	return parseLexicon(string(text))
})

// parseLexicon reads sections "== name" of words parted by spaces.
func parseLexicon(text string) *lexicon {
	sections := map[string][]string{}
	name := ""
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "== "):
			name = line[3:]
		default:
			sections[name] = append(sections[name], strings.Fields(line)...)
		}
	}
	lx := &lexicon{
		title: set(sections["title"]), numbered: set(sections["numbered"]), abbr: set(sections["abbreviation"]), month: set(sections["month"]),
		starter: set(sections["starter"]), prefix: set(sections["prefix"]), unit: set(sections["unit"]),
		host: set(sections["host"]), file: set(sections["file"]), open: set(sections["open"]),
		ending: sections["contraction"], split: map[string]int{}, compound: map[string][]string{},
	}
	for _, w := range sections["compound"] {
		if first, rest, ok := strings.Cut(w, "-"); ok {
			lx.compound[first] = append(lx.compound[first], rest)
		}
	}
	for _, w := range sections["split"] {
		if a, b, ok := strings.Cut(w, "|"); ok {
			lx.split[a+b] = len(a)
		}
	}
	return lx
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
