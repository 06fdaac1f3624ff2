package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// culprit is who did what a judged word points at: "this", "the attack". The
// last event before that tells of such a deed by another side names its doer.
func (c *coder) culprit(n *node, about []int, j *judgement, s int) []fill {
	if len(about) == 0 {
		return nil
	}
	t := about[0]
	if got := c.otherSide(c.maker(t, n.at), n.s); len(got) > 0 {
		return ruled(got, "deed")
	}
	pointing := c.lx.isGrammar("pointing", c.lem[t])
	if pointing || c.lx.isGrammar("persons", c.lem[t]) {
		if got := c.otherSide(c.spokenOf(n.at), n.s); len(got) > 0 {
			return got
		}
	}
	if c.wanted(t) {
		if got := c.violent(n, s); len(got) > 0 {
			return got
		}
	}
	deed := c.definite(t) && c.lx.isGrammar("deed", c.lem[t])
	ballot := c.lx.sets["vote"][c.lem[t]]
	if !pointing && !deed && c.hits[t] == nil && !ballot && !c.lx.sets["rulings"][c.lem[t]] {
		return nil
	}
	if pointing && !j.theme.strong {
		return nil
	}
	if ballot && c.hits[t] == nil && c.kid(t, entente.NmodPoss) < 0 {
		return c.organiser(n.s)
	}
	types := map[string]bool{}
	if !pointing {
		types = c.typesOf(t)
	}
	window := recallWindow
	if pointing {
		window = 2
	}
	for e := len(c.d.Events) - 1; e >= 0 && c.d.Events[e].Sentence >= s-window; e-- {
		ev := &c.d.Events[e]
		if c.subordinate(ev, types) || ev.Symmetric || !identified(ev.Source) || ev.Sentence >= s || judges(ev.Type) {
			continue
		}
		if len(types) > 0 && !namedBy(types, ev) && c.lem[ev.Token] != c.lem[t] {
			continue
		}
		if n.typ == "SUPPORT" && codebook.Quad(ev.Type) == 4 {
			continue
		}
		if got := c.otherSide(recalled(ev.Source), n.s); len(got) > 0 && (!pointing || c.armed(ev.Source)) {
			return ruled(got, "deed")
		}
	}
	if got := c.repeated(n, s); got != nil {
		return got
	}
	if c.lx.sets["rulings"][c.lem[t]] && c.kid(t, entente.NmodPoss) < 0 || pointing && c.atHome && onlyCountry(n.s[0].part) == c.home {
		return ruled(c.incumbent(n.s), "incumbent")
	}
	return nil
}

// wanted reports whether words mean whoever did the violence of the story:
// "those responsible", "the perpetrators".
func (c *coder) wanted(t int) bool {
	if c.lx.isGrammar("culprits", c.lem[t]) {
		return c.definite(t)
	}
	return c.lx.isGrammar("those", lower(c.d.Form(t))) && (t+1 < len(c.lem) && c.lx.isGrammar("responsible", c.lem[t+1]) || c.anyKid(t, c.lx.grammar["responsible"], entente.Amod, entente.Acl, entente.AclRelcl, entente.Nmod) >= 0)
}

// violent is who did the last violence told before sentence s by another side
// than the speaker's.
func (c *coder) violent(n *node, s int) []fill {
	for e := len(c.d.Events) - 1; e >= 0 && c.d.Events[e].Sentence >= s-2*recallWindow; e-- {
		ev := &c.d.Events[e]
		if ev.Type != "ASSAULT" || ev.Symmetric || !identified(ev.Source) || !ev.Status.Real() {
			continue
		}
		if got := c.otherSide(recalled(ev.Source), n.s); len(got) > 0 {
			return ruled(got, "deed")
		}
	}
	return nil
}

// subordinate reports whether an event is only told within another, unless that
// lays it to somebody and a noun asks for its kind.
func (c *coder) subordinate(ev *entente.Event, types map[string]bool) bool {
	return ev.Parent >= 0 && (len(types) == 0 || c.d.Events[ev.Parent].Type != "ACCUSE")
}

// namedBy reports whether a noun for events of some types may mean the event: an
// attack on networks is coerced, but called an attack.
func namedBy(types map[string]bool, ev *entente.Event) bool {
	if ev.Type == "REQUEST" && (types["SANCTION"] || types["COERCE"]) && len(ev.Rule) > 0 && strings.HasPrefix(ev.Rule[0], "order.") {
		return true // "ordered the envoy to leave": his expulsion
	}
	return types[ev.Type] || types["ASSAULT"] && ev.Mode == "cyber"
}

