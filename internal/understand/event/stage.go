package event

import (
	"sort"

	"entente"
	"entente/internal/codebook"
)

// maxSentence is the number of tokens above which a sentence is passed over:
// lists and tables, no prose.
const maxSentence = 300

// Stage is the coder as a step of understanding. It reads places where there
// are some.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "event",
		Needs: entente.LayerTrees | entente.LayerTimes | entente.LayerActors | entente.LayerStatements,
		Gives: entente.LayerEvents,
		Run:   func(d *entente.Document) { run(d, english()) },
	}
}

func run(d *entente.Document, lx *lexicon) {
	c := newCoder(d, lx)
	defer c.release()
	c.topic = c.guessTopic()
	c.home, c.homeAt, c.atHome = c.setting()
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		switch {
		case sent.Kind == entente.Aside:
			d.Skipped = append(d.Skipped, entente.Skip{Span: sent.Span, Reason: entente.SkipAside})
		case sent.Last-sent.First > maxSentence:
			d.Skipped = append(d.Skipped, entente.Skip{Span: sent.Span, Reason: entente.SkipTooLong})
		default:
			c.sentence(s)
		}
	}
	c.complete()
	c.merge()
	c.forget()
}

// sentence codes one sentence and appends its events.
func (c *coder) sentence(s int) {
	sent := &c.d.Sentences[s]
	c.scan(sent.First, sent.Last)
	var roots []*node
	found := false
	for i := c.behindLabel(sent); i < sent.Last; i++ {
		if c.hits[i] == nil && c.ops[i] == nil && !c.owed(i) {
			continue
		}
		found = true
		if c.taken[i] || c.forbidden(i) {
			continue
		}
		for _, n := range c.eval(i, 0) {
			roots = c.joinRoot(roots, c.frameClause(n, s, i))
		}
	}
	roots = c.toned(c.calling(c.judge(c.alleged(c.answer(c.admit(c.ellipses(roots, s), s))), s), s), s)
	first := len(c.d.Events)
	for _, n := range roots {
		c.emit(n, -1, s)
	}
	c.nest(first)
	c.perpetrators(first)
	switch {
	case len(c.d.Events) > first:
	case found:
		c.d.Skipped = append(c.d.Skipped, entente.Skip{Span: sent.Span, Reason: entente.SkipNoActor})
	default:
		c.d.Skipped = append(c.d.Skipped, entente.Skip{Span: sent.Span, Reason: entente.SkipNoEvent})
	}
}

// joinRoot adds a root; a deed that two verbs carry ("a bombing killed ten and
// wounded thirty") is one, with whom both name.
func (c *coder) joinRoot(roots []*node, n *node) []*node {
	if n == nil || n.kind != "" || c.isVerb(n.at) || n.sym {
		return append(roots, n)
	}
	for _, o := range roots {
		if o != nil && o.at == n.at && o.typ == n.typ && o.kind == "" && o.status == n.status {
			if len(o.t) == 0 || !c.atPlace(n.t) {
				o.t = distinct(append(o.t[:len(o.t):len(o.t)], n.t...))
			}
			if len(o.s) == 0 {
				o.s = n.s
			}
			return roots
		}
	}
	return append(roots, n)
}

