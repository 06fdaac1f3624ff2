package when

import (
	"fmt"
	"strconv"
	"strings"

	"entente"
)

// seasonNames are the TIMEX3 names of the seasons by their number.
var seasonNames = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

// resolve gives the TIMEX3 attributes and the interval of an expression; ok is
// false when the words are no time expression.
func (r *resolver) resolve(m *meaning) (t entente.Time, ok bool) {
	t.Mod = m.mod
	switch {
	case m.kind == "none":
		return t, false
	case m.ref != "":
		t.Type, t.Value = entente.DateTime, m.ref
		if m.ref == "PRESENT_REF" && !r.dct.IsZero() {
			t.When = stretch(r.dct, day).interval("")
		}
	case m.set:
		t.Type, t.Value = entente.SetTime, recurring(m)
	case m.hasN && m.is(fAhead) && r.tense == future && m.n == float64(int(m.n)):
		ahead := *m
		ahead.put(fRel, int(m.n))
		r.date(&ahead, &t)
	case m.hasN:
		t.Type, t.Value = entente.DurationTime, duration(m.n, unit(m.at(fUnit)))
		t.When = r.around(m)
	default:
		r.date(m, &t)
	}
	if m.kind != "" {
		t.Type = entente.TimeType(m.kind)
	}
	return t, t.Value != ""
}

// date fills t with a point in time, and remembers it for what follows.
func (r *resolver) date(m *meaning, t *entente.Time) {
	p, ok := r.point(m)
	t.Type = entente.DateTime
	if m.grain() == hour || p.grain != noUnit && p.grain <= hour {
		t.Type = entente.TimeOfDay
	}
	if !ok {
		t.Value = unanchored(m)
		return
	}
	t.Value = p.value()
	if m.get(fUTC, 0) == 1 && p.grain <= hour {
		t.Value += "Z"
	}
	if m.get(fBC, 0) == 1 {
		t.Value = "BC" + t.Value
		return
	}
	t.When = p.interval(m.mod)
	r.remember(m, p)
}

// remember keeps a date for the expressions that lean on it. One that counts
// years back from another date only compares, and the story stays where it was.
func (r *resolver) remember(m *meaning, p point) {
	if p.grain < hour || p.grain > year || m.get(fAnchor, 0) > 0 && m.at(fRel) < 0 && unit(m.at(fUnit)) == year {
		return
	}
	if p.grain == hour {
		p.grain = day
	}
	if r.last = p; p.grain == day {
		r.day = p
	}
	if p.order(r.dct) <= 0 {
		r.told = p
	}
	if p.grain == quarter {
		r.report = p
	}
}

// value writes the stretch as ISO 8601 with the extensions of TIMEX3.
func (p point) value() string {
	y := fmt.Sprintf("%04d", p.start.Year())
	wy, w := p.start.ISOWeek()
	switch p.grain {
	case second, minute:
		return p.start.Format("2006-01-02") + fmt.Sprintf("T%02d:%02d", p.hour, p.min)
	case hour:
		if p.part != "" {
			return p.start.Format("2006-01-02") + "T" + p.part
		}
		return p.start.Format("2006-01-02") + fmt.Sprintf("T%02d:%02d", p.hour, p.min)
	case day:
		if p.end.After(p.start) {
			return p.start.Format("2006-01-02") + "/" + p.end.Format("2006-01-02")
		}
		return p.start.Format("2006-01-02")
	case weekend:
		return fmt.Sprintf("%04d-W%02d-WE", wy, w)
	case week, fortnight:
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case month:
		return p.start.Format("2006-01")
	case quarter:
		return y + "-Q" + strconv.Itoa((int(p.start.Month())+2)/3)
	case half:
		return y + "-H" + strconv.Itoa((int(p.start.Month())+5)/6)
	case season:
		return y + "-" + seasonNames[int(p.start.Month())/3]
	case decade:
		return y[:3]
	case century:
		return y[:2]
	case millennium:
		return y[:1]
	}
	return y
}

// unanchored writes a date of which no year is known.
func unanchored(m *meaning) string {
	switch {
	case m.is(fMonth) && m.is(fDay):
		return fmt.Sprintf("XXXX-%02d-%02d", m.at(fMonth), m.at(fDay))
	case m.is(fMonth):
		return fmt.Sprintf("XXXX-%02d", m.at(fMonth))
	case m.is(fWeekday):
		return "XXXX-WXX-" + strconv.Itoa(m.at(fWeekday))
	case m.is(fSeason):
		return "XXXX-" + seasonNames[min(max(m.at(fSeason), 1), 4)]
	case m.is(fQuarter):
		return "XXXX-Q" + strconv.Itoa(m.at(fQuarter))
	case m.is(fHour):
		h := m.at(fHour)
		if m.at(fPM) == 1 && h < 12 {
			h += 12
		}
		return fmt.Sprintf("XXXX-XX-XXT%02d:%02d", h, m.get(fMinute, 0))
	case m.part != "":
		return "XXXX-XX-XXT" + m.part
	}
	return "XXXX-XX-XX"
}

// recurring is the value of a set: a period, or a date that returns.
func recurring(m *meaning) string {
	if m.is(fUnit) && !m.is(fWeekday) && !m.is(fMonth) {
		n := m.n
		if !m.hasN {
			n = 1
		}
		return duration(n, unit(m.at(fUnit)))
	}
	v := unanchored(m)
	if m.part != "" && m.is(fWeekday) {
		v += "T" + m.part
	}
	return v
}

// duration writes n units; a vague amount is an X.
func duration(n float64, u unit) string {
	letter, clock := u.letter()
	head := "P"
	if clock {
		head = "PT"
	}
	if u == fortnight {
		letter, n = "W", 2*n
	}
	if u == half {
		letter, n = "M", 6*n
	}
	if n < 0 {
		return head + "X" + letter
	}
	whole := float64(int64(n))
	rest := n - whole
	if rest < 0.01 {
		return head + strconv.FormatFloat(whole, 'f', 0, 64) + letter
	}
	parts := map[unit]struct {
		n int
		l string
	}{year: {12, "M"}, hour: {60, "M"}, minute: {60, "S"}, decade: {10, "Y"}, month: {0, ""}}
	if p := parts[u]; p.n > 0 {
		small := strconv.Itoa(int(rest*float64(p.n) + 0.5))
		if whole == 0 {
			return head + small + p.l
		}
		return head + strconv.FormatFloat(whole, 'f', 0, 64) + letter + small + p.l
	}
	return head + strings.TrimRight(strconv.FormatFloat(n, 'f', 2, 64), "0") + letter
}

// around is the stretch of a duration that reaches the anchor: the past three
// months, the next two weeks.
func (r *resolver) around(m *meaning) (v entente.Interval) {
	base := r.base(m)
	if !m.is(fDir) || base.IsZero() || m.n < 0 || m.n > 1000 {
		return v
	}
	u := unit(m.at(fUnit))
	t := shift(base, u, int(m.n)*m.at(fDir))
	v.Precision = u.precision()
	if m.at(fDir) < 0 {
		v.Start, v.End = t, base
	} else {
		v.Start, v.End = base, t
	}
	return v
}