// maker is who did what the noun at t names, which a relative clause behind it
// judges: "Hungary passed a law which Brussels called unacceptable".
func (c *coder) maker(t, judging int) []fill {
	h := c.head(t)
	if got := c.appended(t, judging); got != nil {
		return got
	}
	if h < 0 || c.rel(t) != entente.Obj || !c.isVerb(h) || c.denied(h) || c.head(judging) == t && c.rel(judging) == entente.Amod {
		return nil
	}
	for i, n := judging, 0; i != t; i, n = c.head(i), n+1 {
		if i < 0 || n > 5 {
			return nil
		}
	}
	var out []fill
	for _, o := range c.subjects(h) {
		for _, e := range c.expand(o) {
			out = append(out, c.resolve(e, 0)...)
		}
	}
	return knownOnly(distinct(out))
}

// appended is who does what a clause tells that a noun behind its comma sums up:
// "demanded an apology, a demand that Athens called absurd".
func (c *coder) appended(t, judging int) []fill {
	if r := c.rel(t); r != entente.Appos && r != entente.Parataxis && r != entente.Dep && r != entente.Conj && r != entente.Obl || t == 0 || !c.lx.isGrammar("deed", c.lem[t]) {
		return nil
	}
	if k := c.kid(t, entente.AclRelcl); k < 0 || k > judging {
		return nil
	}
	first, _ := c.d.Yield(t)
	if first == 0 || c.d.Form(first-1) != "," && c.d.Form(first) != "," {
		return nil
	}
	for v, n := c.head(t), 0; v >= 0 && n < 6; v, n = c.head(v), n+1 {
		if !c.isVerb(v) || c.infinitive(v) || len(c.subjects(v)) == 0 {
			continue
		}
		var out []fill
		for _, o := range c.subjects(v) {
			for _, e := range c.expand(o) {
				out = append(out, c.resolve(e, 0)...)
			}
		}
		return knownOnly(distinct(out))
	}
	return nil
}

// outrage reports whether the speaker condemns a hostile deed of somebody yet
// unknown, which is an accusation all the same: the deed is its target.
func (c *coder) outrage(n *node, m *match, j *judgement) bool {
	if n.typ != "ACCUSE" || !j.theme.strong || j.pos == 'v' || j.theme.self || c.actorOf(n.s[0]) < 0 {
		return false
	}
	for _, t := range c.allJudged(n.at, m, j) {
		hostile := c.hits[t] != nil && codebook.Quad(c.hits[t].r.class.typ) == 4 || c.lx.sets["hostile"][c.lem[t]]
		if hostile && !c.isVerb(t) && t != c.head(n.at) && c.speech[t] == c.speech[n.at] {
			n.t = c.bare(t)
			return len(n.t) > 0
		}
	}
	return false
}

// deplores reports whether a judgement is of a hostile deed as such.
func (c *coder) deplores(n *node) bool {
	if n.typ != "ACCUSE" || n.cameo != "111" && n.kind != kindJudge || len(n.t) == 0 || n.t[0].tok < 0 {
		return false
	}
	t := n.t[0].tok
	return !c.isVerb(t) && (c.hits[t] != nil && c.hits[t].r.class.typ == "ASSAULT" || c.lx.sets["hostile"][c.lem[t]])
}

// governments are the actors that stand for the government of each state: of
// those of it that are named more than once the most named.
func (c *coder) governments() map[string]int {
	out := map[string]int{}
	for a := range c.d.Actors {
		act := &c.d.Actors[a]
		if act.Country == "" || act.Sector != "GOV" || len(act.Mentions) < 2 {
			continue
		}
		if old, ok := out[act.Country]; !ok || len(act.Mentions) > len(c.d.Actors[old].Mentions) {
			out[act.Country] = a
		}
	}
	return out
}

// awaits reports whether the rest of the story may tell whom a judgement
// concerns: it is of a deed told before, or a refusal or threat of the
// speaker's own.
func (c *coder) awaits(n *node, bare []fill, about []int, j *judgement) bool {
	if !identified(n.s[0].part) || len(c.d.Sentences) < longArticle || j.theme.blame {
		return false
	}
	n.t, n.held = nil, true
	if j.theme.open {
		return n.typ != "SUPPORT" || n.cameo == sympathy && c.statesmen(n.s) > 0
	}
	if j.theme.self {
		if n.typ == "ACCUSE" {
			return len(bare) == 0 && c.statesmen(n.s) > 0
		}
		return (n.typ == "REJECT" || n.typ == "THREATEN") && (len(j.frame[target]) == 0 || c.kid(n.at, entente.Obj) < 0 || c.lx.isGrammar("pointing", c.lem[c.kid(n.at, entente.Obj)]))
	}
	if len(about) == 0 {
		return false
	}
	return c.recalledIn(n, about[0], j)
}

