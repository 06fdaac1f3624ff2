package gazetteer

import "sync"

// Organisation is an international organisation, bloc, armed group, party,
// agency, company or outlet with a code of its own.
type Organisation struct {
	Code    string // CAMEO style: IGOWSTNAT
	Short   string // the name an analyst types: NATO
	Name    string
	Names   []string
	Kind    string // igo bloc ngo armed party company agency church
	Country string // ISO3 where it belongs to one state, else ""
	Sector  string // PLOVER sector
}

type orgTable struct {
	all    []Organisation
	byCode map[string]int
	byName map[string]int
	errs   []error
}

var organisations = sync.OnceValue(func() *orgTable {
	rs, errs := rows("facts/organisations.tsv", "\t", 7)
	t := &orgTable{byCode: make(map[string]int, len(rs)), byName: make(map[string]int, 3*len(rs)), errs: errs}
	for _, r := range rs {
		c := r.cells
		if c[0] == "code" {
			continue
		}
		o := Organisation{Code: c[0], Short: c[1], Name: c[2], Names: list(c[3]), Kind: c[4], Country: c[5], Sector: c[6]}
		if o.Name == "" {
			o.Name = o.Short
		}
		if _, ok := t.byCode[o.Code]; ok {
			t.errs = append(t.errs, r.errorf("code %s stands twice", o.Code))
		}
		i := len(t.all)
		t.all = append(t.all, o)
		t.byCode[o.Code] = i
		for _, n := range append([]string{o.Short, o.Name}, o.Names...) {
			if _, ok := t.byName[Unaccent(n)]; !ok && n != "" {
				t.byName[Unaccent(n)] = i
			}
		}
	}
	return t
})

// Organisations lists all of them in the order of the table. Do not change the slice.
func Organisations() []Organisation { return organisations().all }

// OrganisationByCode finds an organisation by its code.
func OrganisationByCode(code string) (*Organisation, bool) {
	i, ok := organisations().byCode[code]
	if !ok {
		return nil, false
	}
	return &organisations().all[i], true
}

// OrganisationNamed finds an organisation by its short name or a longer one.
func OrganisationNamed(name string) (*Organisation, bool) {
	i, ok := organisations().byName[Unaccent(name)]
	if !ok {
		return nil, false
	}
	return &organisations().all[i], true
}
