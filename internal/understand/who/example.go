package who

// RoleExample is the example of one class of data/en/roles.txt.
type RoleExample struct {
	Class string
	Text  string
	Code  string // of an actor in the text, "" when none is expected
	Line  int
	Err   error // the class line cannot be read
}

// RoleExamples lists the examples, and the lines that cannot be read.
func RoleExamples() []RoleExample {
	var out []RoleExample
	for _, l := range lines("en/roles.txt") {
		if len(l.text) < 3 || l.text[:3] != "== " {
			continue
		}
		r, err := parseRole(l.text[3:], l.n)
		out = append(out, RoleExample{Class: r.id, Text: r.example, Code: r.code, Line: l.n, Err: err})
	}
	return out
}
