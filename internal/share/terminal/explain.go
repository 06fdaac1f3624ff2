package terminal

import (
	"fmt"
	"io"
	"strings"

	"entente"
	"entente/internal/share/export"
	"entente/internal/understand/event"
)

// EventID names event i as every output does.
func EventID(i int) string { return export.EventID(i) }

// Explain writes why event i of the document was coded.
func Explain(w io.Writer, d *entente.Document, i int, x *event.Explanation) {
	e := d.Events[i]
	v := view{Document: d}
	fmt.Fprintln(w, v.event(i))
	fmt.Fprintln(w, wrap(v.mark(d.Sentences[e.Sentence].Span, []int{i})))
	fmt.Fprintln(w)
	fmt.Fprint(w, Tree(d, e.Sentence, e.Trigger))
	fmt.Fprintln(w)
	row(w, "trigger", oneLine(d.TextOf(x.Trigger))+dimStyle.Render("  in “"+oneLine(d.TextOf(x.Clause))+"”"))
	row(w, "content", x.Content+example(x, x.Content))
	row(w, "proposed", x.Through)
	for _, op := range x.Chain {
		row(w, "operator", op+example(x, op))
	}
	for _, s := range x.Slots {
		row(w, s.Role, slotLine(d, s))
	}
	for _, r := range x.Story {
		row(w, "story", r)
	}
	row(w, "status", string(x.Status))
	row(w, "date", Dates(e.Date)+from(d, e.DateFrom))
	if e.Place >= 0 {
		row(w, "place", oneLine(d.Places[e.Place].Name)+from(d, d.Places[e.Place].Span))
	}
	for _, r := range e.Via {
		row(w, "according to", oneLine(r.Name)+dimStyle.Render("  "+string(r.Kind)))
	}
	row(w, "codebook", x.Codebook)
	row(w, "confidence", fmt.Sprintf("%.2f", e.Confidence))
	fmt.Fprintln(w)
}

func row(w io.Writer, name, value string) {
	if strings.TrimSpace(value) != "" {
		fmt.Fprintf(w, "  %-13s %s\n", name, value)
	}
}

// example is the sentence that stands beside a rule in the lexicon.
func example(x *event.Explanation, rule string) string {
	if x.Examples[rule] == "" {
		return ""
	}
	return dimStyle.Render("  as in: " + x.Examples[rule])
}

// slotLine tells the words of the slot, whom they mean and by which mention.
func slotLine(d *entente.Document, s event.SlotFilled) string {
	line := "“" + oneLine(d.TextOf(s.Span)) + "”"
	if s.Name != "" {
		line += " is " + oneLine(s.Name+" "+s.Code)
	}
	if first := oneLine(d.TextOf(s.Mention)); first != "" && s.Mention != s.Span {
		line += ", first named as “" + first + "”"
	}
	return line + dimStyle.Render("  "+s.Rule)
}

// from names the expression that a value was read off.
func from(d *entente.Document, s entente.Span) string {
	if words := oneLine(d.TextOf(s)); words != "" {
		return dimStyle.Render("  from “" + words + "”")
	}
	return dimStyle.Render("  taken over from the article")
}
