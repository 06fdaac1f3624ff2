package where

import (
	"os"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
)

func run(text string) *entente.Document {
	d := &entente.Document{Article: &entente.Article{Text: text}}
	token.Stage().Run(d)
	tag.Stage().Run(d)
	Run(d)
	return d
}

func places(d *entente.Document) string {
	var got []string
	for _, p := range d.Places {
		s := strings.Join(strings.Fields(d.TextOf(p.Span)+" "+p.Country+" "+p.Kind), " ")
		if p.Locative {
			s += " in"
		}
		got = append(got, s)
	}
	return strings.Join(got, "; ")
}

// TestExamples runs the example of every class of data/en/place.
func TestExamples(t *testing.T) {
	for _, e := range compiled().examples {
		if got, want := places(run(e.text)), strings.TrimPrefix(e.want, "-"); got != want {
			t.Errorf("%s: %q\n got %s\nwant %s", e.class, e.text, got, want)
		}
	}
}

// FuzzRun holds what every text must keep: spans inside the text and in
// order, points on the globe, the same answer twice, with and without tags.
func FuzzRun(f *testing.F) {
	for _, e := range compiled().examples {
		f.Add(e.text)
	}
	f.Add("SEOUL (Reuters) - the village of X in Y, Z. in in in of of US$ St. Louis, Mo., al-Tanf; 'Ayn al 'Arab")
	f.Fuzz(func(t *testing.T, text string) {
		for _, tagged := range []bool{true, false} {
			d, again := bare(text), bare(text)
			if tagged {
				d, again = run(text), run(text)
			}
			if places(d) != places(again) {
				t.Fatal("two runs differ")
			}
			end := 0
			for _, p := range d.Places {
				if p.Start < end || p.Len() <= 0 || p.End > len(text) {
					t.Fatalf("span %v after %d in a text of %d bytes", p.Span, end, len(text))
				}
				end = p.End
				if p.Name == "" || p.Kind == "" || p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
					t.Fatalf("%+v", p)
				}
			}
		}
	})
}

func bare(text string) *entente.Document {
	d := &entente.Document{Article: &entente.Article{Text: text}}
	Run(d)
	return d
}

func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	for text.Len() < 50_000 {
		text.WriteString("Foreign ministers of Norway, Finland and Estonia met in Tallinn on Monday to discuss drills in the Baltic Sea. ")
		text.WriteString("The talks followed a visit to the village of Narva-Joesuu near the border, where the group spoke with farmers about trade and fishing rights. ")
	}
	d := run(text.String())
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		Run(d)
	}
}

// TestNews runs the passages of testdata/news.txt.
func TestNews(t *testing.T) {
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		passage, want, ok := strings.Cut(line, " |")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if got := places(run(strings.ReplaceAll(passage, `\n`, "\n"))); got != strings.TrimSpace(want) {
			t.Errorf("%q\n got %s\nwant %s", passage, got, strings.TrimSpace(want))
		}
	}
}
