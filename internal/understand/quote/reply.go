package quote

import (
	"strings"

	"entente"
)

// lookBack bounds how many statements back an answer looks.
const lookBack = 12

// replies links a statement that answers to the statement that it answers:
// the one before it, of another side, that speaks to or of the one who
// answers, or whose speaker the answer names; the nearest of the best.
func (s *scan) replies() {
	for i := range s.found {
		f := &s.found[i]
		explicit := s.answers(f)
		if !f.reply && !explicit {
			continue
		}
		least := 1
		if explicit || s.toClaim(f) {
			least = 0
		}
		best, bestScore := -1, least-1
		for j := i - 1; j >= 0 && j >= i-lookBack; j-- {
			if n, ok := s.answered(i, j); ok && n > bestScore {
				best, bestScore = j, n
			}
		}
		s.d.Statements[i].Replies = best
	}
}

// answers reports whether the words around the cue say that it answers.
func (s *scan) answers(f *found) bool {
	sen := &s.d.Sentences[f.sentence]
	for t := sen.First; t < sen.Last; t++ {
		if t >= f.first && t < f.last && !(f.cue >= f.first && f.cue < f.last) {
			continue
		}
		for _, w := range s.x.replies {
			if s.matches(t, w) {
				return true
			}
		}
	}
	return false
}

// toClaim reports whether what is denied or rejected is itself named as
// something said: "denied the accusation".
func (s *scan) toClaim(f *found) bool {
	for t := f.first; t < f.last && t < f.first+4; t++ {
		if s.d.Tokens[t].UPOS == entente.NOUN {
			_, ok := s.x.nouns[strings.ToLower(s.d.Tokens[t].Lemma)]
			return ok
		}
	}
	return false
}

// answered scores how well statement i answers statement j; ok is false when
// both are of one side or nobody speaks.
func (s *scan) answered(i, j int) (score int, ok bool) {
	a, b := &s.d.Statements[i], &s.d.Statements[j]
	if len(a.Speaker) == 0 || len(b.Speaker) == 0 || s.sameSide(&a.Speaker[0], &b.Speaker[0]) {
		return 0, false
	}
	if s.named(&b.Speaker[0], s.d.Sentences[a.Sentence].Span) {
		score += 2
	}
	for _, p := range b.Addressee {
		if s.sameSide(&p, &a.Speaker[0]) {
			score += 2
		}
	}
	if s.named(&a.Speaker[0], b.Content) {
		score += 2
	}
	return score, true
}

// named reports whether an actor, its state or its name stands in a span.
func (s *scan) named(p *entente.Participant, in entente.Span) bool {
	for t := s.d.TokenAt(in.Start); p.Actor >= 0 && t < len(s.d.Tokens) && s.d.Tokens[t].Start < in.End; t++ {
		ref, ok := s.who.at(t)
		if !ok || s.d.Tokens[t].Overlaps(p.Span) {
			continue
		}
		if a := &s.d.Actors[ref[0]]; ref[0] == p.Actor || a.Country != "" && a.Country == p.Country {
			return true
		}
	}
	text := s.d.TextOf(in)
	for _, w := range strings.Fields(p.Name) {
		if c := w[0]; c >= 'A' && c <= 'Z' && len(w) > 3 && !in.Contains(p.Span) && strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// sameSide reports whether two participants are one, or of one state.
func (s *scan) sameSide(a, b *entente.Participant) bool {
	if a.Actor >= 0 && b.Actor >= 0 {
		return a.Actor == b.Actor || a.Country != "" && a.Country == b.Country
	}
	return a.Name == b.Name
}
