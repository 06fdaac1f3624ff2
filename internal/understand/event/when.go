package event

import (
	"time"

	"entente"
	"entente/internal/codebook"
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

// below counts the steps from token t up to token a without leaving a clause:
// what a relative or adverbial clause says belongs to that clause.
func (c *coder) below(t, a int) int {
	for n := 0; t >= 0 && n < 24; n++ {
		if t == a {
			return n
		}
		switch c.rel(t) {
		case entente.Acl, entente.AclRelcl, entente.Advcl, entente.AdvclRelcl, entente.Ccomp, entente.Parataxis:
			return -1
		}
		t = c.head(t)
	}
	return -1
}

// Costs of a time or place that does not govern the event on the tree; one
// that costs farAway or more dates nothing.
const (
	elsewhere = 20 // in another branch of the sentence
	farAway   = 30
)

// date gives the event the time expression that governs it on the tree; one
// on the trigger wins over one higher up.
func (c *coder) date(ev *entente.Event, n *node) {
	best, cost := -1, farAway
	for _, i := range c.timesIn[ev.Sentence] {
		if len(n.kids) > 0 && c.datesContent(&c.d.Times[i]) {
			continue
		}
		d := c.timeCost(ev, &c.d.Times[i])
		if d < cost || d == cost && best >= 0 && c.finer(i, best) {
			best, cost = i, d
		}
	}
	if best >= 0 {
		ev.Date, ev.DateFrom = c.d.Times[best].When, c.d.Times[best].Span
		return
	}
	if ev.Status.Real() || ev.Parent < 0 {
		ev.Date = c.narrative(ev)
	}
}

// datesContent reports whether a time of what is promised, demanded or
// threatened cannot be the day of the words: a month or more that is not over.
func (c *coder) datesContent(t *entente.Time) bool {
	return t.When.Precision != entente.ByDay && t.When.Precision != entente.ByMinute && !c.d.Published.IsZero() && t.When.End.After(c.d.Published)
}

// finer reports whether time i lies within time j: "this year's summit in May".
func (c *coder) finer(i, j int) bool {
	a, b := c.d.Times[i].When, c.d.Times[j].When
	return a != b && !a.Start.Before(b.Start) && !a.End.After(b.End)
}

// timeCost is how far a time stands from dating the event.
func (c *coder) timeCost(ev *entente.Event, t *entente.Time) int {
	if !c.d.Sentences[ev.Sentence].Contains(t.Span) || !t.When.Known() {
		return farAway
	}
	in, at := c.anchor(t.Span)
	if in < 0 || c.markedIn(in, "not-date") {
		return farAway
	}
	d := elsewhere
	if at < 0 {
		d = 10
	} else if up := c.distance(ev.Token, at); up >= 0 {
		d = up
	} else if down := c.below(at, ev.Token); down >= 0 && down < 4 {
		d = 1 + down
	} else if c.hits[at] != nil || c.distance(at, ev.Token) >= 0 {
		return farAway // it dates another event of the sentence, or a clause below this one
	}
	if t.When.Start.After(c.d.Published) && !c.d.Published.IsZero() && ev.Status.Real() {
		d += farAway
	}
	if s := c.speech[ev.Token]; s >= 0 && s != c.speech[in] && !c.saidBy(ev, s) {
		d += farAway // it dates the saying, not what is said
	}
	return d
}

// saidBy reports whether the event is the speaker's own act of speech, which
// takes place when the words are said.
func (c *coder) saidBy(ev *entente.Event, s int) bool {
	for _, p := range ev.Source {
		for _, q := range c.d.Statements[s].Speaker {
			if p.Actor >= 0 && p.Actor == q.Actor || p.Span == q.Span {
				return true
			}
		}
	}
	return len(ev.Source) == 0 && codebook.Verbal(ev.Type)
}

// newsWindow is how many days before publication a date still belongs to what
// the article reports; earlier ones are background.
const newsWindow = 10 * 24 * time.Hour

// narrative is the date of an event whose sentence names none: that of another
// telling of it, of what happened in the same place, and for what is told in
// the past tense the last day that the article spoke of; else the day of
// publication.
func (c *coder) narrative(ev *entente.Event) entente.Interval {
	for e := len(c.d.Events) - 1; e >= c.firstRecent(); e-- {
		if o := &c.d.Events[e]; !o.DateFrom.Empty() && sameDeed(ev, o) {
			return o.Date
		}
	}
	if c.toldInPast(ev.Token) {
		for e := len(c.d.Events) - 1; e >= c.firstRecent() && ev.Place >= 0; e-- {
			if o := &c.d.Events[e]; o.Place >= 0 && !o.DateFrom.Empty() && c.isNews(o.Date) && c.d.Places[ev.Place].Name == c.d.Places[o.Place].Name {
				return o.Date
			}
		}
		if last := c.lastDay(ev.Sentence); last.Known() {
			return last
		}
	}
	if c.d.Published.IsZero() {
		return c.lastDay(ev.Sentence)
	}
	return entente.Interval{Start: c.d.Published, End: c.d.Published, Precision: entente.ByDay}
}

// isNews reports whether a date is a day shortly before publication.
func (c *coder) isNews(v entente.Interval) bool {
	if v.Precision != entente.ByDay {
		return false
	}
	return c.d.Published.IsZero() || !v.Start.After(c.d.Published) && c.d.Published.Sub(v.Start) <= newsWindow
}

// lastDay is the day that the main clause of the nearest sentence before s
// names, unknown when there is none.
func (c *coder) lastDay(s int) entente.Interval {
	for ; c.daysTo < s; c.daysTo++ {
		for _, i := range c.timesIn[c.daysTo] {
			t := &c.d.Times[i]
			in, at := c.anchor(t.Span)
			if at >= 0 && !c.markedIn(in, "not-date") && c.isNews(t.When) && (c.head(at) < 0 || c.head(c.head(at)) < 0) {
				c.lastDate = t.When
			}
		}
	}
	return c.lastDate
}

// toldInPast reports whether the verb that carries token i is in the simple
// past or past perfect.
func (c *coder) toldInPast(i int) bool {
	for n := 0; i >= 0 && n < 12; n++ {
		if c.isVerb(i) || c.kid(i, entente.Cop) >= 0 {
			if c.xpos(i) == "VBD" {
				return true
			}
			if a := c.kid(i, entente.AuxPass, entente.AuxRel, entente.Cop); a >= 0 {
				return c.xpos(a) == "VBD"
			}
		}
		i = c.head(i)
	}
	return false
}

// sameDeed reports whether two events may be tellings of one: same type, a
// known target in common, no different sources.
func sameDeed(a, b *entente.Event) bool {
	return a.Type == b.Type && !codebook.Verbal(a.Type) && a.Status == b.Status && share(a.Target, b.Target) &&
		(len(a.Source) == 0 || len(b.Source) == 0 || share(a.Source, b.Source))
}

func share(a, b []entente.Participant) bool {
	for _, p := range a {
		for _, q := range b {
			if p.Actor >= 0 && p.Actor == q.Actor {
				return true
			}
		}
	}
	return false
}

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

// memory is how many events back a date or place may be taken from, so that
// long articles are read in linear time.
const memory = 120

// firstRecent is the first event within memory.
func (c *coder) firstRecent() int { return max(0, len(c.d.Events)-memory) }
