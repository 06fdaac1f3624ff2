package evaluate

import (
	"context"
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"entente"
	"entente/internal/read"
)

//go:embed testdata/seed.txt
var seedStatements string

//go:embed testdata/seed-events.txt
var seedEvents string

// Seed scores statements and events of the article that started the project.
func Seed(data string, reader Reader) (*Report, error) {
	d, err := readSeed(data, reader)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	var n, found, speaker, cue, kind, via, viaRight int
	for _, f := range rows(seedStatements, 5) {
		n++
		g := goldStatement{Speaker: strings.Split(f[0], ";")[0], Cue: f[1], Kind: f[2], S: f[3]}
		at := locate(d.Text, g.S, "")
		k := g.bestOf(d, at)
		if k < 0 {
			r.miss("missed", "seed", sentenceOf(d, at), g.String(), statementLines(d, d.SentenceAt(at.Start)))
			continue
		}
		found++
		st := &d.Statements[k]
		all := true
		for _, name := range strings.Split(f[0], ";") {
			all = all && hasActor(d, goldActor{Name: name}, st.Speaker)
		}
		speaker += seedSlot(r, all, "speaker", d, st, &g)
		cue += seedSlot(r, overlapWords(d.TextOf(st.Cue), g.Cue), "cue", d, st, &g)
		kind += seedSlot(r, string(st.Kind) == g.Kind, "kind", d, st, &g)
		if f[4] != "" {
			via++
			viaRight += seedSlot(r, hasRelay(st, f[4]), "via", d, st, &g)
		}
	}
	r.share("statements found", found, n)
	r.share("speakers of found", speaker, found)
	r.share("cue of found", cue, found)
	r.share("kind of found", kind, found)
	r.share("via of found", viaRight, via)
	r.seedEvents(d)
	return r, nil
}

// rows are the lines of a text with n columns parted by "|", comments left out.
func rows(text string, n int) [][]string {
	var out [][]string
	for _, line := range strings.Split(text, "\n") {
		f := strings.Split(line, "|")
		if len(f) != n || strings.HasPrefix(line, "#") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		out = append(out, f)
	}
	return out
}

func readSeed(data string, reader Reader) (d *entente.Document, err error) {
	path := filepath.Join(filepath.Dir(data), "seed", "article.txt")
	for a, err := range read.Open(context.Background(), path, read.Options{}) {
		if err != nil {
			return nil, fmt.Errorf("evaluate: seed: %w", err)
		}
		d = reader(a)
	}
	if d == nil {
		return nil, fmt.Errorf("evaluate: seed: no article in %s", path)
	}
	return d, nil
}

// seedSlot gives 1 when right and reports a miss when not.
func seedSlot(r *Report, right bool, what string, d *entente.Document, st *entente.Statement, g *goldStatement) int {
	if right {
		return 1
	}
	r.miss(what, "seed", sentenceText(d, st.Sentence), g.String(), statementLine(d, st))
	return 0
}

// seedEvents scores the events that a reader of the article must get.
func (r *Report) seedEvents(d *entente.Document) {
	n, found := 0, 0
	s := articleScore{r: r}
	for _, f := range rows(seedEvents, 7) {
		types := strings.Fields(f[1])
		g := goldEvent{S: f[0], Trigger: f[0], Type: types[0], Alt: types[1:], Source: codesOf(f[2]), Target: codesOf(strings.Trim(f[3], "=")), Symmetric: f[3] == "=", Date: f[5], Place: f[6], Must: true}
		n++
		at, best := locate(d.Text, g.S, ""), -1
		for j := range d.Events {
			if e := &d.Events[j]; g.answeredBy(d, e, at) && (best < 0 || slices.Contains(strings.Fields(f[4]), string(e.Status))) {
				best = j
			}
		}
		if best < 0 {
			r.miss("missed", "seed", sentenceOf(d, at), g.String(), eventLines(d, tells(d, at)))
			continue
		}
		found++
		if g.Status = string(d.Events[best].Status); !slices.Contains(strings.Fields(f[4]), g.Status) {
			g.Status = f[4]
		}
		s.slots(&goldDocument{ID: "seed"}, d, &g, &d.Events[best])
	}
	r.share("events found", found, n)
	r.share("date of found events", s.dateRight, s.dates)
	r.share("place of found events", s.placeRight, s.places)
	r.share("status of found events", s.statusRight, s.statuses)
}

func codesOf(list string) []goldActor {
	var out []goldActor
	for _, c := range strings.Fields(list) {
		out = append(out, goldActor{Name: c, Code: c})
	}
	return out
}