// frameClause reads what the clause as a whole says of a root: a question, an
// infinitive that no operator holds, the infinitive of a headline.
func (c *coder) frameClause(n *node, s, at int) *node {
	if c.question(s) {
		doubt(n)
	}
	if n.must {
		n = c.obliged(n)
	}
	if n.kind == "stop" && c.imperative(n.at) {
		if who := c.speaker(n.at); who != nil {
			doer := c.without(n.s, who)
			n.s, n.loose = doer, false
			return c.wrapAs("demand", n.m, n, who, c.addressable(doer)) // "stop killing us," she said
		}
	}
	if n.denied {
		return c.denial(n)
	}
	n = c.announces(n, c.speaker(n.at), false)
	if c.ranked(at) {
		return n
	}
	if c.hoped(at) {
		n.supposed = true
		doubt(n)
		return n
	}
	if h := c.head(at); h >= 0 && c.infinitive(at) && c.whoIs(h) >= 0 && c.ops[h] == nil && c.judgingWords(h) != nil {
		n.supposed = true // "it would be wrong for Hungary to veto the aid"
		doubt(n)
		return n
	}
	if n.at != at && (c.ops[at] == nil || c.ops[at].r.kind != kindCarry && c.ops[at].r.kind != kindKeep) || !c.isVerb(at) || !c.bareInfinitive(at) {
		return n
	}
	if c.d.Sentences[s].Kind == entente.Headline && (c.rel(at) == entente.Root || c.verbless(s)) || c.arranged(at) {
		if p := c.wrapAs("plan", n.m, n, n.s, nil); p != nil {
			p.rules = append(p.rules, "headline.infinitive")
			return p
		}
		return n
	}
	n.loose = true
	if n.status == entente.Happened && !c.spoken(n) && !c.purposeOfDeed(at) && !c.perfect(at) {
		n.status = entente.Planned
	}
	return n
}

// arranged reports whether the infinitive tells what somebody is to do: "is to
// host talks", "is due to fly".
func (c *coder) arranged(i int) bool {
	k := c.kid(i, entente.Cop)
	if k < 0 || c.xpos(k) != "VBZ" && c.xpos(k) != "VBP" || !c.infinitive(i) {
		return false
	}
	for _, t := range c.subjects(i) {
		if t < k && c.heads[t] >= 0 {
			return true
		}
	}
	return false
}

// heralds reports whether infinitive i tells, as headlines do, what the name
// before it is to do, and with it makes the whole sentence: "Mexico to send troops".
func (c *coder) heralds(i, s int) bool {
	h := c.head(i)
	return s >= 0 && h >= 0 && h < i && c.rel(h) == entente.Root && c.heads[h] >= 0 && c.upos(h) == entente.PROPN && c.kid(h, entente.Cop) < 0 && c.verbless(s) && c.kid(i, entente.Mark) == h+1
}

// spoken reports whether the node is what somebody called or met another to
// say, which with the call or meeting is said.
func (c *coder) spoken(n *node) bool {
	h := c.head(n.at)
	if h < 0 || !c.purpose(n.at) || c.hits[h] == nil {
		return false
	}
	switch t := c.hits[h].r.class.typ; {
	case t == "CONSULT" || t == "PROTEST":
		return codebook.Verbal(n.typ) || t == n.typ
	case n.typ == "REQUEST" || n.typ == "ACCUSE" || n.typ == "PROTEST":
		return codebook.Quad(t) == 4 || t == "SUPPORT" // "blocked a road to demand"
	}
	return false
}

// verbless reports whether no verb of the sentence is finite, as in a headline
// that tells what is to come.
func (c *coder) verbless(s int) bool {
	sent := &c.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if x := c.xpos(i); c.upos(i) == entente.VERB && (x == "VBD" || x == "VBZ" || x == "VBP") {
			return false
		}
	}
	return true
}

// bareInfinitive reports whether the verb is an infinitive, by itself or
// joined to one ("to threaten and bully").
func (c *coder) bareInfinitive(i int) bool {
	if c.infinitive(i) {
		return true
	}
	h := c.head(i)
	return c.rel(i) == entente.Conj && h >= 0 && c.isVerb(h) && c.xpos(i) == "VB" && c.infinitive(h) && c.kid(i, entente.AuxRel, entente.Nsubj) < 0
}

// speaker is who says the words in which token i stands, nil when nobody is known.
func (c *coder) speaker(i int) []fill {
	s := c.speech[i]
	if s < 0 || len(c.d.Statements[s].Speaker) == 0 {
		return nil
	}
	who := c.d.Statements[s].Speaker
	return []fill{{tok: -1, ref: -1, span: who[0].Span, rule: "speaker", part: who}}
}

