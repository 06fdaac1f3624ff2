// Package when finds time expressions and gives them calendar values.
//
// The English of it is data/en/time: words by class and rules, one construct a
// file. A rule says how an expression is written and what it means ("last
// June": month 6, the one before); code only knows the calendar. The text is
// cut into atoms, the longest expression at each place is taken from a trie of
// all rules, and its meaning is resolved against the date of publication, the
// narrative's last date and the tense of the verb that governs it.
package when

import (
	"entente"
)

// Stage finds the times of a document.
func Stage() entente.Stage {
	return entente.Stage{Name: "when", Needs: entente.LayerSentences | entente.LayerTokens | entente.LayerTags, Gives: entente.LayerTimes, Run: Run}
}

// Run sets d.Times, in text order and without overlaps. When the article does
// not say when it was published, a date that stands on a line of its own near
// the top of the text serves.
func Run(d *entente.Document) {
	lex := compiled()
	m := newMatcher(lex, d.Text)
	defer m.release()
	atoms := m.atoms
	r := resolver{lex: lex, dct: published(d, m)}
	d.Times = nil
	dated, parted := -1, 0 // the last date and the last paragraph
	for i := 0; i < len(atoms); {
		if atoms[i].kind == breakAtom {
			parted = i
		}
		m.forget()
		found := m.pick(i)
		if found.rule == nil {
			i++
			continue
		}
		span := entente.Span{Start: atoms[found.start].Start, End: atoms[found.end-1].End}
		r.tense = r.tenseOf(d, m, found)
		r.near = dated > parted
		if found.sense.is(fBare) && m.counts(d, found) {
			i = max(found.end, i+1)
			continue
		}
		if t, ok := r.resolve(found.sense); ok {
			t.Span, t.Rule = span, found.rule.id
			d.Times = append(d.Times, t)
			if t.When.Precision == entente.ByDay {
				dated = i
			}
		}
		i = max(found.end, i+1)
	}
}
