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

// coded is one article of the input, understood, or why it could not be read.
type coded struct {
	doc *entente.Document
	err error
}

// codeAll reads the inputs and yields their articles understood, in the order
// in which they were read. jobs articles are worked on at once; no more than
// twice as many are held, so memory does not grow with the input.
func codeAll(ctx context.Context, names []string, opt read.Options, jobs int) iter.Seq[coded] {
	return func(yield func(coded) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		pipeline := understand.New()
		if jobs <= 0 {
			jobs = runtime.GOMAXPROCS(0)
		}
		queue := make(chan chan coded, jobs)
		go func() {
			defer close(queue)
			feedQueue(ctx, names, opt, pipeline, queue)
		}()
		for next := range queue {
			if !yield(<-next) {
				return
			}
		}
	}
}

// feedQueue starts the work on each article and hands on where its result
// will appear; the queue's capacity bounds how much is under way.
func feedQueue(ctx context.Context, names []string, opt read.Options, pipeline *understand.Pipeline, queue chan<- chan coded) {
	for _, name := range names {
		for article, err := range read.Open(ctx, name, opt) {
			result := make(chan coded, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return
			}
			if err != nil {
				result <- coded{err: err}
				continue
			}
			go func() {
				doc, err := record.Understood(pipeline.Understand, article)
				result <- coded{doc, err}
			}()
		}
	}
}
