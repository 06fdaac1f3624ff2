// Package data holds what Entente knows as text: the English of data/en and
// the facts of data/facts. Every file names its origin and licence in its head.
package data

import "embed"

//go:embed en facts
var FS embed.FS
