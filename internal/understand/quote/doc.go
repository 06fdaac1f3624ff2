// Package quote finds statements: who is reported to have said what, by which
// word, to whom, and through whom we know. Cues (verbs, nouns, phrases) stand
// with their frames in data/en/quote; the code knows slots, not words.
//
// The order of work is that of a reader: quoted passages first (marks.go);
// then the cues of each sentence (cue.go, phrase.go, colon.go) with their
// speaker (subject.go, speaker.go) and the content that their frame gives
// (slots.go, clause.go, around.go, beside.go); of rivals the more telling (choose.go);
// quotes that run on and blocks without marks (runon.go); and at last the
// relay and replies (relay.go, reply.go).
package quote
