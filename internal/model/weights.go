// Package model holds the trained weights of the language rooms and scores
// with them. It holds no training code: see internal/train.
package model

import "embed"

//go:embed weights/sentence.bin
var files embed.FS

// english is weights/english.bin itself, where files would give a copy: most of
// it is looked up in place. It is not to be changed.
//
//go:embed weights/english.bin
var english []byte
