package store

import (
	"context"
	"encoding/json"
	"strings"

	"entente"
	"entente/internal/record/merge"
)

// statements keeps what the article reports to have been said.
func (r *recorder) statements() error {
	d := r.doc
	for i := range d.Statements {
		said := &d.Statements[i]
		st := Statement{
			Article: r.id, Publisher: d.Publisher, Speaker: partiesOf(said.Speaker), Addressee: partiesOf(said.Addressee),
			Cue: said.Cue, Content: said.Content, Words: strings.Join(strings.Fields(d.TextOf(said.Content)), " "),
			Kind: said.Kind, Date: said.Date, Via: said.Via,
		}
		if said.Sentence >= 0 && said.Sentence < len(d.Sentences) {
			st.Sentence = strings.Join(strings.Fields(d.TextOf(d.Sentences[said.Sentence].Span)), " ")
		}
		if st.Date.Start.IsZero() {
			st.Date = entente.Interval{Start: d.Published, End: d.Published}
		}
		if err := r.statement(&st); err != nil {
			return err
		}
	}
	return nil
}

func (r *recorder) statement(st *Statement) error {
	form, err := json.Marshal(st)
	if err != nil {
		return err
	}
	res, err := r.tx.ExecContext(r.ctx, `INSERT INTO statement (article, day, form) VALUES (?, ?, ?)`, r.num, dayOf(st.Date.Start), string(form))
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	for _, p := range st.Speaker {
		for _, key := range []string{merge.PartyKey(p), p.Code} {
			if key == "" || key == "~" {
				continue
			}
			if err := r.exec(`INSERT OR IGNORE INTO statement_speaker (speaker, statement) VALUES (?, ?)`, key, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// Statements implements Ledger.
func (s *SQLite) Statements(ctx context.Context, f Saying) ([]Statement, error) {
	query, args := `SELECT form FROM statement s WHERE true`, []any{}
	if f.Article != "" {
		query += ` AND s.article = (SELECT num FROM article WHERE id = ?)`
		args = append(args, f.Article)
	}
	if f.Speaker != "" {
		query += ` AND s.id IN (SELECT statement FROM statement_speaker WHERE speaker = ?)`
		args = append(args, f.Speaker)
	}
	query += ` ORDER BY s.day DESC, s.id`
	if f.Limit > 0 {
		query += ` LIMIT ?`
		args = append(args, f.Limit)
	}
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Statement
	for rows.Next() {
		var form string
		if err := rows.Scan(&form); err != nil {
			return nil, err
		}
		var st Statement
		if err := json.Unmarshal([]byte(form), &st); err != nil {
			return nil, err
		}
		out = append(out, st)
	}
	return out, rows.Err()
}
