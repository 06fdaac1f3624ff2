package event

import (
	"entente"
	"entente/internal/codebook"
)

// behind gives a judgement on a deed that an earlier sentence told ("Athens
// condemned the move") its target: who did the deed, else whom the
// article is about. A deed that the noun names by the same word comes first.
func (c *coder) behind(n *node, s int) {
	if len(n.t) == 0 && n.m != nil && n.m.obj >= 0 && n.kind == "" {
		if o := c.bare(n.m.obj); c.deed(o) {
			n.t = o // "the call was seconded": whose call, an earlier sentence says
		}
	}
	if !codebook.Verbal(n.typ) && n.typ != "PROTEST" || n.sym || len(knownOnly(n.t)) > 0 || !c.deed(n.t) {
		return
	}
	word, types := c.lem[n.t[0].tok], c.typesOf(n.t[0].tok)
	var found []entente.Participant
	for e := len(c.d.Events) - 1; e >= 0; e-- {
		ev := &c.d.Events[e]
		if ev.Sentence < s-2*recallWindow {
			break
		}
		if ev.Parent >= 0 || len(ev.Source) == 0 || ev.Symmetric || c.among(ev.Source, n.s) {
			continue
		}
		if len(types) > 0 && !types[ev.Type] || len(types) == 0 && judges(ev.Type) {
			continue
		}
		if c.lem[ev.Token] == word {
			found = ev.Source
			break
		}
		if found == nil {
			found = ev.Source
		}
	}
	if found == nil {
		found = c.protagonist(n, s)
	}
	if found != nil {
		n.t = ruled(recalled(found), "deed")
	}
}

// protagonist is the most named actor of the country that the sentences
// before s name most often, unless that is the country of a source of n; nil
// when no country is named three times.
func (c *coder) protagonist(n *node, s int) []entente.Participant {
	start := c.d.Sentences[s].Start
	total, own := map[string]int{}, make([]int, len(c.d.Actors))
	for a := range c.d.Actors {
		for _, m := range c.d.Actors[a].Mentions {
			if m.End <= start {
				own[a]++
			}
		}
		total[c.d.Actors[a].Country] += own[a]
	}
	who, most := -1, 2
	for a := range c.d.Actors {
		act := &c.d.Actors[a]
		if act.Country == "" || own[a] == 0 || c.among([]entente.Participant{{Actor: a, Country: act.Country}}, n.s) {
			continue
		}
		k := total[act.Country]
		if k > most || who >= 0 && k == most && own[a] > own[who] && act.Country == c.d.Actors[who].Country {
			most, who = k, a
		}
	}
	if who < 0 {
		return nil
	}
	act := &c.d.Actors[who]
	return []entente.Participant{{Actor: who, Name: act.Name, Code: act.Code, Country: act.Country, Sector: act.Sector, Role: act.Role, Span: act.Mentions[0].Span, Rule: "T protagonist"}}
}

// typesOf are the types of event that a noun may name, none when it names none.
func (c *coder) typesOf(i int) map[string]bool {
	out := map[string]bool{}
	for _, r := range c.find(i) {
		if r.class != nil {
			out[r.class.typ] = true
		}
	}
	return out
}

// judges reports whether events of the type only speak of what others do.
func judges(typ string) bool {
	switch typ {
	case "ACCUSE", "SUPPORT", "REQUEST":
		return true
	}
	return false
}

// deed reports whether the fillers are one noun, told before, for something
// that somebody did.
func (c *coder) deed(fs []fill) bool {
	return len(fs) == 1 && fs[0].tok >= 0 && !c.isVerb(fs[0].tok) && c.definite(fs[0].tok) && c.lx.isGrammar("deed", c.lem[fs[0].tok])
}

// among reports whether one of the participants is one of the fillers or of
// the same country.
func (c *coder) among(ps []entente.Participant, fs []fill) bool {
	for _, p := range ps {
		for _, f := range fs {
			if f.ref >= 0 && p.Actor >= 0 && c.mention[f.ref].actor == p.Actor || p.Country != "" && p.Country == c.country(f) {
				return true
			}
		}
	}
	return false
}

// doer gives an event whose source is a thing told before ("the new rules
// prohibit flights") the source of the deed that the words stand for.
func (c *coder) doer(n *node, s int) {
	if n.kind != "" || n.sym || len(knownOnly(n.s)) > 0 || !c.deed(n.s) {
		return
	}
	for e := len(c.d.Events) - 1; e >= 0 && c.d.Events[e].Sentence >= s-recallWindow; e-- {
		ev := &c.d.Events[e]
		if ev.Parent < 0 && len(ev.Source) > 0 && !ev.Symmetric && ev.Sentence < s && !judges(ev.Type) && !c.among(ev.Source, n.t) {
			n.s = ruled(recalled(ev.Source), "deed")
			return
		}
	}
}
