// Package model holds the trained weights of the language rooms and scores
// with them. It holds no training code.
package model

import (
	"bytes"
	"compress/flate"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
)

//go:embed weights
var files embed.FS

// Linear scores classes by hashed features: Weight[row*Classes+class], where
// row is the feature modulo the number of rows.
type Linear struct {
	Classes int
	Labels  []string
	Weight  []int8
	mask    uint32
}

const magic = "entente linear 1"

// Score adds the weights of the features to out, which has Classes entries.
func (m *Linear) Score(features []uint32, out []int32) {
	k := m.Classes
	out = out[:k]
	for _, f := range features {
		row := m.Weight[int(f&m.mask)*k:][:k]
		for c, w := range row {
			out[c] += int32(w)
		}
	}
}

// NewLinear makes a model of rows (a power of two) times len(labels) weights.
func NewLinear(labels []string, weight []int8) *Linear {
	return &Linear{len(labels), labels, weight, uint32(len(weight)/len(labels) - 1)}
}

// Load reads the embedded weights of that name.
func Load(name string) (*Linear, error) {
	raw, err := files.ReadFile("weights/" + name)
	if err != nil {
		return nil, err
	}
	return Decode(raw)
}

// Encode is the file form of m.
func (m *Linear) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	z, _ := flate.NewWriter(&b, flate.BestCompression)
	num := func(n int) { binary.Write(z, binary.LittleEndian, uint32(n)) }
	num(m.Classes)
	for _, l := range m.Labels {
		num(len(l))
		io.WriteString(z, l)
	}
	num(len(m.Weight))
	raw := make([]byte, len(m.Weight))
	for i, w := range m.Weight {
		raw[i] = byte(w)
	}
	z.Write(raw)
	z.Close()
	return b.Bytes()
}

// Decode reads what Encode wrote.
func Decode(raw []byte) (*Linear, error) {
	if len(raw) < len(magic) || string(raw[:len(magic)]) != magic {
		return nil, fmt.Errorf("weights: not a file of %q", magic)
	}
	z := flate.NewReader(bytes.NewReader(raw[len(magic):]))
	var bad error
	num := func() int {
		var n uint32
		if err := binary.Read(z, binary.LittleEndian, &n); err != nil {
			bad = err
		}
		return int(n)
	}
	m := &Linear{Classes: num()}
	for range m.Classes {
		l := make([]byte, num()&0xff)
		if _, err := io.ReadFull(z, l); err != nil {
			bad = err
		}
		m.Labels = append(m.Labels, string(l))
	}
	w := make([]byte, num())
	if _, err := io.ReadFull(z, w); err != nil {
		bad = err
	}
	if bad != nil {
		return nil, fmt.Errorf("weights: %w", bad)
	}
	m.Weight = make([]int8, len(w))
	for i, b := range w {
		m.Weight[i] = int8(b)
	}
	m.mask = uint32(len(w)/m.Classes - 1)
	return m, nil
}

// Hash mixes a template number and up to three values into a feature.
func Hash(template uint32, a, b, c uint32) uint32 {
	h := uint64(template)*0x9E3779B97F4A7C15 + uint64(a)
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	h += uint64(b)
	h = (h ^ h>>32) * 0x94D049BB133111EB
	h += uint64(c)
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// HashString is the value of a string for Hash (FNV-1a).
func HashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
