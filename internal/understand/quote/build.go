package quote

import (
	"sort"

	"entente"
)

// build writes what was found into the document.
func (s *scan) build() {
	sort.SliceStable(s.found, func(i, j int) bool { return s.found[i].first < s.found[j].first })
	outlets := s.outlets
	lo := 0
	for i := range s.found {
		f := &s.found[i]
		sen := &s.d.Sentences[f.sentence]
		for lo < len(outlets) && outlets[lo].End <= sen.Start {
			lo++
		}
		hi := lo
		for hi < len(outlets) && outlets[hi].Start < sen.End {
			hi++
		}
		id := "quote." + f.id
		st := entente.Statement{
			Speaker: s.participants(f.speaker, id, f.first, f.last), Addressee: s.participants(f.addressee, id, f.first, f.last),
			Cue: f.cueSpan, Content: s.contentSpan(f), Kind: s.kindOf(f),
			Date: s.dateOf(f), Via: s.relay(f, outlets[lo:hi]), Replies: -1, Rule: id, Sentence: f.sentence,
		}
		if n := len(s.d.Statements); n > 0 {
			s.sameSpeaker(&st, f.speaker, &s.d.Statements[n-1])
			s.sameBody(&st, f.speaker)
			s.inherit(&st, &s.d.Statements[n-1])
		}
		s.d.Statements = append(s.d.Statements, st)
	}
}

// inherit lets a statement that follows another of the same speaker in the
// same paragraph or the next come through the same outlet: one interview.
func (s *scan) inherit(st, before *entente.Statement) {
	if len(st.Speaker) == 0 || len(before.Speaker) == 0 || st.Speaker[0].Actor < 0 || st.Speaker[0].Actor != before.Speaker[0].Actor ||
		st.Sentence > before.Sentence+2 {
		return
	}
	for _, v := range st.Via {
		if v.Kind == entente.ViaOutlet {
			return
		}
	}
	for _, v := range before.Via {
		if v.Kind == entente.ViaOutlet {
			st.Via = append([]entente.Relay{v}, st.Via...)
			return
		}
	}
}

func (s *scan) contentSpan(f *found) entente.Span {
	return entente.Span{Start: s.d.Tokens[f.first].Start, End: s.d.Tokens[f.last-1].End}
}

// kindOf: direct when all that is said is quoted or stands as a block, mixed
// when a part of it is quoted.
func (s *scan) kindOf(f *found) entente.StatementKind {
	if f.block && s.in[f.first] < 0 {
		return entente.Direct
	}
	quoted, plain := 0, 0
	for t := f.first; t < f.last; t++ {
		switch {
		case s.d.Tokens[t].UPOS == entente.PUNCT:
		case s.in[t] >= 0:
			quoted++
		default:
			plain++
		}
	}
	if f.cue >= f.first && f.cue < f.last && f.slot == "quote" {
		plain = 0 // the cue clause stands between the parts
	}
	switch {
	case quoted == 0:
		return entente.Indirect
	case plain == 0:
		return entente.Direct
	}
	return entente.Mixed
}

// dateOf is the time that stands beside the cue, outside the content.
func (s *scan) dateOf(f *found) entente.Interval {
	if f.cue < 0 {
		return entente.Interval{}
	}
	sen := &s.d.Sentences[f.sentence]
	k := sort.Search(len(s.d.Times), func(i int) bool { return s.d.Times[i].Start >= sen.Start })
	best, dist := entente.Interval{}, len(s.d.Tokens)
	for ; k < len(s.d.Times) && s.d.Times[k].Start < sen.End; k++ {
		tm := &s.d.Times[k]
		t := s.d.TokenAt(tm.Start)
		if t >= f.first && t < f.last || !tm.When.Known() {
			continue
		}
		if n := max(t-f.cue, f.cue-t); n < dist && n < 12 {
			best, dist = tm.When, n
		}
	}
	return best
}
