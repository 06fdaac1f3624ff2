package main

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// plain are sentences of about twenty words, as news agencies write them.
var plain = []string{
	"The Kenyan foreign minister accused Somalia on Tuesday of arming militants who attacked two villages near the border last month.",
	"Norway will send 40 million dollars in aid to Malawi after floods destroyed thousands of homes, the prime minister said.",
	"Turkish and Greek officials met in Vienna on Monday for talks about gas drilling in the disputed waters off Cyprus.",
	"Police in Minsk detained more than thirty protesters who demanded that the president resign and free all political prisoners.",
	"The European Union extended its sanctions against Myanmar for a year because of the arrest of journalists and lawyers there.",
	"Shops stayed open in the old town, and the market sold figs, olives, bread and cheese until late at night.",
	"Islamic State fighters killed five Iraqi soldiers in an ambush north of Kirkuk, two security officials told reporters on Friday.",
	"Peru has withdrawn its ambassador from Bolivia and called on the government in La Paz to apologise for the remarks.",
}

// BenchmarkCode codes plain sentences with the whole command, from standard
// input to JSON on one core: all in one text, and each an article of its own.
func BenchmarkCode(b *testing.B) {
	const times = 250
	var text, jsonl strings.Builder
	for i := range times * len(plain) {
		s := plain[i%len(plain)]
		fmt.Fprintf(&text, "%s\n\n", s)
		fmt.Fprintf(&jsonl, `{"id": "%d", "published": "2022-06-01", "text": %q}`+"\n", i, s)
	}
	for _, in := range []struct{ format, text string }{{"text", text.String()}, {"jsonl", jsonl.String()}} {
		b.Run(in.format, func(b *testing.B) {
			for b.Loop() {
				c := newRootCommand()
				c.SetArgs([]string{"code", "--format", "json", "--jobs", "1", "--input", in.format, "--published", "2022-06-01"})
				c.SetIn(strings.NewReader(in.text))
				c.SetOut(io.Discard)
				if err := c.Execute(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(times*len(plain)*b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}
