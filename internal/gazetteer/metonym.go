package gazetteer

import "sync"

// Metonym is a seat or nickname that stands for a government or a part of it.
type Metonym struct {
	Phrase  string
	Country string // ISO3
	Sector  string
	Part    string // what it is a part of, in words: "presidency", "foreign ministry"; may be empty
	Example string // a sentence that the tests run
}

// Outlet is a paper, agency or broadcaster.
type Outlet struct {
	Name    string
	Names   []string
	Country string // ISO3, "" for international ones
}

type metonymTable struct {
	all  []Metonym
	errs []error
}

var metonyms = sync.OnceValue(func() *metonymTable {
	rs, errs := rows("en/metonyms.txt", "|", 5)
	t := &metonymTable{errs: errs}
	for _, r := range rs {
		t.all = append(t.all, Metonym{Phrase: r.cells[0], Country: r.cells[1], Sector: r.cells[2], Part: r.cells[3], Example: r.cells[4]})
	}
	return t
})

// Metonyms lists them in the order of the table. Do not change the slice.
func Metonyms() []Metonym { return metonyms().all }

type outletTable struct {
	all  []Outlet
	errs []error
}

var outlets = sync.OnceValue(func() *outletTable {
	rs, errs := rows("en/outlets.txt", "|", 3)
	t := &outletTable{errs: errs}
	for _, r := range rs {
		t.all = append(t.all, Outlet{Name: r.cells[0], Names: list(r.cells[1]), Country: r.cells[2]})
	}
	return t
})

// Outlets lists them in the order of the table. Do not change the slice.
func Outlets() []Outlet { return outlets().all }
