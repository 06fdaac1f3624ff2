package evaluate

import (
	"fmt"
	"strings"

	"entente"
)

// quads gives the quad class of each root as the gold counts it: what yields,
// in words or deeds, is one class YIELD of material cooperation.
var quads = map[string]string{
	"AGREE": "1", "CONSULT": "1", "SUPPORT": "1",
	"COOPERATE": "2", "AID": "2", "YIELD": "2",
	"REQUEST": "3", "ACCUSE": "3", "REJECT": "3", "THREATEN": "3",
	"PROTEST": "4", "SANCTION": "4", "MOBILIZE": "4", "COERCE": "4", "ASSAULT": "4",
}

// root is the PLOVER root of an event as the sentence gold writes it; "" for
// the types that PLOVER does not know.
func root(e *entente.Event) string {
	switch e.Type {
	case "CONCEDE", "RETREAT":
		return "YIELD"
	}
	if _, ok := quads[e.Type]; ok {
		return e.Type
	}
	return ""
}

// Plover scores sentences with one marked pair, in three ways.
//
// Sentence: the set of roots of the events without a parent against the one
// root of the gold. Quad: the same with quad classes. Pair: a row is right
// when some event, parent or child, has source and target on the marked spans
// and the gold root; the other roots that events without a parent give to the
// marked pair count as false positives of their classes.
func Plover(data string, read Reader) (*Report, error) {
	rows, err := readPlover(data)
	if err != nil {
		return nil, err
	}
	p := ploverScore{classes: map[string]*counts{}, pairs: map[string]*counts{}}
	for _, row := range rows {
		p.add(row, read(&entente.Article{ID: row.id, Language: "en", Text: row.text}))
	}
	return p.report(), nil
}

type ploverScore struct {
	r              Report
	sentence, quad counts
	classes, pairs map[string]*counts
	cal            calibration
	pairRight, n   int
}

func class(m map[string]*counts, name string) *counts {
	if m[name] == nil {
		m[name] = &counts{}
	}
	return m[name]
}

func (p *ploverScore) add(row ploverRow, d *entente.Document) {
	roots, quadSet := map[string]bool{}, map[string]bool{}
	for i := range d.Events {
		e := &d.Events[i]
		if r := root(e); r != "" && e.Parent < 0 {
			roots[r], quadSet[quads[r]] = true, true
			p.cal.add(e.Confidence, r == row.root)
		}
	}
	tally(&p.sentence, roots, row.root)
	tally(&p.quad, quadSet, row.quad)
	tallyClasses(p.classes, roots, row.root)
	right, others := pairRoots(d, row)
	p.n++
	if right {
		p.pairRight++
		class(p.pairs, row.root).tp++
	} else {
		class(p.pairs, row.root).fn++
	}
	for r := range others {
		class(p.pairs, r).fp++
	}
	if !right || !roots[row.root] || len(roots) > 1 {
		p.missed(row, d, right, roots)
	}
}

func (p *ploverScore) missed(row ploverRow, d *entente.Document, right bool, roots map[string]bool) {
	kind := "pair"
	switch {
	case len(roots) == 0:
		kind = "none"
	case !roots[row.root]:
		kind = "root"
	case right:
		kind = "extra"
	}
	gold := fmt.Sprintf("%s %s > %s", row.root, row.source.Of(row.text), row.target.Of(row.text))
	p.r.miss(kind, row.id, row.text, gold, eventLines(d, func(*entente.Event) bool { return true }))
}

func (p *ploverScore) report() *Report {
	r := &p.r
	r.prf("sentence root", p.sentence)
	f1, n := macro(p.classes)
	r.score("sentence root macro F1", f1, n)
	r.prf("sentence quad", p.quad)
	r.share("pair right", p.pairRight, p.n)
	f1, n = macro(p.pairs)
	r.score("pair macro F1", f1, n)
	ece, n := p.cal.error()
	r.score("calibration error", ece, n)
	for _, c := range sortedKeys(p.classes) {
		r.prf("sentence "+c, *p.classes[c])
	}
	for _, c := range sortedKeys(p.pairs) {
		r.prf("pair "+c, *p.pairs[c])
	}
	return r
}

// tally counts a set of answers against the one right answer.
func tally(c *counts, got map[string]bool, want string) {
	if got[want] {
		c.tp++
		c.fp += len(got) - 1
		return
	}
	c.fn++
	c.fp += len(got)
}

func tallyClasses(m map[string]*counts, got map[string]bool, want string) {
	if !got[want] {
		class(m, want).fn++
	}
	for g := range got {
		if g == want {
			class(m, g).tp++
		} else {
			class(m, g).fp++
		}
	}
}

// pairRoots reports whether an event gives the gold root to the marked pair,
// and which other roots events without a parent give to it.
func pairRoots(d *entente.Document, row ploverRow) (right bool, others map[string]bool) {
	others = map[string]bool{}
	for i := range d.Events {
		e := &d.Events[i]
		r := root(e)
		if r == "" || !onPair(e, row.source, row.target) {
			continue
		}
		switch {
		case r == row.root:
			right = true
		case e.Parent < 0:
			others[r] = true
		}
	}
	return right, others
}

// onPair reports whether source and target of e overlap the marked spans. A
// symmetric event has both among its sources.
func onPair(e *entente.Event, source, target entente.Span) bool {
	for i, s := range e.Source {
		if !s.Overlaps(source) {
			continue
		}
		for _, t := range e.Target {
			if t.Overlaps(target) {
				return true
			}
		}
		for j, t := range e.Source {
			if e.Symmetric && i != j && t.Overlaps(target) {
				return true
			}
		}
	}
	return false
}

// eventLines writes the chosen events of a document for an error report.
func eventLines(d *entente.Document, keep func(*entente.Event) bool) string {
	var b strings.Builder
	for i := range d.Events {
		e := &d.Events[i]
		if !keep(e) {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" ;; ")
		}
		fmt.Fprintf(&b, "%s %s %s: %s > %s '%s' parent=%d %.2f {%s}", e.Type, e.CAMEO, e.Status,
			names(e.Source), names(e.Target), d.TextOf(e.Trigger), e.Parent, e.Confidence, strings.Join(e.Rule, " "))
	}
	return b.String()
}

func names(list []entente.Participant) string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.Name + "[" + p.Code + "]"
	}
	return strings.Join(out, " + ")
}
