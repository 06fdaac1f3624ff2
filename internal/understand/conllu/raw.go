package conllu

import (
	"bufio"
	"bytes"
	"strings"

	"entente"
)

// Raw rebuilds the text as it stood before it was parted into sentences, from
// the comments newdoc and newpar of a CoNLL-U file and doc, which Read made of
// it. It returns the text and the offsets in it at which sentences end.
func Raw(file []byte, doc *entente.Document) (string, []int) {
	var raw strings.Builder
	var ends []int
	for i, s := range layout(file, len(doc.Sentences)) {
		switch {
		case raw.Len() == 0:
		case s.paragraph:
			raw.WriteString("\n\n")
		case !s.glued:
			raw.WriteByte(' ')
		}
		raw.WriteString(doc.TextOf(doc.Sentences[i].Span))
		ends = append(ends, raw.Len())
	}
	return raw.String(), ends
}

// placed says how a sentence stood in the raw text.
type placed struct {
	paragraph bool // opens a paragraph or document
	glued     bool // follows the sentence before without a space
}

func layout(file []byte, n int) []placed {
	out := make([]placed, 0, n)
	var cur placed
	var words, glue bool
	in := bufio.NewScanner(bytes.NewReader(file))
	in.Buffer(nil, maxLine)
	flush := func() {
		if words {
			out = append(out, cur)
			cur, words = placed{glued: glue}, false
		}
	}
	for in.Scan() {
		line := in.Text()
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "# newpar"):
			cur.paragraph = cur.paragraph || !strings.HasPrefix(line, "# newpar_block")
		case line[0] != '#':
			words, glue = true, strings.Contains(line, "SpaceAfter=No")
		}
	}
	flush()
	return out[:min(len(out), n)]
}
