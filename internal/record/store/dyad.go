package store

import (
	"context"
	"time"
)

// forever bounds a query that has no last day.
const forever = 1 << 40

func bounds(since, until time.Time) (from, to int64) {
	from, to = -forever, forever
	if !since.IsZero() {
		from = dayOf(since)
	}
	if !until.IsZero() {
		to = dayOf(until)
	}
	return from, to
}

// Dyads implements Ledger.
func (s *SQLite) Dyads(ctx context.Context, since time.Time, limit int) ([]Dyad, error) {
	from, _ := bounds(since, time.Time{})
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.read.QueryContext(ctx, `SELECT a, b, sum(entries), sum(goldstein_ties), sum(goldstein_tension), min(day), max(day)
		FROM dyad_day WHERE day >= ? GROUP BY a, b ORDER BY 3 DESC, a, b LIMIT ?`, from, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Dyad
	for rows.Next() {
		var d Dyad
		var ties, tension, first, last int64
		if err := rows.Scan(&d.A, &d.B, &d.Entries, &ties, &tension, &first, &last); err != nil {
			return nil, err
		}
		d.Ties, d.Tension, d.First, d.Last = float64(ties)/10, float64(tension)/10, ofDay(first), ofDay(last)
		out = append(out, d)
	}
	return out, rows.Err()
}

// Days implements Ledger. The pair may be given in either order; directions
// are always those of the pair as it is kept, with the lesser key first.
func (s *SQLite) Days(ctx context.Context, a, b string, since, until time.Time) ([]Day, error) {
	if a > b {
		a, b = b, a
	}
	from, to := bounds(since, until)
	rows, err := s.read.QueryContext(ctx, `SELECT day, precision, direction, entries, goldstein_ties, goldstein_tension, plover_ties, plover_tension, count_ties, count_tension
		FROM dyad_day WHERE a = ? AND b = ? AND day BETWEEN ? AND ? ORDER BY day, precision, direction`, a, b, from, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Day
	for rows.Next() {
		var d Day
		var day int64
		var n [6]int64
		if err := rows.Scan(&day, &d.Precision, &d.Direction, &d.Entries, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5]); err != nil {
			return nil, err
		}
		d.Day = ofDay(day)
		for i, sums := range []*Sums{&d.Goldstein, &d.Plover, &d.Count} {
			sums.Ties, sums.Tension = float64(n[2*i])/10, float64(n[2*i+1])/10
		}
		out = append(out, d)
	}
	return out, rows.Err()
}

// Coverage implements Ledger.
func (s *SQLite) Coverage(ctx context.Context, since, until time.Time) ([]Covered, error) {
	from, to := bounds(since, until)
	rows, err := s.read.QueryContext(ctx, `SELECT day, articles FROM coverage_day WHERE articles > 0 AND day BETWEEN ? AND ? ORDER BY day`, from, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Covered
	for rows.Next() {
		var c Covered
		var day int64
		if err := rows.Scan(&day, &c.Articles); err != nil {
			return nil, err
		}
		c.Day = ofDay(day)
		out = append(out, c)
	}
	return out, rows.Err()
}
