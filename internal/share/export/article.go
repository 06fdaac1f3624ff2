// Package export writes what was understood and what is kept as JSON, in the
// forms of docs/output.md. The forms are a contract: a change raises Version.
package export

import (
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"

	"entente"
	"entente/internal/codebook"
)

// Version numbers the forms of docs/output.md.
const Version = 1

// buffers are those of lines that were written.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Article writes the document as one line of JSON.
func Article(w io.Writer, d *entente.Document) error {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	l := articleLine{line{(*buf)[:0]}, d}
	l.document()
	*buf = append(l.b, '\n')
	if _, err := w.Write(*buf); err != nil {
		return fmt.Errorf("export article %s: %w", d.ID, err)
	}
	return nil
}

// articleLine writes the forms of one document.
type articleLine struct {
	line
	d *entente.Document
}

func (l *articleLine) document() {
	d := l.d
	l.open('{')
	l.key("article")
	l.article(d.Article)
	items(l, "events", d.Events, l.event)
	items(l, "statements", d.Statements, l.statement)
	items(l, "times", d.Times, l.time)
	items(l, "places", d.NamedPlaces(), l.place)
	items(l, "actors", d.Actors, l.actor)
	if len(d.Skipped) > 0 {
		items(l, "skipped", d.Skipped, l.skip)
	}
	l.close('}')
}

// items writes a list, one object for each.
func items[T any](l *articleLine, key string, list []T, write func(i int, v *T)) {
	l.key(key)
	l.open('[')
	for i := range list {
		l.open('{')
		write(i, &list[i])
		l.close('}')
	}
	l.close(']')
}

func (l *articleLine) article(a *entente.Article) {
	l.open('{')
	l.text("id", a.ID)
	l.text("url", a.URL)
	l.text("publisher", a.Publisher)
	l.text("title", a.Title)
	l.text("published", Day(a.Published))
	l.text("language", a.Language)
	l.texts("authors", a.Authors)
	l.text("category", a.Category)
	l.texts("tags", a.Tags)
	if a.Part != 0 {
		l.whole("part", a.Part)
	}
	if a.Offset != 0 {
		l.whole("offset", a.Offset)
	}
	l.text("text", a.Text)
	l.close('}')
}

// EventID names event i of an article in every export.
func EventID(i int) string { return fmt.Sprintf("e%d", i+1) }

// StatementID names statement i of an article in every export.
func StatementID(i int) string { return fmt.Sprintf("s%d", i+1) }

func (l *articleLine) event(i int, e *entente.Event) {
	l.id("id", 'e', i)
	l.text("type", e.Type)
	l.text("mode", e.Mode)
	l.texts("contexts", e.Contexts)
	l.text("cameo", e.CAMEO)
	l.whole("quad", codebook.Quad(e.Type))
	l.number("goldstein", codebook.Goldstein(e.CAMEO))
	l.number("plover", codebook.Score(e.Type, e.Mode))
	l.text("status", string(e.Status))
	l.flag("symmetric", e.Symmetric)
	items(l, "source", e.Source, l.participant)
	items(l, "target", e.Target, l.participant)
	items(l, "recipient", e.Recipient, l.participant)
	l.span("trigger", e.Trigger)
	l.key("sentence")
	l.open('{')
	l.bounds(l.d.Sentences[e.Sentence].Span)
	l.close('}')
	if len(e.Evidence) > 0 {
		items(l, "evidence", e.Evidence, func(_ int, s *entente.Span) { l.words(*s) })
	}
	l.date(e.Date, e.DateFrom)
	l.eventPlace(e.Place)
	items(l, "via", e.Via, l.relay)
	if len(e.Amounts) > 0 {
		items(l, "amounts", e.Amounts, l.amount)
	}
	l.idOrNull("parent", 'e', e.Parent)
	l.texts("rule", e.Rule)
	l.number("confidence", e.Confidence)
}

