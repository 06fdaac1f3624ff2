package who

import (
	"entente"
	"entente/internal/gazetteer"
)

func isState(r gazetteer.Ref) bool {
	switch r.Sense {
	case gazetteer.StateName, gazetteer.StateDemonym, gazetteer.StatePeople:
		return true
	}
	return false
}

// order says which sense of a name is taken first when it has several.
var order = [...]int{
	gazetteer.PersonName: 0, gazetteer.StateName: 1, gazetteer.OrgName: 2, gazetteer.StateMetonym: 3, gazetteer.StateDemonym: 4,
	gazetteer.StatePeople: 5, gazetteer.OutletName: 6, gazetteer.StateCapital: 7, gazetteer.PersonFamily: 8,
}

// choose picks the reading of a name, or none when the context speaks against all.
func (s *scan) choose(h *hit) (gazetteer.Ref, bool) {
	form := s.d.TextOf(entente.Span{Start: s.d.Tokens[h.first].Start, End: s.d.Tokens[h.last].End})
	other, swapped := s.swapped(form)
	best, found := gazetteer.Ref{}, false
	for _, r := range h.refs {
		if r.Sense == gazetteer.PersonName || r.Sense == gazetteer.PersonFamily || swapped && other == "-" {
			continue
		}
		if !found || order[r.Sense] < order[best.Sense] || r.Sense == best.Sense && r.Sense == gazetteer.StateCapital && s.stands(r) > s.stands(best) {
			best, found = r, true
		}
	}
	if found && swapped && len(other) > 3 {
		for _, r := range gazetteer.Lookup(other) {
			return r, true
		}
	}
	if found && swapped && other == "IGO" {
		for _, r := range gazetteer.Lookup("EU") {
			return r, true
		}
	}
	if found && h.first == h.last && (s.partOfName(h.first, best) || s.surname(h.first, best)) {
		found = false
	}
	if p, ok := s.choosePerson(h); ok && (!found || p.Sense == gazetteer.PersonName || s.titled(h.first)) {
		return p, true
	}
	return best, found
}

// stands ranks a state by whether it existed on the article's day: Prague is
// Czechoslovakia's until 1992, and Moscow the Soviet Union's until 1991.
func (s *scan) stands(r gazetteer.Ref) int {
	st := &gazetteer.States()[r.Index]
	gone := st.Kind == gazetteer.Historic
	switch {
	case s.day == 0 && gone, s.day != 0 && (s.day < st.Since || st.Until != 0 && s.day >= st.Until):
		return 0
	case gone:
		return 2
	}
	return 1
}

// partOfName reports whether a place's name is a part of a person's: "Michael
// Jordan", "Israel Adesanya".
func (s *scan) partOfName(t int, r gazetteer.Ref) bool {
	switch r.Sense {
	case gazetteer.StateName, gazetteer.StateCapital, gazetteer.OrgName, gazetteer.OutletName, gazetteer.StateMetonym:
	default:
		return false
	}
	if s.before(t) && s.isGiven(t-1) && s.freeName(t-1) {
		return true
	}
	if r.Sense == gazetteer.OrgName && s.lx.is("compass", s.low[t]) && s.before(t) && s.capital(t-1) && s.d.Tokens[t-1].UPOS == entente.PROPN {
		return true // "Kowloon West"
	}
	if t > 1 && s.before(t) && s.before(t-1) && s.lx.is("particles", s.low[t-1]) && s.freeName(t-2) {
		return true
	}
	return s.lx.is("placenames", s.d.Form(t)) && s.after(t) && s.freeName(t+1) && !s.bodyWord(t+1) && !s.behindPreposition(t)
}

// surname reports whether the name of a people or a state is a person's family
// name: "Mark Cuban", and "Cuban" alone where the text has told of him.
func (s *scan) surname(t int, r gazetteer.Ref) bool {
	switch r.Sense {
	case gazetteer.StateDemonym, gazetteer.StatePeople, gazetteer.StateName:
	default:
		return false
	}
	if s.behindGiven(t) {
		return true
	}
	if s.surnames == nil {
		s.surnames = map[string]bool{}
		for k := range s.d.Tokens {
			if s.capital(k) && s.hitAt[k] >= 0 && s.behindGiven(k) {
				s.surnames[s.d.Form(k)] = true
			}
		}
	}
	if !s.surnames[s.d.Form(t)] || s.behindPreposition(t) && r.Sense == gazetteer.StateName {
		return false
	}
	switch s.d.Tokens[t].Rel {
	case entente.Nsubj, entente.NsubjPass, entente.NmodPoss, entente.Obj:
		return !s.before(t) || s.d.Tokens[t-1].UPOS != entente.DET
	}
	return false
}

