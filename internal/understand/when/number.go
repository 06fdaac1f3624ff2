package when

import "entente"

// number matches the elements that are numbers of some sort at atom i.
func (m *matcher) number(i int, kind builtin) (int, value, bool) {
	a := &m.atoms[i]
	switch kind {
	case dayEl:
		return m.dayOfMonth(i)
	case yearEl:
		return m.year(i)
	case shortEl:
		return i + 1, value{n: a.num}, a.kind == numberAtom && a.glued && a.Len() == 2
	case ordEl:
		if a.kind == ordAtom {
			return i + 1, value{n: a.num}, true
		}
		j, v, ok := m.ordinal(i)
		return j, v, ok && v.n > 0
	case decadeEl:
		return i + 1, value{n: a.num / 10}, a.kind == decadeAtom
	case clockEl:
		return i + 1, value{n: float64(a.m*60 + a.d)}, a.kind == clockAtom
	case hourEl:
		j, v, ok := m.integer(i)
		return j, v, ok && v.n >= 1 && v.n <= 24 && j == i+1
	case isoEl:
		if a.kind != isoAtom {
			return 0, value{}, false
		}
		day := meaning{}
		day.put(fYear, a.y)
		day.put(fMonth, a.m)
		day.put(fDay, a.d)
		return i + 1, value{sub: &day}, true
	case intEl:
		return m.integer(i)
	}
	return m.amount(i)
}

// integer reads "12", "1,200", "twenty-four", "two hundred thousand".
func (m *matcher) integer(i int) (int, value, bool) {
	a := &m.atoms[i]
	if a.kind == numberAtom {
		return i + 1, value{n: a.num}, a.num == float64(int64(a.num))
	}
	ones, scales := m.lex.known.number, m.lex.known.scale
	total, part, seen := 0.0, 0.0, false
	j := i
	for j < len(m.atoms) {
		b := &m.atoms[j]
		k := j
		if seen && m.is(j, m.lex.known.hyphen) && j+1 < len(m.atoms) {
			k, b = j+1, &m.atoms[j+1]
		}
		if v, ok := b.in(ones); ok && (part == 0 || part >= 20 && int(part)%10 == 0 && v.n < 10 || part >= 100 && int(part)%100 == 0) {
			part += v.n
		} else if v, ok := b.in(scales); ok && seen && k == j {
			if v.n == 100 {
				part *= 100
			} else {
				total, part = total+part*v.n, 0
			}
		} else {
			break
		}
		seen, j = true, k+1
	}
	return j, value{n: total + part}, seen
}

// amount reads an integer and the fractions "2 1/2", "2.5", "two and a half".
func (m *matcher) amount(i int) (int, value, bool) {
	if a := &m.atoms[i]; a.kind == numberAtom && a.num != float64(int64(a.num)) {
		return i + 1, value{n: a.num}, true
	}
	j, v, ok := m.integer(i)
	if !ok {
		return 0, value{}, false
	}
	at := j
	if m.is(at, m.lex.known.hyphen) {
		at++
	}
	if at+2 < len(m.atoms) && m.atoms[at].kind == numberAtom && m.is(at+1, m.lex.known.slash) && m.atoms[at+2].kind == numberAtom && m.atoms[at+2].num > m.atoms[at].num && m.atoms[at+2].num < 10 {
		v.n += m.atoms[at].num / m.atoms[at+2].num
		return at + 3, v, true
	}
	and, one, halves := m.lex.known.and, m.lex.known.one, m.lex.known.fraction
	k := m.skipHyphen(j)
	for _, c := range [...]int{and, one} {
		if k >= len(m.atoms) {
			return j, v, true
		}
		if _, ok := m.atoms[k].in(c); !ok {
			return j, v, true
		}
		k = m.skipHyphen(k + 1)
	}
	if k < len(m.atoms) {
		if f, ok := m.atoms[k].in(halves); ok {
			v.n += f.n
			return k + 1, v, true
		}
	}
	return j, v, true
}

func (m *matcher) skipHyphen(i int) int {
	if m.is(i, m.lex.known.hyphen) {
		return i + 1
	}
	return i
}

// ordinal reads "third", "twenty-first".
func (m *matcher) ordinal(i int) (int, value, bool) {
	ords, ones := m.lex.known.ordinal, m.lex.known.number
	if v, ok := m.atoms[i].in(ords); ok {
		return i + 1, v, true
	}
	v, ok := m.atoms[i].in(ones)
	if !ok || v.n < 20 || i+2 >= len(m.atoms) || !m.is(i+1, m.lex.known.hyphen) {
		return 0, value{}, false
	}
	o, ok := m.atoms[i+2].in(ords)
	return i + 3, value{n: v.n + o.n}, ok && o.n < 10
}

func (m *matcher) dayOfMonth(i int) (int, value, bool) {
	a := &m.atoms[i]
	if a.kind == numberAtom || a.kind == ordAtom {
		return i + 1, value{n: a.num}, a.num >= 1 && a.num <= 31 && a.Len() <= 4
	}
	j, v, ok := m.ordinal(i)
	return j, v, ok && v.n >= 1 && v.n <= 31
}

// year reads "1990", "nineteen ninety-seven", "two thousand four".
func (m *matcher) year(i int) (int, value, bool) {
	a := &m.atoms[i]
	if a.kind == numberAtom {
		return i + 1, value{n: a.num}, a.Len() == 4 && a.num >= 1000 && a.num < 2200
	}
	ones := m.lex.known.number
	v, ok := a.in(ones)
	if !ok {
		return 0, value{}, false
	}
	if v.n >= 16 && v.n <= 20 && i+1 < len(m.atoms) {
		if j, low, ok := m.integer(i + 1); ok && low.n >= 10 && low.n < 100 && m.atoms[i+1].kind == wordAtom {
			return j, value{n: v.n*100 + low.n}, true
		}
	}
	if v.n == 2 {
		j, v, ok := m.integer(i)
		return j, v, ok && v.n >= 2000 && v.n < 2100
	}
	return 0, value{}, false
}

// is reports whether atom i is the word or mark w.
func (m *matcher) is(i int, w *word) bool {
	return i < len(m.atoms) && m.atoms[i].word != nil && m.atoms[i].word == w
}

// counts reports whether the number that looks like a year counts what stands
// behind it, or is a sum of money: "2000 troops", "$1990".
func (m *matcher) counts(d *entente.Document, f match) bool {
	a := &m.atoms[f.start]
	if a.kind != numberAtom || f.end != f.start+1 {
		return false
	}
	if a.num < 1500 || a.num > 2100 || a.Start > 0 && a.glued && m.atoms[f.start-1].kind == punctAtom && !m.is(f.start-1, m.lex.known.hyphen) && d.Text[a.Start-1] != '(' && d.Text[a.Start-1] != '"' && d.Text[a.Start-1] != '/' {
		return true
	}
	if f.end >= len(m.atoms) {
		return false
	}
	next := &m.atoms[f.end]
	if _, ok := next.in(m.lex.known.counted); ok {
		return true
	}
	if next.kind != wordAtom || len(d.Tokens) == 0 {
		return false
	}
	t := d.TokenAt(next.Start)
	return t < len(d.Tokens) && d.Tokens[t].XPOS == "NNS" && f.reach == f.end && f.start > 0 && f.rule.id == "year.year"
}
