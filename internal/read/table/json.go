package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"entente"
)

// JSON yields the articles of a JSON array, or of objects that follow each
// other and may span lines. The number in a problem counts articles. A fault
// in the JSON ends the reading, since what follows cannot be placed.
func JSON(r io.Reader, name string) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		if head, _ := in.Peek(3); bytes.Equal(head, []byte("\xEF\xBB\xBF")) {
			in.Discard(3)
		}
		tally := &tally{r: in}
		dec := json.NewDecoder(tally)
		if head, _ := in.Peek(64); bytes.HasPrefix(bytes.TrimSpace(head), []byte("[")) {
			if _, err := dec.Token(); err != nil {
				yield(nil, cut(name, 1, err))
				return
			}
		}
		for n := 1; dec.More(); n++ {
			var raw json.RawMessage
			tally.run = 0
			if err := dec.Decode(&raw); err != nil {
				yield(nil, &entente.Problem{Name: name, Line: n, Reason: entente.SkipBroken, Detail: "not a JSON object of an article: " + err.Error(), Hint: "the line is the number of the article; those before it were read"})
				return
			}
			a, bad := object(raw, false)
			if bad != nil {
				bad.Name, bad.Line = name, n
				if !yield(nil, bad) {
					return
				}
			} else if a != nil && !yield(a, nil) {
				return
			}
		}
	}
}

// tally fails when one article takes more than MaxRow bytes.
type tally struct {
	r   io.Reader
	run int
}

var errLong = errors.New("longer than the " + fmt.Sprint(MaxRow>>20) + " MB an article may have")

func (t *tally) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if t.run += n; t.run > MaxRow {
		return 0, errLong
	}
	return n, err
}
