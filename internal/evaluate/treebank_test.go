package evaluate

import (
	"compress/gzip"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand/conllu"
	"entente/internal/understand/parse"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
)

// TestTreebank scores the language rooms on the development section of EWT
// and compares with testdata/treebank.golden; ENTENTE_UPDATE=1 accepts.
func TestTreebank(t *testing.T) {
	tb := developmentSection(t)
	got := conllu.Forms(tb.Gold)
	tag.Run(got)
	parse.Run(got)
	raw := &entente.Document{Article: &entente.Article{Text: tb.Raw}}
	token.Run(raw)
	report := treebankReport(tb, got, raw)
	const golden = "testdata/treebank.golden"
	if os.Getenv("ENTENTE_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := scoreDiff(string(want), report); d != "" {
		t.Errorf("scores differ from %s (accept with ENTENTE_UPDATE=1):\n%s", golden, d)
	}
}

// treebankReport is the golden file: one score a line.
func treebankReport(tb *Treebank, got, raw *entente.Document) string {
	var b strings.Builder
	s := ScoreTrees(tb.Gold, got)
	fmt.Fprintf(&b, "# English-EWT dev, gold tokens, percent; relations by F1 with their subtype\n")
	for _, x := range []struct {
		name string
		n    int
	}{{"UPOS", s.UPOS}, {"XPOS", s.XPOS}, {"UAS", s.UAS}, {"LAS", s.LAS}} {
		fmt.Fprintf(&b, "%5.1f  %s\n", s.Pct(x.n), x.name)
	}
	for _, r := range []entente.Rel{
		entente.Nsubj, entente.NsubjPass, entente.Obj, entente.Iobj, entente.Obl, entente.OblAgent, entente.Nmod, entente.NmodPoss, entente.Conj,
		entente.Xcomp, entente.Ccomp, entente.Advcl, entente.Acl, entente.AclRelcl, entente.Appos, entente.Compound, entente.Flat, entente.Root,
	} {
		fmt.Fprintf(&b, "%5.1f  %s\n", s.Rel[r].F(), r)
	}
	sentences, tokens := ScoreSegments(tb.Gold, raw)
	fmt.Fprintf(&b, "# from raw text, F1\n%5.1f  sentences\n%5.1f  tokens\n", sentences.F(), tokens.F())
	return b.String()
}

// scoreDiff lists the lines that differ by more than kernels of different
// processors may: 0.15 points.
func scoreDiff(want, now string) string {
	x, y := strings.Split(want, "\n"), strings.Split(now, "\n")
	var out strings.Builder
	for i := range max(len(x), len(y)) {
		var l, r string
		if i < len(x) {
			l = x[i]
		}
		if i < len(y) {
			r = y[i]
		}
		var a, b float64
		fmt.Sscan(l, &a)
		fmt.Sscan(r, &b)
		if strings.TrimLeft(l, " 0123456789.") != strings.TrimLeft(r, " 0123456789.") || math.Abs(a-b) > 0.15 {
			fmt.Fprintf(&out, "%-24s now %s\n", l, r)
		}
	}
	return out.String()
}

func developmentSection(t *testing.T) *Treebank {
	t.Helper()
	path := filepath.Join(needData(t), "treebank/en_ewt-ud-dev.conllu.gz")
	f, err := os.Open(path)
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	tb, err := ReadTreebank(z)
	if err != nil {
		t.Fatal(err)
	}
	return tb
}
