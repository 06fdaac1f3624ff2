package table

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"unicode/utf8"

	"entente"
)

func show(seq iter.Seq2[*entente.Article, error]) string {
	var b strings.Builder
	for a, err := range seq {
		if err != nil {
			fmt.Fprintln(&b, err)
			continue
		}
		fmt.Fprintf(&b, "%s|%s|%s|%s|%q|%.20q\n", a.ID, a.Publisher, a.Title, a.Published.Format("2006-01-02"), a.Tags, a.Text)
	}
	return b.String()
}

func TestJSONL(t *testing.T) {
	in := "\xEF\xBB\xBF" + `{"id": 7, "publisher": "Wire", "title": "Talks", "published": "2023-01-31", "tags": "a, b", "text": "They met."}

{"id": "x", "text":
{"id": "y", "title": "Only a title"}
{"id": "z"}
{"id": "w", "published": "someday", "text": "t"}
{"id": "l", "text": "` + strings.Repeat("x", MaxRow) + `"}
{"id": "m", "text": ["a"]}
{"id": "n", "text": "caf` + "\xe9" + ` talks"}`
	want := `7|Wire|Talks|2023-01-31|["a" "b"]|"They met."
in:3: not a JSON object of an article: unexpected end of JSON input: expected {"id","url","publisher","title","published","text"}
y||Only a title|0001-01-01|[]|"Only a title"
in:5: the row has neither title nor text
in:6: published "someday" is no date: write it as 2023-01-31 or 2023-01-31T10:00:00Z
in:7: the line is longer than 8 MB: split it into articles, one JSON object a line
in:8: not a JSON object of an article: text is an array: expected {"id","url","publisher","title","published","text"}
n||||[]|"café talks"
`
	want = strings.Replace(want, "n||||", "n|||0001-01-01|", 1)
	if got := show(JSONL(strings.NewReader(in), "in")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSON(t *testing.T) {
	for in, want := range map[string]string{
		`[{"id":"a","text":"one"},
		  {"id":"b","text":"two"}]`: "a|||0001-01-01|[]|\"one\"\nb|||0001-01-01|[]|\"two\"\n",
		"{\n\"id\":\"a\",\n\"text\":\"one\"}\n{\"id\":\"b\",\"text\":\"two\"}": "a|||0001-01-01|[]|\"one\"\nb|||0001-01-01|[]|\"two\"\n",
		`[{"id":"a","text":"one"},{"id"`:                                       "a|||0001-01-01|[]|\"one\"\nin:2: not a JSON object of an article: unexpected EOF: the line is the number of the article; those before it were read\n",
	} {
		if got := show(JSON(strings.NewReader(in), "in")); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", in, got, want)
		}
	}
}

func TestCSV(t *testing.T) {
	in := "id;Source;headline;date;body;tags\n1;Wire;Talks;2023-01-31;\"They met;\nand left.\";a|b\n2;Wire;;;;\n3;Wire;\"Half;2023\n"
	want := `1|Wire|Talks|2023-01-31|["a" "b"]|"They met;\nand left."
in:4: the row has neither title nor text
`
	got := show(CSV(strings.NewReader(in), "in"))
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := show(CSV(strings.NewReader("a,b\n1,2\n"), "in")); !strings.Contains(got, "no column") {
		t.Errorf("got %s", got)
	}
}

func TestCSVOpenQuote(t *testing.T) {
	src := io.MultiReader(strings.NewReader("text\nGood.\n\"never closed\n"), &repeat{line: strings.Repeat("word ", 200) + "\n", left: 20000})
	if got := show(CSV(src, "in")); !strings.Contains(got, "Good.") || !strings.Contains(got, "longer than") {
		t.Errorf("got %.300s", got)
	}
}

func TestMemoryFlat(t *testing.T) {
	line := `{"id":"a","text":"` + strings.Repeat("word ", 200) + "\"}\n"
	src := &repeat{line: line, left: 20000}
	if n := testing.AllocsPerRun(1, func() {
		for a := range JSONL(src, "in") {
			_ = a
		}
	}); n > 20000*60 {
		t.Errorf("%v allocations", n)
	}
}

type repeat struct {
	line string
	left int
	rest string
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.rest == "" {
		if r.left--; r.left < 0 {
			return 0, io.EOF
		}
		r.rest = r.line
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func FuzzRows(f *testing.F) {
	f.Add(`{"id":1,"text":"a"}` + "\n{")
	f.Add("text,id\na,b\n\"c")
	f.Fuzz(func(t *testing.T, s string) {
		for _, seq := range []iter.Seq2[*entente.Article, error]{JSONL(strings.NewReader(s), "in"), JSON(strings.NewReader(s), "in"), CSV(strings.NewReader(s), "in")} {
			for a, err := range seq {
				if err == nil && (!utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "") {
					t.Fatalf("text %q", a.Text)
				}
			}
		}
	})
}

func BenchmarkJSONL(b *testing.B) {
	s := strings.Repeat(`{"id":"a","publisher":"Wire","title":"Talks","published":"2023-01-31","text":"`+strings.Repeat("They met again. ", 100)+"\"}\n", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for range JSONL(strings.NewReader(s), "in") {
		}
	}
}
