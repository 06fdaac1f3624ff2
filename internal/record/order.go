package record

import (
	"context"
	"iter"
	"sync"
)

// Outcome is what became of an item.
type Outcome[Result any] struct {
	Result Result
	Err    error
}

// Items are worked on in groups of at most groupItems and about groupSize
// bytes, for what a step of the work looks up stays at hand from one small
// item to the next.
const (
	groupItems = 256
	groupSize  = 128 << 10
)

// InOrder does the work on the items of seq, of which size tells the bytes,
// and yields the results in the order of the items. workers groups of items
// are worked on at once and no more than twice as many are held, so memory
// does not grow with seq; an item does not wait for others while a worker is
// idle. An error of seq is yielded in its place. It stops when ctx ends or the
// reader has enough.
func InOrder[Item, Result any](ctx context.Context, workers int, seq iter.Seq2[Item, error], size func(Item) int, work func([]Item) []Outcome[Result]) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		d := &desk[Item, Result]{most: max(workers, 1) + 1}
		d.change.L = &d.mu
		ctx, cancel := context.WithCancel(ctx)
		context.AfterFunc(ctx, func() { d.set(&d.stopped) })
		var busy sync.WaitGroup
		for range max(workers, 1) {
			busy.Go(func() {
				for g := d.take(); g != nil; g = d.take() {
					g.done <- work(g.items)
				}
			})
		}
		go func() {
			for item, err := range seq {
				if !d.put(item, err, size) {
					break
				}
			}
			d.set(&d.ended)
		}()
		defer busy.Wait()
		defer cancel()
		for g := d.next(); g != nil; g = d.next() {
			if !g.yield(<-g.done, yield) {
				return
			}
		}
	}
}

// desk is where the one who reads the items, the workers and the one who wants
// the results meet.
type desk[Item, Result any] struct {
	mu      sync.Mutex
	change  sync.Cond
	open    *group[Item, Result]   // gathers items until a worker takes it
	queue   []*group[Item, Result] // taken by workers and not yet asked for, in order
	most    int                    // groups in queue
	ended   bool                   // no more items come
	stopped bool
}

// group is some items that follow each other, and the errors among them.
type group[Item, Result any] struct {
	items  []Item
	size   int
	errs   []fault // in order
	length int     // items and errors
	done   chan []Outcome[Result]
}

// fault is an error of the input and its place in the group.
type fault struct {
	at  int
	err error
}

// set turns on ended or stopped.
func (d *desk[Item, Result]) set(mark *bool) {
	d.mu.Lock()
	*mark = true
	d.mu.Unlock()
	d.change.Broadcast()
}

// put adds an item or an error to the open group when there is room; it
// reports whether more are wanted.
func (d *desk[Item, Result]) put(item Item, err error, size func(Item) int) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for d.open != nil && (d.open.length >= groupItems || d.open.size >= groupSize) && !d.stopped {
		d.change.Wait()
	}
	if d.stopped {
		return false
	}
	if d.open == nil {
		d.open = &group[Item, Result]{done: make(chan []Outcome[Result], 1)}
		d.change.Broadcast()
	}
	if err != nil {
		d.open.errs = append(d.open.errs, fault{d.open.length, err})
	} else {
		d.open.items = append(d.open.items, item)
		d.open.size += size(item)
	}
	d.open.length++
	return true
}

// take gives a worker the open group as soon as something is in it; nil when
// the work is done.
func (d *desk[Item, Result]) take() *group[Item, Result] {
	d.mu.Lock()
	defer d.mu.Unlock()
	for !d.stopped && (d.open != nil || !d.ended) && (d.open == nil || len(d.queue) >= d.most) {
		d.change.Wait()
	}
	if d.stopped || d.open == nil {
		return nil
	}
	g := d.open
	d.open = nil
	d.queue = append(d.queue, g)
	d.change.Broadcast()
	return g
}

// next is the next group that a worker took, nil when there is none.
func (d *desk[Item, Result]) next() *group[Item, Result] {
	d.mu.Lock()
	defer d.mu.Unlock()
	for len(d.queue) == 0 && !d.stopped && (d.open != nil || !d.ended) {
		d.change.Wait()
	}
	if len(d.queue) == 0 {
		return nil
	}
	g := d.queue[0]
	d.queue = d.queue[1:]
	d.change.Broadcast()
	return g
}

// yield hands on the results and errors of the group.
func (g *group[Item, Result]) yield(results []Outcome[Result], yield func(Result, error) bool) bool {
	errs := g.errs
	for i := range g.length {
		var next Outcome[Result]
		if len(errs) > 0 && errs[0].at == i {
			next.Err, errs = errs[0].err, errs[1:]
		} else {
			next, results = results[0], results[1:]
		}
		if !yield(next.Result, next.Err) {
			return false
		}
	}
	return true
}
