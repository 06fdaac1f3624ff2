package when

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"entente"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
)

// TestNews runs the passages of testdata/news.txt with tokens and tags.
func TestNews(t *testing.T) {
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		c := strings.SplitN(line, " |", 3)
		if len(c) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		day, _ := time.Parse("2006-01-02", c[0])
		passage := strings.ReplaceAll(strings.TrimSpace(c[1]), `\n`, "\n")
		d := &entente.Document{Article: &entente.Article{Text: passage, Published: day}}
		token.Stage().Run(d)
		tag.Stage().Run(d)
		Run(d)
		if got := strings.Join(listed(d), "; "); got != strings.TrimSpace(c[2]) {
			t.Errorf("%q\n got %s\nwant %s", passage, got, strings.TrimSpace(c[2]))
		}
	}
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct{ got, want time.Time }{
		{easter(2023), date(2023, 4, 9)},
		{easter(2000), date(2000, 4, 23)},
		{nthWeekday(1999, 11, 4, 4), date(1999, 11, 25)},
		{nthWeekday(2022, 5, 1, -1), date(2022, 5, 30)},
		{shift(date(2024, 3, 31), month, -1), date(2024, 2, 29)},
		{shift(date(2023, 1, 31), quarter, 1), date(2023, 4, 30)},
	} {
		if !c.got.Equal(c.want) {
			t.Errorf("%v, want %v", c.got, c.want)
		}
	}
	if start, end := bounds(date(2020, 1, 1), week); !start.Equal(date(2019, 12, 30)) || !end.Equal(date(2020, 1, 5)) {
		t.Errorf("the week of New Year 2020 is %v to %v", start, end)
	}
}

// TestIntervals holds what Time.When says for the kinds of expression that
// date events.
func TestIntervals(t *testing.T) {
	for text, want := range map[string]string{
		"It ended in early March 2011.":            "2011-03-01 2011-03-11 month",
		"It ended in the past three months.":       "2022-11-02 2023-02-02 month",
		"They met on August 24-26, 2019.":          "2019-08-24 2019-08-26 day",
		"They met last weekend.":                   "2023-01-28 2023-01-29 week",
		"It was so in the 1990s.":                  "1990-01-01 1999-12-31 decade",
		"Output fell in the third quarter of 1990": "1990-07-01 1990-09-30 season",
	} {
		d := run(text, exampleDay)
		if len(d.Times) != 1 {
			t.Errorf("%q: %d times", text, len(d.Times))
			continue
		}
		v := d.Times[0].When
		if got := v.Start.Format("2006-01-02 ") + v.End.Format("2006-01-02 ") + string(v.Precision); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestErrors holds that a broken file is named with its line.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"@month 1 January":                           `x/a.txt:1: class without ": "`,
		"# a\n1 id | a | y=1":                        "x/a.txt:2: want 5 columns",
		"id | a | y=1 | b | -":                       "x/a.txt:1: a rule begins with its layer",
		"1 id | <nope> | y=1 | b | -":                "unknown element <nope>",
		"1 id | @nope | y=1 | b | -":                 "unknown class @nope",
		"1 id | a | year=1 | b | -":                  `unknown slot "year"`,
		"1 id | a? | y=1 | b | -":                    "can be empty",
		"@feast x: sometimes\n1 i | a | y=1 | b | -": `named day "sometimes"`,
	} {
		_, err := loadLexicon(fstest.MapFS{"x/a.txt": {Data: []byte(text)}}, "x")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}
