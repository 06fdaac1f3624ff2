package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"entente"
	"entente/internal/codebook"
	"entente/internal/record/merge"
)

// refold makes entry id anew from its tellings, or takes it away when it has
// none left, and moves the sums of its pairs with it.
func refold(ctx context.Context, tx *sql.Tx, id int64) error {
	exec := func(query string, args ...any) error {
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	}
	old, err := entryForm(ctx, tx, id)
	if err != nil {
		return err
	}
	if old != nil {
		if err := sum(exec, old, -1); err != nil {
			return err
		}
		for _, q := range []string{`DELETE FROM entry_actor WHERE entry = ?`, `DELETE FROM entry_pair WHERE entry = ?`} {
			if err := exec(q, id); err != nil {
				return err
			}
		}
	}
	rows, err := tx.QueryContext(ctx, `SELECT entry, form FROM telling WHERE entry = ? ORDER BY article, event`, id)
	if err != nil {
		return err
	}
	tellings, err := scanForms(rows)
	if err != nil {
		return err
	}
	if len(tellings) == 0 {
		return exec(`DELETE FROM entry WHERE id = ?`, id)
	}
	e := merge.Fold(tellings)
	return write(exec, id, &e)
}

// entryForm is the entry as it was last folded, nil when it is new.
func entryForm(ctx context.Context, tx *sql.Tx, id int64) (*entente.Entry, error) {
	var form string
	if err := tx.QueryRowContext(ctx, `SELECT form FROM entry WHERE id = ?`, id).Scan(&form); err != nil || form == "" {
		return nil, err
	}
	e := &entente.Entry{}
	if err := json.Unmarshal([]byte(form), e); err != nil {
		return nil, err
	}
	e.ID = id
	return e, nil
}

func write(exec func(string, ...any) error, id int64, e *entente.Entry) error {
	tellings := len(e.Sources)
	slim := *e
	slim.Sources = nil
	for _, s := range e.Sources { // merging asks for these
		slim.Sources = append(slim.Sources, entente.Telling{Published: s.Published, Sentence: s.Sentence})
		if len(slim.Sources) == 5 {
			break
		}
	}
	form, err := json.Marshal(&slim)
	if err != nil {
		return err
	}
	day := dayOf(e.Date.Start)
	last := max(day, dayOf(e.Date.End))
	if err := exec(`UPDATE entry SET parent = ?, type = ?, cameo = ?, status = ?, day = ?, last = ?, country = ?, confidence = ?, tellings = ?, form = ? WHERE id = ?`,
		e.Parent, e.Type, e.CAMEO, string(e.Status), day, last, e.Place.Country, e.Confidence, tellings, string(form), id); err != nil {
		return err
	}
	for role, list := range [][]entente.Party{e.Source, e.Target, e.Recipient} {
		for _, p := range list {
			for _, key := range []string{merge.PartyKey(p), p.Code} {
				if key == "" || key == "~" {
					continue
				}
				if err := exec(`INSERT OR IGNORE INTO entry_actor (actor, day, entry, role) VALUES (?, ?, ?, ?)`, key, day, id, role); err != nil {
					return err
				}
			}
		}
	}
	for _, p := range pairs(e) {
		if err := exec(`INSERT OR IGNORE INTO entry_pair (a, b, day, entry) VALUES (?, ?, ?, ?)`, p.a, p.b, day, id); err != nil {
			return err
		}
	}
	return sum(exec, e, 1)
}

// pair is two actors of one entry, a <= b, and who acted.
type pair struct {
	a, b      string
	direction Direction
}

// most bounds the pairs of one entry: a summit of forty states is no news on
// each of its 780 pairs.
const most = 200

// pairs lists the pairs of an entry, each once. An entry with parties on one
// side only is paired with "".
func pairs(e *entente.Entry) []pair {
	source, target := merge.Keys(e.Source), merge.Keys(e.Target)
	var out pairSet
	switch {
	case e.Symmetric:
		all := slices.Concat(source, target)
		for i, x := range all {
			for _, y := range all[i+1:] {
				if x != y {
					out.put(x, y, Both)
				}
			}
		}
		if len(out) == 0 && len(all) > 0 {
			out.put(all[0], "", Forth)
		}
	case len(target) == 0:
		for _, x := range source {
			out.put(x, "", Forth)
		}
	case len(source) == 0:
		for _, y := range target {
			out.put(y, "", Back)
		}
	}
	if !e.Symmetric {
		for _, x := range source {
			for _, y := range target {
				out.put(x, y, Forth)
			}
		}
	}
	return out
}

// pairSet holds each pair once; one that acts both ways is mutual.
type pairSet []pair

func (s *pairSet) put(x, y string, d Direction) {
	if y != "" && x > y {
		x, y = y, x
		if d != Both {
			d = Forth + Back - d
		}
	}
	for i := range *s {
		if p := &(*s)[i]; p.a == x && p.b == y {
			if p.direction != d {
				p.direction = Both
			}
			return
		}
	}
	if len(*s) < most {
		*s = append(*s, pair{x, y, d})
	}
}

// Counts reports whether an entry stands in the measures: told as a fact, not
// the content of another entry, and of a type that has a score.
func Counts(e *entente.Entry) bool {
	return e.Status.Real() && e.Parent == 0 && e.Type != codebook.Capability && codebook.Quad(e.Type) > 0
}

// precision is the class of a date by which periods it can be counted in; 0
// for dates that no period holds.
func precision(p entente.Precision) int {
	switch p {
	case entente.ByMinute, entente.ByDay:
		return 1
	case entente.ByWeek, entente.ByUnknown:
		return 2
	case entente.ByMonth:
		return 3
	case entente.BySeason, entente.ByYear:
		return 4
	}
	return 0
}

// tenths is a score as the sums keep it.
func tenths(f float64) int64 {
	if f < 0 {
		return -tenths(-f)
	}
	return int64(f*10 + 0.5)
}

// sum adds the entry to the sums of its pairs, or with sign -1 takes it away.
func sum(exec func(string, ...any) error, e *entente.Entry, sign int64) error {
	class := precision(e.Date.Precision)
	if e.Date.Start.IsZero() { // neither the event nor its article is dated
		class = 0
	}
	if !Counts(e) || class == 0 {
		return nil
	}
	g, p := tenths(codebook.Goldstein(e.CAMEO)), tenths(codebook.Score(e.Type, e.Mode))
	c := int64(10)
	if codebook.Quad(e.Type) > 2 {
		c = -10
	}
	for _, q := range pairs(e) {
		if q.b == "" || q.a == q.b || q.a[0] == '~' || q.b[0] == '~' {
			continue
		}
		if err := exec(`INSERT INTO dyad_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET entries = entries + excluded.entries,
			goldstein_ties = goldstein_ties + excluded.goldstein_ties, goldstein_tension = goldstein_tension + excluded.goldstein_tension,
			plover_ties = plover_ties + excluded.plover_ties, plover_tension = plover_tension + excluded.plover_tension,
			count_ties = count_ties + excluded.count_ties, count_tension = count_tension + excluded.count_tension`,
			q.a, q.b, dayOf(e.Date.Start), class, int(q.direction), sign, sign*max(g, 0), sign*max(-g, 0), sign*max(p, 0), sign*max(-p, 0), sign*max(c, 0), sign*max(-c, 0)); err != nil {
			return err
		}
		if sign < 0 {
			if err := exec(`DELETE FROM dyad_day WHERE a = ? AND b = ? AND day = ? AND entries = 0`, q.a, q.b, dayOf(e.Date.Start)); err != nil {
				return err
			}
		}
	}
	return nil
}
