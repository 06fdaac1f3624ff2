// Eval scores Entente on the public data and writes the golden file.
//
//	go run ./internal/evaluate/cmd/eval [-v] [-n] [-only TASK[,TASK]] [-golden FILE]
//
// With -v it prints every miss as a line of tab-separated columns: task,
// kind, item, sentence, gold, ours.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/internal/evaluate"
	"entente/internal/understand"
)

func main() {
	verbose := flag.Bool("v", false, "print every miss as tab-separated columns: task, kind, item, sentence, gold, ours")
	only := flag.String("only", "", "tasks to run, parted by commas; the other sections of the golden file stay")
	golden := flag.String("golden", "internal/evaluate/scores.golden", "file to write")
	dry := flag.Bool("n", false, "print the scores and leave the golden file as it is")
	flag.Parse()
	if err := run(*verbose, *dry, *only, *golden); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(verbose, dry bool, only, golden string) error {
	data, ok := evaluate.Data()
	if !ok {
		return errors.New("no shared/data folder beside the project: put the public data there or set ENTENTE_SHARED")
	}
	old, err := readGolden(golden)
	if err != nil {
		return err
	}
	p := understand.New()
	var now []evaluate.Section
	for _, t := range evaluate.Tasks() {
		if only != "" && !listed(only, t.Name) {
			now = appendOld(now, old, t.Name)
			continue
		}
		r, err := t.Run(data, p.Understand)
		if err != nil {
			return err
		}
		now = append(now, evaluate.Section{Task: t.Name, Scores: r.Scores})
		if verbose {
			printMisses(t.Name, r.Misses)
		}
		fmt.Fprintf(os.Stderr, "[%s] %s\n", t.Name, t.About)
		for _, s := range r.Scores {
			fmt.Fprintf(os.Stderr, "%6.3f  %5d  %s\n", s.Value, s.N, s.Name)
		}
	}
	lines, _ := evaluate.Changes(old, now)
	fmt.Fprintln(os.Stderr, strings.Join(append(lines, ""), "\n"))
	if dry {
		return nil
	}
	return writeGolden(golden, now)
}

func listed(list, name string) bool {
	for _, x := range strings.Split(list, ",") {
		if x == name {
			return true
		}
	}
	return false
}

func appendOld(now, old []evaluate.Section, task string) []evaluate.Section {
	for _, s := range old {
		if s.Task == task {
			return append(now, s)
		}
	}
	return now
}

func readGolden(path string) ([]evaluate.Section, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return evaluate.ReadGolden(f)
}

func writeGolden(path string, sections []evaluate.Section) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := evaluate.WriteGolden(f, sections); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func printMisses(task string, misses []evaluate.Miss) {
	for _, m := range misses {
		fields := []string{task, m.Kind, m.Item, m.Text, m.Gold, m.Ours}
		for i, s := range fields {
			fields[i] = strings.Join(strings.Fields(s), " ")
		}
		fmt.Println(strings.Join(fields, "\t"))
	}
}
