package gazetteer

import "entente"

// Reading is a text as the gazetteer reads it. It is not to be changed.
type Reading struct {
	Atoms []Atom
	Names []Hit
}

// Read gives the reading of the text of d. Several stages ask for it: the first
// one makes it.
func Read(d *entente.Document) *Reading {
	if r, ok := d.Names.(*Reading); ok {
		return r
	}
	r := &Reading{Atoms: Atoms(d.Article.Text)}
	r.Names = FindNames(r.Atoms)
	d.Names = r
	return r
}
