package evaluate

import (
	"bytes"
	"io"
	"unicode"

	"entente"
	"entente/internal/understand/conllu"
)

// Treebank is a gold treebank: the trees, and its raw text as it stood before
// it was parted into sentences and tokens.
type Treebank struct {
	Gold *entente.Document
	Raw  string
}

// ReadTreebank reads a CoNLL-U file with the comments newdoc and newpar.
func ReadTreebank(r io.Reader) (*Treebank, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	gold, err := conllu.Read(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	raw, _ := conllu.Raw(data, gold)
	return &Treebank{Gold: gold, Raw: raw}, nil
}

// F1 holds counts for precision and recall.
type F1 struct{ Gold, Got, Same int }

// P is precision, R recall, F their harmonic mean, all in percent.
func (f F1) P() float64 { return percent(f.Same, f.Got) }

// R is recall in percent.
func (f F1) R() float64 { return percent(f.Same, f.Gold) }

// F is the harmonic mean of P and R.
func (f F1) F() float64 { return percent(2*f.Same, f.Gold+f.Got) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// TreeScore compares two analyses of the same tokens by the rules of the CoNLL
// 2018 shared task: every token counts, relations by their universal part.
type TreeScore struct {
	Tokens, UPOS, XPOS, Lemma, UAS, LAS int
	Rel                                 [256]F1 // labelled attachments by full relation
}

// Pct is n of all tokens in percent.
func (s *TreeScore) Pct(n int) float64 { return percent(n, s.Tokens) }

// ScoreTrees compares got with gold; both must have the same tokens.
func ScoreTrees(gold, got *entente.Document) *TreeScore {
	s := &TreeScore{Tokens: len(gold.Tokens)}
	for i := range gold.Tokens {
		g, t := &gold.Tokens[i], &got.Tokens[i]
		count(&s.UPOS, g.UPOS == t.UPOS)
		count(&s.XPOS, g.XPOS == t.XPOS)
		count(&s.Lemma, g.Lemma == t.Lemma)
		head := g.Head == t.Head
		count(&s.UAS, head)
		count(&s.LAS, head && g.Rel.Universal() == t.Rel.Universal())
		s.Rel[g.Rel].Gold++
		s.Rel[t.Rel].Got++
		if head && g.Rel == t.Rel {
			s.Rel[g.Rel].Same++
		}
	}
	return s
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// ScoreSegments compares sentences and tokens of two documents whose texts
// differ in white space only.
func ScoreSegments(gold, got *entente.Document) (sentences, tokens F1) {
	a, b := offsets(gold.Text), offsets(got.Text)
	var ga, gb []entente.Span
	for _, t := range gold.Tokens {
		ga = append(ga, entente.Span{Start: a[t.Start], End: a[t.End]})
	}
	for _, t := range got.Tokens {
		gb = append(gb, entente.Span{Start: b[t.Start], End: b[t.End]})
	}
	tokens = match(ga, gb)
	ga, gb = ga[:0], gb[:0]
	for _, s := range gold.Sentences {
		ga = append(ga, entente.Span{Start: a[s.Start], End: a[s.End]})
	}
	for _, s := range got.Sentences {
		gb = append(gb, entente.Span{Start: b[s.Start], End: b[s.End]})
	}
	return match(ga, gb), tokens
}

// match counts the spans that both ascending lists hold.
func match(gold, got []entente.Span) F1 {
	f := F1{Gold: len(gold), Got: len(got)}
	for i, j := 0, 0; i < len(gold) && j < len(got); {
		switch {
		case gold[i] == got[j]:
			f.Same++
			i++
			j++
		case gold[i].Start < got[j].Start || gold[i].Start == got[j].Start && gold[i].End < got[j].End:
			i++
		default:
			j++
		}
	}
	return f
}

// offsets maps each byte offset of text to the count of non-blank bytes before it.
func offsets(text string) []int {
	out := make([]int, len(text)+1)
	n := 0
	for i, r := range text {
		out[i] = n
		if !unicode.IsSpace(r) {
			w := len(string(r))
			for k := 1; k < w && i+k <= len(text); k++ {
				out[i+k] = n + k
			}
			n += w
		}
	}
	out[len(text)] = n
	return out
}
