package when

import (
	"fmt"
	"strconv"
	"strings"
)

// strata is the number of layers of rules. "<date>" in a rule stands for the
// longest expression that rules of lower layers find at that place.
const strata = 4

// rule is one line of data/en/time: how an expression is written and what it
// means. The notation is described in docs/time-and-place.md.
type rule struct {
	id      string
	stratum int
	order   int
	actions []action
	example string
	want    string
}

// action fills one slot of a meaning.
type action struct {
	name   string
	field  field
	number bool // a slot of meaning.v
	lit    value
	capt   int // index of the capture, -1 for a literal
	scale  float64
	add    float64
}

// builtin is a kind of element that code recognises.
type builtin uint8

const (
	wordEl   builtin = iota // one of some words or classes
	intEl                   // 12, twelve, 1,200
	numEl                   // the same and "2 1/2", "two and a half"
	dayEl                   // 1 to 31, 3rd, third
	yearEl                  // 1990, nineteen ninety
	shortEl                 // two digits that end a year: "1998-99"
	ordEl                   // third, 3rd
	decadeEl                // 1990s
	clockEl                 // 10:35
	hourEl                  // 1 to 24
	isoEl                   // 2019-08-24
	properEl                // a capitalised word
	dateEl                  // an expression of a lower layer
)

var builtinNames = map[string]builtin{
	"int": intEl, "num": numEl, "day": dayEl, "year": yearEl, "yy": shortEl, "ord": ordEl, "decade": decadeEl, "clock": clockEl, "hour": hourEl, "iso": isoEl, "name": properEl, "date": dateEl,
}

// element matches a piece of a pattern.
type element struct {
	kind   builtin
	ids    []int  // words
	mask   uint64 // classes
	grains uint32 // of dateEl, 0 for any
	capt   int    // where the value goes, -1 for nowhere
	glued  bool   // no space may stand before it
	edge   mark   // where the span of the expression begins and ends
}

// mark parts context from the expression itself.
type mark uint8

const (
	inside mark = iota
	before      // context that stands before the expression
	after       // context that stands after it
)

// readRule reads "id | pattern | meaning | example | expected".
func (lex *lexicon) readRule(file, line string) error {
	if strings.HasPrefix(line, "@") {
		return nil
	}
	cols := strings.Split(line, " | ")
	if len(cols) != 5 {
		return fmt.Errorf("want 5 columns parted by \" | \", have %d", len(cols))
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	layer, id, ok := strings.Cut(cols[0], " ")
	n, err := strconv.Atoi(layer)
	if !ok || err != nil || n < 1 || n > strata {
		return fmt.Errorf("a rule begins with its layer, 1 to %d, and its id", strata)
	}
	r := &rule{id: file + "." + id, stratum: n - 1, order: len(lex.rules), example: cols[3], want: cols[4]}
	lex.rules = append(lex.rules, r)
	for _, a := range strings.Fields(cols[2]) {
		act, err := lex.parseAction(a)
		if err != nil {
			return err
		}
		r.actions = append(r.actions, act)
	}
	toks := strings.Fields(cols[1])
	seqs, rest, err := lex.parsePattern(toks)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("unbalanced %q", rest[0])
	}
	if err != nil {
		return fmt.Errorf("rule %s: %w", r.id, err)
	}
	for _, seq := range seqs {
		if len(seq) == 0 || seq[0].kind == dateEl && r.stratum == 0 {
			return fmt.Errorf("rule %s: a pattern can be empty or asks for <date> in layer 1", r.id)
		}
		lex.insert(r, seq)
	}
	return nil
}

// parsePattern expands the optional parts of a pattern: every sequence of
// elements that it stands for.
func (lex *lexicon) parsePattern(toks []string) (seqs [][]element, rest []string, err error) {
	seqs = [][]element{nil}
	where := inside
	for len(toks) > 0 {
		tok := toks[0]
		toks = toks[1:]
		var alts [][]element
		switch {
		case tok == ")" || tok == ")?":
			return seqs, append([]string{tok}, toks...), nil
		case tok == "[":
			where = after
			if len(seqs[0]) == 0 {
				where = before
			}
			continue
		case tok == "]":
			where = inside
			continue
		case tok == "(":
			if alts, toks, err = lex.parsePattern(toks); err != nil {
				return nil, nil, err
			}
			if len(toks) == 0 {
				return nil, nil, fmt.Errorf("group without end")
			}
			if toks[0] == ")?" {
				alts = append(alts, nil)
			}
			toks = toks[1:]
		default:
			opt := strings.HasSuffix(tok, "?") && len(tok) > 1
			el, err := lex.parseElement(strings.TrimSuffix(tok, "?"))
			if err != nil {
				return nil, nil, err
			}
			el.edge = where
			alts = [][]element{{el}}
			if opt {
				alts = append(alts, nil)
			}
		}
		seqs = cross(seqs, alts)
	}
	return seqs, nil, nil
}

