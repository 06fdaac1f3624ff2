package plain

import (
	"bufio"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"entente"
	"entente/data"
	"entente/internal/read/stamp"
)

// phrase is one row of data/en/boilerplate.txt.
type phrase struct {
	id, how string
	words   []string
	example string
}

const boilerplateFile = "en/boilerplate.txt"

var (
	year   = regexp.MustCompile(`\b(19|20)\d\d\b`)
	length = regexp.MustCompile(`^\d{1,2}:\d\d `) // of a video, before its title
)

// longest is the length in bytes up to which a paragraph may be boilerplate.
const longest = 300

var boilerplate = sync.OnceValue(func() []phrase {
	list, err := loadBoilerplate()
	if err != nil {
		panic(err) // the file is embedded and tested
	}
	return list
})

func loadBoilerplate() ([]phrase, error) {
	f, err := data.FS.Open(boilerplateFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []phrase
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(strings.ReplaceAll(line, `\|`, "\x00"), "|")
		if len(col) != 4 {
			return nil, fmt.Errorf("data/%s:%d: %d columns, want 4: id | how | words | example", boilerplateFile, n, len(col))
		}
		for i := range col {
			col[i] = strings.TrimSpace(strings.ReplaceAll(col[i], "\x00", "|"))
		}
		list = append(list, phrase{col[0], col[1], strings.Split(col[2], ";"), col[3]})
	}
	return list, in.Err()
}

// boilerplateOf is the id of the rule that a paragraph falls under, "" for none.
func boilerplateOf(paragraph string) string {
	if len(paragraph) > longest {
		return ""
	}
	low := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(paragraph, "’", "'")))
	for _, p := range boilerplate() {
		for _, w := range p.words {
			switch {
			case p.how == "whole" && low == w,
				p.how == "start" && strings.HasPrefix(low, w),
				p.how == "end" && strings.HasSuffix(low, w) && len(low) < 80,
				p.how == "dated" && strings.HasPrefix(low, w) && len(low) < 120 && year.MatchString(low),
				p.how == "part" && strings.Contains(low, w):
				return p.id
			}
		}
	}
	return ""
}

// MarkBoilerplate marks the paragraphs of a web page that are not prose of
// the article: invitations, credits, and lines that are one link and no
// sentence. The text is not changed.
func MarkBoilerplate(a *entente.Article) {
	marked := len(a.Aside)
	ends := make(map[int]int, len(a.Links)) // of links, by their start
	for _, l := range a.Links {
		ends[l.Start] = max(ends[l.Start], l.End)
	}
	pos := 0
	for p := range strings.SplitSeq(a.Text, "\n\n") {
		s := entente.Span{Start: pos, End: pos + len(p)}
		pos = s.End + 2
		if s.Empty() || slices.ContainsFunc(a.Aside[:marked], s.Overlaps) {
			continue
		}
		_, dated := stamp.Parse(p)
		onlyLink := len(p) <= longest && ends[s.Start] >= s.End && !strings.ContainsAny(p[len(p)-1:], ".?!\"")
		if dated || onlyLink || length.MatchString(p) || boilerplateOf(p) != "" {
			a.Aside = append(a.Aside, s)
		}
	}
	slices.SortFunc(a.Aside, func(x, y entente.Span) int { return x.Start - y.Start })
}
