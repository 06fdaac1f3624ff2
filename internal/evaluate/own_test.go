package evaluate

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"entente"
)

// TestOwnCases runs the cases of testdata/own-cases.txt.
func TestOwnCases(t *testing.T) {
	b, err := os.ReadFile("testdata/own-cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(b), "\n") {
		f := strings.Split(line, "|||")
		for k := range f {
			f[k] = strings.TrimSpace(f[k])
		}
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case f[0] == "bad" && len(f) == 3:
			_, err := readOwn("f.txt", strings.ReplaceAll(f[1], `\n`, "\n"))
			if err == nil || !strings.Contains(err.Error(), f[2]) {
				t.Errorf("own-cases.txt:%d: got %v, want %s", i+1, err, f[2])
			}
		case f[0] == "score" && len(f) == 4:
			if got := answerOf(t, f[1], f[2]); got != f[3] {
				t.Errorf("own-cases.txt:%d: %s against %s is %s, want %s", i+1, f[2], f[1], got, f[3])
			}
		default:
			t.Errorf("own-cases.txt:%d: %q is no case", i+1, line)
		}
	}
}

// answerOf scores one event against one mark.
func answerOf(t *testing.T, mark, event string) string {
	list, err := readOwn("f.txt", "# 2019-02-03 | T\nOne sentence. || "+mark)
	if err != nil {
		t.Fatal(err)
	}
	e := eventOf(event)
	var s ownScore
	s.article(&list[0], fixed(e), &Report{}, false)
	switch {
	case s.ours != 1 || s.right > s.rightByType || s.must > 0 && (s.found != s.right || s.foundByType != s.rightByType):
		t.Fatalf("%s against %s: counts %+v", event, mark, s)
	case s.right == 1:
		return "right"
	case s.rightByType == 1:
		return "type"
	}
	return "wrong"
}

// eventOf reads "TYPE Name[CODE] + Name[CODE] > Name[CODE]".
func eventOf(s string) entente.Event {
	kind, parties, _ := strings.Cut(s, " ")
	source, target, directed := strings.Cut(parties, ">")
	return entente.Event{Type: kind, Symmetric: !directed, Source: participantsOf(source), Target: participantsOf(target), Parent: -1}
}

func participantsOf(s string) (list []entente.Participant) {
	for _, p := range strings.Split(s, "+") {
		name, code, ok := strings.Cut(strings.TrimSpace(p), "[")
		if code = strings.TrimSuffix(code, "]"); ok {
			country := ""
			if len(code) >= 3 && !strings.HasPrefix(code, "IGO") {
				country = code[:3]
			}
			list = append(list, entente.Participant{Actor: -1, Name: name, Code: code, Country: country})
		}
	}
	return list
}

// TestOwnTotals holds paragraphs, totals and what is told of unread files.
func TestOwnTotals(t *testing.T) {
	const text = "#! ours\n# 2019-02-03 | T\nFirst. || ACCUSE USA>RUS ; ?REQUEST\nSecond.\n\nThird. || CONSULT USA=RUS\n"
	list, err := readOwn("f.txt", text)
	if err != nil || len(list) != 1 || list[0].Text != "First. Second.\n\nThird." || list[0].ID != "f.txt:2" || list[0].lines[2].number != 6 {
		t.Fatalf("%+v, %v", list, err)
	}
	files := fstest.MapFS{"f.txt": {Data: []byte(text)}, "unread/g.txt": {Data: []byte(text)}}
	wrong := eventOf("ACCUSE France[FRA] > Russia[RUS]")
	r, err := scoreOwn(files, fixed(wrong))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Score{}
	for _, s := range r.Scores {
		got[s.Name] = s
	}
	for _, want := range []Score{{"all: must found", 0, 4}, {"all: ours right by type alone", 1, 2}, {"developed on: must found by type alone", .5, 2},
		{"unread: ours right", 0, 1}, {"f.txt: must found", 0, 2}, {"unread/g.txt: must found", 0, 2}} {
		if got[want.Name] != want {
			t.Errorf("got %v, want %v", got[want.Name], want)
		}
	}
	if len(r.Misses) != 3 || r.Misses[0].Item != "f.txt:3" || r.Misses[0].Kind != "extra" || r.Misses[2].Item != "f.txt:6" {
		t.Errorf("misses %+v", r.Misses)
	}
}

// TestOwnFiles reads every file of the project: each says what it is, and its
// notation holds.
func TestOwnFiles(t *testing.T) {
	root, err := fs.Sub(ownFiles, "testdata/own")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = eachOwn(root, func(name string, list []ownArticle) {
		files++
		b, _ := fs.ReadFile(root, name)
		for _, word := range []string{"#! Origin: ", "#! Licence: ", "#! Use: "} {
			if !strings.Contains(string(b), word) {
				t.Errorf("%s: its head lacks a line %q", name, word)
			}
		}
		if len(list) == 0 {
			t.Errorf("%s: no article", name)
		}
	})
	if err != nil || files == 0 {
		t.Fatalf("%d files, %v", files, err)
	}
}

// FuzzOwn holds that the reader of marked articles never panics and that its
// sentences are the bytes of their lines.
func FuzzOwn(f *testing.F) {
	f.Add("#! ours\n# 2019-02-03 | T\nÉté. || ACCUSE,REJECT USA>RUS ; ?CONSULT A=B=C\n\nTwo. || ; || MOBILIZE\r\n")
	f.Add("# 2019-02-03 | T\n\u00a0One.\u2003Two. ||")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := readOwn("f.txt", text)
		if err != nil {
			return
		}
		lines := strings.Split(text, "\n")
		for _, a := range list {
			last := 0
			for _, l := range a.lines {
				want, _, _ := strings.Cut(strings.TrimSpace(lines[l.number-1]), "||")
				if l.Start < last || a.Text[l.Start:l.End] != strings.TrimSpace(want) {
					t.Fatalf("line %d: %q is not %q", l.number, a.Text[l.Start:l.End], want)
				}
				last = l.End
			}
		}
	})
}

func BenchmarkOwnReader(b *testing.B) {
	text, err := ownFiles.ReadFile("testdata/own/statements.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := readOwn("statements.txt", string(text)); err != nil {
			b.Fatal(err)
		}
	}
}
