package web

import (
	"fmt"
	"net/url"

	"entente"
	"entente/internal/codebook"
	"entente/internal/gazetteer"
	"entente/internal/share/export"
	"entente/internal/share/terminal"
)

// entryView is an entry of the ledger, folded to one line and opening to the
// sentences behind it.
type entryView struct {
	ID                                      int64
	Quad                                    int
	Date, Type, TypeHelp, Mode              string
	CAMEO, CAMEOName, Status, Lead, Reports string
	Symmetric                               bool
	Source, Target, Recipient               []partyView
	Place, Goldstein, Plover, Confidence    string
	Pair                                    *linkView
	Tellings                                []tellingView
}

type partyView struct{ Label, Name, Code string }

type linkView struct{ Name, Href string }

type tellingView struct{ Sentence, Publisher, Published, Title, Href string }

func entryViewOf(e *entente.Entry) entryView {
	v := entryView{
		ID: e.ID, Quad: codebook.Quad(e.Type), Date: dateOf(e.Date), Type: e.Type, TypeHelp: codebook.Line(e.Type, e.Mode, e.CAMEO),
		Mode: e.Mode, CAMEO: e.CAMEO, Status: string(e.Status), Symmetric: e.Symmetric,
		Source: parties(e.Source), Target: parties(e.Target), Recipient: parties(e.Recipient),
		Goldstein: fmt.Sprintf("%+.1f", codebook.Goldstein(e.CAMEO)), Plover: fmt.Sprintf("%+.1f", codebook.Score(e.Type, e.Mode)),
		Confidence: fmt.Sprintf("%.2f", e.Confidence), Reports: terminal.Count(len(e.Sources), "report"), Pair: pairLink(e),
	}
	if code, ok := codebook.Lookup(e.CAMEO); ok {
		v.CAMEOName = code.Title
	}
	if e.Place.Name != "" {
		v.Place = placeLine(entente.Place{Name: e.Place.Name, Country: e.Place.Country, Lat: e.Place.Lat, Lon: e.Place.Lon})
	}
	for _, t := range e.Sources {
		v.Tellings = append(v.Tellings, tellingViewOf(t))
	}
	if len(v.Tellings) > 0 {
		v.Lead = v.Tellings[0].Sentence
	}
	return v
}

func tellingViewOf(t entente.Telling) tellingView {
	v := tellingView{oneLine(t.Sentence), t.Publisher, export.Day(t.Published), t.Title, articleHref(t.Article) + "#" + export.EventID(t.Event)}
	if v.Title == "" {
		v.Title = "article"
	}
	if v.Publisher == "" {
		v.Publisher = "unnamed publisher"
	}
	return v
}

func articleHref(id string) string { return "/article/" + url.PathEscape(id) }

func pairHref(a, b string) string { return "/pair/" + url.PathEscape(a) + "/" + url.PathEscape(b) }

// dateOf prints the date of an entry; an unknown one stands for the day of
// publishing and is marked.
func dateOf(v entente.Interval) string {
	if v.Precision == entente.ByUnknown && v.Known() {
		return "~" + export.Day(v.Start)
	}
	return terminal.Dates(v)
}

// parties labels states by their code, organisations by their short name and
// anybody else by the words of the text.
func parties(list []entente.Party) []partyView {
	out := make([]partyView, 0, len(list))
	for _, p := range list {
		label := p.Country
		if label == "" {
			label = p.Name
			if o, ok := gazetteer.OrganisationByCode(p.Code); ok {
				label = o.Short
			}
		}
		out = append(out, partyView{shorten(label, 40), p.Name, p.Code})
	}
	return out
}

// pairLink leads to the page of the first two different parties.
func pairLink(e *entente.Entry) *linkView {
	all := append(append([]entente.Party{}, e.Source...), e.Target...)
	for _, p := range all {
		if a, b := all[0].Key(), p.Key(); a != "" && b != "" && a != b {
			return &linkView{gazetteer.ShortName(a) + " and " + gazetteer.ShortName(b), pairHref(a, b)}
		}
	}
	return nil
}
