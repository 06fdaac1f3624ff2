// Package codebook holds the codes of PLOVER and CAMEO: types, modes,
// contexts, quad classes, scores, the crosswalk between the two, and what each
// kind of operator makes of each kind of content.
package codebook

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed tables
var files embed.FS

// Capability is the extension for budgets, procurement, basing, doctrine and
// weapons programmes: quad class 4, in no score.
const Capability = "CAPABILITY"

// Code is one CAMEO code and what it is in PLOVER.
type Code struct {
	CAMEO     string
	Title     string
	Goldstein float64  // -10 to 10
	Type      string   // PLOVER type, "" for plain statements
	Mode      string   // PLOVER mode or ""
	Contexts  []string // PLOVER contexts implied by the code
}

// Type is a PLOVER event type or one of its modes.
type Type struct {
	Name  string
	Mode  string  // "" for the type itself
	Quad  int     // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Score float64 // PLOVER score, -10 to 10
	Does  string  // what an actor of this type does
}

type book struct {
	codes    map[string]Code
	types    map[string]Type // by name or name/mode
	order    []string
	contexts map[string]string
	compose  map[string]map[string]Outcome
}

var load = sync.OnceValue(func() *book {
	b := &book{codes: map[string]Code{}, types: map[string]Type{}, contexts: map[string]string{}, compose: map[string]map[string]Outcome{}}
	for _, r := range rows("cameo.tsv", 6) {
		b.codes[r[0]] = Code{r[0], r[1], number("cameo.tsv", r[2]), none(r[3]), none(r[4]), list(r[5])}
	}
	for _, r := range rows("plover.tsv", 5) {
		t := Type{r[0], none(r[1]), int(number("plover.tsv", r[2])), number("plover.tsv", r[3]), none(r[4])}
		if t.Mode == "" {
			b.order = append(b.order, t.Name)
		}
		b.types[key(t.Name, t.Mode)] = t
	}
	for _, r := range rows("contexts.tsv", 2) {
		b.contexts[r[0]] = r[1]
	}
	for _, r := range rows("compose.tsv", 5) {
		if b.compose[r[0]] == nil {
			b.compose[r[0]] = map[string]Outcome{}
		}
		b.compose[r[0]][r[1]] = Outcome{none(r[2]), none(r[3]), none(r[4])}
	}
	return b
})

// rows reads a table of the package; a broken one is a fault of the program.
func rows(name string, width int) [][]string {
	text, err := files.ReadFile("tables/" + name)
	if err != nil {
		panic(err)
	}
	var out [][]string
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		r := strings.Split(line, "\t")
		if len(r) != width {
			panic(fmt.Sprintf("codebook: tables/%s:%d has %d columns, want %d", name, n+1, len(r), width))
		}
		out = append(out, r)
	}
	return out
}

func none(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func list(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, ",")
}

func number(file, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("codebook: tables/%s: %q is no number", file, s))
	}
	return v
}

func key(name, mode string) string {
	if mode == "" {
		return name
	}
	return name + "/" + mode
}

// Lookup returns the row of a CAMEO code of 2 to 4 digits.
func Lookup(cameo string) (Code, bool) {
	c, ok := load().codes[cameo]
	return c, ok
}

// Goldstein is the Goldstein weight of a CAMEO code. A code that is unknown
// takes the weight of its parent; "" and extensions weigh 0.
func Goldstein(cameo string) float64 {
	for len(cameo) >= 2 {
		if c, ok := load().codes[cameo]; ok {
			return c.Goldstein
		}
		cameo = cameo[:len(cameo)-1]
	}
	return 0
}

// Types lists the PLOVER types in the order of the manual, the extension last.
func Types() []string { return load().order }

// TypeOf returns the row of a type with its mode. An unknown mode falls back to
// the type; an unknown type is false.
func TypeOf(name, mode string) (Type, bool) {
	b := load()
	if t, ok := b.types[key(name, mode)]; ok {
		return t, true
	}
	t, ok := b.types[name]
	return t, ok
}

// HasMode reports whether the type knows the mode.
func HasMode(name, mode string) bool {
	_, ok := load().types[key(name, mode)]
	return ok
}

// Quad is the quad class of a type, 0 when it is unknown.
func Quad(name string) int {
	t, _ := TypeOf(name, "")
	return t.Quad
}

// Score is the PLOVER score of a type and mode; 0 for extensions.
func Score(name, mode string) float64 {
	t, _ := TypeOf(name, mode)
	return t.Score
}

// Verbal reports whether the type is done by words: quad class 1 or 3.
func Verbal(name string) bool {
	q := Quad(name)
	return q == 1 || q == 3
}

// Tries reports whether the CAMEO code is one of courts and jailers: charges,
// verdicts, arrests and sentences.
func Tries(cameo string) bool {
	return strings.HasPrefix(cameo, "115") || strings.HasPrefix(cameo, "116") || strings.HasPrefix(cameo, "173")
}

// IsContext reports whether PLOVER knows the context.
func IsContext(name string) bool {
	_, ok := load().contexts[name]
	return ok
}

// Line is the codebook's line on an event, for people: code, title, weight,
// type and score.
func Line(typ, mode, cameo string) string {
	var parts []string
	if c, ok := Lookup(cameo); ok {
		parts = append(parts, fmt.Sprintf("CAMEO %s %s (Goldstein %+.1f)", c.CAMEO, c.Title, c.Goldstein))
	}
	if t, ok := TypeOf(typ, mode); ok {
		if typ == Capability {
			parts = append(parts, fmt.Sprintf("%s, an extension: quad %d, in no score", typ, t.Quad))
		} else {
			parts = append(parts, fmt.Sprintf("PLOVER %s: quad %d, score %+.1f", key(typ, mode), t.Quad, t.Score))
		}
	}
	return strings.Join(parts, "; ")
}

// Political reports whether actors of a sector belong to the world of states:
// governments, their arms and opponents, and bodies of states; "" is a state
// as a whole.
func Political(sector string) bool {
	switch sector {
	case "", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM", "PTY", "OPP", "REB", "UAF", "IGO", "UNO", "EUR", "IMG":
		return true
	}
	return false
}
