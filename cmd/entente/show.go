package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente"
	"entente/internal/codebook"
	"entente/internal/record/store"
	"entente/internal/share/export"
	"entente/internal/share/terminal"
)

type showFlags struct {
	db, format                                          string
	since, until, source, target, place, country, cameo string
	publisher, article, order, words                    string
	actors, types, statuses, pair                       []string
	announced, top, between                             bool
	limit, offset, tellings                             int
	confidence                                          float64
}

func newShowCommand() *cobra.Command {
	var f showFlags
	c := &cobra.Command{
		Use:   "show [ENTRY]...",
		Short: "Print entries of a ledger, with the sentences that tell them",
		Long: `Show prints the entries that all of the given filters let through, latest first.
Actors are ISO3 codes (JPN), codes (JPNMIL, IGOWSTNAT) or names (Japan, NATO).
Days may be given as 2023-01-31, 2023-01 or 2023. Given numbers, it prints those entries.`,
		Example: `  entente show --db news.db --pair USA,IRN --since 2020-01
  entente show --db news.db --actor NATO --type CONSULT,AGREE --format json
  entente show --db news.db --announced`,
		RunE: func(c *cobra.Command, ids []string) error { return runShow(c, f, ids) },
	}
	dbFlag(c, &f.db)
	formatFlag(c, &f.format)
	flags := c.Flags()
	flags.StringVar(&f.since, "since", "", "first day")
	flags.StringVar(&f.until, "until", "", "last day")
	flags.StringSliceVar(&f.actors, "actor", nil, "takes part, in any role; may be given more than once")
	flags.StringSliceVar(&f.pair, "pair", nil, "A,B: what one does to the other or both together")
	flags.StringVar(&f.source, "source", "", "who acts")
	flags.StringVar(&f.target, "target", "", "who is acted on")
	flags.StringSliceVar(&f.types, "type", nil, "PLOVER types")
	flags.StringVar(&f.cameo, "cameo", "", "beginning of the CAMEO code")
	flags.StringSliceVar(&f.statuses, "status", nil, "happened ongoing planned hypothetical requested threatened refused denied")
	flags.StringVar(&f.place, "place", "", "part of the place's name")
	flags.StringVar(&f.country, "country", "", "state in which the place lies")
	flags.StringVar(&f.publisher, "publisher", "", "one of the publishers that tell it")
	flags.StringVar(&f.words, "words", "", "words of an article that tells it")
	flags.StringVar(&f.article, "article", "", "id of an article that tells it")
	flags.BoolVar(&f.announced, "announced", false, "what is planned from --since (default: today) on, earliest first")
	flags.BoolVar(&f.between, "between", false, "only what passes between two different states or organisations")
	flags.BoolVar(&f.top, "top", false, "leave out what is only the content of a promise, demand, threat or refusal")
	flags.Float64Var(&f.confidence, "confidence", 0, "least confidence, 0 to 1")
	flags.IntVar(&f.tellings, "tellings", 0, "least number of articles that tell it")
	flags.StringVar(&f.order, "order", "latest", "latest earliest kept")
	flags.IntVar(&f.limit, "limit", 0, "most entries (default: 50 as text, all as JSON)")
	flags.IntVar(&f.offset, "offset", 0, "entries to pass over first")
	return c
}

func runShow(c *cobra.Command, f showFlags, ids []string) error {
	if err := checkFormat(c, f.format); err != nil {
		return err
	}
	filter, err := f.filter(c)
	if err != nil {
		return err
	}
	ledger, err := store.OpenExisting(c.Context(), f.db)
	if err != nil {
		return err
	}
	defer ledger.Close()
	out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
	write := entryWriter(c, f.format, terminal.Entry)
	if len(ids) > 0 {
		if err := showIDs(c, ledger, out, f.format, ids); err != nil {
			return err
		}
		return out.Flush()
	}
	shown := 0
	for e, err := range ledger.Entries(c.Context(), filter) {
		if err != nil {
			return err
		}
		if err := write(out, e); err != nil {
			return err
		}
		shown++
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return f.remark(c, ledger, filter, shown)
}

// showIDs prints single entries with all their tellings and, under each, what
// it holds as its content.
func showIDs(c *cobra.Command, l store.Ledger, w io.Writer, format string, ids []string) error {
	write := entryWriter(c, format, terminal.EntryInFull)
	for _, s := range ids {
		id, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return usagef(c, "%q is no entry: give the number that show prints", s)
		}
		e, err := l.Entry(c.Context(), id)
		if err != nil {
			return err
		}
		if err := write(w, e); err != nil {
			return err
		}
		for child, err := range l.Entries(c.Context(), store.Filter{Parent: id, Order: store.Earliest}) {
			if err != nil {
				return err
			}
			if err := write(w, child); err != nil {
				return err
			}
		}
	}
	return nil
}

