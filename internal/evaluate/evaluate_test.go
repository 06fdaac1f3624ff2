package evaluate

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand"
)

func needData(t testing.TB) string {
	data, ok := Data()
	if !ok {
		t.Skip("needs ../shared: the public data folder is not beside the project")
	}
	return data
}

// TestGolden runs every task again and fails when a score fell below the
// golden file.
func TestGolden(t *testing.T) {
	data := needData(t)
	if testing.Short() {
		t.Skip("scores the whole of the public data")
	}
	f, err := os.Open("scores.golden")
	if err != nil {
		t.Fatalf("no golden scores: run `make eval`: %v", err)
	}
	defer f.Close()
	golden, err := ReadGolden(f)
	if err != nil {
		t.Fatal(err)
	}
	p := understand.New()
	var now []Section
	for _, task := range Tasks() {
		r, err := task.Run(data, p.Understand)
		if err != nil {
			t.Fatal(err)
		}
		now = append(now, Section{task.Name, r.Scores})
	}
	lines, worse := Changes(golden, now)
	if worse {
		t.Errorf("scores fell; if that is meant, run `make eval` and commit the difference:\n%s", strings.Join(lines, "\n"))
	} else if len(lines) > 0 {
		t.Logf("scores rose; run `make eval` to keep them:\n%s", strings.Join(lines, "\n"))
	}
}

func TestGoldenRoundTrip(t *testing.T) {
	in := []Section{{"a", []Score{{"x F1", 0.5, 10}, {"calibration error", 0.08, 300}}}, {"b", nil}}
	var b bytes.Buffer
	if err := WriteGolden(&b, in); err != nil {
		t.Fatal(err)
	}
	out, err := ReadGolden(&b)
	if err != nil || len(out) != 2 || len(out[0].Scores) != 2 || out[0].Scores[0] != in[0].Scores[0] {
		t.Fatalf("round trip gave %v, %v", out, err)
	}
	out[0].Scores[1].Value = 0.2
	if lines, worse := Changes(in, out); !worse || len(lines) != 1 {
		t.Errorf("a larger calibration error is worse: %v", lines)
	}
}

func TestMarked(t *testing.T) {
	text, s, g := marked("A 5<6 day: <s>Japan</s> met <t>South Korea</t>.")
	if text != "A 5<6 day: Japan met South Korea." || s.Of(text) != "Japan" || g.Of(text) != "South Korea" {
		t.Errorf("%q %q %q", text, s.Of(text), g.Of(text))
	}
}

// fixed is a reader that gives every sentence the same events.
func fixed(events ...entente.Event) Reader {
	return func(a *entente.Article) *entente.Document {
		return &entente.Document{Article: a, Events: events}
	}
}

func TestPloverScores(t *testing.T) {
	row := ploverRow{text: "Japan met South Korea.", source: entente.Span{Start: 0, End: 5}, target: entente.Span{Start: 10, End: 21}, root: "CONSULT", quad: "1"}
	jpn := entente.Participant{Span: row.source}
	kor := entente.Participant{Span: entente.Span{Start: 16, End: 21}}
	meet := entente.Event{Type: "CONSULT", Symmetric: true, Source: []entente.Participant{kor, jpn}, Parent: -1, Confidence: 1}
	accuse := entente.Event{Type: "ACCUSE", Source: meet.Source[1:], Target: meet.Source[:1], Parent: -1, Confidence: .5}
	p := ploverScore{classes: map[string]*counts{}, pairs: map[string]*counts{}}
	p.add(row, fixed(meet, accuse)(&entente.Article{Text: row.text}))
	if p.sentence != (counts{1, 1, 0}) || *p.pairs["CONSULT"] != (counts{1, 0, 0}) || *p.pairs["ACCUSE"] != (counts{0, 1, 0}) {
		t.Errorf("sentence %v, pairs %v", p.sentence, p.pairs)
	}
	if ece, n := p.cal.error(); n != 2 || ece != 0.25 {
		t.Errorf("calibration error %v of %d", ece, n)
	}
}

func TestReadBrat(t *testing.T) {
	text := "“Öl” is dear, said Bo."
	ann := "T1\tSource 19 21\tBo\nT2\tCue 14 18\tsaid\nT3\tContent 0 4;5 12\t“Öl” is dear\nT4\tAttribution 14 18\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
	got, err := readBrat(ann, runeOffsets(text))
	if err != nil || len(got) != 1 || got[0].source[0].Of(text) != "Bo" || got[0].content[0].Of(text) != "“Öl”" {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct {
		ours, gold string
		same       bool
	}{
		{"2019-08-22", "2019-08-22/2019-08-24", true},
		{"2019-08-22", "2019-08", true},
		{"2019-08", "2019-08-22", false},
		{"2019-08-22", "2019-08-23", false},
		{"2020-01-01", "2020-W01", true},
		{"2019-09-14", "2019-09-14T04:00", true},
	} {
		a, ok1 := interval(c.ours)
		b, ok2 := interval(c.gold)
		if !ok1 || !ok2 || sameDate(a, b) != c.same {
			t.Errorf("%s against %s: want %v", c.ours, c.gold, c.same)
		}
	}
}
