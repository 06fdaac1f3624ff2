package series

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/codebook"
	"entente/internal/record/store"

	"github.com/google/go-cmp/cmp"
)

var ctx = context.Background()

// ledger records random events, and codes half of the articles anew.
func ledger(t *testing.T, seed int64, articles int) store.Ledger {
	t.Helper()
	l, err := store.Open(ctx, store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	r := rand.New(rand.NewSource(seed))
	var list []*entente.Article
	for i := range articles {
		list = append(list, &entente.Article{ID: fmt.Sprint(i), Publisher: fmt.Sprint("P", r.Intn(3)), Text: fmt.Sprintf("Text %d.", i), Published: date(r)})
	}
	if _, err := l.Add(ctx, list); err != nil {
		t.Fatal(err)
	}
	pending, err := l.Pending(ctx, 1, 0, articles)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pending {
		if err := l.Record(ctx, 1, []store.Coded{{Num: p.Num, Document: document(r, p.Article)}}); err != nil {
			t.Fatal(err)
		}
	}
	again, err := l.Pending(ctx, 2, 0, articles)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range again { // a newer coder sees every second article differently
		if r.Intn(2) == 0 {
			if err := l.Record(ctx, 2, []store.Coded{{Num: p.Num, Document: document(r, p.Article)}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return l
}

func date(r *rand.Rand) time.Time {
	return time.Date(2020, 1, 1+r.Intn(120), 0, 0, 0, 0, time.UTC)
}

func document(r *rand.Rand, a *entente.Article) *entente.Document {
	d := &entente.Document{Article: a, Sentences: []entente.Sentence{{Span: entente.Span{End: len(a.Text)}}}}
	for i := range r.Intn(5) {
		codes := []string{"040", "042", "057", "112", "130", "190", "195", "070", "020", "1011"}
		cameo := codes[r.Intn(len(codes))]
		code, _ := codebook.Lookup(cameo)
		ev := entente.Event{Type: code.Type, Mode: code.Mode, CAMEO: cameo, Place: -1, Parent: -1, Confidence: r.Float64(), Symmetric: r.Intn(3) == 0,
			Status: []entente.Status{entente.Happened, entente.Ongoing, entente.Denied, entente.Planned}[r.Intn(4)]}
		if i > 0 && r.Intn(4) == 0 {
			ev.Parent = i - 1
		}
		ev.Source, ev.Target = actors(r), actors(r)
		if ev.Symmetric {
			ev.Target = nil
		}
		start := date(r)
		switch r.Intn(5) {
		case 0:
			ev.Date = entente.Interval{}
		case 1:
			start = time.Date(2020, start.Month(), 1, 0, 0, 0, 0, time.UTC)
			ev.Date = entente.Interval{Start: start, End: start.AddDate(0, 1, -1), Precision: entente.ByMonth}
		case 2:
			ev.Date = entente.Interval{Start: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), End: time.Date(2020, 12, 31, 0, 0, 0, 0, time.UTC), Precision: entente.ByYear}
		default:
			ev.Date = entente.Interval{Start: start, End: start, Precision: entente.ByDay}
		}
		d.Events = append(d.Events, ev)
	}
	return d
}

func actors(r *rand.Rand) (out []entente.Participant) {
	all := []string{"AAA", "BBB", "CCC", "IGO"}
	for range 1 + r.Intn(2) {
		k := all[r.Intn(len(all))]
		p := entente.Participant{Name: k, Code: k + "GOV", Country: k, Sector: "GOV"}
		if k == "IGO" {
			p = entente.Participant{Name: k, Code: "IGOWST"}
		}
		out = append(out, p)
	}
	return out
}

// rebuild measures from the entries alone, as docs/measure.md says.
func rebuild(t *testing.T, l store.Ledger, q Query) map[string]entente.Point {
	t.Helper()
	out := map[string]entente.Point{}
	for e, err := range l.Entries(ctx, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if !e.Status.Real() || e.Parent != 0 || e.Type == codebook.Capability || codebook.Quad(e.Type) == 0 || !between(e, q) {
			continue
		}
		if fine := map[By][]entente.Precision{
			Day:   {entente.ByDay, entente.ByMinute},
			Week:  {entente.ByDay, entente.ByMinute, entente.ByWeek, entente.ByUnknown},
			Month: {entente.ByDay, entente.ByMinute, entente.ByWeek, entente.ByUnknown, entente.ByMonth},
			Year:  {entente.ByDay, entente.ByMinute, entente.ByWeek, entente.ByUnknown, entente.ByMonth, entente.BySeason, entente.ByYear},
		}; !slices.Contains(fine[q.By], e.Date.Precision) {
			continue
		}
		w := map[Scale]float64{Goldstein: codebook.Goldstein(e.CAMEO), Plover: codebook.Score(e.Type, e.Mode), Count: 1}[q.Scale]
		if q.Scale == Count && codebook.Quad(e.Type) > 2 {
			w = -1
		}
		p := out[name(q.By, e.Date.Start)]
		p.Entries++
		p.Ties += max(w, 0)
		p.Tension += max(-w, 0)
		out[name(q.By, e.Date.Start)] = p
	}
	return out
}

func between(e *entente.Entry, q Query) bool {
	has := func(list []entente.Party, key string) bool {
		return slices.ContainsFunc(list, func(p entente.Party) bool { return p.Key() == key })
	}
	if e.Symmetric {
		return has(e.Source, q.A) && has(e.Source, q.B)
	}
	forth := has(e.Source, q.A) && has(e.Target, q.B)
	back := has(e.Source, q.B) && has(e.Target, q.A)
	return forth || back && !q.Directed
}

func TestSeriesIsRebuiltFromEntries(t *testing.T) {
	for seed := range int64(3) {
		l := ledger(t, seed, 120)
		for _, by := range []By{Day, Week, Month, Year} {
			for _, scale := range []Scale{Goldstein, Plover, Count} {
				for _, pair := range [][2]string{{"AAA", "BBB"}, {"IGOWST", "CCC"}, {"CCC", "AAA"}} {
					for _, directed := range []bool{false, true} {
						q := Query{A: pair[0], B: pair[1], By: by, Scale: scale, Directed: directed}
						compare(t, l, q)
					}
				}
			}
		}
	}
}

func compare(t *testing.T, l store.Ledger, q Query) {
	t.Helper()
	s, err := Measure(ctx, l, q)
	if err != nil {
		t.Fatal(err)
	}
	want := rebuild(t, l, q)
	for _, p := range s.Points {
		w := want[p.Period]
		if p.Entries != w.Entries || math.Abs(p.Ties-w.Ties) > 1e-6 || math.Abs(p.Tension-w.Tension) > 1e-6 {
			t.Errorf("%+v: %+v, from entries %+v", q, p, w)
		}
		delete(want, p.Period)
	}
	if len(want) > 0 {
		t.Errorf("%+v: periods missing: %v", q, want)
	}
}

func TestPeriods(t *testing.T) {
	l := ledger(t, 9, 60)
	for _, c := range []struct {
		by           By
		since, until string
		want         string
	}{
		{Month, "2019-11-15", "2020-02-01", "2019-11 2019-12 2020-01 2020-02"},
		{Year, "2019-11-15", "2020-02-01", "2019 2020"},
		{Week, "2019-12-28", "2020-01-08", "2019-W52 2020-W01 2020-W02"},
		{Day, "2020-02-28", "2020-03-01", "2020-02-28 2020-02-29 2020-03-01"},
	} {
		since, _ := time.Parse(time.DateOnly, c.since)
		until, _ := time.Parse(time.DateOnly, c.until)
		s, err := Measure(ctx, l, Query{A: "AAA", B: "BBB", By: c.by, Scale: Count, Since: since, Until: until})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range s.Points {
			got = append(got, p.Period)
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Error(d)
		}
	}
	covered := 0
	s, _ := Measure(ctx, l, Query{A: "AAA", B: "BBB", By: Month, Scale: Count, Since: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2020, 12, 31, 0, 0, 0, 0, time.UTC)})
	for _, p := range s.Points {
		covered += p.Coverage
	}
	if covered != 60 {
		t.Errorf("coverage %d, want all 60 articles", covered)
	}
}

func TestCheck(t *testing.T) {
	for _, q := range []Query{{A: "A", B: "B", By: "decade", Scale: Count}, {A: "A", B: "B", By: Day, Scale: "x"}, {A: "A", B: "A", By: Day, Scale: Count}} {
		if _, err := Measure(ctx, nil, q); err == nil {
			t.Errorf("%+v: no error", q)
		}
	}
}

func BenchmarkMeasure(b *testing.B) {
	l, err := store.Open(ctx, store.Memory)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	r := rand.New(rand.NewSource(1))
	var list []*entente.Article
	for i := range 2000 {
		list = append(list, &entente.Article{ID: fmt.Sprint(i), Publisher: "P", Text: fmt.Sprintf("Text %d.", i), Published: date(r)})
	}
	if _, err := l.Add(ctx, list); err != nil {
		b.Fatal(err)
	}
	pending, err := l.Pending(ctx, 1, 0, len(list))
	if err != nil {
		b.Fatal(err)
	}
	var coded []store.Coded
	for _, p := range pending {
		coded = append(coded, store.Coded{Num: p.Num, Document: document(r, p.Article)})
	}
	if err := l.Record(ctx, 1, coded); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Measure(ctx, l, Query{A: "AAA", B: "BBB", By: Month, Scale: Goldstein}); err != nil {
			b.Fatal(err)
		}
	}
}
