package web

import (
	"fmt"
	"strings"

	"entente"
	"entente/internal/codebook"
	"entente/internal/share/export"
	"entente/internal/share/terminal"
)

// articlePage is an article with everything found in it.
type articlePage struct {
	Title, By, URL string
	Pieces         []piece
	Events         []eventCard
	Statements     []statementCard
	Actors         []actorCard
	Skipped        string
}

type eventCard struct {
	ID, Type, Mode, CAMEO, CAMEOName, Contexts string
	Quad                                       int
	Parties, Status, Date, Trigger, Sentence   string
	Slots                                      []slotLine
	When, Place, Via, Amounts, Parent          string
	Rule                                       []string
	Confidence                                 string
	Proposed                                   bool
}

// slotLine is one party of an event with the words it was found in.
type slotLine struct{ Role, Words, Name, Code, Rule string }

type statementCard struct {
	ID, Speaker, Cue, Lead, Content, Kind, Addressee, Via, Replies, Rule string
}

type actorCard struct{ ID, Name, Code, Role, Mentions string }

// articleOf fills the page from a document. original is empty when the
// article has no address that may be linked to.
func articleOf(d *entente.Document) articlePage {
	p := articlePage{
		Title:  d.Title,
		By:     joined(" · ", export.Day(d.Published), d.Publisher, strings.Join(d.Authors, ", ")),
		URL:    safeURL(d.URL),
		Pieces: pieces(d.Article.Text, marksOf(d)),
	}
	if p.Title == "" {
		p.Title = "Article"
	}
	for i, e := range d.Events {
		p.Events = append(p.Events, eventCardOf(d, i, e))
	}
	for i, s := range d.Statements {
		p.Statements = append(p.Statements, statementCardOf(d, i, s))
	}
	for i, a := range d.Actors {
		p.Actors = append(p.Actors, actorCard{actorID(i), a.Name, a.Code, a.Role, terminal.Count(len(a.Mentions), "mention")})
	}
	if len(d.Sentences) == 0 {
		for _, s := range d.Skipped {
			p.Skipped += "Not coded: " + string(s.Reason) + " " + s.Detail
		}
	}
	return p
}

func actorID(i int) string { return fmt.Sprintf("a%d", i+1) }

// marksOf lists what is shown in the text; events win the link over
// statements, statements over names.
func marksOf(d *entente.Document) []mark {
	var marks []mark
	for i, s := range d.Statements {
		marks = append(marks, mark{s.Content, "quote", export.StatementID(i), 1})
	}
	for i, a := range d.Actors {
		for _, m := range a.Mentions {
			marks = append(marks, mark{m.Span, "actor", actorID(i), 2})
		}
	}
	for _, t := range d.Times {
		marks = append(marks, mark{t.Span, "time", "", 0})
	}
	for _, p := range d.Places {
		if p.Locative {
			marks = append(marks, mark{p.Span, "place", "", 0})
		}
	}
	for i, e := range d.Events {
		marks = append(marks, mark{e.Trigger, fmt.Sprintf("ev q%d", codebook.Quad(e.Type)), export.EventID(i), 3})
	}
	for _, s := range d.Aside {
		marks = append(marks, mark{s, "aside", "", 0})
	}
	return append(marks, mark{d.Headline, "headline", "", 0})
}

func eventCardOf(d *entente.Document, i int, e entente.Event) eventCard {
	c := eventCard{
		ID: export.EventID(i), Type: e.Type, Mode: e.Mode, CAMEO: e.CAMEO, Contexts: strings.Join(e.Contexts, ", "),
		Quad: codebook.Quad(e.Type), Parties: terminal.Parties(e), Status: string(e.Status), Date: terminal.Dates(e.Date),
		Trigger: d.TextOf(e.Trigger), Sentence: oneLine(d.TextOf(d.Sentences[e.Sentence].Span)),
		Slots: slotLines(d, e), When: terminal.Dates(e.Date), Via: relays(e.Via), Rule: e.Rule,
		Confidence: fmt.Sprintf("%.2f", e.Confidence), Proposed: e.Proposed(),
	}
	if code, ok := codebook.Lookup(e.CAMEO); ok {
		c.CAMEOName = code.Title
	}
	if words := d.TextOf(e.DateFrom); words != "" {
		c.When += " from “" + words + "”"
	} else if c.When != "" {
		c.When += ", taken over from the article"
	}
	if e.Place >= 0 {
		c.Place = placeLine(d.Places[e.Place])
	}
	if e.Parent >= 0 {
		c.Parent = export.EventID(e.Parent)
	}
	var amounts []string
	for _, a := range e.Amounts {
		amounts = append(amounts, fmt.Sprintf("%s “%s”", a.Kind, d.TextOf(a.Span)))
	}
	c.Amounts = strings.Join(amounts, ", ")
	return c
}

func slotLines(d *entente.Document, e entente.Event) []slotLine {
	var lines []slotLine
	for _, slot := range []struct {
		role string
		list []entente.Participant
	}{{"Source", e.Source}, {"Target", e.Target}, {"Recipient", e.Recipient}} {
		for _, p := range slot.list {
			lines = append(lines, slotLine{slot.role, d.TextOf(p.Span), p.Name, p.Code, p.Rule})
		}
	}
	return lines
}

func placeLine(p entente.Place) string {
	line := joined(", ", p.Name, p.Country)
	if p.Lat != 0 || p.Lon != 0 {
		line += fmt.Sprintf(" (%.2f, %.2f)", p.Lat, p.Lon)
	}
	return line
}

func statementCardOf(d *entente.Document, i int, s entente.Statement) statementCard {
	c := statementCard{
		ID: export.StatementID(i), Speaker: speakers(s.Speaker), Cue: d.TextOf(s.Cue), Content: d.TextOf(s.Content),
		Kind: string(s.Kind), Addressee: speakers(s.Addressee), Via: relays(s.Via), Rule: s.Rule,
	}
	if len(s.Speaker) == 0 {
		c.Speaker = "Unnamed"
	}
	c.Lead = shorten(oneLine(c.Content), 90)
	if s.Replies >= 0 {
		c.Replies = export.StatementID(s.Replies)
	}
	return c
}

func speakers(list []entente.Participant) string {
	shown := make([]string, len(list))
	for i, p := range list {
		shown[i] = p.Name
	}
	return strings.Join(shown, ", ")
}

func relays(list []entente.Relay) string {
	shown := make([]string, len(list))
	for i, r := range list {
		shown[i] = joined(" ", r.Name, "("+string(r.Kind)+")")
	}
	return strings.Join(shown, " ← ")
}

// safeURL lets only web addresses become links.
func safeURL(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}

func joined(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts at n characters, between words where it can.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
