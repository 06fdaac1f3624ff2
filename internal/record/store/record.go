package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"entente"
)

// Record implements Ledger.
func (s *SQLite) Record(ctx context.Context, version int, list []Coded) error {
	return s.update(ctx, func(tx *sql.Tx) error {
		for _, c := range list {
			r := recorder{ctx: ctx, tx: tx, num: c.Num, doc: c.Document}
			if err := r.record(version); err != nil {
				return fmt.Errorf("record article %s: %w", c.ID, err)
			}
		}
		return nil
	})
}

// recorder writes what was understood of one article.
type recorder struct {
	ctx    context.Context
	tx     *sql.Tx
	num    int64
	doc    *entente.Document
	id     string // under which the ledger keeps the article
	copyOf string
	coder  int // that coded it before
	passed int // events that name no actor known
}

func (r *recorder) exec(query string, args ...any) error {
	_, err := r.tx.ExecContext(r.ctx, query, args...)
	return err
}

func (r *recorder) record(version int) error {
	err := r.tx.QueryRowContext(r.ctx, `SELECT id, coder, coalesce((SELECT o.id FROM article o WHERE o.num = article.copy_of), '') FROM article WHERE num = ?`, r.num).Scan(&r.id, &r.coder, &r.copyOf)
	if err != nil {
		return err
	}
	for _, step := range []func() error{r.forget, r.events, r.statements, r.skips, r.cover} {
		if err := step(); err != nil {
			return err
		}
	}
	return r.exec(`UPDATE article SET coder = ?, reason = ? WHERE num = ?`, version, string(r.reason()), r.num)
}

// reason is why the whole article was set aside, "" when it was not.
func (r *recorder) reason() entente.Reason {
	for _, s := range r.doc.Skipped {
		if s.Start == 0 && s.End >= len(r.doc.Article.Text) && len(r.doc.Sentences) == 0 {
			return s.Reason
		}
	}
	return ""
}

// forget takes away what an earlier coding of the article left.
func (r *recorder) forget() error {
	rows, err := r.tx.QueryContext(r.ctx, `SELECT DISTINCT entry FROM telling WHERE article = ? ORDER BY entry`, r.num)
	if err != nil {
		return err
	}
	entries, err := numbers(rows)
	if err != nil {
		return err
	}
	for _, q := range []string{
		`DELETE FROM telling WHERE article = ?`,
		`DELETE FROM statement_speaker WHERE statement IN (SELECT id FROM statement WHERE article = ?)`,
		`DELETE FROM statement WHERE article = ?`,
		`DELETE FROM skipped WHERE article = ?`,
	} {
		if err := r.exec(q, r.num); err != nil {
			return err
		}
	}
	for _, e := range entries {
		if err := refold(r.ctx, r.tx, e); err != nil {
			return err
		}
	}
	return nil
}

