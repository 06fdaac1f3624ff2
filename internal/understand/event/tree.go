package event

import (
	"strings"

	"entente"
)

// coder holds what the rules look up while one document is coded.
type coder struct {
	d  *entente.Document
	lx *lexicon

	lem     []string          // lower-cased lemma of each token
	heads   []int32           // token -> index into mentions that it heads, -1
	twins   map[int32][]int32 // further mentions by the same words: "the two countries"
	covers  []int32           // token -> index of the smallest mention that covers it, -1
	outer   []int32           // token -> index of the largest mention that covers it, -1
	cut     []int             // token -> words left of this one are not its own, 0 for none
	places  []int32           // token -> place that covers it, -1
	timed   []bool            // token lies in a time expression
	aside   []bool            // token lies in a dateline
	mention []mentionRef

	trial    match // the reading that is being tried
	trying   bool  // readings of one token are being tried
	found    bool  // and its objects are known
	objs     []int
	cands    [][]*match // operators that may stand at a token, while its sentence is scanned
	hits     []*match   // content found at a token
	ops      []*match   // operator found at a token
	spare    []*match   // content that an operator replaced at a token, should it lose its own
	self     [][]*match
	taken    []bool           // token is spoken for by a match elsewhere
	busy     []bool           // guards against cycles while climbing
	timesIn  [][]int          // by sentence, indexes into Document.Times
	notes    []note           // of each event, what its date still needs
	story    entente.Interval // the day that the story is about
	partners map[string]bool  // states of the parties of events
	telling  map[int]bool     // sentences that tell of something real
	homeland string           // the state whose own affairs the article tells of, "" for none
	ownStory bool             // most of the article tells of the homeland, and not the dateline alone
	placesIn [][]int          // by sentence, indexes into Document.Places
	rulers   map[string]int   // country -> its government among the actors, built when first asked for
	topic    string           // the topic that speaks against events, "" for politics
	busyEval []bool
	asVerb   []bool                                     // a noun read as the verb of a headline
	asNoun   []bool                                     // a verb form read as a noun
	parted   []bool                                     // last part of a word that hyphens part
	watch    func(event int, feature string, v float64) // sees the features when the weights are fitted; nil otherwise
	states   map[string]int                             // country -> the first place that is the country itself
	told     []told                                     // what the story knows of each event
	salience *salience
	sides    map[string]int // the two states that the article is about, with the actor of each; nil until asked for
	home     string         // the state in which the article is set, "" for none
	homeAt   entente.Span   // the words that name it
	atHome   bool           // and hardly any other
	speech   []int          // token -> statement whose content holds it, -1
}

// mentionRef points at Document.Actors[actor].Mentions[index].
type mentionRef struct{ actor, index int }

func (c *coder) mentionOf(ref int32) *entente.Mention {
	m := c.mention[ref]
	return &c.d.Actors[m.actor].Mentions[m.index]
}

// newCoder gives a coder of the document, in the memory of one that an earlier
// document released where there is one.
func newCoder(d *entente.Document, lx *lexicon) *coder {
	n := len(d.Tokens)
	c, ok := lx.idle.Get().(*coder)
	if !ok {
		c = &coder{}
	}
	*c = coder{d: d, lx: lx, lem: fresh(c.lem, n), heads: filled(c.heads, n), covers: filled(c.covers, n), outer: filled(c.outer, n), cut: fresh(c.cut, n), places: filled(c.places, n),
		timed: fresh(c.timed, n), aside: fresh(c.aside, n), hits: fresh(c.hits, n), ops: fresh(c.ops, n), cands: fresh(c.cands, n), spare: fresh(c.spare, n), self: fresh(c.self, n),
		taken: fresh(c.taken, n), busy: fresh(c.busy, n), busyEval: fresh(c.busyEval, n), asNoun: fresh(c.asNoun, n), asVerb: fresh(c.asVerb, n), parted: fresh(c.parted, n), speech: fresh(c.speech, n)}
	for i := range d.Tokens {
		c.lem[i] = lower(d.Tokens[i].Lemma)
		if c.lem[i] == "" {
			c.lem[i] = lower(d.Form(i))
		}
		c.speech[i] = -1
	}
	c.joinHyphens()
	c.respell()
	c.mapMentions()
	c.states = map[string]int{}
	c.timesIn, c.placesIn = make([][]int, len(d.Sentences)), make([][]int, len(d.Sentences))
	for t := range d.Times {
		if s := d.SentenceAt(d.Times[t].Start); s >= 0 {
			c.timesIn[s] = append(c.timesIn[s], t)
		}
	}
	for p := range d.Places {
		if s := d.SentenceAt(d.Places[p].Start); s >= 0 {
			c.placesIn[s] = append(c.placesIn[s], p)
		}
		if at := &d.Places[p]; at.Kind == "country" {
			if _, ok := c.states[at.Country]; !ok {
				c.states[at.Country] = p
			}
		}
		c.cover(d.Places[p].Span, func(i int) { c.places[i] = int32(p) })
	}
	for _, t := range d.Times {
		c.cover(t.Span, func(i int) { c.timed[i] = true })
	}
	for s := range d.Sentences {
		c.dateline(&d.Sentences[s])
		c.clipped(&d.Sentences[s])
	}
	for s := range d.Statements {
		c.cover(d.Statements[s].Content, func(i int) { c.speech[i] = s })
	}
	return c
}

