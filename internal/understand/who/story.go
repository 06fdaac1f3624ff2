package who

import (
	"entente"
	"entente/internal/gazetteer"
)

// story is the state that the text is about, with what speaks for it.
type story struct {
	country string
	best    int // weight of that state
	second  int // weight of the next one
}

// sure reports whether the text is about the state beyond doubt, so that also
// "a policeman" and "protesters" are of that state.
func (y story) sure() bool { return y.best >= 6 && y.best >= 2*y.second }

// likely reports whether it is about the state more than about any other,
// enough for "the government".
func (y story) likely() bool { return y.best >= 4 && 2*y.best >= 3*y.second }

// weights of a state's name by where it stands.
const (
	bodyWeight  = 1
	leadWeight  = 2
	titleWeight = 3
	leadLength  = 3 // sentences
)

// readStory weighs the states that the text and its title name; the lead
// weighs more, as it says what the rest is about, and so does a dateline.
func (s *scan) readStory() {
	weight := map[string]int{}
	lead := s.leadSentences()
	for i := range s.hits {
		h := &s.hits[i]
		if c := s.countryOfHit(h); c != "" && !s.topical(h) && !s.lx.is("seats-of-bodies", s.low[h.last]) {
			weight[c] += s.weightAt(h.first, lead)
			if s.dateline == "" && h.first < datelineLength && s.shoutedWord(h.first) {
				s.dateline = c
			}
		}
	}
	for _, p := range s.d.Places {
		t := s.d.TokenAt(p.Start)
		if p.Country != "" && t < len(s.d.Tokens) && s.hitAt[t] < 0 && !s.lx.is("seats-of-bodies", s.low[t]) {
			weight[p.Country] += s.weightAt(t, lead)
			if s.dateline == "" && t < datelineLength && s.shoutedWord(t) {
				s.dateline = p.Country
			}
		}
	}
	for _, h := range gazetteer.FindNames(gazetteer.Atoms(s.d.Article.Title)) {
		for _, r := range h.Refs {
			if c := stateOf(r); c != "" {
				weight[c] += titleWeight
				break
			}
		}
	}
	s.about = heaviest(weight)
}

// heaviest is the story of the weights of states; of two that weigh the same
// the first by its code has it.
func heaviest(weight map[string]int) story {
	var about story
	for c, n := range weight {
		if _, known := gazetteer.StateByISO3(c); !known {
			continue
		}
		switch {
		case n > about.best || n == about.best && c < about.country:
			about = story{c, n, about.best}
		case n > about.second:
			about.second = n
		}
	}
	return about
}

// topical reports whether the bare name of a state only says what a thing is
// about, which belongs to others as often: "the Iran deal", "Cuba policy".
func (s *scan) topical(h *hit) bool {
	t := &s.d.Tokens[h.last]
	if h.last+1 >= len(s.d.Tokens) || t.Rel != entente.Compound || t.Head != h.last+1 || s.d.Tokens[t.Head].UPOS != entente.NOUN || s.capital(t.Head) {
		return false
	}
	r, ok := s.choose(h)
	return ok && r.Sense == gazetteer.StateName && s.lx.is("topical", s.low[t.Head])
}

// leadSentences is the token behind the first sentences of prose.
func (s *scan) leadSentences() int {
	n := 0
	for i := range s.d.Sentences {
		if s.d.Sentences[i].Kind == entente.Aside {
			continue
		}
		if n++; n == leadLength {
			return s.d.Sentences[i].Last
		}
	}
	return len(s.d.Tokens)
}

func (s *scan) weightAt(t, lead int) int {
	switch {
	case t < lead && s.shoutedWord(t):
		return titleWeight // a dateline
	case t < lead:
		return leadWeight
	}
	return bodyWeight
}

// shoutedWord reports whether a word of more than three letters is written in
// capitals, as the place of a dateline is.
func (s *scan) shoutedWord(t int) bool {
	f := s.d.Form(t)
	for i := range len(f) {
		if f[i] < 'A' || f[i] > 'Z' {
			return false
		}
	}
	return len(f) > 3
}

// countryOfHit is the state that a name stands for or belongs to, "" for
// names that only may be one.
func (s *scan) countryOfHit(h *hit) string {
	if h.not {
		return ""
	}
	r, ok := s.choose(h)
	if !ok {
		return ""
	}
	switch r.Sense {
	case gazetteer.PersonName, gazetteer.PersonFamily:
		spell, _ := gazetteer.People()[r.Index].At(s.day)
		if len(spell.Country) == 3 {
			return spell.Country
		}
		return ""
	case gazetteer.OrgName:
		return gazetteer.Organisations()[r.Index].Country
	}
	return stateOf(r)
}

// stateOf is the state of a name, "" when it names none.
func stateOf(r gazetteer.Ref) string {
	switch r.Sense {
	case gazetteer.StateName, gazetteer.StateDemonym, gazetteer.StatePeople, gazetteer.StateCapital:
		return gazetteer.States()[r.Index].Country()
	case gazetteer.StateMetonym:
		return gazetteer.Metonyms()[r.Index].Country
	}
	return ""
}
