package who

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// lead is what stands before a noun: whose it is, and how it is named.
type lead struct {
	country    string
	more       []string // further states: "Chinese and Russian"
	state      bool     // the country comes from a state's own name
	org        int      // organisation, -1
	orgMention int      // mention of it, -1
	owner      int      // mention of the possessor or parent body, -1
	pron       int      // possessive pronoun, -1
	parent     *role    // a body named before the noun: "army spokesman"
	sector     string   // of a seat: "Kremlin spokesman"
	former     bool
	counted    bool // a number stands before the noun
	definite   bool
	indefinite bool
}

const maxModifiers = 9

// modifiers walks left from token k over what modifies the noun after it,
// makes the mentions found there, and says what they tell. It returns the
// leftmost token that belongs to the noun phrase.
func (s *scan) modifiers(k int) (left int, l lead) {
	l = lead{org: -1, orgMention: -1, owner: -1, pron: -1}
	left = k + 1
	if k < 0 {
		return left, l
	}
	sent := s.sentOf[k]
	for n := 0; k >= s.d.Sentences[sent].First && n < maxModifiers; n++ {
		next, more := s.modifier(k, left, &l)
		if next == k+1 {
			break
		}
		left, k = next, next-1
		if !more {
			break
		}
	}
	// A noun phrase does not begin with a hyphen or a number of another phrase.
	for left < len(s.d.Tokens) && s.low[left] == "-" {
		left++
	}
	return left, l
}

// modifier reads the modifier that ends at token k. It returns its first
// token, k+1 when there is none, and whether others may stand before it.
func (s *scan) modifier(k, left int, l *lead) (first int, more bool) {
	tok := &s.d.Tokens[k]
	if s.taken[k] >= 0 {
		return k + 1, false
	}
	switch {
	case s.low[k] == "-" && k > 0 && s.d.Tokens[k-1].End == tok.Start:
		return k, true
	case s.hitAt[k] >= 0 && s.hits[s.hitAt[k]].last == k:
		return s.nameModifier(k, l)
	case s.hitAt[k] >= 0:
		return k + 1, false
	case tok.XPOS == "POS":
		return s.possessor(k, l)
	case s.roleEnd[k] >= 0:
		return s.roleModifier(k, left, l)
	case tok.UPOS == entente.PRON:
		if s.possessive(k) {
			l.pron, l.definite = k, true
			s.build(k, true)
			return k, false
		}
	case tok.UPOS == entente.DET:
		l.definite = s.lx.is("definite", s.low[k])
		l.indefinite = !l.definite && s.lx.is("indefinite", s.low[k])
		return k + 1, false
	case tok.UPOS == entente.CCONJ && s.twoFields(k, left):
		return k - 1, true
	case tok.UPOS == entente.CCONJ, s.low[k] == ",":
		return s.joined(k, left, l)
	case l.counted && tok.UPOS != entente.NUM && s.low[k] != "-":
		return k + 1, false
	case s.plainModifier(k):
		if s.lx.is("former", s.low[k]) {
			l.former = true
		}
		l.counted = l.counted || tok.UPOS == entente.NUM && tok.XPOS == "CD"
		if p := s.place[k]; p >= 0 && l.country == "" {
			l.country = s.d.Places[p].Country
		}
		return k, true
	}
	return k + 1, false
}

// twoFields reports whether the conjunction at k joins two fields of one office
// or body, behind the name of whose it is: "AU trade and industry commissioner".
func (s *scan) twoFields(k, left int) bool {
	return k > 1 && left == k+1 && s.sentOf[k-2] == s.sentOf[k] && (s.d.Tokens[k-1].UPOS == entente.NOUN || s.d.Tokens[k-1].UPOS == entente.ADJ) && (s.d.Tokens[left].UPOS == entente.NOUN || s.d.Tokens[left].UPOS == entente.ADJ) &&
		s.hitAt[k-1] < 0 && s.hitAt[left] < 0 && (s.d.Tokens[k-2].XPOS == "POS" || s.hitAt[k-2] >= 0 && !s.hits[s.hitAt[k-2]].not)
}

// plainModifier reports whether the token is an adjective, noun, number or
// participle before a noun.
func (s *scan) plainModifier(k int) bool {
	t := &s.d.Tokens[k]
	if s.timed[k] {
		return false
	}
	switch t.UPOS {
	case entente.ADJ, entente.NOUN, entente.PROPN, entente.NUM:
		return true
	case entente.VERB:
		return (t.XPOS == "VBN" || t.XPOS == "VBG") && t.Rel == entente.Amod && !(s.before(k) && s.d.Tokens[k-1].UPOS.Nominal())
	case entente.ADV:
		return k+1 < len(s.d.Tokens) && t.Head == k+1 && t.Rel == entente.Advmod
	}
	return false
}

