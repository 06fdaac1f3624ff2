package event

import (
	"time"

	"entente"
)

// merge joins events that the article tells more than once: same type, same
// parties, same status, compatible dates. The first telling stays; the
// sentences of the others become its evidence.
func (c *coder) merge() {
	evs := c.d.Events
	into := make([]int, len(evs))
	alike := map[key][]int{}
	for i := range evs {
		into[i] = i
		e := &evs[i]
		k := keyOf(e)
		for n := len(alike[k]) - 1; n >= 0 && n >= len(alike[k])-maxTellings; n-- {
			if j := alike[k][n]; sameEvent(&evs[j], e) {
				into[i] = j
				break
			}
		}
		if into[i] == i {
			alike[k] = append(alike[k], i)
		}
	}
	c.compact(into)
}

// maxTellings is how many unlike events with one key are compared with the next.
const maxTellings = 32

// key is what two tellings of one event always share.
type key struct {
	typ    string
	status entente.Status
	source int // the least actor among the sources
}

func keyOf(e *entente.Event) key {
	k := key{e.Type, e.Status, -1}
	for n, p := range e.Source {
		if n == 0 || p.Actor < k.source {
			k.source = p.Actor
		}
	}
	return k
}

func sameEvent(a, b *entente.Event) bool {
	if a.Status != b.Status || len(a.CAMEO) >= 2 && len(b.CAMEO) >= 2 && a.CAMEO[:2] != b.CAMEO[:2] {
		return false
	}
	if (a.Parent < 0) != (b.Parent < 0) && a.Sentence == b.Sentence {
		return false
	}
	if !sameParties(a.Source, b.Source) || !sameParties(a.Target, b.Target) || !sameParties(a.Recipient, b.Recipient) {
		return false
	}
	if len(a.Source) == 0 || len(a.Target) == 0 && !a.Symmetric {
		return false
	}
	if !a.DateFrom.Empty() && !b.DateFrom.Empty() && apart(a.Date, b.Date) {
		return false
	}
	return true
}

// apart reports whether two intervals share no day.
func apart(a, b entente.Interval) bool {
	const day = 24 * time.Hour
	return !a.End.IsZero() && b.Start.Truncate(day).After(a.End) || !b.End.IsZero() && a.Start.Truncate(day).After(b.End)
}

func sameParties(a, b []entente.Participant) bool {
	if len(a) != len(b) {
		return false
	}
	for _, p := range a {
		found := false
		for _, q := range b {
			found = found || p.Actor >= 0 && p.Actor == q.Actor || p.Actor < 0 && q.Actor < 0 && p.Name == q.Name || p.Code != "" && p.Code == q.Code && p.Name == q.Name
		}
		if !found {
			return false
		}
	}
	return true
}

// compact removes merged events and renumbers parents.
func (c *coder) compact(into []int) {
	evs := c.d.Events
	number := make([]int, len(evs))
	kept := 0
	for i := range evs {
		if into[i] == i {
			number[i] = kept
			kept++
		}
	}
	out := make([]entente.Event, 0, kept)
	for i := range evs {
		j := into[i]
		if j == i {
			e := evs[i]
			if e.Parent >= 0 {
				e.Parent = number[into[e.Parent]]
				if e.Parent >= len(out) {
					e.Parent = -1
				}
			}
			out = append(out, e)
			continue
		}
		o := &out[number[j]]
		c.witness(o, evs[i].Sentence)
		for _, s := range evs[i].Evidence {
			c.witness(o, c.d.SentenceAt(s.Start))
		}
		if o.DateFrom.Empty() && !evs[i].DateFrom.Empty() {
			o.Date, o.DateFrom = evs[i].Date, evs[i].DateFrom
		}
		if o.Place < 0 {
			o.Place = evs[i].Place
		}
		o.Confidence = max(o.Confidence, evs[i].Confidence)
	}
	if len(out) == 0 {
		out = nil
	}
	c.d.Events = out
}
