package export

import (
	"bytes"
	"testing"
	"time"

	"entente"
	"entente/internal/codebook"
)

// The forms of docs/output.md as encoding/json has them: what Article writes is
// held to them.

type lineForm struct {
	Article    articleForm     `json:"article"`
	Events     []eventForm     `json:"events"`
	Statements []statementForm `json:"statements"`
	Times      []timeForm      `json:"times"`
	Places     []placeForm     `json:"places"`
	Actors     []actorForm     `json:"actors"`
	Skipped    []skipForm      `json:"skipped,omitempty"`
}

type articleForm struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Publisher string   `json:"publisher"`
	Title     string   `json:"title"`
	Published string   `json:"published"`
	Language  string   `json:"language"`
	Authors   []string `json:"authors"`
	Category  string   `json:"category"`
	Tags      []string `json:"tags"`
	Part      int      `json:"part,omitempty"`
	Offset    int      `json:"offset,omitempty"`
	Text      string   `json:"text"`
}

type spanForm struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type participantForm struct {
	Name    string   `json:"name"`
	Code    string   `json:"code"`
	Country string   `json:"country"`
	Sector  string   `json:"sector"`
	Role    string   `json:"role"`
	Span    spanForm `json:"span"`
}

type dateForm struct {
	Start     string    `json:"start"`
	End       string    `json:"end"`
	Precision string    `json:"precision"`
	Span      *spanForm `json:"span"`
}

type eventPlaceForm struct {
	Name     string   `json:"name"`
	Country  string   `json:"country"`
	Lat      float64  `json:"lat"`
	Lon      float64  `json:"lon"`
	GeoNames int      `json:"geonames"`
	Span     spanForm `json:"span"`
}

type amountForm struct {
	Kind  string   `json:"kind"`
	Value float64  `json:"value"`
	Unit  string   `json:"unit"`
	Span  spanForm `json:"span"`
}

type eventForm struct {
	ID         string            `json:"id"`
	Type       string            `json:"type"`
	Mode       string            `json:"mode"`
	Contexts   []string          `json:"contexts"`
	CAMEO      string            `json:"cameo"`
	Quad       int               `json:"quad"`
	Goldstein  float64           `json:"goldstein"`
	Plover     float64           `json:"plover"`
	Status     string            `json:"status"`
	Symmetric  bool              `json:"symmetric"`
	Source     []participantForm `json:"source"`
	Target     []participantForm `json:"target"`
	Recipient  []participantForm `json:"recipient"`
	Trigger    spanForm          `json:"trigger"`
	Sentence   rangeForm         `json:"sentence"`
	Evidence   []spanForm        `json:"evidence,omitempty"`
	Date       *dateForm         `json:"date"`
	Place      *eventPlaceForm   `json:"place"`
	Via        []relayForm       `json:"via"`
	Amounts    []amountForm      `json:"amounts,omitempty"`
	Parent     *string           `json:"parent"`
	Rule       []string          `json:"rule"`
	Confidence float64           `json:"confidence"`
}

type statementForm struct {
	ID        string            `json:"id"`
	Speaker   []participantForm `json:"speaker"`
	Addressee []participantForm `json:"addressee"`
	Cue       spanForm          `json:"cue"`
	Content   spanForm          `json:"content"`
	Kind      string            `json:"kind"`
	Date      *dateForm         `json:"date"`
	Via       []relayForm       `json:"via"`
	Replies   *string           `json:"replies,omitempty"`
	Rule      string            `json:"rule"`
}

type timeForm struct {
	Span  spanForm `json:"span"`
	Type  string   `json:"type"`
	Value string   `json:"value"`
	Mod   string   `json:"mod"`
	Rule  string   `json:"rule,omitempty"`
}

type placeForm struct {
	Span     spanForm `json:"span"`
	Name     string   `json:"name"`
	Country  string   `json:"country"`
	Lat      float64  `json:"lat"`
	Lon      float64  `json:"lon"`
	GeoNames int      `json:"geonames"`
	Kind     string   `json:"kind"`
	Locative bool     `json:"locative"`
}

type actorForm struct {
	Name     string        `json:"name"`
	Code     string        `json:"code"`
	Country  string        `json:"country"`
	Sector   string        `json:"sector"`
	Kind     string        `json:"kind"`
	Mentions []mentionForm `json:"mentions"`
}

type mentionForm struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Rule  string `json:"rule,omitempty"`
}

