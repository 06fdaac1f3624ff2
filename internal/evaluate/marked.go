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
func (g *goldDocument) check() error {
	for i := range g.Events {
		e := &g.Events[i]
		e.Source, e.Target = known(e.Source), known(e.Target)
		if e.At[0] < 0 || e.At[1] <= e.At[0] || e.At[1] > len(g.article.Text) {
			return fmt.Errorf("evaluate: marked.jsonl, %s: event %d stands at %v, the text has %d bytes", g.ID, i, e.At, len(g.article.Text))
		}
		e.S = g.article.Text[e.At[0]:e.At[1]]
		e.Trigger = e.S
	}
	for i := range g.Statements {
		s := &g.Statements[i]
		if s.At[0] < 0 || s.At[1] <= s.At[0] || s.At[1] > len(g.article.Text) {
			return fmt.Errorf("evaluate: marked.jsonl, %s: statement %d stands at %v, the text has %d bytes", g.ID, i, s.At, len(g.article.Text))
		}
		s.S = g.article.Text[s.At[0]:s.At[1]]
	}
	return nil
}
