package record

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/record/store"

	"github.com/google/go-cmp/cmp"
)

// articles yields n articles of one sentence; some are the same event told by
// another publisher.
func articles(n int) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		for i := range n {
			if i == 7 && !yield(nil, &entente.Problem{Name: "in", Line: 7, Reason: entente.SkipBroken}) {
				return
			}
			a := &entente.Article{ID: fmt.Sprint("a", i), Publisher: fmt.Sprint("P", i%3), Title: fmt.Sprint("Raid ", i), Text: fmt.Sprintf("Raid number %d.", i), Published: time.Date(2020, 1, 1+i/4, 0, 0, 0, 0, time.UTC)}
			if !yield(a, nil) {
				return
			}
		}
	}
}

func understand(list []*entente.Article) (docs []*entente.Document) {
	for _, a := range list {
		docs = append(docs, raid(a))
	}
	return docs
}

// raid tells one raid an article, on the day of its publishing.
func raid(a *entente.Article) *entente.Document {
	if strings.HasSuffix(a.ID, "13") {
		panic("thirteen")
	}
	day := entente.Interval{Start: a.Published, End: a.Published, Precision: entente.ByDay}
	return &entente.Document{Article: a, Sentences: []entente.Sentence{{Span: entente.Span{End: len(a.Text)}}}, Events: []entente.Event{{
		Type: "ASSAULT", CAMEO: "190", Status: entente.Happened, Place: -1, Parent: -1, Date: day, Confidence: 0.5,
		Source: []entente.Participant{{Country: "AAA"}}, Target: []entente.Participant{{Country: "BBB"}},
	}}}
}

func quiet(error)      {}
func silent(int)       {}
func nothing(_, _ int) {}
func open(t *testing.T, path string) *store.SQLite {
	t.Helper()
	l, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func dump(t *testing.T, l store.Ledger) string {
	t.Helper()
	var b strings.Builder
	for e, err := range l.Entries(context.Background(), store.Filter{Order: store.Earliest}) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %.3f", e.Date.Start.Format(time.DateOnly), e.Confidence)
		for _, s := range e.Sources {
			fmt.Fprintf(&b, " %s", s.Article)
		}
		b.WriteByte('\n')
	}
	days, err := l.Days(context.Background(), "AAA", "BBB", time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range days {
		fmt.Fprintf(&b, "%+v\n", d)
	}
	st, err := l.Stats(context.Background())
	fmt.Fprintf(&b, "%+v %v\n", st, err)
	return b.String()
}

func TestAddAndCode(t *testing.T) {
	ctx := context.Background()
	var dumps []string
	for _, workers := range []int{1, 8} {
		l := open(t, filepath.Join(t.TempDir(), "l.db"))
		defer l.Close()
		for round := range 2 {
			var problems, faults []error
			added, err := Add(ctx, l, articles(200), func(e error) { problems = append(problems, e) }, silent)
			if err != nil || len(problems) != 1 || added.Total() != 200 || added.Fates[[]store.Fate{store.New, store.Known}[round]] != 200 {
				t.Fatalf("%+v %v %v", added, err, problems)
			}
			last := 0
			coded, err := Code(ctx, l, Coder{1, understand, workers, func(e error) { faults = append(faults, e) }}, func(n, total int) { last = n })
			if want := 200 * (1 - round); err != nil || coded.Articles != want || last != want || len(faults) != 2*(1-round) {
				t.Fatalf("round %d: %+v %d %v %v", round, coded, last, err, faults)
			}
			dumps = append(dumps, dump(t, l))
		}
		if err := l.Recode(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := Code(ctx, l, Coder{1, understand, workers, quiet}, nothing); err != nil {
			t.Fatal(err)
		}
		dumps = append(dumps, dump(t, l))
	}
	for i, d := range dumps[1:] {
		if diff := cmp.Diff(dumps[0], d); diff != "" {
			t.Errorf("run %d differs: %s", i+1, diff)
		}
	}
}

func TestStop(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "l.db"))
	defer l.Close()
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	seq := func(yield func(*entente.Article, error) bool) {
		for a, err := range articles(500) {
			if n++; n == 100 {
				cancel()
			}
			if !yield(a, err) {
				return
			}
		}
	}
	added, err := Add(ctx, l, seq, quiet, silent)
	if !errors.Is(err, context.Canceled) || added.Total() != 99 {
		t.Fatalf("%+v %v", added, err)
	}
	ctx, cancel = context.WithCancel(context.Background())
	coded, err := Code(ctx, l, Coder{1, understand, 2, quiet}, func(n, _ int) { cancel() })
	if !errors.Is(err, context.Canceled) || coded.Articles < batch {
		t.Fatalf("%+v %v", coded, err)
	}
	st, _ := l.Stats(context.Background())
	if st.Articles != 99 || st.Uncoded != 99-coded.Articles {
		t.Errorf("%+v", st)
	}
}

// TestHelper is the process that TestKill kills.
func TestHelper(t *testing.T) {
	path := os.Getenv("ENTENTE_TEST_LEDGER")
	if path == "" {
		t.Skip("run by TestKill")
	}
	l := open(t, path)
	ingest(t, l)
}

func ingest(t *testing.T, l store.Ledger) {
	slowly := func(list []*entente.Article) []*entente.Document {
		time.Sleep(200 * time.Microsecond * time.Duration(len(list)))
		return understand(list)
	}
	if _, err := Add(context.Background(), l, articles(400), quiet, silent); err != nil {
		t.Fatal(err)
	}
	if _, err := Code(context.Background(), l, Coder{1, slowly, 2, quiet}, nothing); err != nil {
		t.Fatal(err)
	}
}

// TestKill kills a run again and again; what is left over must then become
// the ledger of a run that nobody disturbed.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	path := filepath.Join(t.TempDir(), "killed.db")
	killed := 0
	for _, after := range []time.Duration{20, 40, 60, 90, 130} {
		c := exec.Command(os.Args[0], "-test.run=^TestHelper$")
		c.Env = append(os.Environ(), "ENTENTE_TEST_LEDGER="+path)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after * time.Millisecond)
		if c.Process.Kill() == nil {
			killed++
		}
		c.Wait()
	}
	l := open(t, path)
	defer l.Close()
	before, _ := l.Stats(context.Background())
	ingest(t, l)
	whole := open(t, store.Memory)
	defer whole.Close()
	ingest(t, whole)
	if d := cmp.Diff(dump(t, whole), dump(t, l)); d != "" {
		t.Errorf("after %d kills (%d articles, %d uncoded when it went on): %s", killed, before.Articles, before.Uncoded, d)
	}
	t.Logf("%d kills, %d articles of which %d uncoded when it went on", killed, before.Articles, before.Uncoded)
}
