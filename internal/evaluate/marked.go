package evaluate

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// markedFile holds the events and statements of Wikinews articles as byte
// offsets into the texts of the data folder, marked by hand for Entente after
// the example of articles-annotated. docs/measure.md tells how.
//
//go:embed testdata/marked.jsonl
var markedFile string

// Marked scores the articles that were marked for Entente itself.
func Marked(data string, read Reader) (*Report, error) {
	docs, err := readMarked(data)
	if err != nil {
		return nil, err
	}
	return scoreArticles(docs, read), nil
}

// readMarked joins the marks with the texts of the articles they speak of.
func readMarked(data string) ([]goldDocument, error) {
	var docs []goldDocument
	number := map[string]int{}
	for dec := json.NewDecoder(strings.NewReader(markedFile)); dec.More(); {
		var g goldDocument
		if err := dec.Decode(&g); err != nil {
			return nil, fmt.Errorf("evaluate: marked.jsonl, article %d: %w", len(docs)+1, err)
		}
		number[g.ID] = len(docs)
		docs = append(docs, g)
	}
	found := 0
	err := eachArticle(filepath.Join(data, "news", "wikinews-2019-2020.jsonl.gz"), func(a goldArticle) {
		if i, ok := number[a.ID]; ok {
			docs[i].article = a
			found++
		}
	})
	if err != nil {
		return nil, err
	}
	if found != len(docs) {
		return nil, fmt.Errorf("evaluate: marked.jsonl speaks of %d articles, the news folder has %d of them", len(docs), found)
	}
	for i := range docs {
		if err := docs[i].check(); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// check prepares the marks of one article and reports offsets outside it.
func (g *goldDocument) check() (err error) {
	g.dropUnknown()
	for i := range g.Events {
		e := &g.Events[i]
		if e.S, err = g.words(e.At, "event", i); err != nil {
			return err
		}
		e.Trigger = e.S
	}
	for i := range g.Statements {
		s := &g.Statements[i]
		if s.S, err = g.words(s.At, "statement", i); err != nil {
			return err
		}
	}
	return nil
}

// words are those of the article at the offsets of its i-th mark of a kind.
func (g *goldDocument) words(at [2]int, kind string, i int) (string, error) {
	if at[0] < 0 || at[1] <= at[0] || at[1] > len(g.article.Text) {
		return "", fmt.Errorf("evaluate: marked.jsonl, %s: %s %d stands at %v, the text has %d bytes", g.ID, kind, i, at, len(g.article.Text))
	}
	return g.article.Text[at[0]:at[1]], nil
}
