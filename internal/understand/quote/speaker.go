package quote

import (
	"strings"

	"entente"
)

// maxHops bounds how far a subject is looked for up the tree.
const maxHops = 8

// subject is the token that heads the subject of verb t: its own, that of the
// verb it is joined to or controlled by, or the noun that it modifies.
func (s *scan) subject(t int) int {
	for hops := 0; t >= 0 && hops < maxHops; hops++ {
		tok := &s.d.Tokens[t]
		if k := s.ownSubject(t); k >= 0 {
			if k < t && s.cannotSpeak(k) {
				if n := s.nounBefore(t, s.sentenceOf(t)); n >= 0 && !s.cannotSpeak(n) {
					return n
				}
			}
			return s.antecedent(t, k)
		}
		if tok.Rel == entente.Parataxis && s.finite(t) && t > 0 && s.form(t-1) == "," {
			if n := s.nounBefore(t, s.sentenceOf(t)); n >= 0 {
				return n
			}
		}
		switch tok.Rel {
		case entente.Acl, entente.AclRelcl:
			if g := s.behindComma(t); g >= 0 {
				t = g
				break
			}
			return s.carrier(tok.Head)
		case entente.Xcomp:
			if tok.Head >= 0 {
				if o := s.d.Kid(tok.Head, entente.Obj); o >= 0 && o < t {
					return o
				}
			}
			t = tok.Head
		case entente.Conj, entente.Advcl, entente.AdvclRelcl, entente.Parataxis, entente.Dep, entente.Ccomp, entente.Obl:
			t = tok.Head
		default:
			if s.finite(t) {
				return s.nounBefore(t, s.sentenceOf(t))
			}
			return -1
		}
		if t >= 0 && s.d.Tokens[t].UPOS != entente.VERB && s.d.Tokens[t].UPOS != entente.AUX && s.d.Kid(t, entente.Cop, entente.Nsubj) < 0 {
			return -1
		}
	}
	return -1
}

// behindComma is the verb whose subject says what participle t reports where a
// comma parts it from the object that the tree hung it on: "she met reporters,
// calling for"; -1 for none.
func (s *scan) behindComma(t int) int {
	tok := &s.d.Tokens[t]
	if !tok.Morph.Has(entente.Gerund) || tok.Rel != entente.Acl || tok.Head < 0 || s.ownSubject(t) >= 0 {
		return -1
	}
	i := t - 1
	for i > tok.Head && s.d.Tokens[i].UPOS == entente.ADV {
		i--
	}
	if i <= tok.Head || s.form(i) != "," {
		return -1
	}
	for h, hops := tok.Head, 0; hops < maxHops; hops++ {
		switch s.d.Tokens[h].Rel {
		case entente.Obj, entente.Obl, entente.Nmod, entente.Conj, entente.Appos:
		default:
			return -1
		}
		if h = s.d.Tokens[h].Head; h < 0 {
			return -1
		}
		if s.d.Tokens[h].UPOS == entente.VERB {
			return h
		}
	}
	return -1
}

// ownSubject is the subject that the tree gives to verb t itself: of several
// the one nearest before it, else one behind it that is no time; -1 for none.
func (s *scan) ownSubject(t int) int {
	best := -1
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].UPOS {
		case entente.INTJ, entente.PUNCT, entente.SYM:
			continue
		}
		switch s.d.Tokens[k].Rel {
		case entente.Nsubj, entente.NsubjPass, entente.NsubjOuter:
			if k < t || best < 0 && !s.timeAt(k) {
				best = k
			}
		}
	}
	return best
}

func (s *scan) sentenceOf(t int) *entente.Sentence {
	return &s.d.Sentences[max(0, s.d.SentenceAt(s.d.Tokens[t].Start))]
}

// antecedent gives the noun that a relative pronoun stands for.
func (s *scan) antecedent(t, k int) int {
	if !s.x.rel[s.form(k)] {
		return k
	}
	if h := s.d.Tokens[t].Head; h >= 0 && h < k && s.d.Tokens[h].UPOS.Nominal() && !s.timeAt(h) {
		return s.carrier(h)
	}
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if s.d.Tokens[i].UPOS.Nominal() {
			return s.carrier(i)
		}
	}
	return k
}

// carrier passes from a document to whose it is: "a statement saying" speaks
// for the one who issued it.
func (s *scan) carrier(n int) int {
	if n < 0 || s.carriers > 1 || !s.x.documents[strings.ToLower(s.d.Tokens[n].Lemma)] {
		return n
	}
	s.carriers++ // whose a document is may itself be asked through a document
	defer func() { s.carriers-- }()
	if p := s.possessor(n); p >= 0 && p != n {
		return p
	}
	return n
}

// issuer passes from a document that speaks to the one whose it is by its
// possessor: "their joint statement condemned".
func (s *scan) issuer(n int) int {
	if n < 0 || !s.x.documents[strings.ToLower(s.d.Tokens[n].Lemma)] {
		return n
	}
	if p := s.d.Kid(n, entente.NmodPoss); p >= 0 {
		if _, ok := s.who.at(p); ok || s.d.Tokens[p].UPOS != entente.PRON {
			return p
		}
	}
	for _, k := range s.d.Kids(n) {
		switch s.d.Tokens[k].Rel {
		case entente.Nmod, entente.Obl, entente.Acl:
			if k > n && s.x.agentWords[s.caseOf(k)] {
				return k // "estimates by the organizers"
			}
		case entente.Compound, entente.Amod:
			if ref, ok := s.who.heads[k]; ok && k < n && s.d.Tokens[k].UPOS == entente.PROPN && s.d.Actors[ref[0]].Kind == entente.OrgActor {
				return k // "a NATO report"
			}
		}
	}
	return n
}

