package conllu

import (
	"strings"
	"testing"
)

const sample = `# text = They don't visit Seoul's port.
1	They	they	PRON	PRP	Number=Plur|Person=3	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	Tense=Pres|VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	visit	visit	VERB	VB	VerbForm=Inf	0	root	_	_
5-6	Seoul's	_	_	_	_	_	_	_	_
5	Seoul	Seoul	PROPN	NNP	_	7	nmod:poss	_	_
6	's	's	PART	POS	_	5	case	_	_
7	port	port	NOUN	NN	_	4	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

`

func TestRoundTrip(t *testing.T) {
	doc, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	want := "# sent_id = 1\n" + sample
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestFormsOnly(t *testing.T) {
	doc, err := Read(strings.NewReader("1\tcan\n2\tnot\n3\tgo\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc = Forms(doc)
	if got := doc.Form(1); got != "not" || len(doc.Sentences) != 1 {
		t.Errorf("second form %q in %d sentences", got, len(doc.Sentences))
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1 They\n", "line 1"},
		{"1\tThey\n3\tgo\n", "line 2"},
		{"1\t\n", "no form"},
		{"1\tThey\t_\t_\t_\t_\tx\n", "HEAD"},
		{"2-1\tThey\n", "range"},
	} {
		_, err := Read(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range doc.Tokens {
			if doc.Form(i) == "" {
				t.Fatalf("token %d has no form", i)
			}
		}
	})
}
