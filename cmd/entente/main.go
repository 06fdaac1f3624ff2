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

// garbage is how much the heap may grow before garbage is collected, in percent
// of what is in use. The tables are some 30 MB, an article takes little: with
// the usual 100 they would be gone through for every few articles. $GOGC goes
// before it.
const garbage = 300

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
