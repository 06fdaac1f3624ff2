package entente

import "time"

// Entry is one line of the ledger: an event with every article that tells it.
type Entry struct {
	ID         int64
	Parent     int64 // the entry whose operator holds this one as content, 0 for none
	Type       string
	Mode       string
	Contexts   []string
	CAMEO      string
	Status     Status
	Symmetric  bool
	Date       Interval // never unknown once kept: the day of publishing, ByUnknown, stands in
	Place      EntryPlace
	Source     []Party
	Target     []Party
	Recipient  []Party
	Amounts    []Amount // of each kind the one told last; Span is not kept
	Confidence float64
	Denials    int // tellings that deny it; they lower Confidence and are kept
	Sources    []Telling
}

// EntryPlace is where an entry happened; the zero value means unknown.
type EntryPlace struct {
	Name     string
	Country  string
	Lat, Lon float64
	GeoNames int
}

// Party is an actor as the ledger keeps it.
type Party struct {
	Name    string
	Code    string
	Country string
	Sector  string
	Role    string
}

// Key is the actor as one end of a dyad: the state's ISO3 code, else the
// organisation's code; "" for an actor that has neither.
func (p Party) Key() string {
	if p.Country != "" {
		return p.Country
	}
	return p.Code
}

// Telling is one article's telling of an entry.
type Telling struct {
	Article    string // Article.ID
	Publisher  string
	Outlets    []string // all outlets that carried the report, where it names them
	Published  time.Time
	URL        string
	Title      string
	Sentence   string
	Trigger    Span // inside the article's text
	Event      int  // index into Document.Events when it was coded
	Status     Status
	Via        []Relay
	Rule       []string
	Amounts    []Amount
	Confidence float64
	CopyOf     string // Article.ID of the near-identical article that came first; "" for none
}

// Point is one period of a Series. Ties and tension are sums of positive and
// of negative scores, both reported as numbers >= 0.
type Point struct {
	Period   string // "2022", "2022-02", "2022-W08", "2022-02-24"
	Ties     float64
	Tension  float64
	Entries  int // ledger entries behind the point
	Coverage int // articles read for the period, whatever they told
}

// Series is how a pair of actors stood to each other over time.
type Series struct {
	Dyad   [2]string // ISO3 or organisation code
	By     string    // day week month year
	Scale  string    // goldstein plover count
	Points []Point
}
