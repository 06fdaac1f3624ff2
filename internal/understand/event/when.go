package event

import (
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

// toCome reports whether a date lies ahead of what the article can tell as
// past: a text that is written late in the day may be dated the day before.
func (c *coder) toCome(v entente.Interval) bool {
	return !c.d.Published.IsZero() && v.Start.After(c.d.Published.AddDate(0, 0, 1))
}

// otherDeed reports whether between token t and the trigger of the event above
// it a noun tells of another deed: "the worst attack since an assault in Ghazni".
func (c *coder) otherDeed(t int, ev *entente.Event) bool {
	for n := 0; t >= 0 && t != ev.Token && n < 24; n++ {
		m := c.hits[t]
		if m != nil && !c.isVerb(t) && m.r.class != nil && m.r.class.typ != ev.Type && !codebook.Verbal(m.r.class.typ) || m != nil && c.markedIn(t, "apart") || c.markedIn(t, "not-date") {
			return true
		}
		t = c.head(t)
	}
	return false
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

// hold is how an expression holds an event: how far off it stands on the tree
// and whether it is the event's own or belongs to what is told around it.
type hold struct {
	cost int
	weak bool
}

// before reports whether h holds its event better than o.
func (h hold) before(o hold) bool {
	if h.weak != o.weak {
		return !h.weak
	}
	return h.cost < o.cost
}

// note is what the end of the document still has to know of an event.
type note struct {
	weak     int  // index of a time that dates what is told around the event, -1 for none
	contents bool // it has contents of its own: a promise, a demand
}

// date gives the event the time expression that governs it on the tree; one
// on the trigger wins over one higher up. A time that governs only what is
// told around the event is noted for the end of the document.
func (c *coder) date(ev *entente.Event, n *node) note {
	best, at := hold{farAway, true}, -1
	for _, i := range c.timesIn[ev.Sentence] {
		if len(n.kids) > 0 && c.datesContent(&c.d.Times[i]) {
			continue
		}
		h := c.timeHold(ev, &c.d.Times[i])
		if h.cost < farAway && (h.before(best) || h == best && at >= 0 && c.finer(i, at)) {
			best, at = h, i
		}
	}
	out := note{-1, len(n.kids) > 0}
	switch {
	case at < 0:
	case best.weak:
		out.weak = at
	default:
		c.dateBy(ev, at)
	}
	return out
}

// dateBy dates an event by a time expression.
func (c *coder) dateBy(ev *entente.Event, i int) {
	ev.Date, ev.DateFrom = c.d.Times[i].When, c.d.Times[i].Span
}

// datesContent reports whether a time of what is promised, demanded or
// threatened cannot be the day of the words: a month or more that is not over.
func (c *coder) datesContent(t *entente.Time) bool {
	return t.When.Precision != entente.ByDay && t.When.Precision != entente.ByMinute && !c.d.Published.IsZero() && t.When.End.After(c.d.Published)
}

// finer reports whether time i lies within time j: "this year's summit in May".
func (c *coder) finer(i, j int) bool { return within(c.d.Times[i].When, c.d.Times[j].When) }

// within reports whether interval a is a part of interval b.
func within(a, b entente.Interval) bool {
	return a != b && !a.Start.Before(b.Start) && !a.End.After(b.End)
}

// timeHold is how a time holds an event.
func (c *coder) timeHold(ev *entente.Event, t *entente.Time) hold {
	none := hold{farAway, true}
	if !c.d.Sentences[ev.Sentence].Contains(t.Span) || !t.When.Known() {
		return none
	}
	in, at := c.anchor(t.Span)
	if in < 0 || c.markedIn(in, "not-date") || c.isPerson(in) {
		return none
	}
	if c.toCome(t.When) && ev.Status.Real() {
		return none
	}
	if s := c.speech[ev.Token]; s >= 0 && s != c.speech[in] && !c.saidBy(ev, s) {
		return none // it dates the saying, not what is said
	}
	if at < 0 {
		return hold{10, false}
	}
	if c.ofNoun(in, at) && at != ev.Token {
		if down := c.below(at, ev.Token); down > 0 && down < 4 && c.markedIn(at, "occasion") {
			return hold{1 + down, false}
		}
		if ev.CAMEO == treaty && c.rel(ev.Token) == entente.Acl && c.head(ev.Token) == at {
			return hold{1, false} // "the Feb. 23 accord signed by"
		}
		return none
	}
	if c.ownClause(at, ev.Token) {
		return hold{1, false}
	}
	if up, weak := c.rise(ev.Token, at); up >= 0 {
		return hold{up, weak}
	}
	if down := c.below(at, ev.Token); down >= 0 && down < 4 && !c.otherDeed(at, ev) {
		return hold{1 + down, false}
	} else if c.hits[at] != nil || c.distance(at, ev.Token) >= 0 {
		return none // it dates another event of the sentence, or a clause below this one
	}
	return hold{elsewhere, true}
}

// ownClause reports whether token t stands in a clause that says of noun a
// when it took place: "the suspension, which began on Tuesday". The verb of
// such a clause tells no deed of its own.
func (c *coder) ownClause(t, a int) bool {
	if c.isVerb(a) {
		return false
	}
	for n := 0; t >= 0 && n < 4; n++ {
		switch c.rel(t) {
		case entente.AclRelcl, entente.Acl:
			return c.head(t) == a && c.hits[t] == nil && (c.ops[t] == nil || c.ops[t].r.kind == kindCarry)
		case entente.Obl, entente.OblTmod, entente.OblUnmarked, entente.Advmod, entente.Obj, entente.Xcomp:
		default:
			return false
		}
		t = c.head(t)
	}
	return false
}

// ofNoun reports whether a time says of which day a noun is: "Monday's vote",
// "the 2015 accord".
func (c *coder) ofNoun(in, at int) bool {
	switch c.rel(in) {
	case entente.NmodPoss, entente.Compound, entente.Amod, entente.Nummod:
		return !c.isVerb(at)
	}
	return false
}

// rise counts the steps from an event's trigger up to token a. It is weak
// where the way leads out of what another event is about: the day on which an
// attack is condemned is not that of the attack.
func (c *coder) rise(t, a int) (steps int, weak bool) {
	for n := 0; t >= 0 && n < 24; n++ {
		if t == a {
			return n, weak
		}
		h := c.head(t)
		if h < 0 {
			break
		}
		weak = weak || c.leaves(t, h)
		t = h
	}
	return -1, false
}

// leaves reports whether the step from t to its head leads out of the time of t.
func (c *coder) leaves(t, h int) bool {
	switch c.rel(t) {
	case entente.AclRelcl:
		return true
	case entente.Ccomp:
		return true
	case entente.Advcl, entente.AdvclRelcl:
		return c.markedIn(t, "apart")
	case entente.Obl, entente.Nmod:
		if c.markedIn(t, "apart") {
			return true
		}
	case entente.Obj, entente.NsubjPass:
	default:
		return false
	}
	return !c.isVerb(t) && c.definite(t) && (c.hits[h] != nil || c.ops[h] != nil && c.ops[h].r.kind != kindCarry)
}

// isPerson reports whether token i names a person, as "May" may.
func (c *coder) isPerson(i int) bool {
	return c.heads[i] >= 0 && c.d.Actors[c.mention[c.heads[i]].actor].Kind == entente.PersonActor
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
