package entente

// Statement is what somebody is reported to have said.
type Statement struct {
	Speaker   []Participant // several for a joint statement; empty when unnamed
	Addressee []Participant
	Cue       Span // "said", "according to"
	Content   Span
	Kind      StatementKind
	Date      Interval
	Via       []Relay
	Replies   int // index of the statement that this one answers, -1 for none
	Rule      string
	Sentence  int
}

// StatementKind says how the words are given.
type StatementKind string

const (
	Direct   StatementKind = "direct"
	Indirect StatementKind = "indirect"
	Mixed    StatementKind = "mixed" // indirect with quoted parts
)

// Relay is one link of the chain that reports something, nearest to the event
// first: speaker <- agency <- outlet.
type Relay struct {
	Name string
	Kind RelayKind
	Span // empty when it comes from the article's publisher
}

// RelayKind says what sort of source a relay is.
type RelayKind string

const (
	ViaSpeaker   RelayKind = "speaker"
	ViaOutlet    RelayKind = "outlet"    // a paper, agency or broadcaster named in the text
	ViaPublisher RelayKind = "publisher" // the outlet of this article
	ViaDocument  RelayKind = "document"  // a statement, report, tweet
	ViaAnonymous RelayKind = "anonymous" // "officials who asked not to be named", "domestic sources"
)
