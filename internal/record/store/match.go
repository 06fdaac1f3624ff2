package store

import (
	"database/sql"
	"encoding/json"
	"slices"

	"entente"
	"entente/internal/record/merge"
)

const (
	reach = 32 // days: the longest stretch, a month, that an entry may be dated by
	near  = 8  // days around it in which one event may be dated differently
)

// match finds the entry that an event tells, 0 for none. The query lets
// through what can overlap in time under one root code; merge.Same decides.
func (r *recorder) match(told *entente.Entry) (int64, error) {
	day := dayOf(told.Date.Start)
	last := max(day, dayOf(told.Date.End))
	root := told.CAMEO[:min(2, len(told.CAMEO))]
	best, fit := int64(0), 0.0
	for _, key := range leading(told) {
		rows, err := r.tx.QueryContext(r.ctx, `SELECT DISTINCT e.id, e.form FROM entry_actor p JOIN entry e ON e.id = p.entry
			WHERE p.actor = ? AND p.day BETWEEN ? AND ? AND e.last >= ? AND e.type = ? AND substr(e.cameo, 1, 2) = ? ORDER BY abs(p.day - ?), e.id LIMIT 100`,
			key, day-reach-near, min(last, day+reach)+near, day-near, told.Type, root, day)
		if err != nil {
			return 0, err
		}
		found, err := scanForms(rows)
		if err != nil {
			return 0, err
		}
		for _, e := range found {
			if f, ok := merge.Same(told, e); ok && f > fit {
				best, fit = e.ID, f
			}
		}
	}
	return best, nil
}

// leading are the actors under which the likes of an event are looked for:
// its sources, or where none is known its targets.
func leading(e *entente.Entry) []string {
	for _, list := range [][]entente.Party{e.Source, e.Target} {
		keys := slices.DeleteFunc(merge.Keys(list), func(k string) bool { return k[0] == '~' })
		if len(keys) > 0 {
			return keys[:min(4, len(keys))]
		}
	}
	return nil
}

func scanForms(rows *sql.Rows) ([]*entente.Entry, error) {
	defer rows.Close()
	var out []*entente.Entry
	for rows.Next() {
		var e entente.Entry
		var id int64
		var form string
		if err := rows.Scan(&id, &form); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(form), &e); err != nil {
			return nil, err
		}
		e.ID = id
		out = append(out, &e)
	}
	return out, rows.Err()
}