func numbers(rows *sql.Rows) ([]int64, error) {
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// events merges each event of the document into the ledger, operators before
// the contents that they hold.
func (r *recorder) events() error {
	ids := make([]int64, len(r.doc.Events))
	done := r.unknown()
	for i := range done {
		if done[i] {
			r.passed++
		}
	}
	for left := len(ids) - r.passed; left > 0; {
		before := left
		for i := range r.doc.Events {
			p := r.doc.Events[i].Parent
			if done[i] || p >= 0 && p < len(done) && p != i && !done[p] {
				continue
			}
			parent := int64(0)
			if p >= 0 && p < len(done) && p != i {
				parent = ids[p]
			}
			var err error
			if ids[i], err = r.event(i, parent); err != nil {
				return err
			}
			done[i] = true
			left--
		}
		if left == before {
			return errors.New("events hold each other as content")
		}
	}
	return nil
}

// unknown marks the events between parties that have no code at all ("a crowd
// urged the candidate"): they are no line of the ledger, unless they hold one.
func (r *recorder) unknown() []bool {
	out := make([]bool, len(r.doc.Events))
	for i := range r.doc.Events {
		ev := &r.doc.Events[i]
		out[i] = true
		for _, p := range slices.Concat(ev.Source, ev.Target, ev.Recipient) {
			if p.Country != "" || p.Code != "" {
				out[i] = false
			}
		}
	}
	for i := range r.doc.Events {
		if out[i] {
			continue
		}
		for p, n := r.doc.Events[i].Parent, 0; p >= 0 && p < len(out) && n < len(out); p, n = r.doc.Events[p].Parent, n+1 {
			out[p] = false
		}
	}
	return out
}

// event adds event i to the entry it tells, or opens one.
func (r *recorder) event(i int, parent int64) (int64, error) {
	told := r.told(i)
	told.Parent = parent
	id, err := r.match(told)
	if err != nil {
		return 0, err
	}
	if id == 0 {
		res, err := r.tx.ExecContext(r.ctx, `INSERT INTO entry (parent, type, cameo, status, day, last, country, confidence, tellings, form) VALUES (0, '', '', '', 0, 0, '', 0, 0, '')`)
		if err != nil {
			return 0, err
		}
		if id, err = res.LastInsertId(); err != nil {
			return 0, err
		}
	}
	form, err := json.Marshal(told)
	if err != nil {
		return 0, err
	}
	if err := r.exec(`INSERT INTO telling (article, event, entry, form) VALUES (?, ?, ?, ?)`, r.num, i, id, string(form)); err != nil {
		return 0, err
	}
	return id, refold(r.ctx, r.tx, id)
}

// told is event i as an entry with this article as its only source.
func (r *recorder) told(i int) *entente.Entry {
	d, ev := r.doc, &r.doc.Events[i]
	e := &entente.Entry{
		Type: ev.Type, Mode: ev.Mode, Contexts: ev.Contexts, CAMEO: ev.CAMEO, Status: ev.Status, Symmetric: ev.Symmetric,
		Date: ev.Date, Source: partiesOf(ev.Source), Target: partiesOf(ev.Target), Recipient: partiesOf(ev.Recipient), Confidence: ev.Confidence,
	}
	if e.Date.Start.IsZero() {
		e.Date.Start = e.Date.End
	}
	if e.Date.Start.IsZero() {
		day := d.Published.Truncate(24 * time.Hour)
		e.Date = entente.Interval{Start: day, End: day}
	}
	if ev.Place >= 0 && ev.Place < len(d.Places) {
		p := d.Places[ev.Place]
		e.Place = entente.EntryPlace{Name: p.Name, Country: p.Country, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames}
	}
	t := entente.Telling{
		Article: r.id, Publisher: d.Publisher, Outlets: d.Outlets, Published: d.Published, URL: d.URL, Title: d.Title, Trigger: ev.Trigger, Event: i,
		Status: ev.Status, Via: ev.Via, Rule: ev.Rule, Amounts: ev.Amounts, Confidence: ev.Confidence, CopyOf: r.copyOf,
	}
	if ev.Sentence >= 0 && ev.Sentence < len(d.Sentences) {
		t.Sentence = strings.Join(strings.Fields(d.TextOf(d.Sentences[ev.Sentence].Span)), " ")
	}
	e.Sources = []entente.Telling{t}
	e.Amounts = t.Amounts
	return e
}

func partiesOf(list []entente.Participant) []entente.Party {
	var out []entente.Party
	for _, p := range list {
		out = append(out, entente.Party{Name: p.Name, Code: p.Code, Country: p.Country, Sector: p.Sector, Role: p.Role})
	}
	return out
}

// skips counts the parts of the article that were passed over.
func (r *recorder) skips() error {
	if r.passed > 0 {
		if err := r.exec(`INSERT INTO skipped (article, reason, times) VALUES (?, ?, ?)`, r.num, string(entente.SkipNoActor), r.passed); err != nil {
			return err
		}
	}
	for _, s := range r.doc.Skipped {
		if err := r.exec(`INSERT INTO skipped (article, reason, times) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1`, r.num, string(s.Reason)); err != nil {
			return err
		}
	}
	return nil
}

// cover counts the article as read for the day of its publishing, once.
func (r *recorder) cover() error {
	var was sql.NullInt64
	if err := r.tx.QueryRowContext(r.ctx, `SELECT covered FROM article WHERE num = ?`, r.num).Scan(&was); err != nil {
		return err
	}
	now := sql.NullInt64{Int64: dayOf(r.doc.Published), Valid: !r.doc.Published.IsZero() && r.reason() == ""}
	if was == now {
		return nil
	}
	if was.Valid {
		if err := r.exec(`UPDATE coverage_day SET articles = articles - 1 WHERE day = ?`, was.Int64); err != nil {
			return err
		}
	}
	if now.Valid {
		if err := r.exec(`INSERT INTO coverage_day (day, articles) VALUES (?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1`, now.Int64); err != nil {
			return err
		}
	}
	return r.exec(`UPDATE article SET covered = ? WHERE num = ?`, now, r.num)
}

// dayOf is the day since 1970-01-01, also before it.
func dayOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	s := t.Unix()
	if s < 0 {
		s -= 86399
	}
	return s / 86400
}

func ofDay(day int64) time.Time { return time.Unix(day*86400, 0).UTC() }
