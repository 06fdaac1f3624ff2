package evaluate

import (
	"path/filepath"
	"sort"
	"strings"

	"entente"
)

// Quotes scores statements against the attributions of PolNeAR. Content is
// found when at least half of the shorter of the two overlaps, one to one,
// the largest overlaps first; speaker and cue are right when they overlap.
func Quotes(data string, read Reader) (*Report, error) {
	docs, err := readQuotes(filepath.Join(data, "quote", "dev"))
	if err != nil {
		return nil, err
	}
	return scoreQuotes(docs, read), nil
}

func scoreQuotes(docs []quoteDoc, read Reader) *Report {
	q := &quoteScore{rules: map[string]*counts{}}
	for i := range docs {
		g := &docs[i]
		q.add(g, read(&entente.Article{ID: g.name, Language: "en", Text: g.text}))
	}
	r := &q.r
	r.prf("content", q.content)
	r.share("speaker of found", q.speakers, q.sources)
	r.share("cue of found", q.cueRight, q.cues)
	for _, id := range sortedKeys(q.rules) {
		if c := q.rules[id]; c.tp+c.fp >= 10 {
			r.share("content right by "+id, c.tp, c.tp+c.fp)
		}
	}
	return r
}

type quoteScore struct {
	r                                 Report
	content                           counts
	rules                             map[string]*counts
	sources, speakers, cues, cueRight int
}

func (q *quoteScore) add(g *quoteDoc, d *entente.Document) {
	used := map[int]bool{}
	for k, j := range alignQuotes(g.gold, d) {
		a := &g.gold[k]
		if j < 0 {
			q.content.fn++
			q.r.miss("missed", g.name, sentenceOf(d, a.content[0]), a.line(d), overlapping(d, a.content))
			continue
		}
		used[j] = true
		q.content.tp++
		q.slots(g, d, a, &d.Statements[j])
	}
	for j := range d.Statements {
		st := &d.Statements[j]
		if used[j] {
			class(q.rules, st.Rule).tp++
			continue
		}
		class(q.rules, st.Rule).fp++
		q.content.fp++
		q.r.miss("extra", g.name, sentenceText(d, st.Sentence), "", statementLine(d, st))
	}
}

// slots scores speaker and cue of a content that was found.
func (q *quoteScore) slots(g *quoteDoc, d *entente.Document, a *attribution, st *entente.Statement) {
	if len(a.source) > 0 {
		q.sources++
		if spokenBy(st, a.source) {
			q.speakers++
		} else {
			q.r.miss("speaker", g.name, sentenceText(d, st.Sentence), a.line(d), statementLine(d, st))
		}
	}
	q.cues++
	if touches(a.cue, st.Cue) {
		q.cueRight++
	} else {
		q.r.miss("cue", g.name, sentenceText(d, st.Sentence), a.line(d), statementLine(d, st))
	}
}

// alignQuotes gives for each gold attribution the index of the statement that
// answers it, or -1.
func alignQuotes(gold []attribution, d *entente.Document) []int {
	type pair struct{ k, j, n int }
	var pairs []pair
	for k := range gold {
		for j := range d.Statements {
			ours := d.Statements[j].Content
			n, size := 0, 0
			for _, s := range gold[k].content {
				n += max(0, min(s.End, ours.End)-max(s.Start, ours.Start))
				size += s.Len()
			}
			if n > 0 && 2*n >= min(size, ours.Len()) {
				pairs = append(pairs, pair{k, j, n})
			}
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool { return pairs[a].n > pairs[b].n })
	out := make([]int, len(gold))
	for k := range out {
		out[k] = -1
	}
	used := map[int]bool{}
	for _, p := range pairs {
		if out[p.k] < 0 && !used[p.j] {
			out[p.k], used[p.j] = p.j, true
		}
	}
	return out
}

func touches(list []entente.Span, s entente.Span) bool {
	for _, x := range list {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

func spokenBy(st *entente.Statement, source []entente.Span) bool {
	for _, p := range st.Speaker {
		if touches(source, p.Span) {
			return true
		}
	}
	return false
}

func (a *attribution) line(d *entente.Document) string {
	text := func(list []entente.Span) string {
		var out []string
		for _, s := range list {
			out = append(out, strings.Join(strings.Fields(d.TextOf(s)), " "))
		}
		return strings.Join(out, " ... ")
	}
	return text(a.source) + " | " + text(a.cue) + " | " + text(a.content)
}

// overlapping writes the statements whose content touches the gold's.
func overlapping(d *entente.Document, content []entente.Span) string {
	var out []string
	for i := range d.Statements {
		if touches(content, d.Statements[i].Content) {
			out = append(out, statementLine(d, &d.Statements[i]))
		}
	}
	return strings.Join(out, " ;; ")
}
