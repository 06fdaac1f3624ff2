package evaluate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/internal/gazetteer"
)

// matches reports whether a participant is the actor of the gold: by code (a
// country's ISO3, an organisation's short name) or by a word of its name.
func (g goldActor) matches(d *entente.Document, p entente.Participant) bool {
	if g.Code != "" && (p.Country == g.Code || strings.EqualFold(p.Code, g.Code) || strings.EqualFold(p.Name, g.Code)) {
		return true
	}
	ours := words(p.Name + " " + d.TextOf(p.Span))
	if p.Actor >= 0 && p.Actor < len(d.Actors) {
		a := &d.Actors[p.Actor]
		if isISO3(g.Code) && a.Country == g.Code {
			return true
		}
		for w := range words(a.Name) {
			ours[w] = true
		}
		for i, m := range a.Mentions {
			if i < 20 {
				for w := range words(d.TextOf(m.Span)) {
					ours[w] = true
				}
			}
		}
	}
	if ours[strings.ToLower(g.Code)] {
		return true
	}
	for w := range words(g.Name) {
		if ours[w] {
			return true
		}
	}
	return false
}

func isISO3(s string) bool {
	return len(s) == 3 && strings.ToUpper(s) == s
}

// words are the words of a name that tell it from others, in lower case and
// without accents; words of one or two letters tell nothing.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(gazetteer.Unaccent(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.ToLower(w)
		if len(w) > 2 && !vague[w] {
			out[w] = true
		}
	}
	return out
}

// vague are words of names that many actors share.
var vague = map[string]bool{
	"the": true, "and": true, "for": true, "president": true, "minister": true, "prime": true, "government": true,
	"ministry": true, "foreign": true, "general": true, "secretary": true, "united": true, "states": true, "state": true,
	"his": true, "her": true, "its": true, "their": true, "who": true, "which": true, "spokesperson": true, "leaders": true,
	"department": true, "from": true, "with": true, "members": true, "that": true, "they": true, "some": true,
}

// anyMatch reports whether some gold actor is some participant; true when the
// gold names none.
func anyMatch(d *entente.Document, gold []goldActor, ours ...[]entente.Participant) bool {
	named := 0
	for _, g := range gold {
		if g.Code == "" && g.Name == "unknown" {
			continue
		}
		named++
		if hasActor(d, g, ours...) {
			return true
		}
	}
	return named == 0
}

// allMatch reports whether every gold actor is some participant.
func allMatch(d *entente.Document, gold []goldActor, ours ...[]entente.Participant) bool {
	for _, g := range gold {
		if !hasActor(d, g, ours...) {
			return false
		}
	}
	return true
}

func hasActor(d *entente.Document, g goldActor, ours ...[]entente.Participant) bool {
	for _, list := range ours {
		for _, p := range list {
			if g.matches(d, p) {
				return true
			}
		}
	}
	return false
}

// anyNamed reports whether some name is that of some participant; true when
// there are no names.
func anyNamed(d *entente.Document, names []string, list []entente.Participant) bool {
	for _, n := range names {
		for _, p := range list {
			if isNamed(d, p, n) {
				return true
			}
		}
	}
	return len(names) == 0
}

// isNamed reports whether a name is the code of the participant's state, its
// own code or the start of it (that of an organisation begins with IGO, which
// marks leave out), or stands in its name or in the words that fill the slot.
func isNamed(d *entente.Document, p entente.Participant, name string) bool {
	organisation, ok := strings.CutPrefix(p.Code, "IGO")
	if p.Country == name || p.Code == name || len(name) > 2 && strings.HasPrefix(p.Code, name) || ok && strings.HasPrefix(organisation, name) {
		return true
	}
	return holdsName(p.Name, name) || holdsName(d.TextOf(p.Span), name)
}

// holdsName reports whether a word of s begins with name, whatever the case
// and the accents. Two letters have to be the whole word: UN is not in
// "unions".
func holdsName(s, name string) bool {
	whole := len(name) < 3
	s, name = strings.ToLower(gazetteer.Unaccent(s)), strings.ToLower(gazetteer.Unaccent(name))
	for from := 0; name != ""; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(name):])
		if !unicode.IsLetter(before) && !(whole && unicode.IsLetter(after)) {
			return true
		}
		from = i + len(name)
	}
	return false
}
