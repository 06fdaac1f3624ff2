package event

import "strings"

// test is what a constraint looks at.
type test uint8

const (
	testParticle test = iota
	testObject
	testSubject
	testPrep
	testMod
	testPoss
	testThat
	testInf
	testIobj
	testPassive
	testCop
	testComp
	testAlso
	testProgressive
	testBehind
	testBare
)

// constraint is one condition on the dependents of a head.
type constraint struct {
	test  test
	preps []string // of testPrep: any of them
	words []string // lemmas or @sets; empty means "any"
	not   bool
}

// slotKind is where a slot looks.
type slotKind uint8

const (
	slotSubj slotKind = iota
	slotObj
	slotIobj
	slotPoss
	slotMod
	slotAdj
	slotNoun
	slotPrep
	slotInf
	slotThat
	slotIng
	slotHead
)

// slot is one place where a party or a content is looked for.
type slot struct {
	kind slotKind
	prep string // of slotPrep
	on   *slot  // look on the filler of this slot instead of the head
}

var testNames = map[string]test{
	"prt": testParticle, "obj": testObject, "subj": testSubject, "mod": testMod, "poss": testPoss, "iobj": testIobj,
	"+that": testThat, "+inf": testInf, "+pass": testPassive, "+cop": testCop, "comp": testComp, "also": testAlso, "+prog": testProgressive, "case": testBehind, "+bare": testBare,
}

var slotNames = map[string]slotKind{
	"subj": slotSubj, "obj": slotObj, "iobj": slotIobj, "poss": slotPoss, "mod": slotMod, "adj": slotAdj, "noun": slotNoun,
	"inf": slotInf, "that": slotThat, "ing": slotIng, "head": slotHead,
}

// builtIn are the sets that no file lists: words that head a mention of an
// actor, a place or a state, an outlet of the press.
var builtIn = map[string]bool{"@actor": true, "@place": true, "@outlet": true, "@politician": true}

// readPattern reads "lemma,lemma/pos constraint constraint ...".
func (lx *lexicon) readPattern(l line, r *reading, s string) error {
	words := strings.Fields(s)
	if len(words) == 0 {
		return l.errorf("empty pattern")
	}
	head, pos, ok := strings.Cut(words[0], "/")
	if !ok || len(pos) != 1 || !strings.Contains("vnax", pos) {
		return l.errorf("pattern %q: want lemma/pos with pos v, n, a or x", words[0])
	}
	r.lemmas, r.pos = split(head), pos[0]
	if len(r.lemmas) == 0 {
		return l.errorf("pattern %q names no lemma", words[0])
	}
	for _, w := range words[1:] {
		c := constraint{}
		if w[0] == '!' {
			c.not, w = true, w[1:]
		}
		name, vals, _ := strings.Cut(w, ":")
		if t, ok := testNames[name]; ok {
			c.test = t
		} else if c.preps = split(name); allWords(c.preps) {
			c.test = testPrep
		} else {
			return l.errorf("unknown constraint %q", w)
		}
		c.words = split(vals)
		for _, v := range c.words {
			if v[0] == '@' && lx.sets[v[1:]] == nil && !builtIn[v] {
				return l.errorf("unknown set %s: add it to data/en/sets.txt", v)
			}
		}
		r.cons = append(r.cons, c)
	}
	return nil
}

func allWords(ws []string) bool {
	for _, w := range ws {
		if !isWord(w) {
			return false
		}
	}
	return len(ws) > 0
}

func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return s[i] == '_' && i > 0
		}
	}
	return s != ""
}

// readFrame reads "S:subj T:obj,with".
func readFrame(l line, r *reading, s string) error {
	for _, w := range strings.Fields(s) {
		if w == "-" {
			continue
		}
		if len(w) < 3 || w[1] != ':' || strings.IndexByte(roleLetters, w[0]) < 0 {
			return l.errorf("frame %q: want a role of %s, a colon and slots", w, roleLetters)
		}
		ro := role(strings.IndexByte(roleLetters, w[0]))
		for _, name := range split(w[2:]) {
			var sl slot
			for i, step := range strings.Split(name, ".") {
				next := slot{}
				if k, ok := slotNames[step]; ok {
					next.kind = k
				} else if isWord(step) {
					next.kind, next.prep = slotPrep, step
				} else {
					return l.errorf("unknown slot %q", name)
				}
				if i > 0 {
					on := sl
					next.on = &on
				}
				sl = next
			}
			r.frame[ro] = append(r.frame[ro], sl)
		}
	}
	return nil
}
