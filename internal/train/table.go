package train

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

// line is a proposal as the table holds it.
func (p Proposal) line() string {
	return fmt.Sprintf("%s | %s | %s | %.2f | %s %s %s", p.Word, p.Type, p.Donor, p.Strength, p.Synset, p.Path, p.Like)
}

// sortProposals orders by type, reading and word.
func sortProposals(list []Proposal) {
	sort.SliceStable(list, func(a, b int) bool {
		x, y := list[a], list[b]
		if x.Type != y.Type {
			return x.Type < y.Type
		}
		if x.Donor != y.Donor {
			return x.Donor < y.Donor
		}
		return x.Word < y.Word
	})
}

// Lines writes proposals as lines of the table.
func Lines(list []Proposal) []byte {
	sortProposals(list)
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.line())
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// Chosen reads the comments that open a table and the words of its lines.
func Chosen(path string) (head []byte, words map[string]bool, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	words = map[string]bool{}
	for _, l := range strings.SplitAfter(string(text), "\n") {
		if strings.HasPrefix(l, "#") {
			head = append(head, l...)
		} else if word, _, ok := strings.Cut(l, " | "); ok {
			words[word] = true
		}
	}
	return head, words, nil
}

// Limits of a proposal: the least share of a word's uses that must point to
// its type, and how many times the next type's share.
const (
	LeastStrength = 0.2
	LeastMargin   = 2
)

// Renew proposes every word that the lexicon lacks and parts the proposals
// into those of the table's words and others, to be read. Words of the table
// that nothing speaks for any more are listed as lost.
func (p *Proposer) Renew(chosen map[string]bool) (table, others []Proposal, lost []string) {
	for _, w := range p.Candidates() {
		got, ok := p.Propose(w, LeastStrength, LeastMargin, nil)
		switch {
		case ok && chosen[w]:
			table = append(table, got)
		case ok:
			others = append(others, got)
		case chosen[w]:
			lost = append(lost, w)
		}
	}
	for w := range chosen {
		if p.all[w] {
			lost = append(lost, w)
		}
	}
	sort.Strings(lost)
	return table, others, lost
}
