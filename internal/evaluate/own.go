package evaluate

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"entente"
)

// ownFiles holds the articles that were written and marked for Entente.
//
//go:embed testdata/own
var ownFiles embed.FS

// unreadFolder holds files of which only the totals are given, so that they
// stay unread.
const unreadFolder = "unread"

// Own scores the articles written for Entente, by file. A must event is found
// when an event of one of its types, with a trigger in its sentence, has one
// of the names on each side (every name where the mark is symmetric); an event
// of ours is right when it answers some mark of its sentence. It needs no data
// folder.
func Own(_ string, read Reader) (*Report, error) {
	root, err := fs.Sub(ownFiles, "testdata/own")
	if err != nil {
		return nil, fmt.Errorf("evaluate: own articles: %w", err)
	}
	return scoreOwn(root, read)
}

func scoreOwn(root fs.FS, read Reader) (*Report, error) {
	var all, known, unread ownScore
	var each Report
	r := &Report{}
	err := eachOwn(root, func(name string, list []ownArticle) {
		hidden, into := path.Dir(name) == unreadFolder, &known
		if hidden {
			into = &unread
		}
		var s ownScore
		for i := range list {
			s.article(&list[i], read, r, hidden)
		}
		into.sum(s)
		all.sum(s)
		s.report(&each, name)
	})
	if err != nil {
		return nil, err
	}
	all.report(r, "all")
	known.report(r, "developed on")
	unread.report(r, "unread")
	r.Scores = append(r.Scores, each.Scores...)
	return r, nil
}

// eachOwn visits the files in the order of their names, those of the unread
// folder last.
func eachOwn(root fs.FS, visit func(name string, list []ownArticle)) error {
	for _, pattern := range []string{"*.txt", unreadFolder + "/*.txt"} {
		names, err := fs.Glob(root, pattern)
		if err != nil {
			return fmt.Errorf("evaluate: own articles: %w", err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(root, name)
			if err != nil {
				return fmt.Errorf("evaluate: own articles: %w", err)
			}
			list, err := readOwn(name, string(b))
			if err != nil {
				return fmt.Errorf("evaluate: own articles: %w", err)
			}
			visit(name, list)
		}
	}
	return nil
}

// ownScore counts must events and events of ours; byType are those that hold
// when the sides are left aside.
type ownScore struct{ must, found, foundByType, ours, right, rightByType int }

func (s *ownScore) sum(t ownScore) {
	s.must += t.must
	s.found += t.found
	s.foundByType += t.foundByType
	s.ours += t.ours
	s.right += t.right
	s.rightByType += t.rightByType
}

func (s *ownScore) report(r *Report, name string) {
	r.share(name+": must found", s.found, s.must)
	r.share(name+": ours right", s.right, s.ours)
	r.share(name+": must found by type alone", s.foundByType, s.must)
	r.share(name+": ours right by type alone", s.rightByType, s.ours)
}

// article counts one article; the misses of a hidden one are not told.
func (s *ownScore) article(a *ownArticle, read Reader, r *Report, hidden bool) {
	d := read(&a.Article)
	file, _, _ := strings.Cut(a.ID, ":")
	for i := range a.lines {
		l := &a.lines[i]
		misses := &Report{}
		s.line(d, l, func(kind, gold, ours string) {
			misses.miss(kind, fmt.Sprintf("%s:%d", file, l.number), d.TextOf(l.Span), gold, ours)
		})
		if !hidden {
			r.Misses = append(r.Misses, misses.Misses...)
		}
	}
}

// line counts one sentence and tells what is missed or extra in it.
func (s *ownScore) line(d *entente.Document, l *ownLine, miss func(kind, gold, ours string)) {
	told := func(e *entente.Event) bool { return l.Start <= e.Trigger.Start && e.Trigger.Start < l.End }
	found, typed := make([]bool, len(l.marks)), make([]bool, len(l.marks))
	for j := range d.Events {
		e := &d.Events[j]
		if !told(e) {
			continue
		}
		right, byType := false, false
		for i := range l.marks {
			if m := &l.marks[i]; slices.Contains(m.types, e.Type) {
				typed[i], byType = true, true
				if m.answeredBy(d, e) {
					found[i], right = true, true
				}
			}
		}
		s.ours++
		s.right += one(right)
		s.rightByType += one(byType)
		if !right {
			miss("extra", l.String(), eventLines(d, func(x *entente.Event) bool { return x == e }))
		}
	}
	s.must += l.musts()
	for i := range l.marks {
		if l.marks[i].optional {
			continue
		}
		s.found += one(found[i])
		s.foundByType += one(typed[i])
		if !found[i] {
			miss("missed", l.marks[i].text, eventLines(d, told))
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// answeredBy reports whether the sides of an event are those of the mark.
func (m *ownMark) answeredBy(d *entente.Document, e *entente.Event) bool {
	source, target := e.Source, e.Target
	if m.symmetric || e.Symmetric {
		source = slices.Concat(e.Source, e.Target)
		target = source
	}
	if !m.symmetric {
		return anyNamed(d, m.source, source) && anyNamed(d, m.target, target)
	}
	for _, n := range slices.Concat(m.source, m.target) {
		if !anyNamed(d, []string{n}, source) {
			return false
		}
	}
	return true
}
