package where

import (
	"entente/internal/gazetteer"
)

// unlisted adds towns and landforms that the gazetteer lacks and the text
// explains: "the village of X in Kenya", "in X, Kenya", "the X district", "Lake
// X". They stand where the place that explains them stands.
func (s *search) unlisted() {
	s.namesakes()
	var more []mention
	for i := 0; i < len(s.atoms); i++ {
		if !s.capital(i) || s.covered(i) || s.joined(i-1) && s.capital(i-1) && s.proper(i-1) || !s.proper(i) && !s.ofSettlement(i) {
			continue
		}
		end := i + 1
		for end < len(s.atoms) && end < i+4 && s.joined(end-1) && s.capital(end) && s.proper(end) && !s.covered(end) {
			end++
		}
		if m, ok := s.explain(i, end); ok {
			more = append(more, m)
		}
		i = end - 1
	}
	if len(more) > 0 {
		s.found = append(s.found, more...)
		sortMentions(s.found)
	}
}

// famousTown is the weight of towns that are not taken for a namesake: some
// million people.
const famousTown = 20

// namesakes makes towns unlisted that the text puts in a country or region
// where the gazetteer knows none of the name: "in Cambridge, Nigeria".
func (s *search) namesakes() {
	for i := 0; i+1 < len(s.found); i++ {
		m, next := &s.found[i], &s.found[i+1]
		if next.first != m.last || !s.comma(m.last-1) || !s.joined(m.first-1) || !s.is(m.first-1, locative|ofword) || i+2 < len(s.found) && s.adjacent(i+1) && s.found[i+2].places[0].Kind == next.places[0].Kind {
			continue
		}
		if q := &next.places[0]; q.Kind != "country" && (q.Kind != "region" || q.County) {
			continue
		}
		elsewhere := true
		for _, p := range m.places {
			elsewhere = elsewhere && p.Kind == "city" && p.Weight < famousTown
			for _, q := range next.places {
				elsewhere = elsewhere && p.Country != q.Country
			}
		}
		if elsewhere {
			m.rule, m.sure, m.fixed, m.outer = "unlisted", true, true, next.first
			m.places = []gazetteer.Place{{Name: s.d.TextOf(m.span), Kind: "city"}}
		}
	}
}

// explain looks for what makes the capitalised words [i, end) a place.
func (s *search) explain(i, end int) (mention, bool) {
	kind := "city"
	land := s.is(i, landform) && end > i+1 || s.is(end-1, landform) && end > i+1
	if s.is(i, generic|regionhead|settlement|role|title|direction) && end == i+1 {
		return mention{}, false
	}
	if s.timed(s.atoms[i].Span) || s.persons[s.atoms[end-1].Form] || !land && s.is(end-1, orghead|title|role|doubtful) || s.atoms[i].Len() < 3 {
		return mention{}, false
	}
	of := s.ofSettlement(i)
	in := s.joined(i-1) && s.is(i-1, locative)
	tail := s.joined(end-1) && s.is(end, generic|settlement) && !s.capital(end) && !of
	outer := -1
	if of || in {
		outer = s.explained(end, of)
	}
	if outer < 0 && (tail || land || of) && !s.starts(i) {
		outer = s.around(i)
	}
	if outer < 0 {
		return mention{}, false
	}
	if land {
		kind = "area"
	} else if tail && s.is(end, generic) || of && s.is(i-2, regionhead) {
		kind = "region"
	}
	m := s.mention(i, end, s.key(i, end), nil)
	m.rule, m.sure, m.fixed = "unlisted", true, true
	m.places = []gazetteer.Place{{Name: s.d.TextOf(m.span), Kind: kind}}
	m.outer = s.found[outer].first
	return m, true
}

// ofSettlement reports whether "the village of" or the like stands before atom i.
func (s *search) ofSettlement(i int) bool {
	if s.capital(i-2) && s.is(i-2, regionhead) && s.is(i-2, role|orghead|office) {
		return false
	}
	return s.joined(i-1) && s.is(i-1, ofword) && s.is(i-2, settlement|regionhead)
}

// around is the mention nearest to atom i, within forty atoms; -1 for none.
func (s *search) around(i int) int {
	k := s.after(i)
	best, far := -1, 40
	for _, j := range [...]int{k - 1, k} {
		if j < 0 || j >= len(s.found) {
			continue
		}
		if d := max(s.found[j].first-i, i-s.found[j].last); d < far {
			best, far = j, d
		}
	}
	return best
}

// settle puts the unlisted places where those that explain them are.
func (s *search) settle() {
	for i := range s.found {
		m := &s.found[i]
		if m.rule != "unlisted" {
			continue
		}
		if k := s.after(m.outer); k < len(s.found) && s.found[k].first == m.outer {
			o := s.found[k].places[max(s.found[k].pick, 0)]
			p := &m.places[0]
			p.Country, p.Region, p.Lat, p.Lon = o.Country, o.Region, o.Lat, o.Lon
		}
	}
}

// covered reports whether a mention holds atom i.
func (s *search) covered(i int) bool {
	k := s.after(i)
	return k < len(s.found) && s.found[k].first <= i
}

// after is the first mention that ends behind atom i.
func (s *search) after(i int) int {
	lo, hi := 0, len(s.found)
	for lo < hi {
		if m := (lo + hi) / 2; s.found[m].last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// explained finds the mention in which the text puts the name that ends at atom
// end: after a comma, or after "in" when a settlement is named; -1 for none.
func (s *search) explained(end int, settled bool) int {
	k := s.after(end)
	if k >= len(s.found) {
		return -1
	}
	m := &s.found[k]
	near := m.first == end && s.comma(end-1) || s.inside(end, m.first)
	if settled && m.first <= end+6 && !near {
		for j := end; j < m.first; j++ {
			near = near || s.is(j, locative)
		}
	}
	if top := m.places[0]; !near || top.Kind != "country" && top.Kind != "region" && top.Kind != "city" {
		return -1
	}
	return k
}
