package where

import (
	"math"

	"entente/internal/gazetteer"
)

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

// company rewards a place near which other names of the text may lie too: of
// the many Henry Counties the one that has a Paris.
func (s *search) company(p *gazetteer.Place, key string) float64 {
	near, last := 0.0, ""
	for i := range s.found[:min(len(s.found), 60)] {
		m := &s.found[i]
		if m.key == key || m.key == last || len(m.places) > 60 {
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
