package merge

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"entente"

	"pgregory.net/rapid"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// telling reads the notation of testdata/same.txt.
func telling(s string) *entente.Entry {
	f := strings.Fields(s)
	parties := func(s string) (out []entente.Party) {
		for _, c := range strings.Split(s, ",") {
			c, person, named := strings.Cut(c, ":")
			country, sector, _ := strings.Cut(c, ".")
			p := entente.Party{Name: country, Country: country, Sector: sector}
			if named {
				p.Name, p.Role = strings.ReplaceAll(person, "_", " "), "minister"
			}
			if c != "-" {
				out = append(out, p)
			}
		}
		return out
	}
	typ, mode, _ := strings.Cut(f[3], "/")
	e := &entente.Entry{Type: typ, Mode: strings.Trim(mode, "-"), CAMEO: f[4], Status: entente.Status(f[6]), Source: parties(f[0]), Target: parties(f[2]), Confidence: 0.5}
	if e.Symmetric = f[1] == "="; e.Symmetric {
		e.Source, e.Target = append(e.Source, e.Target...), nil
	}
	start, precision, marked := strings.Cut(f[5], "~")
	e.Date = entente.Interval{Start: day(start), End: day(start), Precision: entente.Precision(precision)}
	switch {
	case !marked:
		e.Date.Precision = entente.ByDay
	case precision == "month":
		e.Date.End = e.Date.Start.AddDate(0, 1, -1)
	case precision == "year":
		e.Date.End = e.Date.Start.AddDate(1, 0, -1)
	}
	published, text := e.Date.Start, "The bridge at Mittelberg fell"
	for _, extra := range f[7:] {
		if rest, ok := strings.CutPrefix(extra, "pub="); ok {
			published = day(rest)
			continue
		}
		if rest, ok := strings.CutPrefix(extra, "text="); ok {
			text = strings.ReplaceAll(rest, "_", " ")
			continue
		}
		if rest, ok := strings.CutPrefix(extra, "dead="); ok {
			a := entente.Amount{Kind: "dead"}
			fmt.Sscan(rest, &a.Value)
			e.Amounts = append(e.Amounts, a)
			continue
		}
		p := strings.Split(extra[1:], ",")
		e.Place = entente.EntryPlace{Name: strings.ReplaceAll(p[0], "_", " "), Country: p[1]}
		fmt.Sscan(p[2], &e.Place.Lat)
		fmt.Sscan(p[3], &e.Place.Lon)
	}
	e.Sources = []entente.Telling{{Published: published, Publisher: "Wire", Sentence: text, Status: e.Status}}
	return e
}

func TestSame(t *testing.T) {
	f, err := os.Open("testdata/same.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, " | ")
		a, b := telling(col[0]), telling(col[1])
		_, got := Same(a, b)
		_, back := Same(b, a)
		if want := strings.TrimSpace(col[2]) == "same"; got != want || back != want {
			t.Errorf("same.txt:%d: %v and %v, want %v: %s", n, got, back, want, line)
		}
	}
}

func TestFold(t *testing.T) {
	with := func(publisher string, confidence float64, s string) *entente.Entry {
		e := telling(s)
		e.Sources[0].Publisher, e.Confidence = publisher, confidence
		return e
	}
	one := with("A", 0.6, "USA > IRN ASSAULT/- 190 2020-01-03~month happened @Iraq,IRQ,33,44")
	two := with("B", 0.5, "USA > IRN ASSAULT/aerial 195 2020-01-03 happened @Baghdad,IRQ,33.3,44.4")
	three := with("A", 0.7, "USA > IRN ASSAULT/aerial 195 2020-01-03 happened")
	denial := with("C", 0.9, "USA > IRN ASSAULT/- 190 2020-01-03 denied")
	wire := with("D", 0.9, "USA > IRN ASSAULT/- 190 2020-01-03 happened")
	wire.Sources[0].CopyOf = "x"
	e := Fold([]*entente.Entry{one, two, three, denial, wire})
	if e.CAMEO != "195" || e.Mode != "aerial" || e.Date.Precision != entente.ByDay || e.Place.Name != "Baghdad" || e.Status != entente.Happened || e.Denials != 1 || len(e.Sources) != 5 {
		t.Errorf("%+v", e)
	}
	if want := (1 - (1-0.7)*(1-0.5)) * 0.6; fmt.Sprintf("%.3f", e.Confidence) != fmt.Sprintf("%.3f", want) {
		t.Errorf("confidence %v, want %v", e.Confidence, want)
	}
	words := with("E", 0.5, "USA > - ASSAULT/- 190 2020-01-03 happened")
	words.Target = []entente.Party{{Name: "a convoy"}}
	if e := Fold([]*entente.Entry{words, denial}); e.Status != entente.Happened || len(e.Target) != 1 || e.Target[0].Country != "IRN" || e.Denials != 1 {
		t.Errorf("%+v", e)
	}
	one.Sources[0].Published, two.Sources[0].Published = day("2020-01-04"), day("2020-01-03")
	one.Sources[0].Amounts = []entente.Amount{{Kind: "dead", Value: 7}}
	two.Sources[0].Amounts = []entente.Amount{{Kind: "dead", Value: 10}, {Kind: "missiles", Value: 3, Unit: "missile"}}
	if e := Fold([]*entente.Entry{one, two}); len(e.Amounts) != 2 || e.Amounts[0].Value != 7 || e.Amounts[1].Value != 3 || len(e.Sources[1].Amounts) != 2 {
		t.Errorf("amounts %+v", e.Amounts)
	}
	if e := Fold([]*entente.Entry{denial}); e.Status != entente.Denied || e.Denials != 0 || e.Confidence != 0.9 {
		t.Errorf("%+v", e)
	}
}

