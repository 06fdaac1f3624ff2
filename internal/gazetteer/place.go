package gazetteer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Place is a place of the gazetteer.
type Place struct {
	Name     string
	Country  string // ISO3; "" at sea and where states dispute it
	Region   string // region of the first level in which it lies, "" when unknown
	Lat, Lon float64
	GeoNames int
	Kind     string  // country region city sea strait island river area base site
	Capital  bool    // seat of a national government
	County   bool    // region of the second level
	Namesake bool    // region around a city of the same name
	Written  bool    // from data/facts/places.txt, not from lists of cities
	Weight   float64 // binary logarithm of its people, or of what it weighs in the news
}

// kindWeights are the weights of the places that people do not live in, on the
// scale of cities: 20 stands for a million.
var kindWeights = map[string]float64{"country": 29, "area": 30, "sea": 27, "strait": 24, "region": 22, "island": 20, "river": 20, "base": 18, "site": 18}

// writtenPlaces are the countries and the places of data/facts/places.txt by key.
type writtenPlaces struct {
	byKey   map[string][]Place
	centres map[string][2]float64 // of states, where the list's are moved
	errs    []error
}

var written = sync.OnceValue(func() *writtenPlaces {
	w := &writtenPlaces{byKey: make(map[string][]Place, 2500), centres: map[string][2]float64{}}
	w.read()
	w.countries()
	return w
})

func (w *writtenPlaces) add(name string, p Place) {
	key := PlaceKey(name)
	p.Written = true
	w.byKey[key] = append(w.byKey[key], p)
}

// has reports whether a part of the state is entered under the key, as England
// is, or the state itself.
func (w *writtenPlaces) has(key string, state Place) bool {
	return slices.ContainsFunc(w.byKey[key], func(p Place) bool {
		return p.Country == state.Country && (p.Kind == "region" || p.Kind == "country")
	})
}

// countries enters every state under its names; what has no centre of its own
// stands at that of the state within which it is counted.
func (w *writtenPlaces) countries() {
	type centre struct{ lat, lon, people float64 }
	centres := map[string]centre{}
	rs, errs := rows("facts/places-countries.tsv", "\t", 5)
	w.errs = append(w.errs, errs...)
	for _, r := range rs {
		var v [3]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(r.cells[i+1], 64)
		}
		centres[r.cells[0]] = centre{v[0], v[1], v[2]}
	}
	for _, s := range States() {
		c, ok := centres[s.ISO3]
		if at, moved := w.centres[s.ISO3]; moved {
			c.lat, c.lon = at[0], at[1]
		}
		if !ok {
			c, ok = centres[s.Within]
		}
		if !ok || s.Kind == Region || s.Kind == Contested {
			continue
		}
		p := Place{Name: s.Name, Country: s.ISO3, Lat: c.lat, Lon: c.lon, Kind: "country", Weight: math.Log2(c.people+1e5) + 4}
		for _, n := range append([]string{s.Name}, s.Names...) {
			if !w.has(PlaceKey(n), p) {
				w.add(n, p)
			}
		}
	}
}

// read enters data/facts/places.txt.
func (w *writtenPlaces) read() {
	rs, _ := rows("facts/places.txt", "\x00", 1)
	kind := ""
	for _, r := range rs {
		line := r.cells[0]
		if k, ok := strings.CutPrefix(line, "== "); ok {
			kind = k
			continue
		}
		var err error
		switch kind {
		case "alias":
			err = w.alias(line)
		case "centre":
			err = w.centre(line)
		default:
			err = w.entry(kind, line)
		}
		if err != nil {
			w.errs = append(w.errs, r.errorf("%v", err))
		}
	}
}

// entry reads "Name; other name | ISO3 or - | latitude longitude".
func (w *writtenPlaces) entry(kind, line string) error {
	c := strings.Split(line, " | ")
	if len(c) != 3 || kindWeights[kind] == 0 {
		return fmt.Errorf("want \"names | country | latitude longitude\" under a known kind, have %q under %q", line, kind)
	}
	p := Place{Kind: kind, Weight: kindWeights[kind]}
	var err error
	if p.Lat, p.Lon, err = latLon(c[2]); err != nil || math.Abs(p.Lat) > 90 || math.Abs(p.Lon) > 180 {
		return fmt.Errorf("%q is no latitude and longitude", c[2])
	}
	if p.Country = strings.TrimSpace(c[1]); p.Country == "-" {
		p.Country = ""
	} else if _, ok := StateByISO3(p.Country); !ok {
		return fmt.Errorf("no state has the code %q", p.Country)
	}
	names := list(c[0])
	p.Name = names[0]
	for _, n := range names {
		w.add(n, p)
	}
	return nil
}

