package quote

import (
	"fmt"
	"strings"
	"sync"

	"entente/data"
)

// kind says what a cue reports.
type kind uint8

const (
	speech kind = iota
	document
	view
	act
)

var kinds = map[string]kind{"speech": speech, "document": document, "view": view, "act": act}

// rule is one slot of one class: where the content stands and what it is.
type rule struct {
	id     string // "say.that"
	slot   string
	kind   kind
	addr   bool // the object is the one addressed
	bare   bool // takes no plain object: what looks like one opens a clause
	reply  bool
	nobody bool // names no speaker at all
}

// word is one cue: the rules of all its classes, the most telling slots first.
type word struct {
	particle string
	rules    []rule
}

// example is a line that the tests run.
type example struct {
	file                       string
	line                       int
	id, text, speaker, content string
}

// phrase gives a source for the clause in which it stands.
type phrase struct {
	id     string
	words  []string // lower case
	nobody bool     // no noun behind it speaks
	owner  bool     // who owns its noun speaks: "in his words"
}

type lexicon struct {
	verbs, nouns map[string][]word // by lemma
	phrases      map[string][]phrase
	anonNoun     map[string]bool
	anonMark     map[string]bool
	documents    map[string]bool
	platforms    map[string]bool
	outletWord   map[string]bool   // as written
	sites        []string          // endings of web addresses
	posts        map[string]string // verbs that name a platform, with its name
	anonPhrase   [][]string
	replies      [][]string

	// function words
	that, to, agentWords, addresseeWords, by, np, rel, citing, not, official, contrast, as, author, dash, idle, opposing, person, caption, bodies, definite, pointing map[string]bool
	forms                                                                                                                                                             map[string]string // forms that are surely a verb, with its lemma

	examples []example
	errs     []error
}

// slotOrder ranks slots: what surely is content before what may be.
var slotOrder = map[string]int{"quote": 0, "toobj": 1, "that": 2, "inf": 3, "ing": 4, "obj": 8, "all": 9}

func rank(slot string) int {
	if n, ok := slotOrder[slot]; ok {
		return n
	}
	return 6
}

var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{phrases: map[string][]phrase{}, anonNoun: map[string]bool{}, anonMark: map[string]bool{},
		documents: map[string]bool{}, platforms: map[string]bool{}, outletWord: map[string]bool{}}
	x.verbs = x.classes("verbs.txt")
	x.nouns = x.classes("nouns.txt")
	x.readPhrases("phrases.txt")
	x.readSources("sources.txt")
	x.readReplies("replies.txt")
	x.readFunction("function.txt")
	return x
})

// lines calls f with every line that is neither empty nor a comment.
func (x *lexicon) lines(file string, f func(n int, line string) error) {
	b, err := data.FS.ReadFile("en/quote/" + file)
	if err != nil {
		x.errs = append(x.errs, err)
		return
	}
	for i, line := range strings.Split(string(b), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(i+1, line); err != nil {
			x.errs = append(x.errs, fmt.Errorf("data/en/quote/%s:%d: %w", file, i+1, err))
		}
	}
}

// columns splits a line at " | ".
func columns(line string) []string {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f
}

// classes reads verbs.txt and nouns.txt.
func (x *lexicon) classes(file string) map[string][]word {
	out := map[string][]word{}
	var id string
	var rules []rule
	x.lines(file, func(n int, line string) (err error) {
		mark, rest, _ := strings.Cut(line, " ")
		f := columns(rest)
		switch {
		case mark == "==" && len(f) == 3:
			id = f[0]
			rules, err = readRules(f)
		case mark == "=":
			for _, w := range strings.Fields(rest) {
				addWord(out, w, rules)
			}
		case mark == ">" && len(f) == 4:
			x.examples = append(x.examples, example{file, n, id + "." + f[0], f[1], f[2], f[3]})
		default:
			err = fmt.Errorf("%q: want == CLASS | KIND | SLOTS, = WORDS or > SLOT | SENTENCE | SPEAKER | CONTENT", line)
		}
		return err
	})
	return out
}

func readRules(f []string) ([]rule, error) {
	k, ok := kinds[f[1]]
	if !ok {
		return nil, fmt.Errorf("kind %q: want speech, document, view or act", f[1])
	}
	var out []rule
	base := rule{kind: k}
	for _, s := range strings.Fields(f[2]) {
		switch s {
		case "addr":
			base.addr = true
		case "reply":
			base.reply = true
		default:
			r := base
			r.bare = !strings.Contains(f[2], "all") && !strings.Contains(f[2], "obj")
			r.slot, r.id = s, f[0]+"."+s
			out = append(out, r)
		}
	}
	return out, nil
}

