package tag

import (
	"os"
	"strings"
	"testing"

	"entente"
	"entente/internal/model"
)

func TestLemmas(t *testing.T) {
	file, err := os.ReadFile("testdata/lemmas.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		f := strings.Fields(line)
		if line[0] == '#' {
			continue
		}
		if got := Lemma(f[0], entente.ParseUPOS(f[1]), f[2]); got != f[3] {
			t.Errorf("%s: lemma %q", strings.TrimSpace(line), got)
		}
	}
}

// TestRun tags a sentence given as tokens parted by spaces.
func TestRun(t *testing.T) {
	if model.English() == nil {
		t.Fatal("the embedded network does not load")
	}
	doc := tokens("They do not want the missiles that Iran launched")
	Run(doc)
	for i, want := range []struct {
		upos  entente.UPOS
		morph entente.Morph
	}{
		{entente.PRON, entente.ThirdPerson | entente.Plural}, {entente.AUX, entente.Present | entente.Finite}, {entente.PART, entente.Negative},
		{entente.VERB, entente.Infinitive}, {entente.DET, entente.Definite}, {entente.NOUN, entente.Plural}, {entente.PRON, 0},
		{entente.PROPN, 0}, {entente.VERB, entente.Past | entente.Finite},
	} {
		k := doc.Tokens[i]
		if k.UPOS != want.upos || !k.Morph.Has(want.morph) {
			t.Errorf("%s: %v %s morph %b", doc.Form(i), k.UPOS, k.XPOS, k.Morph)
		}
	}
}

// TestLongSentence gives a sentence of 3,000 words, longer than is read at once.
func TestLongSentence(t *testing.T) {
	doc := tokens(strings.Repeat("They met in Rome and ", 600))
	Run(doc)
	roots := 0
	for i, k := range doc.Tokens {
		if k.Head < 0 {
			roots++
		}
		if k.UPOS == entente.X || k.Head >= len(doc.Tokens) {
			t.Fatalf("token %d: %v, head %d", i, k.UPOS, k.Head)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
}

func tokens(text string) *entente.Document {
	doc := &entente.Document{Article: &entente.Article{Text: text}}
	at := 0
	for w := range strings.FieldsSeq(text) {
		doc.Tokens = append(doc.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(w)}, Head: -1})
		at += len(w) + 1
	}
	doc.Sentences = []entente.Sentence{{Span: entente.Span{End: len(text)}, Last: len(doc.Tokens)}}
	return doc
}

func BenchmarkRun(b *testing.B) {
	doc := tokens(strings.Repeat("The minister told reporters that both states would sign the pact on Monday . ", 10))
	b.ReportAllocs()
	for b.Loop() {
		Run(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
