package merge

import (
	"slices"
	"strings"

	"entente"
)

// PartyKey is Party.Key, or for an actor without any code its name.
func PartyKey(p entente.Party) string {
	if k := p.Key(); k != "" {
		return k
	}
	return "~" + strings.ToLower(p.Name)
}

// Keys are the keys of a list of parties, sorted, each once.
func Keys(list []entente.Party) []string {
	var out []string
	for _, p := range list {
		if k := PartyKey(p); k != "~" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func parties(a, b *entente.Entry) bool {
	if !sectors(a.Source, b.Source) || !sectors(a.Target, b.Target) {
		return false
	}
	if a.Symmetric || b.Symmetric {
		return within(Keys(slices.Concat(a.Source, a.Target)), Keys(slices.Concat(b.Source, b.Target)))
	}
	return within(Keys(a.Source), Keys(b.Source)) && (within(Keys(a.Target), Keys(b.Target)) || open(a) || open(b))
}

// open reports whether an entry says who acts, but on nobody who is known:
// "Russia attacked at dawn", "North Korea tested the Hwasong-17".
func open(e *entente.Entry) bool {
	if e.Symmetric {
		return len(Keys(slices.Concat(e.Source, e.Target))) < 2
	}
	return known(e.Source) && !known(e.Target)
}

// within reports whether one list holds the other; nothing holds nothing only.
func within(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return len(b) == 0
	}
	for _, k := range a {
		if !slices.Contains(b, k) {
			return false
		}
	}
	return true
}

// sectors reports whether no two parties of one state contradict: police and
// protesters of one country are different actors, its government and army are
// one state to others.
func sectors(a, b []entente.Party) bool {
	for _, p := range a {
		for _, q := range b {
			if p.Country != "" && p.Country == q.Country && p.Sector != q.Sector && !(official(p.Sector) && official(q.Sector)) {
				return false
			}
		}
	}
	return true
}

func official(sector string) bool { return sector == "" || slices.Contains(stateSectors, sector) }

// stateSectors act for their state abroad.
var stateSectors = []string{"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY"}

// persons reports whether different people act for one state in the two: what
// the president says is not what the minister says.
func persons(a, b *entente.Entry) bool {
	for _, lists := range [][2][]entente.Party{{a.Source, b.Source}, {a.Target, b.Target}} {
		for _, p := range lists[0] {
			if p.Role != "" && others(p, lists[1]) && !slices.ContainsFunc(lists[1], func(q entente.Party) bool { return surname(q) == surname(p) }) {
				return true
			}
		}
	}
	return false
}

// others reports whether a list has persons of p's state or organisation and
// nobody who may stand for the whole of it.
func others(p entente.Party, list []entente.Party) bool {
	found := false
	for _, q := range list {
		if PartyKey(q) == PartyKey(p) {
			if q.Role == "" {
				return false
			}
			found = true
		}
	}
	return found
}

func surname(p entente.Party) string {
	return p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
}
