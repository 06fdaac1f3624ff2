// Package table reads articles kept as rows: JSON lines and CSV or TSV.
package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/internal/read/charset"
	"entente/internal/read/stamp"
)

// MaxRow is the longest row in bytes that is read; a longer one is passed
// over without being held in memory.
const MaxRow = 8 << 20

// record is an article as a JSON object. Lists may be a single string.
type record struct {
	ID        scalar `json:"id"`
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Published scalar `json:"published"`
	Language  string `json:"language"`
	Category  string `json:"category"`
	Authors   list   `json:"authors"`
	Tags      list   `json:"tags"`
	ToldBy    list   `json:"told_by"`
	Text      string `json:"text"`
}

// scalar accepts a string or a number.
type scalar string

func (s *scalar) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' {
		if string(b) != "null" {
			*s = scalar(b)
		}
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

// list accepts an array of strings or one string parted by commas.
type list []string

func (l *list) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(l))
	}
	var s *string
	if err := json.Unmarshal(b, &s); err != nil || s == nil {
		return err
	}
	for _, w := range strings.Split(*s, ",") {
		if w = strings.TrimSpace(w); w != "" {
			*l = append(*l, w)
		}
	}
	return nil
}

// JSONL yields an article or a *entente.Problem for each line that is not
// blank. Memory holds one row at a time.
func JSONL(r io.Reader, name string) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			line, long, err := row(in)
			if a, bad := object(line, long); bad != nil {
				bad.Name, bad.Line = name, n
				if !yield(nil, bad) {
					return
				}
			} else if a != nil && !yield(a, nil) {
				return
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(nil, cut(name, n, err))
				}
				return
			}
		}
	}
}

// cut says that the input broke off.
func cut(name string, line int, err error) *entente.Problem {
	return &entente.Problem{Name: name, Line: line, Reason: entente.SkipBroken, Detail: "the input breaks off here: " + err.Error(), Hint: "the rows before it were read; fetch the file again"}
}

// row reads one line without its end; long says that it was over MaxRow.
func row(in *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > MaxRow {
			line, long = nil, true
		}
		if !long {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSpace(line), long, err
		}
	}
}

// object turns a row into an article; both results are nil for a blank row.
func object(line []byte, long bool) (*entente.Article, *entente.Problem) {
	if long {
		return nil, &entente.Problem{Reason: entente.SkipTooLong, Detail: fmt.Sprintf("the line is longer than %d MB", MaxRow>>20), Hint: "split it into articles, one JSON object a line"}
	}
	line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
	if len(line) == 0 {
		return nil, nil
	}
	if !utf8.Valid(line) {
		line = []byte(charset.Decode(line, ""))
	}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return nil, &entente.Problem{Reason: entente.SkipBroken, Detail: "not a JSON object of an article: " + reason(err), Hint: "expected {\"id\",\"url\",\"publisher\",\"title\",\"published\",\"text\"}"}
	}
	return rec.article()
}

// reason shortens the messages of encoding/json.
func reason(err error) string {
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) {
		field, article := typ.Field, "a"
		if field == "" {
			field = "the line"
		}
		if strings.HasPrefix(typ.Value, "array") || strings.HasPrefix(typ.Value, "object") {
			article = "an"
		}
		return fmt.Sprintf("%s is %s %s", field, article, typ.Value)
	}
	return err.Error()
}

func (rec *record) article() (*entente.Article, *entente.Problem) {
	a := &entente.Article{
		ID: string(rec.ID), URL: rec.URL, Publisher: rec.Publisher, Title: strings.TrimSpace(rec.Title),
		Language: rec.Language, Category: rec.Category, Authors: rec.Authors, Tags: rec.Tags, Text: rec.Text, Outlets: rec.ToldBy,
	}
	if p := string(rec.Published); p != "" {
		t, ok := stamp.Parse(p)
		if !ok {
			return nil, &entente.Problem{Reason: entente.SkipBroken, Detail: fmt.Sprintf("published %q is no date", clip(p)), Hint: "write it as 2023-01-31 or 2023-01-31T10:00:00Z"}
		}
		a.Published = t
	}
	if strings.TrimSpace(a.Text) == "" {
		if a.Title == "" {
			return nil, &entente.Problem{Reason: entente.SkipEmpty, Detail: "the row has neither title nor text"}
		}
		a.Text, a.Headline = a.Title, entente.Span{End: len(a.Title)}
	}
	return a, nil
}

func clip(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "..."
	}
	return s
}