// denial turns what a speaker says that it does not do into a denial; what is
// only told not to be is no event.
func (c *coder) denial(n *node) *node {
	who := c.speaker(n.at)
	if who == nil {
		who = c.speakerBeside(n)
	}
	if who == nil || len(n.s) == 0 || !c.speaks(who[0], n.s) && !c.compatriots(n.s, who) {
		return n
	}
	p := c.wrapAs("deny", n.m, n, who, nil)
	p.at = n.at
	p.rules = append(p.rules, "deny.speaker")
	return p
}

// speakerBeside is the speaker of another statement of the sentence, for
// words that the statement should hold and does not.
func (c *coder) speakerBeside(n *node) []fill {
	sent := c.d.Sentences[c.d.SentenceAt(c.d.Tokens[n.at].Start)]
	for i := sent.First; i < sent.Last; i++ {
		if c.speech[i] >= 0 {
			return c.speaker(i)
		}
	}
	return nil
}

// speaks reports whether a speaker is among the fillers.
func (c *coder) speaks(who fill, fs []fill) bool {
	for _, f := range fs {
		for _, p := range c.participant(f, "") {
			for _, q := range who.part {
				if p.Actor >= 0 && p.Actor == q.Actor {
					return true
				}
			}
		}
	}
	return false
}

// obliged turns "must" in the words of a speaker into a demand.
func (c *coder) obliged(n *node) *node {
	n.must = false
	who := c.speaker(n.at)
	if who == nil || c.speaks(who[0], n.s) || c.ownState(n.s, who) || c.advises(who, n.s) || c.openQuestion(n.at) {
		return n
	}
	var m *match
	for _, o := range c.self[n.at] {
		if o.r.kind == kindMust {
			m = o
		}
	}
	if m == nil {
		return n
	}
	p := c.wrapAs("demand", m, n, who, c.addressable(n.s))
	if p == nil {
		return n
	}
	p.at = n.at
	p.rules = append(p.rules, "must.speaker")
	return p
}

// emit appends a node and what hangs below it to the document.
func (c *coder) emit(n *node, parent, s int) {
	ev := entente.Event{Type: n.typ, CAMEO: n.cameo, Mode: n.mode, Status: n.status, Parent: parent, Place: -1,
		Token: n.at, Trigger: c.d.Tokens[n.at].Span, Sentence: s, Rule: unrepeated(n.rules)}
	if ev.Mode == "" {
		if code, ok := codebook.Lookup(n.cameo); ok && code.Type == n.typ {
			ev.Mode = code.Mode
		}
	}
	ev.Source = c.list(n.s, "S")
	ev.Target = c.list(n.t, "T")
	ev.Recipient = c.list(n.r, "R")
	c.symmetry(&ev, n)
	ev.Target = others(ev.Target, ev.Source)
	ev.Contexts = c.contextsOf(n, s)
	c.place(&ev, n)
	c.notes = append(c.notes, c.date(&ev, n))
	c.via(&ev)
	ev.Amounts = c.amounts(&ev)
	ev.Confidence = c.confidence(&ev, n)
	at := len(c.d.Events)
	c.d.Events = append(c.d.Events, ev)
	t := told{n: n, root: parent < 0, sure: 1, back: -1}
	if t.root {
		t.held, t.back = n.held, n.back
	}
	c.told = append(c.told, t)
	for _, k := range n.kids {
		c.endow(n, k)
		if len(k.s)+len(k.t) > 0 {
			c.emit(k, at, s)
		}
	}
}

// symmetry puts all parties of a mutual event into its source.
func (c *coder) symmetry(ev *entente.Event, n *node) {
	switch {
	case n.sym:
	case n.typ == "AGREE" && len(ev.Target) == 0 && len(ev.Source) > 1 && n.base != nil && n.base.sym:
	case n.typ == "AGREE" && n.kind == "agree" && len(ev.Target) == 0 && len(ev.Source) > 1:
	default:
		return
	}
	ev.Source = append(ev.Source, ev.Target...)
	ev.Target = nil
	ev.Symmetric = len(ev.Source) > 1
}

