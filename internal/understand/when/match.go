package when

import "slices"

// node is a state of the trie that all rules of a layer share.
type node struct {
	edges []edge
	rule  *rule // the rule that ends here, nil when none does
}

type edge struct {
	element
	to *node
}

// insert adds a sequence of elements to the trie of the rule's layer; of two
// rules written alike the first wins.
func (lex *lexicon) insert(r *rule, seq []element) {
	if lex.tries[r.stratum] == nil {
		lex.tries[r.stratum] = &node{}
	}
	n := lex.tries[r.stratum]
	for _, el := range seq {
		k := slices.IndexFunc(n.edges, func(e edge) bool {
			return e.kind == el.kind && e.mask == el.mask && e.grains == el.grains && e.capt == el.capt && e.glued == el.glued && e.edge == el.edge && slices.Equal(e.ids, el.ids)
		})
		if k < 0 {
			n.edges = append(n.edges, edge{element: el, to: &node{}})
			k = len(n.edges) - 1
		}
		n = n.edges[k].to
	}
	if n.rule == nil {
		n.rule = r
	}
}

// compile gives every word the edges of the roots that it can take, so that a
// word that begins no expression costs one look.
func (lex *lexicon) compile() {
	for s, root := range lex.tries {
		if root == nil {
			continue
		}
		for _, w := range lex.byID {
			for _, e := range root.edges {
				if e.kind != wordEl || e.mask&w.mask != 0 || slices.Contains(e.ids, w.id) {
					w.starts[s] = append(w.starts[s], e)
				}
			}
		}
	}
}

// match is an expression found at an atom.
type match struct {
	start, end int // atoms of the expression itself
	reach      int // first atom after the expression and its context
	rule       *rule
	sense      *meaning
	known      bool // looked for, found or not
}

// matcher finds expressions in the atoms of one text.
type matcher struct {
	lex   *lexicon
	atoms []atom
	memo  []int32 // per atom: base + 1 + its place in found; base or less when nothing is known
	base  int32
	found [][strata]match
	caps  []value // captures of the search under way
	stack []value // captures of all searches that are nested
	depth int

	from, to int // atoms of the span under way, from is -1 when none
	best     match
	fresh    *meaning // that of best, when this search made it
}

// newMatcher gives a matcher of the atoms of a text, one that an earlier article left
// where there is one.
func newMatcher(lex *lexicon, text string) *matcher {
	m, ok := lex.idle.Get().(*matcher)
	if !ok {
		m = &matcher{lex: lex, stack: make([]value, (strata+1)*len(lex.names))}
	}
	m.atoms, m.base = scan(m.atoms[:0], text, lex), 0
	atoms := m.atoms
	if cap(m.memo) < len(atoms) {
		m.memo = make([]int32, len(atoms))
	}
	m.memo = m.memo[:len(atoms)]
	clear(m.memo)
	if m.found == nil {
		m.found = make([][strata]match, 0, min(len(atoms)/3, window))
	}
	return m
}

// release leaves the matcher to the next article. One that has grown large is
// let go, so that a book does not stay in memory.
func (m *matcher) release() {
	if len(m.atoms) > window {
		return
	}
	clear(m.found)
	m.found, m.atoms = m.found[:0], m.atoms[:0]
	m.caps, m.best, m.fresh = nil, match{}, nil
	m.lex.idle.Put(m)
}

// window is how many atoms the matcher remembers, about those of a page.
const window = 4096

// forget drops what is known when it has grown over window, so that memory
// does not grow with the text. It must not be called inside a search.
func (m *matcher) forget() {
	if len(m.found) > window {
		m.base += int32(len(m.found))
		m.found = m.found[:0]
	}
}

// starts are the edges that atom i can take from the root of layer s.
func (m *matcher) starts(i, s int) []edge {
	a := &m.atoms[i]
	switch {
	case a.word != nil:
		return a.word.starts[s]
	case a.kind == wordAtom || a.kind == punctAtom || a.kind == breakAtom:
		return nil
	}
	if m.lex.tries[s] == nil {
		return nil
	}
	return m.lex.tries[s].edges
}

// at returns the longest expression that begins at atom i and is made by
// rules up to layer s.
func (m *matcher) at(i, s int) match {
	if i >= len(m.atoms) {
		return match{}
	}
	for s >= 0 && len(m.starts(i, s)) == 0 {
		s--
	}
	if s < 0 {
		return match{}
	}
	if m.memo[i] <= m.base {
		m.found = append(m.found, [strata]match{})
		m.memo[i] = m.base + int32(len(m.found))
	}
	k := m.memo[i] - m.base - 1
	if m.found[k][s].known {
		return m.found[k][s]
	}
	best := m.search(i, s, m.at(i, s-1))
	best.known = true
	m.found[k][s] = best
	return best
}

