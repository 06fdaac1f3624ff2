// Package store keeps the ledger: articles, the entries merged from what they
// tell, statements, and the sums per pair of actors that the measures read.
package store

import (
	"context"
	"errors"
	"iter"
	"time"

	"entente"
)

// Ledger is the record as the rooms above see it. One process writes at a
// time; any number may read. Everything written by one call is kept as a
// whole or not at all, whatever ends the process.
type Ledger interface {
	// Add keeps articles that are not yet known and says for each what became
	// of it. Adding the same article again changes nothing.
	Add(ctx context.Context, list []*entente.Article) ([]Added, error)
	// Pending gives up to limit articles behind number after that were coded by
	// no version or an older one, in the order in which they were added.
	Pending(ctx context.Context, version int, after int64, limit int) ([]Pending, error)
	// CountPending counts what Pending would give in all.
	CountPending(ctx context.Context, version int) (int, error)
	// Recode makes every article pending again, whatever version coded it.
	Recode(ctx context.Context) error
	// Record keeps what was understood of pending articles and merges their
	// events into entries; what an older version coded of them goes.
	Record(ctx context.Context, version int, list []Coded) error

	// Article gives an article as it was read.
	Article(ctx context.Context, id string) (*Kept, error)
	// Search finds articles by their words, best first.
	Search(ctx context.Context, words string, limit int) ([]Hit, error)
	// Entry gives one entry with all its tellings.
	Entry(ctx context.Context, id int64) (*entente.Entry, error)
	// Entries gives the entries that a filter lets through. The ledger may be
	// read and written while the sequence is open.
	Entries(ctx context.Context, f Filter) iter.Seq2[*entente.Entry, error]
	// Count counts what Entries would give without Limit and Offset.
	Count(ctx context.Context, f Filter) (int, error)
	// Statements gives what was said, latest first.
	Statements(ctx context.Context, f Saying) ([]Statement, error)
	// Dyads lists the pairs of actors by their entries since a day, most first.
	Dyads(ctx context.Context, since time.Time, limit int) ([]Dyad, error)
	// Days gives the sums of one pair, ordered by day.
	Days(ctx context.Context, a, b string, since, until time.Time) ([]Day, error)
	// Coverage gives the articles read for each day, ordered by day.
	Coverage(ctx context.Context, since, until time.Time) ([]Covered, error)
	// Stats counts what the ledger holds.
	Stats(ctx context.Context) (Stats, error)

	// Cursor is the named number that a job left behind, 0 at first.
	Cursor(ctx context.Context, name string) (int64, error)
	SetCursor(ctx context.Context, name string, value int64) error

	Close() error
}

// ErrNotFound is the answer to an id that the ledger does not hold.
var ErrNotFound = errors.New("not in the ledger")

// Added says what became of an article.
type Added struct {
	ID   string // under which it is kept; another's when it was known
	Fate Fate
}

// Fate of an added article.
type Fate string

const (
	New     Fate = "new"
	Known   Fate = "known"   // the same article, perhaps under another id
	Revised Fate = "revised" // the same article with another text, which is kept now
	Copied  Fate = "copy"    // new, but a near-identical copy of one that came first
)

// Pending is an article to be coded.
type Pending struct {
	Num int64
	*entente.Article
}

// Coded is an article with what was understood of it.
type Coded struct {
	Num int64
	*entente.Document
}

// Kept is an article of the ledger.
type Kept struct {
	*entente.Article
	CopyOf string         // id of the near-identical article that came first
	Coder  int            // version that coded it, 0 for none yet
	Reason entente.Reason // why it was set aside, "" for not
}

// Hit is an article that a search found.
type Hit struct {
	ID        string
	Publisher string
	Title     string
	URL       string
	Published time.Time
	Snippet   []Piece
}

// Piece is a part of a snippet; Match marks words that were searched.
type Piece struct {
	Text  string
	Match bool
}

// Filter lets entries through that meet all of its parts; the zero value lets
// all through, latest first.
type Filter struct {
	Actors        []string  // keys or codes (JPN, JPNMIL, IGOWSTNAT), each in any part
	Dyad          [2]string // both keys, as ends of one pair, whoever acted
	Source        string    // key or code
	Target        string
	Types         []string // PLOVER types
	CAMEO         string   // beginning of a code
	Statuses      []entente.Status
	Country       string // ISO3 of the place
	Place         string // part of the place's name, in any case
	Publisher     string // of one of the tellings, in any case
	Article       string // id of an article that tells it
	Words         string // in an article that tells it, as for Search
	Between       bool   // only entries between two different states or organisations
	Parent        int64  // content of this entry
	Top           bool   // only entries that are no content of another
	Since, Until  time.Time
	MinConfidence float64
	MinTellings   int
	Order         Order
	Limit, Offset int // 0 is no limit

	after *entente.Entry // the last entry that was read; Entries pages by it
}

// Order of entries.
type Order int

const (
	Latest     Order = iota // by date, latest first
	Earliest                // by date, earliest first
	LatestKept              // as the ledger came to know them, latest first
)

// Announced filters what is planned for from and the days after it, earliest
// first.
func Announced(from time.Time, limit int) Filter {
	return Filter{Statuses: []entente.Status{entente.Planned}, Since: from, Order: Earliest, Limit: limit}
}

// Saying selects statements; the zero value selects all.
type Saying struct {
	Article string // id
	Speaker string // key or code
	Limit   int
}

// Statement is what an article reports somebody to have said.
type Statement struct {
	Article   string // Article.ID
	Publisher string
	Speaker   []entente.Party
	Addressee []entente.Party
	Cue       entente.Span
	Content   entente.Span
	Words     string // the content's text
	Sentence  string
	Kind      entente.StatementKind
	Date      entente.Interval
	Via       []entente.Relay
}

// Dyad is a pair of actors, A < B, with its entries.
type Dyad struct {
	A, B          string
	Entries       int
	Ties, Tension float64 // Goldstein
	First, Last   time.Time
}

// Day holds the sums of a pair for the entries that begin on one day with one
// precision and direction.
type Day struct {
	Day       time.Time
	Precision int // 1 day, 2 week, 3 month, 4 season or year
	Direction Direction
	Entries   int
	Goldstein Sums
	Plover    Sums
	Count     Sums
}

// Sums of positive and of negative scores, both >= 0.
type Sums struct{ Ties, Tension float64 }

// Direction of an entry within a pair a < b.
type Direction int

const (
	Forth Direction = 1 // a to b
	Back  Direction = 2 // b to a
	Both  Direction = 3 // symmetric
)

// Covered is how many articles were read for a day.
type Covered struct {
	Day      time.Time
	Articles int
}

// Stats counts what a ledger holds.
type Stats struct {
	Articles    int
	Copies      int
	Uncoded     int
	Entries     int
	Tellings    int
	Statements  int
	First, Last time.Time              // days of publishing
	Skipped     map[entente.Reason]int // articles and parts of articles passed over
	Coder       int                    // newest version that coded an article
}
