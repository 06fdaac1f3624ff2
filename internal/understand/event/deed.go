package event

import (
	"slices"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// judged is who did the deed that a judgement names by a noun told before
// ("Athens condemned the move"): a deed that the noun names by the same word
// comes first; without any, whom the article is about.
func (c *coder) judged(e int) []entente.Participant {
	ev, n := &c.d.Events[e], c.told[e].n
	if !codebook.Verbal(ev.Type) && ev.Type != "PROTEST" || n.sym {
		return nil
	}
	fs := n.t
	if len(fs) == 0 && n.m != nil && n.m.obj >= 0 && n.kind == "" {
		fs = c.bare(n.m.obj) // "the call was seconded": whose call, an earlier sentence says
	}
	if o := c.namedWhat(n); len(fs) == 0 && o >= 0 {
		if ps := c.doerOf(e, o); ps != nil {
			return ps
		}
		return c.lastDoer(e)
	}
	if t := c.pronounDeed(n); t >= 0 {
		if ps := c.doerOf(e, t); ps != nil {
			return ps
		}
		return c.lastSource(e)
	}
	if !c.deed(fs) {
		return nil
	}
	if ps := c.doerOf(e, fs[0].tok); ps != nil {
		return ps
	}
	if ps := c.lastDoer(e); ps != nil {
		return ps
	}
	if c.hostileDeed(e) {
		return nil // violence that nobody is told to have done
	}
	return c.otherParty(e)
}

// namedWhat is the noun by which "what" is called in the object of a verb that
// judges a deed told before ("hailed what he described as a victory"); -1 for none.
func (c *coder) namedWhat(n *node) int {
	if n.kind != "" || !c.isVerb(n.at) {
		return -1
	}
	for _, o := range c.kids(n.at) {
		v := c.kid(o, entente.AclRelcl)
		if v < o || !c.lx.isGrammar("what", c.lem[o]) || !c.lx.isGrammar("naming", c.lem[v]) {
			continue
		}
		for _, k := range c.kids(v) {
			if k > v && c.upos(k) == entente.NOUN {
				return k
			}
		}
	}
	return -1
}

// pronounDeed is the "it" or "that" that an event is about, by which the words mean
// what somebody did and nobody named; -1 for none.
func (c *coder) pronounDeed(n *node) int {
	if n.kind != "" || n.m == nil || !c.isVerb(n.at) || c.passive(n.at) || len(knownOnly(n.t)) > 0 {
		return -1
	}
	t := n.m.obj
	if len(n.t) == 1 && n.t[0].tok >= 0 {
		t = n.t[0].tok
	}
	if d := c.quotedBehind(t); d >= 0 {
		return d
	}
	if t < 0 || c.upos(t) != entente.PRON || !c.lx.isGrammar("pointing", c.lem[t]) {
		return -1
	}
	return t
}

// quotedBehind is the "that" or "this" which the parser took for a determiner of the
// quoted noun behind it: called that "interference"; -1 for none.
func (c *coder) quotedBehind(t int) int {
	if t < 0 || c.upos(t) != entente.NOUN {
		return -1
	}
	d := c.kid(t, entente.DetRel)
	if d < 0 || d+1 >= t || !c.lx.isGrammar("pointing", c.lem[d]) || !c.lx.isGrammar("quotemark", c.d.Form(d+1)) {
		return -1
	}
	return d
}

// lastSource is who of another side did or said what the sentence before tells last.
func (c *coder) lastSource(e int) []entente.Participant {
	ev := &c.d.Events[e]
	for o := e - 1; o >= 0 && c.d.Events[o].Sentence >= ev.Sentence-1; o-- {
		if p := &c.d.Events[o]; p.Sentence < ev.Sentence && p.Parent < 0 && !p.Symmetric && identified(p.Source) && !c.oneSide(p.Source, ev.Source) {
			return p.Source
		}
	}
	return nil
}

// lastDoer is whom the sentence before that of event e, which tells of a deed
// that the lexicon does not know, has as its subject: a state or one in office on
// another side.
func (c *coder) lastDoer(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if ev.Sentence == 0 {
		return nil
	}
	s := &c.d.Sentences[ev.Sentence-1]
	for i := s.First; i < s.Last; i++ {
		if c.rel(i) != entente.Root || !c.isVerb(i) || c.denied(i) || c.cues(i) {
			continue
		}
		var who []entente.Participant
		for _, o := range c.subjects(i) {
			for _, f := range knownOnly(c.resolve(o, 0)) {
				who = append(who, c.participant(f, "T")...)
			}
		}
		if identified(who) && (c.armed(who) || c.bodies(who)) && !c.oneSide(who, ev.Source) && !c.ownSideOf(who, ev.Source) {
			return who
		}
	}
	return nil
}

// cues reports whether verb i only says the words of a statement.
func (c *coder) cues(i int) bool {
	if c.ops[i] != nil && c.ops[i].r.kind == kindSay {
		return true
	}
	for s := range c.d.Statements {
		if c.d.Statements[s].Cue.Contains(c.d.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// bodies reports whether all participants are organisations: a court, a company,
// a union of states.
func (c *coder) bodies(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Actor < 0 || c.d.Actors[p.Actor].Kind != entente.OrgActor || p.Code == "" {
			return false
		}
	}
	return true
}

// doerOf is who did the deed told before that noun i of event e stands for:
// best one told by the same word and done to the judge or in its state, else
// the last; else whom the judge's own side dealt with harshly last; nil when there
// is none.
func (c *coder) doerOf(e, i int) []entente.Participant {
	ev, types := &c.d.Events[e], c.typesOf(i)
	var found, foe []entente.Participant
	best := -1
	for o := e - 1; o >= max(0, e-replyWindow); o-- {
		p := &c.d.Events[o]
		if p.Sentence < ev.Sentence-2*recallWindow {
			break
		}
		if p.Sentence == ev.Sentence || c.subordinate(p, types) || !identified(p.Source) {
			continue
		}
		who := p.Source
		if p.Symmetric {
			if who = signatories(p.Source, ev.Source); len(types) == 0 || !codebook.Verbal(p.Type) {
				continue
			}
		}
		if abroad := identified(p.Target) && !related(p.Target, ev.Source); !p.Symmetric && ev.Type == "ACCUSE" && (c.ownSideOf(who, ev.Source) || abroad && related(who, ev.Source) && !advocates(ev.Source)) {
			if foe == nil && abroad && codebook.Quad(p.Type) >= 3 && p.Status.Real() {
				foe = p.Target
			}
			continue // nobody deplores what his own side did to others
		}
		if len(who) == 0 || !p.Symmetric && (c.oneSide(who, ev.Source) || p.Type == "SUPPORT" && p.CAMEO != treaty && c.lx.sets["pact"][c.lem[i]]) {
			continue
		}
		if len(types) > 0 && !namedBy(types, p) || len(types) == 0 && !decided(p) {
			continue
		}
		rank := 0
		if c.lem[p.Token] == c.lem[i] {
			rank++
		}
		if related(p.Target, ev.Source) || p.Place >= 0 && c.d.Places[p.Place].Country == onlyCountry(ev.Source) {
			rank++
		}
		if rank > best {
			best, found = rank, who
		}
	}
	if found == nil {
		return foe
	}
	return found
}

// signatories are whom a judgement of a deal concerns: to those of one party's own
// opposition and people their government, to others all who made it.
func signatories(parties, judge []entente.Participant) []entente.Participant {
	home := onlyCountry(judge)
	for _, p := range parties {
		if home == "" || p.Country != home {
			continue
		}
		if official(judge) {
			return nil
		}
		return []entente.Participant{p}
	}
	return parties
}

// decided reports whether an event is a deed that a decision, move or law may
// stand for: neither a mere judgement, threat or denial nor violence.
func decided(ev *entente.Event) bool {
	switch ev.Type {
	case "ACCUSE", "SUPPORT", "REQUEST", "ASSAULT", "PROTEST", "THREATEN":
		return false
	case "REJECT":
		return ev.CAMEO != denial && !slices.ContainsFunc(ev.Rule, func(r string) bool { return strings.Contains(r, "@utterances") })
	}
	return true
}

// doer gives an event whose source is a thing told before ("the new rules
// prohibit flights") the source of the deed that the words stand for.
func (c *coder) doer(e int) {
	ev, n := &c.d.Events[e], c.told[e].n
	if n.kind != "" || n.sym || !c.deed(n.s) {
		return
	}
	for o := e - 1; o >= 0 && c.d.Events[o].Sentence >= ev.Sentence-recallWindow; o-- {
		p := &c.d.Events[o]
		if p.Parent < 0 && identified(p.Source) && !p.Symmetric && p.Sentence < ev.Sentence && !judges(p.Type) && !related(p.Source, ev.Target) {
			c.give(e, theSource, p.Source, "story.deed", 1)
			return
		}
	}
}

// deed reports whether the fillers are one noun, told before, for something
// that somebody did; what it is called may stand beside it ("called the strike
// a violation").
func (c *coder) deed(fs []fill) bool {
	if len(fs) == 2 && (fs[1].known() || fs[1].tok < 0 || c.rel(fs[1].tok) == entente.Conj || c.definite(fs[1].tok)) {
		return false
	}
	return (len(fs) == 1 || len(fs) == 2) && !fs[0].known() && fs[0].tok >= 0 && c.upos(fs[0].tok) == entente.NOUN && c.definite(fs[0].tok) && (c.lx.isGrammar("deed", c.lem[fs[0].tok]) || c.lx.sets["rulings"][c.lem[fs[0].tok]])
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

// perpetrators gives the deed for which somebody is charged, convicted or jailed
// that somebody as its doer: "serving a sentence for the murder of a minister".
func (c *coder) perpetrators(first int) {
	for e := first; e < len(c.d.Events); e++ {
		ev := &c.d.Events[e]
		if ev.Type != "ASSAULT" || ev.Parent < first || ev.Symmetric || len(ev.Source) > 0 || !c.told[e].root {
			continue
		}
		p := &c.d.Events[ev.Parent]
		if !codebook.Tries(p.CAMEO) || len(p.Target) == 0 || share(p.Target, ev.Target) || !c.ground(ev.Token, p.Token) {
			continue
		}
		for _, q := range p.Target {
			if q.Actor < 0 || c.d.Actors[q.Actor].Kind != entente.StateActor {
				q.Rule = "S deed.tried"
				ev.Source = append(ev.Source, q)
			}
		}
		if len(ev.Source) > 0 {
			ev.Rule = append(ev.Rule, "deed.tried")
		}
	}
}

// ground reports whether the noun or verb at i stands behind a preposition
// that tells for what somebody is tried.
func (c *coder) ground(i, verb int) bool {
	for n := 0; i >= 0 && i != verb && n < 4; n++ {
		if c.markedIn(i, "ground") {
			return true
		}
		i = c.head(i)
	}
	return false
}

// requited is who did what the sentence before tells, of an event that its words
// call an answer: "in response", "retaliated".
func (c *coder) requited(e int) []entente.Participant {
	ev := &c.d.Events[e]
	if codebook.Quad(ev.Type) < 3 || !c.requites(ev.Token) {
		return nil
	}
	for o := e - 1; o >= max(0, e-replyWindow) && c.d.Events[o].Sentence >= ev.Sentence-1; o-- {
		p := &c.d.Events[o]
		if p.Sentence < ev.Sentence && codebook.Quad(p.Type) >= 3 && !p.Symmetric && identified(p.Source) && !c.oneSide(p.Source, ev.Source) {
			return p.Source
		}
	}
	return c.lastDoer(e)
}

// requites reports whether the word at i or one near it in its clause says that
// something answers what was done before.
func (c *coder) requites(i int) bool {
	if c.lx.isGrammar("requital", c.lem[i]) {
		return true
	}
	for _, k := range c.kids(i) {
		switch c.rel(k).Universal() {
		case entente.Obl, entente.Nmod, entente.Obj, entente.Advcl, entente.Amod:
			if c.lx.isGrammar("requital", c.lem[k]) && (!c.isVerb(k) || c.xpos(k) == "VBG") {
				return true
			}
		}
	}
	return false
}
