package evaluate

import (
	"fmt"
	"strings"

	"entente"
)

// Articles scores whole articles marked by hand. A must event is found when
// an event of its type, or of a type that the gold accepts too, is told in
// its sentence with overlapping source and target (all parties where it is
// symmetric); an event of ours is right when it answers some marked event,
// must or not. Statements are found when their content holds the first words
// of the gold's.
func Articles(data string, read Reader) (*Report, error) {
	docs, err := readArticles(data)
	if err != nil {
		return nil, err
	}
	return scoreArticles(docs, read), nil
}

func scoreArticles(docs []goldDocument, read Reader) *Report {
	s := &articleScore{r: &Report{}}
	var each Report
	for i := range docs {
		g := &docs[i]
		before := *s
		d := read(g.article.article())
		s.events(g, d)
		s.statements(g, d)
		each.share(g.ID+" events found", s.found-before.found, s.must-before.must)
		each.share(g.ID+" events right", s.right-before.right, s.ours-before.ours)
		each.share(g.ID+" statements found", s.stFound-before.stFound, s.stMust-before.stMust)
	}
	return s.report(&each)
}

type articleScore struct {
	r                               *Report
	must, found, ours, right        int
	dates, dateRight                int
	places, placeRight              int
	statuses, statusRight           int
	stMust, stFound, stOurs, stGood int
	stAll, spkRight, cueRight       int
	kindRight, viaGold, viaRight    int
	cal                             calibration
	sides                           sides
}

func (s *articleScore) report(each *Report) *Report {
	r := s.r
	r.share("events: must found", s.found, s.must)
	r.share("events: ours right", s.right, s.ours)
	r.share("date of found", s.dateRight, s.dates)
	r.share("place of found", s.placeRight, s.places)
	r.share("status of found", s.statusRight, s.statuses)
	r.share("statements: must found", s.stFound, s.stMust)
	r.share("statements: ours right", s.stGood, s.stOurs)
	r.share("speaker of found", s.spkRight, s.stAll)
	r.share("cue of found", s.cueRight, s.stAll)
	r.share("kind of found", s.kindRight, s.stAll)
	r.share("via of found", s.viaRight, s.viaGold)
	ece, n := s.cal.error()
	r.score("calibration error", ece, n)
	s.sides.report(r)
	r.Scores = append(r.Scores, each.Scores...)
	return r
}

func (s *articleScore) events(g *goldDocument, d *entente.Document) {
	good := make([]bool, len(d.Events))
	for i := range g.Events {
		e := &g.Events[i]
		at := g.eventAt(e)
		best := -1
		for j := range d.Events {
			if e.answeredBy(d, &d.Events[j], at) {
				good[j] = true
				if best < 0 || string(d.Events[best].Status) != e.Status && string(d.Events[j].Status) == e.Status {
					best = j
				}
			}
		}
		if e.Must {
			s.must++
		}
		if best >= 0 {
			s.slots(g, d, e, &d.Events[best])
			if e.Must {
				s.found++
			}
		} else if e.Must {
			s.r.miss("missed", g.ID, sentenceOf(d, at), e.String(), eventLines(d, tells(d, at)))
		}
	}
	for j, ok := range good {
		e := &d.Events[j]
		s.ours++
		s.cal.add(e.Confidence, ok)
		s.sides.add(g, d, e, ok, s.r)
		if ok {
			s.right++
			continue
		}
		s.r.miss("extra", g.ID, sentenceText(d, e.Sentence), g.eventsIn(d, e.Sentence), eventLines(d, func(x *entente.Event) bool { return x == e }))
	}
}

