package evaluate

import (
	"compress/gzip"
	"encoding/xml"
	"fmt"
	"io"
	"os"

	"entente"
)

// placeDoc is a text with the places that people marked in it.
type placeDoc struct {
	name   string
	text   string
	places []toponym
}

// toponym is a marked place; located says whether the gold knows where it is.
type toponym struct {
	entente.Span
	lat, lon float64
	located  bool
}

// readGeoVirus reads GeoVirus.xml, whose offsets count characters from 1.
func readGeoVirus(path string) ([]placeDoc, error) {
	var file struct {
		Articles []struct {
			Source    string `xml:"source"`
			Text      string `xml:"text"`
			Locations []struct {
				Start int      `xml:"start"`
				End   int      `xml:"end"`
				Lat   *float64 `xml:"lat"`
				Lon   *float64 `xml:"lon"`
			} `xml:"locations>location"`
		} `xml:"article"`
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := decodeXML(f, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var docs []placeDoc
	for i, a := range file.Articles {
		d := placeDoc{name: fmt.Sprintf("%s#%d", a.Source, i), text: a.Text}
		at := runeOffsets(a.Text)
		for _, l := range a.Locations {
			if l.Start < 1 || l.End > len(at) || l.End <= l.Start {
				continue
			}
			t := toponym{Span: entente.Span{Start: at[l.Start-1], End: at[l.End-1]}}
			if l.Lat != nil && l.Lon != nil {
				t.lat, t.lon, t.located = *l.Lat, *l.Lon, true
			}
			d.places = append(d.places, t)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// readLGL reads lgl.xml.gz, whose offsets count characters from 0.
func readLGL(path string) ([]placeDoc, error) {
	var file struct {
		Articles []struct {
			ID       string `xml:"docid,attr"`
			Text     string `xml:"text"`
			Toponyms []struct {
				Start int `xml:"start"`
				End   int `xml:"end"`
				Tag   *struct {
					Lat float64 `xml:"lat"`
					Lon float64 `xml:"lon"`
				} `xml:"gaztag"`
			} `xml:"toponyms>toponym"`
		} `xml:"article"`
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := decodeXML(z, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var docs []placeDoc
	for _, a := range file.Articles {
		d := placeDoc{name: a.ID, text: a.Text}
		at := runeOffsets(a.Text)
		for _, x := range a.Toponyms {
			if x.Start < 0 || x.End >= len(at) || x.End <= x.Start {
				continue
			}
			t := toponym{Span: entente.Span{Start: at[x.Start], End: at[x.End]}}
			if x.Tag != nil {
				t.lat, t.lon, t.located = x.Tag.Lat, x.Tag.Lon, true
			}
			d.places = append(d.places, t)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func decodeXML(r io.Reader, into any) error {
	return xml.NewDecoder(r).Decode(into)
}
