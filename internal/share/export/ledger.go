package export

import (
	"encoding/json"
	"fmt"
	"io"

	"entente"
	"entente/internal/codebook"
)

type entryForm struct {
	ID         int64         `json:"id"`
	Type       string        `json:"type"`
	Mode       string        `json:"mode"`
	Contexts   []string      `json:"contexts"`
	CAMEO      string        `json:"cameo"`
	Quad       int           `json:"quad"`
	Goldstein  float64       `json:"goldstein"`
	Plover     float64       `json:"plover"`
	Status     string        `json:"status"`
	Symmetric  bool          `json:"symmetric"`
	Date       *periodForm   `json:"date"`
	Place      *locationForm `json:"place"`
	Source     []partyForm   `json:"source"`
	Target     []partyForm   `json:"target"`
	Recipient  []partyForm   `json:"recipient"`
	Parent     *int64        `json:"parent"`
	Amounts    []figureForm  `json:"amounts,omitempty"`
	Confidence float64       `json:"confidence"`
	Denials    int           `json:"denials"`
	Articles   []tellingForm `json:"articles"`
}

type periodForm struct {
	Start     string `json:"start"`
	End       string `json:"end"`
	Precision string `json:"precision"`
}

type locationForm struct {
	Name     string  `json:"name"`
	Country  string  `json:"country"`
	Lat      float64 `json:"lat"`
	Lon      float64 `json:"lon"`
	GeoNames int     `json:"geonames"`
}

type partyForm struct {
	Name    string `json:"name"`
	Code    string `json:"code"`
	Country string `json:"country"`
	Sector  string `json:"sector"`
	Role    string `json:"role"`
}

type figureForm struct {
	Kind  string  `json:"kind"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

type tellingForm struct {
	ID         string       `json:"id"`
	Publisher  string       `json:"publisher"`
	Outlets    []string     `json:"outlets,omitempty"`
	Published  string       `json:"published"`
	URL        string       `json:"url"`
	Title      string       `json:"title"`
	Sentence   string       `json:"sentence"`
	Trigger    rangeForm    `json:"trigger"`
	Event      string       `json:"event"`
	Status     string       `json:"status"`
	Via        []relayForm  `json:"via"`
	Rule       []string     `json:"rule"`
	Amounts    []figureForm `json:"amounts,omitempty"`
	Confidence float64      `json:"confidence"`
	CopyOf     string       `json:"copy_of,omitempty"`
}

// Entry writes one line of the ledger as one line of JSON.
func Entry(w io.Writer, e *entente.Entry) error {
	out := entryForm{
		ID: e.ID, Type: e.Type, Mode: e.Mode, Contexts: filled(e.Contexts), CAMEO: e.CAMEO,
		Quad: codebook.Quad(e.Type), Goldstein: codebook.Goldstein(e.CAMEO), Plover: codebook.Score(e.Type, e.Mode),
		Status: string(e.Status), Symmetric: e.Symmetric, Source: each(e.Source, party), Target: each(e.Target, party), Recipient: each(e.Recipient, party),
		Confidence: e.Confidence, Denials: e.Denials, Amounts: figures(e.Amounts), Articles: each(e.Sources, telling),
	}
	if e.Date.Known() {
		out.Date = &periodForm{Day(e.Date.Start), Day(e.Date.End), string(e.Date.Precision)}
	}
	if p := e.Place; p.Name != "" {
		out.Place = &locationForm{p.Name, p.Country, p.Lat, p.Lon, p.GeoNames}
	}
	if e.Parent != 0 {
		out.Parent = &e.Parent
	}
	if err := encoder(w).Encode(out); err != nil {
		return fmt.Errorf("export entry %d: %w", e.ID, err)
	}
	return nil
}

func party(_ int, p entente.Party) partyForm {
	return partyForm{p.Name, p.Code, p.Country, p.Sector, p.Role}
}

func telling(_ int, t entente.Telling) tellingForm {
	return tellingForm{
		ID: t.Article, Publisher: t.Publisher, Outlets: t.Outlets, Published: Day(t.Published), URL: t.URL, Title: t.Title, Sentence: t.Sentence,
		Trigger: rangeForm{t.Trigger.Start, t.Trigger.End}, Event: EventID(t.Event), Status: string(t.Status),
		Via: each(t.Via, func(_ int, r entente.Relay) relayForm { return relayForm{r.Name, string(r.Kind)} }), Rule: filled(t.Rule), Amounts: figures(t.Amounts), Confidence: t.Confidence, CopyOf: t.CopyOf,
	}
}

func figures(list []entente.Amount) []figureForm {
	return each(list, func(_ int, a entente.Amount) figureForm { return figureForm{a.Kind, a.Value, a.Unit} })
}

type seriesForm struct {
	Dyad     [2]string   `json:"dyad"`
	By       string      `json:"by"`
	Scale    string      `json:"scale"`
	Directed bool        `json:"directed"`
	Points   []pointForm `json:"points"`
}

type pointForm struct {
	Period   string  `json:"period"`
	Ties     float64 `json:"ties"`
	Tension  float64 `json:"tension"`
	Entries  int     `json:"entries"`
	Coverage int     `json:"coverage"`
}

// Series writes a series as one line of JSON.
func Series(w io.Writer, s entente.Series, directed bool) error {
	out := seriesForm{s.Dyad, s.By, s.Scale, directed, each(s.Points, func(_ int, p entente.Point) pointForm { return pointForm(p) })}
	if err := encoder(w).Encode(out); err != nil {
		return fmt.Errorf("export series: %w", err)
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

type rangeForm struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type relayForm struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

func each[T, F any](list []T, form func(int, T) F) []F {
	out := make([]F, 0, len(list))
	for i, v := range list {
		out = append(out, form(i, v))
	}
	return out
}

func filled(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
