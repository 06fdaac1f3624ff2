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
	lands := s.lands()
	for i := range s.found {
		if m := &s.found[i]; !m.fixed {
			m.pick = s.best(i, lands, nil)
		}
	}
	s.agree()
	points := s.points()
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
	return from == to && s.comma(from-1) || to == from+1 && s.atoms[from].Form == "and"
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
	if s.joined(m.first-1) && (s.atoms[m.first-1].Form == "of" || s.atoms[m.first-1].Form == "from") && s.is(m.first-2, stateoffice) {
		for _, p := range m.places {
			if p.Kind == "region" && !p.County {
				state = p.Country
			}
		}
	}
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
		if p.Kind == "region" && !p.County {
			if state == p.Country {
				w += 7
			}
			if c := m.places[0]; c.Kind == "country" && p.Weight > c.Weight-4 && lands[p.Country] > 0 && lands[c.Country] <= s.counted(m, c) {
				w += 12
			}
		}
		if w > top {
			pick, top = k, w
		}
	}
	return pick
}

// counted is what the mentions of one name alone add to the count of a country.
func (s *search) counted(m *mention, c gazetteer.Place) float64 {
	n := 0.0
	for i := range s.found {
		if s.found[i].key == m.key {
			n += 0.5
		}
	}
	return n
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
		if gap > 1 || gap == 0 && !s.comma(a.last-1) || gap == 1 && s.atoms[a.last].Form != "and" {
			continue
		}
		if p := s.found[j].places[max(s.found[j].pick, 0)]; p.Kind == "region" && !p.County {
			return p.Country
		}
	}
	return ""
}

// point is a resolved mention.
type point struct {
	lat, lon float64
	key      string
}

// points are the resolved places that are small enough to tell of a
// neighbourhood.
func (s *search) points() []point {
	var out []point
	for i := range s.found {
		if m := &s.found[i]; m.pick >= 0 && len(out) < 60 {
			if p := &m.places[m.pick]; p.Kind != "country" && p.Kind != "area" && p.Kind != "sea" && (p.Kind != "region" || p.County) && (m.fixed || len(m.places) == 1) {
				out = append(out, point{p.Lat, p.Lon, m.key})
			}
		}
	}
	return out
}

// closeness rewards a place that lies near the others of the text.
func closeness(p *gazetteer.Place, points []point, key string) float64 {
	best := 0.0
	for _, q := range points {
		if q.key == key {
			continue
		}
		dx := (p.Lon - q.lon) * math.Cos(p.Lat*math.Pi/180)
		d := math.Hypot(p.Lat-q.lat, dx) // degrees
		switch {
		case d < 0.7:
			best = math.Max(best, 4)
		case d < 2:
			best = math.Max(best, 2)
		case d < 5:
			best = math.Max(best, 1)
		}
	}
	return best
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

// company rewards a place near which other names of the text may lie too: of
// the many Henry Counties the one that has a Paris.
func (s *search) company(p *gazetteer.Place, key string) float64 {
	near, last := 0.0, ""
	for i := range s.found {
		m := &s.found[i]
		if m.key == key || m.key == last || i > 60 || len(m.places) > 60 {
			continue
		}
		last = m.key
		for k := range m.places {
			q := &m.places[k]
			if q.Kind != "country" && q.Kind != "area" && q.Country == p.Country && math.Abs(q.Lat-p.Lat) < 0.6 && math.Abs(q.Lon-p.Lon) < 0.8 {
				near++
				break
			}
		}
	}
	return 2 * math.Min(near, 3)
}
