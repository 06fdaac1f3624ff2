package gazetteer

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestHolder(t *testing.T) {
	for _, c := range []struct {
		country, office, day, want string
	}{
		{"USA", "president", "2018-07-01", "Donald Trump"},
		{"USA", "president", "2024-12-31", "Joe Biden"},
		{"USA", "president", "2025-02-01", "Donald Trump"},
		{"RUS", "president", "2010-07-01", "Dmitry Medvedev"},
		{"JPN", "prime minister", "2023-02-02", "Fumio Kishida"},
		{"IGOWSTNAT", "secretary general", "2023-02-02", "Jens Stoltenberg"},
		{"CHN", "foreign minister", "2023-03-01", "Qin Gang"},
		{"SYR", "president", "2024-12-20", ""},
		{"XXX", "president", "2024-12-20", ""},
	} {
		d, err := parseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if p, ok := Holder(c.country, c.office, d); ok {
			got = p.Name
		}
		if got != c.want {
			t.Errorf("%s %s on %s: %q, want %q", c.country, c.office, c.day, got, c.want)
		}
	}
}

func TestFamilyOf(t *testing.T) {
	for written, want := range map[string]string{
		"Angela Merkel": "Merkel", "/Xi Jinping": "Xi", "Mohammed /bin Salman": "bin Salman",
		"Bashar /al-Assad": "al-Assad", "Prabowo": "Prabowo", "Teodoro /Obiang Nguema Mbasogo": "Obiang",
	} {
		if got := familyOf(written); got != want {
			t.Errorf("familyOf(%q) = %q, want %q", written, got, want)
		}
	}
}

// TestNoOverlaps holds that nobody takes an office before the one before has
// left it, also where the holders of one office stand on several lines.
func TestNoOverlaps(t *testing.T) {
	last := map[string]Spell{}
	for _, s := range Spells() {
		post := s.Country + " " + s.Office
		if p, ok := last[post]; ok && (p.Until == 0 || s.Since < p.Until) {
			t.Errorf("%s: %s from %s overlaps %s from %s until %s", post, People()[s.Person].Name, s.Since, People()[p.Person].Name, p.Since, p.Until)
		}
		if s.Until != 0 && s.Until <= s.Since {
			t.Errorf("%s: %s leaves on %s, before %s", post, People()[s.Person].Name, s.Until, s.Since)
		}
		last[post] = s
	}
}

// TestStateNames holds that no name means two states.
func TestStateNames(t *testing.T) {
	seen := map[string]string{}
	for _, s := range States() {
		for _, n := range append([]string{s.Name}, s.Names...) {
			if o, ok := seen[n]; ok && o != s.ISO3 {
				t.Errorf("%q names %s and %s", n, o, s.ISO3)
			}
			seen[n] = s.ISO3
		}
		if s.Within != "" {
			if _, ok := StateByISO3(s.Within); !ok {
				t.Errorf("%s lies within %q, which is no state", s.ISO3, s.Within)
			}
		}
	}
}

// TestAgainstLeaderData compares who is in office on the 15th of each month
// from 1990 with the effective leaders of Archigos and REIGN, data that are
// for checking only.
func TestAgainstLeaderData(t *testing.T) {
	dir := os.Getenv("ENTENTE_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	dir = filepath.Join(dir, "data", "facts")
	archigos := table(t, filepath.Join(dir, "archigos.csv.gz"))
	byCOW := map[string]string{"345": "YUG", "678": "YEM", "340": "SRB", "255": "DEU"}
	for _, s := range States() {
		if s.COWNumber != "" && s.Kind != Historic {
			byCOW[s.COWNumber] = s.ISO3
		}
	}
	all, same := 0, 0
	for _, r := range archigos {
		months(r["startdate"], r["enddate"], func(d Day) {
			if iso, ok := byCOW[r["gwcode"]]; ok {
				all++
				same += inOffice(iso, r["leader"], d)
			}
		})
	}
	report(t, "Archigos", same, all)
	all, same = 0, 0
	for _, r := range table(t, filepath.Join(dir, "reign-leaders-2021.csv.gz")) {
		since := r["syear"] + "-" + pad(r["smonth"]) + "-20"
		until := r["eyear"] + "-" + pad(r["emonth"]) + "-10"
		months(since, until, func(d Day) {
			if iso, ok := byCOW[r["ccode"]]; ok && iso != "SMR" {
				all++
				same += inOffice(iso, r["leader"], d)
			}
		})
	}
	report(t, "REIGN without San Marino's captains", same, all)
}

func report(t *testing.T, name string, same, all int) {
	share := float64(same) / float64(max(all, 1))
	t.Logf("%s: the same person in %.3f of %d country-months", name, share, all)
	if share < 0.95 {
		t.Errorf("%s: agreement %.3f, want 0.95: see which states differ", name, share)
	}
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// months calls f for the 15th of each month from 1990 to 2022 in [since, until).
func months(since, until string, f func(Day)) {
	a, err1 := parseDay(since)
	b, err2 := parseDay(until)
	if err1 != nil || err2 != nil {
		return
	}
	for y := 1990; y < 2023; y++ {
		for m := 1; m <= 12; m++ {
			if d := Day(y*10000 + m*100 + 15); a <= d && d < b {
				f(d)
			}
		}
	}
}

// inOffice is 1 when a holder of some office of the state on day d shares a
// word with the name, spelling aside.
func inOffice(iso, name string, d Day) int {
	states := []string{iso}
	switch iso {
	case "YUG":
		states = append(states, "SRB")
	case "RUS":
		states = append(states, "SUN")
	}
	want := nameWords(name)
	for _, s := range Spells() {
		if s.In(d) && (s.Country == states[0] || s.Country == states[len(states)-1]) {
			p := People()[s.Person]
			for w := range nameWords(strings.Join(append([]string{p.Name}, p.Names...), " ")) {
				for v := range want {
					if w == v || len(w) > 3 && len(v) > 3 && w[:4] == v[:4] {
						return 1
					}
				}
			}
		}
	}
	return 0
}

func nameWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(Unaccent(s)), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 2 {
			out[w] = true
		}
	}
	return out
}

func table(t *testing.T, file string) []map[string]string {
	f, err := os.Open(file)
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(z)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, h := range head {
			if i < len(rec) {
				row[h] = strings.TrimSpace(rec[i])
			}
		}
		if n, err := strconv.Atoi(row["syear"]); err == nil && n > 0 {
			row["syear"] = strconv.Itoa(n)
		}
		out = append(out, row)
	}
}
