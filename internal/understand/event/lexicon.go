package event

import (
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"entente/data"
)

// class is a kind of content: what the codebook says of its readings.
type class struct {
	id       string
	typ      string
	cameo    string
	mode     string
	contexts []string
	status   string // default status, "" for happened
	sym      bool
	swap     bool
	lex      bool   // holds only with a known actor
	due      bool   // expected of the source: not to do it is a refusal, also in the past
	once     bool   // a single deed: not to do it, or to do it as a habit, is none
	official bool   // holds only where those who act are of the political world
	joint    *class // what it is when several do it together, nil for the same
	state    *class // what it is when a state or its government does it, nil for the same
}

// role is a part in the frame of a reading.
type role uint8

const (
	source    role = iota // S
	target                // T
	recipient             // R
	addressee             // A: to whom an operator speaks
	content               // C: where the content of an operator stands
	roles
)

const roleLetters = "STRAC"

// reading is one line of the lexicon: a content (class is set) or an
// operator (kind is set).
type reading struct {
	id      string
	where   string // file:line
	class   *class
	kind    string
	lemmas  []string
	pos     byte // v n a x
	cons    []constraint
	frame   [roles][]slot
	example string
	expect  string
	through *proposal // why a word that the lexicon lacks is read so, nil for its own words
}

// lexicon is everything the coder knows of English, compiled.
type lexicon struct {
	readings  []*reading
	verbs     map[string][]*reading
	nouns     map[string][]*reading
	adjs      map[string][]*reading
	particles map[string]bool       // "hand over": a verb and a particle that some reading asks for
	words     map[string][]*reading // operators on any word: auxiliaries, marks, adverbs
	sets      map[string]map[string]bool
	classes   map[string]*class
	topics    *topics
	contexts  map[string][]string  // lemma -> contexts
	grammar   map[string][]string  // ordered lists of function words
	people    map[string]bool      // nouns that name people or bodies of people
	joined    map[string]bool      // words with a hyphen that readings or sets know
	units     map[string][2]string // lemma -> kind and unit of an amount
	numbers   map[string]float64
	scales    map[string]float64
	weights   weights
	judged    judgements          // what is said of others in statements
	proposed  map[string]*reading // "chastise/v": readings proposed for words that no reading has
	quantity  map[string]bool     // the set of that name
	idle      sync.Pool           // coders that nobody uses
	orphans   []string            // lines of the proposals whose donor is gone
}

// english is the shipped lexicon, compiled at the first sentence.
var english = sync.OnceValue(func() *lexicon {
	lx, err := compile(data.FS, "en")
	if err != nil {
		panic(err)
	}
	return lx
})

// compile reads sets, predicates, operators and word lists under dir. An error
// names file and line.
func compile(files fs.FS, dir string) (*lexicon, error) {
	lx := &lexicon{sets: map[string]map[string]bool{}, verbs: map[string][]*reading{}, nouns: map[string][]*reading{}, adjs: map[string][]*reading{}, words: map[string][]*reading{}, classes: map[string]*class{}}
	if err := lx.readSets(files, path.Join(dir, "sets.txt")); err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, path.Join(dir, "predicates", "*.txt"))
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	isSet := func(name string) bool { return strings.HasPrefix(path.Base(name), "sets-") }
	for _, name := range names {
		if isSet(name) {
			if err := lx.readSets(files, name); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range names {
		if !isSet(name) {
			if err := lx.readPredicates(files, name); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range []string{"operators.txt", "light.txt"} {
		if err := lx.readOperators(files, path.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	if lx.topics, err = readTopics(files, path.Join(dir, "topics.txt")); err != nil {
		return nil, err
	}
	if lx.contexts, err = readContexts(files, path.Join(dir, "contexts.txt")); err != nil {
		return nil, err
	}
	if err := lx.readGrammar(files, dir); err != nil {
		return nil, err
	}
	if lx.weights, err = readWeights(files, path.Join(dir, "confidence.txt")); err != nil {
		return nil, err
	}
	if err := lx.readJudgements(files, path.Join(dir, "judgements")); err != nil {
		return nil, err
	}
	lx.index()
	if err := lx.readProposals(files, path.Join(dir, "proposed.txt")); err != nil {
		return nil, err
	}
	return lx, nil
}

func (lx *lexicon) index() {
	lx.joined, lx.quantity = map[string]bool{}, lx.sets["quantity"]
	join := func(w string) {
		if strings.Contains(w, "-") {
			lx.joined[w] = true
		}
	}
	for _, set := range lx.sets {
		for w := range set {
			join(w)
		}
	}
	lx.particles = map[string]bool{}
	for _, r := range lx.readings {
		lx.addParticles(r)
		m := lx.words
		switch r.pos {
		case 'v':
			m = lx.verbs
		case 'n':
			m = lx.nouns
		case 'a':
			m = lx.adjs
		}
		for n := range r.cons {
			for _, w := range r.cons[n].words {
				join(w)
			}
		}
		for _, l := range r.lemmas {
			join(l)
			m[l] = append(m[l], r)
		}
	}
}

// split cuts a comma list and drops empty parts.
func split(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func (lx *lexicon) addParticles(r *reading) {
	for _, k := range r.cons {
		if k.test != testParticle || k.not {
			continue
		}
		for _, l := range r.lemmas {
			for _, w := range k.words {
				lx.particles[l+" "+w] = true
			}
		}
	}
}
