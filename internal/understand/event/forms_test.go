package event_test

import (
	"testing"
	"time"

	"entente"
	"entente/internal/understand"
)

// TestForms reads turns of phrase that no example of the lexicon shows: the
// object a passive keeps, an agent hung astray, people of two states, a request
// not to act.
func TestForms(t *testing.T) {
	p := understand.New()
	for _, c := range []struct{ text, typ, parties string }{
		{"Syria was granted aid by Russia.", "AID", "RUS > SYR"},
		{"Palestine is recognised within its 1967 borders by Suriname.", "SUPPORT", "SUR > PSE"},
		{"Officials from Peru and Ecuador met in Lima.", "CONSULT", "PER ECU >"},
		{"France urged Afghanistan not to release the prisoners.", "REQUEST", "FRA > AFG"},
		{"American jets were sent to Greece.", "AID", "USA > GRC"},
	} {
		d := p.Understand(&entente.Article{Text: c.text, Language: "en", Published: time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)})
		var got []string
		for i := range d.Events {
			ev, who := &d.Events[i], ""
			for _, f := range ev.Source {
				who += f.Country + " "
			}
			who += ">"
			for _, f := range ev.Target {
				who += " " + f.Country
			}
			got = append(got, ev.Type+" "+who)
		}
		if len(got) != 1 || got[0] != c.typ+" "+c.parties {
			t.Errorf("%s: got %q, want %s %s", c.text, got, c.typ, c.parties)
		}
	}
}
