package gazetteer

import "sync"

// State is a state, a historic state, a territory or a contested entity.
type State struct {
	ISO3         string
	COW          string // Correlates of War letters, "" when there are none
	COWNumber    string
	Since, Until Day // 0 is open
	Kind         string
	Within       string // ISO3 under which an entity without its own code is counted
	Name         string
	Names        []string
	Adjectives   []string // "Japanese", "British"
	People       []string // "Japanese", "Britons"
	Capitals     []string
}

// Kinds of states.
const (
	Sovereign = "state"
	Historic  = "historic"
	Territory = "territory"
	Entity    = "entity"    // Taiwan, Kosovo, Palestine: a code of its own, statehood disputed
	Contested = "contested" // a breakaway authority, counted under Within
	Region    = "region"    // a part of a state that is known by its name
)

// Country is the ISO3 code that an actor of this state carries.
func (s *State) Country() string {
	if s.Within != "" && s.Kind != Historic {
		return s.Within
	}
	return s.ISO3
}

type stateTable struct {
	all    []State
	byISO3 map[string]int
	byName map[string]int
	errs   []error
}

var states = sync.OnceValue(func() *stateTable {
	rs, errs := rows("facts/states.tsv", "\t", 12)
	t := &stateTable{byISO3: make(map[string]int, len(rs)), byName: make(map[string]int, 4*len(rs)), errs: errs}
	for _, r := range rs {
		if r.cells[0] == "iso3" {
			continue
		}
		c := r.cells
		s := State{ISO3: c[0], COW: c[1], COWNumber: c[2], Kind: c[5], Within: c[6], Name: c[7],
			Names: list(c[8]), Adjectives: list(c[9]), People: list(c[10]), Capitals: list(c[11])}
		s.Since = t.day(r, c[3])
		s.Until = t.day(r, c[4])
		if _, ok := t.byISO3[s.ISO3]; ok {
			t.errs = append(t.errs, r.errorf("code %s stands twice", s.ISO3))
		}
		i := len(t.all)
		t.all = append(t.all, s)
		t.byISO3[s.ISO3] = i
		t.byName[Unaccent(s.Name)] = i
		for _, n := range s.Names {
			if _, ok := t.byName[Unaccent(n)]; !ok {
				t.byName[Unaccent(n)] = i
			}
		}
	}
	return t
})

func (t *stateTable) day(r row, cell string) Day {
	if cell == "" {
		return 0
	}
	d, err := parseDay(cell)
	if err != nil {
		t.errs = append(t.errs, r.errorf("%v", err))
	}
	return d
}

// States lists all of them in order of their codes. Do not change the slice.
func States() []State { return states().all }

// StateByISO3 finds a state by its code.
func StateByISO3(code string) (*State, bool) {
	i, ok := states().byISO3[code]
	if !ok {
		return nil, false
	}
	return &states().all[i], true
}

// StateNamed finds a state by one of its names, accents aside.
func StateNamed(name string) (*State, bool) {
	i, ok := states().byName[Unaccent(name)]
	if !ok {
		return nil, false
	}
	return &states().all[i], true
}
