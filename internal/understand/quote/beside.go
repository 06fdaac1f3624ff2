package quote

import "entente"

// beside finds quoted words next to the run of unquoted tokens in which the
// cue t stands: before it when they end in a comma, a question or the like,
// behind it when a comma or colon leads to them.
func (s *scan) beside(t, subj int, sen *entente.Sentence) (first, last int, ok bool) {
	if s.in[t] >= 0 {
		return 0, 0, false
	}
	a, b := t, t+1
	for a > sen.First && s.in[a-1] < 0 {
		a--
	}
	for b < sen.Last && s.in[b] < 0 {
		b++
	}
	left, right := s.leftOf(a, t, subj, sen), s.rightOf(b, t, sen)
	switch {
	case left >= 0 && right >= 0:
		return s.regions[left].first, s.regions[right].last, true
	case left >= 0:
		return s.clauseBefore(left, sen), s.regions[left].last, true
	case right >= 0:
		return s.regions[right].first, s.regions[right].last, true
	}
	return 0, 0, false
}

// clauseBefore is where the reported clause starts whose end is quoted: "The
// ship was lost to “bad luck,” the envoy said." The quotation does not start
// like a sentence and follows other words at once.
func (s *scan) clauseBefore(k int, sen *entente.Sentence) int {
	r := &s.regions[k]
	if r.first < sen.First+3 || s.capital(r.first) || s.d.Tokens[r.first-1].UPOS == entente.PUNCT || !s.hasVerb(sen.First, r.first) {
		return r.first
	}
	for i := sen.First; i < r.first; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB && s.speechVerb(i) && s.ownSubject(i) >= 0 {
			return r.first
		}
	}
	return sen.First
}

// leftOf is the quotation that ends where the run [a, ...) starts, -1 when
// the cue t is not the first verb behind it.
func (s *scan) leftOf(a, t, subj int, sen *entente.Sentence) int {
	if a == 0 || s.in[a-1] < 0 || subj < 0 || subj < a && subj >= sen.First {
		return -1
	}
	k := s.in[a-1]
	r := &s.regions[k]
	if a == sen.First && (!s.continues(a, t) || s.hasFinite(t+1, sen.Last)) {
		return -1
	}
	if !s.endsLikeSpeech(r) && s.form(a) != "," && !(s.speechVerb(t) && (a == t || r.words > 5 && s.hasFinite(r.first, r.last))) {
		return -1
	}
	if s.form(a) == "," && r.words < 4 {
		return -1
	}
	for i := a; i < t; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB && s.d.Tokens[i].Rel != entente.Acl && s.d.Tokens[i].Rel != entente.AclRelcl {
			return -1
		}
	}
	return k
}

// continues reports whether the sentence that starts at a behind a quotation
// is its cue clause: it starts small, or the quotation ends in a mark that
// splits sentences and the cue comes at once: "Who pays?" he asked.
func (s *scan) continues(a, t int) bool {
	if c := s.d.Form(a)[0]; c >= 'a' && c <= 'z' {
		return t < a+6
	}
	for i := a - 1; i >= 0 && i > a-4; i-- {
		switch s.d.Form(i) {
		case "?", "!", "…", "...", ",", "[...]", "]":
			return t < a+4
		}
	}
	return false
}

// endsLikeSpeech reports whether the last token inside the marks is a comma or
// a stop.
func (s *scan) endsLikeSpeech(r *region) bool {
	for i := r.last - 1; i >= r.first && i >= r.last-3; i-- {
		switch s.d.Form(i) {
		case ",", ".", "?", "!", "…", "...", "—", "–", "-", ";":
			return true
		}
		if s.d.Tokens[i].UPOS != entente.PUNCT {
			return false
		}
	}
	return false
}

// rightOf is the quotation that starts where the run ends at token b, -1 when
// nothing leads from the cue t to it.
func (s *scan) rightOf(b, t int, sen *entente.Sentence) int {
	if b >= len(s.d.Tokens) {
		return -1
	}
	if b == sen.Last {
		if s.form(b-1) != ":" && !(s.form(b-1) == "," && s.in[b] >= 0) {
			return -1
		}
	}
	k := s.in[b]
	if k < 0 || s.regions[k].first != b {
		return -1
	}
	for i := t + 1; i < b; i++ {
		if s.d.Tokens[i].UPOS == entente.VERB && s.speechVerb(i) && !s.x.as[s.form(i-1)] {
			return -1
		}
	}
	switch lead := s.form(b - 1); {
	case lead == ":" || lead == "," || lead == "—" || lead == "–" || lead == "--":
		return k
	case b-1 == t && s.regions[k].words > 2:
		return k
	case s.regions[k].words > 5 && s.capital(b) && !s.x.that[lead]:
		return k
	}
	return -1
}

// speechVerb reports whether token i is a cue that takes quoted words.
func (s *scan) speechVerb(i int) bool {
	w := s.wordAt(s.x.verbs, i)
	return w != nil && w.rules[0].slot == "quote"
}

// capital reports whether the first word of the quotation at b has a capital.
func (s *scan) capital(b int) bool {
	for i := b; i < len(s.d.Tokens) && i < b+3; i++ {
		if c := s.d.Form(i)[0]; c >= 'A' && c <= 'Z' {
			return true
		} else if s.d.Tokens[i].UPOS != entente.PUNCT {
			return false
		}
	}
	return false
}
