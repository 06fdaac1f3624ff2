package evaluate

import (
	"fmt"
	"strings"

	"entente"
)

// statements scores speaker, cue, kind and relay of the marked statements.
func (s *articleScore) statements(g *goldDocument, d *entente.Document) {
	good := make([]bool, len(d.Statements))
	for i := range g.Statements {
		gold := &g.Statements[i]
		at := g.statementAt(gold)
		best := gold.bestOf(d, at)
		if best >= 0 {
			good[best] = true
		}
		if gold.Must {
			s.stMust++
			if best >= 0 {
				s.stFound++
			}
		}
		if best < 0 {
			kind := "statement missed"
			if !gold.Must {
				kind = "statement missed (not must)"
			}
			s.r.miss(kind, g.ID, sentenceOf(d, at), gold.String(), statementLines(d, d.SentenceAt(at.Start)))
			continue
		}
		s.statementSlots(g, d, gold, &d.Statements[best], at)
	}
	for j, ok := range good {
		s.stOurs++
		if ok {
			s.stGood++
		} else {
			st := &d.Statements[j]
			s.r.miss("statement extra", g.ID, sentenceText(d, st.Sentence), "", statementLine(d, st))
		}
	}
}

func (s *articleScore) statementSlots(g *goldDocument, d *entente.Document, gold *goldStatement, st *entente.Statement, at entente.Span) {
	s.stAll++
	report := func(kind string) {
		s.r.miss(kind, g.ID, sentenceOf(d, at), gold.String(), statementLine(d, st))
	}
	if hasActor(d, goldActor{Name: gold.Speaker, Code: gold.SpeakerCode}, st.Speaker) {
		s.spkRight++
	} else {
		report("speaker")
	}
	cue := d.TextOf(st.Cue)
	if overlapWords(cue, gold.Cue) {
		s.cueRight++
	} else {
		report("cue")
	}
	if string(st.Kind) == gold.Kind {
		s.kindRight++
	} else {
		report("kind")
	}
	if gold.Via != "" {
		s.viaGold++
		if hasRelay(st, gold.Via) {
			s.viaRight++
		} else {
			report("via")
		}
	}
}

// bestOf is the statement that answers gold: its content overlaps the first
// words of the gold; the right speaker, then the closest start wins.
func (gold *goldStatement) bestOf(d *entente.Document, at entente.Span) int {
	best, bestScore := -1, 0
	for i := range d.Statements {
		st := &d.Statements[i]
		if at.Empty() || !st.Content.Overlaps(at) {
			continue
		}
		score := 1 + 1000000 - abs(st.Content.Start-at.Start)
		if hasActor(d, goldActor{Name: gold.Speaker, Code: gold.SpeakerCode}, st.Speaker) {
			score += 2000000
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

func overlapWords(a, b string) bool {
	have := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		have[w] = true
	}
	for _, w := range strings.Fields(strings.ToLower(b)) {
		if have[w] {
			return true
		}
	}
	return false
}

func hasRelay(st *entente.Statement, via string) bool {
	want := words(via)
	for _, v := range st.Via {
		for w := range words(v.Name) {
			if want[w] {
				return true
			}
		}
	}
	return false
}

func (gold *goldStatement) String() string {
	return fmt.Sprintf("%s [%s] '%s' %s: %s", gold.Speaker, gold.SpeakerCode, gold.Cue, gold.Kind, gold.S)
}

// statementLine writes one statement for an error report.
func statementLine(d *entente.Document, st *entente.Statement) string {
	var via []string
	for _, v := range st.Via {
		via = append(via, string(v.Kind)+" "+v.Name)
	}
	return fmt.Sprintf("%s '%s' %s: %s via=%s {%s}", names(st.Speaker), d.TextOf(st.Cue), st.Kind,
		strings.Join(strings.Fields(d.TextOf(st.Content)), " "), strings.Join(via, " <- "), st.Rule)
}

func statementLines(d *entente.Document, sentence int) string {
	var out []string
	for i := range d.Statements {
		if d.Statements[i].Sentence == sentence {
			out = append(out, statementLine(d, &d.Statements[i]))
		}
	}
	return strings.Join(out, " ;; ")
}
