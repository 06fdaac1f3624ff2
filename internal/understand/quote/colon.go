package quote

import (
	"sort"
	"strings"

	"entente"
)

// colon reads headlines and scripts: "Kremlin: no talks planned".
func (s *scan) colon(i int) (found, bool) {
	sen := &s.d.Sentences[i]
	c := sen.First
	for c < sen.Last && c < sen.First+8 && s.form(c) != ":" {
		if p := s.d.Tokens[c].UPOS; p == entente.PUNCT && s.form(c) != "." || p == entente.VERB {
			return found{}, false
		}
		c++
	}
	if c == sen.First || c >= sen.First+8 || c >= sen.Last-2 || s.form(c) != ":" || !s.startsParagraph(sen) {
		return found{}, false
	}
	first, cue := sen.First, c
	if _, ok := s.x.forms[s.form(first)]; ok && first < c-1 {
		first, cue = first+1, first
	}
	head := -1
	if c-first < 3 && s.capitals(first, c) {
		head = c - 1
	}
	for t := c - 1; t >= first && head < 0; t-- {
		if _, ok := s.who.at(t); ok || s.d.Tokens[t].UPOS == entente.PROPN {
			head = t
		}
	}
	if head < 0 {
		head = s.documentIn(sen.First, c)
	}
	if head < 0 || s.x.caption[s.form(c-1)] {
		return found{}, false
	}
	for h := s.d.Tokens[head].Head; h >= sen.First && h < c && s.d.Tokens[h].UPOS.Nominal(); h = s.d.Tokens[head].Head {
		head = h
	}
	if !s.canHead(head) {
		return found{}, false
	}
	f := found{rule: rule{id: "colon", slot: "that", kind: speech}, cue: cue, cueSpan: s.d.Tokens[cue].Span, speaker: head, addressee: -1, outer: -1}
	f.first, f.last = s.tidy(c+1, s.lineEnd(i, s.paragraphEnd(c)))
	return f, f.first < f.last
}

// canHead reports whether a noun before a colon may speak: an actor, a name, a
// word with a capital, a document; not "2013 market fire: ...".
func (s *scan) canHead(n int) bool {
	c := s.d.Form(n)[0]
	_, known := s.who.heads[n]
	return known || s.d.Tokens[n].UPOS == entente.PROPN || c >= 'A' && c <= 'Z' || s.isSource(n)
}

// capitals reports whether all words of [first, last) have a capital and none
// is a function word.
func (s *scan) capitals(first, last int) bool {
	for i := first; i < last; i++ {
		c := s.d.Form(i)[0]
		if p := s.d.Tokens[i].UPOS; c < 'A' || c > 'Z' || p != entente.NOUN && p != entente.PROPN && p != entente.ADJ {
			return false
		}
	}
	return first < last
}

func (s *scan) startsParagraph(sen *entente.Sentence) bool {
	before := strings.TrimRight(s.d.Article.Text[:sen.Start], " \t\r")
	return before == "" || before[len(before)-1] == '\n'
}

// signed reads a quotation that stands alone with its speaker behind a dash:
// “We go home.” — Ana Duarte
func (s *scan) signed(i int) (found, bool) {
	sen := &s.d.Sentences[i]
	for t := max(sen.First, 1); t < min(sen.First+maxTries, sen.Last-1); t++ {
		if k := s.in[t-1]; k < 0 || s.in[t] >= 0 || !s.x.dash[s.d.Form(t)] || s.regions[k].words < 4 {
			continue
		}
		end := min(s.paragraphEnd(t), sen.Last)
		for end > t+1 && s.d.Tokens[end-1].UPOS == entente.PUNCT {
			end--
		}
		if end > t+8 || !s.capitals(t+1, end) {
			return found{}, false
		}
		head := t + 1
		for hops := 0; hops < maxHops; hops++ {
			h := s.d.Tokens[head].Head
			if h <= t || h >= end {
				break
			}
			head = h
		}
		r := &s.regions[s.in[t-1]]
		f := found{rule: rule{id: "signed", slot: "quote", kind: speech}, cue: t, cueSpan: s.d.Tokens[t].Span, speaker: head, addressee: -1, outer: -1}
		f.first, f.last = s.tidy(r.first, r.last)
		return f, f.first < f.last
	}
	return found{}, false
}

// paragraphEnd is the token behind the paragraph of token t.
func (s *scan) paragraphEnd(t int) int {
	at := s.d.Tokens[t].Start
	k := sort.Search(len(s.paragraphs), func(i int) bool { return s.paragraphs[i].End > at })
	if k == len(s.paragraphs) {
		return len(s.d.Tokens)
	}
	return s.d.TokenAt(s.paragraphs[k].End)
}

// lineEnd is the token behind the last sentence that goes on in the line of
// sentence i, and not behind end unless sentence i is.
func (s *scan) lineEnd(i, end int) int {
	last := s.d.Sentences[i].Last
	for k := i + 1; k < len(s.d.Sentences) && last < end; k++ {
		if strings.Contains(s.d.Article.Text[s.d.Sentences[k-1].End:s.d.Sentences[k].Start], "\n") {
			return last
		}
		last = min(end, s.d.Sentences[k].Last)
	}
	return last
}

func (s *scan) documentIn(first, last int) int {
	for t := last - 1; t >= first; t-- {
		if s.x.documents[strings.ToLower(s.d.Tokens[t].Lemma)] {
			return t
		}
	}
	return -1
}

// bare takes the verb beside a long quotation as its cue when no cue is
// known: "..., smiled Smith".
func (s *scan) bare(sen *entente.Sentence) (found, bool) {
	for t := sen.First; t < sen.Last; t++ {
		if s.d.Tokens[t].UPOS != entente.VERB || s.in[t] >= 0 {
			continue
		}
		subj := s.subject(t)
		if subj < 0 && s.d.Tokens[t].XPOS != "VBG" && s.d.Tokens[t].XPOS != "VB" {
			subj = s.nounBefore(t, sen)
		}
		if subj < 0 || s.in[subj] >= 0 {
			continue
		}
		first, last, ok := s.beside(t, subj, sen)
		if !ok || !s.hasFinite(first, last) {
			continue
		}
		f := found{rule: rule{id: "bare.quote", slot: "quote", kind: speech}, cue: t, cueSpan: s.d.Tokens[t].Span, speaker: subj, addressee: -1, outer: -1}
		f.first, f.last = s.tidy(first, last)
		return f, f.first < f.last
	}
	return found{}, false
}
