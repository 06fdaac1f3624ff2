package event_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
	"entente/internal/understand/event"
)

// TestStory reads the articles of testdata/story.txt.
func TestStory(t *testing.T) {
	file, err := os.ReadFile("testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := understand.New()
	for _, block := range strings.Split(string(file), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		text, wants, _ := strings.Cut(strings.TrimSpace(rest), "\n")
		d := p.Understand(&entente.Article{Text: text, Language: "en", Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
		check(t, d)
		for _, want := range strings.Split(wants, "\n") {
			if f := strings.Fields(want); len(f) < 3 || tellsSuch(d, f) != (f[0] == ">") {
				t.Errorf("%s: want %q, got\n%s", name, want, listing(d))
			}
		}
	}
}

// tellsSuch reports whether the document holds an event as a line of the file
// describes it: "> 2 ACCUSE GRC > TUR".
func tellsSuch(d *entente.Document, f []string) bool {
	n, _ := strconv.Atoi(f[1])
	for i := range d.Events {
		e := &d.Events[i]
		in := e.Sentence == n-1
		for _, s := range e.Evidence {
			in = in || d.SentenceAt(s.Start) == n-1
		}
		if in && e.Type == f[2] && (len(f) < 6 || has(e.Source, f[3]) && has(e.Target, f[5])) {
			return true
		}
	}
	return false
}

func has(ps []entente.Participant, code string) bool {
	for _, p := range ps {
		if p.Code == code || p.Country == code {
			return true
		}
	}
	return code == "-"
}

func listing(d *entente.Document) string {
	var out []string
	for i := range d.Events {
		e := &d.Events[i]
		line := "  " + strconv.Itoa(e.Sentence+1) + " " + e.Type
		for _, p := range e.Source {
			line += " " + p.Name + "[" + p.Code + "; " + p.Rule + "]"
		}
		line += " >"
		for _, p := range e.Target {
			line += " " + p.Name + "[" + p.Code + "; " + p.Rule + "]"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestStoryRules reads the example of every rule of the whole-article step.
func TestStoryRules(t *testing.T) {
	p := understand.New()
	for _, r := range event.StoryRules() {
		if r.Example == "-" {
			continue
		}
		d := p.Understand(&entente.Article{Text: r.Example, Language: "en", Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
		found := false
		for i := range d.Events {
			for _, id := range d.Events[i].Rule {
				found = found || id == r.ID || strings.HasPrefix(id, r.ID+".")
			}
		}
		if !found {
			t.Errorf("%s: no such rule in\n%s", r.ID, listing(d))
		}
	}
}
