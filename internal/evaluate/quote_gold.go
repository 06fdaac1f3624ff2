package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"entente"
)

// attribution is one attribution of PolNeAR; each part may be broken off.
type attribution struct{ source, cue, content []entente.Span }

type quoteDoc struct {
	name, text string
	gold       []attribution
}

// readQuotes reads the texts of a PolNeAR folder with the attributions of
// their first annotator.
func readQuotes(dir string) ([]quoteDoc, error) {
	texts, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(texts) == 0 {
		return nil, fmt.Errorf("evaluate: quote gold: no texts in %s: unpack the set there", dir)
	}
	sort.Strings(texts)
	var docs []quoteDoc
	for _, path := range texts {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		marks, _ := filepath.Glob(filepath.Join(dir, "attributions", name+"_*.ann"))
		if len(marks) == 0 {
			continue
		}
		sort.Strings(marks)
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("evaluate: quote gold: %w", err)
		}
		ann, err := os.ReadFile(marks[0])
		if err != nil {
			return nil, fmt.Errorf("evaluate: quote gold: %w", err)
		}
		gold, err := readBrat(string(ann), runeOffsets(string(text)))
		if err != nil {
			return nil, fmt.Errorf("evaluate: %s: %w", marks[0], err)
		}
		docs = append(docs, quoteDoc{name, string(text), gold})
	}
	return docs, nil
}

// runeOffsets gives the byte offset of every character, and of the end.
func runeOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// readBrat reads standoff annotation: T lines name spans, E lines join them.
func readBrat(ann string, at []int) ([]attribution, error) {
	spans := map[string][]entente.Span{}
	var out []attribution
	for n, line := range strings.Split(ann, "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 2 {
			continue
		}
		switch f[0][0] {
		case 'T':
			_, ranges, _ := strings.Cut(f[1], " ")
			list, err := readRanges(ranges, at)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			spans[f[0]] = list
		case 'E':
			var a attribution
			for _, arg := range strings.Fields(f[1]) {
				role, id, _ := strings.Cut(arg, ":")
				switch strings.TrimRight(role, "0123456789") {
				case "Source":
					a.source = append(a.source, spans[id]...)
				case "Cue":
					a.cue = append(a.cue, spans[id]...)
				case "Content":
					a.content = append(a.content, spans[id]...)
				}
			}
			if len(a.content) > 0 {
				out = append(out, a)
			}
		}
	}
	return out, nil
}

func readRanges(s string, at []int) ([]entente.Span, error) {
	var out []entente.Span
	for _, r := range strings.Split(s, ";") {
		a, b, _ := strings.Cut(r, " ")
		i, err1 := strconv.Atoi(a)
		j, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || i < 0 || j < i || j >= len(at) {
			return nil, fmt.Errorf("span %q does not fit the text", r)
		}
		out = append(out, entente.Span{Start: at[i], End: at[j]})
	}
	return out, nil
}