func (s *scan) nameModifier(k int, l *lead) (int, bool) {
	h := s.hits[s.hitAt[k]]
	if h.not {
		return h.first, true
	}
	i := s.build(k, true)
	if i < 0 {
		return k + 1, false
	}
	m := &s.mentions[i]
	switch m.sense {
	case bareState, ofState, peopleOf:
		if l.country == "" {
			l.country, l.state = m.country, true
		} else if l.org >= 0 && s.otherBranch(l.org, m.country) {
			l.org, l.country, l.state = -1, m.country, true
		} else if m.country != l.country && l.org < 0 && k+1 < len(s.d.Tokens) && s.low[k+1] == "-" {
			l.more = append(l.more, m.country)
		}
	case seat:
		if l.country == "" {
			l.country = m.country
		}
		if l.sector == "" {
			l.sector = m.sector
		}
		if l.owner < 0 {
			l.owner = i
		}
	case organ:
		if l.org < 0 && m.kind != entente.GroupActor {
			l.org, l.orgMention = m.org, i
		}
		if l.country == "" {
			l.country = m.country
		}
	case outlet:
		l.sector = m.sector
		if l.country == "" {
			l.country = m.country
		}
	case person, stranger:
		if l.owner < 0 {
			l.owner = i
		}
		if l.country == "" {
			l.country = m.country
		}
	default:
		if l.country == "" {
			l.country = m.country
		}
	}
	return m.first, true
}

// otherBranch reports whether an organisation of one state stands behind the name
// of another, which has a body of that name too: "Philippine Marine Corps".
func (s *scan) otherBranch(org int, country string) bool {
	o := &gazetteer.Organisations()[org]
	return o.Kind == "agency" && o.Country != "" && len(country) == 3 && o.Country != country
}

// possessor reads the owner before a possessive ending at token k.
func (s *scan) possessor(k int, l *lead) (int, bool) {
	if k == 0 || s.sentOf[k-1] != s.sentOf[k] {
		return k + 1, false
	}
	i := s.build(k-1, true)
	if i < 0 {
		return k + 1, false
	}
	m := &s.mentions[i]
	l.definite = true
	switch {
	case m.sense == organ && m.kind != entente.GroupActor && l.org < 0:
		l.org, l.orgMention = m.org, i
	case l.owner < 0:
		l.owner = i
	}
	if l.country == "" {
		l.country, l.more = m.country, m.more
		l.state = m.sense == bareState
	}
	if m.sense == seat && l.sector == "" {
		l.sector = m.sector
	}
	return m.first, false
}

// roleModifier reads a body or group before a noun: "army spokesman".
func (s *scan) roleModifier(k, left int, l *lead) (int, bool) {
	r := s.roles[s.roleEnd[k]]
	if left != k+1 && s.low[k+1] != "-" && s.lx.roles[r.role].kind != "body" || s.d.Tokens[left].UPOS == entente.VERB {
		return k + 1, false
	}
	if l.parent == nil {
		l.parent = &s.lx.roles[r.role]
	}
	return r.first, true
}

// joined reads "Chinese and" before "Russian officials".
func (s *scan) joined(k, left int, l *lead) (int, bool) {
	if k == 0 || s.hitAt[k-1] < 0 || left >= len(s.d.Tokens) || s.hitAt[left] < 0 || (l.country == "" || !l.state) && l.org < 0 {
		return k + 1, false
	}
	h := s.hits[s.hitAt[k-1]]
	if h.not || h.last != k-1 || s.taken[k-1] >= 0 || s.low[k] == "," && (s.closes(k-1, left) || l.org >= 0 && h.first > 0 && s.d.Tokens[h.first-1].UPOS == entente.ADP) {
		return k + 1, false
	}
	ref, ok := s.choose(&h)
	if !ok || !isState(ref) {
		return k + 1, false
	}
	i := s.build(k-1, true)
	if i < 0 {
		return k + 1, false
	}
	if c := s.mentions[i].country; c != l.country {
		l.more = append(l.more, c)
	}
	return s.mentions[i].first, true
}

// closes reports whether the name before a comma belongs to the clause before
// it: the name of a state in front of an adjective ("shelled by Azerbaijan,
// Armenian officials said"), but "US, Chinese officials".
func (s *scan) closes(k, left int) bool {
	return s.d.Tokens[k].UPOS != entente.ADJ && s.d.Tokens[left].UPOS == entente.ADJ && strings.ToUpper(s.d.Form(k)) != s.d.Form(k)
}

// possessive reports whether the pronoun at k is a possessive: "its", "their".
func (s *scan) possessive(k int) bool {
	t := &s.d.Tokens[k]
	return t.XPOS == "PRP$" || t.Rel == entente.NmodPoss
}
