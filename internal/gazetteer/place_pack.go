package gazetteer

import (
	"encoding/binary"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"entente/data"
)

// PlaceMagic begins data/facts/places.bin. After it come six counts of four
// bytes (places, countries, regions, bytes of region names, blocks, bytes of
// entries), the ISO3 codes, the filter, for every block the first eight bytes
// of its first key and the offset of its entries, the region names, and the
// entries. Entries are sorted by key; a name is written as the number of bytes
// that it shares with the one before in its block, the number of its own, and
// these. Then: kind, country, region (two bytes), latitude and longitude (two
// bytes each, 32767 for 90 and 180 degrees), eight times the binary logarithm
// of the people, and the GeoNames id in three bytes.
const PlaceMagic = "ENTPLC01"

const (
	PlaceBlock       = 16      // entries in a block
	PlaceFilterBytes = 1 << 18 // bits of a filter by the hash of the key
	placeTail        = 12      // bytes of an entry behind its name
)

// Kinds of packed places.
const (
	PackedCity = iota
	PackedCapital
	PackedRegion
	PackedCounty
)

// packedPlaces is places.bin in place: nothing of it is copied or indexed.
type packedPlaces struct {
	count, blocks int
	codes, filter []byte
	prefixes      []byte
	offsets       []byte
	regions       []string
	entries       []byte
	asked         [recentNames]atomic.Pointer[answer]
}

// recentNames is how many of the names last asked for are kept with their
// places: news repeats its names. What is kept changes no answer.
const recentNames = 1 << 13

// answer is what PlacesNamed said of a key.
type answer struct {
	key    string
	places []Place
}

var openPlaces = sync.OnceValue(func() *packedPlaces {
	b := data.Places
	if len(b) < len(PlaceMagic)+24 || string(b[:len(PlaceMagic)]) != PlaceMagic {
		return &packedPlaces{}
	}
	var n [6]int
	for i := range n {
		n[i] = int(binary.LittleEndian.Uint32(b[len(PlaceMagic)+4*i:]))
	}
	b = b[len(PlaceMagic)+24:]
	if len(b) != 3*n[1]+PlaceFilterBytes+12*n[4]+n[3]+n[5] {
		return &packedPlaces{}
	}
	cut := func(k int) []byte {
		part := b[:k]
		b = b[k:]
		return part
	}
	p := &packedPlaces{count: n[0], blocks: n[4]}
	p.codes, p.filter, p.prefixes, p.offsets = cut(3*n[1]), cut(PlaceFilterBytes), cut(8*n[4]), cut(4*n[4])
	for names := cut(n[3]); len(names) > 0; names = names[1+int(names[0]):] {
		p.regions = append(p.regions, string(names[1:1+int(names[0])]))
	}
	p.entries = cut(n[5])
	return p
})

// PlaceKey is the form under which a name is looked up: the lower-case words
// of its atoms, some of them in one spelling.
func PlaceKey(name string) string {
	var b strings.Builder
	for i, a := range Atoms(name) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(PlaceWord(a.Form))
	}
	return b.String()
}

// appendPlaceKey appends the key of a name to buf. Names of plain letters
// without points, as most are, take no memory.
func appendPlaceKey(buf, name []byte) []byte {
	for _, c := range name {
		if c == '.' || c >= utf8.RuneSelf {
			return append(buf, PlaceKey(string(name))...)
		}
	}
	for i := 0; i < len(name); {
		if !isASCIIWord(name[i]) {
			i++
			continue
		}
		if len(buf) > 0 {
			buf = append(buf, ' ')
		}
		start := len(buf)
		for ; i < len(name) && isASCIIWord(name[i]); i++ {
			c := name[i]
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			buf = append(buf, c)
		}
		if s, ok := spellings()[string(buf[start:])]; ok {
			buf = append(buf[:start], s...)
		}
	}
	return buf
}

