package who_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand"
)

// goldMention is one mention of GUM: its words, the words that head it, and
// the cluster that it belongs to.
type goldMention struct {
	entente.Span
	head    entente.Span
	cluster string
	kind    string
}

// TestCoreference measures links between mentions on the Wikinews part of GUM
// (gold trees are not used): for each mention of ours that stands on a gold
// mention, whether its actor's nearest earlier mention is of the same cluster.
func TestCoreference(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "data/treebank/gum-wikinews/dep/GUM_news_*.conllu"))
	if len(files) == 0 {
		t.Skip("needs ../shared: the Wikinews part of GUM")
	}
	p := understand.New()
	var s linkScore
	if os.Getenv("MISSED") != "" {
		s.missed = t.Logf
	}
	for _, f := range files {
		text, gold, day := readGUM(t, f)
		d := &entente.Document{Article: &entente.Article{Text: text, Published: day}}
		p.Until(d, entente.LayerActors)
		s.document(d, gold)
	}
	t.Logf("links right %.3f of %d (names and nouns %.3f of %d, pronouns %.3f of %d); gold links between our mentions found %.3f of %d",
		s.links.share(), s.links.n, s.named.share(), s.named.n, s.pronouns.share(), s.pronouns.n, s.gold.share(), s.gold.n)
	if s.links.share() < 0.78 {
		t.Errorf("%.3f of the links are right, want 0.78", s.links.share())
	}
}

// linkScore counts links of ours that are right, and gold links that are found.
type linkScore struct {
	links, named, pronouns, gold tally
	missed                       func(string, ...any)
}

// around is the sentence of a mention on one line.
func around(d *entente.Document, m entente.Mention) string {
	return strings.Join(strings.Fields(d.TextOf(d.Sentences[d.SentenceAt(m.Start)].Span)), " ")
}

func (s *linkScore) document(d *entente.Document, gold []goldMention) {
	ours := map[string][]int{} // gold cluster -> our actors on it, in order
	for ai, a := range d.Actors {
		last := ""
		for _, m := range a.Mentions {
			g, ok := standsOn(d, m, gold)
			if !ok {
				continue
			}
			ours[g.cluster] = append(ours[g.cluster], ai)
			if last != "" {
				s.links.add(last == g.cluster)
				if last != g.cluster && s.missed != nil {
					s.missed("wrong link %q %s of %s in %q", d.TextOf(m.Span), m.Rule, a.Name, around(d, m))
				}
				if strings.HasPrefix(m.Rule, "pronoun") {
					s.pronouns.add(last == g.cluster)
				} else {
					s.named.add(last == g.cluster)
				}
			}
			last = g.cluster
		}
	}
	for _, actors := range ours {
		for i := 1; i < len(actors); i++ {
			s.gold.add(slices.Contains(actors[:i], actors[i]))
		}
	}
}

type tally struct{ right, n int }

func (t *tally) add(ok bool) {
	t.n++
	if ok {
		t.right++
	}
}

func (t *tally) share() float64 { return float64(t.right) / float64(max(t.n, 1)) }

// standsOn finds the gold mention whose head our mention's head is and whose
// length is nearest. Adjectives
// ("Japanese") are no mentions there, and a city is not its state.
func standsOn(d *entente.Document, m entente.Mention, gold []goldMention) (goldMention, bool) {
	if m.Rule == "demonym" || strings.HasPrefix(m.Rule, "place") {
		return goldMention{}, false
	}
	head := d.Tokens[m.Head].Span
	best, found := goldMention{}, false
	far := func(g goldMention) int { return max(g.Len()-m.Len(), m.Len()-g.Len()) }
	for _, g := range gold {
		if m.Contains(g.head) && g.head.Contains(head) && (!found || far(g) < far(best)) {
			best, found = g, true
		}
	}
	return best, found
}
