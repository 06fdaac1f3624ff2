package who

import (
	"fmt"
	"maps"
	"strings"
	"sync"

	"entente"
	"entente/data"
	"entente/internal/gazetteer"
)

// role is one class of data/en/roles.txt.
type role struct {
	id      string
	kind    string // person group body state
	sector  string
	rel     bool // takes the sector of what it belongs to
	home    bool // belongs to the country of the story when nothing else is said
	title   bool // may stand before a name
	weak    bool // an actor only with a country, organisation or name beside it
	proper  bool // only as the capitalised end of a name
	office  string
	state   string // ISO3 that it always belongs to
	example string
	code    string // expected in the example
	line    int
}

// lexicon is what this package knows of English.
type lexicon struct {
	roles   []role
	trie    *gazetteer.Trie // phrase -> role index*2, +1 for a plural
	proper  map[string]int  // capitalised last word of a name -> role index
	not     *gazetteer.Trie // phrases that hold a name but are no actor
	given   map[string]gender
	titles  map[string]gender
	capital map[string]bool            // words that are a role only with a capital: "House"
	words   map[string]map[string]bool // the lists of names.txt and coreference.txt
	same    map[string]string          // words for one body -> the first of them
	first   map[string]string          // role class -> its first word
	cues    map[string][]cue           // by name
	dual    map[string]bool            // the words of all lists of duals
	idle    sync.Pool                  // scans that nobody uses
}

type gender uint8

const (
	anyGender gender = iota
	male
	female
)

// cue is one line of data/en/ambiguous.txt.
type cue struct {
	name, other string
	words       []string // in the text, they speak for other
	against     []string // in the text, they speak for the name's first reading
}

var english = sync.OnceValue(func() *lexicon {
	lx := &lexicon{
		trie: gazetteer.NewTrie(6000), not: gazetteer.NewTrie(200), proper: map[string]int{},
		given: map[string]gender{}, titles: map[string]gender{}, words: map[string]map[string]bool{}, same: map[string]string{}, capital: map[string]bool{}, first: map[string]string{}, cues: map[string][]cue{}, dual: map[string]bool{},
	}
	lx.readLists("en/coreference.txt", func(s string) []string { return splitTrim(s, ",") })
	lx.readRoles()
	lx.readLists("en/names.txt", strings.Fields)
	for _, l := range lines("en/notnames.txt") {
		lx.not.Add(l.text, 1)
	}
	for _, l := range lines("en/ambiguous.txt") {
		f := splitTrim(l.text, "|")
		if len(f) == 4 {
			lx.cues[f[0]] = append(lx.cues[f[0]], cue{f[0], f[1], splitTrim(f[2], ";"), splitTrim(f[3], ";")})
		}
	}
	for _, list := range []string{"dual-any", "dual-state", "dual-person"} {
		maps.Copy(lx.dual, lx.words[list])
	}
	lx.readGiven()
	return lx
})

type line struct {
	text string
	n    int
}

// lines lists the lines of a file of data that are no comments.
func lines(file string) []line {
	text, err := data.FS.ReadFile(file)
	if err != nil {
		return nil
	}
	var out []line
	for n, l := range strings.Split(string(text), "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, line{l, n + 1})
		}
	}
	return out
}

func splitTrim(s, sep string) []string {
	parts := strings.Split(s, sep)
	kept := parts[:0]
	for _, p := range parts {
		kept = append(kept, strings.TrimSpace(p))
	}
	return kept
}

func (lx *lexicon) readRoles() {
	for _, l := range lines("en/roles.txt") {
		if head, ok := strings.CutPrefix(l.text, "== "); ok {
			r, err := parseRole(head, l.n)
			if err == nil {
				lx.roles = append(lx.roles, r)
			}
			continue
		}
		if len(lx.roles) == 0 {
			continue
		}
		i := len(lx.roles) - 1
		lx.first[lx.roles[i].id], _, _ = strings.Cut(l.text, ",")
		for _, w := range splitTrim(l.text, ",") {
			lx.addWord(w, i)
		}
	}
}

