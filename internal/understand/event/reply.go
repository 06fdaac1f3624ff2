package event

import (
	"slices"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// replyWindow is how many events back a reply looks for what it answers.
const replyWindow = 60

// replies gives what somebody says or does to an unnamed other side a target,
// by the first of these that knows one: the doer of the deed that is judged,
// the target of the same act told elsewhere, the other side of the last event
// in which somebody acted on the speaker.
func (c *coder) replies() {
	if len(c.d.Sentences) < storyLength {
		return
	}
	for e := range c.d.Events {
		if lacks(&c.d.Events[e], theSource) {
			c.doer(e)
		}
		if lacks(&c.d.Events[e], theSource) {
			c.give(e, theSource, c.announcer(e), "story.announcer", 0.85)
		}
		if lacks(&c.d.Events[e], theSource) && receives(c.told[e].n) && codebook.Quad(c.d.Events[e].Type) < 3 {
			c.give(e, theSource, c.granter(e), "story.granter", 0.9)
		}
		if lacks(&c.d.Events[e], theSource) {
			c.give(e, theSource, c.host(e), "story.host", 0.9)
		}
		c.between(e)
		if ev := &c.d.Events[e]; !lacks(ev, theTarget) || !identified(ev.Source) || c.told[e].n.sym && (c.told[e].held || ofMany(ev.Source)) {
			continue
		}
		if c.outraged(e) || c.peopleHere(e) {
			continue
		}
		for _, way := range c.waysOf(e) {
			if way.loose && (c.unaddressed(e) || c.ownChild(e)) || way.rule != homeWay[0].rule && c.setApart(e) {
				continue
			}
			if ps := way.find(c, e); len(ps) > 0 && c.give(e, theTarget, ps, way.rule, way.sure) {
				break
			}
		}
	}
}

// ownChild reports whether event e is what its parent by the same one promises,
// refuses or threatens: it is done to whom the parent is addressed to.
func (c *coder) ownChild(e int) bool {
	p := c.d.Events[e].Parent
	return p >= 0 && !c.told[e].root && !c.d.Events[p].Symmetric && identified(c.d.Events[p].Target) && share(c.d.Events[p].Source, c.d.Events[e].Source)
}

// granter is the body of states named last before what somebody receives
// ("both received observer status"), in its sentence or the one before.
func (c *coder) granter(e int) []entente.Participant {
	ev := &c.d.Events[e]
	from := c.d.Sentences[max(0, ev.Sentence-1)].First
	for t := c.d.Sentences[ev.Sentence].Last - 1; t >= from; t-- {
		if c.heads[t] < 0 {
			continue
		}
		who := c.mention[c.heads[t]].actor
		if act := &c.d.Actors[who]; act.Kind == entente.OrgActor && strings.HasPrefix(act.Code, "IGO") {
			return []entente.Participant{c.party(who, c.d.Tokens[t].Span)}
		}
	}
	return nil
}

// repliedTo is who made the statement that the words of event e answer.
func (c *coder) repliedTo(e int) []entente.Participant {
	ev := &c.d.Events[e]
	st := c.speech[ev.Token]
	if st < 0 || !codebook.Verbal(ev.Type) {
		return nil
	}
	r := c.d.Statements[st].Replies
	if r < 0 || r >= len(c.d.Statements) {
		return nil
	}
	return c.d.Statements[r].Speaker
}

// replyWay is a way to find a target; sure is what the confidence keeps. A
// loose way knows nothing of what is said or done, only who else is there.
type replyWay struct {
	rule  string
	sure  float64
	loose bool
	find  func(*coder, int) []entente.Participant
}

// replyWays are tried in order, the loose ones last.
var (
	replyWays = []replyWay{
		{"story.signatories", 0.9, false, (*coder).signatories},
		{"story.deed", 1, false, (*coder).judged},
		{"story.joined", 0.95, false, (*coder).joinedTo},
		{"story.reply", 0.95, false, (*coder).repliedTo},
		{"story.same", 0.9, false, (*coder).sameAct},
		{"story.answer", 0.85, false, (*coder).answered},
		{"story.requital", 0.85, false, (*coder).requited},
		{"story.relented", 0.85, false, (*coder).relentedTo},
		{"story.opponent", 0.85, false, (*coder).opponent},
		{"story.aggressor", 0.8, false, (*coder).aggressor},
		{"story.offered", 0.85, false, (*coder).offeredBy},
		{"story.aggrieved", 0.85, false, (*coder).aggrievedBy},
		{"story.counterpart", 0.85, true, (*coder).counterpart},
	}
	griefWay  = []replyWay{{"story.bereaved", 0.9, false, (*coder).bereavedSide}}
	foeWay    = []replyWay{{"story.opposite", 0.8, false, (*coder).opposite}, {"story.accused", 0.8, false, (*coder).accused}}
	abroadWay = []replyWay{{"story.protagonist", 0.8, true, (*coder).otherParty}}
	visitWay  = []replyWay{{"story.visited", 0.9, false, (*coder).visited}}
	homeWay   = []replyWay{{"story.home", 0.8, true, (*coder).ownSide}}
)

// restrictions is how the codes of threats begin that touch one's own people:
// curfews, bans.
const restrictions = "132"

// probes is how the codes of investigations begin: of an accident nobody is
// accused.
const probes = "09"

// treaty is the code of signing, which nobody does with one's own people.
const treaty = "057"

// pullout is how the codes of military withdrawals begin, which leave others' land.
const pullout = "087"

// denial is the code of denying a deed, which answers whoever blamed one for it.
const denial = "016"

// visited is the state in which a visit whose place the words do not name takes
// place: that of its place, else that in which the article is set.
func (c *coder) visited(e int) []entente.Participant {
	ev := &c.d.Events[e]
	for _, way := range [2]string{ofPlace, abroadThere} {
		if state, span := c.stateOf(e, theTarget, way); state != "" && state != onlyCountry(ev.Source) {
			return c.agent(state, "GOV", span)
		}
	}
	return nil
}

// apology is the code of apologies, which at home go to the people.
const apology = "055"

// resigns is the mode of giving up an office.
const resigns = "resign"

// waysOf lists the ways to find the target of event e: in a story of one state
// alone its own people and government come before others.
func (c *coder) waysOf(e int) []replyWay {
	n := c.told[e].n
	switch {
	case c.d.Events[e].CAMEO == sympathy:
		return griefWay
	case n.typ == "AGREE" && n.base != nil && n.base.typ == "AID":
		return slices.Concat(replyWays, griefWay)
	case c.d.Events[e].Mode == resigns:
		return homeWay
	case c.atHome && c.told[e].held && n.kind == kindJudge && n.typ == "ACCUSE" && len(n.t) == 0:
		return replyWays[:2] // "that's terrible": at home, of anything
	case c.d.Events[e].Mode == "visit":
		return visitWay
	case strings.HasPrefix(c.d.Events[e].CAMEO, probes):
		return replyWays // whoever else is there is no suspect
	case n.sym:
		return slices.Concat(replyWays, abroadWay)
	case c.critic(e), strings.HasPrefix(c.d.Events[e].CAMEO, restrictions), c.atHome && onlyCountry(c.d.Events[e].Source) == c.home:
		return slices.Concat(replyWays, homeWay, abroadWay)
	}
	return slices.Concat(replyWays, foeWay, abroadWay, homeWay)
}

// critic reports whether people of no office judge, refuse or demand in the story:
// mostly those who govern them are meant.
func (c *coder) critic(e int) bool {
	ev := &c.d.Events[e]
	home := onlyCountry(ev.Source)
	if home == "" || ev.Type != "ACCUSE" && ev.Type != "REJECT" && ev.Type != "REQUEST" && ev.Type != "THREATEN" || !advocates(ev.Source) {
		return false
	}
	for o := range c.d.Events {
		if p := &c.d.Events[o]; o != e && (governs(p.Source, home) || governs(p.Target, home)) {
			return true
		}
	}
	return false
}

// advocates reports whether all of a source speak for people against those who
// govern, as an opposition, a union, lawyers or the press do.
func advocates(ps []entente.Participant) bool {
	for _, p := range ps {
		switch p.Sector {
		case "OPP", "PTY", "SOC", "LAB", "JRN", "EDU":
		default:
			return false
		}
	}
	return len(ps) > 0
}

// governs reports whether one of the participants is of the government of a state.
func governs(ps []entente.Participant, state string) bool {
	for _, p := range ps {
		if p.Country == state && p.Sector == "GOV" {
			return true
		}
	}
	return false
}

// unaddressed reports whether an event is of too little note for a loose way:
// one that its sentence alone did not make, a body that meets in itself, or one
// whose target is people of nowhere or, where nothing is refused, a thing that
// nobody owns ("condemned racism").
func (c *coder) unaddressed(e int) bool {
	if c.told[e].held && !(c.d.Events[e].CAMEO == apology && c.atHome) && !c.stance(e) || c.told[e].n.sym && !c.persons(c.d.Events[e].Source) {
		return true
	}
	if lawmaking(c.d.Events[e].Source) {
		return false
	}
	for _, f := range c.told[e].n.t {
		if !f.known() && f.tok >= 0 && (c.person(f.tok) || c.d.Events[e].Type != "REJECT" && c.d.Events[e].Type != "SANCTION" && !c.definite(f.tok) && c.kid(f.tok, entente.NmodPoss) < 0) {
			return true
		}
	}
	return false
}

// stance reports whether a speaker in a story of one state refuses, asks or backs
// something: whom it is addressed to goes without saying there.
func (c *coder) stance(e int) bool {
	n := c.told[e].n
	return c.atHome && n.kind == kindJudge && (n.typ == "REJECT" || n.typ == "REQUEST" || n.typ == "SUPPORT") && c.statesmen(n.s) > 0
}

// setApart reports whether bare words on the target of an event count or set
// apart people who are none of those named: "two other presidents".
func (c *coder) setApart(e int) bool {
	for _, f := range c.told[e].n.t {
		if f.known() || f.tok < 0 || !c.person(f.tok) {
			continue
		}
		if c.kid(f.tok, entente.Nummod) >= 0 || c.anyKid(f.tok, c.lx.grammar["other"], entente.Amod, entente.DetRel) >= 0 {
			return true
		}
	}
	return false
}

// lawmaking reports whether a source is a parliament or its members, whose laws
// and votes concern the state.
func lawmaking(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Sector != "LEG" {
			return false
		}
	}
	return len(ps) > 0
}

