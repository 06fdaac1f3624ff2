package evaluate

import (
	"os"
	"path/filepath"

	"entente"
)

// Reader understands one article; in production it is the whole pipeline.
type Reader func(*entente.Article) *entente.Document

// Task is one thing that is measured.
type Task struct {
	Name  string
	About string
	// Run scores read on the gold under the folder data. It fails only when
	// the gold cannot be read.
	Run func(data string, read Reader) (*Report, error)
}

// Tasks lists what is measured, in the order of the golden file.
func Tasks() []Task {
	return []Task{
		{"plover", "sentences with a marked pair and one PLOVER root", Plover},
		{"articles", "whole articles with every event and statement marked", Articles},
		{"marked", "Wikinews articles marked for Entente, in the same way", Marked},
		{"own", "articles and sentences written and marked for Entente", Own},
		{"quote", "PolNeAR: source, cue and content of attributions", Quotes},
		{"timex", "TimeBank and AQUAINT: time expressions and their values", Timex},
		{"toponym", "GeoVirus and LGL: places and where they lie", Toponyms},
		{"seed", "the article that started the project: its statements and events", Seed},
		{"noise", "events in articles on science, sport and culture", Noise},
		{"coders", "sentences coded by several people", Coders},
		{"pages", "real news pages: body, date, title, authors", Pages},
	}
}

// Score is one line of the golden file.
type Score struct {
	Name  string
	Value float64 // a share between 0 and 1, or a mean
	N     int     // how many items the value rests on
}

// Miss is one item that was not found, found wrongly, or found where the
// gold has nothing: a row of the error report.
type Miss struct {
	Kind string // "missed", "wrong", "extra"
	Item string // sentence or article id
	Text string // the sentence
	Gold string
	Ours string // with rule ids and confidence
}

// Report is the result of one task.
type Report struct {
	Scores []Score
	Misses []Miss
}

func (r *Report) score(name string, value float64, n int) {
	r.Scores = append(r.Scores, Score{name, value, n})
}

func (r *Report) miss(kind, item, text, gold, ours string) {
	r.Misses = append(r.Misses, Miss{kind, item, text, gold, ours})
}

// share adds part/whole as a score; 0 when whole is 0.
func (r *Report) share(name string, part, whole int) {
	r.score(name, ratio(part, whole), whole)
}

// Data finds the folder with the public data: $ENTENTE_SHARED/data, or
// shared/data beside one of the folders above the working directory.
func Data() (string, bool) {
	if s := os.Getenv("ENTENTE_SHARED"); s != "" {
		return isDir(filepath.Join(s, "data"))
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", false
	}
	for {
		if d, ok := isDir(filepath.Join(dir, "shared", "data")); ok {
			return d, true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", false
		}
		dir = up
	}
}

func isDir(p string) (string, bool) {
	fi, err := os.Stat(p)
	return p, err == nil && fi.IsDir()
}