// nounPhrase is the noun phrase of head without relative clauses, appositions
// and what follows a comma.
func (s *scan) nounPhrase(head int) (first, last int) {
	first, last = head, head+1
	for _, k := range s.d.Kids(head) {
		f, l := s.d.Yield(k)
		switch s.d.Tokens[k].Rel {
		case entente.DetRel, entente.DetPredet, entente.Amod, entente.Compound, entente.NmodPoss, entente.Nummod, entente.NmodNpmod, entente.Advmod:
			if k < head {
				first = min(first, f)
			}
		case entente.Flat, entente.Fixed, entente.CompoundPrt:
			last = max(last, l)
		}
	}
	for last < len(s.d.Tokens) && s.goesOnName(last) {
		last++
	}
	for _, k := range s.d.Kids(head) {
		if f, l := s.d.Yield(k); s.d.Tokens[k].Rel == entente.Nmod && f == last && s.x.np[s.caseOf(k)] {
			last = max(last, s.before(head, l))
		}
	}
	return first, last
}

// goesOnName reports whether token i goes on with a name that the tree broke
// up: "Co-author Jing-Shan Zhao".
func (s *scan) goesOnName(i int) bool {
	return s.d.Tokens[i].UPOS == entente.PROPN && s.d.Tokens[i-1].UPOS.Nominal() && !s.timeAt(i) && s.in[i] == s.in[i-1] &&
		s.d.Tokens[i].Start <= s.d.Tokens[i-1].End+1
}

// before is the last token before a comma in [first, last).
func (s *scan) before(first, last int) int {
	for i := first; i < last; i++ {
		if s.form(i) == "," {
			return i
		}
	}
	return last
}

func (s *scan) nounPhraseSpan(head int) entente.Span {
	f, l := s.nounPhrase(head)
	return entente.Span{Start: s.d.Tokens[f].Start, End: s.d.Tokens[l-1].End}
}

// actors says which actor a token means: the head of a mention, or a token
// inside one.
type actors struct {
	heads  map[int][2]int // token -> actor, mention
	inside map[int][2]int
	twins  map[int][][2]int // further actors of the same words: "they", "the two leaders"
}

func indexActors(d *entente.Document) actors {
	a := actors{map[int][2]int{}, map[int][2]int{}, map[int][][2]int{}}
	for i := range d.Actors {
		for j, m := range d.Actors[i].Mentions {
			if old, ok := a.heads[m.Head]; !ok {
				a.heads[m.Head] = [2]int{i, j}
			} else if d.Actors[old[0]].Mentions[old[1]].Span == m.Span {
				a.twins[m.Head] = append(a.twins[m.Head], [2]int{i, j})
			}
			for t := d.TokenAt(m.Start); t < len(d.Tokens) && d.Tokens[t].Start < m.End; t++ {
				if _, ok := a.inside[t]; !ok {
					a.inside[t] = [2]int{i, j}
				}
			}
		}
	}
	return a
}

func (a actors) at(t int) ([2]int, bool) {
	if r, ok := a.heads[t]; ok {
		return r, true
	}
	r, ok := a.inside[t]
	return r, ok
}

// participants turns the noun at head, and the nouns joined to it, into
// participants with their actors.
// Nouns inside the content [first, last) are not joined to it.
func (s *scan) participants(head int, rule string, first, last int) []entente.Participant {
	if head < 0 {
		return nil
	}
	out := []entente.Participant{s.participant(head, rule)}
	for _, twin := range s.who.twins[head] {
		out = append(out, s.mentioned(twin, rule))
	}
	for _, k := range s.d.Kids(head) {
		if s.d.Tokens[k].Rel == entente.Conj && s.d.Tokens[k].UPOS.Nominal() && len(out) < 10 && (k < first || k >= last || head >= first && head < last) {
			if p := s.participant(k, rule); p.Actor < 0 || p.Actor != out[0].Actor {
				out = append(out, p)
			}
		}
	}
	return out
}

func (s *scan) participant(head int, rule string) entente.Participant {
	p := entente.Participant{Actor: -1, Span: s.nounPhraseSpan(head), Rule: rule}
	p.Name = s.d.TextOf(p.Span)
	ref, ok := s.who.heads[head]
	if !ok {
		if r, in := s.who.inside[head]; in && s.sameNoun(head, r) {
			ref, ok = r, true
		}
	}
	if !ok {
		p.Country = s.countryOf(head)
		return p
	}
	return s.mentioned(ref, rule)
}

// mentioned is the participant that a mention of an actor stands for.
func (s *scan) mentioned(ref [2]int, rule string) entente.Participant {
	a := &s.d.Actors[ref[0]]
	m := a.Mentions[ref[1]]
	return entente.Participant{Actor: ref[0], Name: a.Name, Code: a.Code, Country: a.Country, Sector: a.Sector, Role: a.Role,
		Span: m.Span, Rule: m.Rule + " " + rule}
}

// countryOf is the state of somebody unknown by the words that go with him:
// "his associates", "hospital officials in Omsk", "Saudi officials".
func (s *scan) countryOf(head int) string {
	for _, k := range s.d.Kids(head) {
		switch s.d.Tokens[k].Rel {
		case entente.NmodPoss, entente.Amod, entente.Compound, entente.Nmod:
			if ref, ok := s.who.heads[k]; ok {
				return s.d.Actors[ref[0]].Country
			}
		}
	}
	return ""
}

// sameNoun reports whether a mention that covers head names the same thing: a
// part of its own name, not a possessor or modifier of it.
func (s *scan) sameNoun(head int, ref [2]int) bool {
	m := s.d.Actors[ref[0]].Mentions[ref[1]]
	return m.Head < 0 || s.d.Tokens[head].UPOS == entente.PROPN || m.Head == s.d.Tokens[head].Head
}
