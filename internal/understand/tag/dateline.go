package tag

import "entente"

// maxDateline is the number of tokens within which a dateline ends.
const maxDateline = 14

// dateline is the first token behind the dateline that opens the sentence
// ("SEOUL, May 2 (AP) -- North Korea fired ..."), s.First when there is none.
// Datelines are no part of the sentence's grammar and mislead who reads them so.
func dateline(doc *entente.Document, s entente.Sentence) int {
	if s.Last-s.First < 5 || !capitals(doc.Form(s.First)) {
		return s.First
	}
	for i := s.First + 1; i < min(s.Last-3, s.First+maxDateline); i++ {
		form := doc.Form(i)
		if dash(form) && doc.Tokens[i].Start > doc.Tokens[i-1].End {
			return i + 1
		}
		if c := form[0]; c >= 'a' && c <= 'z' {
			return s.First
		}
	}
	return s.First
}

func dash(form string) bool {
	switch form {
	case "-", "--", "---", "–", "—":
		return true
	}
	return false
}

// capitals reports whether a word of three letters or more is written in capitals.
func capitals(form string) bool {
	n := 0
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= 'a' && c <= 'z' {
			return false
		}
		if c >= 'A' && c <= 'Z' {
			n++
		}
	}
	return n > 2
}
