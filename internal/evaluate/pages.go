package evaluate

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
	"unicode"

	"entente"
	"entente/internal/read"
)

// Pages scores the reading of real news pages: the body as runs of four
// words shared with the gold, the day of publishing, the title and the
// authors. The pipeline is not used.
func Pages(data string, _ Reader) (*Report, error) {
	pages, err := readPages(data)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	var body, authors counts
	var f1 float64
	dates, dated, titles, titled := 0, 0, 0, 0
	for _, p := range pages {
		a, err := p.article()
		if err != nil {
			r.miss("missed", p.name, "", "", err.Error())
			a = &entente.Article{}
		}
		c := overlap(prose(a), p.body)
		body = counts{body.tp + c.tp, body.fp + c.fp, body.fn + c.fn}
		f1 += c.f1()
		if c.f1() < 0.9 {
			r.miss("wrong", p.name, fmt.Sprintf("body P %.2f R %.2f", c.precision(), c.recall()), clip(p.body), clip(prose(a)))
		}
		if !p.published.IsZero() {
			dated++
			if sameDate24(a.Published, p.published) {
				dates++
			} else {
				r.miss("wrong", p.name, "date", p.published.Format(time.RFC3339), a.Published.Format(time.RFC3339))
			}
		}
		if p.title != "" {
			titled++
			if strings.Join(runs(a.Title, 1), " ") == strings.Join(runs(p.title, 1), " ") {
				titles++
			} else {
				r.miss("wrong", p.name, "title", p.title, a.Title)
			}
		}
		if len(p.authors) > 0 {
			c := overlapOf(a.Authors, p.authors)
			authors = counts{authors.tp + c.tp, authors.fp + c.fp, authors.fn + c.fn}
			if c.fp+c.fn > 0 {
				r.miss("wrong", p.name, "authors", strings.Join(p.authors, "; "), strings.Join(a.Authors, "; "))
			}
		}
	}
	r.prf("body", body)
	r.score("body mean F1", f1/float64(max(len(pages), 1)), len(pages))
	r.share("date right", dates, dated)
	r.share("title right", titles, titled)
	r.prf("authors", authors)
	return r, nil
}

// sameDate24 allows for a day's end in another time zone.
func sameDate24(a, b time.Time) bool {
	return !a.IsZero() && (a.Sub(b).Abs() < 12*time.Hour || a.UTC().Format(time.DateOnly) == b.UTC().Format(time.DateOnly) || a.Format(time.DateOnly) == b.Format(time.DateOnly))
}

func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return string([]rune(s)[:min(len([]rune(s)), 300)])
}

// prose is the text of an article without its asides.
func prose(a *entente.Article) string {
	var b strings.Builder
	pos := 0
	for _, s := range a.Aside {
		b.WriteString(a.Text[pos:max(s.Start, pos)])
		pos = max(pos, s.End)
	}
	b.WriteString(a.Text[pos:])
	return b.String()
}

// runs are the runs of n words of a text.
func runs(s string, n int) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < n {
		return words
	}
	var out []string
	for i := range len(words) - n + 1 {
		out = append(out, strings.Join(words[i:i+n], " "))
	}
	return out
}

func overlap(ours, gold string) counts { return overlapOf(runs(ours, 4), runs(gold, 4)) }

func overlapOf(ours, gold []string) (c counts) {
	left := map[string]int{}
	for _, g := range gold {
		left[strings.ToLower(g)]++
	}
	for _, o := range ours {
		if left[strings.ToLower(o)] > 0 {
			left[strings.ToLower(o)]--
			c.tp++
		} else {
			c.fp++
		}
	}
	c.fn = len(gold) - c.tp
	return c
}

// pageGold is a page with what people read out of it.
type pageGold struct {
	name, file  string
	body, title string
	published   time.Time
	authors     []string
}

func (p pageGold) article() (*entente.Article, error) {
	f, err := os.Open(p.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for a, err := range read.Read(z, p.name, read.Options{Format: read.HTML}) {
		return a, err
	}
	return nil, io.ErrUnexpectedEOF
}

func readPages(data string) ([]pageGold, error) {
	dir := filepath.Join(data, "pages", "article-extraction-benchmark")
	var bodies map[string]struct{ ArticleBody, URL string }
	if err := readJSON(filepath.Join(dir, "ground-truth.json"), &bodies); err != nil {
		return nil, err
	}
	var out []pageGold
	for _, id := range sortedKeys(bodies) {
		out = append(out, pageGold{name: bodies[id].URL, file: filepath.Join(dir, id+".html.gz"), body: bodies[id].ArticleBody})
	}
	files, err := filepath.Glob(filepath.Join(data, "pages", "fundus", "*", "*.html.gz"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		p, err := fundusGold(file)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// fundusPage is one version of an outlet's gold.
type fundusPage struct {
	Authors []string
	Title   string
	Date    string `json:"publishing_date"`
	Meta    string `json:"-"`
	Body    struct {
		Summary  []string
		Sections []struct{ Headline, Paragraphs []string }
	}
}

// fundusGold finds the version of the outlet's gold that was made from the
// page: the versions and the pages follow each other in the same order.
func fundusGold(file string) (p pageGold, err error) {
	base := filepath.Base(file)
	outlet, _, _ := strings.Cut(base, "_")
	var versions map[string]fundusPage
	if err := readJSON(filepath.Join(filepath.Dir(file), outlet+".json"), &versions); err != nil {
		return p, err
	}
	siblings, _ := filepath.Glob(filepath.Join(filepath.Dir(file), outlet+"_*.html.gz"))
	sort.Strings(siblings)
	keys := sortedKeys(versions)
	sort.Slice(keys, func(i, j int) bool { return versions[keys[i]].Date < versions[keys[j]].Date })
	at := sort.SearchStrings(siblings, file)
	v := versions[keys[min(at, len(keys)-1)]]
	p = pageGold{name: base, file: file, title: v.Title, authors: v.Authors}
	lines := append([]string{}, v.Body.Summary...)
	for _, s := range v.Body.Sections {
		lines = append(append(lines, s.Headline...), s.Paragraphs...)
	}
	p.body = strings.Join(lines, "\n\n")
	p.published, err = time.Parse("2006-01-02 15:04:05.999999-07:00", v.Date)
	return p, err
}

func readJSON(file string, v any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
