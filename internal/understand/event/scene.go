package event

import (
	"time"

	"entente"
	"entente/internal/codebook"
	"entente/internal/gazetteer"
)

// The rules of places that the event's own clause does not name.
const (
	whereTelling = "where.telling" // another telling of the same deed
	whereSaid    = "where.said"    // where the words were said
	whereScene   = "where.scene"   // where the story's main deeds happen, by the same hands or on the same day
	whereNear    = "where.near"    // a town of that state, named as a place beside the words
	whereHome    = "where.home"    // affairs within one state: the state
	whereDoer    = "where.doer"    // deeds done from the seat of the doer: its state
	whereSeat    = "where.seat"    // what a body decides: where it sits
	whereTarget  = "where.target"  // deeds that are done where the other side is: its state
)

// situate places the events whose own clause names no place, when all is told:
// by another telling or at the scene of the story.
func (c *coder) situate() {
	c.countPartners()
	own := make([]bool, len(c.d.Events))
	for i := range c.d.Events {
		if p := c.d.Events[i].Place; p >= 0 && !c.credible(&c.d.Places[p]) {
			c.d.Events[i].Place = -1
		}
		own[i] = c.d.Events[i].Place >= 0
	}
	for i := range c.d.Events {
		c.placeOfTelling(i, own)
		c.placeOfWords(&c.d.Events[i])
	}
	at := c.findScene()
	at.crowd = c.crowdAt(at.place)
	if at.dateline {
		c.homeland = at.country
	}
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		if ev.Place < 0 && c.atScene(ev, at) {
			ev.Place = at.place
			ev.Rule = append(ev.Rule, whereScene)
		}
	}
}

// smallTown is the weight of a place below which it is not believed in a state
// that has no part in the text: some 100,000 people.
const smallTown = 16.6

// credible reports whether a place is known to be the one that is meant: a
// small town in a state that has no part in the text is more likely a park or
// a street of that name elsewhere.
func (c *coder) credible(p *entente.Place) bool {
	if detail(p) == 0 || p.Country == "" || c.partOfStory(p.Country) {
		return true
	}
	for _, g := range gazetteer.PlacesNamed(gazetteer.PlaceKey(p.Name)) {
		if g.Country == p.Country && (g.Weight >= smallTown || g.Capital || g.Written && g.Kind != "area") {
			return true
		}
	}
	return false
}

// placeOfTelling takes the place of another telling of the deed that says it
// more exactly.
func (c *coder) placeOfTelling(i int, own []bool) {
	ev := &c.d.Events[i]
	from := -1
	for j := range c.nearTellings(i) {
		o := &c.d.Events[j]
		if o.Place < 0 || !own[j] || ev.Place >= 0 && !c.lies(ev.Place, o.Place) || c.otherDay(ev, o) || !c.alike(i, j) {
			continue
		}
		if from < 0 || c.lies(c.d.Events[from].Place, o.Place) {
			from = j
		}
	}
	if from >= 0 {
		ev.Place = c.d.Events[from].Place
		ev.Rule = append(ev.Rule, whereTelling)
	}
}

// placeOfWords gives what a speaker does by the words of a statement the place
// where they were said.
func (c *coder) placeOfWords(ev *entente.Event) {
	s := c.speech[ev.Token]
	if ev.Place >= 0 || s < 0 || !codebook.Verbal(ev.Type) || !c.saidBy(ev, s) {
		return
	}
	if p := c.saidAt(s); p >= 0 {
		ev.Place = p
		ev.Rule = append(ev.Rule, whereSaid)
	}
}

// saidAt is the place where a statement was made: one that hangs on its cue,
// else that of the statement before it by the same speaker; -1 for none.
func (c *coder) saidAt(s int) int {
	for n := 0; n < 2 && s >= 0; n++ {
		st := &c.d.Statements[s]
		if at := c.d.SentenceAt(st.Cue.Start); !st.Cue.Empty() && at >= 0 {
			cue := c.d.TokenAt(st.Cue.Start)
			for _, i := range c.placesIn[at] {
				p := &c.d.Places[i]
				in, on := c.anchor(p.Span)
				if on < 0 || in < 0 || c.aside[in] || !c.locative(p) || c.speech[in] == s && !c.cueOver(on, cue) {
					continue
				}
				if c.cueOver(on, cue) {
					return i
				}
			}
		}
		if s == 0 || st.Sentence > c.d.Statements[s-1].Sentence+3 || !share(st.Speaker, c.d.Statements[s-1].Speaker) {
			return -1
		}
		s--
	}
	return -1
}

