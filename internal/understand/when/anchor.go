package when

import (
	"time"

	"entente"
)

// headLines is how many lines of the text may hold the date of publication.
const headLines = 6

// published is the day of publication: the article's own, or that of a full
// date alone on its line, but for a few words, near the top of the text.
func published(d *entente.Document, m *matcher) time.Time {
	if !d.Published.IsZero() {
		return date(d.Published.Year(), int(d.Published.Month()), d.Published.Day())
	}
	r := resolver{lex: m.lex}
	lines, from := 0, 0
	for i := 0; i <= len(d.Text) && lines < headLines; i++ {
		if i < len(d.Text) && d.Text[i] != '\n' {
			continue
		}
		if t, ok := r.dateline(m, entente.Span{Start: from, End: i}); ok {
			return t
		}
		if i > from {
			lines++
		}
		from = i + 1
	}
	return time.Time{}
}

// dateline looks for a full date on a line of at most eight words.
func (r *resolver) dateline(m *matcher, line entente.Span) (time.Time, bool) {
	first := -1
	n := 0
	for i := range m.atoms {
		if m.atoms[i].Start >= line.End {
			break
		}
		if m.atoms[i].Start < line.Start || m.atoms[i].kind == breakAtom {
			continue
		}
		if first < 0 {
			first = i
		}
		n++
	}
	if first < 0 || n > 14 {
		return time.Time{}, false
	}
	for i := first; i < first+n; i++ {
		f := m.at(i, strata-1)
		if f.rule == nil || f.sense.grain() != day && f.sense.grain() != hour {
			continue
		}
		inner := f.sense
		for inner.whole != nil {
			inner = inner.whole
		}
		if p, ok := r.point(f.sense); ok && inner.is(fYear) && m.atoms[f.end-1].End <= line.End {
			return date(p.start.Year(), int(p.start.Month()), p.start.Day()), true
		}
	}
	return time.Time{}, false
}
