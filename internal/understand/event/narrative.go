package event

import (
	"strings"
	"time"

	"entente"
)

// newsWindow is how many days before publication a date still belongs to what
// the article reports; earlier ones are background.
const newsWindow = 10 * 24 * time.Hour

// The rules of dates that no expression on the event's own clause gives.
const (
	whenTelling   = "when.telling"   // another telling of the same deed
	whenAround    = "when.around"    // the clause around it
	whenSaid      = "when.said"      // the day of the words in which it stands
	whenStory     = "when.story"     // the day that the story is about
	whenParagraph = "when.paragraph" // the last day of the paragraph
)

// narrate dates the events that no expression of their own dates, when all is
// told: by another telling, by the clause around them, by the day that the
// paragraph or the story is about.
func (c *coder) narrate() {
	c.storyDay()
	for i := range c.d.Events {
		c.quotedDay(&c.d.Events[i])
	}
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		c.goOn(ev)
		if c.dateOfTelling(i) || !ev.DateFrom.Empty() {
			continue
		}
		if w := c.notes[i].weak; w >= 0 && !c.recalls(ev) {
			c.dateBy(ev, w)
			ev.Rule = append(ev.Rule, whenAround)
			continue
		}
		if ev.Status.Real() || ev.Parent < 0 {
			var rule string
			if ev.Date, rule = c.narrative(ev); rule != "" && ev.Date.Known() {
				ev.Rule = append(ev.Rule, rule)
			}
		}
	}
}

// goOn marks an event that goes on; one since a day lasts from that day to
// publication.
func (c *coder) goOn(ev *entente.Event) {
	if ev.Status != entente.Happened {
		return
	}
	on, since := c.lasts(ev)
	if !on {
		return
	}
	ev.Status = entente.Ongoing
	if since >= 0 && ev.DateFrom.Empty() && !c.d.Published.IsZero() {
		t := &c.d.Times[since]
		ev.Date, ev.DateFrom = t.When, t.Span
		if c.d.Published.After(t.When.End) {
			ev.Date.End = c.d.Published
		}
	}
}

// quotedDay moves a day that a quotation counts from its own day ("yesterday")
// to where the day of the words puts it.
func (c *coder) quotedDay(ev *entente.Event) {
	s := c.speech[ev.Token]
	if s < 0 || ev.DateFrom.Empty() || !c.quoted(s, ev.DateFrom.Start) || c.d.Published.IsZero() {
		return
	}
	said := c.saidOn(s)
	if !said.Known() {
		said, _ = c.storyOn(c.tenseOver(c.d.TokenAt(c.d.Statements[s].Cue.Start), -1), ev.Sentence)
	}
	for _, i := range c.timesIn[ev.Sentence] {
		t := &c.d.Times[i]
		if t.Span == ev.DateFrom && c.lx.isGrammar("counted-from-today", t.Rule) && c.isNews(said) {
			by := int(said.Start.Sub(c.d.Published).Hours() / 24)
			if by < -maxShift {
				continue
			}
			ev.Date.Start, ev.Date.End = ev.Date.Start.AddDate(0, 0, by), ev.Date.End.AddDate(0, 0, by)
		}
	}
}

// maxShift is how many days before publication words may have been said that
// count from their own day.
const maxShift = 4

