package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"entente"
	"entente/internal/codebook"
	"entente/internal/record/store"
	"entente/internal/share/export"
)

const perPage = 40

type latestPage struct {
	Heading         string
	Filter          filterForm
	Types, Statuses []string
	Actors          []partyView
	Entries         []entryView
	Older           string
	Announced       []agendaItem
	Pairs           []pairItem
	Totals          string
}

// filterForm is the state of the form above the entries.
type filterForm struct{ Actor, Type, Status string }

var statuses = []string{"happened", "ongoing", "planned", "hypothetical", "requested", "threatened", "refused", "denied"}

func (s *server) latest(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	form := filterForm{Actor: strings.TrimSpace(q.Get("actor")), Type: q.Get("type"), Status: q.Get("status")}
	filter := store.Filter{Limit: perPage + 1, Offset: number(q.Get("from"))}
	if form.Actor != "" {
		filter.Actors = []string{codeOf(form.Actor)}
	}
	if form.Type != "" {
		filter.Types = []string{form.Type}
	}
	if form.Status != "" {
		filter.Statuses = []entente.Status{entente.Status(form.Status)}
	} else {
		filter.Top, filter.Until = true, s.Today()
	}
	page := latestPage{Heading: "Latest entries", Filter: form, Types: codebook.Types(), Statuses: statuses, Actors: actorChoices()}
	var err error
	if page.Entries, page.Older, err = s.entries(r, filter); err != nil {
		return view{}, err
	}
	if page.Announced, err = s.agenda(ctx, 6); err != nil {
		return view{}, err
	}
	if page.Pairs, err = s.topPairs(ctx, 12); err != nil {
		return view{}, err
	}
	page.Totals, err = s.totals(ctx)
	return view{"Latest", page}, err
}

// entries gives one page of entries and the address of the next.
func (s *server) entries(r *http.Request, f store.Filter) ([]entryView, string, error) {
	f.Limit = perPage + 1
	var list []entryView
	for e, err := range s.Ledger.Entries(r.Context(), f) {
		if err != nil {
			return nil, "", err
		}
		if len(list) == perPage {
			q := r.URL.Query()
			q.Set("from", strconv.Itoa(f.Offset+perPage))
			return list, r.URL.EscapedPath() + "?" + q.Encode(), nil
		}
		list = append(list, entryViewOf(e))
	}
	return list, "", nil
}

func (s *server) totals(ctx context.Context) (string, error) {
	st, err := s.Ledger.Stats(ctx)
	if err != nil {
		return "", err
	}
	line := fmt.Sprintf("%d articles, %d entries, %d statements", st.Articles, st.Entries, st.Statements)
	if !st.First.IsZero() {
		line += ", " + export.Day(st.First) + " to " + export.Day(st.Last)
	}
	return line, nil
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

type searchPage struct {
	Words string
	Hits  []hitView
}

type hitView struct {
	Title, Href, By string
	Snippet         []store.Piece
}

func (s *server) search(r *http.Request) (view, error) {
	page := searchPage{Words: strings.TrimSpace(r.URL.Query().Get("q"))}
	if page.Words == "" {
		return view{"Search", page}, nil
	}
	hits, err := s.Ledger.Search(r.Context(), page.Words, perPage)
	if err != nil {
		return view{}, err
	}
	for _, h := range hits {
		title := h.Title
		if title == "" {
			title = h.ID
		}
		page.Hits = append(page.Hits, hitView{title, "/article/" + url.PathEscape(h.ID), joined(", ", h.Publisher, export.Day(h.Published)), h.Snippet})
	}
	return view{"Search", page}, nil
}
