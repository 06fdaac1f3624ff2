package when

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente"
)

// published is the day on which the examples of data/en/time are read, a Thursday.
var exampleDay = time.Date(2023, 2, 2, 0, 0, 0, 0, time.UTC)

func times(text string, day time.Time) []string {
	return listed(run(text, day))
}

func listed(d *entente.Document) []string {
	var got []string
	for _, t := range d.Times {
		s := fmt.Sprintf("%s = %s %s", t.Of(d.Text), t.Value, t.Mod)
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

// FuzzRun holds what every text must keep: spans inside the text and in
// order, values well formed, the same answer twice.
func FuzzRun(f *testing.F) {
	for _, r := range compiled().rules {
		f.Add(r.example, int64(r.order)*1e7)
	}
	f.Add("Posted on February 2, 2023\n\nthe end of the end of the 19th-20th of '80s 99:99 31/31/2023", int64(0))
	f.Fuzz(func(t *testing.T, text string, stamp int64) {
		var day time.Time
		if stamp != 0 {
			day = time.Unix(stamp%4e10, 0).UTC()
		}
		once, again := run(text, day), run(text, day)
		if fmt.Sprint(once.Times) != fmt.Sprint(again.Times) {
			t.Fatal("two runs differ")
		}
		end := 0
		for _, x := range once.Times {
			if x.Start < end || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("span %v after %d in a text of %d bytes", x.Span, end, len(text))
			}
			end = x.End
			if !wellFormed.MatchString(x.Value) {
				t.Fatalf("%q: value %q", x.Of(text), x.Value)
			}
			if v := x.When; !v.Start.IsZero() && !v.End.IsZero() && v.End.Before(v.Start) {
				t.Fatalf("%q: ends before it starts: %v", x.Of(text), v)
			}
		}
	})
}

var wellFormed = regexp.MustCompile(`^(PAST_REF|PRESENT_REF|FUTURE_REF|PT?([0-9]+(\.[0-9]+)?|X)(S|M|H|D|WE|W|Q|Y|DE|CE|ML|SEASON)([0-9]+[A-Z])?|(BC)?[0-9X]{1,4}(-(SP|SU|FA|WI|Q[0-9X]|H[0-9X]|W[0-9X]{2}(-[0-9]|-WE)?|[0-9X]{2}(-[0-9X]{2})?))?(T([0-9]{2}:[0-9]{2}|[A-Z]{2}))?Z?(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)$`)

func run(text string, day time.Time) *entente.Document {
	d := &entente.Document{Article: &entente.Article{Text: text, Published: day}}
	Run(d)
	return d
}

func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	for text.Len() < 100_000 {
		text.WriteString("Ministers of the five states met in the capital on Tuesday, January 31st, and said that they would meet again next month to discuss the pact of 1994. ")
		text.WriteString("The draft had been rejected by the upper house of parliament after a long debate over the rights of fishing fleets in disputed waters near the border. ")
	}
	compiled()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		run(text.String(), exampleDay)
	}
}