// cueOver reports whether token t is the cue of a statement or one of those
// addressed by it: "told reporters in Paris".
func (c *coder) cueOver(t, cue int) bool {
	for n := 0; t >= 0 && n < 4; n++ {
		if t == cue {
			return true
		}
		switch c.rel(t).Universal() {
		case entente.Obl, entente.Obj, entente.Nmod, entente.Iobj, entente.Advcl:
		default:
			return false
		}
		t = c.head(t)
	}
	return false
}

// lies reports whether place p is a state or region and q a place within it.
func (c *coder) lies(p, q int) bool {
	a, b := &c.d.Places[p], &c.d.Places[q]
	return a.Country == b.Country && a.Country != "" && detail(a) < detail(b)
}

// detail orders places by how exact they are.
func detail(p *entente.Place) int {
	switch p.Kind {
	case "country":
		return 0
	case "region", "area":
		return 1
	}
	return 2
}

// otherDay reports whether two events have days of their own that differ.
func (c *coder) otherDay(a, b *entente.Event) bool {
	return !a.DateFrom.Empty() && !b.DateFrom.Empty() && apart(a.Date, b.Date)
}

// scene is the place where the story's main deeds happen.
type scene struct {
	place    int // -1 for none
	sentence int // the one that says so; its actors are there
	country  string
	dateline bool         // it is where the article was written
	crowd    map[int]bool // actors that protest there
}

// findScene is the first place more exact than a state that the lead puts what
// it tells at, on the day of the story, else the place of the dateline.
func (c *coder) findScene() scene {
	date, sub := scene{place: -1, sentence: -1}, scene{place: -1, sentence: -1}
	for i := range c.d.Places {
		p := &c.d.Places[i]
		s := c.d.SentenceAt(p.Start)
		if s < 0 || detail(p) < 2 || p.Country == "" {
			continue
		}
		if s > leadSentences || date.place >= 0 && s > date.sentence {
			break
		}
		in, at := c.anchor(p.Span)
		switch {
		case in >= 0 && c.aside[in] || s < 2 && c.bareDateline(s):
			if date.place < 0 {
				date = scene{i, c.firstProse(s), p.Country, true, nil}
			}
		case in < 0 || at < 0 || c.speech[in] >= 0 && c.quoted(c.speech[in], p.Start):
		case !c.sceneMark(in) || !c.ofStory(s) || !c.partOfStory(p.Country) || !c.telling[s]:
		case c.inMain(at):
			return scene{i, s, p.Country, false, nil}
		case sub.place < 0:
			sub = scene{i, s, p.Country, false, nil}
		}
	}
	if date.place < 0 {
		return sub
	}
	return date
}

// inMain reports whether token i stands in the main clause of its sentence.
func (c *coder) inMain(i int) bool {
	for n := 0; i >= 0 && n < 24; n++ {
		switch c.rel(i) {
		case entente.Acl, entente.AclRelcl, entente.Advcl, entente.AdvclRelcl:
			return false
		}
		i = c.head(i)
	}
	return true
}

// sceneMark reports whether a place is said to be where something happens, by
// the words before it or before the settlement that it names.
func (c *coder) sceneMark(in int) bool {
	h := c.head(in)
	if c.markedIn(in, "scene") {
		return h < 0 || c.isVerb(h) || c.adposition(h) == "" || c.markedIn(h, "scene")
	}
	if h >= 0 && c.lx.isGrammar("settlement", c.lem[h]) && (c.markedIn(h, "scene") || c.rel(h) == entente.Obj) {
		return true
	}
	for n := 0; n < 3 && h >= 0 && (c.rel(in) == entente.Compound || c.rel(in) == entente.Nmod && c.markedIn(in, "part")); n++ {
		if c.markedIn(h, "scene") { // "at Kabul airport", "in front of Seoul City Hall"
			return true
		}
		in, h = h, c.head(h)
	}
	return false
}

// ofStory reports whether no time of a sentence leads away from the story's day.
func (c *coder) ofStory(s int) bool {
	away := false
	for _, i := range c.timesIn[s] {
		t := &c.d.Times[i]
		if in, _ := c.anchor(t.Span); !t.When.Known() || in >= 0 && c.markedIn(in, "not-date") {
			continue
		}
		if !c.story.Known() || !apart(t.When, c.story) {
			return true
		}
		away = true
	}
	return !away
}

