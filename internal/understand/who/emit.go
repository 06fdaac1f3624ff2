package who

import (
	"sort"

	"entente"
)

// emit writes the chains as actors, in the order in which the text names them.
func (s *scan) emit() {
	lists := make([][]entente.Mention, len(s.chains))
	for _, i := range s.order {
		m := &s.mentions[i]
		if m.chain < 0 {
			continue
		}
		out := entente.Mention{Span: s.span(m), Head: m.head, Rule: m.rule}
		lists[m.chain] = append(lists[m.chain], out)
		for _, c := range m.also {
			lists[c] = append(lists[c], out)
		}
	}
	var ids []int
	for c := range s.chains {
		if len(lists[c]) > 0 && s.acts(c) {
			ids = append(ids, c)
		}
	}
	sort.SliceStable(ids, func(a, b int) bool { return lists[ids[a]][0].Start < lists[ids[b]][0].Start })
	for _, c := range ids {
		ch := &s.chains[c]
		s.d.Actors = append(s.d.Actors, entente.Actor{
			Name: ch.name, Code: s.code(ch), Country: ch.country, Sector: ch.sector, Kind: ch.kind, Role: s.roleName(ch), Mentions: lists[c],
		})
	}
}

// acts reports whether a chain can be an actor: an unknown name that only
// modifies nouns or says where is none.
func (s *scan) acts(c int) bool {
	ch := &s.chains[c]
	if ch.sense != named || ch.role != nil || ch.country != "" || ch.code != "" || ch.kind == entente.PersonActor {
		return true
	}
	for _, i := range ch.members {
		m := &s.mentions[i]
		switch s.d.Tokens[m.head].Rel {
		case entente.Compound, entente.Amod, entente.Flat, entente.Dep:
			continue
		}
		if !s.locative(m) {
			return true
		}
	}
	return false
}

func (s *scan) span(m *mention) entente.Span {
	return entente.Span{Start: s.d.Tokens[m.first].Start, End: s.d.Tokens[m.last].End}
}

// code is ISO3 and sector for those of a state, the organisation's code else.
func (s *scan) code(c *chain) string {
	switch {
	case c.code != "":
		return c.code
	case c.country == "":
		return ""
	}
	return c.country + c.sector
}

func (s *scan) roleName(c *chain) string {
	if c.kind == entente.PersonActor {
		return squeeze(c.title)
	}
	return ""
}
