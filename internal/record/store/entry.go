package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"entente"
)

// Entry implements Ledger.
func (s *SQLite) Entry(ctx context.Context, id int64) (*entente.Entry, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT id, form FROM entry WHERE id = ?`, id)
	if err != nil {
		return nil, err
	}
	list, err := scanForms(rows)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("entry %d: %w", id, ErrNotFound)
	}
	return list[0], s.sources(ctx, list)
}

// batch is how many entries are read at a time.
const batch = 256

// Entries implements Ledger. It reads in batches, each from behind the last
// entry of the one before, so that no cursor stays open while the caller
// works and what is written meanwhile moves nothing.
func (s *SQLite) Entries(ctx context.Context, f Filter) iter.Seq2[*entente.Entry, error] {
	return func(yield func(*entente.Entry, error) bool) {
		left := f.Limit
		for f.Limit == 0 || left > 0 {
			n := batch
			if f.Limit > 0 {
				n = min(n, left)
			}
			list, err := s.page(ctx, f, n)
			if err != nil {
				yield(nil, fmt.Errorf("read entries: %w", err))
				return
			}
			for _, e := range list {
				if !yield(e, nil) {
					return
				}
			}
			if len(list) < n {
				return
			}
			left, f.Offset, f.after = left-n, 0, list[n-1]
		}
	}
}

// page reads the next n entries of a filter.
func (s *SQLite) page(ctx context.Context, f Filter, n int) ([]*entente.Entry, error) {
	where, args := f.where()
	rows, err := s.read.QueryContext(ctx, `SELECT id, form FROM entry e`+where+f.Order.sql()+fmt.Sprintf(` LIMIT %d OFFSET %d`, n, f.Offset), args...)
	if err != nil {
		return nil, err
	}
	list, err := scanForms(rows)
	if err != nil {
		return nil, err
	}
	return list, s.sources(ctx, list)
}

// Count implements Ledger.
func (s *SQLite) Count(ctx context.Context, f Filter) (n int, err error) {
	where, args := f.where()
	err = s.read.QueryRowContext(ctx, `SELECT count(*) FROM entry e`+where, args...).Scan(&n)
	return n, err
}

// sources fills in the tellings of entries.
func (s *SQLite) sources(ctx context.Context, list []*entente.Entry) error {
	if len(list) == 0 {
		return nil
	}
	at := make(map[int64]*entente.Entry, len(list))
	args := make([]any, len(list))
	for i, e := range list {
		e.Sources = nil
		at[e.ID], args[i] = e, e.ID
	}
	rows, err := s.read.QueryContext(ctx, `SELECT entry, form FROM telling WHERE entry IN (?`+strings.Repeat(`, ?`, len(args)-1)+`) ORDER BY entry, article, event`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var form string
		if err := rows.Scan(&id, &form); err != nil {
			return err
		}
		var told struct{ Sources []entente.Telling }
		if err := json.Unmarshal([]byte(form), &told); err != nil {
			return err
		}
		at[id].Sources = append(at[id].Sources, told.Sources...)
	}
	return rows.Err()
}

func (o Order) sql() string {
	switch o {
	case Earliest:
		return ` ORDER BY e.day, e.id`
	case LatestKept:
		return ` ORDER BY e.id DESC`
	}
	return ` ORDER BY e.day DESC, e.id DESC`
}

func anys[T ~string](list []T) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// Stats implements Ledger.
func (s *SQLite) Stats(ctx context.Context) (Stats, error) {
	st := Stats{Skipped: map[entente.Reason]int{}}
	var first, last sql.NullInt64
	err := s.read.QueryRowContext(ctx, `SELECT count(*), count(copy_of), min(published), max(published), coalesce(max(coder), 0) FROM article`).
		Scan(&st.Articles, &st.Copies, &first, &last, &st.Coder)
	for _, c := range []struct {
		query string
		to    *int
	}{
		{`SELECT count(*) FROM article WHERE coder = 0`, &st.Uncoded},
		{`SELECT count(*) FROM entry`, &st.Entries},
		{`SELECT count(*) FROM telling`, &st.Tellings},
		{`SELECT count(*) FROM statement`, &st.Statements},
	} {
		err = errors.Join(err, s.read.QueryRowContext(ctx, c.query).Scan(c.to))
	}
	if err != nil {
		return st, err
	}
	st.First, st.Last = moment(first), moment(last)
	rows, err := s.read.QueryContext(ctx, `SELECT reason, sum(times) FROM skipped GROUP BY reason`)
	if err != nil {
		return st, err
	}
	defer rows.Close()
	for rows.Next() {
		var reason string
		var n int
		if err := rows.Scan(&reason, &n); err != nil {
			return st, err
		}
		st.Skipped[entente.Reason(reason)] = n
	}
	return st, rows.Err()
}
