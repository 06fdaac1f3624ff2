package when

// strata is the number of layers of rules. "<date>" in a rule stands for the
// longest expression that rules of lower layers find at that place.
const strata = 4

// rule is one line of data/en/time: how an expression is written and what it
// means. The notation is described in docs/time-and-place.md.
type rule struct {
	id      string
	stratum int
	order   int
	actions []action
	example string
	want    string
}

// action fills one slot of a meaning.
type action struct {
	name   string
	field  field
	number bool // a slot of meaning.v
	lit    value
	capt   int // index of the capture, -1 for a literal
	scale  float64
	add    float64
}

// builtin is a kind of element that code recognises.
type builtin uint8

const (
	wordEl   builtin = iota // one of some words or classes
	intEl                   // 12, twelve, 1,200
	numEl                   // the same and "2 1/2", "two and a half"
	dayEl                   // 1 to 31, 3rd, third
	yearEl                  // 1990, nineteen ninety
	shortEl                 // two digits that end a year: "1998-99"
	ordEl                   // third, 3rd
	decadeEl                // 1990s
	clockEl                 // 10:35
	hourEl                  // 1 to 24
	isoEl                   // 2019-08-24
	properEl                // a capitalised word
	dateEl                  // an expression of a lower layer
)

var builtinNames = map[string]builtin{
	"int": intEl, "num": numEl, "day": dayEl, "year": yearEl, "yy": shortEl, "ord": ordEl, "decade": decadeEl, "clock": clockEl, "hour": hourEl, "iso": isoEl, "name": properEl, "date": dateEl,
}

// element matches a piece of a pattern.
type element struct {
	kind   builtin
	ids    []int  // words
	mask   uint64 // classes
	grains uint32 // of dateEl, 0 for any
	capt   int    // where the value goes, -1 for nowhere
	glued  bool   // no space may stand before it
	edge   mark   // where the span of the expression begins and ends
}

// mark parts context from the expression itself.
type mark uint8

const (
	inside mark = iota
	before      // context that stands before the expression
	after       // context that stands after it
)

// apply builds the meaning that the rule gives to what was captured.
func (r *rule) apply(caps []value) meaning {
	var m meaning
	for i := range r.actions {
		a := &r.actions[i]
		v := a.lit
		if a.capt >= 0 {
			v = caps[a.capt]
			v.n = v.n*a.scale + a.add
		}
		if a.number {
			m.put(a.field, int(v.n))
			continue
		}
		switch a.name {
		case "n":
			m.n, m.hasN = v.n, true
		case "clock", "hhmm":
			m.clock(v.n, a.name == "hhmm")
		case "type":
			m.kind = v.s
		case "mod":
			m.mod = v.s
		case "ref":
			m.ref = v.s
		case "part":
			m.part = v.s
		case "feast":
			m.feast = v.s
		case "set":
			m.set = true
		case "base":
			if v.sub != nil {
				m = *v.sub
			}
		case "whole":
			m.whole = v.sub
		}
	}
	return m
}

// clock sets the hour and minute from minutes since midnight, or from a number
// that is written as four digits.
func (m *meaning) clock(n float64, written bool) {
	per := 60
	if written {
		per = 100
	}
	if n < 0 || n > 2400 || int(n)%per > 59 || int(n)/per > 24 {
		m.kind = "none"
		return
	}
	m.put(fHour, int(n)/per)
	m.put(fMinute, int(n)%per)
}
