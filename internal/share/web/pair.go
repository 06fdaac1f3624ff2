package web

import (
	"context"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"entente"
	"entente/internal/gazetteer"
	"entente/internal/measure/series"
	"entente/internal/record/store"
)

type pairsPage struct {
	Actors []partyView
	Pairs  []pairItem
}

type pairItem struct {
	Name, Href string
	Count      int
}

func (s *server) topPairs(ctx context.Context, limit int) ([]pairItem, error) {
	list, err := s.Ledger.Dyads(ctx, time.Time{}, limit)
	if err != nil {
		return nil, err
	}
	items := make([]pairItem, 0, len(list))
	for _, d := range list {
		items = append(items, pairItem{gazetteer.ShortName(d.A) + " – " + gazetteer.ShortName(d.B), pairHref(d.A, d.B), d.Entries})
	}
	return items, nil
}

func (s *server) pairs(r *http.Request) (view, error) {
	list, err := s.topPairs(r.Context(), 400)
	return view{"Pairs", pairsPage{actorChoices(), list}}, err
}

// choosePair leads from the form to the page of a pair.
func (s *server) choosePair(w http.ResponseWriter, r *http.Request) {
	a, b := keyOf(r.FormValue("a")), keyOf(r.FormValue("b"))
	if a == "" || b == "" {
		http.Redirect(w, r, "/pairs", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, pairHref(a, b), http.StatusSeeOther)
}

type pairPage struct {
	A, B, By, Scale string
	Switches        []navItem
	Chart           template.HTML
	EntriesHeading  string
	AllHref         string
	Entries         []entryView
	Older           string
	Points          []entente.Point
}

func (s *server) pair(r *http.Request) (view, error) {
	a, b := keyOf(r.PathValue("a")), keyOf(r.PathValue("b"))
	q := r.URL.Query()
	by, scale := choice(q.Get("by"), "month", "week", "year", "day"), choice(q.Get("scale"), "goldstein", "plover", "count")
	query := series.Query{A: a, B: b, By: series.By(by), Scale: series.Scale(scale)}
	if err := query.Check(); err != nil {
		return view{}, badRequest(err.Error())
	}
	line, err := series.Measure(r.Context(), s.Ledger, query)
	if err != nil {
		return view{}, err
	}
	filter := store.Filter{Dyad: [2]string{a, b}}
	filter.Offset = number(q.Get("from"))
	page := pairPage{A: gazetteer.ShortName(a), B: gazetteer.ShortName(b), By: by, Scale: scale, Switches: switches(r.URL.Path, by, scale), Points: line.Points, EntriesHeading: "Entries"}
	if period := q.Get("period"); period != "" {
		first, last, err := series.Bounds(period)
		if err != nil {
			return view{}, badRequest(err.Error())
		}
		filter.Since, filter.Until = first, last
		page.EntriesHeading, page.AllHref = "Entries of "+period, address(r.URL.Path, by, scale, "")
	}
	page.Chart = chart(line, q.Get("period"), func(period string) string { return address(r.URL.Path, by, scale, period) })
	page.Entries, page.Older, err = s.entries(r, filter)
	return view{page.A + " and " + page.B, page}, err
}

// choice is v when it is among the options, else the first option.
func choice(v string, options ...string) string {
	for _, o := range options {
		if o == v {
			return v
		}
	}
	return options[0]
}

func switches(path, by, scale string) []navItem {
	var items []navItem
	for _, o := range []string{"week", "month", "year"} {
		items = append(items, navItem{o, address(path, o, scale, ""), o == by})
	}
	for _, o := range []string{"goldstein", "plover", "count"} {
		items = append(items, navItem{o, address(path, by, o, ""), o == scale})
	}
	return items
}

// address builds the link to a view of the same pair.
func address(path, by, scale, period string) string {
	q := url.Values{"by": {by}, "scale": {scale}}
	if period != "" {
		q.Set("period", period)
	}
	return strings.ReplaceAll(path, "\"", "%22") + "?" + q.Encode()
}
