package where

import "entente"

// people notes the last words of persons' names, so that "Clinton" is a person
// wherever the text has told of "Bill Clinton" or "President Clinton".
func (s *search) people() {
	for _, a := range s.d.Actors {
		for _, m := range a.Mentions {
			if a.Kind == entente.OrgActor && a.Country == "" {
				s.bodies[m.Span] = true
			}
			if a.Kind != entente.PersonActor {
				continue
			}
			if last, ok := s.fullName(m.Span); ok {
				s.persons[s.atoms[last].Form] = true
			}
		}
	}
	for i := range s.atoms {
		if s.capital(i) && s.joined(i-1) && s.is(i-1, title) && !s.is(i, role|title|connector) && s.proper(i) {
			last := i
			for s.joined(last) && s.capital(last+1) && s.proper(last+1) && last < i+3 {
				last++
			}
			s.persons[s.atoms[last].Form] = true
		}
	}
}

// fullName reports whether the words of a mention are two to four capitalised
// ones and no office among them, and gives the last.
func (s *search) fullName(span entente.Span) (last int, ok bool) {
	first, end := s.atomAt(span.Start), s.atomAt(span.End)
	if end-first < 2 || end-first > 4 || end > len(s.atoms) {
		return 0, false
	}
	for i := first; i < end; i++ {
		if !s.capital(i) || s.is(i, role) || i+1 < end && !s.joined(i) {
			return 0, false
		}
	}
	return end - 1, len(s.placesAt(first, end)) == 0
}

// atomAt is the first atom that begins at or after byte offset pos.
func (s *search) atomAt(pos int) int {
	lo, hi := 0, len(s.atoms)
	for lo < hi {
		if m := (lo + hi) / 2; s.atoms[m].Start < pos {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// insidePerson reports whether the name is, or is part of, a person's.
func (s *search) insidePerson(m *mention) bool {
	owner := s.is(m.last, possessive)
	if m.last == m.first+1 && s.persons[s.atoms[m.first].Form] && m.places[0].Kind != "country" && (!m.sure || owner || s.toPerson(m)) {
		return true
	}
	return s.joined(m.first-1) && s.is(m.first-1, title) && s.capital(m.first-1) && m.places[0].Kind != "country"
}

// toPerson reports whether what stands before the family name of somebody named
// before is a preposition without a word of motion: "their support to Stein".
func (s *search) toPerson(m *mention) bool {
	i := m.first - 1
	return s.is(i, motion|waterside) && s.joined(i) && !s.moves(i) && !s.comma(m.last-1)
}

// insideName reports whether the name is part of a longer one: of a person
// (Paris Hilton), a body (Boston University) or a thing (the Suez Herald).
func (s *search) insideName(m *mention) bool {
	i := m.first - 1
	if i > 0 && s.joined(i) && s.is(i, ofword) && s.is(i-1, orghead) && s.capital(i-1) {
		return true
	}
	single := m.last == m.first+1
	if s.joined(i) && s.is(i, leaning) && s.d.Text[s.atoms[i].End] == '-' {
		return true
	}
	if single && s.joined(i) && s.is(i, particle) && !s.capital(i) { // Olivia de Vera
		return true
	}
	if single && s.joined(i) && s.capital(i) && !s.starts(i) && !s.is(i, direction|role|title|locative|motion|beside) && s.joined(m.first) && s.capital(m.last) && !s.isPlaceBefore(m.first) && !s.timed(s.atoms[i].Span) && m.places[0].Kind != "country" {
		return true
	}
	if s.joined(i) && s.capital(i) && s.proper(i) && !s.is(i, direction|role|locative|motion|beside) && (!s.starts(i) || len(s.d.Tokens) > 0) && !s.isPlaceBefore(m.first) && !s.timed(s.atoms[i].Span) {
		if single && !s.is(i, settlement|cityword|landform|orghead|generic) {
			s.persons[s.atoms[m.first].Form] = true
		}
		return true
	}
	i = m.last
	if !s.joined(i-1) || s.timed(s.atoms[i].Span) {
		return false
	}
	if s.is(i, illness) && m.places[0].Kind != "country" {
		return true
	}
	if s.inCity(m) {
		return false
	}
	if s.capital(i) && s.is(i, orghead) && !s.is(i, role) {
		return true
	}
	if m.places[0].County && !single || !s.capital(i) || !s.proper(i) || s.is(i, role|direction|title) || s.is(i, generic) && !(s.joined(i) && (s.is(i+1, ofword) || s.capital(i+1) && s.proper(i+1) && !s.is(i+1, role))) {
		return false
	}
	next, ok := s.at(i)
	land := ok && (next.places[0].Kind == "country" || next.places[0].Kind == "region" || next.places[0].Weight > 17) && !s.is(i, doubtful)
	return !land
}

// bigCity is the weight from which a city's name before that of a building
// means the city: some 100,000 people.
const bigCity = 16.6

// inCity reports whether the name of a larger city begins that of a building
// which stands there: "Seoul City Hall", "Kabul International Airport".
func (s *search) inCity(m *mention) bool {
	if p := &m.places[0]; p.Kind != "city" || p.Weight < bigCity {
		return false
	}
	i := m.last
	for i < len(s.atoms) && i < m.last+3 && s.joined(i-1) && s.capital(i) {
		i++
	}
	return i > m.last && s.is(i-1, building) && !(i < len(s.atoms) && s.joined(i-1) && s.capital(i))
}
