package entente

import (
	"fmt"
	"strings"
)

// Problem is a piece of input that gave no article: where it is, why, and
// what the reader of the message can do about it. Reading goes on behind it.
type Problem struct {
	Name   string // file, URL or "-"
	Line   int    // 1-based, 0 when the whole input is meant
	Reason Reason
	Detail string // "not a JSON object: unexpected end"
	Hint   string // "cut the line or remove it"; may be empty
}

func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Name)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.Detail != "" {
		b.WriteString(p.Detail)
	} else {
		b.WriteString(string(p.Reason))
	}
	if p.Hint != "" {
		b.WriteString(": ")
		b.WriteString(p.Hint)
	}
	return b.String()
}