// recalledIn reports whether the judged word at t is "this" or a noun for a deed
// or for words told before, which stays as the target until the story is known.
func (c *coder) recalledIn(n *node, t int, j *judgement) bool {
	l := c.lem[t]
	switch known := c.definite(t) || c.anyKid(t, c.lx.grammar["such"], entente.DetRel, entente.Amod) >= 0; {
	case c.lx.isGrammar("deed", l) && (known || j.theme.strong), c.lx.sets["rulings"][l]:
	case known && (c.hits[t] != nil || c.lx.sets["utterances"][l] || c.lx.sets["deeds"][l] || c.lx.sets["policies"][l]):
	case c.lx.isGrammar("pointing", l) && c.heads[t] < 0 && (j.theme.strong || n.typ == "REJECT") && c.statesmen(n.s) > 0:
		return true
	default:
		return false
	}
	n.t = c.bare(t)
	return true
}

// repeated are those whom the same speaker judged in the sentences before: who
// goes on to speak of "this" speaks of the same.
func (c *coder) repeated(n *node, s int) []fill {
	for e := len(c.d.Events) - 1; e >= 0 && c.d.Events[e].Sentence >= s-2; e-- {
		ev := &c.d.Events[e]
		if ev.Type == "ACCUSE" && ev.Sentence < s && identified(ev.Target) && share(ev.Source, n.s[0].part) {
			return ruled(recalled(ev.Target), "again")
		}
	}
	return nil
}

// incumbent is the government of the speaker's country, when the article names
// it and the speaker is not of it: in home affairs "the decision" is its.
func (c *coder) incumbent(who []fill) []fill {
	home := onlyCountry(who[0].part)
	if home == "" {
		return nil
	}
	if c.rulers == nil {
		c.rulers = c.governments()
	}
	best, ok := c.rulers[home]
	if !ok {
		return nil
	}
	for _, p := range who[0].part {
		if c.official(p) {
			return nil
		}
	}
	return recalled([]entente.Participant{c.party(best, c.d.Actors[best].Mentions[0].Span)})
}

// organiser is who answers for an election that the story tells of at home: the
// government, unless the speaker is of it.
func (c *coder) organiser(who []fill) []fill {
	if got := c.incumbent(who); got != nil {
		return ruled(got, "incumbent")
	}
	if !c.atHome {
		return nil
	}
	for _, p := range who[0].part {
		if p.Country == c.home && c.official(p) {
			return nil
		}
	}
	return []fill{{tok: -1, ref: -1, span: c.homeAt, rule: "incumbent", part: c.agent(c.home, "GOV", c.homeAt)}}
}

// armed reports whether a state, its arms or rebels are among the participants.
func (c *coder) armed(ps []entente.Participant) bool {
	for _, p := range ps {
		if c.official(p) || strings.HasPrefix(p.Sector, "REB") || p.Sector == "UAF" || p.Sector == "LEG" || p.Sector == "JUD" {
			return true
		}
	}
	return false
}

// culprits gives the judgements that wait for the story the doer of the deed
// that they are about: the last one told before by another side.
func (c *coder) culprits() {
	for e := range c.d.Events {
		ev, n := &c.d.Events[e], c.told[e].n
		if n.kind != kindJudge || !c.told[e].held && !c.outraged(e) || !lacks(ev, theTarget) {
			continue
		}
		types := map[string]bool{}
		if len(n.t) == 1 && n.t[0].tok >= 0 {
			types = c.typesOf(n.t[0].tok)
		} else if n.typ == "THREATEN" {
			types["ASSAULT"] = true
		}
		for o := e - 1; o >= max(0, e-replyWindow) && len(types) > 0; o-- {
			p := &c.d.Events[o]
			if c.subordinate(p, types) || p.Symmetric || !namedBy(types, p) || !identified(p.Source) || ev.Sentence-p.Sentence > 2*recallWindow || c.ownSideOf(p.Source, ev.Source) || !c.atHome && related(p.Source, ev.Source) {
				continue
			}
			c.give(e, theTarget, p.Source, "story.deed", 1)
			break
		}
	}
}

// outraged reports whether event e condemns a deed whose doer only an earlier
// telling of the deed may name.
func (c *coder) outraged(e int) bool {
	n := c.told[e].n
	return n.kind == kindJudge && !c.told[e].held && n.typ == "ACCUSE" && len(n.t) > 0 && len(knownOnly(n.t)) == 0 && !c.lx.people[c.lem[max(0, n.t[0].tok)]]
}

// ownSideOf reports whether some of the participants are of the side of others.
func (c *coder) ownSideOf(ps, qs []entente.Participant) bool {
	for _, p := range ps {
		for _, q := range qs {
			if c.sameSide(p, q) {
				return true
			}
		}
	}
	return false
}
