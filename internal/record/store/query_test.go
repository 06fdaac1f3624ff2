package store

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
)

func testFilters(t *testing.T, l Ledger) {
	d := document(article("1", "Wire", "2020-01-03", "One."), "USA > IRN ASSAULT 195 2020-01-03 happened", "JPN > UKR AGREE 030 2020-01-03 happened", ">>JPN > UKR CONSULT 042 2020-03-01 planned", "KOR = JPN CONSULT 040 2020-01-02 happened")
	d.Places = []entente.Place{{Name: "Baghdad", Country: "IRQ"}}
	d.Events[0].Place = 0
	record(t, l, 1, d, document(article("2", "Courier", "2020-01-04", "Two."), "USA > IRN ASSAULT 190 2020-01-03 happened"))
	for _, c := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "CONSULT ASSAULT AGREE CONSULT"},
		{Filter{Order: LatestKept, Limit: 2}, "CONSULT CONSULT"},
		{Filter{Order: Earliest, Offset: 1, Limit: 1}, "ASSAULT"},
		{Filter{Actors: []string{"JPN"}}, "CONSULT AGREE CONSULT"},
		{Filter{Actors: []string{"JPN", "UKRGOV"}}, "CONSULT AGREE"},
		{Filter{Dyad: [2]string{"KOR", "JPN"}}, "CONSULT"},
		{Filter{Source: "USA"}, "ASSAULT"},
		{Filter{Between: true}, "CONSULT ASSAULT AGREE CONSULT"},
		{Filter{Target: "JPN"}, "CONSULT"},
		{Filter{Target: "UKR"}, "CONSULT AGREE"},
		{Filter{Types: []string{"AGREE", "ASSAULT"}}, "ASSAULT AGREE"},
		{Filter{CAMEO: "04"}, "CONSULT CONSULT"},
		{Filter{Country: "IRQ"}, "ASSAULT"},
		{Filter{Place: "bagh"}, "ASSAULT"},
		{Filter{Publisher: "courier"}, "ASSAULT"},
		{Filter{Article: "2"}, "ASSAULT"},
		{Filter{Words: "two"}, "ASSAULT"},
		{Filter{Words: "?!"}, ""},
		{Filter{Top: true}, "ASSAULT AGREE CONSULT"},
		{Filter{MinTellings: 2}, "ASSAULT"},
		{Filter{MinConfidence: 0.9}, "ASSAULT"},
		{Filter{Since: day("2020-01-03"), Until: day("2020-02-01")}, "ASSAULT AGREE"},
		{Announced(day("2020-02-01"), 5), "CONSULT"},
	} {
		var got []string
		for e, err := range l.Entries(ctx, c.f) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, e.Type)
		}
		if c.f.Order == Latest && c.f.Limit == 0 && len(got) > 1 {
			// entries of one day come latest kept first
			if strings.Join(sorted(got), " ") != strings.Join(sorted(strings.Fields(c.want)), " ") {
				t.Errorf("%+v: %v, want %s", c.f, got, c.want)
			}
			continue
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.f, got, c.want)
		}
		if n, err := l.Count(ctx, c.f); err != nil || c.f.Limit == 0 && n != len(got) {
			t.Errorf("%+v: count %d %v", c.f, n, err)
		}
	}
	e, err := l.Entry(ctx, 1)
	if err != nil || len(e.Sources) != 2 || e.Sources[0].Sentence != "One." || e.Sources[1].Article != "2" {
		t.Errorf("%+v %v", e, err)
	}
	for e := range l.Entries(ctx, Filter{Types: []string{"CONSULT"}, Statuses: []entente.Status{entente.Planned}}) {
		if p, err := l.Entry(ctx, e.Parent); err != nil || p.Type != "AGREE" {
			t.Errorf("parent %v %v", p, err)
		}
	}
}

// testPages reads more entries than one batch holds while others are written.
func testPages(t *testing.T, l Ledger) {
	var docs []*entente.Document
	for i := range 2*batch + 10 {
		when := day("2020-01-01").AddDate(0, 0, 3*(i/2)).Format(time.DateOnly)
		docs = append(docs, document(article(fmt.Sprint("n", i), "Wire", when, fmt.Sprint("Text ", i)), []string{"USA > IRN", "JPN > KOR"}[i%2]+" ASSAULT 190 "+when+" happened"))
	}
	record(t, l, 1, docs...)
	for _, order := range []Order{Latest, Earliest, LatestKept} {
		seen := map[int64]bool{}
		for e, err := range l.Entries(ctx, Filter{Order: order}) {
			if err != nil {
				t.Fatal(err)
			}
			if len(seen) == 5 && order == Earliest {
				record(t, l, 1, document(article("early", "Wire", "2019-01-01", "Early"), "USA > IRN ASSAULT 190 2019-01-01 happened"))
			}
			seen[e.ID] = true
		}
		if want := 2*batch + 10; len(seen) != want && len(seen) != want+1 {
			t.Errorf("order %d: %d entries, want %d", order, len(seen), want)
		}
	}
}

