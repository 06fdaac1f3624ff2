package when

import "time"

// unit is a step of the calendar, from the finest to the coarsest.
type unit int8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	half
	season
	year
	decade
	century
	millennium
)

// unitNames are the names that the files under data/en/time use.
var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "weekend": weekend, "week": week, "fortnight": fortnight,
	"month": month, "quarter": quarter, "half": half, "season": season, "year": year, "decade": decade, "century": century, "millennium": millennium,
}

// letter is the designator of the unit in a TIMEX3 duration, with the "T"
// that parts below a day need.
func (u unit) letter() (string, bool) {
	switch u {
	case second:
		return "S", true
	case minute:
		return "M", true
	case hour:
		return "H", true
	case day:
		return "D", false
	case weekend:
		return "WE", false
	case week:
		return "W", false
	case month:
		return "M", false
	case quarter:
		return "Q", false
	case season:
		return "SEASON", false
	case decade:
		return "DE", false
	case century:
		return "CE", false
	case millennium:
		return "ML", false
	}
	return "Y", false
}

func validDate(y, m, d int) bool {
	return y > 0 && y < 10000 && m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m)
}

func monthDays(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// isoWeekday counts Monday as 1 and Sunday as 7.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// shift moves t by n units and keeps the day inside the month.
func shift(t time.Time, u unit, n int) time.Time {
	months := 0
	switch u {
	case second:
		return t.Add(time.Duration(n) * time.Second)
	case minute:
		return t.Add(time.Duration(n) * time.Minute)
	case hour:
		return t.Add(time.Duration(n) * time.Hour)
	case day:
		return t.AddDate(0, 0, n)
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case month:
		months = n
	case quarter, season:
		months = 3 * n
	case half:
		months = 6 * n
	case decade:
		months = 120 * n
	case century:
		months = 1200 * n
	case millennium:
		months = 12000 * n
	default:
		months = 12 * n
	}
	first := date(t.Year(), int(t.Month())+months, 1)
	d := min(t.Day(), monthDays(first.Year(), int(first.Month())))
	return date(first.Year(), int(first.Month()), d)
}

// bounds is the calendar stretch of one unit that holds t: its first and last day.
func bounds(t time.Time, u unit) (start, end time.Time) {
	y, m := t.Year(), int(t.Month())
	switch u {
	case second, minute, hour, day, noUnit:
		start = date(y, m, t.Day())
		return start, start
	case week, fortnight:
		start = date(y, m, t.Day()-isoWeekday(t)+1)
		return start, start.AddDate(0, 0, 6)
	case weekend:
		start = date(y, m, t.Day()-isoWeekday(t)+6)
		return start, start.AddDate(0, 0, 1)
	case month:
		return monthSpan(y, m, 1)
	case quarter:
		return monthSpan(y, (m-1)/3*3+1, 3)
	case half:
		return monthSpan(y, (m-1)/6*6+1, 6)
	case season:
		return monthSpan(y, m/3*3, 3)
	case decade:
		return monthSpan(y-y%10, 1, 120)
	case century:
		return monthSpan((y-1)/100*100+1, 1, 1200)
	case millennium:
		return monthSpan((y-1)/1000*1000+1, 1, 12000)
	}
	return monthSpan(y, 1, 12)
}

func monthSpan(y, m, n int) (start, end time.Time) {
	return date(y, m, 1), date(y, m+n, 0)
}

// nthWeekday is the n-th weekday wd of a month; n < 0 counts from its end.
func nthWeekday(y, m, wd, n int) time.Time {
	if n < 0 {
		last := date(y, m+1, 0)
		return last.AddDate(0, 0, -(isoWeekday(last)-wd+7)%7+7*(n+1))
	}
	first := date(y, m, 1)
	return first.AddDate(0, 0, (wd-isoWeekday(first)+7)%7+7*(n-1))
}

// easter is Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, n/31, n%31+1)
}
