package token

import (
	"os"
	"strings"
	"testing"

	"entente"
)

func analyse(text string) *entente.Document {
	doc := &entente.Document{Article: &entente.Article{Text: text}}
	Run(doc)
	return doc
}

func render(doc *entente.Document) string {
	var b strings.Builder
	for _, s := range doc.Sentences {
		b.WriteString(">")
		for i := s.First; i < s.Last; i++ {
			b.WriteString(" " + doc.Form(i))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	file, err := os.ReadFile("testdata/tokens.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(file), "---\n") {
		var text, want string
		for line := range strings.Lines(block) {
			switch line[0] {
			case '#':
			case '>':
				want += line
			default:
				text += strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `\n`, "\n")
			}
		}
		if got := render(analyse(text)); got != want {
			t.Errorf("%q\ngot\n%swant\n%s", text, got, want)
		}
	}
}

// check holds the promises about any text: tokens are in order, not empty and
// inside the text, only white space lies between them, and sentences tile them.
func check(t *testing.T, doc *entente.Document) {
	at := 0
	for _, k := range doc.Tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(doc.Text) {
			t.Fatalf("token %v after %d in %q", k.Span, at, doc.Text)
		}
		for _, r := range doc.Text[at:k.Start] {
			if !blank(r) {
				t.Fatalf("%q lost before %v", r, k.Span)
			}
		}
		at = k.End
	}
	if strings.TrimFunc(doc.Text[at:], blank) != "" {
		t.Fatalf("%q lost at the end", doc.Text[at:])
	}
	next := 0
	for _, s := range doc.Sentences {
		if s.First != next || s.Last <= s.First || s.Last-s.First > maxSentence {
			t.Fatalf("sentence [%d,%d) after %d", s.First, s.Last, next)
		}
		next = s.Last
	}
	if next != len(doc.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(doc.Tokens))
	}
}

func FuzzRun(f *testing.F) {
	f.Add("The U.S.'s \"plan\"... don't\n\n- x")
	f.Add("\xff\xfe[[(('’’..--__")
	f.Fuzz(func(t *testing.T, text string) { check(t, analyse(text)) })
}

func TestHostile(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", 1<<20), strings.Repeat("word ", 100_000), strings.Repeat("a.", 100_000),
		strings.Repeat("'", 100_000), strings.Repeat("1-", 100_000), strings.Repeat("x", 1<<20), strings.Repeat("a-", 100_000), strings.Repeat("@.", 100_000),
	} {
		check(t, analyse(text))
	}
}

func TestKinds(t *testing.T) {
	text := "LEADERS MEET IN ROME\n\nPosted on May 2, 2023\n\nThey met on Monday."
	doc := &entente.Document{Article: &entente.Article{Text: text, Headline: entente.Span{Start: 0, End: 20}, Aside: []entente.Span{{Start: 22, End: 43}}}}
	Run(doc)
	var got []entente.SentenceKind
	for _, s := range doc.Sentences {
		got = append(got, s.Kind)
	}
	if len(got) != 3 || got[0] != entente.Headline || got[1] != entente.Aside || got[2] != entente.Prose {
		t.Errorf("kinds %v, want headline, aside, prose", got)
	}
}

func BenchmarkRun(b *testing.B) {
	text := strings.Repeat("Mr. Kishida said on Nov. 3 that the U.S. and Japan don't want a war. “It isn’t our plan,” he added.\n\n", 200)
	doc := analyse(text)
	n := len(doc.Tokens)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Run(doc)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
