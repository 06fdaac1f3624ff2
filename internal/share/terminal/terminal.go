// Package terminal shows what was understood of an article to a reader at a
// terminal: the text with its events and statements under each sentence.
package terminal

import (
	"fmt"
	"io"
	"strings"

	"entente"
	"entente/internal/codebook"
	"entente/internal/share/export"
)

// Width is the column at which text wraps.
const Width = 96

// Article writes the document as text with ANSI colours; the writer strips
// them where they do not belong.
func Article(w io.Writer, d *entente.Document) error {
	v := view{d, eventsBySentence(d), statementsBySentence(d)}
	var b strings.Builder
	v.head(&b)
	for i := range d.Sentences {
		v.sentence(&b, i)
	}
	v.skipped(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

type view struct {
	*entente.Document
	events     map[int][]int
	statements map[int][]int
}

func eventsBySentence(d *entente.Document) map[int][]int {
	found := map[int][]int{}
	for i, e := range d.Events {
		found[e.Sentence] = append(found[e.Sentence], i)
	}
	return found
}

func statementsBySentence(d *entente.Document) map[int][]int {
	found := map[int][]int{}
	for i, s := range d.Statements {
		found[s.Sentence] = append(found[s.Sentence], i)
	}
	return found
}

func (v view) head(b *strings.Builder) {
	if v.Title != "" {
		fmt.Fprintln(b, titleStyle.Render(oneLine(v.Title)))
	}
	facts := []string{}
	for _, f := range []string{export.Day(v.Published), v.Publisher, strings.Join(v.Authors, ", "), v.URL} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	facts = append(facts, Count(len(v.Events), "event"), Count(len(v.Statements), "statement"))
	fmt.Fprintln(b, dimStyle.Render(oneLine(strings.Join(facts, " · "))))
	fmt.Fprintln(b)
}

// Count prints a number of things: "1 event", "3 events".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (v view) sentence(b *strings.Builder, i int) {
	s := v.Sentences[i]
	text := oneLine(v.TextOf(s.Span))
	if s.Kind == entente.Aside {
		fmt.Fprintln(b, dimStyle.Render(wrap(text)))
		return
	}
	marked := v.mark(s.Span, v.events[i])
	fmt.Fprintln(b, wrap(marked))
	for _, e := range v.events[i] {
		fmt.Fprintln(b, "    "+v.event(e))
	}
	for _, st := range v.statements[i] {
		fmt.Fprintln(b, "    "+v.statement(st))
	}
	fmt.Fprintln(b)
}

// mark returns the sentence with its triggers emphasised.
func (v view) mark(s entente.Span, events []int) string {
	var b strings.Builder
	at := s.Start
	for _, e := range events {
		t := v.Events[e].Trigger
		if t.Start < at || t.End > s.End {
			continue
		}
		b.WriteString(spaced(v.TextOf(entente.Span{Start: at, End: t.Start})))
		b.WriteString(triggerStyle.Render(oneLine(v.TextOf(t))))
		at = t.End
	}
	b.WriteString(spaced(v.TextOf(entente.Span{Start: at, End: s.End})))
	return b.String()
}

func (v view) event(i int) string {
	e := v.Events[i]
	style := quadStyles[codebook.Quad(e.Type)]
	code := strings.TrimSpace(e.Type + " " + e.CAMEO + " " + e.Mode)
	parts := []string{export.EventID(i), style.Render(fmt.Sprintf("%-22s", code)), Parties(e), string(e.Status)}
	if day := Dates(e.Date); day != "" {
		parts = append(parts, day)
	}
	if e.Place >= 0 {
		parts = append(parts, oneLine(v.Places[e.Place].Name))
	}
	for _, r := range e.Via {
		parts = append(parts, "via "+oneLine(r.Name))
	}
	if e.Parent >= 0 {
		parts = append(parts, "in "+export.EventID(e.Parent))
	}
	if e.Proposed() {
		parts = append(parts, dimStyle.Render("proposed"))
	}
	return strings.Join(parts, "  ") + dimStyle.Render(fmt.Sprintf("  %.2f", e.Confidence))
}

func (v view) statement(i int) string {
	s := v.Statements[i]
	line := fmt.Sprintf("%s  %s: %s", export.StatementID(i), names(s.Speaker), oneLine(v.TextOf(s.Content)))
	if short := []rune(line); len(short) > Width {
		line = string(short[:Width-1]) + "…"
	}
	return dimStyle.Render(line)
}

func (v view) skipped(b *strings.Builder) {
	if len(v.Sentences) > 0 {
		return
	}
	for _, s := range v.Skipped {
		fmt.Fprintln(b, dimStyle.Render(strings.TrimSpace("not coded: "+string(s.Reason)+" "+oneLine(s.Detail))))
	}
}

// Parties prints who did it to whom: "JPN → UKR", "IRN = IRQ" for symmetric
// events; a party without a code is named by its words.
func Parties(e entente.Event) string {
	if e.Symmetric && len(e.Target) == 0 {
		return join(e.Source, " = ")
	}
	line := join(e.Source, ", ") + " → " + join(e.Target, ", ")
	if len(e.Recipient) > 0 {
		line += " for " + join(e.Recipient, ", ")
	}
	return line
}

func join(list []entente.Participant, sep string) string {
	if len(list) == 0 {
		return "?"
	}
	shown := make([]string, len(list))
	for i, p := range list {
		shown[i] = p.Code
		if shown[i] == "" {
			shown[i] = oneLine(p.Name)
		}
	}
	return strings.Join(shown, sep)
}

func names(list []entente.Participant) string {
	if len(list) == 0 {
		return "unnamed"
	}
	shown := make([]string, len(list))
	for i, p := range list {
		shown[i] = oneLine(p.Name)
	}
	return strings.Join(shown, ", ")
}

// Dates prints an interval as short as its precision allows: "2023",
// "2023-05", a day, or start and end.
func Dates(v entente.Interval) string {
	start, end := export.Day(v.Start), export.Day(v.End)
	switch {
	case start == "" && end == "":
		return ""
	case v.Precision == entente.ByYear && !v.Start.IsZero() && v.Start.Year() == v.End.Year():
		return start[:len("2006")]
	case v.Precision == entente.ByMonth && !v.Start.IsZero() && v.Start.Month() == v.End.Month():
		return start[:len("2006-01")]
	case start == end:
		return start
	case start == "":
		return "until " + end
	case end == "":
		return "from " + start
	}
	return start + "/" + end
}

// spaced is oneLine that keeps a space at either end.
func spaced(s string) string {
	out := oneLine(s)
	if s != "" && strings.TrimLeft(s, " \t\r\n") != s {
		out = " " + out
	}
	if s != "" && out != " " && strings.TrimRight(s, " \t\r\n") != s {
		out += " "
	}
	return out
}
