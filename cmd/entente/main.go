// Command entente reads news and keeps the record of what states do to, with
// and about each other.
//
// Exit codes: 0 all went well; 1 some input could not be read (each is one
// line on stderr, the rest was done); 2 the command line is wrong.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
