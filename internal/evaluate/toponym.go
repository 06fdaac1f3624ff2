package evaluate

import (
	"fmt"
	"math"
	"path/filepath"
	"sort"

	"entente"
)

// nearKM is how far from the gold's point a place may be set to be right.
const nearKM = 161

// Toponyms scores places: found when the spans overlap, each gold place once,
// and of the found the share that lies within 161 km of the gold's point.
func Toponyms(data string, read Reader) (*Report, error) {
	r := &Report{}
	virus, err := readGeoVirus(filepath.Join(data, "place", "GeoVirus.xml"))
	if err != nil {
		return nil, err
	}
	scorePlaces(r, "GeoVirus ", virus, read)
	lgl, err := readLGL(filepath.Join(data, "place", "lgl.xml.gz"))
	if err != nil {
		return nil, err
	}
	scorePlaces(r, "LGL ", lgl, read)
	return r, nil
}

func scorePlaces(r *Report, name string, docs []placeDoc, read Reader) {
	var found, strict counts
	var off []float64
	for i := range docs {
		g := &docs[i]
		d := read(&entente.Article{ID: g.name, Language: "en", Text: g.text})
		d.Places = d.NamedPlaces()
		used := map[int]bool{}
		for k := range g.places {
			gold := &g.places[k]
			j := answer(d.Places, gold.Span, used)
			if j < 0 {
				found.fn++
				r.miss(name+"missed", g.name, window(g.text, gold.Span), gold.Of(g.text), "")
				continue
			}
			used[j] = true
			found.tp++
			p := &d.Places[j]
			if p.Span == gold.Span {
				strict.tp++
			}
			if !gold.located {
				continue
			}
			km := greatCircle(gold.lat, gold.lon, p.Lat, p.Lon)
			off = append(off, km)
			if km > nearKM {
				r.miss(name+"wrong", g.name, window(g.text, gold.Span), fmt.Sprintf("%s %.2f %.2f", gold.Of(g.text), gold.lat, gold.lon), placeLine(p)+fmt.Sprintf(" off by %.0f km", km))
			}
		}
		for j := range d.Places {
			if !used[j] {
				found.fp++
				r.miss(name+"extra", g.name, window(g.text, d.Places[j].Span), "", placeLine(&d.Places[j]))
			}
		}
	}
	strict.fn, strict.fp = found.tp+found.fn-strict.tp, found.tp+found.fp-strict.tp
	r.prf(name+"found", found)
	r.score(name+"strict F1", strict.f1(), strict.tp+strict.fn)
	r.near(name, off)
}

// near reports how far the found places are from where the gold has them.
func (r *Report) near(name string, off []float64) {
	near := 0
	for _, km := range off {
		if km <= nearKM {
			near++
		}
	}
	r.share(name+"within 161 km", near, len(off))
	if sort.Float64s(off); len(off) > 0 {
		r.score(name+"median km error", off[len(off)/2], len(off))
	}
}

// answer is the place of ours that overlaps the gold's, an equal span first.
func answer(places []entente.Place, gold entente.Span, used map[int]bool) int {
	best := -1
	for j := range places {
		switch {
		case used[j] || !places[j].Overlaps(gold):
		case places[j].Span == gold:
			return j
		case best < 0:
			best = j
		}
	}
	return best
}

// greatCircle is the great-circle distance of two points in km.
func greatCircle(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dlat, dlon := (lat2-lat1)*rad, (lon2-lon1)*rad
	h := math.Pow(math.Sin(dlat/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dlon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func placeLine(p *entente.Place) string {
	return fmt.Sprintf("%s (%s %s) %.2f %.2f %s", p.Name, p.Country, p.Kind, p.Lat, p.Lon, p.Rule)
}
