package event

import (
	"entente"
)

// anchor is the token outside a span on which the span hangs: the head of the
// token that heads it.
func (c *coder) anchor(s entente.Span) (inside, outside int) {
	inside, outside = -1, -1
	c.cover(s, func(i int) {
		if inside >= 0 {
			return
		}
		h := c.head(i)
		if h < 0 || !c.d.Tokens[h].Overlaps(s) {
			inside, outside = i, h
		}
	})
	return inside, outside
}

// distance counts the steps from token t up to token a, or -1 when a does not
// govern t.
func (c *coder) distance(t, a int) int {
	for n := 0; t >= 0 && n < 24; n++ {
		if t == a {
			return n
		}
		t = c.head(t)
	}
	return -1
}

// date gives the event the time expression that governs it on the tree; one
// on the trigger wins over one higher up.
func (c *coder) date(ev *entente.Event, n *node) {
	sent := c.d.Sentences[ev.Sentence]
	best, cost := -1, 1000
	for _, i := range c.timesIn[ev.Sentence] {
		t := &c.d.Times[i]
		if !sent.Contains(t.Span) || !t.When.Known() {
			continue
		}
		in, at := c.anchor(t.Span)
		if in < 0 || c.markedIn(in, "not-date") {
			continue
		}
		d := 20
		if at < 0 {
			d = 10
		} else if up := c.distance(ev.Token, at); up >= 0 {
			d = up
		} else if down := c.distance(at, ev.Token); down >= 0 && down < 4 {
			d = 1 + down
		}
		if t.When.Start.After(c.d.Published) && !c.d.Published.IsZero() && ev.Status.Real() {
			d += 30
		}
		if d < cost {
			best, cost = i, d
		}
	}
	if best >= 0 && cost < 30 {
		ev.Date, ev.DateFrom = c.d.Times[best].When, c.d.Times[best].Span
		return
	}
	if ev.Status.Real() || ev.Parent < 0 {
		ev.Date = c.narrative(ev.Sentence)
	}
}

// narrative is the date that a sentence without one inherits: the last past
// date of the article before it in its paragraph, else the day of publication.
func (c *coder) narrative(s int) entente.Interval {
	day := c.d.Published
	if day.IsZero() {
		return entente.Interval{}
	}
	return entente.Interval{Start: day, End: day, Precision: entente.ByDay}
}

// place gives the event the locative place that hangs nearest to its trigger.
func (c *coder) place(ev *entente.Event, n *node) {
	sent := c.d.Sentences[ev.Sentence]
	cost := 9
	for _, i := range c.placesIn[ev.Sentence] {
		p := &c.d.Places[i]
		if !p.Locative || !sent.Contains(p.Span) || c.isParty(ev, p.Span) {
			continue
		}
		_, at := c.anchor(p.Span)
		d := 8
		if at >= 0 {
			if up := c.distance(ev.Token, at); up >= 0 {
				d = up
			} else if down := c.distance(at, ev.Token); down >= 0 {
				d = 1 + down
			}
		}
		if d < cost {
			ev.Place, cost = i, d
		}
	}
	if ev.Place < 0 {
		c.placeOfTarget(ev)
	}
}

func (c *coder) isParty(ev *entente.Event, s entente.Span) bool {
	for _, p := range ev.Source {
		if p.Span.Contains(s) {
			return true
		}
	}
	return false
}

// placeOfTarget takes the place that is the target itself: a visit to Kyiv
// happens in Kyiv, an attack on Aleppo in Aleppo.
func (c *coder) placeOfTarget(ev *entente.Event) {
	if ev.Mode != "visit" && ev.Type != "ASSAULT" {
		return
	}
	for _, p := range ev.Target {
		for _, i := range c.placesIn[ev.Sentence] {
			if p.Span.Contains(c.d.Places[i].Span) {
				ev.Place = i
				return
			}
		}
	}
}

// via lists who reports the event: the speaker in whose words it stands, the
// outlets that relay it, the publisher.
func (c *coder) via(ev *entente.Event) {
	if s := c.speech[ev.Token]; s >= 0 {
		st := &c.d.Statements[s]
		for _, p := range st.Speaker {
			ev.Via = append(ev.Via, entente.Relay{Name: p.Name, Kind: entente.ViaSpeaker, Span: p.Span})
		}
		ev.Via = append(ev.Via, st.Via...)
	}
	if c.d.Publisher == "" {
		return
	}
	for _, r := range ev.Via {
		if r.Name == c.d.Publisher {
			return
		}
	}
	ev.Via = append(ev.Via, entente.Relay{Name: c.d.Publisher, Kind: entente.ViaPublisher})
}
