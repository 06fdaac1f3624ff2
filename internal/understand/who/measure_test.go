package who_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand"
)

// shared is the folder of public data beside the project.
func shared(t testing.TB) string {
	if dir := os.Getenv("ENTENTE_SHARED"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for up := dir; filepath.Dir(up) != up; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil {
			if s := filepath.Join(up, "..", "shared"); exists(s) {
				return s
			}
		}
	}
	t.Skip("needs ../shared: the public data beside the project")
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestPartiesAreActors measures for what share of the marked sources and
// targets of plover-train an actor is found on the marked words, with a
// country or sector.
func TestPartiesAreActors(t *testing.T) {
	f, err := os.Open(filepath.Join(shared(t), "data/plover-train/PLV_train.tsv"))
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer f.Close()
	p := understand.New()
	all, found, told, coded := 0, 0, 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan()
	for lines.Scan() {
		cols := strings.Split(lines.Text(), "\t")
		if len(cols) < 5 {
			continue
		}
		text := cols[1]
		d := &entente.Document{Article: &entente.Article{Text: text}}
		p.Until(d, entente.LayerActors)
		for _, gold := range marked(cols[2]) {
			all++
			hit, tell, code := overlap(d, gold)
			found += hit
			told += tell
			coded += code
			if tell == 0 && os.Getenv("MISSED") != "" {
				t.Logf("missed %q (hit %d) in %q", gold.Of(text), hit, text)
			}
		}
	}
	share := func(n int) float64 { return float64(n) / float64(all) }
	t.Logf("marked parties %d: an actor %.3f, with country or sector %.3f, with a code %.3f", all, share(found), share(told), share(coded))
	if share(told) < 0.85 {
		t.Errorf("an actor with country or sector stands on %.3f of the marked parties, want 0.85", share(told))
	}
}

// marked reads the spans of <s>, </s>, <t>, </t> as offsets into the text
// without the marks.
func marked(text string) []entente.Span {
	var out []entente.Span
	open, off := 0, 0
	for len(text) > 0 {
		switch {
		case strings.HasPrefix(text, "<s>"), strings.HasPrefix(text, "<t>"):
			open, text = off, text[3:]
		case strings.HasPrefix(text, "</s>"), strings.HasPrefix(text, "</t>"):
			out, text = append(out, entente.Span{Start: open, End: off}), text[4:]
		default:
			off, text = off+1, text[1:]
		}
	}
	return out
}

func overlap(d *entente.Document, gold entente.Span) (hit, tell, code int) {
	for _, a := range d.Actors {
		for _, m := range a.Mentions {
			if !m.Overlaps(gold) {
				continue
			}
			hit = 1
			if a.Country != "" || a.Sector != "" {
				tell = 1
			}
			if a.Code != "" {
				code = 1
			}
		}
	}
	return hit, tell, code
}