// persons reports whether all of a source are persons with a name.
func (c *coder) persons(ps []entente.Participant) bool {
	for _, p := range ps {
		if !c.personal(p) {
			return false
		}
	}
	return true
}

// talks reports whether an event is one of words, or one that answers words.
func (c *coder) talks(e int) bool {
	ev := &c.d.Events[e]
	return codebook.Verbal(ev.Type) || ev.Type == "RETREAT" || ev.Type == "CONCEDE" || ev.Type == "SANCTION"
}

// oneSide reports whether two lists are of one side of the story: of one state,
// unless the story is set at home, where sides are actors.
func (c *coder) oneSide(a, b []entente.Participant) bool {
	if c.atHome {
		return share(a, b)
	}
	return related(a, b)
}

// sameAct is the target of the same kind of act by the same one elsewhere in
// the article, earlier ones first.
func (c *coder) sameAct(e int) []entente.Participant {
	ev := &c.d.Events[e]
	at := func(o int) []entente.Participant {
		p := &c.d.Events[o]
		if ev.Type == "ASSAULT" && ev.Place >= 0 && onlyCountry(p.Target) != c.d.Places[ev.Place].Country {
			return nil // who attacks here may attack others there
		}
		if ev.Type == "COERCE" && len(ev.CAMEO) > 2 && !strings.HasPrefix(p.CAMEO, ev.CAMEO[:3]) {
			return nil // whoever arrests one puts others under a curfew
		}
		if p.Type == ev.Type && !p.Symmetric && identified(p.Target) && share(p.Source, ev.Source) {
			return p.Target
		}
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow); o-- {
		if ps := at(o); ps != nil {
			return ps
		}
	}
	for o := e + 1; o < min(len(c.d.Events), e+replyWindow); o++ {
		if ps := at(o); ps != nil {
			return ps
		}
	}
	return nil
}

