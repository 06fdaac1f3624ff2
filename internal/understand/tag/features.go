package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/internal/model"
)

// Features computes the features of the tokens of one sentence, left to right.
type Features struct {
	word []wordFeatures
	tags []uint32
	out  []uint32
}

type wordFeatures struct {
	lower, shape, suf1, suf2, suf3, suf4, pre1, pre2, pre3, flags uint32
}

// Start reads the words of sentence s.
func (f *Features) Start(doc *entente.Document, s entente.Sentence) {
	f.word, f.tags = f.word[:0], f.tags[:0]
	for i := s.First; i < s.Last; i++ {
		f.word = append(f.word, describe(doc.Form(i), i == s.First))
		f.tags = append(f.tags, 0)
	}
}

// Tagged tells the class that was chosen for token i.
func (f *Features) Tagged(i, class int) { f.tags[i] = uint32(class) + 1 }

func (f *Features) at(i int) *wordFeatures {
	if i < 0 || i >= len(f.word) {
		return &outside
	}
	return &f.word[i]
}

var outside = wordFeatures{lower: 1, shape: 1}

func (f *Features) tag(i int) uint32 {
	if i < 0 {
		return 999
	}
	return f.tags[i]
}

// At returns the features of token i, valid until the next call.
func (f *Features) At(i int) []uint32 {
	w, p, p2, n, n2 := f.at(i), f.at(i-1), f.at(i-2), f.at(i+1), f.at(i+2)
	t1, t2 := f.tag(i-1), f.tag(i-2)
	h := model.Hash
	f.out = append(f.out[:0],
		h(0, 0, 0, 0), h(1, w.lower, 0, 0), h(2, w.lower, w.flags, 0), h(3, p.lower, 0, 0), h(4, n.lower, 0, 0),
		h(5, p2.lower, 0, 0), h(6, n2.lower, 0, 0), h(7, w.suf1, 0, 0), h(8, w.suf2, 0, 0), h(9, w.suf3, 0, 0),
		h(10, w.pre1, 0, 0), h(11, w.pre3, 0, 0), h(12, w.shape, 0, 0), h(13, t1, 0, 0), h(14, t1, t2, 0),
		h(15, w.lower, t1, 0), h(16, w.lower, n.lower, 0), h(17, p.lower, w.lower, 0), h(18, w.suf3, t1, 0),
		h(19, p.suf3, 0, 0), h(20, n.suf3, 0, 0), h(21, n.shape, w.shape, 0), h(22, p.shape, w.shape, 0),
		h(23, t1, n.lower, 0), h(24, w.suf4, 0, 0), h(25, w.shape, t1, w.suf2), h(26, t1, w.lower, n.lower), h(27, n.suf2, t1, w.suf2),
		h(28, w.pre2, 0, 0), h(29, w.flags, t1, n.flags),
	)
	return f.out
}

func describe(form string, first bool) wordFeatures {
	l := strings.ToLower(form)
	hs := model.HashString
	w := wordFeatures{
		lower: hs(digits(l)), shape: hs(shape(form)),
		suf1: hs(tail(l, 1)), suf2: hs(tail(l, 2)), suf3: hs(tail(l, 3)), suf4: hs(tail(l, 4)),
		pre1: hs(head(l, 1)), pre2: hs(head(l, 2)), pre3: hs(head(l, 3)),
	}
	if first {
		w.flags |= 1
	}
	if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) {
		w.flags |= 2
	}
	if form == strings.ToUpper(form) && form != l {
		w.flags |= 4
	}
	if strings.ContainsAny(form, "0123456789") {
		w.flags |= 8
	}
	return w
}

// digits maps every digit to 0.
func digits(s string) string {
	if strings.IndexAny(s, "123456789") < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if '1' <= r && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

// shape writes capitals as X, letters as x, digits as d, runs squeezed.
func shape(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func tail(s string, n int) string { return s[max(0, len(s)-n):] }
func head(s string, n int) string { return s[:min(len(s), n)] }
