// Package demo holds the bundled dispatches as JSONL, in the form that
// `entente code` reads.
package demo

import _ "embed"

//go:embed dispatches.jsonl
var Dispatches []byte
