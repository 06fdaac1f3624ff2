package quote

import (
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand/parse"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
	"entente/internal/understand/when"
	"entente/internal/understand/who"
)

// read runs the stages that statements rest on.
func read(text string) *entente.Document {
	d := &entente.Document{Article: &entente.Article{ID: "t", Language: "en", Text: text}}
	for _, s := range []entente.Stage{token.Stage(), tag.Stage(), parse.Stage(), when.Stage(), who.Stage(), Stage()} {
		s.Run(d)
	}
	return d
}

// TestExamples runs the example of every rule of data/en/quote.
func TestExamples(t *testing.T) {
	x := words()
	for _, err := range x.errs {
		t.Error(err)
	}
	for _, e := range x.examples {
		d := read(e.text)
		if msg := check(d, e); msg != "" {
			t.Errorf("data/en/quote/%s:%d: %s: %s\n\t%s\n\tfound %s", e.file, e.line, e.id, msg, e.text, describe(d))
		}
	}
}

func check(d *entente.Document, e example) string {
	if len(d.Statements) == 0 {
		return "no statement"
	}
	for i := range d.Statements {
		st := &d.Statements[i]
		switch e.file {
		case "replies.txt":
			return ""
		case "sources.txt":
			for _, v := range st.Via {
				if v.Name == e.content {
					return ""
				}
			}
			continue
		}
		if st.Rule != "quote."+e.id || !strings.HasPrefix(d.TextOf(st.Content), e.content) {
			continue
		}
		if e.speaker == "-" && len(st.Speaker) == 0 {
			return ""
		}
		for _, p := range st.Speaker {
			if strings.Contains(p.Name+" "+d.TextOf(p.Span), e.speaker) {
				return ""
			}
		}
	}
	return "not found"
}

func describe(d *entente.Document) string {
	var b strings.Builder
	for i := range d.Statements {
		st := &d.Statements[i]
		b.WriteString("\n\t" + speakerNames(st) + " | " + d.TextOf(st.Cue) + " | " + string(st.Kind) + " | " + d.TextOf(st.Content) + " | " + st.Rule)
		for _, v := range st.Via {
			b.WriteString(" <- " + string(v.Kind) + " " + v.Name)
		}
	}
	return b.String()
}

func speakerNames(st *entente.Statement) string {
	var out []string
	for _, p := range st.Speaker {
		out = append(out, p.Name)
	}
	return strings.Join(out, " + ")
}

func speakerWords(d *entente.Document, st *entente.Statement) string {
	var out []string
	for _, p := range st.Speaker {
		words := strings.Fields(d.TextOf(p.Span))
		if w := strings.ToLower(words[0]); w == "the" || w == "an" {
			words = words[1:]
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, " + ")
}

// TestCases runs testdata/cases.txt: texts with the statements they hold, as
// "speaker | cue | kind | start of the content ... end of the content",
// "reply | number | number of the one that it answers" or "via | kind | name".
func TestCases(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(b), "\n===") {
		name, body, _ := strings.Cut(block, "\n")
		text, wants, ok := strings.Cut(body, "\n---\n")
		if !ok {
			continue
		}
		d := read(text)
		for _, want := range strings.Split(strings.TrimSpace(wants), "\n") {
			if want != "" && !holds(d, want) {
				t.Errorf("%s: want %s\n\tfound %s", name, want, describe(d))
			}
		}
	}
}

func holds(d *entente.Document, want string) bool {
	f := columns(want)
	switch f[0] {
	case "none":
		return len(d.Statements) == 0
	case "reply":
		i, _ := strconv.Atoi(f[1])
		j, _ := strconv.Atoi(f[2])
		return i < len(d.Statements) && d.Statements[i].Replies == j
	case "via":
		for _, st := range d.Statements {
			for _, v := range st.Via {
				if string(v.Kind) == f[1] && v.Name == f[2] {
					return true
				}
			}
		}
		return false
	}
	head, tail, _ := strings.Cut(f[3], " ...")
	tail = strings.TrimSpace(tail)
	for i := range d.Statements {
		st := &d.Statements[i]
		c := strings.Join(strings.Fields(d.TextOf(st.Content)), " ")
		if speakerWords(d, st) == f[0] && d.TextOf(st.Cue) == f[1] && string(st.Kind) == f[2] &&
			strings.HasPrefix(c, head) && strings.HasSuffix(c, tail) {
			return true
		}
	}
	return false
}

// spans checks what must hold of any text.
func spans(t *testing.T, d *entente.Document) {
	inside := func(s entente.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) }
	for i, st := range d.Statements {
		if !inside(st.Content) || st.Content.Empty() || !inside(st.Cue) || st.Replies >= i || st.Sentence >= len(d.Sentences) {
			t.Fatalf("statement %d does not fit: %+v", i, st)
		}
		for _, p := range append(append([]entente.Participant{}, st.Speaker...), st.Addressee...) {
			if !inside(p.Span) || p.Actor >= len(d.Actors) {
				t.Fatalf("participant %+v does not fit", p)
			}
		}
	}
}

func FuzzQuote(f *testing.F) {
	b, _ := os.ReadFile("testdata/cases.txt")
	for _, block := range strings.Split(string(b), "\n===") {
		f.Add(block)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := read(text)
		spans(t, d)
		if e := read(text); !reflect.DeepEqual(d.Statements, e.Statements) {
			t.Fatal("the same text gave other statements")
		}
	})
}

func BenchmarkQuote(b *testing.B) {
	text, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := read(string(text))
	stage := Stage()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Statements = nil
		stage.Run(d)
	}
}
