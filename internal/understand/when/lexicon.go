package when

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"entente/data"
)

// word is a word or mark that some rule knows.
type word struct {
	id      int
	mask    uint64 // classes that it belongs to
	entries []entry
	starts  [strata][]edge // edges of the root that it may take
}

// entry is a word as a member of one class.
type entry struct {
	class int
	val   value
	lead  bool // only when written with a capital
}

// value is what a class, a number or a sub-expression stands for.
type value struct {
	n   float64
	s   string
	sub *meaning
}

// lexicon is data/en/time compiled: words, classes and tries of rules.
type lexicon struct {
	words    map[string]*word
	byID     []*word
	classes  map[string]int
	suffixes map[string]bool // of ordinals written with digits
	names    []string        // of captures
	rules    []*rule
	tries    [strata]*node
	feasts   map[string]feast

	known       known
	pastEndings map[string]bool // of verbs

	idle sync.Pool // matchers that nobody uses
}

// compiled is the lexicon of the embedded files. The files are part of the
// program and checked by the tests, so an error in them is a bug.
var compiled = sync.OnceValue(func() *lexicon {
	lex, err := loadLexicon(data.FS, "en/time")
	if err != nil {
		panic("when: data/en/time: " + err.Error())
	}
	return lex
})

// loadLexicon reads every file of dir, words before rules, in name order.
func loadLexicon(fsys fs.FS, dir string) (*lexicon, error) {
	lex := &lexicon{words: map[string]*word{}, classes: map[string]int{}, suffixes: map[string]bool{}, pastEndings: map[string]bool{}, feasts: map[string]feast{}}
	files, err := fs.Glob(fsys, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, pass := range []func(string, string) error{lex.readClass, lex.readRule} {
		for _, name := range files {
			if err := eachLine(fsys, name, pass); err != nil {
				return nil, err
			}
		}
	}
	lex.compile()
	lex.known = lex.ofCode()
	return lex, nil
}

// eachLine calls f with every line that is neither empty nor a comment, and
// with the name of the file without its extension.
func eachLine(fsys fs.FS, name string, f func(file, line string) error) error {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	file := strings.TrimSuffix(path.Base(name), ".txt")
	lines := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := f(file, line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}

// readClass reads "@class value: word, word"; a word that is written with a
// capital counts only where the text has one.
func (lex *lexicon) readClass(_, line string) error {
	if !strings.HasPrefix(line, "@") {
		return nil
	}
	head, list, ok := strings.Cut(line, ": ")
	if !ok {
		return fmt.Errorf("class without \": \": %q", line)
	}
	name, val, _ := strings.Cut(head[1:], " ")
	v := parseValue(strings.TrimSpace(val))
	switch name {
	case "suffix":
		for _, w := range strings.Fields(list) {
			lex.suffixes[w] = true
		}
		return nil
	case "pastending":
		for _, w := range strings.Fields(list) {
			lex.pastEndings[w] = true
		}
		return nil
	case "feast":
		f, err := parseFeast(list)
		lex.feasts[strings.TrimSpace(val)] = f
		return err
	}
	c, ok := lex.classes[name]
	if !ok {
		if c = len(lex.classes); c >= 64 {
			return fmt.Errorf("more than 64 classes")
		}
		lex.classes[name] = c
	}
	for _, w := range strings.Split(list, ",") {
		w = strings.TrimSpace(w)
		low := strings.ToLower(w)
		entryWord := lex.word(low)
		entryWord.mask |= 1 << c
		entryWord.entries = append(entryWord.entries, entry{class: c, val: v, lead: low != w})
	}
	return nil
}

func parseValue(s string) value {
	if u, ok := unitNames[s]; ok {
		return value{n: float64(u), s: s}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return value{n: n, s: s}
	}
	return value{s: s}
}

// word returns the entry for a word in lower case, made when it is new.
func (lex *lexicon) word(low string) *word {
	if w := lex.words[low]; w != nil {
		return w
	}
	w := &word{id: len(lex.byID)}
	lex.words[low] = w
	lex.byID = append(lex.byID, w)
	return w
}

// in finds what the atom stands for as a member of class c.
func (a *atom) in(c int) (value, bool) {
	if a.word == nil || a.word.mask&(1<<c) == 0 {
		return value{}, false
	}
	for _, e := range a.word.entries {
		if e.class == c && (a.lead || !e.lead) {
			return e.val, true
		}
	}
	return value{}, false
}

// known are the classes and marks that code itself asks for.
type known struct {
	number, scale, and, one, fraction, ordinal                             int
	forward, backward, until, willword, wasword, counted, setverb, perfect int
	hyphen, slash, stop                                                    *word
}

func (lex *lexicon) ofCode() known {
	return known{
		number: lex.class("number"), scale: lex.class("scale"), and: lex.class("and"), one: lex.class("one"), fraction: lex.class("fraction"), ordinal: lex.class("ordinal"),
		forward: lex.class("forward"), backward: lex.class("backward"), until: lex.class("until"), counted: lex.class("counted"), setverb: lex.class("setverb"), perfect: lex.class("perfect"), willword: lex.class("willword"), wasword: lex.class("wasword"),
		hyphen: lex.word("-"), slash: lex.word("/"), stop: lex.word("."),
	}
}

// class is the number of a class of words, one that no word has if it is unknown.
func (lex *lexicon) class(name string) int {
	if c, ok := lex.classes[name]; ok {
		return c
	}
	return 63
}
