package understand

import (
	"strings"
	"testing"
	"time"

	"entente"
)

// hostile texts are prose that no reporter writes: n repeats of something that
// nests, never ends or always asks what stood before.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"brackets", func(n int) string { return strings.Repeat("(", n) }},
	{"quotes", func(n int) string { return strings.Repeat("“", n) }},
	{"mixed", func(n int) string { return "He said " + strings.Repeat(`("[`, n) + " the end." }},
	{"one token", func(n int) string { return strings.Repeat("a", 10*n) }},
	{"apostrophes", func(n int) string { return strings.Repeat("a'", n) }},
	{"dots", func(n int) string { return strings.Repeat("U.", n) }},
	{"one list", func(n int) string { return strings.Repeat("Japan and ", n) + "Iran met." }},
	{"commas", func(n int) string { return strings.Repeat("Japan, ", n) + "met." }},
	{"said", func(n int) string { return strings.Repeat("Japan said ", n) + "it met." }},
	{"tellings", func(n int) string { return strings.Repeat("Japan met Korea\n", n) }},
	{"quoted tellings", func(n int) string { return strings.Repeat("\"Japan met Korea,\" he said.\n\n", n/2) }},
	{"days", func(n int) string { return strings.Repeat("on Tuesday ", n) + "." }},
	{"NUL", func(n int) string { return strings.Repeat("Japan\x00 met Korea. ", n/4) }},
	{"not UTF-8", func(n int) string { return strings.Repeat("Japan\xff\xfe met Korea. ", n/4) }},
}

// TestHostile holds that such texts neither break the stages nor take time
// that grows faster than they do.
func TestHostile(t *testing.T) {
	p := New()
	took := func(text string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			p.Understand(&entente.Article{Text: text, Language: "en"})
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, c := range hostile {
		small, large := took(c.text(500)), took(c.text(4000))
		if large > 30*small && large > time.Second {
			t.Errorf("%s: %v for a text, %v for one eight times as long", c.name, small, large)
		}
	}
}
