package where

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"entente/data"
	"entente/internal/gazetteer"
)

// class is a set of words that tell something about the name beside them.
type class uint32

const (
	locative    class = 1 << iota // in, near: something is there
	waterside                     // off, over: the same of seas, islands and coasts
	motion                        // to, from: the same beside words of motion
	motionword                    // fly, arrive
	beside                        // of, for: a name follows, and no more
	direction                     // eastern, downtown
	title                         // a person's name follows
	role                          // an office, not a part of the name before it
	orghead                       // University of ...
	generic                       // ... province
	regionhead                    // the county of ...
	settlement                    // the village of ...
	cityword                      // ... City
	connector                     // inside a name: de, al
	placed                        // located, situated
	office                        // Department of ...: a body when it has a capital
	taking                        // seize, shell, visit: a place is the object
	stateoffice                   // governor of ...: a region follows
	leaning                       // pro-, anti-: the name is that of a government
	particle                      // inside a person's name: de, van, bin
	never                         // a name that is no place of this world
	illness                       // Nile virus
	landform                      // Lake ..., ... Bay
	ofword                        // of
	fromword                      // from
	offshore                      // off
	article                       // the
	conjunction                   // and, or
	possessive                    // 's
	doubtful                      // a name that mostly means something else
	building                      // ... Airport: stands in the city of that name
)

var classNames = map[string]class{
	"locative": locative, "waterside": waterside, "motion": motion, "motionword": motionword, "beside": beside, "direction": direction,
	"title": title, "role": role, "orghead": orghead, "generic": generic, "regionhead": regionhead, "settlement": settlement,
	"cityword": cityword, "connector": connector, "placed": placed, "taking": taking, "stateoffice": stateoffice, "leaning": leaning, "particle": particle, "never": never, "office": office, "illness": illness, "landform": landform, "ofword": ofword, "fromword": fromword, "offshore": offshore, "article": article, "conjunction": conjunction, "possessive": possessive, "doubtful": doubtful, "building": building,
}

// example is a sentence with the places that are to be found in it.
type example struct{ class, text, want string }

// lexicon is data/en/place read.
type lexicon struct {
	classes  map[string]class  // by the form of the atom
	short    map[string]string // "La" -> "louisiana|USA", after a town and a comma
	anywhere map[string]string // short forms that are read anywhere
	demonyms map[string]bool   // Kenyan, Kenyans
	examples []example
}

// compiled is the lexicon of the embedded files, which are part of the program
// and checked by the tests: an error in them is a bug.
var compiled = sync.OnceValue(func() *lexicon {
	lex := &lexicon{classes: map[string]class{}, short: map[string]string{}, anywhere: map[string]string{}, demonyms: map[string]bool{}}
	now := class(0)
	must(eachLine(data.FS, "en/place/words.txt", func(line string) error { return lex.word(line, &now) }))
	must(eachLine(data.FS, "en/place/abbreviations.txt", lex.abbreviation))
	for _, s := range gazetteer.States() {
		for _, list := range [][]string{s.Adjectives, s.People} {
			for _, w := range list {
				if a := gazetteer.Atoms(w); len(a) == 1 {
					lex.demonyms[a[0].Form] = true
				}
			}
		}
	}
	return lex
})

func must(err error) {
	if err != nil {
		panic("where: " + err.Error())
	}
}

func eachLine(fsys fs.FS, name string, f func(string) error) error {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}

// word reads "== class | example | expected" or a line of words.
func (lex *lexicon) word(line string, now *class) error {
	if head, ok := strings.CutPrefix(line, "== "); ok {
		c := strings.Split(head, " | ")
		if len(c) != 3 || classNames[c[0]] == 0 {
			return fmt.Errorf("want \"== class | example | expected\" with a known class, have %q", line)
		}
		*now = classNames[c[0]]
		lex.examples = append(lex.examples, example{c[0], c[1], c[2]})
		return nil
	}
	for _, w := range strings.Fields(line) {
		lex.classes[w] |= *now
		if *now&(direction|locative|motion|waterside) != 0 { // they open sentences too
			lex.classes[strings.ToUpper(w[:1])+w[1:]] |= *now
		}
	}
	return nil
}

// abbreviation reads "name ISO3 = short forms".
func (lex *lexicon) abbreviation(line string) error {
	name, forms, ok := strings.Cut(line, " = ")
	cut := strings.LastIndexByte(name, ' ')
	if !ok || cut < 0 {
		return fmt.Errorf("want \"name ISO3 = short forms\", have %q", line)
	}
	for _, f := range strings.Fields(forms) {
		f, always := strings.CutSuffix(f, "*")
		atoms := gazetteer.Atoms(f)
		form := ""
		for _, a := range atoms {
			form += a.Form
		}
		lex.short[form] = gazetteer.PlaceKey(name[:cut]) + "|" + name[cut+1:]
		if always && strings.Contains(f, ".") {
			lex.anywhere[form] = lex.short[form]
		}
	}
	return nil
}
