package gazetteer

import "sync"

type seatTable struct {
	byCode map[string]Place
	errs   []error
}

var seats = sync.OnceValue(func() *seatTable {
	rs, errs := rows("facts/seats.txt", "|", 3)
	t := &seatTable{byCode: make(map[string]Place, len(rs)), errs: errs}
	for _, r := range rs {
		c := r.cells
		if _, ok := OrganisationByCode(c[0]); !ok {
			t.errs = append(t.errs, r.errorf("no organisation has the code %q", c[0]))
			continue
		}
		found := false
		for _, p := range PlacesNamed(PlaceKey(c[1])) {
			if p.Kind == "city" && p.Country == c[2] {
				t.byCode[c[0]], found = p, true
				break
			}
		}
		if !found {
			t.errs = append(t.errs, r.errorf("no city %q in %s", c[1], c[2]))
		}
	}
	return t
})

// SeatOf is the city where a body meets and rules; false for bodies that have
// none of their own or meet in many places.
func SeatOf(code string) (Place, bool) {
	p, ok := seats().byCode[code]
	return p, ok
}
