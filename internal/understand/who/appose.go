package who

import "entente"

// appose links "Kim Jong-un, the leader of North Korea" within a sentence and
// lets a name learn from the words beside it.
func (s *scan) appose(first, end int) {
	for t := first; t < end; t++ {
		i, ok := s.starts[t]
		if !ok {
			continue
		}
		a := &s.mentions[i]
		if a.inner {
			continue // "the director of the hospital, Ali Mughli"
		}
		if j, ok := s.isOffice(a); ok {
			s.pair(i, j)
			continue
		}
		k := s.past(a, end)
		if j, ok := s.namedSo(a, k, end); ok {
			s.pair(i, j)
			continue
		}
		if j, ok := s.starts[k]; ok && k < end && s.adjacent(a, &s.mentions[j]) {
			s.pair(i, j)
			continue
		}
		if k >= end || s.d.Form(k) != "," {
			continue
		}
		if j, ok := s.officeIn(a, k+1, end); ok {
			s.pair(i, j)
			continue
		}
		j, ok := s.apposition(k+1, end)
		if !ok && j >= 0 && a.many && a.sense == described {
			s.lend(a, &s.mentions[j])
		}
		if !ok && !s.opens(i, j) {
			continue
		}
		s.pair(i, j)
	}
}

// officeSpan is how far behind a name its relative clause may name an office.
const officeSpan = 14

// officeIn is the office that a clause behind a person's name says that they hold:
// "Peter Mathuki, who was sworn in as secretary-general of the East African
// Community, ...".
func (s *scan) officeIn(a *mention, k, end int) (int, bool) {
	if a.sense != stranger && a.sense != person && a.sense != named || a.sense == named && s.coreLen(a) < 2 {
		return 0, false
	}
	of := func(v int) bool {
		t := &s.d.Tokens[v]
		return (t.Rel == entente.AclRelcl || t.Rel == entente.Acl) && t.Head >= a.first && t.Head <= a.last
	}
	for t := k; t < min(end, k+officeSpan); t++ {
		j, ok := s.starts[t]
		if !ok {
			continue
		}
		b := &s.mentions[j]
		h := b.head
		if s.body(b) {
			if v := s.d.Tokens[h].Head; v >= k && of(v) && s.lx.is("leads", s.d.Tokens[v].Lemma) {
				a.country, a.code, a.sector = first(a.country, b.country), first(a.code, b.code), first(a.sector, b.sector)
				return 0, false
			}
		}
		if b.sense != described || b.kind != entente.PersonActor || b.many {
			continue
		}
		if of(h) {
			return j, true // "who is president of Malawi"
		}
		v := s.d.Tokens[h].Head
		if v < k || s.d.Tokens[v].UPOS != entente.VERB || !of(v) || !s.lx.is("in-office", s.d.Tokens[v].Lemma) {
			continue
		}
		switch s.d.Tokens[h].Rel.Universal() {
		case entente.Xcomp, entente.Obj, entente.Obl:
			return j, true
		}
	}
	return 0, false
}

// isOffice is the office that a sentence says somebody with a name holds: "Peter
// Mathuki is the Malawian foreign minister".
func (s *scan) isOffice(a *mention) (int, bool) {
	t := &s.d.Tokens[a.head]
	if a.sense != stranger || t.Rel != entente.Nsubj || t.Head <= a.last {
		return 0, false
	}
	j := s.taken[t.Head]
	if j < 0 || s.mentions[j].head != t.Head || s.d.Kid(t.Head, entente.Cop) < 0 || s.d.Kid(t.Head, entente.AuxRel, entente.Advmod) >= 0 {
		return 0, false
	}
	b := &s.mentions[j]
	return j, b.sense == described && b.kind == entente.PersonActor && !b.many
}

// body reports whether a mention is a state, an organisation or a body of a state.
func (s *scan) body(m *mention) bool {
	return m.kind == entente.StateActor || m.kind == entente.OrgActor && (m.code != "" || m.country != "")
}

// past is the token behind a mention, and behind the phrase that says of what a
// person is the head where the text names nothing known there, if a comma closes
// it: "the leader of Roman Catholic Christianity, Pope Francis".
func (s *scan) past(m *mention, end int) int {
	k := m.reach() + 1
	if m.sense != described || m.many || m.kind != entente.PersonActor || k+1 >= end || s.d.Tokens[k].Rel != entente.Case || s.d.Tokens[k].Head < 0 || s.d.Tokens[s.d.Tokens[k].Head].Head != m.head {
		return k
	}
	for t := k + 1; t < min(end, k+7); t++ {
		switch u := s.d.Tokens[t].UPOS; {
		case s.d.Form(t) == ",":
			if j, ok := s.starts[t+1]; ok && s.mentions[j].sense == person {
				return t
			}
			return k
		case u != entente.PROPN && u != entente.ADJ && u != entente.NOUN && u != entente.DET && u != entente.ADP:
			return k
		}
	}
	return k
}

