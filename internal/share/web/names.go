package web

import (
	"strings"

	"entente/internal/gazetteer"
)

// nameOf is the short name of a key of the ledger: a state's ISO3 code or an
// organisation's code.
func nameOf(key string) string {
	if s, ok := gazetteer.StateByISO3(key); ok {
		return s.Name
	}
	if o, ok := gazetteer.OrganisationByCode(key); ok {
		return o.Short
	}
	return key
}

// keyOf is the key of what a reader typed: a code or a name.
func keyOf(typed string) string {
	typed = strings.TrimSpace(typed)
	if s, ok := gazetteer.StateByISO3(strings.ToUpper(typed)); ok {
		return s.ISO3
	}
	if s, ok := gazetteer.StateNamed(typed); ok {
		return s.ISO3
	}
	if o, ok := gazetteer.OrganisationNamed(typed); ok {
		return o.Code
	}
	return typed
}

// actorChoices are the states offered while an actor is typed.
func actorChoices() []partyView {
	var out []partyView
	for _, s := range gazetteer.States() {
		out = append(out, partyView{Name: s.Name, Code: s.ISO3})
	}
	return out
}
