package entente

import "strings"

// Event is who did what to whom, as one article tells it.
type Event struct {
	Type      string   // PLOVER: AGREE, CONSULT, ...; or CAPABILITY
	Mode      string   // PLOVER mode, "" for none
	Contexts  []string // PLOVER contexts, sorted
	CAMEO     string   // CAMEO code of 2 to 4 digits, "" for extensions
	Status    Status
	Symmetric bool // all parties are in Source
	Source    []Participant
	Target    []Participant
	Recipient []Participant

	Trigger  Span
	Token    int // token of the trigger
	Sentence int
	Date     Interval
	DateFrom Span // the expression that dates it; empty when inherited
	Place    int  // index into Document.Places, -1 for none
	Via      []Relay
	Parent   int // index into Document.Events, -1 for none
	Rule     []string
	Evidence []Span // further sentences of the article that tell the same event
	Amounts  []Amount

	Confidence float64 // calibrated, 0-1
}

// ProposedRule opens the rules that read a word which the lexicon does not
// have as one that it has: "proposed:chastise~castigate".
const ProposedRule = "proposed:"

// Proposed reports whether the event rests on such a reading.
func (e *Event) Proposed() bool {
	for _, r := range e.Rule {
		if strings.HasPrefix(r, ProposedRule) {
			return true
		}
	}
	return false
}

// Status says whether an event took place.
type Status string

const (
	Happened     Status = "happened"
	Ongoing      Status = "ongoing"
	Planned      Status = "planned"
	Hypothetical Status = "hypothetical"
	Requested    Status = "requested"
	Threatened   Status = "threatened"
	Refused      Status = "refused"
	Denied       Status = "denied"
)

// Real reports whether the event is told as a fact.
func (s Status) Real() bool { return s == Happened || s == Ongoing }

// Amount is a quantity that belongs to an event.
type Amount struct {
	Span
	Kind  string  // dead wounded troops money missiles percent people other
	Value float64 // in Unit
	Unit  string  // "USD", "person", "missile", "%"
}