// release leaves the coder's memory to the next document; that of a book is let go.
func (c *coder) release() {
	const page = 4096
	if len(c.lem) <= page {
		c.d = nil
		c.lx.idle.Put(c)
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

// dateline sets aside the place before the dash or colon that opens a story:
// "KABUL: The Taliban", "JERUSALEM (AP) -- A dissident".
func (c *coder) dateline(sent *entente.Sentence) {
	if sent.Last <= sent.First || !shouted(c.d.Form(sent.First)) && c.places[sent.First] < 0 && c.upos(sent.First) != entente.PROPN {
		return
	}
	for i := sent.First + 1; i < min(sent.Last-3, sent.First+12); i++ {
		switch f := c.d.Form(i); f {
		case ":", "--", "–", "—", "-", "---", "_":
			if f == "-" && c.d.Tokens[i].Start == c.d.Tokens[i-1].End || f == ":" && !shouted(c.d.Form(sent.First)) {
				return
			}
			for j := sent.First; j <= i; j++ {
				c.aside[j] = true
			}
			return
		}
		if c.upos(i) == entente.VERB || c.upos(i) == entente.AUX || c.upos(i) == entente.DET {
			return
		}
	}
}

// shouted reports whether a word is written in capitals.
func shouted(s string) bool {
	letters := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
		if s[i] >= 'A' && s[i] <= 'Z' {
			letters++
		}
	}
	return letters > 2
}

// joinHyphens gives the last part of a hyphenated word that the lexicon knows
// ("cease-fire") the lemma of the whole.
func (c *coder) joinHyphens() {
	for i := 2; i < len(c.lem); i++ {
		a, h, b := &c.d.Tokens[i-2], &c.d.Tokens[i-1], &c.d.Tokens[i]
		if h.Len() != 1 || a.End != h.Start || h.End != b.Start || c.d.Form(i-1) != "-" {
			continue
		}
		if w := lower(c.d.Form(i-2)) + "-" + c.lem[i]; c.lx.joined[w] {
			if b.UPOS == entente.ADP || b.UPOS == entente.ADV { // "sit-in", "build-up"
				c.lem[i-2] = w
			} else {
				c.lem[i] = w
			}
		} else if w := lower(c.d.Form(i-2)) + c.lem[i]; c.lx.nouns[w] != nil || c.lx.verbs[w] != nil {
			c.lem[i] = w
		}
	}
}

// filled is n times -1, in old where there is room.
func filled(old []int32, n int) []int32 {
	out := fresh(old, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

// cover calls f for every token that overlaps s.
func (c *coder) cover(s entente.Span, f func(int)) {
	if s.Empty() {
		return
	}
	for i := c.d.TokenAt(s.Start); i < len(c.d.Tokens) && c.d.Tokens[i].Start < s.End; i++ {
		f(i)
	}
}

// currency reports whether the name at token h only tells the currency of an
// amount: "US$5 million".
func (c *coder) currency(h int) bool {
	return h >= 0 && h+1 < len(c.d.Tokens) && c.xpos(h+1) == "$" && c.d.Tokens[h].End == c.d.Tokens[h+1].Start
}

func (c *coder) mapMentions() {
	size := func(ref int32) int { return c.mentionOf(ref).Len() }
	c.twins = map[int32][]int32{}
	for a := range c.d.Actors {
		for m := range c.d.Actors[a].Mentions {
			ref := int32(len(c.mention))
			c.mention = append(c.mention, mentionRef{a, m})
			men := &c.d.Actors[a].Mentions[m]
			if c.currency(men.Head) {
				continue
			}
			if h := men.Head; h >= 0 && h < len(c.heads) {
				switch old := c.heads[h]; {
				case old < 0 || size(old) < size(ref):
					c.heads[h] = ref
				case c.mentionOf(old).Span == men.Span:
					c.twins[old] = append(c.twins[old], ref)
				}
			}
			c.cover(men.Span, func(i int) {
				if c.covers[i] < 0 || size(ref) < size(c.covers[i]) {
					c.covers[i] = ref
				}
				if c.outer[i] < 0 || size(ref) > size(c.outer[i]) {
					c.outer[i] = ref
				}
			})
		}
	}
}

func (c *coder) rel(i int) entente.Rel   { return c.d.Tokens[i].Rel }
func (c *coder) head(i int) int          { return c.d.Tokens[i].Head }
func (c *coder) upos(i int) entente.UPOS { return c.d.Tokens[i].UPOS }
func (c *coder) xpos(i int) string       { return c.d.Tokens[i].XPOS }
func (c *coder) kids(i int) []int        { return c.d.Kids(i) }

// kid is the first child with one of the relations, or -1.
func (c *coder) kid(i int, rels ...entente.Rel) int { return c.d.Kid(i, rels...) }

// isVerb reports whether the token works as a verb; participles that the
// tagger calls adjectives do not.
func (c *coder) isVerb(i int) bool {
	return (c.upos(i) == entente.VERB || c.upos(i) == entente.AUX || c.asVerb[i]) && !c.asNoun[i]
}

// marked reports whether the token carries a case marker or mark of that lemma.
func (c *coder) marked(i int, prep string) bool {
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.Case, entente.Mark:
			if c.lem[k] == prep && (c.upos(k) != entente.PART || !c.isVerb(i)) { // not the "to" of an infinitive
				return true
			}
		}
	}
	return i > 0 && c.lem[i-1] == prep && c.lx.isGrammar("what", c.lem[i]) && (c.rel(i-1) == entente.Mark || c.rel(i-1) == entente.Case)
}

// markedIn reports whether a word of a list of the grammar marks the token.
func (c *coder) markedIn(i int, list string) bool {
	for _, p := range c.lx.grammar[list] {
		if c.marked(i, p) {
			return true
		}
	}
	return false
}

// adposition is the lemma of the first case marker of the token, or "".
func (c *coder) adposition(i int) string {
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.Case && c.upos(k) == entente.ADP && c.xpos(k) != "RP" {
			return c.lem[k]
		}
	}
	return ""
}

