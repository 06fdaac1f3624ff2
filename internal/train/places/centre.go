package main

import (
	"math"
	"sort"
	"strconv"
)

const step = 0.25 // degrees between the points of the grid

// landMask says which points of the grid lie on land.
type landMask struct {
	rows, cols int
	dry        []bool
}

// readLand fills the polygons of a TopoJSON file row by row (even-odd rule).
func readLand(path string) (*landMask, error) {
	var topo struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]float64
	}
	if err := readJSON(path, &topo); err != nil {
		return nil, err
	}
	m := &landMask{rows: int(180 / step), cols: int(360 / step)}
	m.dry = make([]bool, m.rows*m.cols)
	crossings := make([][]float64, m.rows)
	for _, arc := range topo.Arcs {
		var x, y float64
		var lastLon, lastLat float64
		for i, d := range arc {
			x, y = x+d[0], y+d[1]
			lon, lat := x*topo.Transform.Scale[0]+topo.Transform.Translate[0], y*topo.Transform.Scale[1]+topo.Transform.Translate[1]
			if i > 0 {
				cross(crossings, lastLon, lastLat, lon, lat)
			}
			lastLon, lastLat = lon, lat
		}
	}
	for row, xs := range crossings {
		sort.Float64s(xs)
		for i := 0; i+1 < len(xs); i += 2 {
			for col := int(math.Ceil((xs[i]+180)/step - 0.5)); col < m.cols && -180+(float64(col)+0.5)*step < xs[i+1]; col++ {
				m.dry[row*m.cols+max(col, 0)] = true
			}
		}
	}
	return m, nil
}

// cross notes where the edge meets the middle of each row.
func cross(rows [][]float64, lon1, lat1, lon2, lat2 float64) {
	if lat1 > lat2 {
		lon1, lat1, lon2, lat2 = lon2, lat2, lon1, lat1
	}
	for r := max(0, int(math.Ceil((lat1+90)/step-0.5))); r < len(rows); r++ {
		lat := -90 + (float64(r)+0.5)*step
		if lat >= lat2 {
			return
		}
		if lat >= lat1 {
			rows[r] = append(rows[r], lon1+(lon2-lon1)*(lat-lat1)/(lat2-lat1))
		}
	}
}

// mean is a weighted mean of points.
type mean struct{ lat, x, y, n float64 }

func (m *mean) add(lat, lon, w float64) {
	m.lat += lat * w
	m.x += math.Cos(lon*math.Pi/180) * w
	m.y += math.Sin(lon*math.Pi/180) * w
	m.n += w
}

func (m *mean) centre() (lat, lon float64) {
	return m.lat / m.n, math.Atan2(m.y, m.x) * 180 / math.Pi
}

// centre works out where each region lies: those of the first level as the
// land nearest to their cities, those of the second as the mean of the cities.
func (r *regions) centre(cities []city, land *landMask) {
	first, second := map[string]*mean{}, map[string]*mean{}
	add := func(m map[string]*mean, code string, lat, lon, w float64) {
		if m[code] == nil {
			m[code] = &mean{}
		}
		m[code].add(lat, lon, w)
	}
	bins := map[[2]int][]int{}
	for _, c := range cities {
		key := c.country + trim(c.lat) + "," + trim(c.lon)
		code, ok := r.first[key]
		if !ok {
			code = c.country + "." + c.admin
		}
		if x := r.byCode[code]; x != nil {
			x.people += c.people
			x.cities++
		}
		if code2, ok := r.second[key]; ok && r.byCode[code2] != nil {
			r.byCode[code2].people += c.people
			r.byCode[code2].cities++
			add(second, code2, c.lat, c.lon, 1)
		}
	}
	cities = r.towns
	for i, c := range cities {
		at := [2]int{int(math.Floor(c.lat)), int(math.Floor(c.lon))}
		bins[at] = append(bins[at], i)
	}
	for row := range land.rows {
		lat := -90 + (float64(row)+0.5)*step
		for col := range land.cols {
			if !land.dry[row*land.cols+col] {
				continue
			}
			lon := -180 + (float64(col)+0.5)*step
			if k := nearest(cities, bins, lat, lon); k >= 0 {
				add(first, cities[k].country+"."+cities[k].admin, lat, lon, math.Cos(lat*math.Pi/180))
			}
		}
	}
	for _, c := range cities { // small regions may hold no point of the grid
		if code := c.country + "." + c.admin; first[code] == nil || first[code].n < 3 {
			add(first, code, c.lat, c.lon, 0.5)
		}
	}
	for _, set := range []map[string]*mean{first, second} {
		for code, m := range set {
			if x := r.byCode[code]; x != nil {
				x.lat, x.lon = m.centre()
			}
		}
	}
}

func trim(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// nearest is the city closest to a point, within about 700 km; -1 for none.
func nearest(cities []city, bins map[[2]int][]int, lat, lon float64) int {
	best, bestD := -1, math.Inf(1)
	scale := math.Cos(lat * math.Pi / 180)
	for ring := 0; ring < 7; ring++ {
		for dy := -ring; dy <= ring; dy++ {
			for dx := -ring; dx <= ring; dx++ {
				if max(dx, -dx, dy, -dy) != ring {
					continue
				}
				for _, i := range bins[[2]int{int(math.Floor(lat)) + dy, int(math.Floor(lon)) + dx}] {
					y, x := cities[i].lat-lat, (cities[i].lon-lon)*scale
					if d := x*x + y*y; d < bestD {
						best, bestD = i, d
					}
				}
			}
		}
		if best >= 0 && bestD < float64(ring*ring)*scale*scale {
			break
		}
	}
	return best
}
