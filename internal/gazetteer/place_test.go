package gazetteer

import "testing"

func TestPlaceTables(t *testing.T) {
	for _, err := range written().errs {
		t.Error(err)
	}
	if n := openPlaces().count; n < 100_000 {
		t.Fatalf("places.bin holds %d places", n)
	}
}

func TestPlacesNamed(t *testing.T) {
	for _, c := range []struct {
		name, country, kind string
		lat, lon            float64
	}{
		{"Seoul", "KOR", "city", 37.57, 126.98},
		{"SEOUL", "KOR", "city", 37.57, 126.98},
		{"Kiev", "UKR", "city", 50.45, 30.52},
		{"São Paulo", "BRA", "city", -23.55, -46.64},
		{"Sao Paulo", "BRA", "city", -23.55, -46.64},
		{"Port-Au-Prince", "HTI", "city", 18.54, -72.34},
		{"Saint Petersburg", "RUS", "city", 59.94, 30.31},
		{"St. Petersburg", "RUS", "city", 59.94, 30.31},
		{"Punggye-ri", "PRK", "site", 41.28, 129.08},
		{"Strait of Hormuz", "", "strait", 26.6, 56.4},
		{"U.S.", "USA", "country", 39.5, -98.5},
		{"Georgia", "GEO", "country", 42, 43.5},
		{"Texas", "USA", "region", 31, -99},
		{"Rapides Parish", "USA", "region", 31.2, -92.5},
		{"Queensland", "AUS", "region", -22, 144},
		{"Bulacan", "PHL", "region", 15, 121},
	} {
		if got := string(appendPlaceKey(nil, []byte(c.name))); got != PlaceKey(c.name) {
			t.Errorf("%s: key %q, want %q", c.name, got, PlaceKey(c.name))
		}
		if !MayBePlace([]byte(PlaceKey(c.name))) {
			t.Errorf("%s: said to be no place", c.name)
		}
		got := PlacesNamed(PlaceKey(c.name))
		if len(got) == 0 {
			t.Errorf("%s: not found", c.name)
			continue
		}
		if p := got[0]; p.Country != c.country || p.Kind != c.kind || p.Lat < c.lat-1.2 || p.Lat > c.lat+1.2 || p.Lon < c.lon-1.5 || p.Lon > c.lon+1.5 {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

func BenchmarkPlacesNamed(b *testing.B) {
	written()
	keys := []string{"seoul", "new york", "president", "the ministry", "san francisco", "zwolle", "kyiv"}
	for i := 0; b.Loop(); i++ {
		PlacesNamed(keys[i%len(keys)])
	}
}
