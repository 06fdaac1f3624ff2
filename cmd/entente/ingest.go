package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sort"
	"sync"

	"github.com/spf13/cobra"

	"entente"
	"entente/internal/read"
	"entente/internal/record"
	"entente/internal/record/store"
	"entente/internal/understand"
)

type ingestFlags struct {
	db, format, input, published string
	jobs                         int
	recode                       bool
}

func newIngestCommand() *cobra.Command {
	var f ingestFlags
	c := &cobra.Command{
		Use:   "ingest [FILE|FOLDER|URL|-]...",
		Short: "Add articles to a ledger and record what they tell",
		Long: `Ingest reads articles as code does, keeps them in the ledger, codes those that
this version of the coder has not coded, and merges what they tell into entries.
The same article twice changes nothing; a run that was stopped goes on where it
was. Without arguments it codes what is waiting.`,
		Example: `  entente ingest --db news.db news.jsonl.gz pages/
  entente ingest --db news.db https://example.org/article
  entente ingest --db news.db --recode`,
		RunE: func(c *cobra.Command, names []string) error { return runIngest(c, f, names) },
	}
	dbFlag(c, &f.db)
	formatFlag(c, &f.format)
	inputFlags(c, &f.input, &f.published)
	c.Flags().IntVar(&f.jobs, "jobs", 0, "articles worked on at once (default: one a core)")
	c.Flags().BoolVar(&f.recode, "recode", false, "code every article of the ledger anew")
	return c
}

func runIngest(c *cobra.Command, f ingestFlags, names []string) error {
	if err := checkFormat(c, f.format); err != nil {
		return err
	}
	opt, day, err := readOptions(c, f.input, f.published)
	if err != nil {
		return err
	}
	opt.Published = day
	ctx := c.Context()
	ledger, err := store.Open(ctx, f.db)
	if err != nil {
		return err
	}
	defer ledger.Close()
	if f.recode {
		if err := ledger.Recode(ctx); err != nil {
			return fmt.Errorf("recode: %w", err)
		}
	}
	return ingest(c, f, ledger, names, opt)
}

// ingest adds the inputs to an open ledger, codes what is waiting, and sums up.
func ingest(c *cobra.Command, f ingestFlags, ledger store.Ledger, names []string, opt read.Options) error {
	ctx := c.Context()
	bar := newProgress()
	defer bar.done()
	complain := func(err error) { bar.done(); report(c, err) }
	added, err := record.Add(ctx, ledger, openAll(ctx, names, opt), complain, func(n int) { bar.step("reading", n, 0) })
	bar.done()
	if err != nil {
		return err
	}
	coded, err := record.Code(ctx, ledger, coder(f.jobs, complain), func(n, total int) { bar.step("coding", n, total) })
	bar.done()
	if err != nil {
		return err
	}
	stats, err := ledger.Stats(ctx)
	if err != nil {
		return fmt.Errorf("count the ledger: %w", err)
	}
	if err := writeSummary(c.OutOrStdout(), f.format, added, coded, stats); err != nil {
		return fmt.Errorf("write the summary: %w", err)
	}
	failed := 0
	for _, n := range added.Problems {
		failed += n
	}
	if failed > 0 {
		return inputError{failed}
	}
	return nil
}

func coder(jobs int, complain func(error)) record.Coder {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	faults := make(chan error, 1) // the coder's workers share one terminal
	faults <- nil
	pipeline := sync.OnceValue(understand.New) // not loaded when nothing is to be coded
	understood := func(list []*entente.Article) []*entente.Document { return pipeline().UnderstandAll(list) }
	return record.Coder{Version: understand.Version, Understand: understood, Workers: jobs, Report: func(err error) {
		<-faults
		complain(err)
		faults <- nil
	}}
}

// openAll yields the articles of all inputs.
func openAll(ctx context.Context, names []string, opt read.Options) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		for _, name := range names {
			for a, err := range read.Open(ctx, name, opt) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// summary is the outcome of one run and the state of the ledger after it.
type summary struct {
	Read       map[store.Fate]int     `json:"read"`
	Unreadable map[entente.Reason]int `json:"unreadable"`
	Coded      int                    `json:"coded"`
	Skipped    map[entente.Reason]int `json:"skipped"`
	Articles   int                    `json:"articles"`
	Copies     int                    `json:"copies"`
	Entries    int                    `json:"entries"`
	Tellings   int                    `json:"tellings"`
	Statements int                    `json:"statements"`
}

func writeSummary(w io.Writer, format string, added record.AddTally, coded record.CodeTally, s store.Stats) error {
	sum := summary{added.Fates, added.Problems, coded.Articles, coded.Skipped, s.Articles, s.Copies, s.Entries, s.Tellings, s.Statements}
	if format == "json" {
		return json.NewEncoder(w).Encode(sum)
	}
	if _, err := fmt.Fprintf(w, "read %d articles%s\ncoded %d: %d events, %d statements%s\n", added.Total(), counts(sum.Read), coded.Articles, coded.Events, coded.Statements, counts(sum.Skipped)); err != nil {
		return err
	}
	if len(sum.Unreadable) > 0 {
		if _, err := fmt.Fprintf(w, "could not read%s\n", counts(sum.Unreadable)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "ledger: %d articles (%d copies), %d entries from %d tellings, %d statements\n", s.Articles, s.Copies, s.Entries, s.Tellings, s.Statements)
	return err
}

// counts lists counted names: ": 3 known, 189 new".
func counts[K ~string](m map[K]int) string {
	names := make([]string, 0, len(m))
	for k := range m {
		names = append(names, string(k))
	}
	sort.Strings(names)
	out := ""
	for i, k := range names {
		sep := ", "
		if i == 0 {
			sep = ": "
		}
		out += fmt.Sprintf("%s%d %s", sep, m[K(k)], k)
	}
	return out
}
