package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"entente"
)

// published is the day on which the examples of data/en/time are read, a Thursday.
var exampleDay = time.Date(2023, 2, 2, 0, 0, 0, 0, time.UTC)

func times(text string, day time.Time) []string {
	d := &entente.Document{Article: &entente.Article{Text: text, Published: day}}
	Run(d)
	var got []string
	for _, t := range d.Times {
		s := fmt.Sprintf("%s = %s %s", t.Of(text), t.Value, t.Mod)
		got = append(got, strings.TrimSpace(s))
	}
	return got
}

// TestExamples runs the example of every rule in data/en/time.
func TestExamples(t *testing.T) {
	for _, r := range compiled().rules {
		want := strings.TrimPrefix(r.want, "-")
		if got := strings.Join(times(r.example, exampleDay), "; "); got != want {
			t.Errorf("%s: %q\n got %s\nwant %s", r.id, r.example, got, want)
		}
	}
}