// answered is who last acted on the source.
func (c *coder) answered(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if !answers(ev.Type) && ev.CAMEO != apology || ev.Type == "ACCUSE" && c.hostileDeed(e) {
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow) && c.d.Events[o].Sentence >= ev.Sentence-recallWindow; o-- {
		p := &c.d.Events[o]
		if p.Symmetric || !identified(p.Source) || share(p.Source, ev.Source) || yields(ev.Type) && !asksFor(p.Type) && !(ev.CAMEO == denial && p.Type == "COERCE") {
			continue
		}
		if (share(p.Target, ev.Source) || c.injured(p, ev) || ev.CAMEO == denial && charges(p, ev)) && (c.atHome || ev.CAMEO == denial || !related(p.Source, ev.Source)) || ev.Sentence <= p.Sentence+1 && asksFor(p.Type) && c.speakFor(ev.Source, p.Target) && !c.speakFor(ev.Source, p.Source) {
			return p.Source
		}
	}
	return nil
}

// charges reports whether an event before a denial accuses or punishes somebody of
// the state of the one who denies.
func charges(p, ev *entente.Event) bool {
	home := onlyCountry(ev.Source)
	return (p.Type == "ACCUSE" || p.Type == "COERCE") && p.Status.Real() && home != "" && onlyCountry(p.Target) == home
}

