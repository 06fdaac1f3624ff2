package entente

// Actor is a state, organisation, group or person of one article with every
// mention of it.
type Actor struct {
	Name     string
	Code     string // JPNGOV, KORMIL, IGOWSTNAT; "" when unknown
	Country  string // ISO3, "" for organisations
	Sector   string // PLOVER: GOV MIL REB ...
	Kind     ActorKind
	Role     string // "prime minister"; "" when none is known
	Mentions []Mention
}

// ActorKind says what an actor is.
type ActorKind string

const (
	StateActor  ActorKind = "state"
	OrgActor    ActorKind = "organisation"
	PersonActor ActorKind = "person"
	GroupActor  ActorKind = "group" // "Japanese police", "lawmakers", "protesters"
)

// Mention is one place in the text where an actor is named or meant.
type Mention struct {
	Span
	Head int    // token that heads the mention
	Rule string // the sieve or table that gave it
}

// Participant is an actor in its part of an event or statement.
type Participant struct {
	Actor   int // index into Document.Actors, -1 when the words name nobody known
	Name    string
	Code    string
	Country string
	Sector  string
	Role    string
	Span           // the words that fill the slot
	Rule    string // the mention's sieve and the slot that it fills
}