func cross(heads, tails [][]element) [][]element {
	var out [][]element
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, append(append([]element{}, h...), t...))
		}
	}
	return out
}

// parseElement reads "word", "a|b|@class:name", "<day:name>", "<date/DM>"; a
// "^" before it asks that no space stands before the words.
func (lex *lexicon) parseElement(tok string) (element, error) {
	el := element{capt: -1}
	if len(tok) > 1 && tok[0] == '^' {
		el.glued, tok = true, tok[1:]
	}
	if strings.HasPrefix(tok, "<") && strings.HasSuffix(tok, ">") {
		name, as, named := strings.Cut(tok[1:len(tok)-1], ":")
		name, grains, _ := strings.Cut(name, "/")
		kind, ok := builtinNames[name]
		if !ok {
			return el, fmt.Errorf("unknown element <%s>", name)
		}
		for i := range len(grains) {
			for _, u := range grainLetters[grains[i]] {
				el.grains |= 1 << u
			}
		}
		if !named {
			as = name
		}
		el.kind, el.capt = kind, lex.capture(as)
		return el, nil
	}
	for _, alt := range strings.Split(tok, "|") {
		if len(alt) > 1 && alt[0] == '@' {
			name, as, named := strings.Cut(alt[1:], ":")
			c, ok := lex.classes[name]
			if !ok {
				return el, fmt.Errorf("unknown class @%s", name)
			}
			if !named {
				as = name
			}
			el.mask |= 1 << c
			el.capt = lex.capture(as)
			continue
		}
		el.ids = append(el.ids, lex.word(strings.ToLower(alt)).id)
	}
	return el, nil
}

func (lex *lexicon) capture(name string) int {
	for i, n := range lex.names {
		if n == name {
			return i
		}
	}
	lex.names = append(lex.names, name)
	return len(lex.names) - 1
}

// parseAction reads "slot=value", "slot=$capture", "slot=-$capture",
// "slot=$capture*10" and "slot=$capture+1900".
func (lex *lexicon) parseAction(s string) (action, error) {
	name, val, ok := strings.Cut(s, "=")
	if !ok {
		return action{}, fmt.Errorf("meaning %q is not slot=value", s)
	}
	a := action{name: name, capt: -1, scale: 1}
	a.field, a.number = fieldNames[name]
	if !a.number && !strings.Contains(" n type mod ref part feast set base whole clock hhmm ", " "+name+" ") {
		return a, fmt.Errorf("unknown slot %q", name)
	}
	if rest, ok := strings.CutPrefix(val, "-$"); ok {
		a.scale, val = -1, "$"+rest
	}
	if rest, ok := strings.CutPrefix(val, "$"); ok {
		if capt, k, ok := strings.Cut(rest, "*"); ok {
			f, _ := strconv.ParseFloat(k, 64)
			a.scale, rest = a.scale*f, capt
		} else if capt, k, ok := strings.Cut(rest, "+"); ok {
			a.add, _ = strconv.ParseFloat(k, 64)
			rest = capt
		}
		a.capt = lex.capture(rest)
		return a, nil
	}
	a.lit = parseValue(val)
	return a, nil
}

// apply builds the meaning that the rule gives to what was captured.
func (r *rule) apply(caps []value) meaning {
	var m meaning
	for i := range r.actions {
		a := &r.actions[i]
		v := a.lit
		if a.capt >= 0 {
			v = caps[a.capt]
			v.n = v.n*a.scale + a.add
		}
		if a.number {
			m.put(a.field, int(v.n))
			continue
		}
		switch a.name {
		case "n":
			m.n, m.hasN = v.n, true
		case "clock", "hhmm":
			m.clock(v.n, a.name == "hhmm")
		case "type":
			m.kind = v.s
		case "mod":
			m.mod = v.s
		case "ref":
			m.ref = v.s
		case "part":
			m.part = v.s
		case "feast":
			m.feast = v.s
		case "set":
			m.set = true
		case "base":
			if v.sub != nil {
				m = *v.sub
			}
		case "whole":
			m.whole = v.sub
		}
	}
	return m
}

// clock sets the hour and minute from minutes since midnight, or from a number
// that is written as four digits.
func (m *meaning) clock(n float64, written bool) {
	per := 60
	if written {
		per = 100
	}
	if n < 0 || n > 2400 || int(n)%per > 59 || int(n)/per > 24 {
		m.kind = "none"
		return
	}
	m.put(fHour, int(n)/per)
	m.put(fMinute, int(n)%per)
}
