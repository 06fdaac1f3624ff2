package event

import "entente"

// something else, the subject of that: "said in a meeting with the envoy".
func (c *coder) present(n *node) {
	if h := c.head(n.at); n.sym && n.typ == "CONSULT" && len(n.s)+len(n.t) == 0 && h >= 0 && h < n.at && c.rel(n.at) == entente.Nmod && c.adposition(n.at) == "" && c.person(h) {
		n.s = ruled(knownOnly(c.resolve(h, 0)), "occasion") // "ministers meeting in Cairo"
		return
	}
	if h := c.head(n.at); n.sym && n.typ == "CONSULT" && !c.isVerb(n.at) && h >= 0 && len(n.s) == 0 && c.rel(n.at) == entente.Conj && c.isVerb(h) && c.xpos(h) == "VBG" {
		for _, t := range c.subjects(h) { // "after touring the port and meeting with officials"
			n.s = append(n.s, c.without(c.resolve(t, 0), n.t)...)
		}
		n.s = ruled(knownOnly(distinct(n.s)), "occasion")
		return
	}
	if h := c.head(n.at); n.sym && n.typ == "CONSULT" && !c.isVerb(n.at) && h >= 0 && len(n.s) == 0 && c.rel(n.at) == entente.Advcl && c.isVerb(h) {
		for _, t := range c.surface(h) { // "after meeting with officials, he left"
			n.s = append(n.s, c.without(c.resolve(t, 0), n.t)...)
		}
		n.s = ruled(knownOnly(distinct(n.s)), "occasion")
		return
	}
	if !n.sym || n.typ != "CONSULT" || c.isVerb(n.at) || len(n.s) > 0 && !c.behindPartner(n) || len(knownOnly(n.s))+len(knownOnly(n.t)) == 0 || c.rel(n.at) != entente.Obl && c.rel(n.at) != entente.Obj {
		return
	}
	if g := c.head(n.at); g >= 0 && c.isVerb(g) && (c.markedIn(n.at, "occasion") || c.markedIn(n.at, "within") || c.markedIn(n.at, "aim") && c.ops[g] == nil) {
		with := append(n.s[:len(n.s):len(n.s)], n.t...)
		n.s, n.t = nil, with
		for _, t := range c.surface(g) {
			for _, e := range c.expand(t) {
				n.s = append(n.s, c.without(c.resolve(e, 0), with)...)
			}
		}
		n.s = ruled(knownOnly(distinct(n.s)), "occasion")
	}
}

// behindPartner reports whether all sources of a meeting stand in its "with"
// phrase: "talks with the governments of A and B".
func (c *coder) behindPartner(n *node) bool {
	with := c.prepsIn(n.at, "partner")
	if len(with) == 0 || c.markedIn(with[0], "between") {
		return false
	}
	first, last := c.d.Yield(with[0])
	for _, f := range n.s {
		if f.tok < first || f.tok >= last {
			return false
		}
	}
	return true
}

// performed reports whether a content is done by saying that one wants to do
// it: thanks, condolences, an apology.
func (c *coder) performed(n *node) bool {
	switch n.cameo {
	case "018", "051", "055":
		return n.typ == "SUPPORT" && n.kind == "" && c.isVerb(n.at)
	}
	return false
}

// declared reports whether a noun names what is done by announcing or offering it:
// "announced his endorsement of", "offered an apology".
func (c *coder) declared(m *match, n *node) bool {
	if n.typ != "SUPPORT" || n.kind != "" || c.isVerb(n.at) {
		return false
	}
	switch n.cameo {
	case "051":
		return m.r.kind == "announce"
	case "018", "055":
		return m.r.kind == "announce" || m.r.kind == "agree" && c.isVerb(m.at) && c.kid(m.at, entente.Obj) == n.at
	}
	return false
}

