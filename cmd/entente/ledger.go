package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"entente/internal/gazetteer"
)

// dbFlag adds the flag that names the ledger: the flag over the environment
// over a file in the working directory.
func dbFlag(c *cobra.Command, db *string) {
	path := os.Getenv("ENTENTE_DB")
	if path == "" {
		path = "entente.db"
	}
	c.Flags().StringVar(db, "db", path, "the ledger's file; also $ENTENTE_DB")
}

// actor resolves an actor of the command line: key is its end of a dyad, code
// what entries are found by.
func actor(c *cobra.Command, name string) (key, code string, err error) {
	key, code, ok := gazetteer.Resolve(name)
	if !ok {
		return "", "", usagef(c, "%q is no actor known here: give an ISO3 code (JPN), a code (JPNMIL, IGOWSTNAT), or a name (Japan, NATO)", name)
	}
	return key, code, nil
}

// dayFlag reads a day, a month or a year given on the command line; last asks
// for the end of a month or year.
func dayFlag(c *cobra.Command, flag, value string, last bool) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, f := range []struct {
		layout        string
		months, years int
	}{{time.DateOnly, 0, 0}, {"2006-01", 1, 0}, {"2006", 0, 1}} {
		t, err := time.Parse(f.layout, value)
		if err != nil {
			continue
		}
		if last && f.months+f.years > 0 {
			t = t.AddDate(f.years, f.months, -1)
		}
		return t, nil
	}
	return time.Time{}, usagef(c, "--%s %s is no day: write it like 2023-01-31, 2023-01 or 2023", flag, value)
}

// formatFlag adds --format and checks it.
func formatFlag(c *cobra.Command, format *string) {
	c.Flags().StringVar(format, "format", "", "text or json (default text)")
}

func checkFormat(c *cobra.Command, format string) error {
	switch format {
	case "", "text", "json":
		return nil
	}
	return usagef(c, "--format %s: there is text and json", format)
}

// progress shows on stderr how far long work is, when stderr is a terminal.
type progress struct {
	on    bool
	start time.Time
	last  time.Time
	shown int
}

func newProgress() *progress {
	info, err := os.Stderr.Stat()
	now := time.Now()
	return &progress{on: err == nil && info.Mode()&os.ModeCharDevice != 0, start: now, last: now}
}

// step shows "coding 120 of 192, 40/s, 2s left", five times a second at most.
func (p *progress) step(what string, n, total int) {
	now := time.Now()
	if !p.on || now.Sub(p.last) < 200*time.Millisecond && n != total {
		return
	}
	p.last = now
	line := fmt.Sprintf("%s %d", what, n)
	if spent := now.Sub(p.start).Seconds(); total > 0 && spent > 0 && n > 0 {
		rate := float64(n) / spent
		left := time.Duration(float64(total-n)/rate) * time.Second
		line += fmt.Sprintf(" of %d, %.0f/s, %s left", total, rate, left.Round(time.Second))
	}
	fmt.Fprintf(os.Stderr, "\r%-*s", p.shown, line)
	p.shown = len(line)
}

// done clears the line and starts the clock anew.
func (p *progress) done() {
	if p.on && p.shown > 0 {
		fmt.Fprintf(os.Stderr, "\r%*s\r", p.shown, "")
	}
	p.shown, p.start = 0, time.Now()
}
