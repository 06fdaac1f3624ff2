package main

import (
	"encoding/binary"
	"math"
	"sort"

	"entente/internal/gazetteer"
)

// pack writes the form that gazetteer.openPlaces reads; it is described there.
func pack(places []place, regions []string) []byte {
	codes := []string{}
	number := map[string]byte{}
	for _, p := range places {
		if _, ok := number[p.country]; !ok {
			number[p.country] = 0
			codes = append(codes, p.country)
		}
	}
	sort.Strings(codes)
	for i, c := range codes {
		number[c] = byte(i)
	}
	var data, blocks, prefixes, names []byte
	filter := make([]byte, gazetteer.PlaceFilterBytes)
	last := ""
	for i := range places {
		p := &places[i]
		if i%gazetteer.PlaceBlock == 0 {
			blocks = binary.LittleEndian.AppendUint32(blocks, uint32(len(data)))
			prefixes = binary.BigEndian.AppendUint64(prefixes, gazetteer.PlacePrefix(p.key))
			last = ""
		}
		shared := 0
		for shared < len(last) && shared < len(p.name) && shared < 255 && last[shared] == p.name[shared] {
			shared++
		}
		data = append(data, byte(shared), byte(len(p.name)-shared))
		data = append(data, p.name[shared:]...)
		data = append(data, p.kind, number[p.country])
		data = binary.LittleEndian.AppendUint16(data, uint16(p.region))
		data = binary.LittleEndian.AppendUint16(data, uint16(int16(math.Round(p.lat/90*32767))))
		data = binary.LittleEndian.AppendUint16(data, uint16(int16(math.Round(p.lon/180*32767))))
		data = append(data, byte(min(255, math.Round(8*math.Log2(float64(p.people)+1)))))
		data = append(data, byte(p.id), byte(p.id>>8), byte(p.id>>16))
		last = p.name
		gazetteer.MarkPlace(filter, p.key)
	}
	for _, r := range regions {
		names = append(names, byte(len(r)))
		names = append(names, r...)
	}
	out := []byte(gazetteer.PlaceMagic)
	for _, n := range []int{len(places), len(codes), len(regions), len(names), len(blocks) / 4, len(data)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, c := range codes {
		out = append(out, c...)
	}
	out = append(out, filter...)
	out = append(out, prefixes...)
	out = append(out, blocks...)
	out = append(out, names...)
	return append(out, data...)
}
