// Package data holds what Entente knows as text: the English of data/en and
// the facts of data/facts. Every file names its origin and licence in its head.
package data

import "embed"

//go:embed en facts/*.txt facts/*.tsv facts/*.md
var FS embed.FS

// Places is facts/places.bin itself, where FS would give a copy. It is not to be
// changed.
//
//go:embed facts/places.bin
var Places []byte
