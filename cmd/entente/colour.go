package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"entente/internal/share/terminal"
)

// coloured passes colours on to w where standard output is a terminal that
// shows them and the user did not ask for none (https://no-color.org).
func coloured(c *cobra.Command, w io.Writer) io.Writer {
	if os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(c.OutOrStdout()) {
		return w
	}
	return terminal.Plain(w)
}

// isTerminal reports whether w is a character device.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
