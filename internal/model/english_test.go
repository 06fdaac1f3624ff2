package model

import (
	"testing"

	"entente"
)

func TestEnglishLoads(t *testing.T) {
	raw := english
	n, err := NewNet(raw)
	if err != nil {
		t.Fatal(err)
	}
	if len(raw) > 12<<20 {
		t.Errorf("the weights have %d bytes, more than 12 MB", len(raw))
	}
	for _, cut := range []int{0, 7, 8, 20, 1000, len(raw) / 2, len(raw) - 1} {
		if _, err := NewNet(raw[:cut]); err == nil {
			t.Errorf("weights cut at byte %d load", cut)
		}
	}
	text := "Iran met Iraq"
	doc := &entente.Document{Article: &entente.Article{Text: text}, Tokens: []entente.Token{
		{Span: entente.Span{Start: 0, End: 4}}, {Span: entente.Span{Start: 5, End: 8}}, {Span: entente.Span{Start: 9, End: 13}},
	}}
	a := NewReader(n).Read(doc, entente.Sentence{Last: 3})
	if len(a.Head) != 3 || a.Head[1] != -1 || a.Rel[0] != entente.Nsubj {
		t.Errorf("heads %v relations %v", a.Head, a.Rel)
	}
}

// TestFeatures holds the keys in step with internal/train/teacher/student.py.
func TestFeatures(t *testing.T) {
	var w wordReader
	for _, c := range []struct {
		form  string
		key   uint32
		affix [affixes]uint32
	}{
		{"Kishida", 202672431, [affixes]uint32{1816, 4047, 6767, 7141, 5127, 5613, 594, 127}},
		{"don’t", 1986138407, [affixes]uint32{327, 837, 2480, 2118, 2166, 2475, 2674, 5521}},
		{"F-16", 3903702966, [affixes]uint32{3934, 480, 5526, 5243, 4623, 3717, 2256, 3823}},
		{"Łódź", 3271832728, [affixes]uint32{1816, 563, 7660, 6184, 4380, 6378, 3779, 7900}},
		{"“", 2236985776, [affixes]uint32{881, 4255, 2284, 5249, 1698, 70, 1470, 3559}},
		{"2,500", 3089240642, [affixes]uint32{3540, 2890, 3318, 5243, 4623, 2954, 6162, 3362}},
		{"U.S.", 719597655, [affixes]uint32{6065, 1599, 8018, 947, 529, 4200, 3818, 1216}},
	} {
		w.read(c.form)
		if w.key != c.key || w.affix != c.affix {
			t.Errorf("%s: key %d affixes %v", c.form, w.key, w.affix)
		}
	}
}
