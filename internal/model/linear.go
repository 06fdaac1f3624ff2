package model

import "math"

// Linear is a yes-or-no model over hashed features: the sum of their weights
// and the sign of that sum.
type Linear struct {
	weight []int8
	mask   uint32
}

const linearScale = 64

// NewLinear makes a model of weights, whose number is a power of two, scaled
// to bytes; those beyond 2 are cut.
func NewLinear(weight []float32) *Linear {
	m := &Linear{make([]int8, len(weight)), uint32(len(weight) - 1)}
	for i, w := range weight {
		m.weight[i] = int8(math.Round(max(-127, min(127, float64(w)*linearScale))))
	}
	return m
}

// LoadLinear reads the embedded model of that name, nil when there is none.
func LoadLinear(name string) *Linear {
	raw, err := files.ReadFile("weights/" + name)
	if err != nil || len(raw) == 0 || len(raw)&(len(raw)-1) != 0 {
		return nil
	}
	m := &Linear{make([]int8, len(raw)), uint32(len(raw) - 1)}
	for i, b := range raw {
		m.weight[i] = int8(b)
	}
	return m
}

// Bytes is the file form of m.
func (m *Linear) Bytes() []byte {
	out := make([]byte, len(m.weight))
	for i, w := range m.weight {
		out[i] = byte(w)
	}
	return out
}

// Sum is the sum of the weights of the features.
func (m *Linear) Sum(features []uint32) int32 {
	var s int32
	for _, f := range features {
		s += int32(m.weight[f&m.mask])
	}
	return s
}

// Hash mixes the number of a feature template with up to two values.
func Hash(template, a, b uint32) uint32 {
	h := (template*0x9E3779B1 ^ a) * 0x85EBCA6B
	h = (h ^ h>>15 ^ b) * 0xC2B2AE35
	return mix(h)
}
