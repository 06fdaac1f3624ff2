// Package train fits the weights of internal/model from treebanks. The program
// never links it.
package train

import (
	"math"

	"entente/internal/model"
)

// perceptron is an averaged multi-class perceptron over hashed features.
type perceptron struct {
	classes int
	mask    uint32
	w, sum  []float32
	at      []int32 // step of the last change
	step    int32
}

func newPerceptron(bits, classes int) *perceptron {
	n := (1 << bits) * classes
	return &perceptron{classes, 1<<bits - 1, make([]float32, n), make([]float32, n), make([]int32, n), 0}
}

func (p *perceptron) score(features []uint32, out []float32) {
	clear(out)
	for _, f := range features {
		row := p.w[int(f&p.mask)*p.classes:][:p.classes]
		for c, w := range row {
			out[c] += w
		}
	}
}

// add adds v to the weights of class c.
func (p *perceptron) add(features []uint32, c int, v float32) {
	for _, f := range features {
		i := int(f&p.mask)*p.classes + c
		p.sum[i] += float32(p.step-p.at[i]) * p.w[i]
		p.at[i] = p.step
		p.w[i] += v
	}
}

// model averages the weights and scales them to bytes.
func (p *perceptron) model(labels []string) *model.Linear {
	var ss float64
	var n int
	for i := range p.w {
		p.sum[i] += float32(p.step-p.at[i]) * p.w[i]
		p.at[i] = p.step
		if p.sum[i] != 0 {
			p.sum[i] /= float32(p.step)
			ss += float64(p.sum[i]) * float64(p.sum[i])
			n++
		}
	}
	scale := 10 / math.Sqrt(ss/float64(max(n, 1)))
	out := make([]int8, len(p.sum))
	for i, v := range p.sum {
		out[i] = int8(math.Round(max(-127, min(127, float64(v)*scale))))
	}
	return model.NewLinear(labels, out)
}