// slots scores date, place and status of an event that was found.
func (s *articleScore) slots(g *goldDocument, d *entente.Document, gold *goldEvent, e *entente.Event) {
	s.statuses++
	if string(e.Status) == gold.Status {
		s.statusRight++
	} else {
		s.r.miss("status", g.ID, sentenceText(d, e.Sentence), gold.Status+" "+gold.String(), eventLines(d, func(x *entente.Event) bool { return x == e }))
	}
	if want, ok := interval(gold.Date); ok {
		s.dates++
		if sameDate(e.Date, want) {
			s.dateRight++
		} else {
			s.r.miss("date", g.ID, sentenceText(d, e.Sentence), gold.Date+" "+gold.String(),
				fmt.Sprintf("%s/%s %q", e.Date.Start.Format("2006-01-02"), e.Date.End.Format("2006-01-02"), d.TextOf(e.DateFrom)))
		}
	}
	if gold.Place != "" {
		s.places++
		name, right := placeOf(d, e, gold.Place)
		if right {
			s.placeRight++
		} else {
			s.r.miss("place", g.ID, sentenceText(d, e.Sentence), gold.Place+" "+gold.String(), name)
		}
	}
}

// placeOf gives the place of e and whether it is the gold's "ISO3 name": they
// share a word of the name, or the gold names the country and ours lies in it.
func placeOf(d *entente.Document, e *entente.Event, gold string) (string, bool) {
	if e.Place < 0 || e.Place >= len(d.Places) {
		return "", false
	}
	p := &d.Places[e.Place]
	country, name, _ := strings.Cut(gold, " ")
	line := p.Country + " " + p.Name
	if name == "" {
		return line, p.Country == country
	}
	if sharesWord(p.Name+" "+d.TextOf(p.Span), name) || p.Country == country && strings.EqualFold(p.Name, name) {
		return line, true // the names of some states hold no word that tells them from others
	}
	for i := range d.Places {
		q := &d.Places[i]
		if q.Kind == "country" && q.Country == country && (sharesWord(q.Name, name) || strings.EqualFold(q.Name, name)) {
			return line, p.Country == country
		}
	}
	return line, false
}

func sharesWord(a, b string) bool {
	ours := words(a)
	for w := range words(b) {
		if ours[w] {
			return true
		}
	}
	return false
}

func (e *goldEvent) answeredBy(d *entente.Document, x *entente.Event, at entente.Span) bool {
	if !tells(d, at)(x) || !e.accepts(x.Type) {
		return false
	}
	switch {
	case e.Symmetric:
		return allMatch(d, e.Source, x.Source, x.Target)
	case x.Symmetric:
		return anyMatch(d, e.Source, x.Source) && anyMatch(d, e.Target, x.Source)
	}
	return anyMatch(d, e.Source, x.Source) && anyMatch(d, e.Target, x.Target)
}

func (e *goldEvent) accepts(t string) bool {
	if t == e.Type {
		return true
	}
	for _, a := range e.Alt {
		if a == t {
			return true
		}
	}
	return false
}

// tells selects the events told in the sentence at a place of the text, as
// their trigger or as further evidence.
func tells(d *entente.Document, at entente.Span) func(*entente.Event) bool {
	k := d.SentenceAt(at.Start)
	if at.Empty() || k < 0 {
		return func(*entente.Event) bool { return false }
	}
	in := d.Sentences[k].Span.Cover(at)
	return func(e *entente.Event) bool {
		if in.Overlaps(e.Trigger) {
			return true
		}
		for _, v := range e.Evidence {
			if in.Overlaps(v) {
				return true
			}
		}
		return false
	}
}

func (e *goldEvent) String() string {
	return fmt.Sprintf("%s %s %s: %s > %s '%s'", e.Type, e.CAMEO, e.Status, goldNames(e.Source), goldNames(e.Target), e.Trigger)
}

// eventsIn writes the gold events of a sentence.
func (g *goldDocument) eventsIn(d *entente.Document, sentence int) string {
	var out []string
	for i := range g.Events {
		if at := g.eventAt(&g.Events[i]); !at.Empty() && d.SentenceAt(at.Start) == sentence {
			out = append(out, g.Events[i].String())
		}
	}
	return strings.Join(out, " ;; ")
}

func sentenceOf(d *entente.Document, at entente.Span) string {
	return sentenceText(d, d.SentenceAt(at.Start))
}

func goldNames(list []goldActor) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.Name + "[" + a.Code + "]"
	}
	return strings.Join(out, " + ")
}