// search walks the trie of layer s from atom i. The state of an outer search
// is kept aside, since "<date>" makes searches nest.
func (m *matcher) search(i, s int, low match) match {
	caps, best, from, to := m.caps, m.best, m.from, m.to
	n := len(m.lex.names)
	m.caps = m.stack[m.depth*n : (m.depth+1)*n]
	m.depth++
	m.best, m.from, m.to, m.fresh = low, -1, -1, nil
	edges := m.starts(i, s)
	for k := range edges {
		m.step(i, s, &edges[k])
	}
	low = m.best
	m.depth--
	m.caps, m.best, m.from, m.to, m.fresh = caps, best, from, to, nil
	return low
}

// step takes edge e at atom i and goes on below it.
func (m *matcher) step(i, s int, e *edge) {
	if i >= len(m.atoms) || e.glued && !m.atoms[i].glued {
		return
	}
	j, val, ok := m.take(i, s, e)
	if !ok {
		return
	}
	from, to := m.from, m.to
	var kept value
	if e.capt >= 0 {
		kept, m.caps[e.capt] = m.caps[e.capt], val
	}
	if e.edge == inside {
		if m.from < 0 {
			m.from = i
		}
		m.to = j
	}
	if r := e.to.rule; r != nil && m.from >= 0 && m.better(j, r) {
		if m.fresh == nil {
			m.fresh = new(meaning)
		}
		*m.fresh = r.apply(m.caps)
		m.best = match{start: m.from, end: m.to, reach: j, rule: r, sense: m.fresh}
	}
	for k := range e.to.edges {
		m.step(j, s, &e.to.edges[k])
	}
	if e.capt >= 0 {
		m.caps[e.capt] = kept
	}
	m.from, m.to = from, to
}

// better reports whether rule r, with the span under way and up to atom j,
// beats the best so far: by reach, then by the length of the expression, then
// by the order of the rules.
func (m *matcher) better(j int, r *rule) bool {
	b := &m.best
	switch {
	case b.rule == nil || j != b.reach:
		return b.rule == nil || j > b.reach
	case m.to-m.from != b.end-b.start:
		return m.to-m.from > b.end-b.start
	}
	return r.stratum == b.rule.stratum && r.order < b.rule.order
}

// pick is the expression to report among those that begin at atom i or, with
// context before them, a little later.
func (m *matcher) pick(i int) match {
	found := m.at(i, strata-1)
	for found.rule != nil && found.start > i {
		i++
		if bare := m.at(i, strata-1); bare.rule != nil && (bare.end > found.end || bare.end == found.end && bare.reach > found.reach) {
			found = bare
		}
	}
	for k := i + 1; k < found.end; k++ { // "the [March 5, 1990]"
		if next := m.at(k, strata-1); next.rule != nil && next.start == k && next.end > found.end && next.end-next.start >= found.end-found.start {
			return next
		}
	}
	return found
}

// take matches one element at atom i: the atom after it and its value.
func (m *matcher) take(i, s int, e *edge) (int, value, bool) {
	a := &m.atoms[i]
	switch e.kind {
	case wordEl:
		if a.word == nil {
			return 0, value{}, false
		}
		for _, id := range e.ids {
			if id == a.word.id {
				return i + 1, value{}, true
			}
		}
		if a.word.mask&e.mask != 0 {
			for _, x := range a.word.entries {
				if e.mask&(1<<x.class) != 0 && (a.lead || !x.lead) {
					return i + 1, x.val, true
				}
			}
		}
		return 0, value{}, false
	case dateEl:
		sub := m.at(i, s-1)
		if sub.rule == nil || sub.start != i || sub.reach != sub.end || sub.sense.kind == "none" {
			return 0, value{}, false
		}
		g := sub.sense.grain()
		if g == noUnit && sub.sense.hasN && !sub.sense.set && sub.sense.ref == "" {
			g = spanGrain
		} else if g == hour && !sub.sense.is(fHour) {
			g = partGrain
		}
		if e.grains != 0 && e.grains&(1<<g) == 0 {
			return 0, value{}, false
		}
		return sub.end, value{sub: sub.sense}, true
	case properEl:
		return i + 1, value{}, a.kind == wordAtom && a.lead
	}
	return m.number(i, e.kind)
}