// infinitive reports whether the verb stands with "to".
func (c *coder) infinitive(i int) bool {
	for _, k := range c.kids(i) {
		if c.upos(k) == entente.PART && c.xpos(k) == "TO" {
			return true
		}
	}
	return false
}

// opening reports whether the verb is the participle that opens a sentence
// ("Asked to comment, the army said"), whatever the tagger took it for.
func (c *coder) opening(i int) bool {
	if c.rel(i) != entente.Advcl || c.xpos(i) != "VBD" && c.xpos(i) != "VBN" || c.kid(i, entente.AuxRel, entente.Nsubj, entente.Obj) >= 0 {
		return false
	}
	s := c.d.SentenceAt(c.d.Tokens[i].Start)
	return s >= 0 && c.d.Sentences[s].First == i
}

// transitive reports whether a verb by itself finds its target in its object.
func (c *coder) transitive(i int) bool {
	for _, r := range c.lx.verbs[c.lem[i]] {
		if r.class != nil && positive(r) == 0 && len(r.frame[target]) > 0 && r.frame[target][0].kind == slotObj {
			return true
		}
	}
	return false
}

// passive reports whether the verb is a passive: by its auxiliary or subject,
// as a participle that follows its noun, or as a bare participle joined to a passive.
func (c *coder) passive(i int) bool {
	if !c.isVerb(i) {
		return false
	}
	if k := c.kid(i, entente.AuxPass, entente.CsubjPass); k >= 0 {
		return c.rel(k) != entente.AuxPass || !c.lx.isGrammar("perfect", c.lem[k]) || c.kid(i, entente.Obj) < i // not "for having shot down a plane"
	}
	if c.kid(i, entente.NsubjPass) >= 0 && c.kid(i, entente.Nsubj) < 0 {
		return (c.xpos(i) == "VBN" || c.xpos(i) == "VBD") && !c.perfect(i) && !c.plainPast(i)
	}
	if c.finiteAmod(i) || c.finiteAcl(i) {
		return false
	}
	if c.shortPassive(i) {
		return true
	}
	if c.opening(i) {
		return true
	}
	if h := c.head(i); c.xpos(i) == "VBN" && c.rel(i) == entente.Ccomp && h >= 0 && c.lx.isGrammar("wished", c.lem[h]) && c.kid(i, entente.AuxRel, entente.Cop, entente.Mark) < 0 {
		return true // "wants the minister arrested"
	}
	if h := c.head(i); c.xpos(i) == "VBD" && c.rel(i) == entente.Conj && h >= 0 && c.passive(h) && c.kid(i, entente.Nsubj, entente.Obj, entente.AuxRel) < 0 && (c.transitive(i) || c.lx.isGrammar("told-to", c.lem[i]) && c.kid(i, entente.Xcomp) > i) {
		return true // "was charged in Cairo and extradited to Paris"
	}
	if c.xpos(i) != "VBN" || c.kid(i, entente.AuxRel, entente.Nsubj) >= 0 {
		return false
	}
	switch c.rel(i) {
	case entente.Acl, entente.Advcl, entente.Amod:
		return true
	case entente.Csubj:
		return c.inverted(i) >= 0
	case entente.Conj:
		h := c.head(i)
		return h >= 0 && c.passive(h) && c.kid(i, entente.Obj) < 0
	case entente.Xcomp:
		return true
	case entente.Root:
		return c.kid(i, entente.OblAgent) >= 0
	}
	return false
}