// injured reports whether a hostile event was done to people or bodies of the
// state for whose government the source of the other event speaks.
func (c *coder) injured(p, ev *entente.Event) bool {
	return !c.atHome && codebook.Verbal(ev.Type) && p.Status.Real() && codebook.Quad(p.Type) >= 3 && c.speakFor(ev.Source, ev.Source) && onlyCountry(p.Target) == onlyCountry(ev.Source)
}

// answers reports whether events of the type are said or done to whoever acted
// on the source before; who backs, asks or meets somebody may turn to anybody.
func answers(typ string) bool {
	switch typ {
	case "REJECT", "CONCEDE", "RETREAT", "ACCUSE", "THREATEN", "SANCTION":
		return true
	}
	return false
}

// speakFor reports whether participants are of the state or government of
// others: "Beijing" for China, a minister for his government.
func (c *coder) speakFor(ps, qs []entente.Participant) bool {
	for _, p := range ps {
		for _, q := range qs {
			if p.Country != "" && p.Country == q.Country && (p.Sector == "" || p.Sector == "GOV") && (q.Sector == "" || q.Sector == "GOV") {
				return true
			}
		}
	}
	return false
}

// yields reports whether events of the type answer what somebody asked for.
func yields(typ string) bool {
	return typ == "AGREE" || typ == "RETREAT" || typ == "CONCEDE" || typ == "REJECT"
}

// asksFor reports whether events of the type ask something of their target.
func asksFor(typ string) bool {
	switch typ {
	case "REQUEST", "THREATEN", "PROTEST", "AGREE", "ACCUSE", "SANCTION":
		return true
	}
	return false
}

// related reports whether two lists share an actor or a country.
func related(a, b []entente.Participant) bool {
	for _, p := range a {
		for _, q := range b {
			if p.Actor >= 0 && p.Actor == q.Actor || p.Country != "" && p.Country == q.Country {
				return true
			}
		}
	}
	return false
}
