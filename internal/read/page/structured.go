package page

import (
	"encoding/json"
	"strings"
)

// structured keeps the objects of one JSON-LD script.
func (d *description) structured(s string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) != nil {
		// Line breaks within strings are a common fault.
		if json.Unmarshal([]byte(strings.Join(strings.Fields(s), " ")), &v) != nil {
			return
		}
	}
	d.objects(v, 0)
}

// deepest bounds how far lists and graphs of JSON-LD are followed.
const deepest = 6

func (d *description) objects(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			d.objects(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			d.data = append(d.data, v)
		} else {
			d.others = append(d.others, v)
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if x, ok := v[k]; ok {
				d.objects(x, depth+1)
			}
		}
	}
}

func isArticle(typ any) bool {
	for _, t := range strs(typ) {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
			return true
		}
	}
	return false
}

// strs reads a string, a named object or a list of them.
func strs(v any) []string {
	switch v := v.(type) {
	case string:
		if s := clean(v); s != "" {
			return []string{s}
		}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, strs(x)...)
		}
		return out
	case map[string]any:
		return strs(v["name"])
	}
	return nil
}

// datum is the first value of a field of the structured data.
func (d *description) datum(field string) string {
	for _, o := range d.data {
		if l := strs(o[field]); len(l) > 0 {
			return l[0]
		}
	}
	return ""
}

func (d *description) datumList(field string) []string {
	for _, o := range d.data {
		if l := strs(o[field]); len(l) > 0 {
			return l
		}
	}
	return nil
}
