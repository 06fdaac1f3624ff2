package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"entente"
)

// goldActor names an actor: code is ISO3 for a state or one of its people,
// or the short name of an organisation or group.
type goldActor struct{ Name, Code, Sector string }

// goldEvent is one event marked by hand; S is a quote that holds the trigger,
// At its byte offsets where the marks give them.
type goldEvent struct {
	S, Trigger, Type string
	At               [2]int
	Alt              []string
	CAMEO            string
	Source, Target   []goldActor
	Symmetric        bool
	Date, Place      string
	Status, Via      string
	Must             bool
}

// goldStatement is one statement marked by hand; S holds the first words of
// its content, At their byte offsets where the marks give them.
type goldStatement struct {
	Speaker     string
	At          [2]int
	SpeakerCode string `json:"speaker_code"`
	S, Kind     string
	Cue, Via    string
	Must        bool
}

type goldDocument struct {
	ID         string
	Events     []goldEvent
	Statements []goldStatement
	Dates      []struct{ S, Value string }
	Places     []struct{ S, ISO3 string }
	article    goldArticle
}

func readArticles(data string) ([]goldDocument, error) {
	dir := filepath.Join(data, "articles-annotated")
	var articles []goldArticle
	if err := eachArticle(filepath.Join(dir, "articles.jsonl"), func(g goldArticle) { articles = append(articles, g) }); err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, "annotations.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("evaluate: annotations: %w", err)
	}
	defer f.Close()
	var docs []goldDocument
	for dec := json.NewDecoder(f); dec.More(); {
		var g goldDocument
		if err := dec.Decode(&g); err != nil {
			return nil, fmt.Errorf("evaluate: annotations of article %d: %w", len(docs)+1, err)
		}
		if len(docs) >= len(articles) || articles[len(docs)].ID != g.ID {
			return nil, fmt.Errorf("evaluate: annotations %s do not stand where their article does", g.ID)
		}
		g.article = articles[len(docs)]
		g.dropUnknown()
		docs = append(docs, g)
	}
	return docs, nil
}

// dropUnknown leaves on the sides of events only those that somebody can name.
func (g *goldDocument) dropUnknown() {
	for i := range g.Events {
		e := &g.Events[i]
		e.Source, e.Target = known(e.Source), known(e.Target)
	}
}

// known drops the actors that the gold calls unknown: nobody can name them.
func known(list []goldActor) []goldActor {
	kept := list[:0]
	for _, a := range list {
		if a.Code != "" || a.Name != "unknown" {
			kept = append(kept, a)
		}
	}
	return kept
}

// eventAt is where the marked event stands in its article.
func (g *goldDocument) eventAt(e *goldEvent) entente.Span {
	if e.At[1] > 0 {
		return entente.Span{Start: e.At[0], End: e.At[1]}
	}
	return locate(g.article.Text, e.S, "")
}

// statementAt is where the first words of the marked statement stand.
func (g *goldDocument) statementAt(s *goldStatement) entente.Span {
	if s.At[1] > 0 {
		return entente.Span{Start: s.At[0], End: s.At[1]}
	}
	return locate(g.article.Text, s.S, s.Cue)
}

// locate finds a quote in the text: the occurrence nearest to the words near,
// the first one when near is not there. Any run of white space is one space.
// An empty span means not found.
func locate(text, quote, near string) entente.Span {
	plain, at := collapse(text)
	quote, _ = collapse(quote)
	near, _ = collapse(near)
	best, dist := entente.Span{}, len(plain)+1
	for from := 0; quote != ""; {
		i := strings.Index(plain[from:], quote)
		if i < 0 {
			break
		}
		i += from
		if d := distance(plain, i, len(quote), near); d < dist {
			best, dist = entente.Span{Start: at[i], End: at[i+len(quote)]}, d
		}
		from = i + 1
	}
	return best
}

// collapse makes every run of white space one space and gives for each byte
// of the result, and its end, the offset in s.
func collapse(s string) (string, []int) {
	var b strings.Builder
	var at []int
	space := false
	for i, r := range s {
		if unicode.IsSpace(r) {
			if !space {
				at = append(at, i)
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		for k := range len(string(r)) {
			at = append(at, i+k)
		}
		b.WriteRune(r)
	}
	return b.String(), append(at, len(s))
}

// distance is how many bytes lie between the quote at and the closest near.
func distance(text string, at, n int, near string) int {
	if near == "" {
		return at
	}
	d := len(text)
	if i := strings.LastIndex(text[:at], near); i >= 0 {
		d = at - i - len(near)
	}
	if i := strings.Index(text[min(at+n, len(text)):], near); i >= 0 {
		d = min(d, i)
	}
	return d
}

// interval reads a gold date: "2020", "2020-08", "2020-W01", a day, a day
// with an hour, or two of them parted by a slash.
func interval(s string) (v entente.Interval, ok bool) {
	from, to, two := strings.Cut(s, "/")
	v, ok = oneDate(from)
	if !two || !ok {
		return v, ok
	}
	w, ok := oneDate(to)
	return entente.Interval{Start: v.Start, End: w.End, Precision: w.Precision}, ok
}

func oneDate(s string) (entente.Interval, bool) {
	day, _, _ := strings.Cut(s, "T")
	var y, w int
	if n, _ := fmt.Sscanf(day, "%d-W%d", &y, &w); n == 2 {
		monday := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
		monday = monday.AddDate(0, 0, (w-1)*7-(int(monday.Weekday())+6)%7)
		return entente.Interval{Start: monday, End: monday.AddDate(0, 0, 6), Precision: entente.ByWeek}, true
	}
	if t, err := time.Parse("2006-01-02", day); err == nil {
		return entente.Interval{Start: t, End: t, Precision: entente.ByDay}, true
	}
	if t, err := time.Parse("2006-01", day); err == nil {
		return entente.Interval{Start: t, End: t.AddDate(0, 1, -1), Precision: entente.ByMonth}, true
	}
	if t, err := time.Parse("2006", day); err == nil {
		return entente.Interval{Start: t, End: t.AddDate(1, 0, -1), Precision: entente.ByYear}, true
	}
	return entente.Interval{}, false
}

// sameDate reports whether ours answers gold: it lies inside gold, or holds
// it and is at most twice as long.
func sameDate(ours, gold entente.Interval) bool {
	if !ours.Known() || ours.Start.IsZero() {
		return false
	}
	os, oe := dayOf(ours.Start), dayOf(ours.End)
	if ours.End.IsZero() {
		oe = os
	}
	gs, ge := dayOf(gold.Start), dayOf(gold.End)
	if os >= gs && oe <= ge {
		return true
	}
	return os <= gs && oe >= ge && oe-os+1 <= 2*(ge-gs+1)
}

func dayOf(t time.Time) int { return int(t.Unix() / 86400) }
