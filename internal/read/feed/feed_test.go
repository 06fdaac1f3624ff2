package feed

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Northern &amp; Wire</title><language>en-us</language>
<item><title>Norland to host talks</title><link>https://wire.example/1</link><guid>g1</guid><category>World</category>
<description>&lt;p&gt;Ministers &lt;b&gt;meet&lt;/b&gt; on Monday.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;They last met in May.&lt;/p&gt;</description>
<pubDate>Thu, 04 Mar 2021 09:30:00 +0100</pubDate></item>
<item><title>Only a title</title><link>https://wire.example/2</link></item>
<item><link>https://wire.example/3</link></item>
</channel></rss>`

const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title type="html">Drill &lt;i&gt;ends&lt;/i&gt;</title><id>tag:1</id><link href="https://desk.example/1"/><author><name>Anna Lind</name></author>
<updated>2022-07-08T12:00:00Z</updated><summary>Short.</summary><content type="html">&lt;p&gt;The ships went home &amp;amp; rested.&lt;/p&gt;</content></entry></feed>`

func TestRead(t *testing.T) {
	for in, want := range map[string]string{
		rss: `g1|https://wire.example/1|Northern & Wire|2021-03-04T08:30:00Z|[]|[World]|"Norland to host talks\n\nMinisters meet on Monday.\n\nThey last met in May."|Norland to host talks
https://wire.example/2|https://wire.example/2|Northern & Wire|0001-01-01T00:00:00Z|[]|[]|"Only a title"|Only a title
in:3: the item has neither title nor summary
`,
		atom: `tag:1|https://desk.example/1|Desk|2022-07-08T12:00:00Z|[Anna Lind]|[]|"Drill ends\n\nThe ships went home & rested."|Drill ends
`,
		"<rss><channel>": "in: not a feed: ",
	} {
		var b strings.Builder
		for a, err := range Read(in, "in") {
			if err != nil {
				fmt.Fprintln(&b, err)
				continue
			}
			fmt.Fprintf(&b, "%s|%s|%s|%s|%v|%v|%q|%s\n", a.ID, a.URL, a.Publisher, a.Published.Format(time.RFC3339), a.Authors, a.Tags, a.Text, a.Headline.Of(a.Text))
		}
		if got := b.String(); got != want && !(strings.HasSuffix(want, ": ") && strings.HasPrefix(got, want)) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rss)
	f.Add(atom)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		for a, err := range Read(s, "in") {
			if err == nil && (a.Text == "" || !utf8.ValidString(a.Text) || a.Headline.End > len(a.Text)) {
				t.Fatalf("%+v", a)
			}
		}
		if out := Strip(s); strings.Contains(out, "\x00") {
			t.Fatalf("%q", out)
		}
	})
}

func BenchmarkStrip(b *testing.B) {
	s := strings.Repeat("<p>The <b>ministers</b> met on <a href=/x>Tuesday</a> &amp; agreed.</p>", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Strip(s)
	}
}
