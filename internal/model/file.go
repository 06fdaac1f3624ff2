package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// tensorMagic opens a file of tensors and numbers its format.
const tensorMagic = "ENTNET01"

// tensor is a named array of a weights file. Data is little endian: float32,
// uint32, or int8 that Scale turns into numbers.
type tensor struct {
	kind  byte // 'f' float32, 'u' uint32, 'b' int8, 's' text
	dims  []int
	scale float32
	data  []byte
}

// tensors reads a weights file: the magic, then for each tensor the length of
// its name (1 byte), the name, kind (1), number of dimensions (1), dimensions
// (4 each), scale (4), length of data (4), data.
func tensors(raw []byte) (map[string]tensor, error) {
	if len(raw) < 8 || string(raw[:8]) != tensorMagic {
		return nil, fmt.Errorf("weights: not a file of format %s", tensorMagic)
	}
	out := map[string]tensor{}
	r := cursor{raw: raw, at: 8}
	for r.at < len(raw) {
		name := string(r.take(r.byte()))
		t := tensor{kind: byte(r.byte())}
		for range r.byte() {
			t.dims = append(t.dims, r.uint32())
		}
		t.scale = math.Float32frombits(uint32(r.uint32()))
		t.data = r.take(r.uint32())
		if r.short {
			return nil, fmt.Errorf("weights: tensor %q is cut off", name)
		}
		out[name] = t
	}
	return out, nil
}

// cursor reads from raw; short is set when it ran past the end.
type cursor struct {
	raw   []byte
	at    int
	short bool
}

func (c *cursor) take(n int) []byte {
	if n < 0 || n > len(c.raw)-c.at {
		c.short, c.at = true, len(c.raw)
		return nil
	}
	c.at += n
	return c.raw[c.at-n : c.at]
}

func (c *cursor) byte() int {
	if b := c.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (c *cursor) uint32() int {
	if b := c.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (t tensor) floats() []float32 {
	out := make([]float32, len(t.data)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.data[4*i:]))
	}
	return out
}

func (t tensor) uints() []uint32 {
	out := make([]uint32, len(t.data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(t.data[4*i:])
	}
	return out
}
