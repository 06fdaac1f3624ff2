package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"entente/internal/share/export"
	"entente/internal/understand"
)

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program, of its coder and of its output forms",
		Args:  args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "entente %s\ncoder %d\noutput %d\n", buildVersion(), understand.Version, export.Version)
			return err
		},
	}
}

func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "devel"
	}
	return info.Main.Version
}
