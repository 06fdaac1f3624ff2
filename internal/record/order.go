package record

import (
	"context"
	"iter"
)

// InOrder does the work on each item of seq and yields the results in the
// order of the items. workers items are worked on at once and no more than
// twice as many are held, so memory does not grow with seq. An error of seq is
// yielded in its place. It stops when ctx ends or the reader has enough.
func InOrder[Item, Result any](ctx context.Context, workers int, seq iter.Seq2[Item, error], work func(Item) (Result, error)) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan outcome[Result], max(workers, 1))
		go func() {
			defer close(queue)
			enqueue(ctx, seq, work, queue)
		}()
		for next := range queue {
			if done := <-next; !yield(done.result, done.err) {
				return
			}
		}
	}
}

type outcome[Result any] struct {
	result Result
	err    error
}

// enqueue starts the work on each item and hands on where its result will
// appear; the capacity of the queue bounds how much is under way.
func enqueue[Item, Result any](ctx context.Context, seq iter.Seq2[Item, error], work func(Item) (Result, error), queue chan<- chan outcome[Result]) {
	for item, err := range seq {
		next := make(chan outcome[Result], 1)
		select {
		case queue <- next:
		case <-ctx.Done():
			return
		}
		if err != nil {
			next <- outcome[Result]{err: err}
			continue
		}
		go func() {
			result, err := work(item)
			next <- outcome[Result]{result, err}
		}()
	}
}
