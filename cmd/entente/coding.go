package main

import (
	"context"
	"iter"
	"runtime"

	"entente"
	"entente/internal/read"
	"entente/internal/record"
	"entente/internal/understand"
)

// codeAll reads the inputs and yields their articles understood, in the order
// in which they were read, or why one could not be. jobs articles are worked
// on at once; 0 is one a core.
func codeAll(ctx context.Context, names []string, opt read.Options, jobs int) iter.Seq2[*entente.Document, error] {
	pipeline := understand.New()
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	size := func(a *entente.Article) int { return len(a.Text) }
	return record.InOrder(ctx, jobs, openAll(ctx, names, opt), size, func(list []*entente.Article) []record.Outcome[*entente.Document] {
		return record.Understood(pipeline.UnderstandAll, list)
	})
}
