package merge

import (
	"math"
	"slices"
	"strings"
	"time"

	"entente"
	"entente/internal/codebook"
	"entente/internal/gazetteer"
)

const (
	slack  = 1   // days by which two dated tellings of one event may differ
	vague  = 7   // days around the day of publishing in which an undated event is sought
	fresh  = 2   // days between publications for which an undated event is surely one
	recent = 10  // days between publications for which "this month" is one event
	near   = 100 // km between two places that may be one
)

// Same reports whether two entries tell one event, and how well they fit. The
// type must agree, the codes not contradict, the parties be the same or one
// list part of the other, and dates and places be compatible. What is planned
// is never what happened; what is denied is compared with what happened.
func Same(a, b *entente.Entry) (fit float64, ok bool) {
	if a.Type != b.Type || class(a.Status) != class(b.Status) || !codes(a, b) {
		return 0, false
	}
	if denied := a.Status == entente.Denied || b.Status == entente.Denied; !denied && (a.Parent != 0) != (b.Parent != 0) {
		return 0, false
	}
	if !parties(a, b) || persons(a, b) || !dates(a, b) || !places(told(a), told(b)) || !enough(a, b) {
		return 0, false
	}
	return fitness(a, b), true
}

const (
	alike     = 0.3 // of the telling words, where the place does not say that it is one event
	veryAlike = 0.4 // where neither place nor day says so
	toll      = 1.5 // by which two counts of one kind may differ
)

// enough asks for more than compatible parties, dates and places where these
// are shared by many events: for what happens within one state or is told
// with one party only, and for what two articles date a day apart.
func enough(a, b *entente.Entry) bool {
	day := a.Date.Start.Equal(b.Date.Start) && until(a.Date).Equal(until(b.Date))
	if a.Date.Precision == entente.ByUnknown || b.Date.Precision == entente.ByUnknown {
		day = a.Date.Start.Sub(b.Date.Start).Abs() <= fresh*24*time.Hour
	}
	spot := a.Place.Name != "" && a.Place.Name == b.Place.Name && !whole(a.Place)
	if open(a) != open(b) {
		return day && sentences(a, b) >= alike
	}
	between := len(Keys(slices.Concat(a.Source, a.Target))) > 1
	switch {
	case between && day:
		return true
	case day:
		return spot || sentences(a, b) >= alike
	case counted(a, b):
		return false
	case between:
		return sentences(a, b) >= alike
	}
	return sentences(a, b) >= veryAlike
}

// counted reports whether the two count the same things very differently.
func counted(a, b *entente.Entry) bool {
	for _, x := range a.Amounts {
		for _, y := range b.Amounts {
			if x.Kind == y.Kind && x.Unit == y.Unit && (x.Value > toll*y.Value || y.Value > toll*x.Value) {
				return true
			}
		}
	}
	return false
}

// class groups the statuses that speak of the same fact.
func class(s entente.Status) entente.Status {
	if s == entente.Ongoing || s == entente.Denied {
		return entente.Happened
	}
	return s
}

// codes reports whether two codes of one type may stand for one event. What
// several do together ("met", "held talks", "spoke by video") is one event
// under all codes of its root, unless the modes say otherwise. What one does
// to another must agree further: a visit is not talks, a code may only say
// less than the other.
func codes(a, b *entente.Entry) bool {
	x, y := bare(a.CAMEO), bare(b.CAMEO)
	open := a.Mode == "" || b.Mode == ""
	if a.Symmetric && b.Symmetric {
		return (a.Mode == b.Mode || open) && x[:min(2, len(x))] == y[:min(2, len(y))]
	}
	if a.Mode != b.Mode && (!open || codebook.Quad(a.Type) == 1) {
		return false
	}
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// bare drops the zeros that mean "not specified": 190 is 19.
func bare(cameo string) string {
	if len(cameo) > 2 {
		return cameo[:2] + strings.TrimRight(cameo[2:], "0")
	}
	return cameo
}

func dates(a, b *entente.Entry) bool {
	x, y := a.Date, b.Date
	rx, ry := coarse(x.Precision), coarse(y.Precision)
	if rx > 3 || ry > 3 { // seasons, years: "last year's tests" is a sum of events
		return x.Start.Equal(y.Start) && x.End.Equal(y.End)
	}
	gap := time.Duration(slack) * 24 * time.Hour
	if x.Precision == entente.ByUnknown || y.Precision == entente.ByUnknown {
		gap = vague * 24 * time.Hour
	} else if rx > 1 || ry > 1 {
		if apart(a, b) > recent*24*time.Hour {
			return false
		}
		gap = 0
	}
	return !x.Start.After(until(y).Add(gap)) && !y.Start.After(until(x).Add(gap))
}

func until(v entente.Interval) time.Time {
	if v.End.IsZero() {
		return v.Start
	}
	return v.End
}

// coarse orders precisions: 1 a day, 2 a week, 3 a month, 4 and more beyond.
func coarse(p entente.Precision) int {
	switch p {
	case entente.ByMinute, entente.ByDay, entente.ByUnknown:
		return 1
	case entente.ByWeek:
		return 2
	case entente.ByMonth:
		return 3
	case entente.BySeason:
		return 4
	}
	return 5
}

// apart is the least time between the publications of two entries.
func apart(a, b *entente.Entry) time.Duration {
	least := time.Duration(math.MaxInt64)
	for _, s := range a.Sources {
		for _, t := range b.Sources {
			least = min(least, s.Published.Sub(t.Published).Abs())
		}
	}
	return least
}

// told is the place of an entry, none when it is merely one of its parties: a
// state that is attacked is often taken for the place of the attack, wherever
// its forces are.
func told(e *entente.Entry) entente.EntryPlace {
	if !whole(e.Place) {
		return e.Place
	}
	for _, p := range slices.Concat(e.Source, e.Target) {
		if p.Country == e.Place.Country {
			return entente.EntryPlace{}
		}
	}
	return e.Place
}

func places(a, b entente.EntryPlace) bool {
	if a.Name == "" || b.Name == "" || strings.EqualFold(a.Name, b.Name) {
		return true
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return false
	}
	if whole(a) || whole(b) {
		return true
	}
	return Distance(a.Lat, a.Lon, b.Lat, b.Lon) <= near
}

// whole reports whether a place is a state, not a spot in it.
func whole(p entente.EntryPlace) bool {
	_, ok := gazetteer.StateNamed(p.Name)
	return ok
}

// Distance between two points in degrees, in km.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, deg = 6371, math.Pi / 180
	s := math.Sin((lat2 - lat1) * deg / 2)
	t := math.Sin((lon2 - lon1) * deg / 2)
	h := s*s + math.Cos(lat1*deg)*math.Cos(lat2*deg)*t*t
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}

// fitness prefers, among entries that may be the same, the one with the same
// code, day, place and parties.
func fitness(a, b *entente.Entry) float64 {
	fit := 1.0
	if a.CAMEO == b.CAMEO {
		fit++
	}
	if a.Date.Start.Equal(b.Date.Start) {
		fit++
	}
	if a.Place.Name != "" && a.Place.Name == b.Place.Name {
		fit++
	}
	if slices.Equal(Keys(a.Source), Keys(b.Source)) && slices.Equal(Keys(a.Target), Keys(b.Target)) {
		fit++
	}
	for _, p := range a.Source {
		for _, q := range b.Source {
			if p.Name == q.Name {
				fit += 0.5
			}
		}
	}
	return fit
}
