package event_test

import (
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
)

// TestDeeds reads articles in which a judgement names the deed and an earlier
// sentence its doer.
func TestDeeds(t *testing.T) {
	p := understand.New()
	for _, c := range []struct{ text, typ, target string }{
		{"Turkey deployed troops near Syria on Monday. Greece condemned the move.", "ACCUSE", "TUR"},
		{"Iran expelled a Dutch diplomat on Friday. Norway criticized the decision.", "ACCUSE", "IRN"},
		{"Israel attacked Syria on Sunday. Jordan condemned the attack.", "ACCUSE", "ISR"},
	} {
		d := p.Understand(&entente.Article{Text: c.text, Language: "en", Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
		found := false
		for i := range d.Events {
			ev := &d.Events[i]
			for _, to := range ev.Target {
				found = found || ev.Type == c.typ && to.Country == c.target
			}
		}
		if !found {
			t.Errorf("%s: no %s on %s among %d events", c.text, c.typ, c.target, len(d.Events))
		}
	}
}
