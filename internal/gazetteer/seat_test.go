package gazetteer

import "testing"

// TestSeats holds that every seat is an organisation's and a city.
func TestSeats(t *testing.T) {
	for _, err := range seats().errs {
		t.Error(err)
	}
	if p, ok := SeatOf("IGOUNOSEC"); !ok || p.Country != "USA" {
		t.Errorf("the Security Council sits at %+v", p)
	}
}
