package stamp

import (
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2023-01-31", "2023-01-31T00:00:00Z"},
		{"2023-04-25T12:26:45.381Z", "2023-04-25T12:26:45Z"},
		{"2024-10-13T07:00:00+0900", "2024-10-12T22:00:00Z"},
		{"February 2, 2023", "2023-02-02T00:00:00Z"},
		{"Saturday, August 24, 2019", "2019-08-24T00:00:00Z"},
		{"Tuesday, January 31st, 2023", "2023-01-31T00:00:00Z"},
		{"Sept. 3, 2021", "2021-09-03T00:00:00Z"},
		{"3 September 2021", "2021-09-03T00:00:00Z"},
		{"Mon, 02 Jan 2006 15:04:05 -0700", "2006-01-02T22:04:05Z"},
		{"Mon, 02 Jan 2006 15:04:05 EST", "2006-01-02T20:04:05Z"},
		{"Oct 5, 2022 4:10 p.m. EDT", "2022-10-05T20:10:00Z"},
		{"1675123200", "2023-01-31T00:00:00Z"},
		{"2022/07/08", "2022-07-08T00:00:00Z"},
		{"yesterday", ""}, {"", ""}, {"0001-01-01", ""}, {"31 February 2022", ""}, {"the meeting of the two", ""},
	} {
		got, ok := Parse(c.in)
		if s := got.Format(time.RFC3339); ok && s != c.want || !ok && c.want != "" {
			t.Errorf("Parse(%q) = %v %v, want %q", c.in, s, ok, c.want)
		}
	}
}

func TestFromURL(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.org/world/2023/01/31/talks-in-tokyo", "2023-01-31"},
		{"https://example.org/2023/jan/31/talks", "2023-01-31"},
		{"https://example.org/news/20230131/talks", "2023-01-31"},
		{"https://example.org/news/talks-2023-01-31.html", "2023-01-31"},
		{"https://example.org/story/123456789", ""}, {"https://example.org/2023/talks", ""},
	} {
		got, ok := FromURL(c.in)
		if s := got.Format(time.DateOnly); ok && s != c.want || !ok && c.want != "" {
			t.Errorf("FromURL(%q) = %v %v, want %q", c.in, s, ok, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("February 2, 2023")
	f.Add("2023-01-31T10:00:00+09:00")
	f.Fuzz(func(t *testing.T, s string) {
		if got, ok := Parse(s); ok && (got.Year() < 1800 || got.Year() > 2200) {
			t.Errorf("Parse(%q) = %v", s, got)
		}
		FromURL(s)
	})
}
