package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/internal/read"
	"entente/internal/share/terminal"
	"entente/internal/understand/event"
)

func newExplainCommand() *cobra.Command {
	var input, published, wanted string
	c := &cobra.Command{
		Use:   "explain [FILE|URL|-]",
		Short: "Say why each event of an article was coded: words, tree, rules, codebook, doubt",
		Long: `Explain prints for each event the sentence with its tree, the trigger, the operators
in order, every party with the mention it was resolved from, the codebook's line,
and the confidence. Events are numbered as code numbers them.`,
		Example: `  entente explain article.html
  entente explain --event e3 article.html
  echo "Seoul refused to send arms to Kyiv." | entente explain`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, names []string) error {
			opt, day, err := readOptions(c, input, published)
			if err != nil {
				return err
			}
			opt.Published = day
			return runExplain(c, append(names, "-")[0], opt, wanted)
		},
	}
	inputFlags(c, &input, &published)
	c.Flags().StringVar(&wanted, "event", "", "one event, as code numbers it: e1, e2 ...")
	return c
}

func runExplain(c *cobra.Command, name string, opt read.Options, wanted string) error {
	out := bufio.NewWriter(c.OutOrStdout())
	tally := newTally()
	explained := 0
	for doc, err := range codeAll(c.Context(), []string{name}, opt, 1) {
		tally.add(doc, err)
		if err != nil {
			report(c, err)
			continue
		}
		for i := range doc.Events {
			if id := terminal.EventID(i); wanted == "" || strings.EqualFold(id, wanted) {
				terminal.Explain(coloured(c, out), doc, i, event.Explain(doc, i))
				explained++
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	if wanted != "" && explained == 0 && tally.articles > 0 {
		return fmt.Errorf("%s tells no event %s: `entente code %s` numbers them", name, wanted, name)
	}
	return tally.outcome(c)
}
