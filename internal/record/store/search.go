package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"
)

// marks around a match in a snippet; they do not occur in text that was read.
const markOn, markOff = "\x02", "\x03"

// Search implements Ledger.
func (s *SQLite) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	query := terms(words)
	if query == "" {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, `
		SELECT a.id, a.publisher, a.title, a.url, a.published, snippet(article_words, 1, '`+markOn+`', '`+markOff+`', '…', 24)
		FROM article_words JOIN article a ON a.num = article_words.rowid
		WHERE article_words MATCH ? ORDER BY bm25(article_words, 4.0, 1.0), a.num DESC LIMIT ?`, query, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var published sql.NullInt64
		var snippet string
		if err := rows.Scan(&h.ID, &h.Publisher, &h.Title, &h.URL, &published, &snippet); err != nil {
			return nil, err
		}
		h.Published, h.Snippet = moment(published), pieces(snippet)
		out = append(out, h)
	}
	return out, rows.Err()
}

// terms turns what a person typed into a query: every word must occur, the
// last one may be a beginning. Signs of the query language mean nothing.
func terms(words string) string {
	list := strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(list) > 16 {
		list = list[:16]
	}
	for i, w := range list {
		list[i] = `"` + w + `"`
	}
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, " ") + "*"
}

func pieces(s string) []Piece {
	var out []Piece
	for s != "" {
		plain, rest, found := strings.Cut(s, markOn)
		if plain != "" {
			out = append(out, Piece{Text: plain})
		}
		if !found {
			break
		}
		hit, after, _ := strings.Cut(rest, markOff)
		out = append(out, Piece{Text: hit, Match: true})
		s = after
	}
	return out
}
