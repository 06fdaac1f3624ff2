// Package conllu reads and writes trees as CoNLL-U, the ten-column format of
// Universal Dependencies (https://universaldependencies.org/format.html).
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"entente"
)

// maxLine is the longest line accepted, in bytes.
const maxLine = 1 << 20

// Read reads a CoNLL-U file as one document: its text is the forms with the
// spaces that SpaceAfter gives, sentences parted by a line end. Multiword
// tokens are kept as their words, empty nodes and comments are dropped. Only
// ID and FORM are required; a column that is missing or "_" stays unset, a
// token without a head has Head -1. A line that is not CoNLL-U is an error
// naming the line.
func Read(r io.Reader) (*entente.Document, error) {
	rd := reader{doc: &entente.Document{Article: &entente.Article{Language: "en"}}}
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 1<<16), maxLine)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimRight(in.Text(), "\r")
		switch {
		case line == "":
			rd.endSentence()
		case line[0] == '#':
		default:
			if err := rd.word(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read CoNLL-U: %w", err)
	}
	rd.endSentence()
	rd.doc.Text = rd.text.String()
	return rd.doc, nil
}

type reader struct {
	doc   *entente.Document
	text  strings.Builder
	first int // first token of the sentence being read
	glue  bool
	until int  // last word of the multiword token being read
	after bool // whether a space follows that multiword token
}

// word reads one line of columns.
func (rd *reader) word(line string) error {
	col := strings.Split(line, "\t")
	if len(col) < 2 {
		return fmt.Errorf("want columns parted by tabs, ID and FORM at least, have %q", clip(line))
	}
	id, form := col[0], col[1]
	if from, to, ok := strings.Cut(id, "-"); ok {
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a > b {
			return fmt.Errorf("ID %q is no range of words", id)
		}
		rd.until, rd.after = b, spaced(col)
		return nil
	}
	if strings.IndexByte(id, '.') > 0 {
		return nil
	}
	n, err := strconv.Atoi(id)
	if err != nil || n != len(rd.doc.Tokens)-rd.first+1 {
		return fmt.Errorf("ID %q, want %d", id, len(rd.doc.Tokens)-rd.first+1)
	}
	if form == "" {
		return fmt.Errorf("word %d has no form", n)
	}
	if !rd.glue && rd.text.Len() > 0 && n > 1 {
		rd.text.WriteByte(' ')
	}
	start := rd.text.Len()
	rd.text.WriteString(form)
	t := entente.Token{Span: entente.Span{Start: start, End: rd.text.Len()}, Head: -1}
	switch {
	case n < rd.until:
		rd.glue = true
	case n == rd.until:
		rd.glue = !rd.after
	default:
		rd.glue = !spaced(col)
	}
	err = rd.columns(&t, col)
	rd.doc.Tokens = append(rd.doc.Tokens, t)
	return err
}

// columns fills the annotations that col holds.
func (rd *reader) columns(t *entente.Token, col []string) error {
	get := func(i int) string {
		if i < len(col) && col[i] != "_" {
			return col[i]
		}
		return ""
	}
	t.Lemma, t.XPOS = get(2), get(4)
	t.UPOS = entente.ParseUPOS(get(3))
	t.Morph = ParseFeats(get(5))
	if h := get(6); h != "" {
		n, err := strconv.Atoi(h)
		if err != nil || n < 0 {
			return fmt.Errorf("HEAD %q is no word number", h)
		}
		t.Head = rd.first + n - 1
		if n == 0 {
			t.Head = -1
		}
	}
	if r := get(7); r != "" {
		t.Rel = entente.ParseRel(r)
	}
	return nil
}

func (rd *reader) endSentence() {
	n := len(rd.doc.Tokens)
	if n == rd.first {
		return
	}
	for i := rd.first; i < n; i++ {
		if rd.doc.Tokens[i].Head >= n {
			rd.doc.Tokens[i].Head = -1
		}
	}
	rd.doc.Sentences = append(rd.doc.Sentences, entente.Sentence{
		Span:  entente.Span{Start: rd.doc.Tokens[rd.first].Start, End: rd.doc.Tokens[n-1].End},
		First: rd.first, Last: n,
	})
	rd.first, rd.glue, rd.until = n, false, 0
	rd.text.WriteByte('\n')
}

// spaced reports whether white space follows the token of the line.
func spaced(col []string) bool {
	return len(col) < 10 || !strings.Contains(col[9], "SpaceAfter=No")
}

func clip(s string) string {
	if len(s) > 60 {
		return s[:60] + "..."
	}
	return s
}

// Forms returns a document with the tokens and sentences of doc and none of
// its annotations, ready to be tagged and parsed anew.
func Forms(doc *entente.Document) *entente.Document {
	out := &entente.Document{Article: doc.Article}
	out.Sentences = append(out.Sentences, doc.Sentences...)
	out.Tokens = make([]entente.Token, len(doc.Tokens))
	for i := range doc.Tokens {
		out.Tokens[i] = entente.Token{Span: doc.Tokens[i].Span, Head: -1}
	}
	return out
}