func TestCopies(t *testing.T) {
	text := strings.Repeat("The ministers met on Tuesday in the border town and agreed to resume their talks on the river. ", 1) +
		"Officials of both sides said that a commission would prepare the text of an agreement, which the parliaments would have to ratify before the summer, and that the bridge at Mittelberg would open to traffic again once the repairs were done."
	other := "A storm drove two ferries aground on the northern coast on Monday night, and rescue crews took more than three hundred people off them by helicopter before the wind rose again in the early morning hours, the coast guard of the country said in a first statement about it."
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{text, "MITTELBERG (Wire) - " + text, true},
		{text, text + " " + other[:60], true},
		{text, strings.ToUpper(text), true},
		{text, other, false},
		{"Two met.", "Two met!", true},
		{"Two met.", "Two met again.", false},
	} {
		if got := Copies(PrintOf(c.a), PrintOf(c.b)); got != c.want {
			t.Errorf("%.40q %.40q: %v", c.a, c.b, got)
		}
	}
	a, b := PrintOf(text), PrintOf("MITTELBERG (Wire) - "+text)
	if !slices.ContainsFunc(a.Bands, func(x uint64) bool { return slices.Contains(b.Bands, x) }) {
		t.Error("a copy shares no band with its original")
	}
}

// Folding one telling changes nothing but what the ledger fills in, and the
// confidence of any fold lies between 0 and 1.
func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []*entente.Entry
		for range rapid.IntRange(1, 6).Draw(t, "n") {
			e := telling("USA > IRN ASSAULT/- 190 2020-01-03 " + rapid.SampledFrom([]string{"happened", "denied", "ongoing"}).Draw(t, "status"))
			e.CAMEO = rapid.SampledFrom([]string{"190", "195", "19"}).Draw(t, "cameo")
			e.Confidence = rapid.Float64Range(0, 1).Draw(t, "c")
			e.Sources[0].Publisher = rapid.SampledFrom([]string{"A", "B", ""}).Draw(t, "p")
			list = append(list, e)
		}
		e := Fold(list)
		if e.Confidence < 0 || e.Confidence > 1 || len(e.Sources) != len(list) || e.Denials >= len(list) && len(list) > 0 && e.Denials > 0 {
			t.Fatalf("%+v", e)
		}
		if _, ok := Same(&e, list[0]); !ok && e.CAMEO[:2] == list[0].CAMEO[:2] && e.CAMEO == "19" {
			t.Fatalf("a fold is no longer like its telling: %+v", e)
		}
	})
}

func BenchmarkPrintOf(b *testing.B) {
	text := strings.Repeat("The ministers met on Tuesday in the border town and agreed to resume their talks on the river. ", 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		PrintOf(text)
	}
}

func BenchmarkSame(b *testing.B) {
	x, y := telling("USA > IRN ASSAULT/aerial 195 2020-01-03 happened"), telling("USA > IRN ASSAULT/- 190 2020-01-04 happened")
	for b.Loop() {
		Same(x, y)
	}
}

func FuzzCopies(f *testing.F) {
	f.Add("The ministers met.", "The ministers met again.")
	f.Fuzz(func(t *testing.T, a, b string) {
		p, q := PrintOf(a), PrintOf(b)
		if !Copies(p, p) || Copies(p, q) != Copies(q, p) {
			t.Fatalf("%q %q", a, b)
		}
	})
}
