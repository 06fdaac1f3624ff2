package quote

import (
	"strings"

	"entente"
)

// verb reads token t as a cue with the content that its frame gives.
func (s *scan) verb(t int, sen *entente.Sentence) (found, bool) {
	w := s.wordAt(s.x.verbs, t)
	if w == nil {
		return found{}, false
	}
	subj := s.subjectOrNear(t, w, sen)
	if subj >= 0 && s.x.author[s.form(subj)] {
		return found{}, false // the voice of the article's own author
	}
	negated := s.negated(t) || subj >= 0 && s.negated(subj)
	for _, r := range w.rules {
		if negated && r.kind == speech && !r.reply {
			continue
		}
		f, ok := s.slot(t, r, subj, sen)
		if !ok {
			continue
		}
		f.cueSpan = s.cueSpan(t, w)
		if f.speaker < 0 && !s.mayBeNameless(t, r) {
			return found{}, false
		}
		return f, true
	}
	if w.rules[0].kind == speech && !negated && subj >= 0 {
		return s.snippet(t, w, subj, sen)
	}
	return found{}, false
}

// snippet takes the words up to the end of a quotation that starts soon behind
// a cue, when the frame of the cue finds nothing: cited the "constant
// violations" of ...
func (s *scan) snippet(t int, w *word, subj int, sen *entente.Sentence) (found, bool) {
	for i := t + 1; i < sen.Last && i < t+9; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB && s.in[i] < 0 {
			break
		}
		k := s.in[i]
		if k < 0 || s.regions[k].words < 3 {
			continue
		}
		f := found{rule: w.rules[0], cue: t, cueSpan: s.cueSpan(t, w), speaker: subj, addressee: -1, outer: -1}
		f.id, f.slot = "snippet", "all"
		f.first, f.last = s.tidy(t+1, s.regions[k].last)
		return f, f.first < f.last
	}
	return found{}, false
}

// wordAt finds the entry for the lemma of t whose particle stands there too.
func (s *scan) wordAt(m map[string][]word, t int) *word {
	lemma := strings.ToLower(s.d.Tokens[t].Lemma)
	if l, ok := s.x.forms[s.form(t)]; ok {
		lemma = l
	}
	list := m[lemma]
	var plain *word
	for i := range list {
		if list[i].particle == "" {
			plain = &list[i]
		} else if s.hasParticle(t, list[i].particle) {
			return &list[i]
		}
	}
	return plain
}

// hasParticle looks for a particle among the three tokens behind t.
func (s *scan) hasParticle(t int, p string) bool {
	for i := t + 1; i <= t+3 && i < len(s.d.Tokens); i++ {
		if s.form(i) == p {
			return true
		}
	}
	return false
}

func (s *scan) cueSpan(t int, w *word) entente.Span {
	span := s.d.Tokens[t].Span
	if w.particle != "" {
		for i := t + 1; i <= t+3 && i < len(s.d.Tokens); i++ {
			if s.form(i) == w.particle {
				return span.Cover(s.d.Tokens[i].Span)
			}
		}
	}
	return span
}

// mayBeNameless: "it was announced that" reports without naming a speaker.
func (s *scan) mayBeNameless(t int, r rule) bool {
	return r.kind == speech && s.passive(t) && (r.slot == "that" || r.slot == "quote")
}

// negated: what somebody did not say is no statement.
func (s *scan) negated(t int) bool {
	for _, k := range s.d.Kids(t) {
		if (s.d.Tokens[k].Rel == entente.Advmod || s.d.Tokens[k].Rel == entente.DetRel) && (s.d.Tokens[k].Morph.Has(entente.Negative) || s.x.not[s.form(k)]) && k < t {
			return true
		}
	}
	return false
}

func (s *scan) passive(t int) bool {
	if s.d.Tokens[t].Rel == entente.Acl && s.d.Tokens[t].XPOS == "VBN" && s.d.Kid(t, entente.Obj) < t {
		sen := s.sentenceOf(t)
		return s.hasFinite(sen.First, sen.Last) // else it is the verb of the sentence itself
	}
	return s.d.Kid(t, entente.AuxPass) >= 0 || s.d.Kid(t, entente.AuxRel) < 0 && s.d.Kid(t, entente.NsubjPass, entente.CsubjPass) >= 0
}