// centre reads "ISO3 | latitude longitude".
func (w *writtenPlaces) centre(line string) error {
	var at [2]float64
	code, where, _ := strings.Cut(line, " | ")
	var err error
	if at[0], at[1], err = latLon(where); err != nil {
		return fmt.Errorf("want \"ISO3 | latitude longitude\", have %q", line)
	}
	w.centres[code] = at
	return nil
}

// latLon reads "latitude longitude" in degrees.
func latLon(s string) (lat, lon float64, err error) {
	a, b, _ := strings.Cut(s, " ")
	if lat, err = strconv.ParseFloat(a, 64); err == nil {
		lon, err = strconv.ParseFloat(b, 64)
	}
	return lat, lon, err
}

// alias reads "name = GeoNames name ISO3".
func (w *writtenPlaces) alias(line string) error {
	name, of, ok := strings.Cut(line, " = ")
	cut := strings.LastIndexByte(of, ' ')
	if !ok || cut < 0 {
		return fmt.Errorf("want \"name = GeoNames name ISO3\", have %q", line)
	}
	found := false
	openPlaces().named(PlaceKey(of[:cut]), func(p Place) {
		if p.Country == of[cut+1:] && p.Kind == "city" && !found {
			found = true
			if PlaceKey(name) != PlaceKey(of[:cut]) {
				p.Written = true
				w.byKey[PlaceKey(name)] = append(w.byKey[PlaceKey(name)], p)
			}
		}
	})
	if !found {
		return fmt.Errorf("places.bin has no city %q in %s", of[:cut], of[cut+1:])
	}
	return nil
}

// named is the filter of all names: a bit for each key, by its hash.
var named = sync.OnceValue(func() []byte {
	filter := slices.Clone(openPlaces().filter)
	if len(filter) == 0 {
		filter = make([]byte, PlaceFilterBytes)
	}
	for key := range written().byKey {
		MarkPlace(filter, key)
	}
	return filter
})

// MayBePlace reports whether a place may have the key; few have it that have
// no place.
func MayBePlace(key []byte) bool {
	h := placeHash(key)
	return named()[h/8]&(1<<(h%8)) != 0
}

// PlacesNamed returns every place that bears the name with the given key (see
// PlaceKey): countries first, then by weight. The answer is not to be changed.
func PlacesNamed(key string) []Place {
	slot := &openPlaces().asked[placeHash(key)%recentNames]
	if a := slot.Load(); a != nil && a.key == key {
		return a.places
	}
	places := placesNamed(key)
	slot.Store(&answer{strings.Clone(key), places})
	return places
}

func placesNamed(key string) []Place {
	out := slices.Clip(written().byKey[key])
	openPlaces().named(key, func(p Place) { out = append(out, p) })
	if len(out) > 1 {
		out = slices.Clone(out)
		markNamesakes(out)
		slices.SortStableFunc(out, func(a, b Place) int {
			if (a.Kind == "country") != (b.Kind == "country") {
				if a.Kind == "country" {
					return -1
				}
				return 1
			}
			return cmp.Compare(b.Fame(), a.Fame())
		})
	}
	return out
}

// markNamesakes finds the regions that share their name with a city in them.
func markNamesakes(list []Place) {
	for i := range list {
		p := &list[i]
		p.Namesake = p.Kind == "region" && !p.Written && !p.County && slices.ContainsFunc(list, func(q Place) bool {
			return q.Kind == "city" && q.Country == p.Country && q.Region == p.Region && q.Weight > p.Weight-5
		})
	}
}

// Fame is how likely a bare name means the place: of a city and the region
// around it that share their name the city is meant.
func (p *Place) Fame() float64 {
	w := p.Weight
	if p.Namesake || p.County {
		w -= 4
	}
	if p.Capital {
		w += 4
	}
	return w
}
