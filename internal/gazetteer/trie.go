package gazetteer

import "strings"

// Trie finds phrases in a text, word by word. Words are numbered once, each
// edge is one entry of a flat table, and a phrase may carry several values.
type Trie struct {
	words map[string]int32
	edges map[uint64]int32
	first []int32 // per node: 1 + index of its first link, 0 for none
	links []link
}

type link struct{ value, next int32 }

// NewTrie returns an empty trie with room for about the given number of phrases.
func NewTrie(phrases int) *Trie {
	return &Trie{
		words: make(map[string]int32, phrases),
		edges: make(map[uint64]int32, phrases*3/2),
		first: make([]int32, 1, phrases*3/2+1),
		links: make([]link, 0, phrases),
	}
}

// Add enters a phrase with a value; the same value twice counts once.
func (t *Trie) Add(phrase string, value int32) {
	node := int32(0)
	for _, a := range Atoms(phrase) {
		w, ok := t.words[a.Form]
		if !ok {
			w = int32(len(t.words))
			t.words[a.Form] = w
		}
		key := uint64(node)<<32 | uint64(w)
		next, ok := t.edges[key]
		if !ok {
			next = int32(len(t.first))
			t.first = append(t.first, 0)
			t.edges[key] = next
		}
		node = next
	}
	if node == 0 {
		return
	}
	last := int32(0)
	for l := t.first[node]; l != 0; l = t.links[l-1].next {
		if t.links[l-1].value == value {
			return
		}
		last = l
	}
	t.links = append(t.links, link{value: value})
	if last == 0 {
		t.first[node] = int32(len(t.links))
	} else {
		t.links[last-1].next = int32(len(t.links))
	}
}

// Words numbers the atoms of a text for Longest: -1 for a word of no phrase.
// Capitals ("JAPAN") also match the word written with one capital.
func (t *Trie) Words(atoms []Atom) []int32 {
	ids := make([]int32, len(atoms))
	for i, a := range atoms {
		ids[i] = t.word(a.Form)
	}
	return ids
}

func (t *Trie) word(form string) int32 {
	if w, ok := t.words[form]; ok {
		return w
	}
	if len(form) > 2 && allCapitals(form) {
		if w, ok := t.words[form[:1]+strings.ToLower(form[1:])]; ok {
			return w
		}
	}
	return -1
}

func allCapitals(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// Longest finds the longest phrase that starts at atom i. It returns the atom
// after its last one and a node for Values, or (i, 0) when there is none.
func (t *Trie) Longest(atoms []Atom, ids []int32, i int) (end int, node int32) {
	end = i
	at := int32(0)
	for k := i; k < len(ids) && ids[k] >= 0 && (k == i || atoms[k].Glued); k++ {
		next, ok := t.edges[uint64(at)<<32|uint64(ids[k])]
		if !ok {
			break
		}
		at = next
		if t.first[at] != 0 {
			end, node = k+1, at
		}
	}
	return end, node
}

// Values lists the values of a node in the order in which they were added.
func (t *Trie) Values(node int32) []int32 {
	var vs []int32
	for l := t.first[node]; l != 0; l = t.links[l-1].next {
		vs = append(vs, t.links[l-1].value)
	}
	return vs
}

// First is the value of a node that was added first, which it must have.
func (t *Trie) First(node int32) int32 { return t.links[t.first[node]-1].value }

// Find returns the values of exactly this phrase.
func (t *Trie) Find(phrase string) []int32 {
	atoms := Atoms(phrase)
	end, node := t.Longest(atoms, t.Words(atoms), 0)
	if node == 0 || end != len(atoms) {
		return nil
	}
	return t.Values(node)
}