// slot finds the content of one slot of the cue t and who speaks.
func (s *scan) slot(t int, r rule, subj int, sen *entente.Sentence) (found, bool) {
	f := found{rule: r, cue: t, speaker: subj, addressee: -1, outer: -1}
	var ok bool
	switch r.slot {
	case "quote":
		f.first, f.last, ok = s.beside(t, subj, sen)
		if k := s.complement(t, subj); ok && k > t && f.first > k && s.form(f.first-1) == ":" && s.in[k] < 0 {
			return f, false // a clause first, then quoted words behind a colon
		}
	case "that":
		f.first, f.last, ok = s.clause(t, r, subj, sen)
	case "inf", "ing":
		f.first, f.last, ok = s.infinitive(t, r.slot)
	case "toobj":
		f.first, f.last, ok = s.objectAndInfinitive(t)
	case "obj":
		f.first, f.last, ok = s.object(t, false)
	case "all":
		f.first, f.last, ok = s.object(t, true)
	default:
		f.first, f.last, ok = s.prepositional(t, r.slot)
	}
	if !ok {
		return f, false
	}
	if s.passive(t) {
		f.speaker = s.agent(t)
		if r.addr && r.slot != "quote" {
			f.addressee = s.d.Kid(t, entente.NsubjPass)
		}
	} else if r.addr {
		f.addressee = s.d.Kid(t, entente.Obj, entente.Iobj)
	}
	if f.addressee < 0 && (r.slot == "quote" || r.slot == "that") {
		f.addressee = s.toWhom(t)
	}
	if f.addressee == f.speaker {
		f.addressee = -1
	}
	if r.slot == "that" || r.slot == "all" {
		f.last = s.beforeColon(f.first, f.last)
	}
	f.speaker = s.issuer(f.speaker)
	f.first, f.last = s.tidy(s.pastDateline(f.first, f.last, sen), f.last)
	if f.speaker >= f.first && f.speaker < f.last && !(t > f.first && t < f.last) {
		return f, false
	}
	return f, f.first < f.last
}

// beforeColon cuts a content at a colon that leads to a quotation.
func (s *scan) beforeColon(first, last int) int {
	for i := first + 1; i < last; i++ {
		if k := s.in[i]; k >= 0 && s.regions[k].first == i && s.form(i-1) == ":" {
			return i - 1
		}
	}
	return last
}

// agent is the noun of the by-phrase of a passive, -1 when there is none.
func (s *scan) agent(t int) int {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.OblAgent {
			return k
		}
		if s.d.Tokens[k].Rel == entente.Obl && s.x.agentWords[s.caseOf(k)] {
			return k
		}
	}
	return -1
}

// toWhom is the noun behind "to": said to reporters.
func (s *scan) toWhom(t int) int {
	for _, k := range s.d.Kids(t) {
		if s.d.Tokens[k].Rel == entente.Obl && s.x.addresseeWords[s.caseOf(k)] && s.d.Tokens[k].UPOS.Nominal() {
			return k
		}
	}
	return -1
}

// noun reads token t as a noun that names something said.
func (s *scan) noun(t int, sen *entente.Sentence) (found, bool) {
	w := s.wordAt(s.x.nouns, t)
	if w == nil {
		return found{}, false
	}
	speaker := s.possessor(t)
	if speaker < 0 {
		return found{}, false
	}
	for _, r := range w.rules {
		f := found{rule: r, cue: t, cueSpan: s.d.Tokens[t].Span, speaker: speaker, addressee: -1, outer: -1}
		var ok bool
		switch r.slot {
		case "that":
			f.first, f.last, ok = s.nounClause(t, entente.Finite)
		case "inf":
			f.first, f.last, ok = s.nounClause(t, entente.Infinitive)
		default:
			f.first, f.last, ok = s.prepositional(t, r.slot)
		}
		if f.first, f.last = s.tidy(f.first, f.last); ok && f.first < f.last && (speaker < f.first || speaker >= f.last) {
			return f, true
		}
	}
	return found{}, false
}

// possessor finds whose words a noun names: its possessor, the noun behind
// "by", "of" or "from", or the subject of the verb that it is the object of.
func (s *scan) possessor(t int) int {
	for _, k := range s.d.Kids(t) {
		switch s.d.Tokens[k].Rel {
		case entente.NmodPoss:
			return k
		case entente.Nmod, entente.Obl:
			if c := s.caseOf(k); s.x.by[c] {
				return k
			}
		}
	}
	tok := &s.d.Tokens[t]
	if tok.Head >= 0 && (tok.Rel == entente.Obj || tok.Rel == entente.Obl) {
		return s.subject(tok.Head)
	}
	return -1
}
