package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// choosePerson picks the person whom a full name or family name means.
func (s *scan) choosePerson(h *hit) (gazetteer.Ref, bool) {
	var full, family []gazetteer.Ref
	for _, r := range h.refs {
		switch r.Sense {
		case gazetteer.PersonName:
			full = append(full, r)
		case gazetteer.PersonFamily:
			family = append(family, r)
		}
	}
	if s.after(h.last) && s.lx.is("suffixes", s.d.Form(h.last+1)) {
		return gazetteer.Ref{}, false
	}
	for t := h.last + 1; t < h.last+3 && t < len(s.d.Tokens) && s.sentOf[t] == s.sentOf[h.last] && s.capital(t); t++ {
		if s.lx.is("facilities", s.d.Form(t)) {
			return gazetteer.Ref{}, false
		}
	}
	if len(full) > 0 {
		r := s.bestPerson(full)
		if h.first == h.last && s.d.Tokens[h.first].UPOS != entente.PROPN || !s.namesake(h, r) {
			return r, false
		}
		return r, true
	}
	if len(family) == 0 || !s.capital(h.first) && !s.capital(h.last) || strings.HasSuffix(s.d.Form(h.last), ".") && len(s.d.Form(h.last)) <= abbreviation {
		return gazetteer.Ref{}, false
	}
	if s.after(h.last) && s.roleAt[h.last+1] >= 0 && s.lx.roles[s.roles[s.roleAt[h.last+1]].role].id == "government" {
		best := s.bestPerson(family)
		spell, _ := gazetteer.People()[best.Index].At(s.day)
		return best, s.rank(spell.Office) == 3
	}
	if s.before(h.first) && s.personWord(h.first-1) || s.after(h.last) && s.personWord(h.last+1) && s.d.Tokens[h.last].End+1 == s.d.Tokens[h.last+1].Start {
		return gazetteer.Ref{}, false
	}
	return s.chooseFamily(h, family)
}

// namesake reports whether a full name can be the person of the tables: a
// common one needs the country or a title beside it.
func (s *scan) namesake(h *hit, r gazetteer.Ref) bool {
	p := &gazetteer.People()[r.Index]
	_, given := s.lx.given[s.d.Form(h.first)]
	if !given || !s.lx.is("common", p.Family[0]) || s.titled(h.first) {
		return true
	}
	spell, _ := p.At(s.day)
	parent := spell.Country
	if len(parent) > parentCode {
		parent = parent[:parentCode] // an agency where the text names the UN
	}
	return s.rank(spell.Office) == 3 || s.near(spell.Country) || s.near(parent)
}

func (s *scan) chooseFamily(h *hit, refs []gazetteer.Ref) (gazetteer.Ref, bool) {
	var known []gazetteer.Ref
	for _, r := range refs {
		if s.known[r.Index] {
			known = append(known, r)
		}
	}
	if len(known) > 0 {
		return s.bestPerson(known), true
	}
	if s.titled(h.first) {
		if r, ok := s.byTitle(h.first-1, refs); ok {
			return r, true
		}
		if r := s.roleEnd[h.first-1]; r >= 0 && s.lx.roles[s.roles[r].role].office != "" {
			return gazetteer.Ref{}, false
		}
	}
	best := s.bestPerson(refs)
	p := &gazetteer.People()[best.Index]
	if firstWord, _, _ := strings.Cut(p.Name, " "); s.place[h.first] >= 0 || s.lx.titles[firstWord] != anyGender || s.before(h.first) && s.isGiven(h.first-1) && s.d.Tokens[h.first-1].UPOS == entente.PROPN {
		return best, s.addressed(h.first)
	}
	spell, now := p.At(s.day)
	rank := s.rank(spell.Office)
	form := s.d.Form(h.last)
	_, given := s.lx.given[form]
	plain := h.first == h.last && (s.lx.is("common", form) || given || len(form) < 4 && !now)
	switch {
	case rank == 1, s.day != 0 && !now && (rank < 3 || !s.near(spell.Country) || spell.Until != 0 && s.day-spell.Until > 120000):
		return best, false
	case plain:
		return best, s.near(spell.Country) && len(form) > 1 && s.d.Tokens[h.first].UPOS == entente.PROPN && rank == 3 && !s.full(form)
	case rank == 2:
		return best, s.near(spell.Country) || s.day == 0 || now
	}
	return best, s.d.Tokens[h.last].UPOS == entente.PROPN || s.d.Tokens[h.last].UPOS == entente.NOUN || s.d.Tokens[h.last].UPOS == entente.X
}

// addressed reports whether a title such as "King" stands before token t.
func (s *scan) addressed(t int) bool { return s.before(t) && s.isTitle(t-1) }

// full reports whether the text gives a family name after another given name,
// so that it means somebody else.
func (s *scan) full(family string) bool {
	if s.others == nil {
		s.others = map[string]bool{}
		for t := 1; t < len(s.d.Tokens); t++ {
			if s.before(t) && s.isGiven(t-1) && s.hitAt[t-1] < 0 {
				s.others[s.d.Form(t)] = true
			}
		}
	}
	return s.others[family]
}

// byTitle picks the candidate who holds or held the office of the title before.
func (s *scan) byTitle(k int, refs []gazetteer.Ref) (gazetteer.Ref, bool) {
	ri := s.roleEnd[k]
	if ri < 0 {
		return gazetteer.Ref{}, false
	}
	class := &s.lx.roles[s.roles[ri].role]
	words := s.words(s.roles[ri].first, s.roles[ri].last)
	var fit []gazetteer.Ref
	for _, r := range refs {
		for _, sp := range gazetteer.People()[r.Index].Spells {
			if (sp.Office == class.office || sp.Office == words) && (s.day == 0 || sp.Since <= s.day) {
				fit = append(fit, r)
				break
			}
		}
	}
	if len(fit) == 0 {
		return gazetteer.Ref{}, false
	}
	return s.bestPerson(fit), true
}

// bestPerson prefers who is in office on the day of the article, in a higher
// office, in a state that the text names, and later.
func (s *scan) bestPerson(refs []gazetteer.Ref) gazetteer.Ref {
	best, score := refs[0], -1
	for _, r := range refs {
		spell, now := gazetteer.People()[r.Index].At(s.day)
		v := s.rank(spell.Office) * 40000
		if now && s.day != 0 {
			v += 200000
		}
		if s.near(spell.Country) {
			v += 100000
		}
		v += int(spell.Since / 10000)
		if v > score {
			best, score = r, v
		}
	}
	return best
}
