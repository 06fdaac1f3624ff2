package when

// field is one slot of a meaning that a rule can fill.
type field uint8

const (
	fYear field = iota
	fMonth
	fDay
	fWeekday
	fQuarter
	fHalf
	fSeason
	fDecade
	fCentury
	fUnit   // of a duration, a set or a relative date
	fRel    // how many units from the anchor
	fDir    // -1 last, 0 this, 1 next: which one of several named alike
	fAnchor // 1: the narrative's last date, 0: the publication date
	fHour
	fMinute
	fPM    // 0 a.m., 1 p.m.
	fLast  // last day of a range inside a month
	fUntil // month of the last day, when it differs
	fNth   // n-th weekday or day of its whole; negative from the end
	fFiscal
	fBC
	fUTC
	fAhead // 1: with a verb in the future tense the duration is a date
	fBare  // 1: a number that is a year unless something is counted by it
	fPlain // 1: no year may be guessed
	fieldCount
)

// fieldNames are the names of the slots in the files under data/en/time.
var fieldNames = map[string]field{
	"y": fYear, "m": fMonth, "d": fDay, "wd": fWeekday, "q": fQuarter, "half": fHalf, "season": fSeason, "decade": fDecade, "century": fCentury,
	"u": fUnit, "rel": fRel, "dir": fDir, "anchor": fAnchor, "hour": fHour, "minute": fMinute, "pm": fPM, "last": fLast, "until": fUntil,
	"nth": fNth, "fiscal": fFiscal, "bc": fBC, "utc": fUTC, "ahead": fAhead, "plain": fPlain, "bare": fBare,
}

// meaning is what the words of a time expression say before it is known when
// the article was written and in which tense the expression stands.
type meaning struct {
	has   uint32
	v     [fieldCount]int32
	n     float64 // amount of a duration, vague when it is negative
	hasN  bool
	kind  string // type attribute, "none" for words that are no time; "" to derive it
	mod   string
	ref   string // PAST_REF PRESENT_REF FUTURE_REF
	part  string // part of the day: MO AF EV NI ...
	feast string
	set   bool     // recurring
	whole *meaning // what it is a part of: "June" of "last year"
}

func (m *meaning) is(f field) bool { return m.has&(1<<f) != 0 }

func (m *meaning) put(f field, v int) {
	m.has |= 1 << f
	m.v[f] = int32(max(min(v, 1<<30), -1<<30))
}

// at is the value of a slot, 0 when it is empty.
func (m *meaning) at(f field) int { return int(m.v[f]) }

func (m *meaning) get(f field, otherwise int) int {
	if m.is(f) {
		return int(m.v[f])
	}
	return otherwise
}

// grain is the unit that the expression names as a point in time, noUnit for
// durations, sets and references.
func (m *meaning) grain() unit {
	switch {
	case m.ref != "" || m.set || m.kind == "none":
		return noUnit
	case m.is(fHour):
		return hour
	case m.part != "":
		return hour
	case m.is(fLast):
		return week
	case m.is(fDay) || m.is(fWeekday) || m.feast != "" || m.is(fNth):
		return day
	case m.is(fSeason):
		return season
	case m.is(fQuarter):
		return quarter
	case m.is(fHalf):
		return half
	case m.is(fMonth):
		return month
	case m.is(fYear):
		return year
	case m.is(fDecade):
		return decade
	case m.is(fCentury):
		return century
	case m.is(fRel) && m.is(fUnit):
		return unit(m.v[fUnit])
	}
	return noUnit
}

// spanGrain stands for durations where a pattern asks for grains.
const spanGrain unit = 31

// partGrain stands for parts of the day there: Friday night.
const partGrain unit = 30

// grainLetters are the letters that "<date/...>" of a pattern accepts.
var grainLetters = map[byte][]unit{
	'L': {spanGrain}, 'P': {partGrain}, 'D': {day}, 'W': {week, weekend, fortnight}, 'M': {month}, 'Q': {quarter, half}, 'S': {season}, 'Y': {year}, 'E': {decade, century, millennium}, 'T': {hour, minute, second},
}
