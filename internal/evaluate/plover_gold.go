package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente"
)

// ploverRow is one sentence of plover-train: the gold names one pair and the
// root of what passes between them.
type ploverRow struct {
	id, text       string
	source, target entente.Span
	root, quad     string
}

func readPlover(data string) ([]ploverRow, error) {
	path := filepath.Join(data, "plover-train", "PLV_train.tsv")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("evaluate: plover gold: %w", err)
	}
	var rows []ploverRow
	for i, line := range strings.Split(strings.TrimRight(string(b), "\r\n"), "\n") {
		f := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if i == 0 {
			continue
		}
		if len(f) != 7 {
			return nil, fmt.Errorf("evaluate: %s:%d: %d columns, want 7", path, i+1, len(f))
		}
		text, s, t := marked(unquote(f[2]))
		rows = append(rows, ploverRow{f[0], text, s, t, f[5], f[6]})
	}
	return rows, nil
}

// unquote undoes the quoting of fields that hold a quotation mark.
func unquote(s string) string {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' && strings.Contains(s[1:len(s)-1], `""`) {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

// marked takes the tags <s> and <t> out of a sentence and gives the spans
// that they held.
func marked(s string) (text string, source, target entente.Span) {
	var b strings.Builder
	for len(s) > 0 {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		tag := ""
		switch {
		case strings.HasPrefix(s, "<s>"):
			tag, source.Start = "<s>", b.Len()
		case strings.HasPrefix(s, "</s>"):
			tag, source.End = "</s>", b.Len()
		case strings.HasPrefix(s, "<t>"):
			tag, target.Start = "<t>", b.Len()
		case strings.HasPrefix(s, "</t>"):
			tag, target.End = "</t>", b.Len()
		default:
			b.WriteByte('<')
			s = s[1:]
			continue
		}
		s = s[len(tag):]
	}
	b.WriteString(s)
	return b.String(), source, target
}
