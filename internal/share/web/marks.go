package web

import (
	"sort"
	"strings"

	"entente"
)

// piece is a stretch of the article's text under the same annotations.
type piece struct {
	Text    string
	Classes string // CSS classes of the annotations that cover it
	Link    string // fragment of the card that explains it, "" for plain text
	Break   bool   // a paragraph ends before it
}

// mark is one annotation to show in the text.
type mark struct {
	entente.Span
	class string
	link  string
	rank  int // the higher rank gives the link where marks overlap
}

// pieces cuts the text of an article at the borders of the marks, so that
// overlapping annotations never make overlapping elements.
func pieces(text string, marks []mark) []piece {
	cuts := []int{0, len(text)}
	for _, m := range marks {
		if m.Start >= 0 && m.End <= len(text) && !m.Empty() {
			cuts = append(cuts, m.Start, m.End)
		}
	}
	sort.Ints(cuts)
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	var out []piece
	var open []mark
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		if from == to {
			continue
		}
		open = still(open, from)
		for next < len(marks) && marks[next].Start <= from {
			if marks[next].End > from {
				open = append(open, marks[next])
			}
			next++
		}
		out = appendPieces(out, text[from:to], open)
	}
	return out
}

// still keeps the marks that reach beyond pos.
func still(open []mark, pos int) []mark {
	kept := open[:0]
	for _, m := range open {
		if m.End > pos {
			kept = append(kept, m)
		}
	}
	return kept
}

// appendPieces adds the text under the open marks, parted at paragraph breaks.
func appendPieces(out []piece, text string, open []mark) []piece {
	p := piece{}
	best := -1
	for _, m := range open {
		if !strings.Contains(p.Classes, m.class) {
			p.Classes = strings.TrimSpace(p.Classes + " " + m.class)
		}
		if m.link != "" && m.rank > best {
			p.Link, best = m.link, m.rank
		}
	}
	for i, part := range paragraphs(text) {
		p.Text, p.Break = part, i > 0
		out = append(out, p)
	}
	return out
}

// paragraphs splits at blank lines.
func paragraphs(text string) []string {
	var out []string
	for {
		i := strings.Index(text, "\n\n")
		if i < 0 {
			return append(out, text)
		}
		out = append(out, text[:i])
		text = strings.TrimLeft(text[i:], "\n")
	}
}