// partOfStory reports whether a state is that of some party of an event or
// named as a place: a lone town of another is more likely a namesake.
func (c *coder) partOfStory(country string) bool {
	_, named := c.states[country]
	return named || c.partners[country]
}

// countPartners notes the states of all parties and the sentences that tell of
// something real.
func (c *coder) countPartners() {
	c.partners, c.telling = map[string]bool{}, map[int]bool{}
	for i := range c.d.Events {
		ev := &c.d.Events[i]
		if ev.Status.Real() {
			c.telling[ev.Sentence] = true
		}
		for _, l := range [2][]entente.Participant{ev.Source, ev.Target} {
			for _, p := range l {
				c.partners[p.Country] = true
			}
		}
	}
}

// bareDateline reports whether a sentence is nothing but a dateline on a line
// of its own: "HAVANA (AP) --".
func (c *coder) bareDateline(s int) bool {
	sent := &c.d.Sentences[s]
	if sent.Last-sent.First > 12 || !shouted(c.d.Form(sent.First)) {
		return false
	}
	for i := sent.First; i < sent.Last; i++ {
		if c.upos(i) == entente.VERB || c.upos(i) == entente.AUX {
			return false
		}
	}
	return true
}

// firstProse is the first sentence from s on that tells something.
func (c *coder) firstProse(s int) int {
	for s+1 < len(c.d.Sentences) && (c.d.Sentences[s].Kind == entente.Aside || c.bareDateline(s)) {
		s++
	}
	return s
}

// onStoryDay reports whether an event is of the day that the story is about.
func (c *coder) onStoryDay(ev *entente.Event) bool {
	return !c.story.Known() || ev.Date.Known() && !apart(ev.Date, c.story)
}

// nearStoryDay reports whether an event is of the days around the story's, on
// which a protest goes on.
func (c *coder) nearStoryDay(ev *entente.Event) bool {
	return c.isNews(ev.Date) && ev.Date.Start.Sub(c.story.Start).Abs() <= 3*24*time.Hour
}

// atScene reports whether an event without a place belongs to the scene: what
// is done with force or in protest within its state, and what is done or said
// by those whom the sentence names that sets the scene.
func (c *coder) atScene(ev *entente.Event, at scene) bool {
	if at.place < 0 || !ev.Status.Real() || !c.onStoryDay(ev) && !(ev.Type == "PROTEST" && c.nearStoryDay(ev)) {
		return false
	}
	switch ev.Type {
	case "PROTEST", "ASSAULT":
		return ev.Sentence == at.sentence && !at.dateline && !c.recalls(ev) || allOf(at.country, ev.Source, ev.Target)
	case "COERCE":
		if ev.Mode == "arrest" && allOf(at.country, ev.Source, ev.Target) {
			return true
		}
	}
	if len(ev.Source) > 0 && ev.Source[0].Sector == "COP" && allOf(at.country, ev.Source, ev.Target) {
		return true
	}
	if at.dateline && !c.hasParty(ev.Source, at.country) {
		return false
	}
	for _, p := range ev.Source {
		if at.crowd[p.Actor] {
			return true
		}
	}
	return c.actsIn(ev, at.sentence)
}

// hasParty reports whether one of the parties is of a state.
func (c *coder) hasParty(ps []entente.Participant, country string) bool {
	for _, p := range ps {
		if p.Country == country {
			return true
		}
	}
	return false
}

// crowdAt are the actors that protest at a place.
func (c *coder) crowdAt(place int) map[int]bool {
	crowd := map[int]bool{}
	for i := range c.d.Events {
		o := &c.d.Events[i]
		if o.Type != "PROTEST" || place < 0 || o.Place < 0 || c.d.Places[o.Place].Name != c.d.Places[place].Name {
			continue
		}
		for _, p := range o.Source {
			if p.Actor >= 0 {
				crowd[p.Actor] = true
			}
		}
	}
	return crowd
}

// actsIn reports whether a source of the event is named in sentence s.
func (c *coder) actsIn(ev *entente.Event, s int) bool {
	span := c.d.Sentences[s].Span
	for _, p := range ev.Source {
		if p.Actor < 0 {
			continue
		}
		for _, m := range c.d.Actors[p.Actor].Mentions {
			if m.Start >= span.End {
				break
			}
			if span.Contains(m.Span) {
				return true
			}
		}
	}
	return false
}

// allOf reports whether all parties with a state are of that one.
func allOf(country string, lists ...[]entente.Participant) bool {
	for _, l := range lists {
		for _, p := range l {
			if p.Country != "" && p.Country != country {
				return false
			}
		}
	}
	return country != ""
}
