package store

import "strings"

// conditions collects the parts of a WHERE clause and their arguments.
type conditions struct {
	parts []string
	args  []any
}

func (c *conditions) put(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

// among lets through entries whose column is one of a list.
func (c *conditions) among(column string, list []any) {
	if len(list) > 0 {
		c.put(column+` IN (?`+strings.Repeat(`, ?`, len(list)-1)+`)`, list...)
	}
}

// where is the filter as a condition with its arguments.
func (f Filter) where() (string, []any) {
	var c conditions
	f.actors(&c)
	f.codes(&c)
	f.sources(&c)
	if !f.Since.IsZero() {
		c.put(`e.last >= ?`, dayOf(f.Since))
	}
	if !f.Until.IsZero() {
		c.put(`e.day <= ?`, dayOf(f.Until))
	}
	if e := f.after; e != nil {
		switch f.Order {
		case LatestKept:
			c.put(`e.id < ?`, e.ID)
		case Earliest:
			c.put(`(e.day, e.id) > (?, ?)`, dayOf(e.Date.Start), e.ID)
		default:
			c.put(`(e.day, e.id) < (?, ?)`, dayOf(e.Date.Start), e.ID)
		}
	}
	if len(c.parts) == 0 {
		return "", nil
	}
	return ` WHERE ` + strings.Join(c.parts, ` AND `), c.args
}

// actors are the conditions on who takes part.
func (f Filter) actors(c *conditions) {
	const played = `e.id IN (SELECT entry FROM entry_actor WHERE actor = ?`
	for _, a := range f.Actors {
		c.put(played+`)`, a)
	}
	if a, b := f.Dyad[0], f.Dyad[1]; a != "" && b != "" {
		c.put(`e.id IN (SELECT entry FROM entry_pair WHERE a = ? AND b = ?)`, min(a, b), max(a, b))
	}
	if f.Between {
		c.put(`EXISTS (SELECT 1 FROM entry_pair p WHERE p.entry = e.id AND p.a <> p.b AND p.b <> '' AND substr(p.a, 1, 1) <> '~' AND substr(p.b, 1, 1) <> '~')`)
	}
	if f.Source != "" {
		c.put(played+` AND role = 0)`, f.Source)
	}
	if f.Target != "" { // each party of a symmetric entry is acted on
		c.put(`(`+played+` AND role = 1) OR (e.form LIKE '%"Symmetric":true%' AND `+played+` AND role = 0)))`, f.Target, f.Target)
	}
}

// codes are the conditions on what happened and where.
func (f Filter) codes(c *conditions) {
	c.among(`e.type`, anys(f.Types))
	c.among(`e.status`, anys(f.Statuses))
	if f.CAMEO != "" {
		c.put(`substr(e.cameo, 1, ?) = ?`, len(f.CAMEO), f.CAMEO)
	}
	if f.Country != "" {
		c.put(`e.country = ?`, f.Country)
	}
	if f.Place != "" {
		c.put(`instr(lower(json_extract(e.form, '$.Place.Name')), lower(?)) > 0`, f.Place)
	}
	if f.Parent != 0 {
		c.put(`e.parent = ?`, f.Parent)
	}
	if f.Top {
		c.put(`e.parent = 0`)
	}
}

// sources are the conditions on who tells it, and how surely.
func (f Filter) sources(c *conditions) {
	const told = `e.id IN (SELECT t.entry FROM telling t JOIN article a ON a.num = t.article WHERE `
	if f.Publisher != "" {
		c.put(told+`lower(a.publisher) = lower(?))`, f.Publisher)
	}
	if f.Article != "" {
		c.put(told+`a.id = ?)`, f.Article)
	}
	if f.Words != "" {
		c.put(`e.id IN (SELECT entry FROM telling WHERE article IN (SELECT rowid FROM article_words WHERE article_words MATCH ?))`, orNothing(terms(f.Words)))
	}
	if f.MinConfidence > 0 {
		c.put(`e.confidence >= ?`, f.MinConfidence)
	}
	if f.MinTellings > 1 {
		c.put(`e.tellings >= ?`, f.MinTellings)
	}
}

// orNothing is a query that matches nothing where there are no words to find.
func orNothing(query string) string {
	if query == "" {
		return "\"\uFFFF\""
	}
	return query
}
