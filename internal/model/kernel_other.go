//go:build !amd64

package model

func block(a *float32, lda int, b, bias, c *float32, ldc, k int) {
	blockGo(a, lda, b, bias, c, ldc, k)
}

func recur(u, c, y *float32, h int) { recurGo(u, c, y, h) }

func leaky(x *float32, n int, slope float32) { leakyGo(x, n, slope) }

func gather(dst *float32, base []byte, off *[affixes]uint32, d int, scale float32) {
	gatherGo(dst, base, off, d, scale)
}

func quantize(q *byte, x *float32, k int) float32 { return quantizeGo(q, x, k) }

func best(v []float32) int { return bestGo(v) }

func mass(v []float32, top, warmth float32) float32 { return massGo(v, top, warmth) }

func pairs(out, a, b []float32) { pairsGo(out, a, b) }

func widen(dst []float32, src []byte, scale float32) { widenGo(dst, src, scale) }

func dot(p *product) { dotGo(p) }

func (m *layer) product(c []float32, ldc, n int, q *activations) { m.panels(c, ldc, n, q) }

func depthStep() int { return 4 }
