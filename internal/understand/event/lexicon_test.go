package event

import (
	"strings"
	"testing"
	"testing/fstest"

	"entente/data"
)

func TestCompile(t *testing.T) {
	lx, err := compile(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	contents, ops := 0, 0
	for _, r := range lx.readings {
		if r.kind == "" {
			contents += len(r.lemmas)
		} else {
			ops++
		}
	}
	t.Logf("%d content predicates, %d operators, %d classes", contents, ops, len(lx.classes))
	if ops < 80 {
		t.Errorf("%d operators", ops)
	}
}

// TestProposals holds that every line of the table parses and leads to a word
// of the lexicon. Lines that the lexicon has left behind (the donor gone,
// constrained or of another type, the word known by now) propose nothing; they
// are listed, and more than a tenth of the table is an error.
func TestProposals(t *testing.T) {
	lx := english()
	left := 0
	leave := func(where, why string) {
		left++
		t.Logf("%s: %s: renew the table or drop the line", where, why)
	}
	for _, l := range lx.orphans {
		leave(l, "the lexicon has no such reading of that type without constraints")
	}
	for word, r := range lx.proposed {
		lemma := r.lemmas[0]
		if r.pos == 'v' && lx.verbs[lemma] != nil || r.pos == 'n' && lx.nouns[lemma] != nil || len(lx.words[lemma]) > 0 {
			leave(r.where, word+" is in the lexicon now")
		}
		if lx.proposal(r.id) != r {
			t.Errorf("%s: rule %s does not lead back to the line", r.where, r.id)
		}
		like := r.id[strings.LastIndexByte(r.id, '~')+1:]
		if lx.verbs[like] == nil && lx.nouns[like] == nil {
			leave(r.where, "the lexicon has no "+like)
		}
	}
	if len(lx.proposed) < 100 || left > len(lx.proposed)/10 {
		t.Errorf("%d proposals, of which the lexicon has left %d behind", len(lx.proposed), left)
	}
}

// TestBadProposals holds that a faulty line is told with file, line and what
// to do.
func TestBadProposals(t *testing.T) {
	good := "chide/v | ACCUSE | accuse.blame:blame/v | 0.5 | chide.v.1 synonym blame"
	for _, c := range []struct{ line, want string }{
		{good, ""},
		{"chide/v | ACCUSE | accuse.blame:praise/v | 0.5 | x praise", ""},
		{good + "\n" + good, "en/proposed.txt:2: chide/v is proposed twice"},
		{"chide | ACCUSE | accuse.blame:blame/v | 0.5 | x blame", "want lemma/v"},
		{"chide/v | REJECT | accuse.blame:blame/v | 0.5 | x praise", ""},
		{"chide/n | ACCUSE | accuse.blame:blame/v | 0.5 | x blame", "want a reading of a word /n"},
		{"chide/v | ACCUSE | accuse.blame:blame/v | 2 | x blame", "want a strength"},
		{"chide/v | ACCUSE | accuse.blame:blame/v | 0.5 |", "through which sense"},
		{"chide/v | ACCUSE", "columns"},
	} {
		files := fstest.MapFS{
			"en/predicates/a.txt": {Data: []byte("== accuse.blame | ACCUSE 112 | lex\nblame/v | S:subj T:obj | France blamed Spain. | FRA > ESP\n")},
			"en/proposed.txt":     {Data: []byte(c.line)},
		}
		lx := &lexicon{classes: map[string]*class{}}
		if err := lx.readPredicates(files, "en/predicates/a.txt"); err != nil {
			t.Fatal(err)
		}
		err := lx.readProposals(files, "en/proposed.txt")
		if err == nil && c.want != "" || err != nil && (c.want == "" || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: error %v, want %q", c.line, err, c.want)
		}
		if orphan := strings.Contains(c.line, "praise"); orphan != (len(lx.orphans) == 1) {
			t.Errorf("%s: orphans %v", c.line, lx.orphans)
		}
	}
}
