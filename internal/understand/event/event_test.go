package event_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
	"entente/internal/understand/event"
)

// read runs the stages of the program and, until it lists one that gives
// events, this room's stage.
func read(p *understand.Pipeline, text string) *entente.Document {
	a := &entente.Article{ID: "t", Language: "en", Text: text, Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)}
	d := p.Understand(a)
	if len(d.Events) == 0 && len(d.Skipped) == 0 {
		event.Stage().Run(d)
	}
	return d
}

var seeds = []string{
	"Japan pledged to help Ukraine. It sent weapons on Monday.",
	"If Iran attacks Israel, the United States will impose sanctions, officials said.",
	"“We will not meet them,” the minister said. Talks between A and B, and C, were called off.",
	"KABUL: The Taliban killed 12 soldiers, wounding 30, in an attack on a base claimed by X.",
	"to to to of of by by by and and, not not will will must must",
	"A\x00B \xff\xfe ... !!! ??? — – - ' \" ( ) [ ] { }",
	"",
}

func FuzzEvents(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	p := understand.New()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		d := read(p, text)
		check(t, d)
		if e := read(p, text); !reflect.DeepEqual(d.Events, e.Events) {
			t.Fatal("the same text gives other events")
		}
	})
}

// check holds what every document must hold: spans inside the text, indexes
// in range, parents before their children.
func check(t *testing.T, d *entente.Document) {
	t.Helper()
	inside := func(s entente.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) }
	for i := range d.Events {
		e := &d.Events[i]
		if e.Parent >= i || e.Parent < -1 {
			t.Fatalf("event %d has parent %d", i, e.Parent)
		}
		if e.Token < 0 || e.Token >= len(d.Tokens) || e.Sentence < 0 || e.Sentence >= len(d.Sentences) || e.Place >= len(d.Places) {
			t.Fatalf("event %d: an index is out of range", i)
		}
		if !inside(e.Trigger) || e.Trigger.Empty() || !inside(e.DateFrom) {
			t.Fatalf("event %d: a span lies outside", i)
		}
		if e.Confidence < 0 || e.Confidence > 1 || e.Type == "" || e.Status == "" {
			t.Fatalf("event %d: %+v", i, e)
		}
		for _, p := range append(append(append([]entente.Participant{}, e.Source...), e.Target...), e.Recipient...) {
			if !inside(p.Span) || p.Actor >= len(d.Actors) {
				t.Fatalf("event %d: participant %+v", i, p)
			}
		}
		if event.Explain(d, i) == nil {
			t.Fatalf("event %d has no explanation", i)
		}
	}
}

func TestLong(t *testing.T) {
	p := understand.New()
	check(t, read(p, strings.Repeat(seeds[0]+" "+seeds[1]+"\n\n", 200)))
	check(t, read(p, strings.Repeat("and to ", 2000)))
}

func BenchmarkEvents(b *testing.B) {
	p := understand.New()
	text := strings.Repeat(seeds[0]+" "+seeds[1]+" "+seeds[3]+"\n\n", 50)
	d := read(p, text)
	st := event.Stage()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		d.Events, d.Skipped = nil, nil
		st.Run(d)
	}
	b.ReportMetric(float64(len(d.Sentences))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
