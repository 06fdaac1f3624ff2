package series

import (
	"context"
	"fmt"
	"math"
	"time"

	"entente"
	"entente/internal/record/store"
)

// finest is the coarsest precision of a date that a period can hold: a year
// stands in no month.
var finest = map[By]int{Day: 1, Week: 2, Month: 3, Year: 4}

// forward reports whether a direction is from A to B or mutual.
func forward(q Query, d store.Direction) bool {
	if d == store.Both {
		return true
	}
	return (d == store.Forth) == (q.A < q.B)
}

func sums(d store.Day, s Scale) store.Sums {
	switch s {
	case Plover:
		return d.Plover
	case Count:
		return d.Count
	}
	return d.Goldstein
}

// bounds are the first and the last day of the series; zero when it is empty.
func bounds(days []store.Day, q Query) (first, last time.Time) {
	if len(days) > 0 {
		first, last = days[0].Day, days[len(days)-1].Day
	}
	if !q.Since.IsZero() && (!last.IsZero() || !q.Until.IsZero()) {
		first = q.Since
	}
	if !q.Until.IsZero() && !first.IsZero() {
		last = q.Until
	}
	return first, last
}

// start is the first day of the period that holds t.
func start(by By, t time.Time) time.Time {
	y, m, d := t.UTC().Date()
	switch by {
	case Week:
		d -= (int(t.UTC().Weekday()) + 6) % 7
	case Month:
		d = 1
	case Year:
		m, d = 1, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func next(by By, t time.Time) time.Time {
	switch by {
	case Week:
		return t.AddDate(0, 0, 7)
	case Month:
		return t.AddDate(0, 1, 0)
	case Year:
		return t.AddDate(1, 0, 0)
	}
	return t.AddDate(0, 0, 1)
}

// name is how the period that holds t is written.
func name(by By, t time.Time) string {
	switch by {
	case Week:
		y, w := t.UTC().ISOWeek()
		return fmt.Sprintf("%d-W%02d", y, w)
	case Month:
		return t.UTC().Format("2006-01")
	case Year:
		return t.UTC().Format("2006")
	}
	return t.UTC().Format(time.DateOnly)
}

// cover fills in how many articles were read for each period, and rounds the
// sums to the tenths that they are made of.
func cover(ctx context.Context, l Ledger, q Query, out *entente.Series, at map[string]int, first, last time.Time) error {
	read, err := l.Coverage(ctx, start(q.By, first), next(q.By, start(q.By, last)).AddDate(0, 0, -1))
	if err != nil {
		return fmt.Errorf("measure coverage: %w", err)
	}
	for _, c := range read {
		if i, ok := at[name(q.By, c.Day)]; ok {
			out.Points[i].Coverage += c.Articles
		}
	}
	for i := range out.Points {
		p := &out.Points[i]
		p.Ties, p.Tension = math.Round(p.Ties*10)/10, math.Round(p.Tension*10)/10
	}
	return nil
}

// Bounds are the first and the last day of a period as name writes it:
// "2022", "2022-02", "2022-W08" or "2022-02-24".
func Bounds(period string) (first, last time.Time, err error) {
	var year, week int
	if n, _ := fmt.Sscanf(period, "%4d-W%2d", &year, &week); n == 2 && week >= 1 && week <= 53 {
		// 4 January always lies in the first ISO week.
		first = start(Week, time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)).AddDate(0, 0, 7*(week-1))
		return first, first.AddDate(0, 0, 6), nil
	}
	for by, layout := range map[By]string{Year: "2006", Month: "2006-01", Day: time.DateOnly} {
		if first, err = time.Parse(layout, period); err == nil {
			return first, next(by, first).AddDate(0, 0, -1), nil
		}
	}
	return first, last, fmt.Errorf("%q is no period: write 2022, 2022-02, 2022-W08 or 2022-02-24", period)
}
