package terminal

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"entente"
	"entente/internal/codebook"
	"entente/internal/share/export"
)

// Entry writes one line of the ledger with the sentence of its first telling.
func Entry(w io.Writer, e *entente.Entry) error {
	arrow := " > "
	if e.Symmetric {
		arrow = " = "
	}
	who := orNone(parties(e.Source))
	if t := parties(e.Target); t != "" || !e.Symmetric {
		who += arrow + orNone(t)
	}
	if r := parties(e.Recipient); r != "" {
		who += " for " + r
	}
	code := e.Type
	for _, s := range []string{e.Mode, e.CAMEO} {
		if s != "" {
			code += " " + s
		}
	}
	facts := []string{string(e.Status)}
	if e.Place.Name != "" {
		facts = append(facts, oneLine(e.Place.Name))
	}
	for _, a := range e.Amounts {
		facts = append(facts, figure(a))
	}
	facts = append(facts, fmt.Sprintf("%.2f", e.Confidence))
	if e.Denials > 0 {
		facts = append(facts, Count(e.Denials, "denial"))
	}
	if e.Parent != 0 {
		facts = append(facts, fmt.Sprintf("in %d", e.Parent))
	}
	if _, err := fmt.Fprintf(w, "%s  %s  %s  %s\n", dimStyle.Render(fmt.Sprintf("%-10s %6d", dated(e.Date), e.ID)), titleStyle.Render(who), quadStyles[codebook.Quad(e.Type)].Render(code), strings.Join(facts, " · ")); err != nil {
		return err
	}
	return tellings(w, e.Sources)
}

// figure prints an amount: "92 dead", "15000000 USD", "20 %".
func figure(a entente.Amount) string {
	of := a.Kind
	if a.Unit == "%" || a.Unit != "" && a.Unit == strings.ToUpper(a.Unit) {
		of = a.Unit
	}
	return strconv.FormatFloat(a.Value, 'f', -1, 64) + " " + of
}

// EntryInFull writes an entry with every telling of it: the sentence, who
// tells it and through whom, and the rules that found it.
func EntryInFull(w io.Writer, e *entente.Entry) error {
	all := e.Sources
	slim := *e
	slim.Sources = nil
	if err := Entry(w, &slim); err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "                   %s\n", dimStyle.Render(codebook.Line(e.Type, e.Mode, e.CAMEO)))
	for _, p := range []struct {
		role string
		list []entente.Party
	}{{"source", e.Source}, {"target", e.Target}, {"recipient", e.Recipient}} {
		for _, a := range p.list {
			fmt.Fprintf(&b, "                   %-9s %s %s\n", p.role, orNone(a.Code), oneLine(a.Name+" "+a.Role))
		}
	}
	for _, t := range all {
		fmt.Fprintf(&b, "\n                   %s\n                   %s\n", oneLine(t.Sentence), dimStyle.Render(oneLine(strings.Join(about(t), " · "))))
	}
	fmt.Fprintln(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// about says where a telling stands and how it was found.
func about(t entente.Telling) []string {
	var out []string
	for _, s := range []string{t.Publisher, export.Day(t.Published), t.Title, t.URL, t.Article, string(t.Status)} {
		if s != "" {
			out = append(out, s)
		}
	}
	if len(t.Outlets) > 1 {
		out = append(out, "carried by "+strings.Join(t.Outlets, ", "))
	}
	for _, v := range t.Via {
		out = append(out, "via "+v.Name)
	}
	if t.CopyOf != "" {
		out = append(out, "copy of "+t.CopyOf)
	}
	return append(out, strings.Join(t.Rule, " "))
}

// tellings writes the first telling and counts the others.
func tellings(w io.Writer, list []entente.Telling) error {
	if len(list) == 0 {
		return nil
	}
	t := list[0]
	by := []string{}
	for _, s := range []string{t.Publisher, export.Day(t.Published)} {
		if s != "" {
			by = append(by, s)
		}
	}
	others := map[string]bool{}
	for _, o := range list {
		others[o.Article] = o.Article != t.Article
	}
	if n := len(others) - 1; n > 0 {
		by = append(by, fmt.Sprintf("and %d more", n))
	}
	_, err := fmt.Fprintf(w, "                   %s %s\n", shorten(oneLine(t.Sentence), 2*Width), dimStyle.Render("("+oneLine(strings.Join(by, ", "))+")"))
	return err
}

func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

func orNone(s string) string {
	if s == "" {
		return "?"
	}
	return s
}

// parties names actors by their codes, or by their names where they have none.
func parties(list []entente.Party) string {
	var out []string
	for _, p := range list {
		switch {
		case p.Code != "":
			out = append(out, p.Code)
		case p.Country != "":
			out = append(out, p.Country)
		default:
			out = append(out, oneLine(p.Name))
		}
	}
	return strings.Join(out, ", ")
}

// dated prints a date as precisely as it is known.
func dated(v entente.Interval) string {
	if v.Start.IsZero() {
		return "undated"
	}
	switch v.Precision {
	case entente.ByYear:
		return v.Start.Format("2006")
	case entente.ByMonth:
		return v.Start.Format("2006-01")
	case entente.ByUnknown:
		return "~" + v.Start.Format("2006-01-02")
	}
	return v.Start.Format(time.DateOnly)
}

// bar is the width of the longest bar of a series.
const bar = 24

// Series writes a series as a table with bars: ties to the right, tension to
// the left of the middle.
func Series(w io.Writer, s entente.Series, names [2]string) error {
	most := 0.0
	for _, p := range s.Points {
		most = max(most, p.Ties, p.Tension)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%-10s %9s %9s %8s %8s\n", titleStyle.Render(fmt.Sprintf("%s and %s by %s, %s", names[0], names[1], s.By, s.Scale)), "period", "tension", "ties", "entries", "articles")
	for _, p := range s.Points {
		left, right := length(p.Tension, most), length(p.Ties, most)
		fmt.Fprintf(&b, "%-10s %9.1f %9.1f %8d %8d  %s%s│%s\n", p.Period, p.Tension, p.Ties, p.Entries, p.Coverage,
			strings.Repeat(" ", bar-left), quadStyles[4].Render(strings.Repeat("█", left)), quadStyles[2].Render(strings.Repeat("█", right)))
	}
	if len(s.Points) == 0 {
		fmt.Fprintln(&b, "nothing is recorded between them")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func length(v, most float64) int {
	if most == 0 {
		return 0
	}
	n := int(v/most*bar + 0.5)
	if n == 0 && v > 0 {
		n = 1
	}
	return n
}
