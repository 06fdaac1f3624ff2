package main

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/spf13/cobra"

	"entente"
	"entente/internal/read"
	"entente/internal/share/export"
	"entente/internal/share/terminal"
)

type codeFlags struct {
	format    string
	input     string
	published string
	jobs      int
	stats     bool
}

func newCodeCommand() *cobra.Command {
	var f codeFlags
	c := &cobra.Command{
		Use:   "code [FILE|FOLDER|URL|-]...",
		Short: "Read articles and print the events and statements that they tell",
		Long: `Code reads articles (HTML, plain text, markdown, RSS or Atom, JSONL with id, url,
publisher, title, published and text, CSV; gzip too) and prints what they tell.
"-" or no argument is standard input. The JSON form is described in docs/output.md.`,
		Example: `  entente code article.html
  entente code --format json --stats news.jsonl.gz > coded.jsonl
  echo "Kishida will visit Kyiv next week." | entente code --published 2023-03-15`,
		RunE: func(c *cobra.Command, names []string) error { return runCode(c, f, names) },
	}
	c.Flags().StringVar(&f.format, "format", "", "text or json (default text)")
	inputFlags(c, &f.input, &f.published)
	c.Flags().IntVar(&f.jobs, "jobs", 0, "articles worked on at once (default: one a core)")
	c.Flags().BoolVar(&f.stats, "stats", false, "count on stderr what was coded and what was passed over, and why")
	return c
}

// inputFlags adds the flags that say how input is read.
func inputFlags(c *cobra.Command, input, published *string) {
	c.Flags().StringVar(input, "input", "", "how the input is written: html text jsonl csv feed (default: by its content)")
	c.Flags().StringVar(published, "published", "", "the day of articles that do not say theirs, YYYY-MM-DD")
}

// readOptions checks the flags of inputFlags.
func readOptions(c *cobra.Command, input, published string) (read.Options, time.Time, error) {
	opt := read.Options{Stdin: c.InOrStdin(), Fetched: time.Now().UTC(), Format: read.Format(input)}
	switch opt.Format {
	case read.Auto, read.HTML, read.Text, read.JSONL, read.CSV, read.Feed:
	default:
		return opt, time.Time{}, usagef(c, "--input %s: there is html, text, jsonl, csv and feed", input)
	}
	if published == "" {
		return opt, time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return opt, day, usagef(c, "--published %s is not a day: write it like 2023-01-31", published)
	}
	return opt, day, nil
}

func runCode(c *cobra.Command, f codeFlags, names []string) error {
	write, err := articleWriter(c, f.format)
	if err != nil {
		return err
	}
	opt, day, err := readOptions(c, f.input, f.published)
	if err != nil {
		return err
	}
	opt.Published = day
	if len(names) == 0 {
		names = []string{"-"}
	}
	out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
	tally, bar := newTally(), newProgress()
	if isTerminal(c.OutOrStdout()) {
		bar.on = false // the output itself shows how far it is
	}
	for doc, err := range codeAll(c.Context(), names, opt, f.jobs) {
		tally.add(doc, err)
		bar.step("coding", tally.articles, 0)
		if err != nil {
			bar.done()
			report(c, err)
			continue
		}
		if err := write(out, doc); err != nil {
			return err
		}
	}
	bar.done()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	if f.stats {
		tally.print(c.ErrOrStderr())
	}
	return tally.outcome(c)
}

// articleWriter chooses the form of the output.
func articleWriter(c *cobra.Command, format string) (func(io.Writer, *entente.Document) error, error) {
	switch format {
	case "json":
		return export.Article, nil
	case "", "text":
		return func(w io.Writer, d *entente.Document) error { return terminal.Article(coloured(c, w), d) }, nil
	}
	return nil, usagef(c, "--format %s: there is text and json", format)
}

// tally counts what was coded and what was passed over.
type tally struct {
	articles, sentences, events, statements, failed int
	skipped                                         map[entente.Reason]int
}

func newTally() *tally { return &tally{skipped: map[entente.Reason]int{}} }

func (t *tally) add(d *entente.Document, err error) {
	if err != nil {
		t.failed++
		return
	}
	t.articles++
	t.sentences += len(d.Sentences)
	t.events += len(d.Events)
	t.statements += len(d.Statements)
	for _, s := range d.Skipped {
		t.skipped[s.Reason]++
	}
}

func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "articles %d\nsentences %d\nevents %d\nstatements %d\nunreadable %d\n", t.articles, t.sentences, t.events, t.statements, t.failed)
	reasons := make([]string, 0, len(t.skipped))
	for r := range t.skipped {
		reasons = append(reasons, string(r))
	}
	sort.Strings(reasons)
	for _, r := range reasons {
		fmt.Fprintf(w, "skipped %s %d\n", r, t.skipped[entente.Reason(r)])
	}
}

func (t *tally) outcome(c *cobra.Command) error {
	if err := c.Context().Err(); err != nil {
		return err
	}
	if t.failed > 0 {
		return inputError{t.failed}
	}
	return nil
}
