package entente

import "time"

// Precision says how exactly an Interval is known.
type Precision string

const (
	ByUnknown Precision = ""
	ByMinute  Precision = "minute"
	ByDay     Precision = "day"
	ByWeek    Precision = "week"
	ByMonth   Precision = "month"
	BySeason  Precision = "season" // quarters, halves and seasons
	ByYear    Precision = "year"
	ByDecade  Precision = "decade" // and anything longer
)

// Interval is a stretch of days in UTC, both ends included; a zero end is open.
type Interval struct {
	Start, End time.Time
	Precision  Precision
}

// Known reports whether at least one end is known.
func (v Interval) Known() bool { return !v.Start.IsZero() || !v.End.IsZero() }

// Time is a time expression with its calendar value.
type Time struct {
	Span
	Type  TimeType
	Value string   // TIMEX3 value: "2023-01-31", "P3D", "PRESENT_REF"
	Mod   string   // TIMEX3 mod: "EARLY", "END", "APPROX"; or ""
	When  Interval // unknown for durations and sets
	Rule  string
}

// TimeType is the type attribute of TIMEX3.
type TimeType string

const (
	DateTime     TimeType = "DATE"
	TimeOfDay    TimeType = "TIME"
	DurationTime TimeType = "DURATION"
	SetTime      TimeType = "SET"
)
