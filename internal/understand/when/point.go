package when

import (
	"time"

	"entente"
)

// point is a calendar stretch that an expression names: the unit that begins
// at start, or the days up to end.
type point struct {
	start, end time.Time
	grain      unit
	hour, min  int    // clock, when grain is hour or minute
	part       string // part of the day
}

func stretch(t time.Time, u unit) point {
	start, end := bounds(t, u)
	return point{start: start, end: end, grain: u}
}

// nth is the n-th unit of w, counted from its end when n is negative.
func nth(w point, u unit, n int) (point, bool) {
	if n == 0 || n > 400 || n < -400 {
		return point{}, false
	}
	p := stretch(shift(w.start, u, n-1), u)
	if n < 0 {
		p = stretch(shift(w.end, u, n+1), u)
	}
	return p, !p.start.After(w.end) && !p.end.Before(w.start)
}

// order reports -1, 0 or 1 as p lies before, around or after day t.
func (p point) order(t time.Time) int {
	switch {
	case p.end.Before(t):
		return -1
	case p.start.After(t):
		return 1
	}
	return 0
}

// interval is the stretch of days with the share of it that mod leaves.
func (p point) interval(mod string) entente.Interval {
	v := entente.Interval{Start: p.start, End: p.end, Precision: p.grain.precision()}
	third := time.Duration(int(p.end.Sub(p.start).Hours()/24)+1) / 3 * 24 * time.Hour
	if p.grain >= week && third > 0 {
		switch mod {
		case "START":
			v.End = v.Start.Add(third)
		case "MID":
			v.Start, v.End = v.Start.Add(third), v.End.Add(-third)
		case "END":
			v.Start = v.End.Add(-third)
		}
	}
	switch mod {
	case "BEFORE":
		v.Start, v.End = time.Time{}, p.start.AddDate(0, 0, -1)
	case "ON_OR_BEFORE":
		v.Start = time.Time{}
	case "AFTER":
		v.Start, v.End = p.end.AddDate(0, 0, 1), time.Time{}
	case "ON_OR_AFTER":
		v.End = time.Time{}
	}
	if p.grain == minute {
		v.Start = p.start.Add(time.Duration(p.hour*60+p.min) * time.Minute)
		v.End = v.Start
	}
	return v
}

func (u unit) precision() entente.Precision {
	switch u {
	case second, minute:
		return entente.ByMinute
	case hour, day, noUnit:
		return entente.ByDay
	case weekend, week, fortnight:
		return entente.ByWeek
	case month:
		return entente.ByMonth
	case quarter, half, season:
		return entente.BySeason
	case year:
		return entente.ByYear
	}
	return entente.ByDecade
}