func (l *articleLine) statement(i int, s *entente.Statement) {
	l.id("id", 's', i)
	items(l, "speaker", s.Speaker, l.participant)
	items(l, "addressee", s.Addressee, l.participant)
	l.span("cue", s.Cue)
	l.span("content", s.Content)
	l.text("kind", string(s.Kind))
	l.date(s.Date, entente.Span{})
	items(l, "via", s.Via, l.relay)
	if s.Replies >= 0 {
		l.id("replies", 's', s.Replies)
	}
	l.text("rule", s.Rule)
}

func (l *articleLine) participant(_ int, p *entente.Participant) {
	l.text("name", p.Name)
	l.text("code", p.Code)
	l.text("country", p.Country)
	l.text("sector", p.Sector)
	l.text("role", p.Role)
	l.span("span", p.Span)
}

func (l *articleLine) relay(_ int, r *entente.Relay) {
	l.text("name", r.Name)
	l.text("kind", string(r.Kind))
}

func (l *articleLine) amount(_ int, a *entente.Amount) {
	l.text("kind", a.Kind)
	l.number("value", a.Value)
	l.text("unit", a.Unit)
	l.span("span", a.Span)
}

func (l *articleLine) time(_ int, t *entente.Time) {
	l.span("span", t.Span)
	l.text("type", string(t.Type))
	l.text("value", t.Value)
	l.text("mod", t.Mod)
	if t.Rule != "" {
		l.text("rule", t.Rule)
	}
}

func (l *articleLine) place(_ int, p *entente.Place) {
	l.span("span", p.Span)
	l.location(p)
	l.text("kind", p.Kind)
	l.flag("locative", p.Locative)
}

func (l *articleLine) location(p *entente.Place) {
	l.text("name", p.Name)
	l.text("country", p.Country)
	l.number("lat", p.Lat)
	l.number("lon", p.Lon)
	l.whole("geonames", p.GeoNames)
}

func (l *articleLine) eventPlace(i int) {
	l.key("place")
	if i < 0 {
		l.null()
		return
	}
	l.open('{')
	l.location(&l.d.Places[i])
	l.span("span", l.d.Places[i].Span)
	l.close('}')
}

func (l *articleLine) actor(_ int, a *entente.Actor) {
	l.text("name", a.Name)
	l.text("code", a.Code)
	l.text("country", a.Country)
	l.text("sector", a.Sector)
	l.text("kind", string(a.Kind))
	items(l, "mentions", a.Mentions, func(_ int, m *entente.Mention) {
		l.words(m.Span)
		if m.Rule != "" {
			l.text("rule", m.Rule)
		}
	})
}

func (l *articleLine) skip(_ int, s *entente.Skip) {
	l.text("reason", string(s.Reason))
	if s.Detail != "" {
		l.text("detail", s.Detail)
	}
	l.bounds(s.Span)
}

// span writes a range of the text with its words.
func (l *articleLine) span(key string, s entente.Span) {
	l.key(key)
	l.open('{')
	l.words(s)
	l.close('}')
}

func (l *articleLine) words(s entente.Span) {
	l.bounds(s)
	l.text("text", l.d.TextOf(s))
}

func (l *articleLine) bounds(s entente.Span) {
	l.whole("start", s.Start)
	l.whole("end", s.End)
}

// id names item i of a list as EventID and StatementID do.
func (l *articleLine) id(key string, letter byte, i int) {
	l.key(key)
	l.b = append(strconv.AppendInt(append(l.b, '"', letter), int64(i)+1, 10), '"')
}

func (l *articleLine) idOrNull(key string, letter byte, i int) {
	if i >= 0 {
		l.id(key, letter, i)
		return
	}
	l.key(key)
	l.null()
}

func (l *articleLine) date(v entente.Interval, from entente.Span) {
	l.key("date")
	if !v.Known() {
		l.null()
		return
	}
	l.open('{')
	l.text("start", Day(v.Start))
	l.text("end", Day(v.End))
	l.text("precision", string(v.Precision))
	if from.Empty() {
		l.key("span")
		l.null()
	} else {
		l.span("span", from)
	}
	l.close('}')
}

// Day prints a day, with the time of day where there is one; "" for zero.
func Day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}
