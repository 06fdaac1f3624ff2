package evaluate

import (
	"context"
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"

	"entente"
	"entente/internal/read"
)

//go:embed testdata/seed.txt
var seedStatements string

// Seed scores the statements of the article that started the project.
func Seed(data string, reader Reader) (*Report, error) {
	d, err := readSeed(data, reader)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	var n, found, speaker, cue, kind, via, viaRight int
	for _, line := range strings.Split(seedStatements, "\n") {
		f := strings.Split(line, "|")
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
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
	return r, nil
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
