// Package stamp reads the dates and times with which news is published: what
// stands in meta tags, feeds, tables and "Posted on" lines.
package stamp

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// layouts are tried in order on a cleaned string: no weekday, no ordinal
// ending, no doubled blank. Those without a zone are read as UTC.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05.999999999",
	"2006-01-02T15:04", "2006-01-02", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999 Z0700", "2006-01-02 15:04:05 MST",
	"2006-01-02 15:04:05.999999999", "2006-01-02 15:04", "2006/01/02", "2006/01/02 15:04:05", "2006/01/02 15:04", "20060102", "20060102T150405Z",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04 MST", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04",
	"2 Jan 2006", "Jan 2 2006", "Jan 2 2006 3:04 PM", "Jan 2 2006 3:04PM", "Jan 2 2006 15:04", "Jan 2 2006 15:04:05",
	"Jan 2 2006 3:04 PM MST", "Jan 2 2006 3:04PM MST", "Jan 2 15:04:05 MST 2006",
	"2 Jan 2006 3:04 PM", "1/2/2006", "2.1.2006", "02-Jan-06", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04:05 MST", "Jan 2 3:04 PM 2006",
}

var (
	unix     = regexp.MustCompile(`^\d{10}(\d{3})?$`)
	zoneName = regexp.MustCompile(`\s*\([A-Za-z ]+\)$`)
	ordinal  = regexp.MustCompile(`^(\d{1,2})[a-z]{2}$`)
)

// zones are the abbreviations that news uses, in seconds east of UTC. Go
// parses an unknown abbreviation as UTC, which would be wrong by hours.
var zones = map[string]int{
	"EST": -5 * 3600, "EDT": -4 * 3600, "CST": -6 * 3600, "CDT": -5 * 3600, "MST": -7 * 3600, "MDT": -6 * 3600, "PST": -8 * 3600, "PDT": -7 * 3600,
	"ET": -5 * 3600, "PT": -8 * 3600, "CET": 3600, "CEST": 2 * 3600, "EET": 2 * 3600, "EEST": 3 * 3600, "MSK": 3 * 3600,
	"JST": 9 * 3600, "KST": 9 * 3600, "IST": 5*3600 + 1800, "SGT": 8 * 3600, "HKT": 8 * 3600, "AEST": 10 * 3600, "AEDT": 11 * 3600, "BST": 3600,
}

// Parse reads one publication date or time. A time of day without a zone is
// taken as UTC; a date alone is midnight UTC. Years before 1800 and after
// 2200 are refused.
func Parse(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 64 {
		return time.Time{}, false
	}
	if unix.MatchString(s) {
		n, err := strconv.ParseInt(s, 10, 64)
		if len(s) == 13 {
			n /= 1000
		}
		return plausible(time.Unix(n, 0), err)
	}
	if t, ok := try(s); ok {
		return t, true
	}
	return try(clean(s))
}

func try(s string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(settle(t), nil)
		}
	}
	return time.Time{}, false
}

// settle gives a parsed zone abbreviation its offset.
func settle(t time.Time) time.Time {
	name, off := t.Zone()
	if z, ok := zones[name]; ok && off == 0 {
		return t.Add(-time.Duration(z) * time.Second)
	}
	return t
}

func plausible(t time.Time, err error) (time.Time, bool) {
	t = t.UTC()
	if err != nil || t.Year() < 1800 || t.Year() > 2200 {
		return time.Time{}, false
	}
	return t, true
}

// clean brings a date as people write it into the form of the layouts:
// "Tuesday, January 31st, 2023 at 4:10 p.m." becomes "Jan 31 2023 4:10 PM".
func clean(s string) string {
	words := strings.FieldsFunc(zoneName.ReplaceAllString(s, ""), func(r rune) bool {
		return r == ' ' || r == ',' || r == '|' || r == '\t' || r == '\n' || r == '\u00a0' || r == '–' || r == '—'
	})
	kept := words[:0]
	for _, w := range words {
		if m := ordinal.FindStringSubmatch(w); m != nil {
			w = m[1]
		}
		switch bare := strings.ToLower(strings.ReplaceAll(w, ".", "")); {
		case bare == "am" || bare == "pm":
			w = strings.ToUpper(bare)
		case strings.HasSuffix(bare, "day") && isLetters(bare) || isWeekday(bare):
			continue
		case isMonth(bare):
			w = strings.ToUpper(bare[:1]) + bare[1:3]
		case len(w) <= 3 && isLetters(w) && w == strings.ToLower(w): // "at", "the", "of"
			continue
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}

func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func isMonth(w string) bool {
	for m := time.January; m <= time.December; m++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), w) || w == strings.ToLower(m.String()[:min(4, len(m.String()))]) {
			return true
		}
	}
	return false
}

func isWeekday(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), w) {
			return true
		}
	}
	return false
}

// monthInPath is a month's number or its first three letters.
func monthInPath(s string) (string, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return fmt.Sprintf("%02d", n), n >= 1 && n <= 12
	}
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(s[:3], m.String()[:3]) {
			return fmt.Sprintf("%02d", int(m)), true
		}
	}
	return "", false
}

// inPath finds /2023/01/31/, /2023-01-31-, /20230131/ and /2023/jan/31/.
var inPath = regexp.MustCompile(`(?i)[/_-]((?:19|20)\d\d)[/_-]?(\d\d?|[a-z]{3,9})[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)

// FromURL reads the date that many outlets put into the address of an article.
func FromURL(url string) (time.Time, bool) {
	m := inPath.FindStringSubmatch(url)
	if m == nil {
		return time.Time{}, false
	}
	month, ok := monthInPath(m[2])
	if !ok {
		return time.Time{}, false
	}
	return Parse(m[1] + "-" + month + "-" + m[3])
}
