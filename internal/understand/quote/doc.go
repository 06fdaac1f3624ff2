// Package quote finds statements: who is reported to have said what, by which
// word, to whom, and through whom we know. Cues (verbs, nouns, phrases) stand
// with their frames in data/en/quote; the code knows slots, not words.
//
// The order of work is that of a reader: quoted passages first (marks.go),
// then the cues of each sentence with the content that their frame gives
// (cue.go, slots.go), quoted words beside a cue (beside.go), quotes that run
// on and blocks without marks (runon.go), and at last speakers, the relay and
// replies (speaker.go, relay.go, reply.go).
package quote
