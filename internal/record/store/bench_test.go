package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"entente"
)

// BenchmarkRecord adds and records articles of two events each, every second
// of which another publisher has told before.
func BenchmarkRecord(b *testing.B) {
	l, err := Open(ctx, filepath.Join(b.TempDir(), "l.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	n := 0
	for b.Loop() {
		var list []*entente.Article
		for range 64 {
			when := day("2000-01-01").AddDate(0, 0, n/2).Format(time.DateOnly)
			list = append(list, article(fmt.Sprint("a", n), fmt.Sprint("P", n%2), when, fmt.Sprint(long, n)))
			n++
		}
		if _, err := l.Add(ctx, list); err != nil {
			b.Fatal(err)
		}
		pending, err := l.Pending(ctx, 1, 0, 64)
		if err != nil {
			b.Fatal(err)
		}
		var coded []Coded
		for _, p := range pending {
			when := p.Published.Format(time.DateOnly)
			coded = append(coded, Coded{p.Num, document(p.Article, "USA > IRN ASSAULT 190 "+when+" happened", "JPN = KOR CONSULT 040 "+when+" happened")})
		}
		if err := l.Record(ctx, 1, coded); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}
