package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"entente"
	"entente/internal/record/merge"
)

// more holds the fields of an article that nothing is searched by.
type more struct {
	Authors  []string       `json:"authors,omitempty"`
	Outlets  []string       `json:"outlets,omitempty"`
	Tags     []string       `json:"tags,omitempty"`
	Links    []entente.Link `json:"links,omitempty"`
	Headline entente.Span   `json:"headline,omitzero"`
	Aside    []entente.Span `json:"aside,omitempty"`
}

// Add implements Ledger.
func (s *SQLite) Add(ctx context.Context, list []*entente.Article) ([]Added, error) {
	out := make([]Added, len(list))
	err := s.update(ctx, func(tx *sql.Tx) error {
		for i, a := range list {
			var err error
			if out[i], err = add(ctx, tx, a); err != nil {
				return fmt.Errorf("add article %s: %w", a.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// known is what the ledger holds of an article that may be the one to add.
type known struct {
	num                       int64
	id, url, publisher, title string
	published                 sql.NullInt64
	exact                     int64
	length                    int
}

func add(ctx context.Context, tx *sql.Tx, a *entente.Article) (Added, error) {
	print := merge.PrintOf(a.Text)
	same, err := lookup(ctx, tx, a, int64(print.Exact))
	if err != nil {
		return Added{}, err
	}
	for _, k := range same {
		switch {
		case k.exact == int64(print.Exact) && k.publisher == a.Publisher && sameDay(k.published, a.Published) && (k.title == a.Title || k.id == a.ID || k.url == a.URL):
			return Added{k.id, Known}, nil
		case k.id == a.ID && k.url == a.URL && (a.URL != "" || k.title == a.Title && k.publisher == a.Publisher && k.published == seconds(a.Published)):
			return Added{k.id, Revised}, revise(ctx, tx, k.num, a, print)
		case k.url == a.URL && a.URL != "" && k.title == a.Title:
			if len(a.Text) <= k.length {
				return Added{k.id, Known}, nil
			}
			return Added{k.id, Revised}, revise(ctx, tx, k.num, a, print)
		}
	}
	id := a.ID
	if slices.ContainsFunc(same, func(k known) bool { return k.id == a.ID }) {
		// Another article has this id already: two files that number their rows.
		h := fnv.New32a()
		fmt.Fprint(h, a.URL, "\x00", a.Publisher, "\x00", a.Title, "\x00", a.Published.Unix(), "\x00", a.Text)
		id = fmt.Sprintf("%s~%08x", a.ID, h.Sum32())
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM article WHERE id = ?`, id).Scan(&n); err != nil || n > 0 {
			return Added{id, Known}, err
		}
	}
	num, copied, err := insert(ctx, tx, id, a, print)
	if err != nil {
		return Added{}, err
	}
	fate := New
	if copied {
		fate = Copied
	}
	return Added{id, fate}, index(ctx, tx, num, a)
}

// sameDay allows three days between two datings of one text: feeds redate.
func sameDay(k sql.NullInt64, t time.Time) bool {
	if !k.Valid || t.IsZero() {
		return true
	}
	return time.Duration(max(k.Int64-t.Unix(), t.Unix()-k.Int64))*time.Second <= 3*24*time.Hour
}

// lookup finds the articles with the id, address or words of a.
func lookup(ctx context.Context, tx *sql.Tx, a *entente.Article, exact int64) ([]known, error) {
	rows, err := tx.QueryContext(ctx, `
		SELECT num, id, url, publisher, title, published, exact, octet_length(text) FROM article WHERE id = ?1
		UNION SELECT num, id, url, publisher, title, published, exact, octet_length(text) FROM article WHERE url = ?2 AND url <> ''
		UNION SELECT num, id, url, publisher, title, published, exact, octet_length(text) FROM article WHERE exact = ?3
		ORDER BY num LIMIT 100`, a.ID, a.URL, exact)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []known
	for rows.Next() {
		var k known
		if err := rows.Scan(&k.num, &k.id, &k.url, &k.publisher, &k.title, &k.published, &k.exact, &k.length); err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, rows.Err()
}

func insert(ctx context.Context, tx *sql.Tx, id string, a *entente.Article, p merge.Print) (num int64, copied bool, err error) {
	first, err := original(ctx, tx, a, p)
	if err != nil {
		return 0, false, err
	}
	form, err := json.Marshal(more{a.Authors, a.Outlets, a.Tags, a.Links, a.Headline, a.Aside})
	if err != nil {
		return 0, false, err
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO article (id, url, publisher, title, published, fetched, language, category, more, text, exact, copy_of, coder, reason)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')`,
		id, a.URL, a.Publisher, a.Title, seconds(a.Published), seconds(a.Fetched), a.Language, a.Category, string(form), a.Text, int64(p.Exact), first)
	if err != nil {
		return 0, false, err
	}
	num, err = res.LastInsertId()
	if err != nil {
		return 0, false, err
	}
	return num, first.Valid, band(ctx, tx, num, p)
}

func band(ctx context.Context, tx *sql.Tx, num int64, p merge.Print) error {
	for _, b := range p.Bands {
		if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO article_band (band, article) VALUES (?, ?)`, int64(b), num); err != nil {
			return err
		}
	}
	return nil
}

func index(ctx context.Context, tx *sql.Tx, num int64, a *entente.Article) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)`, num, a.Title, a.Text)
	return err
}

// window is how far apart in days two copies of one text may be published.
const window = 14

// original finds the earliest article of which a is a near-identical copy.
func original(ctx context.Context, tx *sql.Tx, a *entente.Article, p merge.Print) (sql.NullInt64, error) {
	in := `SELECT num FROM article WHERE exact = ?`
	args := []any{int64(p.Exact)}
	if len(p.Bands) > 0 {
		in += ` UNION SELECT article FROM article_band WHERE band IN (?` + strings.Repeat(`, ?`, len(p.Bands)-1) + `)`
		for _, b := range p.Bands {
			args = append(args, int64(b))
		}
	}
	query := `SELECT num, text FROM article WHERE num IN (` + in + `)`
	if !a.Published.IsZero() {
		query += ` AND (published IS NULL OR abs(published - ?) <= ?)`
		args = append(args, a.Published.Unix(), window*86400)
	}
	rows, err := tx.QueryContext(ctx, query+` ORDER BY num LIMIT 50`, args...)
	if err != nil {
		return sql.NullInt64{}, err
	}
	defer rows.Close()
	for rows.Next() {
		var num int64
		var text string
		if err := rows.Scan(&num, &text); err != nil {
			return sql.NullInt64{}, err
		}
		if merge.Copies(merge.PrintOf(text), p) {
			return sql.NullInt64{Int64: num, Valid: true}, nil
		}
	}
	return sql.NullInt64{}, rows.Err()
}

// revise keeps another text of a known article; it is coded anew.
func revise(ctx context.Context, tx *sql.Tx, num int64, a *entente.Article, p merge.Print) error {
	form, err := json.Marshal(more{a.Authors, a.Outlets, a.Tags, a.Links, a.Headline, a.Aside})
	if err != nil {
		return err
	}
	var title, text string
	if err := tx.QueryRowContext(ctx, `SELECT title, text FROM article WHERE num = ?`, num).Scan(&title, &text); err != nil {
		return err
	}
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{`INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)`, []any{num, title, text}},
		{`DELETE FROM article_band WHERE article = ?`, []any{num}},
		{`UPDATE article SET title = ?, published = coalesce(?, published), fetched = ?, language = ?, category = ?, more = ?, text = ?, exact = ?, coder = 0 WHERE num = ?`,
			[]any{a.Title, seconds(a.Published), seconds(a.Fetched), a.Language, a.Category, string(form), a.Text, int64(p.Exact), num}},
	} {
		if _, err := tx.ExecContext(ctx, step.sql, step.args...); err != nil {
			return err
		}
	}
	if err := band(ctx, tx, num, p); err != nil {
		return err
	}
	return index(ctx, tx, num, a)
}

func seconds(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.Unix(), Valid: !t.IsZero()}
}

func moment(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(n.Int64, 0).UTC()
}

const articleColumns = `num, id, url, publisher, title, published, fetched, language, category, more, text, coder, reason, coalesce((SELECT o.id FROM article o WHERE o.num = article.copy_of), '')`

func scanArticle(scan func(...any) error) (int64, *Kept, error) {
	var num int64
	var published, fetched sql.NullInt64
	var form, reason string
	k := &Kept{Article: &entente.Article{}}
	if err := scan(&num, &k.ID, &k.URL, &k.Publisher, &k.Title, &published, &fetched, &k.Language, &k.Category, &form, &k.Text, &k.Coder, &reason, &k.CopyOf); err != nil {
		return 0, nil, err
	}
	var m more
	if err := json.Unmarshal([]byte(form), &m); err != nil {
		return 0, nil, err
	}
	k.Published, k.Fetched, k.Reason = moment(published), moment(fetched), entente.Reason(reason)
	k.Authors, k.Outlets, k.Tags, k.Links, k.Headline, k.Aside = m.Authors, m.Outlets, m.Tags, m.Links, m.Headline, m.Aside
	return num, k, nil
}

// Article implements Ledger.
func (s *SQLite) Article(ctx context.Context, id string) (*Kept, error) {
	_, k, err := scanArticle(s.read.QueryRowContext(ctx, `SELECT `+articleColumns+` FROM article WHERE id = ?`, id).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("article %s: %w", id, ErrNotFound)
	}
	return k, err
}

// Pending implements Ledger.
func (s *SQLite) Pending(ctx context.Context, version int, after int64, limit int) ([]Pending, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT `+articleColumns+` FROM article WHERE num IN
		(SELECT num FROM article WHERE coder < ? AND num > ? ORDER BY num LIMIT ?) ORDER BY num`, version, after, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Pending
	for rows.Next() {
		num, k, err := scanArticle(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, Pending{num, k.Article})
	}
	return out, rows.Err()
}

// CountPending implements Ledger.
func (s *SQLite) CountPending(ctx context.Context, version int) (n int, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT count(*) FROM article WHERE coder < ?`, version).Scan(&n)
	return n, err
}

// Recode implements Ledger.
func (s *SQLite) Recode(ctx context.Context) error {
	_, err := s.write.ExecContext(ctx, `UPDATE article SET coder = 0`)
	return err
}