// remark says on stderr what a reader at a terminal does not see.
func (f *showFlags) remark(c *cobra.Command, l store.Ledger, filter store.Filter, shown int) error {
	if f.format == "json" {
		return nil
	}
	all, err := l.Count(c.Context(), filter)
	if err != nil {
		return fmt.Errorf("count entries: %w", err)
	}
	if shown == 0 {
		fmt.Fprintln(c.ErrOrStderr(), "entente: no entry passes the filters")
	} else if shown < all {
		fmt.Fprintf(c.ErrOrStderr(), "entente: %d of %d entries; see more with --limit\n", shown, all)
	}
	return nil
}

func entryWriter(c *cobra.Command, format string, text func(io.Writer, *entente.Entry) error) func(io.Writer, *entente.Entry) error {
	if format == "json" {
		return export.Entry
	}
	return func(w io.Writer, e *entente.Entry) error {
		return text(coloured(c, w), e)
	}
}

// filter turns the flags into a filter of the ledger.
func (f *showFlags) filter(c *cobra.Command) (out store.Filter, err error) {
	out = store.Filter{CAMEO: f.cameo, Place: f.place, Publisher: f.publisher, Article: f.article, Words: f.words, Top: f.top, Between: f.between, MinConfidence: f.confidence, MinTellings: f.tellings, Limit: f.limit, Offset: f.offset}
	if out.Since, err = dayFlag(c, "since", f.since, false); err != nil {
		return out, err
	}
	if out.Until, err = dayFlag(c, "until", f.until, true); err != nil {
		return out, err
	}
	if err := f.who(c, &out); err != nil {
		return out, err
	}
	for _, t := range f.types {
		t = strings.ToUpper(t)
		if !slices.Contains(codebook.Types(), t) {
			return out, usagef(c, "--type %s: there is %s", t, strings.Join(codebook.Types(), " "))
		}
		out.Types = append(out.Types, t)
	}
	for _, s := range f.statuses {
		out.Statuses = append(out.Statuses, entente.Status(strings.ToLower(s)))
	}
	orders := map[string]store.Order{"latest": store.Latest, "earliest": store.Earliest, "kept": store.LatestKept}
	order, ok := orders[f.order]
	if !ok {
		return out, usagef(c, "--order %s: there is latest, earliest and kept", f.order)
	}
	out.Order = order
	if f.announced {
		if out.Since.IsZero() {
			out.Since = time.Now().UTC()
		}
		out.Statuses, out.Order = []entente.Status{entente.Planned}, store.Earliest
	}
	if out.Limit == 0 && f.format != "json" {
		out.Limit = 50
	}
	return out, nil
}

// who fills in the actors of a filter.
func (f *showFlags) who(c *cobra.Command, out *store.Filter) (err error) {
	for _, a := range f.actors {
		_, code, err := actor(c, a)
		if err != nil {
			return err
		}
		out.Actors = append(out.Actors, code)
	}
	if len(f.pair) != 0 && len(f.pair) != 2 {
		return usagef(c, "--pair wants two actors: --pair USA,IRN")
	}
	for i, a := range f.pair {
		if out.Dyad[i], _, err = actor(c, a); err != nil {
			return err
		}
	}
	if f.source != "" {
		if _, out.Source, err = actor(c, f.source); err != nil {
			return err
		}
	}
	if f.target != "" {
		if _, out.Target, err = actor(c, f.target); err != nil {
			return err
		}
	}
	if f.country != "" {
		out.Country, _, err = actor(c, f.country)
	}
	return err
}
