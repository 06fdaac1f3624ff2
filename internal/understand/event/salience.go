package event

import (
	"sort"

	"entente"
)

// salience counts who is named how often up to a sentence. It is advanced in
// the order of the text, so that the whole article costs one pass.
type salience struct {
	c         *coder
	marks     []entente.Mention
	who       []int // the actor of each mark
	next      int
	own       []int          // mentions of each actor so far
	total     map[string]int // and of each country
	best      map[string]int // country -> its most named actor
	countries []string       // in the order in which they are first named
}

func (c *coder) newSalience() *salience {
	s := &salience{c: c, own: make([]int, len(c.d.Actors)), total: map[string]int{}, best: map[string]int{}}
	var order []mentionRef
	for a := range c.d.Actors {
		if c.d.Actors[a].Sector == "JRN" {
			continue // who reports is no party
		}
		for m := range c.d.Actors[a].Mentions {
			order = append(order, mentionRef{a, m})
		}
	}
	end := func(r mentionRef) int { return c.d.Actors[r.actor].Mentions[r.index].End }
	sort.SliceStable(order, func(i, j int) bool { return end(order[i]) < end(order[j]) })
	for _, r := range order {
		s.marks, s.who = append(s.marks, c.d.Actors[r.actor].Mentions[r.index]), append(s.who, r.actor)
	}
	return s
}

// advance counts the mentions that end before a position.
func (s *salience) advance(pos int) {
	for ; s.next < len(s.marks) && s.marks[s.next].End <= pos; s.next++ {
		a := s.who[s.next]
		country := bodyOf(&s.c.d.Actors[a])
		s.own[a]++
		if s.total[country]++; s.total[country] == 1 {
			s.countries = append(s.countries, country)
			s.best[country] = a
		}
		if b := s.best[country]; s.speaks(a) && !s.speaks(b) || s.own[a] > s.own[b] && s.speaks(a) == s.speaks(b) {
			s.best[country] = a
		}
	}
}

// speaks reports whether an actor stands for its country before others: the
// state itself, its rulers, a body with a name, but no group of people.
func (s *salience) speaks(a int) bool {
	return s.c.d.Actors[a].Kind != entente.GroupActor || s.c.d.Actors[a].Sector == "GOV"
}

// bodyOf is the state of an actor, or the body of states that it is.
func bodyOf(a *entente.Actor) string {
	if a.Country == "" && a.Kind == entente.OrgActor {
		return a.Code
	}
	return a.Country
}

// leastNamed is how often a country must be named to be a party of the story.
const leastNamed = 3

// other is the most named actor of the country that is named most often,
// unless that is a country of the source; -1 when none is named three times.
func (s *salience) other(source []entente.Participant) int {
	who, most := -1, leastNamed-1
	for _, country := range s.countries {
		a := s.best[country]
		if country != "" && s.total[country] > most && !related([]entente.Participant{{Actor: a, Country: s.c.d.Actors[a].Country}}, source) {
			who, most = a, s.total[country]
		}
	}
	return who
}

// setting is the state in which the article is set, with the words that name
// it first: the one of more than half of its places and mentions, "" for none;
// alone reports whether it is that of more than two thirds.
func (c *coder) setting() (state string, at entente.Span, alone bool) {
	count, first := map[string]int{}, map[string]entente.Span{}
	all, best := 0, ""
	add := func(country string, n int, s entente.Span) {
		if country == "" {
			return
		}
		if _, ok := first[country]; !ok {
			first[country] = s
		}
		count[country] += n
		all += n
		if best == "" || count[country] > count[best] {
			best = country
		}
	}
	for i := range c.d.Places {
		if p := &c.d.Places[i]; p.Locative && !c.lx.isGrammar("seats-of-bodies", lower(p.Name)) {
			add(p.Country, 1, p.Span)
		}
	}
	for i := range c.d.Actors {
		if a := &c.d.Actors[i]; len(a.Mentions) > 0 {
			add(a.Country, min(len(a.Mentions), mostCounted), a.Mentions[0].Span)
		}
	}
	if 2*count[best] <= all {
		return "", entente.Span{}, false
	}
	return best, first[best], 3*count[best] > 2*all
}

// mostCounted is how many mentions of one actor speak for its country: a name
// repeated sets no scene.
const mostCounted = 5