// parseRole reads "id | kind | sector | flags | example | code".
func parseRole(head string, n int) (role, error) {
	f := splitTrim(head, "|")
	if len(f) != 6 {
		return role{}, fmt.Errorf("en/roles.txt:%d: %d columns in a class line, want 6", n, len(f))
	}
	r := role{id: f[0], kind: f[1], sector: strings.Trim(f[2], "-"), example: f[4], code: strings.Trim(f[5], "-"), line: n}
	flags := f[3]
	if before, state, ok := strings.Cut(flags, "state:"); ok {
		flags, r.state = before, state
	}
	if before, office, ok := strings.Cut(flags, "office:"); ok {
		flags, r.office = before, office
	}
	for _, flag := range strings.Fields(flags) {
		switch flag {
		case "rel":
			r.rel = true
		case "home":
			r.home = true
		case "title":
			r.title = true
		case "weak":
			r.weak = true
		case "proper":
			r.proper = true
		case "-":
		default:
			return role{}, fmt.Errorf("en/roles.txt:%d: flag %q is not known", n, flag)
		}
	}
	return r, nil
}

func (lx *lexicon) addWord(w string, i int) {
	if w == "" {
		return
	}
	if lx.roles[i].proper {
		lx.proper[strings.Trim(w, ".")] = i
		return
	}
	low := strings.ToLower(w)
	if w != low && !strings.Contains(w, " ") {
		lx.capital[low], lx.capital[plural(low)] = true, true
	}
	many := int32(0)
	if lx.isPlural(low) {
		many = 1
	}
	lx.trie.Add(low, int32(i)*2+many)
	if many == 0 && !strings.Contains(low, " of ") {
		lx.trie.Add(plural(low), int32(i)*2+1)
	}
}

func (lx *lexicon) readLists(file string, split func(string) []string) {
	for _, l := range lines(file) {
		key, rest, ok := strings.Cut(l.text, ":")
		if !ok {
			continue
		}
		if key == "same" {
			group := split(rest)
			for _, w := range group {
				lx.same[w] = group[0]
			}
			continue
		}
		set := lx.words[key]
		if set == nil {
			set = map[string]bool{}
			lx.words[key] = set
		}
		for _, w := range split(rest) {
			if w != "" {
				set[w] = true
			}
		}
	}
}

// readGiven gathers given names with their gender, those of people in office
// among them.
func (lx *lexicon) readGiven() {
	for _, p := range gazetteer.People() {
		first, rest, ok := strings.Cut(p.Name, " ")
		if !ok || rest == "" || lx.words["particles"][strings.ToLower(first)] || strings.HasPrefix(p.Name, p.Family[0]) || lx.words["sirs"][first] || lx.words["ladies"][first] {
			continue
		}
		g := male
		if p.Woman {
			g = female
		}
		if old, ok := lx.given[first]; ok && old != g {
			g = anyGender
		}
		lx.given[first] = g
	}
	for w := range lx.words["men"] {
		lx.given[w] = male
	}
	for w := range lx.words["women"] {
		if lx.words["men"][w] {
			lx.given[w] = anyGender
			continue
		}
		lx.given[w] = female
	}
	for w := range lx.words["sirs"] {
		lx.titles[w] = male
	}
	for w := range lx.words["ladies"] {
		lx.titles[w] = female
	}
	for w := range lx.words["either"] {
		lx.titles[w] = anyGender
	}
}

func (lx *lexicon) is(list, word string) bool { return lx.words[list][word] }

// isPlural reports whether a word of the role lists is a plural, by its ending.
func (lx *lexicon) isPlural(w string) bool {
	w, _, _ = strings.Cut(w, " of ")
	last := w[strings.LastIndexByte(w, ' ')+1:]
	ends := func(list string) bool {
		for end := range lx.words[list] {
			if strings.HasSuffix(last, end) {
				return true
			}
		}
		return false
	}
	return ends("plural-ending") && !ends("singular-ending")
}

// plural forms the plural of the last word.
func plural(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "man") && !strings.HasSuffix(w, "human"):
		return w[:n-2] + "en"
	case strings.HasSuffix(w, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// kindOf is the kind of actor that a role class makes.
func (r *role) kindOf(many bool) entente.ActorKind {
	switch r.kind {
	case "person":
		if many {
			return entente.GroupActor
		}
		return entente.PersonActor
	case "body":
		return entente.OrgActor
	case "state":
		return entente.StateActor
	}
	return entente.GroupActor
}