// namedSo is the name that the text gives somebody described: "a student named
// Wong", "a protester using the pseudonym Katya".
func (s *scan) namedSo(m *mention, k, end int) (int, bool) {
	if m.sense != described || m.many || m.kind == entente.StateActor {
		return 0, false
	}
	for n := 0; k < end && n < 4 && s.lx.is("naming", s.low[k]); n++ {
		k++
		if j, ok := s.starts[k]; ok && (s.mentions[j].sense == named || s.mentions[j].sense == stranger) {
			return j, true
		}
	}
	return 0, false
}

// reach is the last token of the mention with its "of" phrase.
func (m *mention) reach() int { return max(m.last, m.until) }

// apposition is the mention that starts at token k, after a determiner, and
// is closed by a comma, bracket, dash or the end of the sentence.
func (s *scan) apposition(k, end int) (int, bool) {
	for n := 0; k < end && n < 3; n++ {
		if j, ok := s.starts[k]; ok {
			r := s.mentions[j].reach() + 1
			if r >= end {
				return j, true
			}
			switch s.d.Form(r) {
			case ",", ".", ")", "--", "-", "–", "—", ";", ":":
				return j, true
			}
			if s.d.Tokens[r].Rel == entente.Case || s.d.Tokens[r].UPOS == entente.ADP || s.d.Tokens[r].UPOS == entente.PRON || s.d.Tokens[r].UPOS == entente.SCONJ {
				return j, true
			}
			return j, s.d.Tokens[s.mentions[j].head].Rel == entente.Appos
		}
		if u := s.d.Tokens[k].UPOS; u != entente.DET && u != entente.ADJ && u != entente.ADV {
			return -1, false
		}
		k++
	}
	return -1, false
}

// opens reports whether a description opens the sentence before a person's name
// that no comma closes: "A member of parliament, Samir Dilou said ...".
func (s *scan) opens(i, j int) bool {
	if j < 0 {
		return false
	}
	a, b := &s.mentions[i], &s.mentions[j]
	first := s.d.Sentences[a.sent].First
	r := b.reach() + 1
	return a.sense == described && a.kind == entente.PersonActor && !a.many && a.first <= first+1 && r < len(s.d.Tokens) && s.sentOf[r] == a.sent &&
		(s.d.Tokens[r].UPOS == entente.VERB || s.d.Tokens[r].UPOS == entente.AUX) && (b.sense == stranger || b.sense == person || b.sense == named && s.coreLen(b) > 1)
}

// adjacent reports whether a description stands right before the name that it
// describes: "television broadcaster PBS", "CEO of the council Enver Solomon".
func (s *scan) adjacent(a, b *mention) bool {
	if a.sense != described || a.many || a.kind == entente.StateActor {
		return false
	}
	switch b.sense {
	case outlet, organ:
		return b.kind == entente.OrgActor && a.until <= a.last && a.kind != entente.PersonActor || b.sense == outlet && a.role.id == "journalist"
	case person, stranger:
		return a.kind == entente.PersonActor && a.reach() > a.core
	case named:
		return a.kind == entente.PersonActor && a.reach() > a.core && s.coreLen(b) > 1 && s.plainName2(b)
	}
	return false
}

// pair joins a name and a description that stand in apposition.
func (s *scan) pair(i, j int) {
	a, b := &s.mentions[i], &s.mentions[j]
	if b.chain >= 0 || a.apposed > 0 && b.apposed > 0 {
		return
	}
	name, words, n := a, b, j
	if a.sense == described && b.sense != described {
		name, words, n = b, a, i
	}
	if words.sense == described && words.many && (name.sense == stranger || name.sense == named) {
		s.lend(words, name)
	}
	if words.sense != described || words.kind == entente.StateActor || words.many && name.kind == entente.PersonActor {
		return
	}
	switch name.sense {
	case person, stranger:
		if words.kind != entente.PersonActor && words.kind != entente.GroupActor || words.many {
			return
		}
	case named:
		if words.kind == entente.PersonActor || words.kind == entente.GroupActor && !words.many && words.role.kind == "group" {
			name.kind, name.sense = entente.PersonActor, stranger
		} else {
			name.kind = entente.OrgActor
		}
	case outlet:
	case organ:
		if words.kind == entente.PersonActor {
			return
		}
	default:
		return
	}
	if name.sense != organ && name.sense != outlet && (name.sense != person || name.role == nil && name.code == "") {
		name.country, name.title = first(name.country, words.country), first(name.title, words.title)
		name.code = first(name.code, words.code)
		if name.role == nil || name.sector == "" {
			name.role, name.sector = words.role, words.sector
		}
	}
	if words.country == "" {
		words.country = name.country
	}
	other := i + j - n
	s.mentions[n].apposed = other + 1
	s.mentions[other].apposed = max(s.mentions[other].apposed, 0)
}

// apposed finds the chain of the name that the words stand beside.
func (s *scan) apposed(i int) int {
	m := &s.mentions[i]
	if m.apposed == 0 {
		return -1
	}
	j := m.apposed - 1
	if s.mentions[j].chain < 0 {
		m.apposed = 0
		s.assign(j)
	}
	if s.mentions[j].chain < 0 {
		return -1
	}
	m.rule = "apposition:" + m.rule
	return s.mentions[j].chain
}
