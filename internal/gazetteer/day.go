package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Day is a calendar day as the number yyyymmdd; 0 is unknown or open.
type Day int32

// DayOf is the UTC day of t, 0 for the zero time.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return 0
	}
	t = t.UTC()
	return Day(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// parseDay reads "2001-01-20", "2001-01" or "2001"; what is missing is the
// first of the month or year.
func parseDay(s string) (Day, error) {
	year, rest, _ := strings.Cut(s, "-")
	month, day, _ := strings.Cut(rest, "-")
	m, d := 1, 1
	y, err := strconv.Atoi(year)
	if month != "" && err == nil {
		m, err = strconv.Atoi(month)
	}
	if day != "" && err == nil {
		d, err = strconv.Atoi(day)
	}
	if err != nil || y < 1000 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, fmt.Errorf("day %q is not yyyy-mm-dd", s)
	}
	return Day(y*10000 + m*100 + d), nil
}

func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100)
}
