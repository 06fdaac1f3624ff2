package who_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

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
	var links, named, pronouns tally
	goldLinks, goldFound := 0, 0
	for _, f := range files {
		text, gold, day := readGUM(t, f)
		d := &entente.Document{Article: &entente.Article{Text: text, Published: day}}
		p.Until(d, entente.LayerActors)
		at := map[string][]string{} // gold cluster -> our actors on it, in order
		for ai, a := range d.Actors {
			last := ""
			for _, m := range a.Mentions {
				g, ok := standsOn(d, m, gold)
				if !ok {
					continue
				}
				at[g.cluster] = append(at[g.cluster], strconv.Itoa(ai))
				if last != "" {
					ok := last == g.cluster
					links.add(ok)
					if strings.HasPrefix(m.Rule, "pronoun") {
						pronouns.add(ok)
					} else {
						named.add(ok)
					}
					if !ok && os.Getenv("MISSED") != "" {
						t.Logf("%s: wrong link of %q (%s) to %s", filepath.Base(f), d.TextOf(m.Span), m.Rule, a.Name)
					}
				}
				last = g.cluster
			}
		}
		for _, as := range at {
			for i := 1; i < len(as); i++ {
				goldLinks++
				for j := range i {
					if as[j] == as[i] {
						goldFound++
						break
					}
				}
			}
		}
	}
	t.Logf("links right %.3f of %d (names and nouns %.3f of %d, pronouns %.3f of %d); gold links between our mentions found %.3f of %d",
		links.share(), links.n, named.share(), named.n, pronouns.share(), pronouns.n, float64(goldFound)/float64(max(goldLinks, 1)), goldLinks)
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

// readGUM rebuilds the text of a document and reads its mentions.
func readGUM(t *testing.T, file string) (string, []goldMention, time.Time) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var text strings.Builder
	var gold []goldMention
	var day time.Time
	type open struct {
		id, kind, min string
		start, tok    int
		toks          []entente.Span
	}
	var stack []*open
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	glued := 0
	for lines.Scan() {
		l := lines.Text()
		if v, ok := strings.CutPrefix(l, "# meta::dateCreated = "); ok {
			day, _ = time.Parse("2006-01-02", v)
		}
		if strings.HasPrefix(l, "# newpar") && text.Len() > 0 {
			text.WriteString("\n\n")
		}
		cols := strings.Split(l, "\t")
		if len(cols) < 10 || strings.Contains(cols[0], ".") {
			continue
		}
		if a, b, ok := strings.Cut(cols[0], "-"); ok {
			x, _ := strconv.Atoi(a)
			y, _ := strconv.Atoi(b)
			glued = y - x
			if strings.Contains(cols[9], "SpaceAfter=No") {
				glued = -(glued + 1)
			}
			_ = glued
			continue
		}
		span := entente.Span{Start: text.Len(), End: text.Len() + len(cols[1])}
		text.WriteString(cols[1])
		switch {
		case glued > 0:
			glued--
		case glued < 0:
			glued++
		case !strings.Contains(cols[9], "SpaceAfter=No"):
			text.WriteString(" ")
		}
		for _, o := range stack {
			o.toks = append(o.toks, span)
		}
		for _, field := range strings.Split(cols[9], "|") {
			v, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			for v != "" {
				if v[0] == '(' {
					end := strings.IndexAny(v[1:], "()")
					item, closed := v[1:], false
					if end >= 0 {
						item, closed = v[1:end+1], v[end+1] == ')'
					}
					parts := strings.Split(item, "-")
					o := &open{id: parts[0], start: span.Start, toks: []entente.Span{span}}
					if len(parts) > 4 {
						o.kind, o.min = parts[1], parts[4]
					}
					v = v[min(len(item)+1, len(v)):]
					stack = append(stack, o)
					if closed {
						gold = append(gold, closeMention(o.id, o.kind, o.min, o.toks))
						stack = stack[:len(stack)-1]
						v = v[1:]
					}
					continue
				}
				id, rest, _ := strings.Cut(v, ")")
				for i := len(stack) - 1; i >= 0; i-- {
					if stack[i].id == id {
						gold = append(gold, closeMention(stack[i].id, stack[i].kind, stack[i].min, stack[i].toks))
						stack = append(stack[:i], stack[i+1:]...)
						break
					}
				}
				v = rest
			}
		}
	}
	return text.String(), gold, day
}

func closeMention(id, kind, minimal string, toks []entente.Span) goldMention {
	g := goldMention{Span: entente.Span{Start: toks[0].Start, End: toks[len(toks)-1].End}, cluster: id, kind: kind}
	for _, k := range strings.Split(minimal, ",") {
		if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= len(toks) {
			g.head = g.head.Cover(toks[n-1])
		}
	}
	if g.head.Empty() {
		g.head = g.Span
	}
	return g
}
