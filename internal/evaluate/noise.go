package evaluate

import (
	"bufio"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"entente"
)

//go:embed testdata/noise.txt
var noiseIDs string

// goldArticle is an article as the data folder keeps it.
type goldArticle struct {
	ID, URL, Publisher, Title, Published, Text string
}

func (g goldArticle) article() *entente.Article {
	day, _ := time.Parse("2006-01-02", g.Published)
	return &entente.Article{ID: g.ID, URL: g.URL, Publisher: g.Publisher, Title: g.Title,
		Language: "en", Published: day, Text: g.Text}
}

// Noise counts the events that are found in articles which tell of none.
func Noise(data string, read Reader) (*Report, error) {
	want := map[string]string{}
	for _, line := range strings.Split(noiseIDs, "\n") {
		if f := strings.Fields(line); len(f) >= 2 && f[0] != "#" {
			want[f[1]] = f[0]
		}
	}
	r := &Report{}
	articles, events := map[string]int{}, map[string]int{}
	err := eachArticle(filepath.Join(data, "news", "wikinews-2019-2020.jsonl.gz"), func(g goldArticle) {
		topic, ok := want[g.ID]
		if !ok {
			return
		}
		d := read(g.article())
		articles[topic]++
		events[topic] += len(d.Events)
		for i := range d.Events {
			e := &d.Events[i]
			r.miss("extra", g.ID, sentenceText(d, e.Sentence), topic, eventLines(d, func(x *entente.Event) bool { return x == e }))
		}
	})
	if err != nil {
		return nil, err
	}
	n, sum := 0, 0
	for _, t := range sortedKeys(articles) {
		r.score(t+" events an article", ratio(events[t], articles[t]), articles[t])
		n, sum = n+articles[t], sum+events[t]
	}
	r.score("events an article", ratio(sum, n), n)
	return r, nil
}

// eachArticle reads a JSONL file, gzipped when its name ends in .gz.
func eachArticle(path string, visit func(goldArticle)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("evaluate: articles: %w", err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("evaluate: %s: %w", path, err)
		}
		in = bufio.NewReader(z)
	}
	dec := json.NewDecoder(in)
	for dec.More() {
		var g goldArticle
		if err := dec.Decode(&g); err != nil {
			return fmt.Errorf("evaluate: %s: %w", path, err)
		}
		visit(g)
	}
	return nil
}

func sentenceText(d *entente.Document, i int) string {
	if i < 0 || i >= len(d.Sentences) {
		return ""
	}
	return d.TextOf(d.Sentences[i].Span)
}
