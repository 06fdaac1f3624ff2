package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
)

var update = flag.Bool("update", false, "accept what the exports write")

const text = "SEOUL - Japan urged North Korea on Tuesday to release two fishermen, officials said.\n\nSport in brief."

// span is where words stand in text.
func span(words string) entente.Span {
	i := strings.Index(text, words)
	return entente.Span{Start: i, End: i + len(words)}
}

func day(d int) time.Time { return time.Date(2023, time.January, d, 0, 0, 0, 0, time.UTC) }

func on(d int) entente.Interval {
	return entente.Interval{Start: day(d), End: day(d), Precision: entente.ByDay}
}

// document has one of everything that the contract names.
func document() *entente.Document {
	japan := entente.Participant{Actor: 0, Name: "Japan", Code: "JPN", Country: "JPN", Span: span("Japan")}
	korea := entente.Participant{Actor: 1, Name: "North Korea", Code: "PRK", Country: "PRK", Span: span("North Korea")}
	officials := entente.Participant{Actor: -1, Name: "officials", Role: "official", Span: span("officials")}
	first := span(strings.SplitN(text, "\n", 2)[0])
	return &entente.Document{
		Article: &entente.Article{
			ID: "wire-1", URL: "https://wire.example/1", Publisher: "Wire <& Co>", Title: "Fishermen", Authors: []string{"A. Writer"},
			Language: "en", Published: time.Date(2023, 1, 4, 8, 30, 0, 0, time.UTC), Text: text,
		},
		Sentences: []entente.Sentence{{Span: first}, {Span: span("Sport in brief."), Kind: entente.Aside}},
		Times:     []entente.Time{{Span: span("Tuesday"), Type: entente.DateTime, Value: "2023-01-03", When: on(3), Rule: "weekday"}},
		Places:    []entente.Place{{Span: span("SEOUL"), Name: "Seoul", Country: "KOR", Lat: 37.566, Lon: 126.9784, GeoNames: 1835848, Kind: "city", Locative: true}},
		Actors: []entente.Actor{
			{Name: "Japan", Code: "JPN", Country: "JPN", Kind: entente.StateActor, Mentions: []entente.Mention{{Span: span("Japan"), Rule: "state"}}},
			{Name: "North Korea", Code: "PRK", Country: "PRK", Kind: entente.StateActor, Mentions: []entente.Mention{{Span: span("North Korea"), Rule: "state"}}},
		},
		Events: []entente.Event{
			{
				Type: "REQUEST", Mode: "meet", Contexts: []string{"military"}, CAMEO: "1056", Status: entente.Happened,
				Source: []entente.Participant{japan}, Target: []entente.Participant{korea}, Trigger: span("urged"), Date: on(3), DateFrom: span("Tuesday"),
				Place: 0, Parent: -1, Via: []entente.Relay{{Name: "officials", Kind: entente.ViaAnonymous}, {Name: "Wire <& Co>", Kind: entente.ViaPublisher}},
				Rule: []string{"urge", "release"}, Evidence: []entente.Span{span("Sport in brief.")}, Confidence: 0.8,
			},
			{
				Type: "CONCEDE", CAMEO: "0841", Status: entente.Requested, Source: []entente.Participant{korea}, Trigger: span("release"), Place: -1, Parent: 0,
				Amounts: []entente.Amount{{Span: span("two"), Kind: "people", Value: 2, Unit: "person"}}, Confidence: 0.71,
			},
		},
		Statements: []entente.Statement{
			{Speaker: []entente.Participant{officials}, Cue: span("said"), Content: span("Japan urged North Korea"), Kind: entente.Indirect, Date: on(4), Replies: -1, Rule: "subject"},
			{Cue: span("said"), Content: span("two fishermen"), Kind: entente.Direct, Replies: 0, Rule: "follows"},
		},
		Skipped: []entente.Skip{{Span: span("Sport in brief."), Reason: entente.SkipAside}},
	}
}

func entry() *entente.Entry {
	return &entente.Entry{
		ID: 7, Parent: 6, Type: "REQUEST", Contexts: []string{"military"}, CAMEO: "1056", Status: entente.Denied, Date: entente.Interval{Start: day(1), End: day(31), Precision: entente.ByMonth},
		Place:   entente.EntryPlace{Name: "Seoul", Country: "KOR", Lat: 37.566, Lon: 126.9784, GeoNames: 1835848},
		Source:  []entente.Party{{Name: "Japan", Code: "JPN", Country: "JPN"}},
		Amounts: []entente.Amount{{Kind: "people", Value: 2, Unit: "person"}}, Confidence: 0.91, Denials: 1,
		Sources: []entente.Telling{
			{Article: "wire-1", Publisher: "Wire", Outlets: []string{"Wire", "Desk"}, Published: day(4), URL: "https://wire.example/1", Title: "Fishermen", Sentence: text[:84], Trigger: span("urged"),
				Status: entente.Happened, Via: []entente.Relay{{Name: "Wire", Kind: entente.ViaPublisher}}, Rule: []string{"urge"}, Amounts: []entente.Amount{{Kind: "people", Value: 2, Unit: "person"}}, Confidence: 0.8},
			{Article: "desk-1", Event: 3, Status: entente.Denied, CopyOf: "wire-1"},
		},
	}
}

// TestGolden holds the forms of docs/output.md. A golden file is indented to
// be read; what is written is one line.
func TestGolden(t *testing.T) {
	series := entente.Series{Dyad: [2]string{"JPN", "PRK"}, By: "month", Scale: "goldstein", Points: []entente.Point{{Period: "2023-01", Ties: 0, Tension: 2.5, Entries: 1, Coverage: 3}, {Period: "2023-02"}}}
	empty := &entente.Document{Article: &entente.Article{}}
	for name, write := range map[string]func(io.Writer) error{
		"code":       func(w io.Writer) error { return Article(w, document()) },
		"code.empty": func(w io.Writer) error { return Article(w, empty) },
		"show":       func(w io.Writer) error { return Entry(w, entry()) },
		"show.empty": func(w io.Writer) error { return Entry(w, &entente.Entry{}) },
		"dyad":       func(w io.Writer) error { return Series(w, series, true) },
		"dyad.empty": func(w io.Writer) error { return Series(w, entente.Series{}, false) },
	} {
		var line, read bytes.Buffer
		if err := write(&line); err != nil {
			t.Fatal(err)
		}
		if bytes.Count(line.Bytes(), []byte("\n")) != 1 || !bytes.HasSuffix(line.Bytes(), []byte("}\n")) {
			t.Errorf("%s is not one line: %s", name, line.Bytes())
		}
		if err := json.Indent(&read, line.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name+".json")
		if *update {
			if err := os.WriteFile(golden, read.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(read.Bytes(), want) {
			t.Errorf("%s is not %s; if that is meant, raise the version in docs/output.md unless fields are only added, and run with -update:\n%s", name, golden, read.Bytes())
		}
	}
}
