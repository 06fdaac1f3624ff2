package main

import (
	"strings"

	"github.com/spf13/cobra"

	"entente/internal/measure/series"
	"entente/internal/record/store"
	"entente/internal/share/export"
	"entente/internal/share/terminal"
)

type dyadFlags struct {
	db, format, by, scale, since, until string
	directed                            bool
}

func newDyadCommand() *cobra.Command {
	var f dyadFlags
	c := &cobra.Command{
		Use:   "dyad A B",
		Short: "Measure ties and tension of a pair over time",
		Long: `Dyad sums the scores of what two actors do to and with each other in each period:
positive ones are ties, negative ones tension. Only what happened counts; promises,
demands and threats count as themselves, not as their content. docs/measure.md
gives the definition; "entente show --pair A,B --top" prints the entries behind it.`,
		Example: `  entente dyad --db news.db USA IRN
  entente dyad --db news.db NATO Russia --by week --scale plover --format json`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, pair []string) error { return runDyad(c, f, pair[0], pair[1]) },
	}
	dbFlag(c, &f.db)
	formatFlag(c, &f.format)
	c.Flags().StringVar(&f.by, "by", "month", "day week month year")
	c.Flags().StringVar(&f.scale, "scale", "goldstein", "goldstein plover count")
	c.Flags().BoolVar(&f.directed, "directed", false, "only what A does to B, and what both do together")
	c.Flags().StringVar(&f.since, "since", "", "first day")
	c.Flags().StringVar(&f.until, "until", "", "last day")
	return c
}

func runDyad(c *cobra.Command, f dyadFlags, a, b string) (err error) {
	if err := checkFormat(c, f.format); err != nil {
		return err
	}
	q := series.Query{By: series.By(strings.ToLower(f.by)), Scale: series.Scale(strings.ToLower(f.scale)), Directed: f.directed}
	if q.A, _, err = actor(c, a); err != nil {
		return err
	}
	if q.B, _, err = actor(c, b); err != nil {
		return err
	}
	if q.Since, err = dayFlag(c, "since", f.since, false); err != nil {
		return err
	}
	if q.Until, err = dayFlag(c, "until", f.until, true); err != nil {
		return err
	}
	if err := q.Check(); err != nil {
		return usagef(c, "%v", err)
	}
	ledger, err := store.OpenExisting(c.Context(), f.db)
	if err != nil {
		return err
	}
	defer ledger.Close()
	s, err := series.Measure(c.Context(), ledger, q)
	if err != nil {
		return err
	}
	if f.format == "json" {
		return export.Series(c.OutOrStdout(), s, f.directed)
	}
	return terminal.Series(coloured(c, c.OutOrStdout()), s, [2]string{q.A, q.B})
}
