package when

import "time"

// direction says where a date without a year is looked for.
type direction int8

const (
	unsure direction = iota
	past
	future
)

// resolver turns meanings into calendar values. It carries the dates that
// later expressions lean on.
type resolver struct {
	lex    *lexicon
	dct    time.Time // the day of publication, zero when it is unknown
	last   point     // the narrative's last date
	day    point     // the last that is a day
	told   point     // the last that is not yet to come
	report point     // the quarter that was named last, other than by counting back
	near   bool      // whether that date stands in the same paragraph
	tense  direction // of the expression at hand
}

// base is the day that a relative expression counts from, zero when no day is
// known.
func (r *resolver) base(m *meaning) time.Time {
	last := r.latest()
	if u := unit(m.at(fUnit)); m.is(fUnit) && u <= day && last.grain > week && !r.day.start.IsZero() {
		last = r.day // "the next day" does not follow on a year
	}
	if m.get(fAnchor, 0) == 1 && !last.start.IsZero() && !(r.tense == future && last.order(r.dct) < 0 && unit(m.at(fUnit)) > day) {
		return last.start
	}
	return r.dct
}

// latest is the date that the narrative stands at: what is told in the past
// tense does not follow on a date that is yet to come.
func (r *resolver) latest() point {
	if r.tense == past && !r.told.start.IsZero() && r.last.order(r.dct) > 0 {
		return r.told
	}
	return r.last
}

// point finds the calendar stretch of m; ok is false when it cannot be known.
func (r *resolver) point(m *meaning) (point, bool) {
	p, ok := r.span(m)
	if !ok || p.start.Year() < 1 || p.start.Year() > 9999 {
		return p, false
	}
	if m.is(fHour) {
		p.grain, p.hour, p.min = hour, m.at(fHour), m.get(fMinute, 0)
		if m.is(fMinute) {
			p.grain = minute
		}
		if pm, ok := m.at(fPM), m.is(fPM); ok && pm == 1 && p.hour < 12 {
			p.hour += 12
		} else if ok && pm == 0 && p.hour == 12 {
			p.hour = 0
		}
	} else if m.part != "" {
		p.grain, p.part = hour, m.part
	}
	return p, true
}

// span is the stretch of days that m names.
func (r *resolver) span(m *meaning) (point, bool) {
	if m.whole != nil {
		w, ok := r.point(m.whole)
		if !ok {
			return w, false
		}
		return r.within(m, w)
	}
	switch {
	case m.is(fYear) || m.is(fDecade) || m.is(fCentury):
		return r.absolute(m)
	case m.is(fRel) && m.is(fUnit):
		return r.relative(m)
	case m.get(fPlain, 0) == 1:
		return point{}, false
	}
	base := r.base(m)
	if base.IsZero() {
		return point{}, false
	}
	if m.grain() == hour && !m.is(fDay) && !m.is(fWeekday) && m.feast == "" { // a time of day of some day told before
		if last := r.latest(); last.grain == day && (m.get(fAnchor, 0) == 1 || r.near || r.tense == past) {
			return last, true
		}
		return stretch(base, day), true
	}
	return r.nearest(m, base)
}

// absolute builds a date that names its year.
func (r *resolver) absolute(m *meaning) (point, bool) {
	y := m.at(fYear)
	if d := m.at(fDecade); m.is(fDecade) && d%10 == 0 && d < 200 { // "the 1800s" are a century
		return stretch(date(d*10+1, 1, 1), century), d > 0
	}
	if m.is(fDecade) {
		return stretch(date(m.at(fDecade)*10, 1, 1), decade), true
	}
	if m.is(fCentury) {
		return stretch(date(m.at(fCentury)*100-99, 1, 1), century), m.at(fCentury) < 99 && m.at(fCentury) > 0
	}
	if y < 1 || y > 9999 {
		return point{}, false
	}
	return r.inYear(m, y)
}

// inYear places what m names in year y.
func (r *resolver) inYear(m *meaning, y int) (point, bool) {
	switch {
	case m.feast != "":
		t, ok := r.lex.feasts[m.feast].in(y)
		return stretch(t, day), ok
	case m.is(fMonth) && m.is(fNth) && m.is(fWeekday):
		return stretch(nthWeekday(y, m.at(fMonth), m.at(fWeekday), m.at(fNth)), day), true
	case m.is(fMonth) && m.is(fDay):
		return r.days(m, y)
	case m.is(fMonth):
		return stretch(date(y, m.at(fMonth), 1), month), true
	case m.is(fQuarter):
		return stretch(date(y, m.at(fQuarter)*3-2, 1), quarter), true
	case m.is(fHalf):
		return stretch(date(y, m.at(fHalf)*6-5, 1), half), true
	case m.is(fSeason):
		return stretch(date(y, m.at(fSeason)*3, 1), season), true
	}
	return stretch(date(y, 1, 1), year), true
}

