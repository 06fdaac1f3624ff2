package evaluate

import (
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"entente"
)

// timexDoc is a TimeML document: its text, its day of creation and the time
// expressions that people marked in it.
type timexDoc struct {
	name  string
	text  string
	made  time.Time
	times []timex
}

type timex struct {
	entente.Span
	kind, value, mod string
}

// readTimex reads every .tml.gz file of a folder, in name order.
func readTimex(dir string) ([]timexDoc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tml.gz"))
	if err != nil {
		return nil, err
	}
	var docs []timexDoc
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		d, err := readTimeML(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d.name = filepath.Base(strings.TrimSuffix(name, ".tml.gz"))
		docs = append(docs, d)
	}
	return docs, nil
}

func readTimeML(f io.Reader) (timexDoc, error) {
	var d timexDoc
	z, err := gzip.NewReader(f)
	if err != nil {
		return d, err
	}
	in := xml.NewDecoder(z)
	var text strings.Builder
	inside, open := false, -1
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			d.text = text.String()
			return d, nil
		}
		if err != nil {
			return d, err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "TEXT":
				inside = true
			case "TIMEX3":
				t := timex{Span: entente.Span{Start: text.Len()}, kind: attribute(x, "type"), value: attribute(x, "value"), mod: attribute(x, "mod")}
				if attribute(x, "functionInDocument") == "CREATION_TIME" && len(t.value) >= 10 {
					d.made, _ = time.Parse("2006-01-02", t.value[:10])
				}
				if inside {
					open = len(d.times)
					d.times = append(d.times, t)
				}
			}
		case xml.EndElement:
			if x.Name.Local == "TEXT" {
				inside = false
			}
			if x.Name.Local == "TIMEX3" && open >= 0 {
				d.times[open].End = text.Len()
				open = -1
			}
		case xml.CharData:
			if inside {
				text.Write(x)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
