package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// sense says what a mention's own words are.
type sense uint8

const (
	nobody       sense = iota
	bareState          // "Japan"
	ofState            // "Japanese" as a modifier
	peopleOf           // "Russians"
	seat               // "Tokyo", "the Kremlin"
	organ              // a known organisation
	outlet             // a news outlet
	person             // a known person
	stranger           // a person known only from the text
	named              // an organisation known only from the text
	described          // a word for people or a body
	pronoun            // "he", "its"
	several            // "the two countries"
	placeInState       // a city or region that is no capital
)

// mention is a mention while it is being worked out.
type mention struct {
	first, last int // tokens, both included
	head        int
	sent        int
	sense       sense
	kind        entente.ActorKind
	state       int // index into gazetteer.States, -1
	org         int // index into gazetteer.Organisations or Outlets, -1
	person      int // index into gazetteer.People, -1
	role        *role
	title       string // the words of the role, lower case
	name        string
	country     string
	sector      string
	code        string
	more        []string // further countries: "Chinese and Russian officials"
	many        bool
	count       int // of "the three countries"
	definite    bool
	indefinite  bool
	sex         gender
	owner       int // mention of the state, body or person that it belongs to, -1
	ownerPron   int // token of its possessive pronoun, -1
	nested      bool
	inner       bool // stands behind the preposition of another mention
	anaphor     bool // an actor only when it points at one named before
	rule        string
	chain       int // index of its chain; -1 not yet placed, -2 none
	apposed     int // 1 + mention that it stands beside, 0
	core        int // last token before an "of" phrase, 0 for last
	until       int // last token of its "of" phrase
	also        []int
}

// hit is a name found in the text and the tokens that it covers.
type hit struct {
	first, last int
	refs        []gazetteer.Ref
	not         bool // a phrase that names no actor
}

// roleHit is a word for people or a body.
type roleHit struct {
	first, last int
	core        int // last token of the role's words; the rest is a name
	role        int
	many        bool
}

// scan is the state of one run over one document.
type scan struct {
	d        *entente.Document
	lx       *lexicon
	day      gazetteer.Day
	low      []string // lower-case form of each token
	sentOf   []int
	hits     []hit
	hitAt    []int // token -> hit that covers it, -1
	roles    []roleHit
	roleEnd  []int // token -> role that ends there, -1
	roleAt   []int // token -> role that covers it, -1
	place    []int // token -> place that covers it, -1
	timed    []bool
	quoted   []bool // token stands inside quotation marks
	shouted  []bool // by sentence: written in capitals
	taken    []int  // token -> mention whose core covers it, -1
	starts   map[int]int
	mentions []mention
	seen     map[string]int    // ISO3 -> how often the text names the state
	known    map[int]bool      // people whose full name the text has
	cues     map[string]string // ambiguous name -> its second reading, "" where the text does not speak for it
	sieves   []sieve
	chains   []chain
	order    []int           // mentions in text order
	surnames map[string]bool // family names that are those of a people too, nil before they are asked for
	rankOf   []int           // mention -> its place in order
	keys     map[string]int  // what a chain refers to
	things   map[string]bool // names of storms
	halves   map[string]int  // "north" -> North Korea, where the text is about it
	families map[string]int
	givens   map[string]int
	short    map[string]int  // short names of bodies
	others   map[string]bool // family names that stand after another given name
	bodies   map[string]body // title of a body -> the country it was last said of
	nearby   map[string]bool
	about    story
	dateline string // state of the dateline
}

// Stage finds actors. It needs trees; places that an earlier stage gave are used.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "who",
		Needs: entente.LayerSentences | entente.LayerTokens | entente.LayerTags | entente.LayerTrees,
		Gives: entente.LayerActors,
		Run:   Run,
	}
}

// Run fills d.Actors.
func Run(d *entente.Document) {
	if len(d.Tokens) == 0 {
		return
	}
	s := newScan(d)
	defer s.leave()
	s.findNames()
	s.findRoles()
	s.readContext()
	s.readStory()
	s.readQuoted()
	for i := range d.Sentences {
		if d.Sentences[i].Kind != entente.Aside {
			s.readSentence(i)
		}
	}
	s.readHumans()
	s.join()
	s.emit()
}

// newScan gives a scan of the document, in the memory of one that an earlier
// document released where there is one.
func newScan(d *entente.Document) *scan {
	n := len(d.Tokens)
	s, ok := english().idle.Get().(*scan)
	if !ok {
		s = &scan{}
	}
	*s = scan{
		d: d, lx: english(), day: gazetteer.DayOf(d.Published), low: fresh(s.low, n), sentOf: fresh(s.sentOf, n),
		hitAt: minus(s.hitAt, n), mentions: s.mentions[:0], hits: s.hits[:0], roles: s.roles[:0], chains: s.chains[:0], shouted: s.shouted[:0], roleEnd: minus(s.roleEnd, n), roleAt: minus(s.roleAt, n), place: minus(s.place, n), taken: minus(s.taken, n), timed: fresh(s.timed, n),
		starts: map[int]int{}, seen: map[string]int{}, known: map[int]bool{}, bodies: map[string]body{}, keys: map[string]int{}, things: map[string]bool{}, nearby: map[string]bool{},
	}
	for i := range d.Tokens {
		s.low[i] = d.Lower(i)
	}
	for i, sent := range d.Sentences {
		for t := sent.First; t < sent.Last; t++ {
			s.sentOf[t] = i
		}
		s.shouted = append(s.shouted, fewLower(d.TextOf(sent.Span)))
	}
	for i, p := range d.Places {
		s.cover(p.Span, func(t int) { s.place[t] = i })
	}
	for _, t := range d.Times {
		s.cover(t.Span, func(t int) { s.timed[t] = true })
	}
	return s
}

