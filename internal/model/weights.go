// Package model holds the trained weights of the language rooms and scores
// with them. It holds no training code: see internal/train.
package model

import "embed"

//go:embed weights
var files embed.FS