func (c *coder) list(fs []fill, slot string) []entente.Participant {
	var out []entente.Participant
	for _, f := range fs {
		for _, p := range c.participant(f, slot) {
			if !repeats(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

func repeats(ps []entente.Participant, p entente.Participant) bool {
	for _, q := range ps {
		if p.Actor >= 0 && p.Actor == q.Actor || p.Actor < 0 && p.Span == q.Span {
			return true
		}
	}
	return false
}

// nest makes an event that is told inside the words of a verbal event its
// child: "condemned the attack", "discussed the talks".
func (c *coder) nest(first int) {
	at := map[int]int{}
	for e := first; e < len(c.d.Events); e++ {
		ev := &c.d.Events[e]
		if _, ok := at[ev.Token]; !ok {
			at[ev.Token] = e
		}
	}
	for e := first; e < len(c.d.Events); e++ {
		ev := &c.d.Events[e]
		if ev.Parent >= 0 {
			continue
		}
		for t, n := ev.Token, 0; t >= 0 && n < 12; n++ {
			h := c.head(t)
			if h < 0 {
				break
			}
			if p, ok := at[h]; ok && p != e && c.d.Events[p].Token != ev.Token && c.tells(&c.d.Events[p], t) && !c.above(e, p) {
				ev.Parent = p
				break
			}
			t = h
		}
	}
}

// purpose reports whether the verb is the infinitive that says for what
// somebody called, met or travelled: a deed of its own.
func (c *coder) purpose(t int) bool {
	return c.infinitive(t) && (c.rel(t) == entente.Advcl || c.rel(t) == entente.Xcomp)
}

// tells reports whether dependent t is part of what event p is about: what the
// words of a verbal event hold, or the reason given for a deed.
func (c *coder) tells(p *entente.Event, t int) bool {
	if p.Type == "CONSULT" && c.purpose(t) {
		return false
	}
	switch c.rel(t) {
	case entente.Obj, entente.Ccomp, entente.Xcomp, entente.NsubjPass, entente.Acl:
		return codebook.Verbal(p.Type)
	case entente.Obl, entente.Nmod, entente.Advcl:
		return (codebook.Verbal(p.Type) || c.markedIn(t, "reason")) && !c.markedIn(t, "occasion")
	}
	return false
}

// above reports whether event e is an ancestor of p.
func (c *coder) above(e, p int) bool {
	for n := 0; p >= 0 && n < 32; n++ {
		if p == e {
			return true
		}
		p = c.d.Events[p].Parent
	}
	return false
}

// unrepeated drops a rule that follows itself.
func unrepeated(rules []string) []string {
	var out []string
	for i, r := range rules {
		if i == 0 || r != rules[i-1] {
			out = append(out, r)
		}
	}
	return out
}

func sortedUnique(list []string) []string {
	sort.Strings(list)
	out := list[:0]
	for i, s := range list {
		if i == 0 || s != list[i-1] {
			out = append(out, s)
		}
	}
	return out
}

// others are the targets that are not among the sources: nobody is named as
// both by one event unless the text says so of two different agents.
func others(targets, sources []entente.Participant) []entente.Participant {
	var out []entente.Participant
	for _, t := range targets {
		if !share([]entente.Participant{t}, sources) && !sameBody(t, sources) {
			out = append(out, t)
		}
	}
	return out
}

// sameBody reports whether one of the sources is of the same organisation:
// "leaders of the EU" and "the EU".
func sameBody(p entente.Participant, sources []entente.Participant) bool {
	for _, q := range sources {
		if p.Country == "" && p.Code != "" && p.Code == q.Code {
			return true
		}
	}
	return false
}
