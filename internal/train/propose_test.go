package train

import (
	"os"
	"strings"
	"testing"

	"entente/internal/understand/event"
)

// blamed is a lexicon of four words for the database in testdata/wordnet.
var blamed = []event.Known{
	{Lemma: "blame", Pos: 'v', ID: "accuse.blame:blame/v", Type: "ACCUSE", Plain: true},
	{Lemma: "blame", Pos: 'n', ID: "accuse.blame:blame/n", Type: "ACCUSE", Plain: true},
	{Lemma: "attack", Pos: 'v', ID: "assault.attack:attack/v", Type: "ASSAULT", Plain: true},
	{Lemma: "sew", Pos: 'v', ID: "mend", Kind: "keep"},
}

func proposer(t *testing.T) *Proposer {
	t.Helper()
	net, err := ReadWordNet("testdata/wordnet")
	if err != nil {
		t.Fatal(err)
	}
	return NewProposer(net, blamed)
}

func TestPropose(t *testing.T) {
	p := proposer(t)
	for _, c := range []struct{ word, line string }{
		{"fault/v", "fault/v | ACCUSE | accuse.blame:blame/v | 0.73 | blame.v.00000001 synonym blame"},
		{"needle/v", "needle/v | ACCUSE | accuse.blame:blame/v | 0.44 | carp at.v.00000002 kind of blame"},
		{"stab/v", "stab/v | ASSAULT | assault.attack:attack/v | 0.60 | stab.v.00000004 kind of attack"},
		{"upbraid/v", ""}, // its neighbour is unknown as well
		{"carping/n", ""}, // derived from no known word
	} {
		got, ok := p.Propose(c.word, LeastStrength, LeastMargin, nil)
		if ok != (c.line != "") || ok && got.line() != c.line {
			t.Errorf("%s: got %v %s, want %s", c.word, ok, got.line(), c.line)
		}
	}
	if _, ok := p.Propose("fault/v", LeastStrength, LeastMargin, map[string]bool{"blame/v": true}); ok {
		t.Error("a word that is left out speaks")
	}
}

func TestRenew(t *testing.T) {
	p := proposer(t)
	kept, others, lost := p.Renew(map[string]bool{"fault/v": true, "sew/v": true, "upbraid/v": true})
	if len(kept) != 1 || kept[0].Word != "fault/v" || len(others) != 2 || strings.Join(lost, " ") != "sew/v upbraid/v" {
		t.Errorf("kept %v, others %v, lost %v", kept, others, lost)
	}
	if text := string(Lines(others)); strings.Count(text, "\n") != 2 || !strings.HasPrefix(text, "needle/v | ACCUSE") {
		t.Errorf("lines %q", text)
	}
}

func TestReadWordNetFaults(t *testing.T) {
	for _, c := range []struct{ verb, want string }{
		{"00000001 32 v", "data.verb:1"},
		{"00000001 32 v 02 blame 0", "count of words"},
		{"00000001 32 v 01 blame 0 002 @ 00000002 v 0000", "count of pointers"},
		{"00000001 32 v 01 blame 0 001 + 00000002 v 00", "numbers of two words"},
	} {
		dir := t.TempDir()
		for _, name := range []string{"data.verb", "data.noun", "index.sense"} {
			text := ""
			if name == "data.verb" {
				text = c.verb + "\n"
			}
			if err := os.WriteFile(dir+"/"+name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := ReadWordNet(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.verb, err, c.want)
		}
	}
}

// TestLeaveOut measures the proposals of the shipped lexicon where the
// database of WordNet is at hand, as docs/models.md says.
func TestLeaveOut(t *testing.T) {
	net, err := ReadWordNet("../../train-cache/wordnet/dict")
	if err != nil {
		t.Skip("needs train-cache/wordnet/dict: ", err)
	}
	p := NewProposer(net, event.Vocabulary())
	for _, pos := range []byte("vn") {
		sc := p.LeaveOut(pos, LeastStrength)
		t.Log(sc)
		if accuracy := float64(sc.Right) / float64(max(1, sc.Proposed)); accuracy < 0.8 {
			t.Errorf("accuracy %.3f of /%c:\n%s", accuracy, pos, strings.Join(sc.Wrong, "\n"))
		}
	}
}