// spellings are the words that keys write in one of two ways.
var spellings = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	rs, _ := rows("facts/places-spelling.tsv", "\t", 2)
	for _, r := range rs {
		m[r.cells[0]] = r.cells[1]
	}
	return m
})

// PlaceWord is one atom of a name as keys have it.
func PlaceWord(form string) string {
	form = strings.ToLower(form)
	if s, ok := spellings()[form]; ok {
		return s
	}
	return form
}

// PlacePrefix is the first eight bytes of a key as a number that sorts alike.
func PlacePrefix(key string) uint64 {
	var v uint64
	for i := range 8 {
		v <<= 8
		if i < len(key) {
			v |= uint64(key[i])
		}
	}
	return v
}

func placeHash[T string | []byte](key T) uint32 {
	h := uint32(2166136261)
	for i := range len(key) {
		h = (h ^ uint32(key[i])) * 16777619
	}
	h ^= h >> 15
	return h % (PlaceFilterBytes * 8)
}

// MarkPlace enters a key in a filter.
func MarkPlace(filter []byte, key string) { h := placeHash(key); filter[h/8] |= 1 << (h % 8) }

// named calls f with every packed place of the key, the largest first.
func (p *packedPlaces) named(key string, f func(Place)) {
	if p.blocks == 0 || key == "" {
		return
	}
	if h := placeHash(key); p.filter[h/8]&(1<<(h%8)) == 0 {
		return
	}
	want := PlacePrefix(key)
	lo, hi := 0, p.blocks // the first block that begins at or behind the key
	for lo < hi {
		m := (lo + hi) / 2
		first := binary.BigEndian.Uint64(p.prefixes[8*m:])
		if first < want || first == want && len(key) > 8 && p.firstKey(m) < key {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for b := max(lo-1, 0); b < p.blocks; b++ {
		if binary.BigEndian.Uint64(p.prefixes[8*b:]) > want || !p.block(b, key, f) {
			return
		}
	}
}

func (p *packedPlaces) firstKey(block int) string {
	e := p.entries[binary.LittleEndian.Uint32(p.offsets[4*block:]):]
	return PlaceKey(string(e[2 : 2+int(e[1])]))
}

// block reads one block and reports whether the key may go on in the next.
func (p *packedPlaces) block(b int, key string, f func(Place)) bool {
	e := p.entries[binary.LittleEndian.Uint32(p.offsets[4*b:]):]
	var buf, keys [256]byte
	name := buf[:0]
	for i := b * PlaceBlock; i < min(p.count, (b+1)*PlaceBlock); i++ {
		name = append(name[:e[0]], e[2:2+int(e[1])]...)
		e = e[2+int(e[1]):]
		if len(name) >= len(key)/2 && (name[0]|0x20 == key[0] || name[0] >= 0x80) || key[0] >= '0' && key[0] <= '9' || name[0] == '\'' {
			switch k := appendPlaceKey(keys[:0], name); {
			case string(k) == key:
				f(p.decode(string(name), e))
			case string(k) > key:
				return false
			}
		}
		e = e[placeTail:]
	}
	return true
}

func (p *packedPlaces) decode(name string, e []byte) Place {
	x := Place{Name: name, Capital: e[0] == PackedCapital, Country: string(p.codes[3*int(e[1]) : 3*int(e[1])+3])}
	x.Kind = [...]string{"city", "city", "region", "region"}[e[0]&3]
	x.County = e[0] == PackedCounty
	if r := int(binary.LittleEndian.Uint16(e[2:])); r < len(p.regions) {
		x.Region = p.regions[r]
	}
	x.Lat = float64(int16(binary.LittleEndian.Uint16(e[4:]))) / 32767 * 90
	x.Lon = float64(int16(binary.LittleEndian.Uint16(e[6:]))) / 32767 * 180
	x.Lat, x.Lon = math.Round(x.Lat*1e3)/1e3, math.Round(x.Lon*1e3)/1e3
	x.Weight = float64(e[8]) / 8
	x.GeoNames = int(e[9]) | int(e[10])<<8 | int(e[11])<<16
	return x
}
