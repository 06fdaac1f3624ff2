package gazetteer

import (
	"strings"
	"sync"

	"entente"
)

// Sense is how a name in the text means what it refers to.
type Sense uint8

const (
	StateName    Sense = iota // "Japan"
	StateDemonym              // "Japanese" as a modifier or as people
	StatePeople               // "Britons"
	StateCapital              // "Tokyo": the city or its government
	StateMetonym              // "the Kremlin": a government by its seat or nickname
	OrgName                   // "NATO"
	PersonName                // "Fumio Kishida"
	PersonFamily              // "Kishida"
	OutletName                // "Reuters"
)

// Ref is one reading of a name. Index points into States, Organisations,
// People, Metonyms or Outlets, by Sense.
type Ref struct {
	Sense Sense
	Index int
}

// Hit is a name found in a text with everything that it may mean, which is not
// to be changed.
type Hit struct {
	entente.Span
	Refs []Ref
}

const indexBits = 24

func (r Ref) value() int32 { return int32(r.Sense)<<indexBits | int32(r.Index) }

func refOf(v int32) Ref { return Ref{Sense(v >> indexBits), int(v & (1<<indexBits - 1))} }

// names is the one trie of all that actors are called.
var names = sync.OnceValue(buildNames)

// meanings are the readings of each node of names, nil where no name ends.
var meanings = sync.OnceValue(func() [][]Ref {
	t := names()
	of := make([][]Ref, len(t.first))
	all := make([]Ref, 0, len(t.links))
	for node := range of {
		from := len(all)
		for _, v := range t.Values(int32(node)) {
			all = append(all, refOf(v))
		}
		if len(all) > from {
			of[node] = all[from:len(all):len(all)]
		}
	}
	return of
})

func buildNames() *Trie {
	t := NewTrie(16000)
	add := func(phrase string, s Sense, i int) {
		if phrase != "" {
			t.Add(phrase, Ref{s, i}.value())
		}
	}
	addAll := func(phrases []string, s Sense, i int) {
		for _, p := range phrases {
			add(p, s, i)
		}
	}
	for i, s := range States() {
		add(s.Name, StateName, i)
		addAll(s.Names, StateName, i)
		addAll(s.Adjectives, StateDemonym, i)
		addAll(s.People, StatePeople, i)
		addAll(s.Capitals, StateCapital, i)
	}
	for i, m := range Metonyms() {
		add(m.Phrase, StateMetonym, i)
	}
	long := longForms()
	for i, o := range Organisations() {
		for _, n := range append([]string{o.Short, o.Name}, o.Names...) {
			add(n, OrgName, i)
			if head, rest, ok := strings.Cut(n, " "); ok && long[head] != "" {
				add(long[head]+" "+rest, OrgName, i)
			}
		}
	}
	for i, o := range Outlets() {
		add(o.Name, OutletName, i)
		addAll(o.Names, OutletName, i)
	}
	for i, p := range People() {
		add(p.Name, PersonName, i)
		addAll(p.Names, PersonName, i)
		addAll(p.Family, PersonFamily, i)
	}
	return t
}

// longForms maps the abbreviations that open names of bodies to their long
// forms, so that "US Navy" also stands as "United States Navy".
func longForms() map[string]string {
	long := map[string]string{}
	for _, o := range Organisations() {
		if len(o.Short) == 2 && o.Kind == "igo" {
			long[o.Short] = o.Name
		}
	}
	for _, s := range States() {
		for _, n := range s.Names {
			if len(n) == 2 {
				long[n] = s.Name
			}
		}
	}
	return long
}

// articles are the words of data/en/articles.txt.
var articles = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	rs, _ := rows("en/articles.txt", "|", 1)
	for _, r := range rs {
		set[r.cells[0]] = true
	}
	return set
})

// FindNames finds the longest names in a text, left to right, none inside
// another.
func FindNames(atoms []Atom) []Hit {
	t := names()
	ids := t.Words(atoms)
	var hits []Hit
	for i := 0; i < len(atoms); {
		end, node := t.Longest(atoms, ids, i)
		if node == 0 {
			i++
			continue
		}
		if articles()[atoms[i].Form] {
			// "The Guardian Council" is no outlet.
			if e, n := t.Longest(atoms, ids, i+1); n != 0 && e > end {
				i++
				continue
			}
		}
		hits = append(hits, Hit{entente.Span{Start: atoms[i].Start, End: atoms[end-1].End}, meanings()[node]})
		i = end
	}
	return hits
}

// Lookup lists what exactly this name may mean.
func Lookup(name string) []Ref {
	var refs []Ref
	for _, v := range names().Find(name) {
		refs = append(refs, refOf(v))
	}
	return refs
}
