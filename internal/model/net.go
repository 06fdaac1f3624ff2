package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"entente"
)

// Net is the network that reads a sentence: a table of words and one of
// affixes, a convolution over three words, bidirectional quasi-recurrent layers
// that add to each other, and heads for tags, attachments and relations. It is trained by
// internal/train/teacher. A Net is read-only and may be shared.
type Net struct {
	words, affix       []byte // int8 rows of dim numbers
	wordScale, afScale float32
	dim                int // of a word's row and of an affix's row
	keys               keyTable
	conv               layer
	rec                []layer // recurrent layers
	heads, attach      layer
	lab, tag           layer
	rootArc, rootLab   []float32
	headArc            []float32 // weight of a head by itself
	hidden             int       // of one direction of a recurrent layer
	nArc, nLab, nTag   int
	step               []int8 // bucket of a distance
	warmth             float32
	tags               []Tag
	rels               []entente.Rel
	rootRel            int       // place of Root among rels, -1 for none
	idle               sync.Pool // Readers that nobody uses
}

// Tag is a pair of a universal and a Penn Treebank tag.
type Tag struct {
	UPOS entente.UPOS
	XPOS string
}

// reach is how many steps of distance are told apart to either side.
const reach = 14

var bound = [reach - 1]int{1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45}

// English is the embedded network, nil when its file is damaged.
var English = sync.OnceValue(func() *Net {
	n, err := NewNet(english)
	if err != nil {
		return nil
	}
	return n
})

// NewNet reads a network from a weights file.
func NewNet(raw []byte) (*Net, error) {
	t, err := tensors(raw)
	if err != nil {
		return nil, err
	}
	n := &Net{
		words: t["word"].data, wordScale: t["word"].scale,
		affix: t["affix"].data, afScale: t["affix"].scale,
		keys:    newKeyTable(t["keys"].uints()),
		rootArc: t["rootarc"].floats(), rootLab: t["rootlab"].floats(),
		headArc: t["harc.weight"].floats(),
	}
	var bad error
	read := func(name string) layer {
		w, scale, bias := t[name+".weight"], t[name+".scale"].floats(), t[name+".bias"].floats()
		if len(w.dims) != 2 || w.kind != 'b' || w.dims[1]%4 != 0 || len(w.data) != w.dims[0]*w.dims[1] || len(scale) != w.dims[0] || len(bias) != w.dims[0] {
			bad = errors.Join(bad, fmt.Errorf("weights: no matrix %q of bytes with scales and biases and a multiple of 4 inputs", name))
			return layer{}
		}
		return newLayer(w.data, scale, bias, w.dims[1], w.dims[0])
	}
	n.conv = read("conv")
	for i := 0; ; i++ {
		name := fmt.Sprintf("r.%d.w", i)
		if _, ok := t[name+".weight"]; !ok {
			break
		}
		n.rec = append(n.rec, read(name))
	}
	n.heads, n.attach = read("heads"), read("u")
	n.lab, n.tag = read("lab"), read("tag")
	if w := t["warmth"].floats(); len(w) == 1 {
		n.warmth = w[0]
	}
	for l := range strings.SplitSeq(string(t["tags"].data), "\n") {
		u, x, _ := strings.Cut(l, "/")
		n.tags = append(n.tags, Tag{entente.ParseUPOS(u), x})
	}
	for l := range strings.SplitSeq(string(t["rels"].data), "\n") {
		n.rels = append(n.rels, entente.ParseRel(l))
	}
	n.rootRel = slices.Index(n.rels, entente.Root)
	n.nArc, n.nLab = len(n.rootArc), len(n.rootLab)
	n.nTag = n.tag.rows
	n.hidden = n.heads.rows / 2
	n.dim = n.conv.rows / 6
	return n, errors.Join(bad, n.check())
}

// check reports sizes that do not fit together.
func (n *Net) check() error {
	switch {
	case n.dim == 0 || len(n.words)%n.dim != 0 || len(n.affix) != buckets*n.dim:
		return errors.New("weights: tables of words and affixes do not fit the convolution")
	case len(n.rec) == 0 || n.rec[0].rows != n.conv.cols:
		return errors.New("weights: no recurrent layer fits the convolution")
	case n.heads.cols < 2*n.nArc+2*n.nLab+n.nTag || n.attach.rows != n.nArc || len(n.headArc) != n.nArc:
		return errors.New("weights: heads do not fit")
	case n.lab.rows != 2*n.nLab || n.lab.cols < len(n.rels) || n.tag.cols < len(n.tags):
		return errors.New("weights: labels do not fit")
	}
	for i, r := range n.rec {
		if r.cols != 6*n.hidden || i > 0 && r.rows != 2*n.hidden {
			return fmt.Errorf("weights: recurrent layer %d does not fit", i)
		}
	}
	n.step = make([]int8, bound[len(bound)-1]+2)
	for d := range n.step {
		for d > bound[n.step[d]] {
			if n.step[d]++; int(n.step[d]) == len(bound) {
				break
			}
		}
	}
	return nil
}

// distance is the bucket of head h seen from word d.
func (n *Net) distance(d, h int) int {
	if h < d {
		return int(n.step[min(d-h, len(n.step)-1)])
	}
	return reach + int(n.step[min(h-d, len(n.step)-1)])
}
