package evaluate

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"entente"
	"entente/internal/codebook"
)

// ownArticle is an article written for Entente; lines holds its sentences in
// the order of the text.
type ownArticle struct {
	entente.Article
	lines []ownLine
}

// ownLine is one sentence: its bytes in the text, its line in the file (from
// 1) and the events that a coder would give it.
type ownLine struct {
	entente.Span
	number int
	marks  []ownMark
}

// ownMark is one event; text is the mark as it is written. Of the names on a
// side any one answers, of a symmetric mark all must.
type ownMark struct {
	text                string
	types               []string
	source, target      []string
	optional, symmetric bool
}

// readOwn reads a file of marked articles. docs/evaluation.md describes the
// notation; an error names the file and the line.
func readOwn(file, text string) ([]ownArticle, error) {
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("%s: not UTF-8", file)
	}
	var list []ownArticle
	open := false // the paragraph has a sentence
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		var err error
		switch {
		case strings.HasPrefix(line, "#!"):
		case strings.HasPrefix(line, "#"):
			var a ownArticle
			a, err = ownHead(line)
			a.ID = fmt.Sprintf("%s:%d", file, i+1)
			list = append(list, a)
			open = false
		case line == "":
			open = false
		case len(list) == 0:
			err = fmt.Errorf("a sentence before the first `# date | title`")
		default:
			err = list[len(list)-1].add(line, i+1, open)
			open = true
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	return list, nil
}

// ownHead reads "# 2023-03-04 | Title".
func ownHead(line string) (a ownArticle, err error) {
	day, title, _ := strings.Cut(strings.TrimPrefix(line, "#"), "|")
	a.Title = strings.TrimSpace(title)
	a.Language = "en"
	a.Published, err = time.Parse("2006-01-02", strings.TrimSpace(day))
	if err != nil || a.Title == "" {
		return a, fmt.Errorf("%q is no head: write `# 2023-03-04 | Title`", line)
	}
	return a, nil
}

// add appends a sentence with its marks; joined says that it goes on the
// paragraph of the one before.
func (a *ownArticle) add(line string, number int, joined bool) error {
	sentence, marks, _ := strings.Cut(line, "||")
	sentence = strings.TrimSpace(sentence)
	if sentence == "" {
		return fmt.Errorf("marks without a sentence before ||")
	}
	switch {
	case joined:
		a.Text += " "
	case a.Text != "":
		a.Text += "\n\n"
	}
	l := ownLine{Span: entente.Span{Start: len(a.Text), End: len(a.Text) + len(sentence)}, number: number}
	a.Text += sentence
	for _, s := range strings.Split(marks, ";") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		m, err := readOwnMark(s)
		if err != nil {
			return err
		}
		l.marks = append(l.marks, m)
	}
	a.lines = append(a.lines, l)
	return nil
}

// readOwnMark reads "TYPE[,TYPE] NAME[,NAME]>NAME" or "TYPE NAME=NAME", after
// an optional question mark. A side that is left out is met by anybody.
func readOwnMark(s string) (ownMark, error) {
	m := ownMark{text: s}
	rest, optional := strings.CutPrefix(s, "?")
	m.optional = optional
	types, parties, _ := strings.Cut(strings.TrimSpace(rest), " ")
	m.types = strings.Split(types, ",")
	for _, t := range m.types {
		if !slices.Contains(codebook.Types(), t) {
			return m, fmt.Errorf("mark %q: %q is no type of PLOVER: write TYPE[,TYPE] SOURCE>TARGET or TYPE ONE=OTHER", s, t)
		}
	}
	m.symmetric = strings.Contains(parties, "=")
	source, target, _ := strings.Cut(strings.ReplaceAll(parties, "=", ">"), ">")
	if strings.Contains(target, ">") && (!m.symmetric || strings.Contains(parties, ">")) {
		return m, fmt.Errorf("mark %q: more than one > between its sides", s)
	}
	m.source, m.target = ownNames(source), ownNames(strings.ReplaceAll(target, ">", ","))
	return m, nil
}

func ownNames(side string) (names []string) {
	for _, n := range strings.Split(side, ",") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// musts are the marks that have to be found.
func (l *ownLine) musts() (n int) {
	for i := range l.marks {
		if !l.marks[i].optional {
			n++
		}
	}
	return n
}

func (l *ownLine) String() string {
	out := make([]string, len(l.marks))
	for i := range l.marks {
		out[i] = l.marks[i].text
	}
	return strings.Join(out, " ;; ")
}
