package parse_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand/conllu"
	"entente/internal/understand/parse"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
)

// analyse runs the rooms up to this one; head is the headline, if any.
func analyse(text string, head entente.Span) *entente.Document {
	doc := &entente.Document{Article: &entente.Article{Text: text, Headline: head}}
	token.Run(doc)
	tag.Run(doc)
	parse.Run(doc)
	return doc
}

// check holds the promises about trees: one root a sentence, heads inside the
// sentence, no cycle.
func check(t *testing.T, doc *entente.Document) {
	for _, s := range doc.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			k := doc.Tokens[i]
			if k.Head < 0 {
				roots++
			}
			if (k.Head < 0) != (k.Rel == entente.Root) {
				t.Fatalf("token %d: head %d with relation %v in %q", i, k.Head, k.Rel, doc.TextOf(s.Span))
			}
			if k.Head >= 0 && (k.Head < s.First || k.Head >= s.Last) {
				t.Fatalf("token %d: head %d outside [%d,%d)", i, k.Head, s.First, s.Last)
			}
			if k.Score < 0 || k.Score > 1 {
				t.Fatalf("token %d: score %v", i, k.Score)
			}
			for j, n := i, 0; j >= 0; j, n = doc.Tokens[j].Head, n+1 {
				if n > s.Last-s.First {
					t.Fatalf("token %d: cycle in %q", i, doc.TextOf(s.Span))
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, doc.TextOf(s.Span))
		}
	}
}

// TestTrees runs the cases of testdata/trees.txt: a sentence ("= " before a
// headline), then lines
// "dependent relation head" that must hold ("-" as head of the root, "a|b" for
// either relation).
func TestTrees(t *testing.T) {
	file, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(file), "\n\n") {
		var doc *entente.Document
		for line := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
			switch {
			case line == "" || line[0] == '#':
			case doc == nil && strings.HasPrefix(line, "= "):
				doc = analyse(line[2:], entente.Span{End: len(line) - 2})
			case doc == nil:
				doc = analyse(line, entente.Span{})
			default:
				if !holds(doc, strings.Fields(line)) {
					var b strings.Builder
					conllu.Write(&b, doc)
					t.Errorf("want %q in\n%s", line, b.String())
				}
			}
		}
	}
}

// holds reports whether doc has the arc [dependent, relation, head].
func holds(doc *entente.Document, arc []string) bool {
	for i, k := range doc.Tokens {
		if doc.Form(i) != arc[0] || !slices.Contains(strings.Split(arc[1], "|"), k.Rel.String()) {
			continue
		}
		if k.Head < 0 && arc[2] == "-" || k.Head >= 0 && doc.Form(k.Head) == arc[2] {
			return true
		}
	}
	return false
}

func FuzzRun(f *testing.F) {
	f.Add("He did not say (who) it was... \"x\"")
	f.Add("[[[[ ))) ’’ \xff")
	f.Add("!\"\xe2\x80.]\xb1\x81ͺ\xe2x\x99 \xff") // a flat word before its head
	f.Fuzz(func(t *testing.T, text string) { check(t, analyse(text, entente.Span{End: min(len(text), 40)})) })
}

func TestHostile(t *testing.T) {
	check(t, analyse(strings.Repeat("[", 1<<16), entente.Span{}))
	check(t, analyse(strings.Repeat("word ", 20_000), entente.Span{}))
	check(t, analyse("", entente.Span{}))
	// A given sentence of 20,000 words.
	doc := analyse(strings.Repeat("Kim and Yoon go ", 5_000), entente.Span{})
	doc.Sentences = []entente.Sentence{{Span: entente.Span{End: len(doc.Text)}, Last: len(doc.Tokens)}}
	tag.Run(doc)
	parse.Run(doc)
	if doc.Tokens[len(doc.Tokens)-1].Head < 0 {
		t.Error("two roots in one long sentence")
	}
}

func BenchmarkRun(b *testing.B) {
	text := strings.Repeat("Mr. Kishida said on Nov. 3 that the United States and Japan, which signed a pact last year, did not want a war with the North. “It isn’t our plan,” he added.\n\n", 100)
	doc := analyse(text, entente.Span{})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		token.Run(doc)
		tag.Run(doc)
		parse.Run(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
