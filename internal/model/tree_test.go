package model

import (
	"math/rand/v2"
	"testing"
)

// TestSpan compares with the best of all trees for small sentences.
func TestSpan(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var f treeFinder
	var out Analysis
	for range 3000 {
		n := 1 + rng.IntN(5)
		width := panelWidth
		score := make([]float32, n*width)
		for d := range n {
			for h := range n + 1 {
				score[d*width+h] = float32(rng.NormFloat64())
			}
			score[d*width+d+1] = -1e4
		}
		f.find(score, n, width, &out)
		if !isTree(out.Head) {
			t.Fatalf("no tree: %v", out.Head)
		}
		if got, want := total(score, width, out.Head), bestTree(score, n, width); got < want-1e-3 {
			t.Fatalf("tree %v scores %v, best %v", out.Head, got, want)
		}
	}
}

func total(score []float32, width int, head []int) float32 {
	var s float32
	for d, h := range head {
		s += score[d*width+h+1]
	}
	return s
}

func isTree(head []int) bool {
	roots := 0
	for d, h := range head {
		if h < 0 {
			roots++
		}
		for i, k := d, 0; i >= 0; i, k = head[i], k+1 {
			if k > len(head) {
				return false
			}
		}
	}
	return roots == 1
}

func bestTree(score []float32, n, width int) float32 {
	head := make([]int, n)
	top := float32(-1e30)
	var try func(d int)
	try = func(d int) {
		if d == n {
			if isTree(head) {
				top = max(top, total(score, width, head))
			}
			return
		}
		for h := -1; h < n; h++ {
			if h != d {
				head[d] = h
				try(d + 1)
			}
		}
	}
	try(0)
	return top
}
