package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"entente"
	"entente/internal/understand/token"
)

// Silver writes the sentences of JSONL articles as CoNLL-U with forms only,
// for the teacher to label: every sentence of 4 to 60 tokens once, one in
// every of them.
func Silver(w io.Writer, path string, every uint32) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	out := bufio.NewWriter(w)
	seen := map[uint32]bool{}
	n := 0
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return n, fmt.Errorf("%s: %w", path, err)
		}
		doc := &entente.Document{Article: &entente.Article{Text: a.Text}}
		token.Run(doc)
		for _, s := range doc.Sentences {
			key := hash(doc.TextOf(s.Span))
			if l := s.Last - s.First; l < 4 || l > 60 || seen[key] || key>>8%every != 0 {
				continue
			}
			seen[key] = true
			n++
			for i := s.First; i < s.Last; i++ {
				fmt.Fprintf(out, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i-s.First+1, doc.Form(i))
			}
			out.WriteByte('\n')
		}
	}
	if err := in.Err(); err != nil {
		return n, err
	}
	return n, out.Flush()
}

func hash(s string) uint32 {
	h := fnv.New32a()
	io.WriteString(h, s)
	return h.Sum32()
}
