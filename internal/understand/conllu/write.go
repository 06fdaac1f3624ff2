package conllu

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// Write writes the trees of doc. Sentences are numbered from 1; the comment
// "text" is the sentence as written with white space squeezed.
func Write(w io.Writer, doc *entente.Document) error {
	out := NewWriter(w)
	if err := out.Write(doc); err != nil {
		return err
	}
	return out.Flush()
}

// Writer writes documents one after the other and numbers their sentences on.
type Writer struct {
	out  *bufio.Writer
	n    int // sentences written
	line []byte
}

// NewWriter makes a Writer; what it writes is complete after Flush.
func NewWriter(w io.Writer) *Writer { return &Writer{out: bufio.NewWriter(w)} }

// Write writes the trees of doc.
func (w *Writer) Write(doc *entente.Document) error {
	line := w.line
	for _, s := range doc.Sentences {
		w.n++
		line = append(line[:0], "# sent_id = "...)
		line = strconv.AppendInt(line, int64(w.n), 10)
		line = append(line, "\n# text = "...)
		line = append(line, strings.Join(strings.Fields(doc.TextOf(s.Span)), " ")...)
		line = append(line, '\n')
		until := 0 // end of the multiword token being written
		for i := s.First; i < s.Last; i++ {
			if e := fused(doc, s, i); i >= until && e > i+1 {
				line = appendRange(line, doc, s, i, e)
				until = e
			}
			line = appendToken(line, doc, s, i)
		}
		line = append(line, '\n')
		if _, err := w.out.Write(line); err != nil {
			return err
		}
	}
	w.line = line
	return nil
}

// Flush writes what is buffered.
func (w *Writer) Flush() error { return w.out.Flush() }

// fused is the end of the run of words from word i that are written as one
// ("do" "n't", "Seoul" "'s"), i+1 when it stands alone.
func fused(doc *entente.Document, s entente.Sentence, i int) int {
	e := i + 1
	for e < s.Last && doc.Tokens[e-1].End == doc.Tokens[e].Start && clings(doc.Form(e-1), doc.Form(e), doc.Tokens[e].XPOS) {
		e++
	}
	return e
}

// clings reports whether word b is written onto word a.
func clings(a, b, xpos string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, n := utf8.DecodeRuneInString(b)
	if !unicode.IsLetter(last) {
		return (unicode.IsDigit(last) || last == '.') && xpos == "POS"
	}
	if unicode.IsLetter(first) {
		return true
	}
	second, _ := utf8.DecodeRuneInString(b[n:])
	return strings.ContainsRune("'’‘`", first) && (unicode.IsLetter(second) || xpos == "POS")
}

// appendRange appends the line of the multiword token of words [i, e).
func appendRange(line []byte, doc *entente.Document, s entente.Sentence, i, e int) []byte {
	line = strconv.AppendInt(line, int64(i-s.First+1), 10)
	line = append(line, '-')
	line = strconv.AppendInt(line, int64(e-s.First), 10)
	line = append(line, '\t')
	line = append(line, column(doc.TextOf(entente.Span{Start: doc.Tokens[i].Start, End: doc.Tokens[e-1].End}))...)
	line = append(line, "\t_\t_\t_\t_\t_\t_\t_\t"...)
	if e < s.Last && doc.Tokens[e].Start == doc.Tokens[e-1].End {
		line = append(line, "SpaceAfter=No"...)
	} else {
		line = append(line, '_')
	}
	return append(line, '\n')
}

// appendToken appends the ten columns of token i.
func appendToken(line []byte, doc *entente.Document, s entente.Sentence, i int) []byte {
	t := &doc.Tokens[i]
	head := 0
	if t.Head >= 0 {
		head = t.Head - s.First + 1
	}
	line = strconv.AppendInt(line, int64(i-s.First+1), 10)
	for _, c := range [...]string{column(doc.Form(i)), column(t.Lemma), t.UPOS.String(), column(t.XPOS), Feats(t.Morph)} {
		line = append(line, '\t')
		line = append(line, c...)
	}
	line = append(line, '\t')
	line = strconv.AppendInt(line, int64(head), 10)
	line = append(line, '\t')
	line = append(line, t.Rel.String()...)
	line = append(line, "\t_\t"...)
	if i+1 < s.Last && doc.Tokens[i+1].Start == t.End && !clings(doc.Form(i), doc.Form(i+1), doc.Tokens[i+1].XPOS) {
		line = append(line, "SpaceAfter=No"...)
	} else {
		line = append(line, '_')
	}
	return append(line, '\n')
}

// column is s as it may stand in a column.
func column(s string) string {
	if s == "" {
		return "_"
	}
	if strings.ContainsAny(s, "\t\n\r") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