// a letter to the director demanding answers").
func (c *coder) lettered(at int) []fill {
	for _, o := range c.kids(at) { // "in a letter to the director she demanded"
		if c.rel(o) != entente.Obl || !c.lx.sets["message"][c.lem[o]] || !c.markedIn(o, "within") || !c.isVerb(at) {
			continue
		}
		for _, t := range c.prepsIn(o, "recipient") {
			if to := knownOnly(c.resolve(t, 0)); len(to) > 0 {
				return ruled(to, "addressee")
			}
		}
	}
	g := c.head(at)
	if c.rel(at) == entente.Acl && g >= 0 && !c.isVerb(g) {
		g = c.head(g)
	}
	if g < 0 || !c.isVerb(g) || !c.isVerb(at) || c.xpos(at) != "VBG" {
		return nil
	}
	for _, o := range c.objects(g) {
		if !c.lx.sets["message"][c.lem[o]] {
			continue
		}
		to := false
		for k := o + 1; k < at; k++ {
			if to && c.outer[k] >= 0 {
				h := c.mentionOf(c.outer[k]).Head
				return ruled(knownOnly(c.resolve(max(h, k), 0)), "addressee")
			}
			to = to || c.upos(k) == entente.ADP && c.lx.isGrammar("recipient", c.lem[k])
		}
	}
	return nil
}

// errand is the verb that tells how somebody turns to another for what infinitive
// i says: "rang the minister to convey her sympathy", "wrote to the council to
// complain"; -1 for none.
func (c *coder) errand(i int) int {
	if !c.infinitive(i) || !c.isVerb(i) || c.ops[i] != nil && c.ops[i].r.kind == kindCarry && c.rel(i) == entente.Conj {
		return -1
	}
	h := c.head(i)
	switch c.rel(i) {
	case entente.Xcomp, entente.Advcl:
	case entente.Acl:
		if h < 0 || c.isVerb(h) || c.rel(h) != entente.Obj && c.rel(h) != entente.Obl || c.hits[h] != nil || c.ops[h] != nil {
			return -1
		}
		h = c.head(h)
	default:
		return -1
	}
	if h < 0 || h > i || !c.isVerb(h) || c.passive(h) {
		return -1
	}
	if m := c.hits[h]; m != nil && m.r.class.typ == "CONSULT" || c.lx.isGrammar("writing", c.lem[h]) {
		return h
	}
	return -1
}

// errandTo is to whom somebody turns for what infinitive i says.
func (c *coder) errandTo(i int) []fill {
	v := c.errand(i)
	if v < 0 {
		return nil
	}
	to := c.objects(v)
	for _, w := range []string{"recipient", "partner"} {
		if len(to) == 0 {
			to = c.prepsIn(v, w)
		}
	}
	var out []fill
	for _, t := range to {
		for _, e := range c.expand(t) {
			out = append(out, c.resolve(e, 0)...)
		}
	}
	return ruled(knownOnly(distinct(out)), "addressee")
}

// interview reports whether one of those who talk is an outlet.
func (c *coder) interview(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Actor >= 0 && p.Sector == "JRN" && c.d.Actors[p.Actor].Kind == entente.OrgActor || p.Name != "" && p.Name == c.d.Article.Publisher {
			return true
		}
	}
	return false
}

// meets or mends relations alone.
func (c *coder) partnerless(e *entente.Event) bool {
	if e.Type == "CONSULT" && e.CAMEO != "042" && c.interview(append(e.Source[:len(e.Source):len(e.Source)], e.Target...)) {
		return true
	}
	if len(e.Target) > 0 {
		return false
	}
	switch {
	case e.Type == "AID", e.Type == "SUPPORT" && !e.Symmetric && len(e.Source) < 2 && e.CAMEO != "050" && (e.CAMEO != "057" || len(c.d.Sentences) >= longArticle && onlyCountry(e.Source) != ""):
		return true
	case e.Type == "COOPERATE" && len(e.Source) < 2 && (len(e.Source) == 0 || e.Source[0].Country != ""):
		return true
	}
	if e.Type != "CONSULT" && e.CAMEO != "050" {
		return false
	}
	if e.Type == "CONSULT" && e.Mode == "visit" {
		return true
	}
	if e.CAMEO == "042" || e.CAMEO == "043" || e.CAMEO == "045" || len(e.Source) != 1 || e.Source[0].Actor < 0 {
		return false
	}
	a := &c.d.Actors[e.Source[0].Actor]
	return a.Kind == entente.PersonActor || a.Kind == entente.StateActor || a.Kind == entente.OrgActor && a.Country != ""
}

// bench reports whether those who act are courts or judges.
func bench(fs []fill) bool {
	for _, f := range fs {
		for _, p := range f.part {
			if p.Sector != "JUD" {
				return false
			}
		}
	}
	return len(knownOnly(fs)) > 0
}
