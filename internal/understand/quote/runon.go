package quote

import "entente"

// runOn completes what sentences could not see: quotations that hold several
// sentences or paragraphs, sentences that go on in quotes without a cue of
// their own, and block quotes that follow a cue at the end of a paragraph.
func (s *scan) runOn() {
	used := make([]bool, len(s.d.Sentences))
	for i := range s.found {
		used[s.found[i].sentence] = true
	}
	for i := range s.found {
		f := &s.found[i]
		s.widen(f)
		for k := s.d.SentenceAt(s.d.Tokens[f.first].Start); k >= 0 && k < len(used) && s.d.Sentences[k].First < f.last; k++ {
			used[k] = true
		}
	}
	s.blocks(used)
	s.goOn(used)
}

// widen lets a content that reaches into a quotation take all of it.
func (s *scan) widen(f *found) {
	for _, t := range [2]int{f.first, f.last - 1} {
		k := s.in[t]
		if k < 0 || s.regions[k].first <= f.cue && f.cue < s.regions[k].last {
			continue
		}
		r := &s.regions[k]
		sen := &s.d.Sentences[f.sentence]
		if r.first < sen.First || r.last > sen.Last || f.first >= r.first && f.last <= r.last {
			first, last := s.tidy(r.first, r.last)
			if first < last {
				f.first, f.last = min(f.first, first), max(f.last, last)
			}
		}
	}
}

// goOn adds the sentences that follow in quotes: in the same paragraph, or as
// a paragraph of its own, when no cue of theirs says otherwise.
func (s *scan) goOn(used []bool) {
	n := len(s.found)
	for i := 0; i < n; i++ {
		f := &s.found[i]
		if s.kindOf(f) == entente.Indirect || f.block {
			continue
		}
		next := s.d.SentenceAt(s.d.Tokens[f.last-1].Start) + 1
		next = max(next, f.sentence+1)
		for next < len(s.d.Sentences) && !used[next] && s.allQuoted(next) {
			sen := &s.d.Sentences[next]
			first, last := s.tidy(sen.First, sen.Last)
			if first < last {
				f.last = max(f.last, last)
			}
			used[next] = true
			next++
		}
	}
}

// allQuoted reports whether a sentence stands wholly in quotes.
func (s *scan) allQuoted(i int) bool {
	sen := &s.d.Sentences[i]
	for t := sen.First; t < sen.Last; t++ {
		if s.in[t] < 0 && s.d.Tokens[t].UPOS != entente.PUNCT {
			return false
		}
	}
	return sen.Last-sen.First > 2
}

// blocks finds block quotes: a paragraph that ends in a cue, in "that" or in
// a colon, and the paragraph behind it.
func (s *scan) blocks(used []bool) {
	for _, p := range s.paragraphs[min(1, len(s.paragraphs)):] {
		t := s.d.TokenAt(p.Start)
		if t == 0 || t >= len(s.d.Tokens) {
			continue
		}
		if k := s.in[t-1]; k >= 0 && k == s.in[t] {
			continue
		}
		f, ok := s.openEnded(t)
		if !ok {
			continue
		}
		end := s.blockEnd(t, p)
		if f.first, f.last = s.tidy(t, end); f.first >= f.last {
			continue
		}
		s.drop(f.cue, f.first, f.last)
		s.found = append(s.found, f)
		for i := max(0, s.d.SentenceAt(s.d.Tokens[f.first].Start)); i < len(used) && s.d.Sentences[i].First < f.last; i++ {
			used[i] = true
		}
		used[f.sentence] = true
	}
}

// blockEnd is the token behind a block that starts at t: the end of the
// quotation when it stands in marks, else of the paragraph.
func (s *scan) blockEnd(t int, p entente.Span) int {
	if k := s.in[t]; k >= 0 && s.regions[k].first == t {
		return s.regions[k].last
	}
	return s.d.TokenAt(p.End - 1 + 1)
}

// openEnded finds the cue that breaks off before the paragraph of token p: the
// last speech verb before it, with nothing but "that", a colon or a comma
// between.
func (s *scan) openEnded(p int) (found, bool) {
	lead := s.form(p - 1)
	colon := lead == ":"
	if !colon && !s.x.that[lead] && lead != "," && !s.speechVerb(p-1) {
		return found{}, false
	}
	if !colon && !s.opens(p) {
		return found{}, false
	}
	i := max(0, s.d.SentenceAt(s.d.Tokens[p-1].Start))
	for t := p - 1; t >= s.d.Sentences[i].First && t > p-25; t-- {
		if s.d.Tokens[t].UPOS != entente.VERB || !s.speechVerb(t) || s.in[t] >= 0 {
			continue
		}
		if !colon && t < p-8 {
			break
		}
		f := found{rule: rule{id: "block", slot: "quote", kind: speech}, cue: t, cueSpan: s.d.Tokens[t].Span,
			speaker: s.subject(t), addressee: -1, outer: -1, sentence: i, block: true}
		return f, f.speaker >= 0
	}
	return found{}, false
}

// opens reports whether a paragraph starts like a sentence: with a capital, a
// bracket or a mark.
func (s *scan) opens(p int) bool {
	c := s.d.Form(p)[0]
	return c >= 'A' && c <= 'Z' || c == '[' || c == '.' || s.in[p] >= 0
}

// drop removes what was found by the cue of a block and what lies inside it.
// It looks at the statements near the cue only.
func (s *scan) drop(cue, first, last int) {
	kept := s.found[:0]
	for _, f := range s.found {
		if f.cue != cue && !(f.first >= first && f.last <= last) {
			kept = append(kept, f)
		}
	}
	s.found = kept
}
