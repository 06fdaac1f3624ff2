package quote

import (
	"strings"

	"entente"
)

// sameSpeaker gives "he said" to the speaker of the statement before: always
// inside one sentence, else when the actors' room left the pronoun open.
func (s *scan) sameSpeaker(st *entente.Statement, head int, before *entente.Statement) {
	if head < 0 || len(st.Speaker) != 1 || !s.x.person[s.form(head)] || len(before.Speaker) != 1 || st.Sentence > before.Sentence+2 {
		return
	}
	p := before.Speaker[0]
	if st.Speaker[0].Actor >= 0 && (st.Sentence != before.Sentence || p.Actor < 0) || !s.maybePerson(&p) {
		return
	}
	p.Span, p.Rule = st.Speaker[0].Span, "quote.samespeaker "+st.Rule
	st.Speaker[0] = p
}

// maybePerson: a known person, or a name of which nothing else is known.
func (s *scan) maybePerson(p *entente.Participant) bool {
	if p.Actor < 0 {
		return properName(p.Name)
	}
	a := &s.d.Actors[p.Actor]
	return a.Kind == entente.PersonActor || a.Kind == entente.OrgActor && a.Code == "" && properName(a.Name)
}

// properName reports whether the last word of a name has a capital.
func properName(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return last != "" && last[0] >= 'A' && last[0] <= 'Z' && len(last) > 3
}

// recentStatements and recentSentences bound how far back the speaker of a
// statement is looked for.
const (
	recentStatements = 6
	recentSentences  = 4
)

// sameBody gives "it said", "the ministry added", "the statement read", which
// the actors' room left open, to the body that spoke last: to one whose name
// holds the noun where a noun speaks.
func (s *scan) sameBody(st *entente.Statement, head int) {
	if head < 0 || len(st.Speaker) != 1 || st.Speaker[0].Actor >= 0 {
		return
	}
	form, lemma := s.form(head), strings.ToLower(s.d.Tokens[head].Lemma)
	document := s.x.documents[lemma]
	pronoun := s.x.bodies[form]
	if !pronoun && (!s.known(head) || s.x.anonNoun[lemma]) {
		return
	}
	all := s.d.Statements
	for i := len(all) - 1; i >= 0 && i >= len(all)-recentStatements && all[i].Sentence >= st.Sentence-recentSentences; i-- {
		for _, p := range all[i].Speaker {
			if p.Actor < 0 || p.Sector == "JRN" && s.d.Actors[p.Actor].Kind == entente.OrgActor && !pronoun {
				continue
			}
			a := &s.d.Actors[p.Actor]
			if a.Kind == entente.PersonActor || !pronoun && !document && !named(s.d, a, lemma) {
				if pronoun || document {
					return // a person spoke since
				}
				continue
			}
			p.Span, p.Rule = st.Speaker[0].Span, "quote.samebody "+st.Rule
			st.Speaker[0] = p
			return
		}
	}
}

// known reports whether the noun at t has a definite article and nothing else
// that would tell which it is.
func (s *scan) known(t int) bool {
	definite := false
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.DetRel:
			definite = s.x.definite[s.form(k)]
		case entente.NmodPoss, entente.Nmod, entente.Compound:
			return false
		}
	}
	return definite
}

// named reports whether a mention of the actor holds the noun.
func named(d *entente.Document, a *entente.Actor, noun string) bool {
	for i, m := range a.Mentions {
		if i > 20 {
			break
		}
		for _, w := range strings.Fields(strings.ToLower(d.TextOf(m.Span))) {
			if w == noun {
				return true
			}
		}
	}
	return false
}
