package where

import (
	"math"

	"entente/internal/gazetteer"
)

// resolve decides which place each mention means: first those that another
// place beside them fixes, then the rest by what the text is about.
func (s *search) resolve() {
	for i := range s.found {
		s.pairs(i)
	}
	s.count()
	lands := s.lands()
	s.weighed = map[string][]float64{}
	for i := range s.found {
		if m := &s.found[i]; !m.fixed {
			m.pick = s.best(i, lands, nil)
		}
	}
	s.agree()
	points := s.points()
	s.weighed = map[string][]float64{}
	for i := range s.found {
		if m := &s.found[i]; !m.fixed && len(m.places) > 1 {
			m.pick = s.best(i, lands, points)
		}
	}
	s.agree()
}

// pairs reads "Aleppo, Syria" and "Paris, Tex.": the second name is a country
// or region, the first lies in it.
func (s *search) pairs(i int) {
	m := &s.found[i]
	next := m.last
	var outer []gazetteer.Place
	switch {
	case i+1 < len(s.found) && s.found[i+1].first == next && s.comma(next-1) && !s.row(i):
		outer = s.found[i+1].places
	case i+1 < len(s.found) && s.inside(next, s.found[i+1].first):
		next = s.found[i+1].first
		outer = s.found[i+1].places
	case s.comma(next - 1):
		if of, ok := s.lex.short[s.atoms[next].Form]; ok {
			key, iso3 := cutKey(of)
			outer = s.only(key, iso3)
		}
	}
	for a, p := range m.places {
		for b, q := range outer {
			if p.Kind != "country" && holds(q, p) {
				m.pick, m.fixed, m.rule = a, true, "pair"
				if i+1 < len(s.found) && s.found[i+1].first == next && !s.found[i+1].fixed {
					s.found[i+1].pick, s.found[i+1].fixed, s.found[i+1].rule = b, true, "pair"
				}
				return
			}
		}
	}
}

// inside reports whether the atoms [from, to) say that what stands before them
// lies in what follows: "in", "located in northern", ", in the state of".
func (s *search) inside(from, to int) bool {
	in := false
	for k := from; k < to; k++ {
		switch {
		case s.is(k, locative):
			in = true
		case s.capital(k) || to-from > 6 || !s.is(k, direction|regionhead|connector|placed):
			return false
		}
	}
	return in
}

// row reports whether mention i and the one behind it are states in a list of
// such, and not a town and its state.
func (s *search) row(i int) bool {
	m, next := &s.found[i], &s.found[i+1]
	q := next.places[0]
	if q.Kind != "region" || q.County {
		return false
	}
	for _, p := range m.places {
		if p.Kind == "region" && !p.County && p.Country == q.Country {
			return i > 0 && s.adjacent(i-1) && s.found[i-1].places[0].Kind == "region" || i+2 < len(s.found) && s.adjacent(i+1) && s.found[i+2].places[0].Kind == "region"
		}
	}
	return false
}

// adjacent reports whether a comma or "and" is all that parts mention i from
// the next.
func (s *search) adjacent(i int) bool {
	from, to := s.found[i].last, s.found[i+1].first
	return from == to && s.comma(from-1) || to == from+1 && s.is(from, conjunction)
}

func cutKey(of string) (key, iso3 string) { return of[:len(of)-4], of[len(of)-3:] }

// holds reports whether q is a country or region that holds p.
func holds(q, p gazetteer.Place) bool {
	switch {
	case q.Kind == "country":
		return q.Country == p.Country
	case q.Kind == "region" && q.County:
		return q.Country == p.Country && q.Region == p.Region && p.Kind == "city"
	case q.Kind == "region":
		return q.Country == p.Country && (p.Region == q.Name || p.Region == q.Region && q.Region != "") && (p.Kind == "city" || p.County)
	}
	return false
}

