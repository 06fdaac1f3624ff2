package event_test

import (
	"os"
	"strings"
	"testing"

	"entente"
	"entente/internal/understand"
	"entente/internal/understand/event"
)

// TestProposedCases codes the sentences of testdata/proposed.txt.
func TestProposedCases(t *testing.T) {
	text, err := os.ReadFile("testdata/proposed.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := understand.New()
	for n, l := range strings.Split(string(text), "\n") {
		sentence, want, ok := strings.Cut(l, "|")
		if !ok || strings.HasPrefix(l, "#") {
			continue
		}
		sentence, want = strings.TrimSpace(sentence), strings.TrimSpace(want)
		d := read(p, sentence)
		proposed := 0
		for i := range d.Events {
			e := &d.Events[i]
			if !e.Proposed() {
				continue
			}
			proposed++
			if e.Confidence > 0.5 {
				t.Errorf("line %d: %s: confidence %.2f is high for a proposal", n+1, sentence, e.Confidence)
			}
			if x := event.Explain(d, i); !strings.Contains(x.Through, "WordNet") || !strings.HasPrefix(x.Content, entente.ProposedRule) || x.Examples[x.Content] == "" {
				t.Errorf("line %d: %s: the explanation says nothing of the proposal: %+v", n+1, sentence, x)
			}
		}
		switch {
		case want == "-" && proposed > 0:
			t.Errorf("line %d: %s: %d events proposed, want none", n+1, sentence, proposed)
		case want != "-" && proposed == 0:
			t.Errorf("line %d: %s: nothing proposed", n+1, sentence)
		case want != "-":
			if why := event.Check(d, event.Example{Text: sentence, Expect: want}); why != "" {
				t.Errorf("line %d: %s\n  want %s\n  got  %s", n+1, sentence, want, why)
			}
		}
	}
}

// TestSpelling codes the sentences of testdata/spelling.txt.
func TestSpelling(t *testing.T) {
	text, err := os.ReadFile("testdata/spelling.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := understand.New()
	for n, l := range strings.Split(string(text), "\n") {
		if sentence, want, ok := strings.Cut(l, " | "); ok && l[0] != '#' {
			if why := event.Check(read(p, sentence), event.Example{Expect: strings.TrimSpace(want)}); why != "" {
				t.Errorf("line %d: %s: got %s", n+1, l, why)
			}
		}
	}
}
