package who

import "entente"

// parallel is what "they", the subject of a clause of time or reason, means where
// the clause around it has several for its subject and names no other: "said
// that the guards had been beaten before they were shot". False for none.
func (s *scan) parallel(m *mention) (int, bool) {
	if !s.subject(m) || !s.lx.is("they", s.low[m.first]) {
		return -1, false
	}
	v := s.d.Tokens[m.head].Head
	if v < 0 || s.d.Tokens[v].Rel != entente.Advcl {
		return -1, false
	}
	g := s.d.Tokens[v].Head
	if g < 0 || g > v || s.d.Kid(g, entente.Obj, entente.Iobj) >= 0 {
		return -1, false
	}
	k := s.d.Kid(g, entente.NsubjPass)
	if k < 0 {
		k = s.d.Kid(g, entente.Nsubj)
	}
	if k < 0 || k > m.head || s.d.Tokens[k].XPOS != "NNS" {
		return -1, false
	}
	if j := s.headed(k); j >= 0 {
		return max(-1, s.mentions[j].chain), true
	}
	return -1, true
}

// outsider reports whether o is a state that acts, in the clause of "the country",
// in a story about another one: "the United States froze the assets of the
// country's leaders".
func (s *scan) outsider(m, o *mention, country string) bool {
	if !s.about.likely() || s.about.country == country || m.sent != o.sent || !s.subject(o) || s.subject(m) {
		return false
	}
	verb := s.d.Tokens[o.head].Head
	for n, t := 0, s.d.Tokens[m.head].Head; n < 5 && t >= 0; n++ {
		if t == verb {
			return true
		}
		tok := &s.d.Tokens[t]
		if tok.UPOS == entente.VERB && tok.Rel != entente.Conj {
			return false
		}
		t = tok.Head
	}
	return false
}

// facedState is the state towards which the clause of a body without a state turns:
// "parliament voted to cut relations with London", "the government protested
// against", "members of Congress want to punish China"; "" for none.
func (s *scan) facedState(m *mention) string {
	if m.role == nil || m.head < 0 || !s.subject(m) || m.role.sector != "GOV" && m.role.sector != "LEG" {
		return ""
	}
	for _, j := range s.bySent(m.sent) {
		o := &s.mentions[j]
		if o.first < m.last || o.sense != bareState && o.sense != seat || s.d.Tokens[o.head].Rel != entente.Obj && (!s.before(o.first) || !s.lx.is("facing-at", s.low[o.first-1])) {
			continue
		}
		v := s.d.Tokens[m.head].Head
		for n, t := 0, s.d.Tokens[o.head].Head; n < 5 && t >= 0; n, t = n+1, s.d.Tokens[t].Head {
			if t == v {
				return o.country
			}
			if r := s.d.Tokens[t].Rel; r == entente.AclRelcl || r == entente.Acl || r == entente.Advcl || r == entente.Ccomp {
				break
			}
		}
	}
	return ""
}

// stageSoFar is the only state in which the text has put anything so far, by "in"
// and its like before a place; "" for none.
func (s *scan) stageSoFar(m *mention) string {
	where := ""
	for k := max(0, m.sent-stageLook); k < m.sent; k++ {
		for _, j := range s.bySent(k) {
			o := &s.mentions[j]
			if o.sense != bareState && o.sense != seat && o.sense != placeInState || o.country == "" || !s.locative(o) {
				continue
			}
			if where != "" && where != o.country {
				return ""
			}
			where = o.country
		}
	}
	return where
}

// stageLook is how many sentences back the stage of a story is looked for.
const stageLook = 8

// beforeArea is the token before "the southern town of", where token k is the "of"
// that ends such words; else k.
func (s *scan) beforeArea(k int) int {
	if k < 2 || !s.lx.is("of", s.low[k]) || s.sentOf[k-2] != s.sentOf[k] || !s.lx.is("area-nouns", s.low[k-1]) {
		return k
	}
	for k -= 2; k > 0 && s.sentOf[k-1] == s.sentOf[k] && (s.d.Tokens[k].UPOS == entente.DET || s.d.Tokens[k].UPOS == entente.ADJ || s.d.Tokens[k].UPOS == entente.NOUN); k-- {
	}
	return k
}

// within is the state of the body in which people of home affairs sit: "opposition
// leaders in the Indian parliament"; "" for none.
func (s *scan) within(m *mention) string {
	if m.role == nil || m.role.sector != "OPP" && m.role.sector != "PTY" && m.role.sector != "LEG" && m.role.sector != "GOV" {
		return ""
	}
	for _, k := range s.d.Kids(m.head) {
		if s.d.Tokens[k].Rel != entente.Nmod || k < m.head {
			continue
		}
		j := s.headed(k)
		if j < 0 || s.mentions[j].country == "" || s.mentions[j].role == nil || s.mentions[j].role.sector != "LEG" {
			continue
		}
		for _, p := range s.d.Kids(k) {
			if s.d.Tokens[p].Rel == entente.Case && s.lx.is("locative", s.low[p]) {
				return s.mentions[j].country
			}
		}
	}
	return ""
}
