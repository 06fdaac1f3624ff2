package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/internal/read/charset"
)

// columns gives the names under which each field is found in a header, in
// order of preference.
var columns = [...][]string{
	colText:      {"text", "body", "content", "article", "articlebody"},
	colTitle:     {"title", "headline"},
	colID:        {"id", "article_id", "guid"},
	colURL:       {"url", "link", "address"},
	colPublisher: {"publisher", "source", "outlet", "site"},
	colPublished: {"published", "date", "published_at", "publication_date", "time"},
	colLanguage:  {"language", "lang"},
	colCategory:  {"category", "section"},
	colTags:      {"tags", "keywords"},
	colAuthors:   {"authors", "author", "byline"},
}

const (
	colText = iota
	colTitle
	colID
	colURL
	colPublisher
	colPublished
	colLanguage
	colCategory
	colTags
	colAuthors
)

// CSV yields an article or a problem for each row under a header with a text
// or title column. The separator is a tab, semicolon or comma, whichever the
// header has most of.
func CSV(r io.Reader, name string) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		tally := &tally{r: r}
		buf := bufio.NewReaderSize(tally, 1<<16)
		in := csv.NewReader(buf)
		in.Comma = separator(buf)
		in.FieldsPerRecord, in.LazyQuotes = -1, true
		head, err := in.Read()
		if err != nil {
			yield(nil, &entente.Problem{Name: name, Line: 1, Reason: entente.SkipBroken, Detail: "no header row: " + err.Error()})
			return
		}
		at, ok := locate(head)
		if !ok {
			yield(nil, &entente.Problem{Name: name, Line: 1, Reason: entente.SkipBroken, Detail: fmt.Sprintf("the header has no column %q or %q", "text", "title"), Hint: "name the column that holds the article"})
			return
		}
		rows(in, tally, at, name, yield)
	}
}

// rows yields what stands under the header.
func rows(in *csv.Reader, tally *tally, at [len(columns)]int, name string, yield func(*entente.Article, error) bool) {
	for {
		tally.run = 0
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			var bad *csv.ParseError
			if !errors.As(err, &bad) {
				yield(nil, cut(name, 0, err))
				return
			}
			if !yield(nil, &entente.Problem{Name: name, Line: bad.Line, Reason: entente.SkipBroken, Detail: bad.Err.Error()}) {
				return
			}
			continue
		}
		a, problem := tabular(fields, at)
		if problem != nil {
			problem.Name = name
			problem.Line, _ = in.FieldPos(0)
			if !yield(nil, problem) {
				return
			}
		} else if !yield(a, nil) {
			return
		}
	}
}

func separator(in *bufio.Reader) rune {
	head, _ := in.Peek(4096)
	line, _, _ := strings.Cut(string(head), "\n")
	best := ','
	for _, c := range []rune{'\t', ';'} {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}

// locate finds the column of each field, -1 for none.
func locate(head []string) (at [len(columns)]int, ok bool) {
	for i := range head {
		head[i] = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(head[i], "\uFEFF")))
	}
	for f, names := range columns {
		at[f] = -1
		for _, n := range names {
			if i := slices.Index(head, n); i >= 0 {
				at[f] = i
				break
			}
		}
	}
	return at, at[colText] >= 0 || at[colTitle] >= 0
}

func tabular(fields []string, at [len(columns)]int) (*entente.Article, *entente.Problem) {
	get := func(f int) string {
		if at[f] < 0 || at[f] >= len(fields) {
			return ""
		}
		if s := fields[at[f]]; utf8.ValidString(s) {
			return s
		}
		return charset.Decode([]byte(fields[at[f]]), "")
	}
	rec := record{
		ID: scalar(get(colID)), URL: get(colURL), Publisher: get(colPublisher), Title: get(colTitle), Published: scalar(get(colPublished)),
		Language: get(colLanguage), Category: get(colCategory), Text: get(colText),
	}
	for f, l := range map[int]*list{colTags: &rec.Tags, colAuthors: &rec.Authors} {
		for _, w := range strings.FieldsFunc(get(f), func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
			*l = append(*l, strings.TrimSpace(w))
		}
	}
	return rec.article()
}
