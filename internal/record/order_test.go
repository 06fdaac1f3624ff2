package record

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"
)

func numbers(n int, bad map[int]error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, bad[i]) {
				return
			}
		}
	}
}

// each does work on every item of a group.
func each(work func(int) int) func([]int) []Outcome[int] {
	return func(list []int) (out []Outcome[int]) {
		for _, i := range list {
			out = append(out, Outcome[int]{Result: work(i)})
		}
		return out
	}
}

func small(int) int { return 1 }

func TestInOrderKeepsOrderAndErrors(t *testing.T) {
	fault := errors.New("fault")
	work := each(func(i int) int {
		time.Sleep(time.Duration(i%3) * time.Millisecond) // later items finish first
		return 10 * i
	})
	const n = 300
	for _, size := range []int{1, groupSize / 3, groupSize} {
		at := 0
		bad := map[int]error{0: fault, 7: fault, 8: fault, n - 1: fault}
		for got, err := range InOrder(context.Background(), 4, numbers(n, bad), func(int) int { return size }, work) {
			switch {
			case err != bad[at]:
				t.Errorf("item %d: error %v", at, err)
			case err == nil && got != 10*at:
				t.Errorf("item %d: got %d", at, got)
			}
			at++
		}
		if at != n {
			t.Errorf("size %d: %d of %d items", size, at, n)
		}
	}
}

// TestInOrderDoesNotWait holds that an item is worked on before the next is
// there: the input may be somebody who types.
func TestInOrderDoesNotWait(t *testing.T) {
	answered := make(chan int)
	seq := func(yield func(int, error) bool) {
		for i := range 5 {
			if !yield(i, nil) {
				return
			}
			<-answered
		}
	}
	for got := range InOrder(context.Background(), 2, seq, small, each(func(i int) int { return i })) {
		answered <- got
	}
}

func TestInOrderStops(t *testing.T) {
	seen := 0
	for range InOrder(context.Background(), 2, numbers(1000, nil), small, each(func(i int) int { return i })) {
		if seen++; seen == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	n := 0
	for range InOrder(ctx, 2, numbers(1000, nil), small, each(func(i int) int { return i })) {
		n++
	}
	if seen != 3 || n > 900 {
		t.Errorf("read %d of 3; %d items after the end of the context", seen, n)
	}
}