type skipForm struct {
	Reason string `json:"reason"`
	Detail string `json:"detail,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// lineFormOf is the form of a document.
func lineFormOf(d *entente.Document) lineForm {
	f := forms{d}
	return lineForm{
		Article: articleForm{
			ID: d.ID, URL: d.URL, Publisher: d.Publisher, Title: d.Title, Published: Day(d.Published),
			Language: d.Language, Authors: filled(d.Authors), Category: d.Category, Tags: filled(d.Tags), Part: d.Part, Offset: d.Offset, Text: d.Article.Text,
		},
		Events:     each(d.Events, f.event),
		Statements: each(d.Statements, f.statement),
		Times:      each(d.Times, f.time),
		Places:     each(f.NamedPlaces(), f.place),
		Actors:     each(d.Actors, f.actor),
		Skipped:    each(d.Skipped, f.skip),
	}
}

// forms turns annotations of one document into their JSON forms.
type forms struct{ *entente.Document }

func (f forms) event(i int, e entente.Event) eventForm {
	s := f.Sentences[e.Sentence]
	out := eventForm{
		ID: EventID(i), Type: e.Type, Mode: e.Mode, Contexts: filled(e.Contexts), CAMEO: e.CAMEO,
		Quad: codebook.Quad(e.Type), Goldstein: codebook.Goldstein(e.CAMEO), Plover: codebook.Score(e.Type, e.Mode),
		Status: string(e.Status), Symmetric: e.Symmetric,
		Source: each(e.Source, f.participant), Target: each(e.Target, f.participant), Recipient: each(e.Recipient, f.participant),
		Trigger: f.span(e.Trigger), Sentence: rangeForm{s.Start, s.End},
		Date: f.date(e.Date, e.DateFrom), Place: f.eventPlace(e.Place), Via: each(e.Via, f.relay),
		Rule: filled(e.Rule), Confidence: e.Confidence,
	}
	for _, s := range e.Evidence {
		out.Evidence = append(out.Evidence, f.span(s))
	}
	for _, a := range e.Amounts {
		out.Amounts = append(out.Amounts, amountForm{a.Kind, a.Value, a.Unit, f.span(a.Span)})
	}
	if e.Parent >= 0 {
		id := EventID(e.Parent)
		out.Parent = &id
	}
	return out
}

func (f forms) statement(i int, s entente.Statement) statementForm {
	out := statementForm{
		ID: StatementID(i), Speaker: each(s.Speaker, f.participant), Addressee: each(s.Addressee, f.participant),
		Cue: f.span(s.Cue), Content: f.span(s.Content), Kind: string(s.Kind),
		Date: f.date(s.Date, entente.Span{}), Via: each(s.Via, f.relay), Rule: s.Rule,
	}
	if s.Replies >= 0 {
		id := StatementID(s.Replies)
		out.Replies = &id
	}
	return out
}

func (f forms) participant(_ int, p entente.Participant) participantForm {
	return participantForm{p.Name, p.Code, p.Country, p.Sector, p.Role, f.span(p.Span)}
}

func (f forms) relay(_ int, r entente.Relay) relayForm { return relayForm{r.Name, string(r.Kind)} }

func (f forms) time(_ int, t entente.Time) timeForm {
	return timeForm{f.span(t.Span), string(t.Type), t.Value, t.Mod, t.Rule}
}

func (f forms) place(_ int, p entente.Place) placeForm {
	return placeForm{f.span(p.Span), p.Name, p.Country, p.Lat, p.Lon, p.GeoNames, p.Kind, p.Locative}
}

func (f forms) eventPlace(i int) *eventPlaceForm {
	if i < 0 {
		return nil
	}
	p := f.Places[i]
	return &eventPlaceForm{p.Name, p.Country, p.Lat, p.Lon, p.GeoNames, f.span(p.Span)}
}

func (f forms) actor(_ int, a entente.Actor) actorForm {
	out := actorForm{a.Name, a.Code, a.Country, a.Sector, string(a.Kind), make([]mentionForm, 0, len(a.Mentions))}
	for _, m := range a.Mentions {
		out.Mentions = append(out.Mentions, mentionForm{m.Start, m.End, f.TextOf(m.Span), m.Rule})
	}
	return out
}

func (f forms) skip(_ int, s entente.Skip) skipForm {
	return skipForm{string(s.Reason), s.Detail, s.Start, s.End}
}

func (f forms) span(s entente.Span) spanForm { return spanForm{s.Start, s.End, f.TextOf(s)} }

func (f forms) date(v entente.Interval, from entente.Span) *dateForm {
	if !v.Known() {
		return nil
	}
	out := &dateForm{Start: Day(v.Start), End: Day(v.End), Precision: string(v.Precision)}
	if !from.Empty() {
		s := f.span(from)
		out.Span = &s
	}
	return out
}

func encoded(t testing.TB, d *entente.Document) string {
	var out bytes.Buffer
	if err := encoder(&out).Encode(lineFormOf(d)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func written(t testing.TB, d *entente.Document) string {
	var out bytes.Buffer
	if err := Article(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// FuzzArticle writes what encoding/json would, whatever the text and numbers.
func FuzzArticle(f *testing.F) {
	f.Add(text, 0.8, 37.566, int64(1672819200), uint8(3))
	f.Add("a\"b\\c\n\t\b\f\r\x00\x1f\x7f<&>\u2028\u2029\xff\xe2\x80", 1e-7, 1e21, int64(-1), uint8(0))
	f.Add("é 漢字 😀", -0.0, 100000.0, int64(0), uint8(255))
	f.Fuzz(func(t *testing.T, words string, a, b float64, at int64, bits uint8) {
		if a != a || b != b || a-a != 0 || b-b != 0 || len(words) < 8 {
			return // JSON has no such numbers
		}
		d := document()
		d.Article.Text = words + d.Article.Text
		d.Title, d.Publisher, d.Events[0].Source[0].Name, d.Statements[0].Rule = words, words[4:], words[:4], words[2:6]
		d.Events[0].Confidence, d.Places[0].Lat, d.Events[1].Amounts[0].Value = a, b, a*b
		if at > -1e11 && at < 1e11 {
			d.Published = time.Unix(at, 0).UTC()
		}
		if bits&1 != 0 {
			d.Authors, d.Tags, d.Events[0].Contexts, d.Events[0].Rule = []string{words, ""}, []string{words}, nil, nil
		}
		if bits&2 != 0 {
			d.Statements[1].Replies, d.Events[1].Parent, d.Events[0].Place, d.Events[0].DateFrom = -1, -1, -1, entente.Span{}
		}
		if bits&4 != 0 {
			d.Part, d.Offset, d.Skipped, d.Actors, d.Times[0].Rule = int(bits), int(at), nil, nil, ""
		}
		if a*b-a*b != 0 {
			return
		}
		if got, want := written(t, d), encoded(t, d); got != want {
			t.Fatalf("wrote\n%s\nwant\n%s", got, want)
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	d := document()
	for b.Loop() {
		written(b, d)
	}
}
