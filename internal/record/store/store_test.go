package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/codebook"

	"github.com/google/go-cmp/cmp"
)

// ledgers are the ways in which a ledger is kept; each keeps the contract.
var ledgers = map[string]func(*testing.T) Ledger{
	"file": func(t *testing.T) Ledger {
		return must(Open(context.Background(), filepath.Join(t.TempDir(), "a b?.db")))(t)
	},
	"memory": func(t *testing.T) Ledger {
		return must(Open(context.Background(), Memory))(t)
	},
}

func must(s *SQLite, err error) func(*testing.T) Ledger {
	return func(t *testing.T) Ledger {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
}

var ctx = context.Background()

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// article of one sentence.
func article(id, publisher, published, text string) *entente.Article {
	return &entente.Article{ID: id, Publisher: publisher, Title: "Title of " + text, Published: day(published), Text: text, Language: "en"}
}

// event reads "USA > IRN ASSAULT 190 2020-01-03 happened" or "USA = IRN ...".
func event(s string) entente.Event {
	f := strings.Fields(s)
	ev := entente.Event{Type: f[3], CAMEO: f[4], Status: entente.Status(f[6]), Place: -1, Parent: -1, Confidence: 0.8, Trigger: entente.Span{Start: 0, End: 3}, Rule: []string{"test"}}
	list := func(s string) (out []entente.Participant) {
		for _, c := range strings.Split(s, ",") {
			if c != "-" {
				out = append(out, entente.Participant{Actor: -1, Name: c, Country: c, Code: c + "GOV", Sector: "GOV"})
			}
		}
		return out
	}
	ev.Source, ev.Target = list(f[0]), list(f[2])
	if f[1] == "=" {
		ev.Source, ev.Target, ev.Symmetric = append(ev.Source, ev.Target...), nil, true
	}
	if c, ok := codebook.Lookup(f[4]); ok {
		ev.Mode = c.Mode
	}
	if f[5] != "-" {
		ev.Date = entente.Interval{Start: day(f[5]), End: day(f[5]), Precision: entente.ByDay}
	}
	return ev
}

// document understands the article as the given events; a child is written
// with ">>" in front and belongs to the event before it.
func document(a *entente.Article, events ...string) *entente.Document {
	d := &entente.Document{Article: a, Sentences: []entente.Sentence{{Span: entente.Span{End: len(a.Text)}}}}
	for i, s := range events {
		rest, child := strings.CutPrefix(s, ">>")
		ev := event(rest)
		if child {
			ev.Parent = i - 1
		}
		d.Events = append(d.Events, ev)
	}
	return d
}

// record adds an article and what it tells.
func record(t *testing.T, l Ledger, version int, docs ...*entente.Document) {
	t.Helper()
	var list []*entente.Article
	for _, d := range docs {
		list = append(list, d.Article)
	}
	added, err := l.Add(ctx, list)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*entente.Document{}
	for i, d := range docs {
		byID[added[i].ID] = d
	}
	pending, err := l.Pending(ctx, version, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var coded []Coded
	for _, p := range pending {
		if d := byID[p.ID]; d != nil {
			coded = append(coded, Coded{p.Num, d})
		}
	}
	if err := l.Record(ctx, version, coded); err != nil {
		t.Fatal(err)
	}
}

// dump shows the entries that a filter lets through, one a line.
func dump(t *testing.T, l Ledger, f Filter) string {
	t.Helper()
	var b strings.Builder
	for e, err := range l.Entries(ctx, f) {
		if err != nil {
			t.Fatal(err)
		}
		var who []string
		for _, list := range [][]entente.Party{e.Source, e.Target} {
			var keys []string
			for _, p := range list {
				keys = append(keys, p.Key())
			}
			who = append(who, strings.Join(keys, ","))
		}
		var told []string
		for _, s := range e.Sources {
			told = append(told, s.Publisher)
		}
		fmt.Fprintf(&b, "%s %s %s %s %s %.2f %s\n", e.Date.Start.Format(time.DateOnly), e.Type, e.CAMEO, e.Status, strings.Join(who, ">"), e.Confidence, strings.Join(told, "+"))
	}
	return b.String()
}

func TestLedger(t *testing.T) {
	for name, open := range ledgers {
		for _, c := range contract {
			t.Run(name+"/"+c.name, func(t *testing.T) { c.run(t, open(t)) })
		}
	}
}

// contract is what every ledger promises.
var contract = []struct {
	name string
	run  func(*testing.T, Ledger)
}{
	{"add", testAdd},
	{"roundtrip", testRoundtrip},
	{"merge", testMerge},
	{"unknown", testUnknown},
	{"recode", testRecode},
	{"sums", testSums},
	{"filters", testFilters},
	{"pages", testPages},
	{"search", testSearch},
	{"statements", testStatements},
	{"cursor", testCursor},
	{"missing", testMissing},
}

const long = `The foreign ministers of Norland and Sudland met in the border town of Mittelberg on Tuesday for the first time in three years,
officials of both sides said, and agreed to resume talks on the sharing of the river that both countries draw their water from. They said that a commission would
meet next month to prepare the text of an agreement, which the parliaments would have to ratify before the summer.`

func testAdd(t *testing.T, l Ledger) {
	a := article("a", "Wire", "2023-01-01", long)
	a.URL = "https://example.org/a"
	moved := *a
	moved.ID = "other"
	fuller := *a
	fuller.Text += " More."
	reprint := article("r", "Courier", "2023-01-02", "MITTELBERG (Wire) - "+long)
	other := article("a", "Courier", "2023-05-01", "Something else entirely.")
	for _, c := range []struct {
		a    *entente.Article
		want Added
	}{
		{a, Added{"a", New}},
		{a, Added{"a", Known}},
		{&moved, Added{"a", Known}},
		{reprint, Added{"r", Copied}},
		{other, Added{"a~f2de6b3c", New}},
		{other, Added{"a~f2de6b3c", Known}},
		{&fuller, Added{"a", Revised}},
		{&fuller, Added{"a", Known}},
	} {
		got, err := l.Add(ctx, []*entente.Article{c.a})
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(c.want.ID, "a~") && strings.HasPrefix(got[0].ID, "a~") {
			c.want.ID = got[0].ID
		}
		if got[0] != c.want {
			t.Errorf("add %s of %s: %v, want %v", c.a.ID, c.a.Publisher, got[0], c.want)
		}
	}
	if k, err := l.Article(ctx, "r"); err != nil || k.CopyOf != "a" {
		t.Errorf("copy: %v %v", k, err)
	}
	if st, _ := l.Stats(ctx); st.Articles != 3 || st.Copies != 1 || st.Uncoded != 3 {
		t.Errorf("stats %+v", st)
	}
}

func testRoundtrip(t *testing.T, l Ledger) {
	a := article("a", "Wire", "2023-01-01", "They met.")
	a.Outlets = []string{"Wire", "Courier"}
	a.Authors, a.Tags, a.Category = []string{"A. Lind"}, []string{"talks"}, "World"
	a.Links = []entente.Link{{Span: entente.Span{Start: 0, End: 4}, URL: "https://example.org"}}
	a.Headline, a.Aside = entente.Span{Start: 0, End: 4}, []entente.Span{{Start: 5, End: 8}}
	undated := &entente.Article{ID: "u", Text: "No date."}
	if _, err := l.Add(ctx, []*entente.Article{a, undated}); err != nil {
		t.Fatal(err)
	}
	list, err := l.Pending(ctx, 1, 0, 10)
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	for i, want := range []*entente.Article{a, undated} {
		if d := cmp.Diff(want, list[i].Article); d != "" {
			t.Error(d)
		}
	}
}

func testMerge(t *testing.T, l Ledger) {
	record(t, l, 1,
		document(article("1", "Wire", "2020-01-03", "The bridge fell at Mittelberg, one."), "USA > IRN ASSAULT 190 2020-01-03 happened", "USA = FRA CONSULT 041 2020-01-03 happened"),
		document(article("2", "Courier", "2020-01-04", "The bridge fell at Mittelberg, two."), "USA > IRN ASSAULT 195 2020-01-04 happened", "IRN > USA ASSAULT 190 2020-01-03 happened"),
		document(article("3", "Desk", "2020-01-05", "The bridge fell at Mittelberg, three."), "USA > IRN ASSAULT 190 2020-01-03 denied", "USA > IRN ASSAULT 190 2020-01-20 happened"),
	)
	want := `2020-01-20 ASSAULT 190 happened USA>IRN 0.80 Desk
2020-01-03 ASSAULT 190 happened IRN>USA 0.80 Courier
2020-01-03 CONSULT 041 happened USA,FRA> 0.80 Wire
2020-01-04 ASSAULT 195 happened USA>IRN 0.58 Wire+Courier+Desk
`
	got := dump(t, l, Filter{})
	sortLines := func(s string) map[string]bool {
		m := map[string]bool{}
		for line := range strings.Lines(s) {
			m[line] = true
		}
		return m
	}
	if d := cmp.Diff(sortLines(want), sortLines(got)); d != "" {
		t.Error(d)
	}
}

// testUnknown passes over what names no known actor, unless it holds an event
// that does; what stays inside its parent never stands alone.
func testUnknown(t *testing.T, l Ledger) {
	d := document(article("1", "Wire", "2020-01-03", "One."), "X > Y REQUEST 020 2020-01-03 happened", ">>USA > IRN AID 070 2020-01-03 requested", "X > Y ASSAULT 190 2020-01-03 happened", "USA > - RETREAT 083 2020-01-03 happened", "USA > USA ACCUSE 110 2020-01-03 happened")
	for i := range d.Events {
		for _, list := range [][]entente.Participant{d.Events[i].Source, d.Events[i].Target} {
			for j := range list {
				if len(list[j].Name) == 1 {
					list[j].Country, list[j].Code = "", ""
				}
			}
		}
	}
	record(t, l, 1, d)
	if n, _ := l.Count(ctx, Filter{}); n != 4 {
		t.Errorf("%d entries, want 4:\n%s", n, dump(t, l, Filter{}))
	}
	if got := dump(t, l, Filter{Between: true}); strings.Count(got, "\n") != 1 || !strings.Contains(got, "AID 070 requested USA>IRN") {
		t.Errorf("between two: %s", got)
	}
	if got := dump(t, l, Filter{Between: true, Top: true}); got != "" {
		t.Errorf("a demand's content stands alone: %s", got)
	}
	if st, _ := l.Stats(ctx); st.Skipped[entente.SkipNoActor] != 1 {
		t.Errorf("%+v", st)
	}
}

func testRecode(t *testing.T, l Ledger) {
	one, two := article("1", "Wire", "2020-01-03", "One."), article("2", "Courier", "2020-01-04", "Two.")
	record(t, l, 1,
		document(one, "USA > IRN ASSAULT 190 2020-01-03 happened", "USA > IRQ AGREE 030 2020-01-03 happened", ">>USA > IRQ AID 070 2020-01-03 planned"),
		document(two, "USA > IRN ASSAULT 190 2020-01-03 happened"))
	if n, _ := l.CountPending(ctx, 1); n != 0 {
		t.Errorf("%d pending", n)
	}
	if n, _ := l.CountPending(ctx, 2); n != 2 {
		t.Errorf("%d pending for version 2", n)
	}
	record(t, l, 2, document(one, "USA > IRN ACCUSE 112 2020-01-03 happened"))
	want := `2020-01-03 ACCUSE 112 happened USA>IRN 0.80 Wire
2020-01-03 ASSAULT 190 happened USA>IRN 0.80 Courier
`
	if d := cmp.Diff(want, dump(t, l, Filter{})); d != "" {
		t.Error(d)
	}
	days, _ := l.Days(ctx, "USA", "IRQ", time.Time{}, time.Time{})
	if len(days) != 0 {
		t.Errorf("sums left behind: %v", days)
	}
	if c, _ := l.Coverage(ctx, time.Time{}, time.Time{}); len(c) != 2 || c[0].Articles != 1 {
		t.Errorf("coverage %v", c)
	}
}

func testSums(t *testing.T, l Ledger) {
	record(t, l, 1,
		document(article("1", "Wire", "2020-01-03", "One."), "USA > IRN ASSAULT 190 2020-01-03 happened", "IRN > USA THREATEN 130 2020-01-03 happened", ">>IRN > USA ASSAULT 190 - threatened"),
		document(article("2", "Wire", "2020-02-04", "Two."), "IRN = USA CONSULT 040 2020-02-04 happened", "USA = FRA,DEU CONSULT 040 2020-02-04 happened", "USA > IRN AID 070 2020-02-20 planned"))
	undated := &entente.Article{ID: "u", Text: "Undated."}
	record(t, l, 1, document(undated, "IRN > USA ASSAULT 190 - happened"))
	days, err := l.Days(ctx, "USA", "IRN", time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Day{
		{day("2020-01-03"), 1, Forth, 1, Sums{0, 4.4}, Sums{0, 3.5}, Sums{0, 1}},
		{day("2020-01-03"), 1, Back, 1, Sums{0, 9}, Sums{0, 9}, Sums{0, 1}},
		{day("2020-02-04"), 1, Both, 1, Sums{1, 0}, Sums{2.5, 0}, Sums{1, 0}},
	}
	for i := range want {
		want[i].Goldstein = signs(codebook.Goldstein([]string{"130", "190", "040"}[i]))
		want[i].Plover = signs(codebook.Score([]string{"THREATEN", "ASSAULT", "CONSULT"}[i], ""))
	}
	if d := cmp.Diff(want, days); d != "" {
		t.Error(d)
	}
	list, err := l.Dyads(ctx, time.Time{}, 10)
	if err != nil || len(list) != 4 || list[0].A != "IRN" || list[0].B != "USA" || list[0].Entries != 3 {
		t.Errorf("dyads %v %v", list, err)
	}
}

func signs(f float64) Sums {
	if f < 0 {
		return Sums{0, -f}
	}
	return Sums{f, 0}
}
