package model

import (
	"unicode"
	"unicode/utf8"
)

// The features of a word form, kept in step with internal/train/teacher.
const (
	affixes    = 8 // shape, prefixes of 2 and 3, suffixes of 1 to 4, the form as written
	buckets    = 8192
	casedBytes = 24 // bytes of the form as written that count
	shapeRunes = 10
	wordBytes  = 96 // longer forms are looked at in their first bytes only
)

// wordReader computes the features of forms. Its buffers are reused.
type wordReader struct {
	low, shape []byte
	key        uint32
	affix      [affixes]uint32
}

// read sets key and affix for form.
func (w *wordReader) read(form string) {
	if len(form) > wordBytes {
		form = clipRunes(form, wordBytes)
	}
	w.low, w.shape = w.low[:0], w.shape[:0]
	var last, last2 rune = -1, -1
	runes := 0
	for _, r := range form {
		if (r == '[' || r == ']') && len(form) > 3 {
			continue // "[T]he" is read as "The"
		}
		w.low = appendNormal(w.low, r)
		s := r
		switch {
		case isUpper(r):
			s = 'X'
		case isLetter(r):
			s = 'x'
		case isDigit(r):
			s = 'd'
		}
		if (s != last || s != last2) && runes < shapeRunes {
			w.shape = utf8.AppendRune(w.shape, s)
			last, last2 = s, last
			runes++
		}
	}
	w.key = mix(fnv(fnvSeed, w.low))
	n := len(w.low)
	w.affix = [affixes]uint32{
		feature(0, w.shape), feature(1, w.low[:min(2, n)]), feature(2, w.low[:min(3, n)]),
		feature(3, w.low[max(0, n-1):]), feature(4, w.low[max(0, n-2):]), feature(5, w.low[max(0, n-3):]), feature(6, w.low[max(0, n-4):]),
		featureString(7, form[:min(casedBytes, len(form))]),
	}
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// appendNormal appends r as words are looked up: lower case, digits as 0,
// plain quotes and dashes.
func appendNormal(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		} else if '0' <= r && r <= '9' {
			r = '0'
		}
		return append(b, byte(r))
	case r == '’' || r == '‘':
		return append(b, '\'')
	case r == '“' || r == '”':
		return append(b, '"')
	case r == '–':
		return append(b, '-')
	case r == '—':
		return append(b, "--"...)
	case unicode.IsDigit(r):
		return append(b, '0')
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

const fnvSeed = 2166136261

func fnv(h uint32, b []byte) uint32 {
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return h ^ h>>16
}

func feature(kind uint32, b []byte) uint32 {
	return mix(fnv((fnvSeed^kind)*16777619, b))%(buckets-1) + 1
}

func featureString(kind uint32, s string) uint32 {
	h := (uint32(fnvSeed) ^ kind) * 16777619
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h)%(buckets-1) + 1
}

// clipRunes is the longest prefix of s of whole runes and at most n bytes.
func clipRunes(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// keyTable maps the keys of words to rows: open addressing, row 0 is "unknown".
type keyTable struct {
	slot []struct{ key, row uint32 }
	mask uint32
}

func newKeyTable(keys []uint32) keyTable {
	size := 1
	for size < 2*len(keys) {
		size *= 2
	}
	t := keyTable{make([]struct{ key, row uint32 }, size), uint32(size - 1)}
	for i, k := range keys {
		at := k & t.mask
		for t.slot[at].row != 0 {
			at = (at + 1) & t.mask
		}
		t.slot[at].key, t.slot[at].row = k, uint32(i+1)
	}
	return t
}

func (t *keyTable) find(key uint32) int {
	if len(t.slot) == 0 {
		return 0
	}
	for at := key & t.mask; t.slot[at].row != 0; at = (at + 1) & t.mask {
		if t.slot[at].key == key {
			return int(t.slot[at].row)
		}
	}
	return 0
}
