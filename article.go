package entente

import "time"

// Article is one piece of news as it was read. Text is never changed after
// reading: every annotation of a Document is a Span of it.
type Article struct {
	ID        string
	URL       string
	Publisher string   // the outlet that published it, never an actor of an event
	Outlets   []string // all outlets that carried the report, where the input names them
	Title     string
	Authors   []string
	Category  string
	Tags      []string
	Links     []Link
	Language  string    // BCP 47, "en"; "" when unknown
	Published time.Time // zero when unknown; at midnight UTC when only the day is known
	Fetched   time.Time // zero when the article was not fetched
	Text      string    // UTF-8, paragraphs parted by blank lines
	Part      int       // number of this part of a long text, from 1; 0 for a whole article
	Offset    int       // bytes of text in the parts before

	// Headline is the part of Text written in headline grammar (present for
	// past, infinitive for future, no articles); empty when Text has none.
	Headline Span
	// Aside are the parts of Text that are neither headline nor prose:
	// "Posted on ...", "Category: ...", tag lines. They are kept and not coded.
	Aside []Span
}

// Link is a hyperlink of the article: the words that carry it and its address.
type Link struct {
	Span
	URL string
}

// Reason says why something was passed over. Nothing is dropped silently:
// every skipped article, sentence or row carries one and can be counted.
type Reason string

const (
	SkipLanguage Reason = "language" // not an English text
	SkipEmpty    Reason = "empty"    // no text
	SkipBinary   Reason = "binary"   // bytes that are not text
	SkipAside    Reason = "aside"    // metadata line, navigation, boilerplate
	SkipTopic    Reason = "topic"    // sport, markets, weather, fiction, history
	SkipNoActor  Reason = "no-actor" // an event word whose parties are not named
	SkipDoubtful Reason = "doubtful" // events of which the whole article leaves too much doubt
	SkipTooLong  Reason = "too-long" // longer than the stage accepts
	SkipNoEvent  Reason = "no-event" // nothing in it that the codebook knows

	SkipBroken    Reason = "broken"    // a row or page that does not follow its format
	SkipDuplicate Reason = "duplicate" // already in the ledger, perhaps under another id
)

// Skip is one thing passed over and why.
type Skip struct {
	Span
	Reason Reason
	Detail string // what a reader needs to understand it; may be empty
}