// addWord adds the rules of a class to a word, keeping the order of slots.
func addWord(m map[string][]word, w string, rules []rule) {
	lemma, particle, _ := strings.Cut(w, "+")
	list := m[lemma]
	at := -1
	for i := range list {
		if list[i].particle == particle {
			at = i
		}
	}
	if at < 0 {
		at = len(list)
		list = append(list, word{particle: particle})
	}
	for _, r := range rules {
		list[at].insert(r)
	}
	m[lemma] = list
}

func (w *word) insert(r rule) {
	i := len(w.rules)
	for i > 0 && rank(w.rules[i-1].slot) > rank(r.slot) {
		i--
	}
	for _, old := range w.rules {
		if old.slot == r.slot {
			return
		}
	}
	w.rules = append(w.rules, rule{})
	copy(w.rules[i+1:], w.rules[i:])
	w.rules[i] = r
}

func (x *lexicon) readPhrases(file string) {
	x.lines(file, func(n int, line string) error {
		f := columns(line)
		if len(f) != 5 {
			return fmt.Errorf("%d columns, want ID | WORDS | SENTENCE | SPEAKER | CONTENT", len(f))
		}
		p := phrase{id: "phrase." + f[0], words: strings.Fields(strings.ToLower(f[1])), nobody: f[3] == "-"}
		if len(p.words) == 3 && p.words[1] == "..." {
			p.words, p.owner = []string{p.words[0], p.words[2]}, true
		}
		x.phrases[p.words[0]] = append(x.phrases[p.words[0]], p)
		x.examples = append(x.examples, example{file, n, p.id, f[2], f[3], f[4]})
		return nil
	})
}

func (x *lexicon) readSources(file string) {
	sets := map[string]map[string]bool{"anonymous-noun": x.anonNoun, "anonymous-mark": x.anonMark,
		"document": x.documents, "platform": x.platforms}
	x.lines(file, func(n int, line string) error {
		f := columns(line)
		if len(f) != 5 {
			return fmt.Errorf("%d columns, want ID | KIND | WORDS | SENTENCE | FOUND", len(f))
		}
		x.examples = append(x.examples, example{file, n, f[0], f[3], "", f[4]})
		if f[1] == "anonymous-phrase" {
			x.anonPhrase = append(x.anonPhrase, strings.Fields(f[2]))
			return nil
		}
		switch f[1] {
		case "outlet":
			for _, w := range strings.Fields(f[2]) {
				x.outletWord[w] = true
			}
			return nil
		case "site":
			x.sites = strings.Fields(f[2])
			return nil
		case "post":
			x.posts = map[string]string{}
			for _, w := range strings.Fields(f[2]) {
				verb, name, _ := strings.Cut(w, ":")
				x.posts[verb] = name
			}
			return nil
		}
		set := sets[f[1]]
		if set == nil {
			return fmt.Errorf("unknown kind %q", f[1])
		}
		for _, w := range strings.Fields(f[2]) {
			set[strings.ToLower(w)] = true
		}
		return nil
	})
}

func (x *lexicon) readReplies(file string) {
	x.lines(file, func(n int, line string) error {
		f := columns(line)
		if len(f) != 3 {
			return fmt.Errorf("%d columns, want ID | WORDS | SENTENCE", len(f))
		}
		x.replies = append(x.replies, strings.Fields(f[1]))
		x.examples = append(x.examples, example{file, n, f[0], f[2], "", ""})
		return nil
	})
}

func (x *lexicon) readFunction(file string) {
	sets := map[string]*map[string]bool{"that": &x.that, "to": &x.to, "agent": &x.agentWords, "addressee": &x.addresseeWords,
		"by": &x.by, "np": &x.np, "rel": &x.rel, "citing": &x.citing, "not": &x.not, "official": &x.official, "contrast": &x.contrast, "as": &x.as, "author": &x.author, "dash": &x.dash, "idle": &x.idle, "opposing": &x.opposing, "person": &x.person, "caption": &x.caption, "bodies": &x.bodies, "definite": &x.definite, "pointing": &x.pointing}
	x.lines(file, func(n int, line string) error {
		f := columns(line)
		if f[0] == "forms" && len(f) == 2 {
			x.forms = map[string]string{}
			for _, w := range strings.Fields(f[1]) {
				form, lemma, _ := strings.Cut(w, ":")
				x.forms[form] = lemma
			}
			return nil
		}
		if len(f) != 2 || sets[f[0]] == nil {
			return fmt.Errorf("%q: want a known ID | WORDS", line)
		}
		set := map[string]bool{}
		for _, w := range strings.Fields(f[1]) {
			set[w] = true
		}
		*sets[f[0]] = set
		return nil
	})
}
