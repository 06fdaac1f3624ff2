package where

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// accept says whether the name at m is used for a place, and notes what
// stands beside it. A refused name may still be longer than what it holds.
func (s *search) accept(m *mention) bool {
	s.extend(m)
	if m.last == m.first+1 && s.is(m.first, never) || s.timed(m.span) || s.acronym(m) || s.sum(m) || s.bearing(m) {
		return false
	}
	m.sure = m.sure || s.vouched(m)
	if m.last == m.first+1 && s.lex.demonyms[s.atoms[m.first].Form] && m.places[0].Kind != "country" && !s.comma(m.last-1) {
		return false
	}
	if s.insidePerson(m) || s.insideName(m) {
		return false
	}
	top := m.places[0]
	single := m.last == m.first+1
	if single && s.is(m.first, doubtful) {
		strong := s.is(m.first-1, locative) && s.joined(m.first-1) || s.comma(m.last-1) && (s.short(m.last) || s.isRegion(m.last)) || s.ofSettlement(m.first)
		return strong && s.proper(m.first) && !(s.joined(m.first) && s.is(m.last, ofword))
	}
	if top.Kind == "country" || top.Written {
		return true
	}
	if !m.sure && !s.proper(m.first) && (s.starts(m.first) || single && top.Weight < 15) {
		return false
	}
	if top.Weight < smallTown && !m.sure {
		s.maybe = append(s.maybe, *m)
		return false
	}
	return true
}

// extend takes in a generic word: Idlib [province], Quezon [City].
func (s *search) extend(m *mention) {
	i := m.last
	if !s.joined(i-1) || !s.is(i, generic|cityword) || s.capital(i) && s.joined(i) && (s.is(i+1, ofword) || s.capital(i+1) && !s.is(i+1, role)) {
		return
	}
	kind := "region"
	if s.is(i, cityword) {
		kind = "city"
	}
	var fit []gazetteer.Place
	for _, p := range m.places {
		if p.Kind == kind {
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return
	}
	m.places, m.sure = fit, true
	if s.capital(i) {
		m.last = i + 1
		m.span.End = s.atoms[i].End
	}
	m.rule = "generic"
}

// timed reports whether the words are a time: May, March, August.
func (s *search) timed(span entente.Span) bool {
	lo, hi := 0, len(s.d.Times)
	for lo < hi {
		if k := (lo + hi) / 2; s.d.Times[k].End <= span.Start {
			lo = k + 1
		} else {
			hi = k
		}
	}
	return lo < len(s.d.Times) && s.d.Times[lo].Overlaps(span)
}

// vouched reports whether the words beside the name show that it is a place.
func (s *search) vouched(m *mention) bool {
	if m.sure || s.comma(m.last-1) && (s.short(m.last) || s.isRegion(m.last)) {
		return true
	}
	i := m.first - 1
	for i >= 0 && s.joined(i) && s.is(i, direction) {
		i--
	}
	if i < 0 || !s.joined(i) {
		return s.comma(m.first-1) && s.isPlaceBefore(m.first)
	}
	if s.is(i, locative|waterside|motion) || s.takes(i) {
		return true
	}
	return s.ofSettlement(m.first)
}

// short reports whether atom i is the short form of a region: "Paris, [Tex.]".
func (s *search) short(i int) bool {
	if i >= len(s.atoms) {
		return false
	}
	_, ok := s.lex.short[s.atoms[i].Form]
	return ok
}

// isRegion reports whether a country or region is named at atom i.
func (s *search) isRegion(i int) bool {
	for end := min(i+3, len(s.atoms)); end > i; end-- {
		if !s.capital(i) || !s.capital(end-1) || end-i > 1 && !s.joined(end-2) {
			continue
		}
		for _, p := range s.placesAt(i, end) {
			if p.Kind == "country" || p.Kind == "region" {
				return true
			}
		}
	}
	return false
}

// isPlaceBefore reports whether a mention ends right before atom i.
func (s *search) isPlaceBefore(i int) bool {
	return len(s.found) > 0 && s.found[len(s.found)-1].last == i
}

// sum reports whether the name belongs to a sum of money: US$460.
func (s *search) sum(m *mention) bool {
	return m.span.End < len(s.d.Text) && s.d.Text[m.span.End] == '$'
}

// acronym reports whether the name is a word in capitals among words that are
// not, as NATO is, or the name of a body of the text.
func (s *search) acronym(m *mention) bool {
	word := s.d.TextOf(m.span)
	if m.last > m.first+1 || m.fixed || m.places[0].Written || strings.ToUpper(word) != word {
		return false
	}
	if s.bodies[m.span] {
		return true
	}
	if len(word) > 6 {
		return false
	}
	for _, k := range [...]int{m.first - 1, m.last} {
		if k >= 0 && k < len(s.atoms) && s.atoms[k].Len() > 2 && strings.ToUpper(s.atoms[k].Form) == s.atoms[k].Form {
			return false // a headline in capitals
		}
	}
	return !s.dateline(m) && !s.dash(m.span.End)
}

// bearing reports whether the name is no more than a point of the compass:
// West, North-Eastern.
func (s *search) bearing(m *mention) bool {
	for i := m.first; i < m.last; i++ {
		if s.lex.classes[strings.ToLower(s.atoms[i].Form)]&direction == 0 {
			return false
		}
	}
	return true
}