// lands counts the countries and regions that the text names for certain.
func (s *search) lands() map[string]float64 {
	lands := map[string]float64{}
	for i := range s.found {
		m := &s.found[i]
		p := m.places[max(m.pick, 0)]
		switch {
		case p.Kind == "country" && len(m.places) == 1, m.fixed && p.Country != "":
			lands[p.Country]++
			if p.Region != "" {
				lands[p.Country+p.Region]++
			}
		case p.Kind == "country":
			lands[p.Country] += 0.5
		case p.County && len(m.places) == 1:
			lands[p.Country] += 0.5
			lands[p.Country+p.Region]++
		case p.Kind == "region" && !p.County && p.Weight > 19:
			lands[p.Country] += 0.5
			lands[p.Country+p.Region]++
		case len(m.places) == 1 || p.Weight > 20:
			lands[p.Country] += 0.3
		}
	}
	return lands
}

// best weighs the places of a mention.
func (s *search) best(i int, lands map[string]float64, points []point) int {
	m := &s.found[i]
	pick, top := 0, math.Inf(-1)
	state := s.amongRegions(i)
	if s.joined(m.first-1) && s.is(m.first-1, ofword|fromword) && s.is(m.first-2, stateoffice) {
		for _, p := range m.places {
			if p.Kind == "region" && !p.County {
				state = p.Country
			}
		}
	}
	weights := s.weights(m, lands, points)
	for k := range m.places {
		w := weights[k]
		if p := &m.places[k]; p.Kind == "region" && !p.County && state == p.Country {
			w += 7
		}
		if w > top {
			pick, top = k, w
		}
	}
	return pick
}

// weights is what the text as a whole tells of the places of a name; it is
// worked out once a name, as long as the set of places stays the same.
func (s *search) weights(m *mention, lands map[string]float64, points []point) []float64 {
	if w, ok := s.weighed[m.key]; ok && len(w) == len(m.places) {
		return w
	}
	out := make([]float64, len(m.places))
	for k := range m.places {
		p := &m.places[k]
		w := p.Fame()
		if p.Kind == "country" {
			w += 4
		}
		w += 3 * math.Min(1, lands[p.Country]/2)
		if p.Region != "" {
			w += 4 * math.Min(1, lands[p.Country+p.Region]/2)
		}
		w += closeness(p, points, m.key)
		if points != nil && m.places[0].Fame()-p.Fame() < 6 {
			w += s.company(p, m.key)
		}
		if c := &m.places[0]; p.Kind == "region" && !p.County && c.Kind == "country" && p.Weight > c.Weight-4 && lands[p.Country] > 0 && lands[c.Country] <= float64(s.times[m.key])/2 {
			w += 12 // no other name tells of the country
		}
		out[k] = w
	}
	s.weighed[m.key] = out
	return out
}

// count fills times with how often each name stands in the text.
func (s *search) count() {
	s.times = map[string]int{}
	for i := range s.found {
		s.times[s.found[i].key]++
	}
}

// amongRegions gives the country of which a first-level region stands right
// before or after the mention in a list: "California, [New York] and Texas".
func (s *search) amongRegions(i int) string {
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(s.found) || s.found[min(i, j)].fixed {
			continue
		}
		a, b := &s.found[min(i, j)], &s.found[max(i, j)]
		gap := b.first - a.last
		if gap > 1 || gap == 0 && !s.comma(a.last-1) || gap == 1 && !s.is(a.last, conjunction) {
			continue
		}
		if p := s.found[j].places[max(s.found[j].pick, 0)]; p.Kind == "region" && !p.County {
			return p.Country
		}
	}
	return ""
}

// agree gives all mentions of one name the place that the surest of them has.
func (s *search) agree() {
	fixed := map[string]int{}
	for i := range s.found {
		if m := &s.found[i]; m.fixed && len(m.places) > 0 {
			if _, ok := fixed[m.key]; !ok {
				fixed[m.key] = i
			}
		}
	}
	for i := range s.found {
		m := &s.found[i]
		k, ok := fixed[m.key]
		if m.fixed || !ok {
			continue
		}
		want := s.found[k].places[s.found[k].pick]
		for j := range m.places {
			if m.places[j] == want {
				m.pick, m.rule = j, "same-name"
				break
			}
		}
	}
}
