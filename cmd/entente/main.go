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
	"runtime/debug"
	"syscall"
)

// memory is how many bytes the program tries to live in: garbage is collected
// more often near it. $GOMEMLIMIT, read by the runtime, goes before it.
const memory = 240 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
