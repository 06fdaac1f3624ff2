package event

import (
	"iter"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// dateOfTelling dates an event by another telling of it that says the day more
// exactly.
func (c *coder) dateOfTelling(i int) bool {
	ev := &c.d.Events[i]
	from := -1
	for j := range c.nearTellings(i) {
		o := &c.d.Events[j]
		if o.DateFrom.Empty() || !ev.DateFrom.Empty() && !within(o.Date, ev.Date) || coarse(o.Date) && !c.recalls(ev) || !c.alike(i, j) {
			continue
		}
		if from < 0 || within(o.Date, c.d.Events[from].Date) {
			from = j
		}
	}
	if from < 0 {
		return false
	}
	ev.Date, ev.DateFrom = c.d.Events[from].Date, c.d.Events[from].DateFrom
	ev.Rule = append(ev.Rule, whenTelling)
	return true
}

// coarse reports whether an interval says little of when: a month or more.
func coarse(v entente.Interval) bool {
	return v.Precision == entente.ByMonth || v.Precision == entente.ByYear || v.Precision == entente.ByDecade || v.Precision == entente.BySeason
}

// nearTellings lists the events within memory of event i, nearest first, the
// earlier ones before the later.
func (c *coder) nearTellings(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if codebook.Verbal(c.d.Events[i].Type) {
			return // words are not told twice as one deed
		}
		for j := i - 1; j >= max(0, i-memory); j-- {
			if !yield(j) {
				return
			}
		}
		for j := i + 1; j < min(len(c.d.Events), i+1+tellingWindow); j++ {
			if !yield(j) {
				return
			}
		}
	}
}

// alike reports whether events i and j may be tellings of one deed, for its
// time and place: what happens to the same person or body, or to the same state by the
// same hands, or a noun with "the" that names the type of a deed whose parties
// do not speak against it. Parties that the story lent do not count.
func (c *coder) alike(i, j int) bool {
	a, b := &c.d.Events[i], &c.d.Events[j]
	if a.Type != b.Type || codebook.Verbal(a.Type) || a.Status != b.Status && !(a.Status.Real() && b.Status.Real()) {
		return false
	}
	if !agree(a.Target, b.Target) || !agree(a.Source, b.Source) {
		return false
	}
	if (c.recalls(a) || c.recalls(b)) && a.Status.Real() {
		return true
	}
	target := c.shareTold(a.Target, b.Target)
	return target == sharedOne || target == sharedState && c.shareTold(a.Source, b.Source) > 0
}

// shareTold is what two lists of parties share, as far as their own sentences
// tell it.
func (c *coder) shareTold(a, b []entente.Participant) int {
	best := 0
	for _, p := range a {
		for _, q := range b {
			if p.Actor < 0 || p.Actor != q.Actor || lent(p) || lent(q) {
				continue
			}
			if c.d.Actors[p.Actor].Kind != entente.StateActor {
				return sharedOne
			}
			best = sharedState
		}
	}
	return best
}

// lent reports whether a party comes from the story and not from the sentence.
func lent(p entente.Participant) bool { return strings.HasPrefix(p.Rule, "story.") }

// recalls reports whether the event is told by a noun with "the": one that the
// reader knows already.
func (c *coder) recalls(ev *entente.Event) bool { return !c.isVerb(ev.Token) && c.definite(ev.Token) }

// agree reports whether two lists of parties may be the same: one names nobody
// known, or they share a state or a body.
func agree(a, b []entente.Participant) bool {
	if !identified(a) || !identified(b) {
		return true
	}
	for _, p := range a {
		for _, q := range b {
			if p.Actor >= 0 && p.Actor == q.Actor || p.Country != "" && p.Country == q.Country || p.Code != "" && p.Code == q.Code {
				return true
			}
		}
	}
	return false
}
