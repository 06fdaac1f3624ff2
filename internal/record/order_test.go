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

func TestInOrderKeepsOrderAndErrors(t *testing.T) {
	fault := errors.New("fault")
	work := func(i int) (int, error) {
		time.Sleep(time.Duration(i%3) * time.Millisecond) // later items finish first
		return 10 * i, nil
	}
	at := 0
	for got, err := range InOrder(context.Background(), 4, numbers(20, map[int]error{7: fault}), work) {
		switch {
		case at == 7 && err != fault, at != 7 && err != nil:
			t.Errorf("item %d: error %v", at, err)
		case at != 7 && got != 10*at:
			t.Errorf("item %d: got %d", at, got)
		}
		at++
	}
	if at != 20 {
		t.Errorf("%d of 20 items", at)
	}
}

func TestInOrderStops(t *testing.T) {
	seen := 0
	for range InOrder(context.Background(), 2, numbers(1000, nil), func(i int) (int, error) { return i, nil }) {
		if seen++; seen == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	n := 0
	for range InOrder(ctx, 2, numbers(1000, nil), func(i int) (int, error) { return i, nil }) {
		n++
	}
	if seen != 3 || n > 900 {
		t.Errorf("read %d of 3; %d items after the end of the context", seen, n)
	}
}
