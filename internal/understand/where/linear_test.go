package where

import (
	"strings"
	"testing"
	"time"
)

// TestLinear holds that ten times the text takes no more than about ten times
// the time, on a text that is all names.
func TestLinear(t *testing.T) {
	took := func(n int) time.Duration {
		d := bare(strings.Repeat("in San Jose, Paris and Springfield, Henry County near Santa Rosa ", n))
		best := time.Hour
		for range 3 {
			start := time.Now()
			Run(d)
			best = min(best, time.Since(start))
		}
		return best
	}
	if small, large := took(300), took(3000); large > 40*small {
		t.Errorf("%v for the small text, %v for one ten times as large", small, large)
	}
}
