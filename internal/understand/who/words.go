package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// findRoles looks up words for people and bodies.
func (s *scan) findRoles() {
	atoms := make([]gazetteer.Atom, 0, len(s.d.Tokens))
	toks := make([]int, 0, len(s.d.Tokens))
	for t := range s.d.Tokens {
		form := bare(s.low[t])
		glued := t > 0 && s.sentOf[t] == s.sentOf[t-1]
		if form == "-" || form == "" {
			continue
		}
		if n := len(toks); n > 0 && toks[n-1] != t-1 && s.low[t-1] != "-" {
			glued = false
		}
		if c := form[0]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80) {
			form, glued = "\x00", false
		}
		rest, more := gazetteer.Unaccent(form), true
		for more { // "vice-president" may be one token
			form, rest, more = strings.Cut(rest, "-")
			atoms = append(atoms, gazetteer.Atom{Span: s.d.Tokens[t].Span, Form: form, Glued: glued})
			toks = append(toks, t)
			glued = true
		}
	}
	ids := s.lx.trie.Words(atoms)
	for i := 0; i < len(atoms); {
		end, node := s.lx.trie.Longest(atoms, ids, i)
		if i > 0 && toks[i] == toks[i-1] || node != 0 && end < len(toks) && toks[end] == toks[end-1] {
			node = 0 // part of a token
		}
		if node == 0 || !s.roleFits(toks[i], toks[end-1], &s.lx.roles[s.lx.trie.First(node)/2]) {
			if r, ok := s.linkedName(toks[i]); ok {
				s.addRole(r)
				for i < len(toks) && toks[i] <= r.last {
					i++
				}
				continue
			}
			i++
			continue
		}
		v := s.lx.trie.First(node)
		r := roleHit{first: toks[i], last: toks[end-1], role: int(v / 2), many: v%2 == 1}
		r.core = r.last
		if k := s.lx.roles[r.role].kind; (k != "person" || s.lx.roles[r.role].id == "minister") && s.capital(r.last) && s.capital(r.first) {
			r.last = s.extend(r.first, r.last)
			if k == "person" {
				r.core = r.last
			}
		}
		s.addRole(r)
		for i = end; i < len(toks) && toks[i] <= r.last; {
			i++
		}
	}
}

// bare is a word without points, and without apostrophes around it.
func bare(word string) string {
	if strings.IndexByte(word, '.') >= 0 {
		word = strings.ReplaceAll(word, ".", "")
	}
	return strings.Trim(word, "'’")
}

func (s *scan) addRole(r roleHit) {
	for t := r.first; t <= r.last; t++ {
		s.roleAt[t] = len(s.roles)
	}
	s.roleEnd[r.last] = len(s.roles)
	s.roles = append(s.roles, r)
}

// extend lengthens a capitalised body by what it is for: "Department of
// Health and Human Services"; it returns the last token of the name.
func (s *scan) extend(first, t int) int {
	last, linked := t, false
	for k := first; k < t; k++ {
		linked = linked || s.lx.is("name-links", s.low[k])
	}
	for k := t + 1; k < len(s.d.Tokens) && s.sentOf[k] == s.sentOf[t] && k < t+9; k++ {
		switch {
		case s.capital(k) && s.isGiven(k):
			return last
		case s.capital(k) && s.hitAt[k] < 0 && !s.timed[k] && s.place[k] < 0 && last < k-1 && s.d.Tokens[k].UPOS != entente.PRON:
			last = k
		case s.capital(k) && last == k-1 && last > t && s.hitAt[k] < 0 && !s.timed[k]:
			last = k
		case s.lx.is("name-links", s.low[k]) && s.hitAt[k] < 0 && (last == k-1 || s.lx.is("name-links", s.low[k-1])):
			if s.d.Tokens[k].UPOS == entente.CCONJ && (last == t && !linked || s.after(k) && !s.capital(k+1)) {
				return last
			}
		default:
			return last
		}
	}
	return last
}

// roleFits reports whether the words stand as a noun: "general" in "general
// election" and "head" as a verb do not.
func (s *scan) roleFits(first, last int, class *role) bool {
	t := &s.d.Tokens[last]
	for k := first; k <= last; k++ {
		if h := s.hitAt[k]; h >= 0 && (s.hits[h].not || s.hits[h].last > last || s.hits[h].first < first) {
			return false
		}
	}
	if first > 1 && s.low[first-1] == "-" && s.d.Tokens[first-2].UPOS == entente.NUM && s.d.Tokens[first-2].End == s.d.Tokens[first-1].Start {
		return false // "the 55-member bloc"
	}
	if first > 2 && s.d.Tokens[first-1].UPOS == entente.NUM && s.low[first-2] == "-" && s.capital(first-3) && s.d.Tokens[first-3].End == s.d.Tokens[first-2].Start {
		return false // "F-22 fighters"
	}
	if first == last && s.lx.capital[strings.ReplaceAll(s.low[first], ".", "")] && !s.capital(first) {
		return false
	}
	if first == last && s.capital(first) && first > s.d.Sentences[s.sentOf[first]].First && s.d.Tokens[first-1].UPOS != entente.DET && s.full(s.d.Form(first)) && !(s.after(last) && s.capital(last+1)) {
		return false // "Weeks and King", of whom one is Kevin King
	}
	switch t.UPOS {
	case entente.NOUN, entente.PROPN:
		return true
	case entente.ADJ, entente.X, entente.NUM:
		if last+1 == len(s.d.Tokens) || s.sentOf[last+1] != s.sentOf[last] {
			return true
		}
		next := s.d.Tokens[last+1].UPOS
		return last > first || (class.title || s.nationalOf(last)) && next == entente.PROPN && s.capital(last+1) || next != entente.NOUN && next != entente.PROPN && next != entente.ADJ && next != entente.NUM && next != entente.PUNCT && next != entente.CCONJ
	case entente.VERB:
		return last > first && t.XPOS == "VBG"
	}
	return false
}

// capital reports whether the token begins with a capital letter.
func (s *scan) capital(t int) bool {
	if t < 0 || t >= len(s.d.Tokens) {
		return false
	}
	f := s.d.Form(t)
	return f != "" && (f[0] >= 'A' && f[0] <= 'Z' || f[0] >= 0xC3 && strings.ToLower(f) != f)
}

// linkedName reads "Commission on International Religious Freedom", whose
// first word makes a name only with what follows.
func (s *scan) linkedName(t int) (roleHit, bool) {
	c, ok := s.lx.proper[s.d.Form(t)]
	if !ok || s.hitAt[t] >= 0 || !s.after(t) || !s.lx.is("name-links", s.low[t+1]) {
		return roleHit{}, false
	}
	last := s.extend(t, t)
	if last == t {
		return roleHit{}, false
	}
	return roleHit{first: t, last: last, core: t, role: c}, true
}