// leave gives the memory of the scan to the next document; that of a book is
// let go.
func (s *scan) leave() {
	const page = 4096
	if len(s.low) <= page {
		s.d = nil
		clear(s.mentions)
		clear(s.chains)
		s.lx.idle.Put(s)
	}
}

// fresh is n zero values, in old where there is room.
func fresh[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/2)
	}
	old = old[:n]
	clear(old)
	return old
}

// minus is n times -1, in old where there is room.
func minus(old []int, n int) []int {
	out := fresh(old, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// cover calls f for every token that overlaps the span.
func (s *scan) cover(span entente.Span, f func(int)) {
	if span.Empty() {
		return
	}
	for t := s.d.TokenAt(span.Start); t < len(s.d.Tokens) && s.d.Tokens[t].Start < span.End; t++ {
		f(t)
	}
}

// findNames looks the gazetteer's names up and maps them to tokens.
func (s *scan) findNames() {
	read := gazetteer.Read(s.d)
	blocked := s.findNotNames(read.Atoms)
	for _, h := range read.Names {
		first, last, ok := s.tokensOf(h.Span)
		if !ok || !s.written(first, last, h.Refs) {
			continue
		}
		if b, in := blocked[first]; in && (b >= last || s.hitAt[first] >= 0 && s.hits[s.hitAt[first]].first < first) {
			continue
		}
		s.release(first, last)
		s.addHit(hit{first: first, last: last, refs: h.Refs})
	}
	s.shortBodies()
}

func (s *scan) addHit(h hit) {
	for t := h.first; t <= h.last; t++ {
		if s.hitAt[t] >= 0 {
			return
		}
	}
	s.hits = append(s.hits, h)
	for t := h.first; t <= h.last; t++ {
		s.hitAt[t] = len(s.hits) - 1
	}
}

// release frees the tokens of phrases that lie wholly within a longer name.
func (s *scan) release(first, last int) {
	for t := first; t <= last; t++ {
		if h := s.hitAt[t]; h >= 0 && s.hits[h].not && s.hits[h].first >= first && s.hits[h].last <= last {
			s.hitAt[t] = -1
		}
	}
}

// findNotNames marks phrases such as "South China Sea": token -> last token.
func (s *scan) findNotNames(atoms []gazetteer.Atom) map[int]int {
	ids := s.lx.not.Words(atoms)
	blocked := map[int]int{}
	for i := 0; i < len(atoms); i++ {
		end, node := s.lx.not.Longest(atoms, ids, i)
		if node == 0 {
			continue
		}
		first, last, ok := s.tokensOf(entente.Span{Start: atoms[i].Start, End: atoms[end-1].End})
		if ok {
			for t := first; t <= last; t++ {
				blocked[t] = last
			}
			s.addHit(hit{first: first, last: last, not: true})
		}
		i = end - 1
	}
	return blocked
}

// tokensOf maps a span to the tokens that it covers wholly, in one sentence.
func (s *scan) tokensOf(span entente.Span) (first, last int, ok bool) {
	first = s.d.TokenAt(span.Start)
	if first >= len(s.d.Tokens) || s.d.Tokens[first].Start < span.Start {
		return 0, 0, false
	}
	last = first
	for last+1 < len(s.d.Tokens) && s.d.Tokens[last+1].Start < span.End {
		last++
	}
	// A final point may belong to the token but not to the name: "U.S."
	end := s.d.Tokens[last].End
	if end != span.End && !(end == span.End+1 && s.d.Article.Text[span.End] == '.') {
		return 0, 0, false
	}
	return first, last, s.sentOf[first] == s.sentOf[last]
}

// written reports whether the words are written as a name: acronyms that are
// also English words need their capitals ("WHO", "US").
func (s *scan) written(first, last int, refs []gazetteer.Ref) bool {
	if s.timed[first] && s.timed[last] && first == last {
		return false
	}
	tok := s.d.Tokens[first]
	form := s.d.Form(first)
	if end := s.d.Tokens[last].End; end < len(s.d.Article.Text) && s.d.Article.Text[end] == '$' {
		return false // "US$10,000"
	}
	if first == last && len(form) <= 4 && s.shoutedSentence(first) && s.lx.is("small", s.low[first]) {
		return false
	}
	return tok.UPOS != entente.PRON || strings.ToUpper(form) == form && len(form) > 1
}

// shoutedSentence reports whether the sentence is written in capitals, so that
// capitals say nothing.
func (s *scan) shoutedSentence(tok int) bool { return s.shouted[s.sentOf[tok]] }

// fewLower reports whether a text has next to no lower-case letters.
func fewLower(text string) bool {
	lower := 0
	for _, c := range []byte(text) {
		if c >= 'a' && c <= 'z' {
			if lower++; lower > 3 {
				return false
			}
		}
	}
	return true
}
