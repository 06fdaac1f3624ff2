package event_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
	"entente/internal/understand/event"
)

var update = flag.Bool("update", false, "write the examples that fail to testdata/known.txt")

// TestExamples codes the example of every reading and operator through the
// stages of the program. Those that fail are listed in testdata/known.txt; a
// new failure is an error.
func TestExamples(t *testing.T) {
	p := understand.New()
	if !understands(p) {
		t.Skip("the program has no stage for actors yet")
	}
	known := readKnown(t)
	var failed []string
	total, better := 0, 0
	for _, ex := range event.Examples() {
		if ex.Expect == "-" || ex.Expect == "" {
			continue
		}
		total++
		d := p.Understand(&entente.Article{Text: ex.Text, Language: "en", Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
		why := event.Check(d, ex)
		if why == "" {
			if known[ex.Text] {
				better++
			}
			continue
		}
		failed = append(failed, ex.ID+"\t"+ex.Text+"\t"+why)
		if !known[ex.Text] && !*update {
			t.Errorf("%s: %s\n  want %s\n  got  %s", ex.Where, ex.Text, ex.Expect, why)
		}
	}
	t.Logf("%d of %d examples fail; %d of the known ones pass now", len(failed), total, better)
	if *update {
		writeKnown(t, failed)
	}
}

func understands(p *understand.Pipeline) bool {
	d := p.Understand(&entente.Article{Text: "France met Germany in Paris.", Language: "en"})
	return len(d.Events) > 0
}

const knownFile = "testdata/known.txt"

// readKnown lists the examples that are known to fail.
func readKnown(t *testing.T) map[string]bool {
	known := map[string]bool{}
	text, err := os.ReadFile(knownFile)
	if err != nil {
		return known
	}
	for _, l := range strings.Split(string(text), "\n") {
		if f := strings.Split(l, "\t"); len(f) == 3 && l[0] != '#' {
			known[f[1]] = true
		}
	}
	return known
}

func writeKnown(t *testing.T, failed []string) {
	if err := os.MkdirAll(filepath.Dir(knownFile), 0o755); err != nil {
		t.Fatal(err)
	}
	sort.Strings(failed)
	head := fmt.Sprintf("# Examples of the lexicon that the coder does not answer yet: %d.\n# reading, example, what it found instead. Written by go test -run Examples -update.\n", len(failed))
	if err := os.WriteFile(knownFile, []byte(head+strings.Join(failed, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
