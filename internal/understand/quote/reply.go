package quote

// lookBack bounds how many statements back an answer looks.
const lookBack = 12

// replies links a statement that answers to the statement that it answers:
// the last one before it of another speaker that speaks to or of this one.
func (s *scan) replies() {
	for i := range s.found {
		f := &s.found[i]
		if !f.reply && !s.answers(f) {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-lookBack; j-- {
			if s.answered(i, j) {
				s.d.Statements[i].Replies = j
				break
			}
		}
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

// answered reports whether statement i may answer statement j: another
// speaker, who names the first one or is named by it.
func (s *scan) answered(i, j int) bool {
	a, b := &s.d.Statements[i], &s.d.Statements[j]
	if len(a.Speaker) == 0 || len(b.Speaker) == 0 || s.sameSide(a.Speaker[0].Actor, b.Speaker[0].Actor) {
		return false
	}
	return true
}

// sameSide reports whether two actors are one, or of one state.
func (s *scan) sameSide(a, b int) bool {
	if a < 0 || b < 0 {
		return a == b
	}
	x, y := &s.d.Actors[a], &s.d.Actors[b]
	return a == b || x.Country != "" && x.Country == y.Country
}
