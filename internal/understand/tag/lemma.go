package tag

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"entente"
	"entente/data"
)

// lexicon is what data/en knows of word forms.
type lexicon struct {
	morph     map[string]entente.Morph
	irregular map[string]map[string]string // class, or class and Penn tag -> form -> lemma
	base      map[string]map[string]bool   // class -> lemma known to exist
	endings   map[string][]string          // of data/en/endings.txt
	closed    map[string]string            // of data/en/closed.txt: word -> class
	idle      sync.Pool                    // words with their lemmas that nobody uses
}

var morphNames = map[string]entente.Morph{
	"FirstPerson": entente.FirstPerson, "SecondPerson": entente.SecondPerson, "ThirdPerson": entente.ThirdPerson,
	"Plural": entente.Plural, "Definite": entente.Definite, "Indefinite": entente.Indefinite,
	"Negative": entente.Negative, "Ordinal": entente.Ordinal,
}

var words = sync.OnceValue(func() *lexicon {
	lx := &lexicon{
		morph: map[string]entente.Morph{}, irregular: map[string]map[string]string{}, base: map[string]map[string]bool{},
		endings: map[string][]string{}, closed: map[string]string{},
	}
	lines("en/closed.txt", func(line string) {
		name, rest, _ := strings.Cut(line, " = ")
		for w := range strings.FieldsSeq(rest) {
			lx.closed[w] = name
		}
	})
	lines("en/morph.txt", func(line string) {
		left, right, _ := strings.Cut(line, "=")
		var m entente.Morph
		for f := range strings.FieldsSeq(left) {
			m |= morphNames[f]
		}
		for w := range strings.FieldsSeq(right) {
			lx.morph[w] |= m
		}
	})
	lines("en/endings.txt", func(line string) {
		if name, rest, ok := strings.Cut(line, " = "); ok {
			lx.endings[name] = strings.Fields(rest)
		}
	})
	for _, name := range []string{"en/lemma.txt", "en/lemma-more.txt"} {
		lines(name, lx.addLemmas)
	}
	predicates, _ := fs.Glob(data.FS, "en/predicates/*.txt")
	for _, name := range predicates {
		lines(name, lx.addHeads)
	}
	return lx
})

// addLemmas reads "class base base form>lemma ...".
func (lx *lexicon) addLemmas(line string) {
	class, rest, _ := strings.Cut(line, " ")
	for w := range strings.FieldsSeq(rest) {
		form, lemma, ok := strings.Cut(w, ">")
		if ok {
			put(lx.irregular, class, form, lemma)
		} else {
			put(lx.base, class, form, true)
		}
	}
}

// put sets m[class][key].
func put[V any](m map[string]map[string]V, class, key string, v V) {
	if m[class] == nil {
		m[class] = map[string]V{}
	}
	m[class][key] = v
}

// addHeads reads the heads of a predicate, "arrest,detain/v ...", so that a
// verb that an analyst adds has its lemma.
func (lx *lexicon) addHeads(line string) {
	head, _, _ := strings.Cut(line, " ")
	words, class, ok := strings.Cut(head, "/")
	if !ok || class != "v" && class != "n" {
		return
	}
	for w := range strings.SplitSeq(words, ",") {
		put(lx.base, class, w, true)
	}
}

// lines calls f for each line of an embedded file that is no comment.
func lines(name string, f func(string)) {
	text, err := data.FS.ReadFile(name)
	if err != nil {
		return
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// LemmaClass is the class under which data/en/lemma.txt lists a word.
func LemmaClass(u entente.UPOS) string {
	switch u {
	case entente.VERB, entente.AUX:
		return "v"
	case entente.NOUN:
		return "n"
	case entente.PROPN:
		return "p"
	case entente.ADJ:
		return "a"
	case entente.ADV:
		return "r"
	}
	return "x"
}

// Lemma is the dictionary form of a word with the given tags.
func Lemma(form string, u entente.UPOS, x string) string {
	if len(form) > 3 && form[0] == '[' && form[2] == ']' {
		form = form[1:2] + form[3:] // "[T]he"
	}
	lower := form
	if u != entente.PROPN && !strings.HasPrefix(x, "NNP") {
		lower = strings.ToLower(form)
	}
	lx := words()
	c := LemmaClass(u)
	if l, ok := lx.irregular[c+x][lower]; ok {
		return l
	}
	if l, ok := lx.irregular[c][lower]; ok {
		return l
	}
	return lx.regular(lower, c, x)
}

// Regular is the lemma by the regular rules alone, for writing the table of
// irregular forms.
func Regular(form string, u entente.UPOS, x string) string {
	return words().regular(form, LemmaClass(u), x)
}

// regular undoes the regular endings.
func (lx *lexicon) regular(w, class, x string) string {
	switch x {
	case "NNS", "NNPS", "VBZ":
		return lx.unS(w, class)
	case "VBG":
		if class == "v" && strings.HasSuffix(w, "ing") && len(w) > 4 {
			return lx.stem(w[:len(w)-3], class)
		}
	case "VBD", "VBN":
		if strings.HasSuffix(w, "ied") && len(w) > 4 {
			return w[:len(w)-3] + "y"
		}
		if strings.HasSuffix(w, "ed") && len(w) > 3 {
			return lx.stem(w[:len(w)-2], class)
		}
	case "JJR", "RBR":
		return lx.unGrade(w, "er", class)
	case "JJS", "RBS":
		return lx.unGrade(w, "est", class)
	}
	return w
}

func (lx *lexicon) unS(w, class string) string {
	has := func(end string) bool { return strings.HasSuffix(w, end) }
	switch {
	case len(w) < 3 || !has("s") || has("ss"):
		return w
	case has("ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case lx.base[class][w[:len(w)-1]]:
		return w[:len(w)-1]
	case has("sses"), has("shes"), has("ches"), has("xes"), has("zzes"), has("oes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

func (lx *lexicon) unGrade(w, end, class string) string {
	if !strings.HasSuffix(w, end) || len(w) < len(end)+3 {
		return w
	}
	s := w[:len(w)-len(end)]
	if strings.HasSuffix(s, "i") {
		return s[:len(s)-1] + "y"
	}
	return lx.stem(s, class)
}

// stem completes what is left when -ing, -ed, -er or -est is taken off.
func (lx *lexicon) stem(s, class string) string {
	n := len(s)
	base := lx.base[class]
	switch {
	case base[s] && !base[s+"e"]:
		return s
	case base[s+"e"]:
		return s + "e"
	case n > 2 && s[n-1] == s[n-2] && !slices.Contains(lx.endings["twin"], s[n-1:]):
		return s[:n-1]
	case n > 2 && s[n-1] == s[n-2] && base[s[:n-1]]:
		return s[:n-1]
	}
	for _, e := range lx.endings["silent"] {
		if strings.HasSuffix(s, e) {
			return s + "e"
		}
	}
	if n >= 3 && n <= 4 && utf8.ValidString(s) && !vowel(s[n-1]) && vowel(s[n-2]) && !vowel(s[n-3]) && !strings.ContainsRune("wxy", rune(s[n-1])) {
		return s + "e"
	}
	return s
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
