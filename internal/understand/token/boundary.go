package token

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"entente/internal/model"
)

// learned is the model that corrects the rules on sentence ends, nil when its
// weights are missing.
var learned = sync.OnceValue(func() *model.Linear { return model.LoadLinear("sentence.bin") })

// A gap is what the learned model sees of the white space after a token.
type gap struct {
	out [40]uint32
}

// candidate reports whether a sentence may end after token i: white space
// follows, and not just a small letter between plain words.
func (s *splitter) candidate(i int) bool {
	if i+1 >= len(s.toks) || !s.gap(i) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.form(i))
	next := firstRune(s.form(i + 1))
	return !unicode.IsLower(next) || !unicode.IsLetter(last)
}

// features describes the gap after token i of a sentence that began at from;
// rule is what the rules say.
func (g *gap) features(s *splitter, i, from int, rule bool) []uint32 {
	var v uint32
	if rule {
		v = 1
	}
	cur, next := s.form(i), s.form(i+1)
	sc, sn, sp, sn2 := outline(cur), outline(next), outline(s.form(i-1)), outline(s.form(i+2))
	wc, wn := short(cur), short(next)
	if i == from {
		sp = 1
	}
	length := uint32(i + 1 - from)
	if length > 6 {
		length = 6 + min((length-6)/6, 6)
	}
	first := outline(s.form(from))
	low := s.lower(from, i+1)
	ahead := s.ahead(i + 1)
	sn3 := outline(s.form(i + 3))
	h := model.Hash
	n := 0
	for t, f := range [...][2]uint32{
		{v, 0}, {v, wc}, {v, wn}, {wc, wn}, {sc, sn}, {v, sc}, {v, sn}, {sp, sc}, {sn, sn2}, {wc, sn}, {sc, wn},
		{length, v}, {length, wc}, {length, sc<<8 ^ sn}, {sp ^ sc<<10, sn}, {sc ^ sn<<10, sn2}, {first, length}, {first ^ sc<<10, sn},
		{short(s.form(i - 1)), wc}, {wn, short(s.form(i + 2))}, {length, wn},
		{low, v}, {low, sc<<8 ^ sn}, {low<<4 | v, length}, {low, wc}, {low, wn}, {ahead, v}, {ahead<<4 | low, sc<<8 ^ sn}, {sc<<16 ^ sn, sn2<<16 ^ sn3}, {ahead, wn}, {first ^ low<<10, sc<<8 ^ sn},
	} {
		g.out[n] = h(uint32(t)+1, f[0], f[1])
		n++
	}
	return g.out[:n]
}

// lower says how many tokens of [from, to) open with a small letter: 0, 1 or 2
// for more, the last few looked at only.
func (s *splitter) lower(from, to int) uint32 {
	var n uint32
	for k := max(from, to-12); k < to && n < 3; k++ {
		if unicode.IsLower(firstRune(s.form(k))) {
			n++
		}
	}
	return n
}

// ahead says what comes first in the tokens from i on: a mark that ends
// sentences, and how far away, or none.
func (s *splitter) ahead(i int) uint32 {
	for k := i; k < i+12 && k < len(s.toks); k++ {
		switch w := s.form(k); w[len(w)-1] {
		case '.', '?', '!':
			return uint32(k-i)/3 + 1
		}
	}
	return 0
}

// outline is the coarse form of a word: its kind of letters and its length.
func outline(w string) uint32 {
	if w == "" {
		return 0
	}
	r, n := utf8.DecodeRuneInString(w)
	var k uint32
	switch {
	case len(w) > 5 && address(w):
		return 12 // an address or a date in figures
	case unicode.IsUpper(r):
		k = 1
		if second, _ := utf8.DecodeRuneInString(w[n:]); unicode.IsUpper(second) {
			k = 2
		}
	case unicode.IsLower(r):
		k = 3
	case unicode.IsDigit(r):
		k = 4
	default:
		return 16 + uint32(r)%200
	}
	switch {
	case w[len(w)-1] == '.':
		k += 5
	case k == 1 && n == len(w):
		k = 11
	}
	return k
}

// address reports whether a word has the marks of an address or, when it is
// long, a point.
func address(w string) bool {
	for i := range len(w) {
		if c := w[i]; c == '@' || c == '/' || c == '_' || c == '.' && len(w) > 9 {
			return true
		}
	}
	return false
}

// short is the hash of a word in lower case, of its outline when it is long.
func short(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w) && i < 12; i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		} else if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
