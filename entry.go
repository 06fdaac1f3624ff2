package entente

import "time"

// Entry is one line of the ledger: an event with every article that tells it.
type Entry struct {
	ID         int64
	Type       string
	Mode       string
	Contexts   []string
	CAMEO      string
	Status     Status
	Symmetric  bool
	Date       Interval
	Place      EntryPlace
	Source     []Party
	Target     []Party
	Recipient  []Party
	Confidence float64
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

// Telling is one article's telling of an entry.
type Telling struct {
	Article   string // Article.ID
	Publisher string
	Published time.Time
	URL       string
	Title     string
	Sentence  string
	Trigger   Span // inside the article's text
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
