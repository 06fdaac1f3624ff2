package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/internal/share/terminal"
)

const (
	exitOK    = 0
	exitInput = 1
	exitUsage = 2
)

// run executes one command line and returns the exit code.
func run(ctx context.Context, args []string) int {
	root := newRootCommand()
	root.SetArgs(args)
	return exitCode(root.ErrOrStderr(), root.ExecuteContext(ctx))
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Read the news; keep the record of what states do to, with and about each other",
		Long: `Entente turns articles into a sourced, dated ledger of events and statements:
who did or said what to whom, when, where, according to whom, and whether it
happened, is planned, was demanded, threatened or denied.`,
		Example: `  entente code article.html             what one article tells, on the terminal
  entente code --format json a.jsonl    the same as JSON, one line an article
  entente ingest --db news.db *.jsonl   add articles to a ledger
  entente dyad --db news.db USA IRN     ties and tension of a pair, by month
  entente serve --demo                  the web pages, on bundled dispatches`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{err, c.CommandPath()}
	})
	root.AddCommand(commands()...)
	return root
}

// usageError is a wrong command line: exit code 2 and a pointer to the help.
type usageError struct {
	err     error
	command string
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// inputError says that some input could not be read; every case was already
// reported on its own line.
type inputError struct{ failed int }

func (e inputError) Error() string { return fmt.Sprintf("%d inputs could not be read", e.failed) }

// exitCode reports err on w, once, and returns the exit code it stands for.
func exitCode(w io.Writer, err error) int {
	var usage usageError
	var input inputError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &input):
		return exitInput
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(w, "entente: stopped; what was recorded is kept")
		return exitInput
	case errors.As(err, &usage):
		fmt.Fprintf(w, "entente: %s\ntry: %s --help\n", oneLine(err), usage.command)
		return exitUsage
	case strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(w, "entente: %s\ntry: entente --help\n", terminal.Safe(err.Error())) // its suggestions are lines
		return exitUsage
	}
	fmt.Fprintf(w, "entente: %s\n", oneLine(err))
	return exitInput
}

// usagef is a wrong use of command c.
func usagef(c *cobra.Command, format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...), c.CommandPath()}
}

// args wraps a cobra argument check so that its failure counts as wrong use.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, list []string) error {
		if err := check(c, list); err != nil {
			return usageError{err, c.CommandPath()}
		}
		return nil
	}
}

// report prints one line about an input that could not be read.
func report(c *cobra.Command, err error) { fmt.Fprintf(c.ErrOrStderr(), "entente: %s\n", oneLine(err)) }

// oneLine is the message of err as one line that a terminal may show.
func oneLine(err error) string {
	return terminal.Safe(strings.ReplaceAll(err.Error(), "\n", " "))
}
