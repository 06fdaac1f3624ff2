package event

import (
	"slices"

	"entente"
)

// historyYears is how long before publication an event is history: told as
// background, no news.
const historyYears = 20

// forget drops from a whole article what lies so far back that it is history or
// lacks the party without which it tells nothing,
// with what hangs below it, and says so among the skipped.
func (c *coder) forget() {
	if c.d.Published.IsZero() || len(c.d.Sentences) < longArticle {
		return
	}
	bound := c.d.Published.AddDate(-historyYears, 0, 0)
	number := make([]int, len(c.d.Events))
	kept := c.d.Events[:0:0]
	for i := range c.d.Events {
		e := c.d.Events[i]
		old := !e.DateFrom.Empty() && !e.Date.End.IsZero() && e.Date.End.Before(bound) && !slices.Contains(e.Rule, whenAround)
		if e.Parent >= 0 {
			if e.Parent = number[e.Parent]; e.Parent < 0 {
				old = true
			}
		}
		if old || c.partnerless(&e) {
			skip := entente.Skip{Span: e.Trigger, Reason: entente.SkipTopic, Detail: "history"}
			if !old {
				skip = entente.Skip{Span: e.Trigger, Reason: entente.SkipNoActor}
			}
			number[i] = -1
			c.d.Skipped = append(c.d.Skipped, skip)
			continue
		}
		number[i] = len(kept)
		kept = append(kept, e)
	}
	c.d.Events = kept
	if len(kept) == 0 {
		c.d.Events = nil
	}
}
