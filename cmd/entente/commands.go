package main

import "github.com/spf13/cobra"

// commands lists the subcommands in the order in which the help names them.
func commands() []*cobra.Command {
	return []*cobra.Command{
		newCodeCommand(),
		newExplainCommand(),
		newParseCommand(),
		newIngestCommand(),
		newShowCommand(),
		newDyadCommand(),
		newServeCommand(),
		newVersionCommand(),
	}
}