func sorted(list []string) []string {
	out := append([]string(nil), list...)
	for i := range out {
		for j := i + 1; j < len(out); j++ {
			if out[j] < out[i] {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

func testSearch(t *testing.T, l Ledger) {
	if _, err := l.Add(ctx, []*entente.Article{article("1", "Wire", "2020-01-03", "The ministers signed an agreement in Reykjavík."), article("2", "Wire", "2020-01-03", "Nothing was signed.")}); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{"reykjavik": "1", "signing agreem": "1", "signed": "1 2", `"x* OR (`: "", "": "", "absent": "", "NOT AND": ""} {
		hits, err := l.Search(ctx, words, 10)
		if err != nil {
			t.Errorf("%q: %v", words, err)
		}
		var ids []string
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		if got := strings.Join(sorted(ids), " "); got != want {
			t.Errorf("search %q: %q, want %q", words, got, want)
		}
	}
	hits, _ := l.Search(ctx, "reykjavik", 1)
	if len(hits) != 1 || !hits[0].Snippet[1].Match || hits[0].Snippet[1].Text != "Reykjavík" {
		t.Errorf("%+v", hits)
	}
}

func testStatements(t *testing.T, l Ledger) {
	d := document(article("1", "Wire", "2020-01-03", "We are ready, Abe said."))
	d.Statements = []entente.Statement{{Speaker: []entente.Participant{{Name: "Shinzo Abe", Country: "JPN", Code: "JPNGOV"}}, Cue: entente.Span{Start: 18, End: 22}, Content: entente.Span{Start: 0, End: 12}, Kind: entente.Direct, Replies: -1}}
	d.Skipped = []entente.Skip{{Reason: entente.SkipAside}, {Reason: entente.SkipAside}}
	record(t, l, 1, d)
	for _, f := range []Saying{{}, {Speaker: "JPN"}, {Article: "1", Limit: 3}} {
		list, err := l.Statements(ctx, f)
		if err != nil || len(list) != 1 || list[0].Words != "We are ready" || !list[0].Date.Start.Equal(day("2020-01-03")) {
			t.Errorf("%+v: %+v %v", f, list, err)
		}
	}
	if list, _ := l.Statements(ctx, Saying{Speaker: "USA"}); len(list) != 0 {
		t.Errorf("%v", list)
	}
	if st, _ := l.Stats(ctx); st.Statements != 1 || st.Skipped[entente.SkipAside] != 2 {
		t.Errorf("%+v", st)
	}
}

func testCursor(t *testing.T, l Ledger) {
	if v, err := l.Cursor(ctx, "agenda"); v != 0 || err != nil {
		t.Error(v, err)
	}
	for _, n := range []int64{7, 9} {
		if err := l.SetCursor(ctx, "agenda", n); err != nil {
			t.Error(err)
		}
		if v, _ := l.Cursor(ctx, "agenda"); v != n {
			t.Error(v)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(plain, []byte(strings.Repeat("no ledger ", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	l := must(Open(ctx, newer))(t).(*SQLite)
	if _, err := l.write.Exec(`UPDATE meta SET value = '99' WHERE name = 'format'`); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE notes (line)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	damaged := filepath.Join(dir, "damaged.db")
	whole := must(Open(ctx, damaged))(t)
	whole.Close()
	if err := os.Truncate(damaged, 9000); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none", "x.db"): "there is no folder",
		plain:                              "file is not a database (26): it is no ledger: name another file",
		other:                              "a database, but not a ledger of Entente: name another file",
		dir:                                "unable to open database file (14): name a file in a folder that you may write to",
		damaged:                            "the file is damaged: take a copy of it",
		newer:                              "format 99 is newer than this program",
	} {
		if l, err := Open(ctx, path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v %v, want %q", path, l, err, want)
		}
	}
	if _, err := OpenExisting(ctx, filepath.Join(dir, "y.db")); err == nil || !strings.Contains(err.Error(), "there is no such file") {
		t.Error(err)
	}
}

func testMissing(t *testing.T, l Ledger) {
	if _, err := l.Article(ctx, "x"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if _, err := l.Entry(ctx, 5); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}
