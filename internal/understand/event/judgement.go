package event

import (
	"io/fs"
	"path"
	"sort"
	"strings"

	"entente/internal/codebook"
)

// theme is a group of words by which a speaker judges, blames, backs, refuses
// or threatens another.
type theme struct {
	class  *class
	strong bool   // holds in front of a noun too, not only as what is said of somebody
	self   bool   // the speaker is the subject: "we reject", "I welcome"
	blame  bool   // says who did a deed
	will   bool   // tells what the speaker will do
	named  bool   // holds of people and bodies themselves, not of what they own
	open   bool   // names nobody: the story tells who is meant
	can    bool   // holds behind "can" too: "can count on us"
	abroad bool   // holds of those of another state only
	tone   bool   // gives what is said its tone, wherever it stands
	not    *class // what it is when negated, nil for nothing
}

// judgement is one line of a theme.
type judgement struct {
	*reading
	theme *theme
}

// judgements are the words of all themes.
type judgements struct {
	words   map[string][]*judgement // by lemma, or form where the lemma is another
	claims  map[string]bool         // cues that allege
	denials map[string]bool         // cues that deny

	assures    map[string]bool // words by which one is sure of what another did
	insinuates map[string]bool // cues under which any deed of another is an accusation
	undergone  map[string]bool // verbs whose subject suffers
	wishes     map[string]bool // "I want to thank"
	examples   []Example
}

// readJudgements reads the themes of a folder.
func (lx *lexicon) readJudgements(files fs.FS, dir string) error {
	lx.judged = judgements{words: map[string][]*judgement{}, claims: map[string]bool{}, denials: map[string]bool{}, undergone: map[string]bool{}, insinuates: map[string]bool{}, assures: map[string]bool{}, wishes: map[string]bool{}}
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	sort.Strings(names)
	for _, name := range names {
		ls, err := lines(files, name)
		if err != nil {
			return err
		}
		var cur *theme
		for _, l := range ls {
			mark, rest, _ := strings.Cut(l.text, " ")
			switch {
			case mark == "==":
				cur, err = lx.readTheme(l)
			case mark == "@claims":
				addCues(lx.judged.claims, rest)
			case mark == "@assures":
				addCues(lx.judged.assures, rest)
			case mark == "@insinuates":
				addCues(lx.judged.insinuates, rest)
			case mark == "@wishes":
				addCues(lx.judged.wishes, rest)
			case mark == "@undergone":
				addCues(lx.judged.undergone, rest)
			case mark == "@denials":
				addCues(lx.judged.denials, rest)
			case cur == nil:
				err = l.errorf("a line stands before the first theme: add \"== id | TYPE CAMEO | flags\" above it")
			case mark == "=":
				err = lx.readJudgement(l, cur, rest)
			case mark == ">":
				err = lx.readSaying(l, cur, rest)
			default:
				err = l.errorf("want a line that opens with ==, = or >, got %q", l.text)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// addCues adds the words of "= word word" to a set.
func addCues(set map[string]bool, rest string) {
	for _, w := range strings.Fields(strings.TrimPrefix(rest, "=")) {
		set[w] = true
	}
}

// readTheme reads "== id | TYPE CAMEO [context ...] | flags".
func (lx *lexicon) readTheme(l line) (*theme, error) {
	cols, err := columns(l, 3)
	if err != nil {
		return nil, err
	}
	t := &theme{}
	if t.class, err = lx.readClass(line{l.where, cols[0] + " | " + cols[1]}); err != nil {
		return nil, err
	}
	for _, w := range strings.Fields(cols[2]) {
		switch {
		case w == "strong":
			t.strong = true
		case w == "self":
			t.self = true
		case w == "blame":
			t.blame = true
		case w == "will":
			t.will = true
		case w == "named":
			t.named = true
		case w == "open":
			t.open = true
		case w == "can":
			t.can = true
		case w == "abroad":
			t.abroad = true
		case w == "tone":
			t.tone = true
		case strings.HasPrefix(w, "not="):
			typ, cameo, _ := strings.Cut(w[len("not="):], ":")
			if _, ok := codebook.Lookup(cameo); !ok || codebook.Quad(typ) == 0 {
				return nil, l.errorf("%q: want not=TYPE:CAMEO", w)
			}
			t.not = &class{id: t.class.id, typ: typ, cameo: cameo}
		default:
			return nil, l.errorf("%q is no flag of a theme: want strong, self, blame, named, will, open, can, abroad, tone or not=TYPE:CAMEO", w)
		}
	}
	return t, nil
}

// readJudgement reads "pattern [| T:slots]".
func (lx *lexicon) readJudgement(l line, t *theme, text string) error {
	pattern, frame, _ := strings.Cut(text, "|")
	r := &reading{where: path.Base(l.where), class: t.class}
	if err := lx.readPattern(l, r, pattern); err != nil {
		return err
	}
	if err := readFrame(l, r, frame); err != nil {
		return err
	}
	r.id = "judge." + t.class.id
	for _, w := range r.lemmas {
		lx.judged.words[w] = append(lx.judged.words[w], &judgement{r, t})
	}
	return nil
}

// readSaying reads "sentence | SPEAKER > TARGET", with a type in front of the
// parties where it is not the theme's.
func (lx *lexicon) readSaying(l line, t *theme, text string) error {
	sentence, expect, ok := strings.Cut(text, "|")
	if !ok {
		return l.errorf("want \"> sentence | SPEAKER > TARGET\"")
	}
	if expect = strings.TrimSpace(expect); expect != "-" && codebook.Quad(strings.Fields(expect)[0]) == 0 {
		expect = t.class.typ + " " + expect
	}
	lx.judged.examples = append(lx.judged.examples, Example{Where: path.Base(l.where), ID: "judge." + t.class.id, Text: strings.TrimSpace(sentence), Expect: expect})
	return nil
}
