package web

import (
	"strings"

	"entente/internal/gazetteer"
)

// keyOf is the key of what a reader typed, and what was typed where the
// gazetteer knows no such actor.
func keyOf(typed string) string {
	if key, _, ok := gazetteer.Resolve(typed); ok {
		return key
	}
	return strings.TrimSpace(typed)
}

// codeOf is the code by which entries of a typed actor are found.
func codeOf(typed string) string {
	if _, code, ok := gazetteer.Resolve(typed); ok {
		return code
	}
	return strings.TrimSpace(typed)
}

// actorChoices are the states offered while an actor is typed.
func actorChoices() []partyView {
	var out []partyView
	for _, s := range gazetteer.States() {
		out = append(out, partyView{Name: s.Name, Code: s.ISO3})
	}
	return out
}
