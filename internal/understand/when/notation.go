package when

import (
	"fmt"
	"strconv"
	"strings"
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
