package web

import (
	"context"
	"net/http"

	"entente"
	"entente/internal/record/store"
	"entente/internal/share/export"
)

type announcedPage struct {
	From   string
	Agenda []agendaItem
}

type agendaItem struct{ Date, Type, Parties, Place, Lead, Href string }

func (s *server) announced(r *http.Request) (view, error) {
	list, err := s.agenda(r.Context(), 300)
	return view{"Announced", announcedPage{export.Day(s.Today()), list}}, err
}

// agenda lists what is planned for today and the days after it.
func (s *server) agenda(ctx context.Context, limit int) ([]agendaItem, error) {
	items := []agendaItem{}
	for e, err := range s.Ledger.Entries(ctx, store.Announced(s.Today(), limit)) {
		if err != nil {
			return nil, err
		}
		items = append(items, agendaItemOf(e))
	}
	return items, nil
}

func agendaItemOf(e *entente.Entry) agendaItem {
	v := entryViewOf(e)
	item := agendaItem{Date: v.Date, Type: v.Type, Place: e.Place.Name, Lead: shorten(v.Lead, 160)}
	item.Parties = labels(v.Source)
	if len(v.Target) > 0 {
		item.Parties += " → " + labels(v.Target)
	}
	if len(v.Tellings) > 0 {
		item.Href = v.Tellings[0].Href
	}
	return item
}

func labels(list []partyView) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Label
	}
	return joined(", ", names...)
}
