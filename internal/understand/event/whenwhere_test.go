package event_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
)

// TestWhenWhere reads the cases of testdata/whenwhere.txt.
func TestWhenWhere(t *testing.T) {
	text, err := os.ReadFile("testdata/whenwhere.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := understand.New()
	for _, block := range strings.Split("\n"+string(text), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, day, _ := strings.Cut(head, " | ")
		published, err := time.Parse(time.DateOnly, strings.TrimSpace(day))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		body, wants, _ := strings.Cut(rest, "\n> ")
		d := p.Understand(&entente.Article{ID: "t", Language: "en", Text: body, Published: published})
		for _, want := range strings.Split(wants, "\n> ") {
			f := strings.Split(strings.TrimSpace(want), " | ")
			if len(f) != 3 {
				t.Fatalf("%s: want \"> trigger | date | place\", got %q", name, want)
			}
			if got := placed(d, f[0]); !fits(got[0], f[1]) || !fits(got[1], f[2]) {
				t.Errorf("%s: %s: want %s in %s, got %s in %s", name, f[0], f[1], f[2], got[0], got[1])
			}
		}
	}
}

func fits(got, want string) bool { return want == "*" || got == want }

// placed is the date and place of the first event with a trigger.
func placed(d *entente.Document, trigger string) [2]string {
	for i := range d.Events {
		e := &d.Events[i]
		if d.TextOf(e.Trigger) != trigger {
			continue
		}
		out := [2]string{"-", "-"}
		if e.Date.Known() {
			out[0] = e.Date.Start.Format(time.DateOnly)
			if end := e.Date.End.Format(time.DateOnly); end != out[0] {
				out[0] += "/" + end
			}
		}
		if e.Place >= 0 {
			out[1] = d.Places[e.Place].Name
		}
		return out
	}
	return [2]string{"no event", ""}
}
