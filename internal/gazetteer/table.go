package gazetteer

import (
	"fmt"
	"strings"

	"entente/data"
)

// Row is one line of a fact table: its columns and where it stands.
type row struct {
	cells []string
	file  string
	line  int
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// rows reads a table of data: lines that start with # are comments, the
// columns are parted by sep. A line with another number of columns is skipped
// here and reported by the table's test.
func rows(file, sep string, columns int) (good []row, bad []error) {
	text, err := data.FS.ReadFile(file)
	if err != nil {
		return nil, []error{err}
	}
	rest := string(text)
	for n := 1; rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		r := row{strings.Split(line, sep), file, n}
		if len(r.cells) != columns {
			bad = append(bad, r.errorf("%d columns, want %d", len(r.cells), columns))
			continue
		}
		for i := range r.cells {
			r.cells[i] = strings.TrimSpace(r.cells[i])
		}
		good = append(good, r)
	}
	return good, bad
}

// list splits a cell at ";" and drops empty parts.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	parts := strings.Split(cell, ";")
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
