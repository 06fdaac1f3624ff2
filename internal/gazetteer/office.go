package gazetteer

import (
	"strings"
	"sync"
)

// Person is someone who holds or held an office.
type Person struct {
	Name   string
	Names  []string // other full names and spellings
	Family []string // what stands alone for the person: "Xi", "Assad", "al-Assad"
	Woman  bool
	Spells []Spell // in the order of the tables
}

// Spell is one stretch of one person in one office. Until is the day on which
// the next holder takes over; 0 is open.
type Spell struct {
	Country string // ISO3, or the code of an organisation
	Office  string // "president", "prime minister", "foreign minister", "secretary general" ...
	Since   Day
	Until   Day
	Person  int
}

// In reports whether the spell covers day d; with d unknown every spell does.
func (s Spell) In(d Day) bool {
	return d == 0 || s.Since <= d && (s.Until == 0 || d < s.Until)
}

// At is the spell of the person on day d. With no spell on that day, or d
// unknown, it is the last one that began before d (the last of all when d is
// unknown) and now is false.
func (p *Person) At(d Day) (s Spell, now bool) {
	best := -1
	for i, s := range p.Spells {
		switch {
		case d != 0 && s.In(d):
			return s, true
		case best < 0, (d == 0 || s.Since <= d) && s.Since > p.Spells[best].Since, d != 0 && p.Spells[best].Since > d && s.Since < p.Spells[best].Since:
			best = i
		}
	}
	if best < 0 {
		return Spell{}, false
	}
	return p.Spells[best], d == 0
}

type officeTable struct {
	people []Person
	byName map[string]int
	spells []Spell
	byPost map[string][]int // "USA president" -> spells
	errs   []error
}

var offices = sync.OnceValue(func() *officeTable {
	t := &officeTable{byName: map[string]int{}, byPost: map[string][]int{}}
	for _, file := range []string{"facts/history.txt", "facts/offices.txt", "facts/ministers.txt", "facts/secretaries.txt"} {
		rs, errs := rows(file, "|", 3)
		t.errs = append(t.errs, errs...)
		for _, r := range rs {
			t.post(r)
		}
	}
	rs, errs := rows("facts/people.txt", "|", 2)
	t.errs = append(t.errs, errs...)
	for _, r := range rs {
		t.aliases(r)
	}
	for _, s := range t.spells {
		t.people[s.Person].Spells = append(t.people[s.Person].Spells, s)
	}
	for i := range t.people {
		t.people[i].complete()
	}
	return t
})

// post reads one line "COUNTRY | office | Name date; Name date; ...": each
// spell ends where the next begins, "-" is nobody, "+" lets two overlap.
func (t *officeTable) post(r row) {
	country, office := r.cells[0], r.cells[1]
	post := country + " " + office
	last := -1
	for _, part := range list(r.cells[2]) {
		name, date, ok := cutLast(part)
		day, err := parseDay(date)
		if !ok || err != nil {
			t.errs = append(t.errs, r.errorf("%q is not a name and a day", part))
			continue
		}
		if last >= 0 {
			t.spells[last].Until = day
			if day <= t.spells[last].Since {
				t.errs = append(t.errs, r.errorf("%q does not begin after the one before", part))
			}
		}
		if name == "-" {
			last = -1
			continue
		}
		last = len(t.spells)
		t.spells = append(t.spells, Spell{Country: country, Office: office, Since: day, Person: t.person(name)})
		t.byPost[post] = append(t.byPost[post], last)
	}
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s, false
	}
	return strings.TrimSpace(s[:i]), s[i+1:], true
}

// person finds or enters the one who is written "Angela Merkel (f)" or
// "/Xi Jinping", where the slash opens the family name.
func (t *officeTable) person(written string) int {
	name, woman := strings.CutSuffix(written, " (f)")
	plain := strings.Replace(name, "/", "", 1)
	if i, ok := t.byName[plain]; ok {
		return i
	}
	i := len(t.people)
	t.byName[plain] = i
	t.people = append(t.people, Person{Name: plain, Woman: woman, Family: []string{familyOf(name)}})
	return i
}

// familyOf is the family name of a written name: from the slash to the end of
// its word, or to the end of the name where the slash opens a particle
// ("Mohammed /bin Salman"); without a slash the last word.
func familyOf(written string) string {
	if _, after, ok := strings.Cut(written, "/"); ok {
		word, rest, _ := strings.Cut(after, " ")
		if rest != "" && word == strings.ToLower(word) {
			return after
		}
		return word
	}
	words := strings.Fields(written)
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return written
	}
	return words[len(words)-1]
}

// isSuffix reports whether a word stands behind family names: "Jr.", "III".
func isSuffix(w string) bool {
	return strings.Trim(w, "IVX") == "" || w == "Jr." || w == "Sr." || w == "Jr" || w == "Sr"
}

// aliases reads one line "Name | other; other".
func (t *officeTable) aliases(r row) {
	i, ok := t.byName[strings.Replace(r.cells[0], "/", "", 1)]
	if !ok {
		t.errs = append(t.errs, r.errorf("%q holds no office in the tables", r.cells[0]))
		return
	}
	p := &t.people[i]
	for _, a := range list(r.cells[1]) {
		p.Names = append(p.Names, strings.Replace(a, "/", "", 1))
		p.Family = append(p.Family, familyOf(a))
	}
}

// complete adds the spellings that follow from the written ones.
func (p *Person) complete() {
	for _, f := range p.Family {
		for _, article := range []string{"al-", "el-", "Al-", "El-", "ash-", "as-"} {
			if bare, ok := strings.CutPrefix(f, article); ok {
				p.Family = append(p.Family, bare)
			}
		}
	}
	for _, n := range append([]string{p.Name}, p.Names...) {
		if raised := strings.Replace(strings.Replace(n, " al-", " Al-", 1), " el-", " El-", 1); raised != n {
			p.Names = append(p.Names, raised)
		}
	}
	for _, n := range append([]string{p.Name}, p.Names...) {
		if joined := raiseHyphens(n); joined != n {
			p.Names = append(p.Names, joined)
		}
	}
}

// raiseHyphens writes "Kim Jong-un" as "Kim Jong Un".
func raiseHyphens(s string) string {
	i := strings.IndexByte(s, '-')
	if i < 0 || i+1 >= len(s) || s[i+1] < 'a' || s[i+1] > 'z' {
		return s
	}
	return s[:i] + " " + strings.ToUpper(s[i+1:i+2]) + s[i+2:]
}

// People lists everybody who holds or held an office. Do not change the slice.
func People() []Person { return offices().people }

// Spells lists all spells in office in the order of the tables.
func Spells() []Spell { return offices().spells }

// Holder is who held an office of a state (ISO3) or organisation (code) on a
// day; with the day unknown, the last one.
func Holder(country, office string, d Day) (*Person, bool) {
	t := offices()
	ids := t.byPost[country+" "+office]
	for k := len(ids) - 1; k >= 0; k-- {
		if s := t.spells[ids[k]]; s.In(d) {
			return &t.people[s.Person], true
		}
	}
	return nil, false
}
