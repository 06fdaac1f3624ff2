package who_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/gazetteer"
	"entente/internal/understand"
	"entente/internal/understand/who"
)

type actorCase struct {
	name string
	day  time.Time
	text string
	want []string
	line int
}

func readCases(t *testing.T, file string) []actorCase {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []actorCase
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		l := strings.TrimSpace(sc.Text())
		switch {
		case l == "" || l[0] == '#':
		case strings.HasPrefix(l, "== "):
			c := actorCase{name: l[3:], line: n}
			if i := strings.LastIndexByte(l, ' '); i > 0 {
				if d, err := time.Parse("2006-01-02", l[i+1:]); err == nil {
					c.day = d
				}
			}
			cases = append(cases, c)
		case cases[len(cases)-1].text == "":
			cases[len(cases)-1].text = l
		default:
			cases[len(cases)-1].want = append(cases[len(cases)-1].want, l)
		}
	}
	return cases
}

func TestCases(t *testing.T) {
	p := understand.New()
	for _, file := range []string{"cases.txt", "story.txt"} {
		for _, c := range readCases(t, "testdata/"+file) {
			d := &entente.Document{Article: &entente.Article{Text: c.text, Published: c.day}}
			p.Until(d, entente.LayerActors)
			for _, want := range c.want {
				if why := check(d, want); why != "" {
					t.Errorf("%s:%d: %s: %s\n  %s\n%s", file, c.line, c.name, why, c.text, list(d))
				}
			}
		}
	}
}

// check says what is wrong with one expectation, "" when it holds.
func check(d *entente.Document, want string) string {
	code, words, _ := strings.Cut(want, ":")
	for _, w := range strings.Split(words, ";") {
		found := false
		for _, alt := range strings.Split(w, "|") {
			found = found || has(d, code, strings.TrimSpace(alt))
		}
		if code == "-" && found {
			return fmt.Sprintf("%q is no actor", strings.TrimSpace(w))
		}
		if code != "-" && !found {
			return fmt.Sprintf("no actor %s with the mention %q", code, strings.TrimSpace(w))
		}
	}
	return ""
}

func has(d *entente.Document, code, words string) bool {
	for _, a := range d.Actors {
		triple := fmt.Sprintf("%s/%s/%s", or(a.Code), or(a.Sector), or(a.Country))
		if code != "-" && a.Code != code && triple != code {
			continue
		}
		for _, m := range a.Mentions {
			if d.TextOf(m.Span) == words && (code != "-" || !strings.HasPrefix(m.Rule, "place")) {
				return true
			}
		}
	}
	return false
}

func or(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

func list(d *entente.Document) string {
	var b strings.Builder
	for _, a := range d.Actors {
		fmt.Fprintf(&b, "    %s %s/%s/%s:", a.Name, or(a.Code), or(a.Sector), or(a.Country))
		for _, m := range a.Mentions {
			fmt.Fprintf(&b, " %q(%s)", d.TextOf(m.Span), m.Rule)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestRoleExamples runs the example of every class of data/en/roles.txt.
func TestRoleExamples(t *testing.T) {
	p := understand.New()
	for _, ex := range who.RoleExamples() {
		if ex.Err != nil {
			t.Error(ex.Err)
			continue
		}
		d := &entente.Document{Article: &entente.Article{Text: ex.Text}}
		p.Until(d, entente.LayerActors)
		found := ex.Code == ""
		for _, a := range d.Actors {
			found = found || a.Code == ex.Code || a.Sector == ex.Code
		}
		if !found {
			t.Errorf("roles.txt:%d: %s: no actor %s in %q\n%s", ex.Line, ex.Class, ex.Code, ex.Text, list(d))
		}
	}
}

// TestSeatExamples runs the example of every seat of data/en/metonyms.txt.
func TestSeatExamples(t *testing.T) {
	p := understand.New()
	for _, m := range gazetteer.Metonyms() {
		d := &entente.Document{Article: &entente.Article{Text: m.Example}}
		p.Until(d, entente.LayerActors)
		found := false
		for _, a := range d.Actors {
			found = found || a.Country == m.Country && a.Sector == m.Sector
		}
		if !found {
			t.Errorf("metonyms.txt: %s: no actor %s%s in %q\n%s", m.Phrase, m.Country, m.Sector, m.Example, list(d))
		}
	}
}

// FuzzRun holds what must be true of actors whatever the text: spans inside
// it, heads inside spans, the same text gives the same actors.
func FuzzRun(f *testing.F) {
	f.Add("Latvian Defence Minister Artis Pabriks, the U.S. and China's Xi met. They agreed; both countries' leaders said it.")
	f.Add("JAPAN AND KOREA (ROK) - the 'two sides' of St. Petersburg-based Inc. of of of")
	f.Add("President of the United States of President of the of it its he")
	p := understand.New()
	f.Fuzz(func(t *testing.T, text string) {
		run := func() *entente.Document {
			d := &entente.Document{Article: &entente.Article{Text: text}}
			p.Until(d, entente.LayerActors)
			return d
		}
		d := run()
		for _, a := range d.Actors {
			if len(a.Mentions) == 0 {
				t.Fatalf("actor %q without a mention", a.Name)
			}
			for _, m := range a.Mentions {
				if m.Empty() || m.Start < 0 || m.End > len(text) || m.Rule == "" {
					t.Fatalf("mention %+v of a text of %d bytes", m, len(text))
				}
				if h := d.Tokens[m.Head].Span; !m.Contains(h) {
					t.Fatalf("head %v outside mention %v", h, m.Span)
				}
			}
		}
		if got := run(); list(got) != list(d) {
			t.Fatal("the same text gave other actors")
		}
	})
}

func BenchmarkRun(b *testing.B) {
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		b.Fatal(err)
	}
	var prose strings.Builder
	for _, l := range strings.Split(string(text), "\n") {
		if strings.HasSuffix(l, ".") {
			prose.WriteString(l + " ")
		}
	}
	d := &entente.Document{Article: &entente.Article{Text: strings.Repeat(prose.String(), 4)}}
	understand.New().Until(d, entente.LayerActors)
	b.ReportAllocs()
	for b.Loop() {
		d.Actors = nil
		who.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
