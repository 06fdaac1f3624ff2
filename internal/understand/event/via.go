package event

import "entente"

// via lists who reports the event: the speaker in whose words it stands, the
// outlets that relay it, the publisher.
func (c *coder) via(ev *entente.Event) {
	if s := c.speech[ev.Token]; s >= 0 {
		st := &c.d.Statements[s]
		for _, p := range st.Speaker {
			ev.Via = relayed(ev.Via, entente.Relay{Name: p.Name, Kind: entente.ViaSpeaker, Span: p.Span})
		}
		for _, r := range st.Via {
			ev.Via = relayed(ev.Via, r)
		}
	}
	if c.d.Publisher != "" {
		ev.Via = relayed(ev.Via, entente.Relay{Name: c.d.Publisher, Kind: entente.ViaPublisher})
	}
}

// relayed adds a link to the chain; a second link by the same name says more
// exactly of what kind the first is.
func relayed(chain []entente.Relay, r entente.Relay) []entente.Relay {
	for i := range chain {
		if chain[i].Name == r.Name {
			if chain[i].Kind == entente.ViaSpeaker {
				chain[i].Kind = r.Kind
			}
			return chain
		}
	}
	return append(chain, r)
}
