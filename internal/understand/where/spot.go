package where

import (
	"slices"
	"sort"
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// longest is how many atoms a name may have.
const longest = 7

// smallTown is the weight below which a town must be vouched for by the words
// beside it: some 15,000 people.
const smallTown = 13.9

// spot collects the mentions, from left to right, the longest name at each
// place.
func (s *search) spot() {
	s.people()
	for i := 0; i < len(s.atoms); {
		m, ok := s.at(i)
		if !ok {
			i++
			continue
		}
		if s.accept(&m) {
			s.found = append(s.found, m)
		}
		i = m.last
	}
	known := map[string]bool{} // names that some mention shows to be a place's
	for i := range s.found {
		if s.found[i].sure {
			known[s.found[i].key] = true
		}
	}
	s.recall(known)
	s.found = slices.DeleteFunc(s.found, func(m mention) bool {
		return !m.sure && !known[m.key] && m.last == m.first+1 && s.persons[s.atoms[m.first].Form] && m.places[0].Kind != "country"
	})
}

// recall takes small towns back that nothing beside them vouches for, but
// another mention of the name does, or a list of places in which they stand.
func (s *search) recall(known map[string]bool) {
	if len(s.maybe) == 0 {
		return
	}
	before := len(s.found)
	for _, m := range s.maybe {
		if known[m.key] || s.listed(m, s.found[:before]) {
			s.found = append(s.found, m)
		}
	}
	sortMentions(s.found)
}

// listed reports whether the mention stands in a row with one of the others:
// "Homs, [Hama] and Idlib".
func (s *search) listed(m mention, others []mention) bool {
	k := sort.Search(len(others), func(k int) bool { return others[k].last > m.first })
	row := func(from, to int) bool {
		return to-from == 0 && s.comma(from-1) || to-from == 1 && s.is(from, conjunction)
	}
	return k > 0 && row(others[k-1].last, m.first) || k < len(others) && row(m.last, others[k].first)
}

func sortMentions(list []mention) {
	slices.SortStableFunc(list, func(a, b mention) int { return a.first - b.first })
}

// at finds the longest name that begins at atom i.
func (s *search) at(i int) (mention, bool) {
	if !s.capital(i) && !(s.is(i, connector|direction) && s.joined(i) && s.capital(i+1)) {
		return mention{}, false
	}
	end := i + 1
	for end < len(s.atoms) && end-i < longest && s.atoms[end].Glued && s.atoms[end].Start-s.atoms[end-1].End < 3 {
		end++
	}
	for ; end > i; end-- {
		if !s.capital(end-1) && (end-1 == i || !s.is(end-1, generic)) {
			if end-1 == i || !s.tail(end-1) {
				continue
			}
		}
		if end-i == 1 && !s.whole(i) {
			continue
		}
		if places := s.placesAt(i, end); len(places) > 0 && (end-i > 1 || len(s.atoms[i].Form) > 3 || places[0].Written) {
			return s.mention(i, end, s.key(i, end), places), true
		}
	}
	of, ok := s.lex.anywhere[s.atoms[i].Form]
	if !ok && s.isPlaceBefore(i) && s.comma(i-1) {
		of, ok = s.lex.short[s.atoms[i].Form]
	}
	if ok && s.atoms[i].Len() > 1 && (s.comma(i-1) || strings.Contains(s.d.TextOf(s.atoms[i].Span), ".")) {
		key, iso3, _ := strings.Cut(of, "|")
		m := s.mention(i, i+1, key, s.only(key, iso3))
		m.fixed = true
		return m, len(m.places) > 0
	}
	return mention{}, false
}

// tail reports whether atom i may end a name in lower case, as "ri" in
// "Punggye-ri" does: it hangs on a hyphen.
func (s *search) tail(i int) bool {
	gap := s.d.Text[s.atoms[i-1].End:s.atoms[i].Start]
	return gap == "-" || gap == "’" || gap == "'" || s.is(i, generic|settlement) || !s.capital(i) && s.capital(i-1) && s.atoms[i].Len() > 4
}

// whole reports whether a single atom may be a name: those of two letters only
// when they are written in capitals, as "US" and "UK".
func (s *search) whole(i int) bool {
	if len(s.atoms[i].Form) > 2 {
		return true
	}
	word := s.d.TextOf(s.atoms[i].Span)
	return strings.ToUpper(word) == word
}

// key is what atoms [i, end) are looked up under.
func (s *search) key(i, end int) string {
	if end == i+1 {
		return s.words[i]
	}
	return strings.Join(s.words[i:end], " ")
}

// placesAt looks up atoms [i, end).
func (s *search) placesAt(i, end int) []gazetteer.Place {
	s.buf = append(s.buf[:0], s.words[i]...)
	for k := i + 1; k < end; k++ {
		s.buf = append(append(s.buf, ' '), s.words[k]...)
	}
	if !gazetteer.MayBePlace(s.buf) {
		return nil
	}
	if p, ok := s.byKey[string(s.buf)]; ok {
		return p
	}
	return s.named(string(s.buf))
}

func (s *search) mention(i, end int, key string, places []gazetteer.Place) mention {
	return mention{first: i, last: end, span: entente.Span{Start: s.atoms[i].Start, End: s.atoms[end-1].End}, key: key, places: places, pick: 0, rule: "gazetteer"}
}

// only keeps the regions of a country among the places of a key.
func (s *search) only(key, iso3 string) []gazetteer.Place {
	for _, p := range s.named(key) {
		if p.Kind == "region" && !p.County && p.Country == iso3 {
			return []gazetteer.Place{p}
		}
	}
	return nil
}
