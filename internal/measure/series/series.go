// Package series measures how a pair of actors stands to each other over
// time: ties and tension per period. docs/measure.md gives the definition.
package series

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente"
	"entente/internal/record/store"
)

// Query asks for the series of one pair.
type Query struct {
	A, B         string // ISO3 or organisation codes
	By           By
	Scale        Scale
	Directed     bool      // only what A does to B, and what both do together
	Since, Until time.Time // days, both included; zero is open
}

// By is the length of a period.
type By string

const (
	Day   By = "day"
	Week  By = "week" // ISO 8601: Monday to Sunday
	Month By = "month"
	Year  By = "year"
)

// Scale is what an entry weighs.
type Scale string

const (
	Goldstein Scale = "goldstein" // weight of the CAMEO code
	Plover    Scale = "plover"    // score of the PLOVER type and mode
	Count     Scale = "count"     // 1: a tie in quad classes 1 and 2, a tension in 3 and 4
)

// Check reports what a query asks for that there is not.
func (q Query) Check() error {
	switch {
	case finest[q.By] == 0:
		return fmt.Errorf("by %q: there is day, week, month and year", q.By)
	case !slices.Contains([]Scale{Goldstein, Plover, Count}, q.Scale):
		return fmt.Errorf("scale %q: there is goldstein, plover and count", q.Scale)
	case q.A == q.B:
		return fmt.Errorf("%s and %s are one actor: a pair has two", q.A, q.B)
	}
	return nil
}

// Ledger is the part of the record that a series is measured from.
type Ledger interface {
	Days(ctx context.Context, a, b string, since, until time.Time) ([]store.Day, error)
	Coverage(ctx context.Context, since, until time.Time) ([]store.Covered, error)
}

// Measure gives the series of a pair: every period from the first to the last
// that has an entry or lies within the bounds asked for, in order.
func Measure(ctx context.Context, l Ledger, q Query) (entente.Series, error) {
	out := entente.Series{Dyad: [2]string{q.A, q.B}, By: string(q.By), Scale: string(q.Scale)}
	if err := q.Check(); err != nil {
		return out, err
	}
	days, err := l.Days(ctx, q.A, q.B, q.Since, q.Until)
	if err != nil {
		return out, fmt.Errorf("measure %s and %s: %w", q.A, q.B, err)
	}
	days = slices.DeleteFunc(days, func(d store.Day) bool { return d.Precision > finest[q.By] || q.Directed && !forward(q, d.Direction) })
	first, last := bounds(days, q)
	if first.IsZero() {
		out.Points = []entente.Point{}
		return out, nil
	}
	at := map[string]int{}
	for t := start(q.By, first); !t.After(last); t = next(q.By, t) {
		at[name(q.By, t)] = len(out.Points)
		out.Points = append(out.Points, entente.Point{Period: name(q.By, t)})
	}
	for _, d := range days {
		p := &out.Points[at[name(q.By, d.Day)]]
		s := sums(d, q.Scale)
		p.Ties += s.Ties
		p.Tension += s.Tension
		p.Entries += d.Entries
	}
	return out, cover(ctx, l, q, &out, at, first, last)
}
