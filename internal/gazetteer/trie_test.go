package gazetteer

import (
	"testing"
	"unicode/utf8"
)

func TestAtoms(t *testing.T) {
	cases := []struct {
		text string
		want []string
	}{
		{"U.S. and Yoon Suk-yeol's aides.", []string{"US", "and", "Yoon", "Suk", "yeol", "s", "aides"}},
		{"Recep Tayyip Erdoğan", []string{"Recep", "Tayyip", "Erdogan"}},
		{"Donald J. Trump", []string{"Donald", "J", "Trump"}},
		{"Côte d’Ivoire", []string{"Cote", "d", "Ivoire"}},
		{"", nil},
	}
	for _, c := range cases {
		var got []string
		for _, a := range Atoms(c.text) {
			got = append(got, a.Form)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		}
	}
}

func TestTrieLongest(t *testing.T) {
	tr := NewTrie(4)
	tr.Add("Korea", 1)
	tr.Add("North Korea", 2)
	tr.Add("North Korea", 3)
	tr.Add("North Korea", 2)
	tr.Add("St. Vincent", 4)
	for _, c := range []struct {
		text string
		end  int
		want []int32
	}{
		{"North Korea said", 2, []int32{2, 3}},
		{"NORTH KOREA SAID", 2, []int32{2, 3}},
		{"Korea said", 1, []int32{1}},
		{"North, Korea", 0, nil},
		{"St. Vincent", 2, []int32{4}},
	} {
		atoms := Atoms(c.text)
		end, node := tr.Longest(atoms, tr.Words(atoms), 0)
		var got []int32
		if node != 0 {
			got = tr.Values(node)
		}
		if end != c.end || len(got) != len(c.want) {
			t.Errorf("%q: end %d values %v, want %d %v", c.text, end, got, c.end, c.want)
		}
	}
}

func FuzzAtoms(f *testing.F) {
	f.Add("The U.S. and Côte d’Ivoire, etc.")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, a := range Atoms(text) {
			if a.Start < last || a.End <= a.Start || a.End > len(text) || a.Form == "" {
				t.Fatalf("atom %+v after %d in %q", a, last, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(a.Form) {
				t.Fatalf("form %q is no text", a.Form)
			}
			last = a.End
		}
	})
}