// days is one day of a month, or a range of them.
func (r *resolver) days(m *meaning, y int) (point, bool) {
	mo, d := m.at(fMonth), m.at(fDay)
	if !validDate(y, mo, d) {
		return point{}, false
	}
	p := stretch(date(y, mo, d), day)
	if m.is(fLast) {
		until := m.get(fUntil, mo)
		if !validDate(y, until, m.at(fLast)) || date(y, until, m.at(fLast)).Before(p.start) {
			return point{}, false
		}
		p.end = date(y, until, m.at(fLast))
	}
	return p, true
}

// relative counts units from the anchor: "two years ago", "the next day".
func (r *resolver) relative(m *meaning) (point, bool) {
	base := r.base(m)
	if base.IsZero() {
		return point{}, false
	}
	u, n := unit(m.at(fUnit)), m.at(fRel)
	if n > 5000 || n < -5000 {
		return point{}, false
	}
	if u == fortnight {
		u, n = week, 2*n
	}
	if p, ok := r.quarterly(m, u, n); ok {
		return p, true
	}
	if u > year && m.get(fAnchor, 0) == 1 && r.last.grain <= year {
		return stretch(shift(base, u, n), max(r.last.grain, day)), true
	}
	if u == year && m.get(fAnchor, 0) == 1 && (r.last.grain == month || r.last.grain == half) {
		return stretch(shift(base, year, n), r.last.grain), true
	}
	if u == weekend && n == 0 && m.get(fDir, 0) == 0 {
		start, end := bounds(base, weekend)
		if r.tense != future && start.After(base) && !m.is(fDir) {
			start, end = start.AddDate(0, 0, -7), end.AddDate(0, 0, -7)
		}
		return point{start: start, end: end, grain: weekend}, true
	}
	if u < day {
		p := stretch(base, day)
		p.grain = u
		return p, true
	}
	t := shift(base, u, n)
	if u == weekend && n < 0 && isoWeekday(base) > 5 { // said on a weekend, "last weekend" is the one before
		t = shift(base, week, n)
	}
	return stretch(t, u), true
}

// quarterly reads years and quarters as reports on business do: after a
// quarter was named, "a year ago" is that quarter of the year before, and "the
// quarter" is the one under report, which is over when it is told.
func (r *resolver) quarterly(m *meaning, u unit, n int) (point, bool) {
	anchor := m.get(fAnchor, 0)
	switch {
	case u == quarter && anchor == 1:
		if r.report.grain == quarter {
			return stretch(shift(r.report.start, quarter, n), quarter), true
		}
		return stretch(shift(r.dct, quarter, n-1), quarter), !r.dct.IsZero()
	case u == year && n == -1 && anchor > 0 && r.report.grain == quarter:
		return stretch(shift(r.report.start, year, n), quarter), true
	}
	return point{}, false
}

// within finds what m names inside w: June of last year, the third quarter of
// 1990, Tuesday of next week, the last day of May.
func (r *resolver) within(m *meaning, w point) (point, bool) {
	switch {
	case m.is(fNth) && m.is(fUnit):
		return nth(w, unit(m.at(fUnit)), m.at(fNth))
	case m.is(fWeekday) && !m.is(fMonth):
		if w.grain == week || w.grain == weekend {
			start, _ := bounds(w.start, week)
			return stretch(start.AddDate(0, 0, m.at(fWeekday)-1), day), true
		}
		if w.grain == day {
			return w, true
		}
	case m.is(fDay) && !m.is(fMonth):
		return stretch(date(w.start.Year(), int(w.start.Month()), m.at(fDay)), day), validDate(w.start.Year(), int(w.start.Month()), m.at(fDay))
	case m.is(fMonth) || m.is(fQuarter) || m.is(fHalf) || m.is(fSeason) || m.feast != "":
		return r.inYear(m, w.start.Year())
	case m.is(fRel) && m.is(fUnit):
		return stretch(shift(w.start, unit(m.at(fUnit)), m.at(fRel)), r.grainWithin(m, w)), true
	}
	if w.grain == hour {
		w.grain = day
	}
	return w, true
}

// grainWithin is the grain of a date counted from another: "a week from Monday"
// is a day, "the week of March 6" a week.
func (r *resolver) grainWithin(m *meaning, w point) unit {
	if m.get(fPlain, 0) == 1 {
		return w.grain
	}
	return max(w.grain, unit(m.at(fUnit)))
}
