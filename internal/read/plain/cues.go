package plain

import (
	"bufio"
	"fmt"
	"strings"
	"sync"

	"entente/data"
)

// cue is one row of data/en/reading.txt.
type cue struct {
	id, kind string
	words    []string
	example  string
}

const cueFile = "en/reading.txt"

var cues = sync.OnceValue(func() []cue {
	list, err := loadCues()
	if err != nil {
		panic(err) // the file is embedded and tested
	}
	return list
})

func loadCues() ([]cue, error) {
	f, err := data.FS.Open(cueFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []cue
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "|")
		if len(col) != 4 {
			return nil, fmt.Errorf("data/%s:%d: %d columns, want 4: id | kind | words | example", cueFile, n, len(col))
		}
		for i := range col {
			col[i] = strings.TrimSpace(col[i])
		}
		list = append(list, cue{col[0], col[1], strings.Split(col[2], ";"), col[3]})
	}
	return list, in.Err()
}

// match finds the cue with which a line begins and the rest of the line. A
// cue without a colon counts only before a date or, for an author, a name.
func match(line string) (c cue, rest string, ok bool) {
	low := strings.ToLower(line[:min(len(line), 40)])
	for _, c := range cues() {
		for _, w := range c.words {
			if !strings.HasPrefix(low, w) {
				continue
			}
			rest := line[len(w):]
			trimmed := strings.TrimLeft(rest, " \t")
			if strings.HasPrefix(trimmed, ":") {
				return c, strings.TrimSpace(trimmed[1:]), true
			}
			if rest != "" && rest == trimmed {
				continue // "bystanders", not "by"
			}
			if bareCue(c.kind, strings.TrimSpace(trimmed)) {
				return c, strings.TrimSpace(trimmed), true
			}
		}
	}
	return cue{}, "", false
}