// behindGiven reports whether token t, the last of a name, stands behind a given
// name and before no noun that it may modify.
func (s *scan) behindGiven(t int) bool {
	if !s.before(t) || !s.isGiven(t-1) || !s.freeName(t-1) || s.d.Tokens[t].Morph.Has(entente.Plural) {
		return false
	}
	return !s.after(t) || s.d.Tokens[t+1].UPOS != entente.NOUN && s.d.Tokens[t+1].UPOS != entente.PROPN && s.d.Tokens[t+1].UPOS != entente.ADJ
}

func (s *scan) bodyWord(t int) bool {
	_, ok := s.lx.proper[s.d.Form(t)]
	return ok || len(s.d.Form(t)) > 1 && s.d.Form(t)[1] >= 'A' && s.d.Form(t)[1] <= 'Z'
}

// before and after report whether the token has a neighbour in its sentence.
func (s *scan) before(t int) bool { return t > 0 && s.sentOf[t-1] == s.sentOf[t] }
func (s *scan) after(t int) bool {
	return t+1 < len(s.d.Tokens) && s.sentOf[t+1] == s.sentOf[t]
}

func (s *scan) isGiven(t int) bool {
	_, ok := s.lx.given[s.d.Form(t)]
	return ok
}

// freeName reports whether the token is a capitalised word of a name that the
// gazetteer and the role lists do not know.
func (s *scan) freeName(t int) bool {
	return s.d.Tokens[t].UPOS == entente.PROPN && s.capital(t) && s.hitAt[t] < 0 && s.roleAt[t] < 0 && !s.timed[t] && !s.isTitle(t)
}

// personWord reports whether the token may be a word of a person's name that
// the gazetteer does not know as a whole.
func (s *scan) personWord(t int) bool {
	if s.d.Tokens[t].UPOS != entente.PROPN || !s.capital(t) || s.roleAt[t] >= 0 || s.timed[t] || s.isTitle(t) {
		return false
	}
	if h := s.hitAt[t]; h >= 0 {
		for _, r := range s.hits[h].refs {
			if r.Sense != gazetteer.PersonFamily {
				return false
			}
		}
		return len(s.hits[h].refs) > 0
	}
	return true
}

func (s *scan) isTitle(t int) bool {
	_, ok := s.lx.titles[s.d.Form(t)]
	return ok
}

// titled reports whether a title stands before token t.
func (s *scan) titled(t int) bool {
	if !s.before(t) {
		return false
	}
	if s.isTitle(t - 1) {
		return true
	}
	r := s.roleEnd[t-1]
	if r < 0 {
		return false
	}
	class := &s.lx.roles[s.roles[r].role]
	return class.title || class.kind == "group" && !s.roles[r].many && (s.d.Tokens[t-1].UPOS == entente.NOUN || s.nationalOf(t-1)) && !s.lx.is("collective", s.low[t-1])
}

// nationalOf reports whether the word at t is "national" behind the name of a
// state: "Turkish national Hatice Cengiz".
func (s *scan) nationalOf(t int) bool {
	return s.lx.is("before-names", s.d.Form(t)) && s.before(t) && s.hitAt[t-1] >= 0
}

// abbreviation is the length up to which a word with a full stop is an
// abbreviation and no family name: "No."
const abbreviation = 4

// parentCode is the length of the code of an organisation that has agencies:
// IGOUNO.
const parentCode = 6

// near reports whether the text names the state or organisation.
func (s *scan) near(country string) bool {
	if s.seen[country] > 0 {
		return true
	}
	is, asked := s.nearby[country]
	if !asked {
		o, ok := gazetteer.OrganisationByCode(country)
		is = ok && (hasWord(s.d.Article.Text, o.Short) || hasWord(s.d.Article.Text, o.Name))
		s.nearby[country] = is
	}
	return is
}

// rank is how well known the holder of an office is, 1 to 3.
func (s *scan) rank(office string) int {
	switch {
	case s.lx.is("top-offices", office):
		return 3
	case s.lx.is("high-offices", office):
		return 2
	}
	return 1
}
