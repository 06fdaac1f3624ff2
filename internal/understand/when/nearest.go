package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// nearest resolves a date that does not name its year: "Friday", "Oct. 23",
// "last June", "the third quarter", by "last" and "next" when they are said
// and by the tense of the verb when they are not.
func (r *resolver) nearest(m *meaning, base time.Time) (point, bool) {
	if m.is(fWeekday) && !m.is(fMonth) {
		return r.weekday(m, base), true
	}
	if m.is(fDay) && !m.is(fMonth) {
		return r.dayAlone(m, base)
	}
	this, ok := r.inYear(m, base.Year())
	if !ok {
		if !m.is(fMonth) || !m.is(fDay) {
			return this, false
		}
		return r.days(m, base.Year()-base.Year()%4) // 29 February
	}
	if m.is(fMonth) && m.is(fDay) && m.is(fWeekday) {
		if p, ok := r.sameWeekday(m, base.Year()); ok {
			return p, true
		}
	}
	order := this.order(base)
	pick := func(years int) (point, bool) { return r.inYear(m, base.Year()+years) }
	if m.is(fDir) {
		switch d := m.at(fDir); {
		case d < 0 && order >= 0:
			return pick(-1)
		case d > 0 && order <= 0:
			return pick(1)
		}
		return this, true
	}
	gap := this.start.Sub(base).Hours() / 24
	switch {
	case r.tense == past && order > 0 && gap > r.reach(m), r.tense == unsure && gap > 200:
		return pick(-1)
	case r.tense == future && order < 0 && gap < r.stale(m), r.tense == unsure && gap < -250 && !m.is(fQuarter):
		return pick(1)
	}
	return this, true
}

// reach is how many days ahead a date may lie that a sentence in the past
// tense names: "the board set a dividend payable Dec. 7".
func (r *resolver) reach(m *meaning) float64 {
	if m.is(fMonth) && m.is(fDay) {
		return 75
	}
	return 0
}

// stale is how many days back a date must lie before a sentence in the future
// tense means the next one.
func (r *resolver) stale(m *meaning) float64 {
	if m.is(fQuarter) {
		return -200
	}
	return -60
}

// sameWeekday looks for the year, nearest to y, in which the date falls on
// the weekday that is named with it.
func (r *resolver) sameWeekday(m *meaning, y int) (point, bool) {
	for _, dy := range [...]int{0, -1, 1} {
		if p, ok := r.days(m, y+dy); ok && isoWeekday(p.start) == m.at(fWeekday) {
			return p, true
		}
	}
	return point{}, false
}

func (r *resolver) weekday(m *meaning, base time.Time) point {
	back := (isoWeekday(base) - m.at(fWeekday) + 7) % 7
	ahead := (7 - back) % 7
	d, said := m.at(fDir), m.is(fDir)
	switch {
	case said && d < 0:
		if back == 0 {
			back = 7
		}
		return stretch(base.AddDate(0, 0, -back), day)
	case said && d > 0:
		if ahead == 0 {
			ahead = 7
		}
		if m.get(fAnchor, 0) == 0 && isoWeekday(base)+ahead <= 7 && isoWeekday(base) < 4 {
			ahead += 7
		}
		return stretch(base.AddDate(0, 0, ahead), day)
	case said, r.tense == future:
		return stretch(base.AddDate(0, 0, ahead), day)
	}
	if back == 6 && m.part == "" { // wires date a text for the next morning: "headed Tuesday", said on Monday
		return stretch(base.AddDate(0, 0, 1), day)
	}
	return stretch(base.AddDate(0, 0, -back), day)
}

// dayAlone is "the 14th".
func (r *resolver) dayAlone(m *meaning, base time.Time) (point, bool) {
	y, mo, d := base.Year(), int(base.Month()), m.at(fDay)
	switch {
	case r.tense == future && d < base.Day():
		mo++
	case r.tense == past && d > base.Day():
		mo--
	}
	first := date(y, mo, 1)
	y, mo = first.Year(), int(first.Month())
	return stretch(date(y, mo, d), day), validDate(y, mo, d)
}

// feast is a named day: on a fixed date, an n-th weekday of a month or so
// many days from Easter.
type feast struct {
	month, day   int
	weekday, nth int
	easter       int
	fromEaster   bool
	every        int // years between two of them, 0 for every year
}

// parseFeast reads "fixed 12 25", "nth 11 4 4" (month, weekday, which one),
// "easter -2" and, for days on which states vote, "nth 11 2 1 every 2".
func parseFeast(s string) (feast, error) {
	f := strings.Fields(s)
	var n [4]int
	for i := 1; i < len(f) && i < 4; i++ {
		n[i], _ = strconv.Atoi(f[i])
	}
	switch {
	case len(f) >= 3 && f[0] == "fixed":
		return feast{month: n[1], day: n[2]}, nil
	case len(f) >= 4 && f[0] == "nth":
		return feast{month: n[1], weekday: n[2], nth: n[3]}, nil
	case len(f) >= 2 && f[0] == "easter":
		return feast{easter: n[1], fromEaster: true}, nil
	}
	return feast{}, fmt.Errorf("named day %q is none of fixed M D, nth M WEEKDAY N, easter DAYS", s)
}

func (f feast) in(y int) (time.Time, bool) {
	switch {
	case f.fromEaster:
		return easter(y).AddDate(0, 0, f.easter), true
	case f.nth != 0:
		return nthWeekday(y, f.month, f.weekday, f.nth), true
	case f.month != 0:
		return date(y, f.month, f.day), true
	}
	return time.Time{}, false
}