// quoted reports whether byte pos lies in words that statement s quotes.
func (c *coder) quoted(s, pos int) bool {
	st := &c.d.Statements[s]
	switch {
	case st.Kind == entente.Direct:
		return true
	case st.Kind == entente.Indirect || pos < st.Content.Start || pos > st.Content.Start+longWords:
		return false
	}
	open := false
	for _, r := range c.d.Text[st.Content.Start:pos] {
		switch r {
		case '“':
			open = true
		case '”':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}

// longWords is how many bytes of a statement are searched for marks of quotation.
const longWords = 2000

// What two lists of parties have in common.
const (
	sharedState = 1 + iota // a state
	sharedOne              // a person, body or group
)

// narrative is the day of an event whose sentence names none.
func (c *coder) narrative(ev *entente.Event) (entente.Interval, string) {
	s := c.speech[ev.Token]
	t := c.tenseOver(ev.Token, s)
	if s >= 0 && (c.saidBy(ev, s) || t != tensePast) {
		st := &c.d.Statements[s]
		if day := c.saidOn(s); day.Known() {
			return day, whenSaid
		}
		if !st.Cue.Empty() {
			t = c.tenseOver(c.d.TokenAt(st.Cue.Start), -1)
		}
	}
	if s < 0 && t == tensePluperfect {
		return entente.Interval{}, ""
	}
	return c.storyOn(t, ev.Sentence)
}

// storyOn is the day at which the story stands in sentence s for a verb of
// tense t.
func (c *coder) storyOn(t verbTense, s int) (entente.Interval, string) {
	if t == tensePast {
		if day := c.dayOfParagraph(s); day.Known() {
			return day, whenParagraph
		}
	}
	if c.story.Known() && !c.afterPrint(c.story) && t != tensePresent && t != tenseModal || c.d.Published.IsZero() {
		return c.story, whenStory
	}
	return entente.Interval{Start: c.d.Published, End: c.d.Published, Precision: entente.ByDay}, ""
}

// afterPrint reports whether a date lies after the day of publication.
func (c *coder) afterPrint(v entente.Interval) bool {
	return !c.d.Published.IsZero() && v.Start.After(c.d.Published)
}

// dayOfParagraph is the last day that a main clause of the same paragraph has
// told of before sentence s, unknown when there is none.
func (c *coder) dayOfParagraph(s int) entente.Interval {
	for k := s - 1; k >= 0 && k > s-maxParagraph; k-- {
		if strings.Contains(c.d.Text[c.d.Sentences[k].End:c.d.Sentences[k+1].Start], "\n") {
			break
		}
		for n := len(c.timesIn[k]) - 1; n >= 0; n-- {
			t := &c.d.Times[c.timesIn[k][n]]
			if _, at := c.anchor(t.Span); at >= 0 && (c.head(at) < 0 || c.head(c.head(at)) < 0) && c.isNews(t.When) && c.tellsDay(t) {
				return t.When
			}
		}
	}
	return entente.Interval{}
}

// maxParagraph is how many sentences back a paragraph is followed.
const maxParagraph = 12

// saidOn is the date of a statement: the time that governs its cue, unknown
// when none does or the day has not come yet.
func (c *coder) saidOn(s int) entente.Interval {
	st := &c.d.Statements[s]
	if st.Cue.Empty() {
		return entente.Interval{}
	}
	cue := c.d.TokenAt(st.Cue.Start)
	at := c.d.SentenceAt(st.Cue.Start)
	if at < 0 || cue >= len(c.d.Tokens) {
		return entente.Interval{}
	}
	best, day := farAway, entente.Interval{}
	for _, i := range c.timesIn[at] {
		t := &c.d.Times[i]
		in, on := c.anchor(t.Span)
		if on < 0 || c.speech[in] == s && on != cue || !t.When.Known() || c.markedIn(in, "not-date") || c.ofNoun(in, on) || c.toCome(t.When) {
			continue
		}
		if n := c.distance(cue, on); n >= 0 && n < 3 && n < best {
			best, day = n, t.When
		}
	}
	return day
}

// isNews reports whether a date is a day shortly before publication.
func (c *coder) isNews(v entente.Interval) bool {
	if v.Precision != entente.ByDay {
		return false
	}
	return c.d.Published.IsZero() || !c.toCome(v) && c.d.Published.Sub(v.Start) <= newsWindow
}

// leadSentences is how many sentences from the top may set the story's day by
// a subordinate clause.
const leadSentences = 5

// storyDay finds the day that the story is about: the first day shortly before
// publication that a main clause of the lead tells of, else any clause of the
// lead, else a main clause further down.
func (c *coder) storyDay() {
	best := 4
	for i := range c.d.Times {
		t := &c.d.Times[i]
		s := c.d.SentenceAt(t.Start)
		if s < 0 || !c.isNews(t.When) || !c.tellsDay(t) {
			continue
		}
		_, at := c.anchor(t.Span)
		main := c.head(at) < 0 || c.head(c.head(at)) < 0
		rank := 1
		switch {
		case main && s < leadSentences:
			rank = 0
		case s < leadSentences:
		case main:
			rank = 2
		default:
			rank = 3
		}
		if rank < best {
			best, c.story = rank, t.When
		}
	}
}

// tellsDay reports whether a time says on which day the story has arrived: not
// what went before it nor what is to come.
func (c *coder) tellsDay(t *entente.Time) bool {
	in, at := c.anchor(t.Span)
	if at < 0 || in < 0 || c.markedIn(in, "not-date") || c.d.Sentences[c.d.SentenceAt(t.Start)].Kind == entente.Aside {
		return false
	}
	if s := c.speech[in]; s >= 0 && c.quoted(s, t.Start) {
		return false
	}
	for i, n := at, 0; i >= 0 && n < 12; i, n = c.head(i), n+1 {
		if c.markedIn(i, "earlier") {
			return false // "after the attack on Monday"
		}
	}
	v := c.tenseOver(at, -1)
	return v != tensePluperfect && v != tenseModal
}

// verbTense is where the finite verb over an event puts it.
type verbTense int8

const (
	tenseUnknown verbTense = iota
	tensePast
	tensePerfect
	tensePluperfect
	tensePresent
	tenseModal
)

// tenseOver is the tense of the finite verb that carries token i, within the
// words of statement s where s is not -1.
func (c *coder) tenseOver(i, s int) verbTense {
	for n := 0; i >= 0 && i < len(c.d.Tokens) && n < 12 && (s < 0 || c.speech[i] == s); n++ {
		if c.isVerb(i) || c.kid(i, entente.Cop) >= 0 {
			if t := c.tenseAt(i); t != tenseUnknown {
				return t
			}
		}
		i = c.head(i)
	}
	return tenseUnknown
}

// tenseAt is the tense that a verb group shows itself.
func (c *coder) tenseAt(i int) verbTense {
	first := -1 // the finite verb is the first of the group
	for _, k := range c.kids(i) {
		switch c.rel(k) {
		case entente.AuxRel, entente.AuxPass, entente.Cop:
			if first < 0 {
				first = k
			}
		}
	}
	if first < 0 {
		first = i
	}
	have := first != i && c.lx.isGrammar("perfect", c.lem[first])
	switch c.xpos(first) {
	case "MD":
		return tenseModal
	case "VBD":
		if have {
			return tensePluperfect
		}
		return tensePast
	case "VBZ", "VBP":
		if have {
			return tensePerfect
		}
		return tensePresent
	}
	return tenseUnknown
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

// memory is how many events back a date or place may be taken from, so that
// long articles are read in linear time.
const memory = 120

// firstRecent is the first event within memory.
func (c *coder) firstRecent() int { return max(0, len(c.d.Events)-memory) }
