package quote

import (
	"strings"

	"entente"
)

// covered reports whether a known cue already takes the quoted words of f.
func covered(list []found, f found) bool {
	for i := range list {
		if g := &list[i]; g.cue != f.cue && g.first < f.last && f.first < g.last {
			return true
		}
	}
	return false
}

// choose drops the candidates that lie inside the content of another, and of
// two that share their content the less telling one.
func (s *scan) choose(list []found) []found {
	s.part(list)
	list = s.cited(list)
	drop := make([]bool, len(list))
	for i := range list {
		for j := range list {
			if i == j || drop[i] || drop[j] {
				continue
			}
			a, b := &list[i], &list[j]
			inside := b.first <= a.cue && a.cue < b.last && a.cue >= 0
			around := a.first <= b.cue && b.cue < a.last && b.cue >= 0
			switch {
			case a.nobody != b.nobody:
				drop[i] = a.nobody && a.first < b.last && b.first < a.last
			case inside && !around && s.passesOn(b, a):
				drop[j] = true
			case inside && !around:
				drop[i] = true
			case a.first < b.last && b.first < a.last && !around:
				drop[i] = s.weaker(a, b, i, j)
			case inside && around:
				drop[i] = s.weaker(a, b, i, j)
			}
		}
	}
	kept := list[:0:0]
	for i := range list {
		if !drop[i] {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// passesOn reports whether outer is an outlet that tells what inner says:
// "NPR reported the minister recommended ...". Then inner is the statement and
// the outlet its relay. So it is with "the minister said, according to NPR".
func (s *scan) passesOn(outer, inner *found) bool {
	if outer.cue > inner.cue && inner.last <= outer.cue && inner.kind == speech && inner.slot == "quote" && inner.speaker >= 0 && strings.HasPrefix(outer.id, "phrase.") {
		return true
	}
	return outer.speaker >= 0 && s.outletOf[outer.speaker] && inner.kind == speech && inner.speaker > outer.cue &&
		inner.speaker < inner.cue && inner.last >= outer.last-1
}

// cited gives a report to the source that it cites: "Reuters, citing
// officials, reported ..."; what cites is then no statement of its own.
func (s *scan) cited(list []found) []found {
	kept := list[:0:0]
	for i := range list {
		a := &list[i]
		o := s.d.Kid(a.cue, entente.Obj)
		if o < 0 || !s.x.citing[s.d.Tokens[a.cue].Lemma] || !s.isSource(o) {
			kept = append(kept, *a)
			continue
		}
		taken := false
		for j := range list {
			if b := &list[j]; j != i && b.kind == speech && b.speaker == a.speaker && !(a.cue >= b.first && a.cue < b.last) {
				b.speaker, taken = o, true
				for k := range kept {
					if kept[k].cue == b.cue {
						kept[k].speaker = o
					}
				}
			}
		}
		if !taken {
			kept = append(kept, *a)
		}
	}
	return kept
}

// isSource reports whether a noun is one who may be cited.
func (s *scan) isSource(n int) bool {
	if _, ok := s.who.at(n); ok {
		return true
	}
	lemma := s.d.Tokens[n].Lemma
	return s.x.anonNoun[lemma] || s.x.documents[lemma] || s.x.official[lemma]
}

// part cuts a content at a further cue of the same sentence that is joined to
// the first by a comma: "..., and said ...", "..., saying ...", "..., while
// others say ...". Without a subject of its own it goes on with the speaker.
func (s *scan) part(list []found) {
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			if b.cue <= a.first || b.cue >= a.last || a.cue >= a.first || b.kind != speech || b.cue < 1 {
				continue
			}
			own := s.d.Kid(b.cue, entente.Nsubj)
			c := s.joint(a, b, own)
			if c <= a.first+1 {
				continue
			}
			if a.first, a.last = s.tidy(a.first, c); own < 0 {
				b.speaker = a.speaker
			}
		}
	}
}

// joint is the token of the comma that parts the cue of b from the content of
// a, 0 when none does.
func (s *scan) joint(a, b *found, own int) int {
	c := b.cue - 1
	if own >= 0 && own < b.cue {
		c, _ = s.nounPhrase(own)
		c--
	}
	for c > a.first+1 && own < 0 && (s.d.Tokens[c].UPOS == entente.ADV || s.d.Tokens[c].UPOS == entente.AUX) {
		c--
	}
	if c <= a.first+1 {
		return 0
	}
	before := c - 1
	for before > a.first && s.in[before] >= 0 && s.d.Tokens[before].UPOS == entente.PUNCT && s.form(before) != "," {
		before--
	}
	gerund := s.d.Tokens[b.cue].Morph.Has(entente.Gerund) && own < 0
	switch {
	case (s.d.Tokens[c].UPOS == entente.CCONJ || s.x.contrast[s.form(c)]) && s.form(before) == ",":
		return c - 1
	case gerund && s.form(c) == "," && rank(a.slot) > 6:
		return c
	case gerund && b.slot == "quote" && a.slot != "quote":
		return b.cue
	}
	return 0
}

// weaker reports whether a is less telling than b.
func (s *scan) weaker(a, b *found, i, j int) bool {
	if x, y := a.weight(), b.weight(); x != y {
		return x < y
	}
	if x, y := a.last-a.first, b.last-b.first; x != y {
		return x < y
	}
	return i > j
}

func (f *found) weight() int {
	w := 10 - rank(f.slot)
	if f.nobody {
		return 0
	}
	if f.kind == speech || f.kind == document {
		w += 10
	}
	if f.speaker >= 0 {
		w += 5
	}
	return w
}
