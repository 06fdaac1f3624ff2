package event

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// grammarLists are the lists of function words that the rules ask for: one
// that is missing is an error, for the rules would be silent without it.
var grammarLists = []string{"approximate", "particle", "owner", "adjunct", "controlled", "first-person", "persons", "agent", "part", "between", "progressive", "that", "about", "reason", "within", "perfect", "passive", "pointing"}

// isGrammar reports whether a word is in a list of the grammar.
func (lx *lexicon) isGrammar(list, word string) bool {
	for _, w := range lx.grammar[list] {
		if w == word {
			return true
		}
	}
	return false
}

// readGrammar reads the function words, the nouns that name people, and the
// words of amounts.
func (lx *lexicon) readGrammar(files fs.FS, dir string) error {
	lx.grammar, lx.people = map[string][]string{}, map[string]bool{}
	lx.units, lx.numbers, lx.scales = map[string][2]string{}, map[string]float64{}, map[string]float64{}
	ls, err := lines(files, path.Join(dir, "grammar.txt"))
	if err != nil {
		return err
	}
	for _, l := range ls {
		name, words, ok := strings.Cut(l.text, "=")
		if !ok {
			return l.errorf("want \"name = word word\", got %q", l.text)
		}
		name = strings.TrimSpace(name)
		lx.grammar[name] = append(lx.grammar[name], strings.Fields(words)...)
	}
	for _, name := range grammarLists {
		if len(lx.grammar[name]) == 0 {
			return fmt.Errorf("%s/grammar.txt: no list %q", dir, name)
		}
	}
	if ls, err = lines(files, path.Join(dir, "people.txt")); err != nil {
		return err
	}
	for _, l := range ls {
		for _, w := range strings.Fields(l.text) {
			lx.people[w] = true
		}
	}
	if ls, err = lines(files, path.Join(dir, "amounts.txt")); err != nil {
		return err
	}
	for _, l := range ls {
		if err := lx.readAmount(l); err != nil {
			return err
		}
	}
	return nil
}

// readAmount reads "kind | unit | words", "scale | 1000 | words" or "number | 7 | words".
func (lx *lexicon) readAmount(l line) error {
	cols, err := columns(l, 3)
	if err != nil {
		return err
	}
	for _, w := range strings.Fields(cols[2]) {
		switch cols[0] {
		case "scale", "number":
			v, err := strconv.ParseFloat(cols[1], 64)
			if err != nil {
				return l.errorf("%q is no number", cols[1])
			}
			if cols[0] == "scale" {
				lx.scales[w] = v
			} else {
				lx.numbers[w] = v
			}
		default:
			lx.units[w] = [2]string{cols[0], strings.TrimSuffix(cols[1], "-")}
		}
	}
	return nil
}
