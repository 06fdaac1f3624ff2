package evaluate

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Section is the scores of one task in the golden file.
type Section struct {
	Task   string
	Scores []Score
}

const goldenHead = "# Scores on the public data, written by `make eval`. One line a score: value, items, name.\n"

// WriteGolden writes the golden file.
func WriteGolden(w io.Writer, sections []Section) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, goldenHead)
	for _, s := range sections {
		fmt.Fprintf(b, "\n[%s]\n", s.Task)
		for _, x := range s.Scores {
			fmt.Fprintf(b, "%6.3f  %5d  %s\n", x.Value, x.N, x.Name)
		}
	}
	return b.Flush()
}

// ReadGolden reads what WriteGolden wrote.
func ReadGolden(r io.Reader) ([]Section, error) {
	var out []Section
	in := bufio.NewScanner(r)
	for line := 1; in.Scan(); line++ {
		t := strings.TrimSpace(in.Text())
		switch {
		case t == "" || strings.HasPrefix(t, "#"):
		case strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]"):
			out = append(out, Section{Task: t[1 : len(t)-1]})
		default:
			s, err := parseScore(t)
			if err != nil || len(out) == 0 {
				return nil, fmt.Errorf("scores.golden:%d: %q is no score line: run `make eval`", line, t)
			}
			last := &out[len(out)-1]
			last.Scores = append(last.Scores, s)
		}
	}
	return out, in.Err()
}

func parseScore(line string) (Score, error) {
	f := strings.Fields(line)
	if len(f) < 3 {
		return Score{}, fmt.Errorf("too short")
	}
	v, err := strconv.ParseFloat(f[0], 64)
	if err != nil {
		return Score{}, err
	}
	n, err := strconv.Atoi(f[1])
	return Score{strings.Join(f[2:], " "), v, n}, err
}

// A score on at least fewItems items that falls by more than the tolerance is
// a loss; less than that moves with every word of the lexicon.
const (
	tolerance = 0.02
	fewItems  = 30
)

// Changes lists the scores that differ between two runs; worse reports whether
// one of them is a loss. Scores whose name ends in "error" or "an article" are better
// when they are smaller.
func Changes(golden, now []Section) (lines []string, worse bool) {
	old := map[string]float64{}
	for _, s := range golden {
		for _, x := range s.Scores {
			old[s.Task+" "+x.Name] = x.Value
		}
	}
	for _, s := range now {
		for _, x := range s.Scores {
			key := s.Task + " " + x.Name
			was, ok := old[key]
			d := x.Value - was
			if smallerIsBetter(x.Name) {
				d = -d
			}
			switch {
			case !ok:
				lines = append(lines, fmt.Sprintf("+ %s %.3f", key, x.Value))
			case d < -0.001:
				worse = worse || d < -tolerance && x.N >= fewItems
				lines = append(lines, fmt.Sprintf("- %s %.3f, was %.3f", key, x.Value, was))
			case d > 0.001:
				lines = append(lines, fmt.Sprintf("+ %s %.3f, was %.3f", key, x.Value, was))
			}
		}
	}
	return lines, worse
}

func smallerIsBetter(name string) bool {
	return strings.HasSuffix(name, "error") || strings.HasSuffix(name, "an article")
}