// perfect reports whether the verb stands in an active perfect, whatever the
// parser calls its subject.
func (c *coder) perfect(i int) bool {
	have := false
	for _, k := range c.kids(i) {
		if c.rel(k) == entente.AuxRel {
			if c.lx.isGrammar("passive", c.lem[k]) {
				return false
			}
			have = have || c.lx.isGrammar("perfect", c.lem[k])
		}
	}
	return have
}

// relative reports whether the word is a relative pronoun.
func (c *coder) relative(i int) bool {
	switch c.xpos(i) {
	case "WDT", "WP", "WP$":
		return true
	}
	return c.lx.isGrammar("that", c.lem[i]) && c.upos(i) == entente.PRON && c.d.Tokens[i].Morph.Has(entente.Relative)
}

// expand adds the words coordinated with a noun phrase.
func (c *coder) expand(i int) []int {
	if list := c.namedBehind(i); list != nil {
		return list
	}
	out := append([]int{i}, c.otherEnd(i)...)
	for n := 0; n < len(out) && n < 16; n++ {
		for _, k := range c.kids(out[n]) {
			if c.rel(k) == entente.Conj && !c.isVerb(k) {
				out = append(out, c.beforeDay(k))
			}
			if c.rel(k) == entente.Flat { // "Chancellor A and Minister B", joined at the names
				for _, j := range c.kids(k) {
					if c.rel(j) == entente.Conj && c.heads[j] >= 0 && !has(out, j) {
						out = append(out, j)
					}
				}
			}
		}
		out = append(out, c.joinedInside(out[n], out)...)
	}
	return out
}

// beforeDay is the name in front of a day that the parser took for the head of
// the name: "and the Czech Republic Friday"; any other token is itself.
func (c *coder) beforeDay(i int) int {
	if c.timed[i] && c.heads[i] < 0 {
		for _, k := range c.kids(i) {
			if k < i && c.heads[k] >= 0 && c.rel(k) == entente.Compound {
				return k
			}
		}
	}
	return i
}

// joinedInside are the people coordinated with a word inside the mention that
// token i heads, where title and name lie apart: "Secretary of State A and
// Minister B".
func (c *coder) joinedInside(i int, known []int) []int {
	if c.heads[i] < 0 {
		return nil
	}
	var out []int
	m := c.mentionOf(c.heads[i])
	for t := i + 1; t < len(c.d.Tokens) && c.d.Tokens[t].End <= m.End; t++ {
		if c.rel(t) == entente.Appos && c.upos(t) == entente.NOUN {
			break
		}
		for _, k := range c.kids(t) {
			if c.rel(k) == entente.Conj && c.heads[k] >= 0 && c.d.Tokens[k].Start >= m.End && !has(known, k) && !has(out, k) &&
				c.d.Actors[c.mention[c.heads[k]].actor].Kind == entente.PersonActor {
				out = append(out, k)
			}
		}
	}
	return out
}
