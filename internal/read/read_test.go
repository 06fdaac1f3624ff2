package read

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
)

func all(t *testing.T, in, name string) (list []*entente.Article, problems []string) {
	t.Helper()
	for a, err := range Read(strings.NewReader(in), name, Options{}) {
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		list = append(list, a)
	}
	return
}

func TestReadDecides(t *testing.T) {
	feedXML := `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>Norland tests missile</title><link>https://example.org/1</link><description>&lt;p&gt;It flew.&lt;/p&gt;</description><pubDate>Mon, 02 Jan 2023 10:00:00 GMT</pubDate></item></channel></rss>`
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(`{"id":"g","text":"Packed."}`))
	w.Close()
	for _, c := range []struct{ in, name, id, text string }{
		{`{"id":"a","text":"One."}`, "-", "a", "One."},
		{`[{"id":"a","text":"One."}]`, "-", "a", "One."},
		{"id,text\nb,Two.\n", "x.csv", "b", "Two."},
		{feedXML, "-", "https://example.org/1", "Norland tests missile\n\nIt flew."},
		{z.String(), "x.gz", "g", "Packed."},
		{"Just prose, which ends here.", "n.txt", "n-" + "*", "Just prose, which ends here."},
	} {
		list, problems := all(t, c.in, c.name)
		if len(list) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d articles, %v", c.name, len(list), problems)
			continue
		}
		if ok, _ := filepath.Match(strings.ReplaceAll(c.id, "/", "_"), strings.ReplaceAll(list[0].ID, "/", "_")); !ok || list[0].Text != c.text {
			t.Errorf("%s: id %q text %q", c.name, list[0].ID, list[0].Text)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ in, name, want string }{
		{"", "a.txt", "a.txt: the input is empty"},
		{" \n ", "a.jsonl", "a.jsonl: the input is empty"},
		{"%PDF-1.7 x", "a.pdf", "a.pdf: not text but a PDF: give HTML, plain text, JSONL or CSV"},
		{"ab\x00cd", "b", "b: not text: it holds binary bytes: give HTML, plain text, JSONL or CSV"},
		{"\x1f\x8b\x08garbage", "c.gz", "c.gz: not a whole gzip file"},
		{"<html>" + strings.Repeat("x", 50<<20), "long.html", "long.html: more than 16 MB in one page or feed"},
		{`{"text":"` + strings.Repeat("x", 50<<20), "long.jsonl", "long.jsonl:1: the line is longer than 8 MB"},
		{"<html><body></body></html>", "e.html", "e.html: "},
	} {
		list, problems := all(t, c.in, c.name)
		if len(list) != 0 || len(problems) != 1 || !strings.HasPrefix(problems[0], c.want) {
			t.Errorf("%s: %d articles, problems %.200q", c.name, len(list), problems)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "b.txt"), []byte("B is prose."), 0o644)
	os.WriteFile(filepath.Join(dir, "a.txt"), []byte("A is prose."), 0o644)
	os.WriteFile(filepath.Join(dir, ".hidden"), []byte("H."), 0o644)
	var got []string
	for a, err := range Open(context.Background(), dir, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a.Text)
	}
	if strings.Join(got, "|") != "A is prose.|B is prose." {
		t.Errorf("got %q", got)
	}
	for _, err := range Open(context.Background(), filepath.Join(dir, "none"), Options{}) {
		if !strings.HasSuffix(err.Error(), "none: no such file or directory: check the path") {
			t.Errorf("got %v", err)
		}
	}
}

func TestFetch(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			http.NotFound(w, r)
		case "/slow":
			<-r.Context().Done()
		default:
			w.Header().Set("Content-Type", "text/plain; charset=windows-1252")
			w.Write([]byte("The caf\xe9 talks went on, officials said."))
		}
	}))
	defer s.Close()
	now := time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC)
	for path, want := range map[string]string{"/ok": "", "/gone": "the server answers 404 Not Found", "/slow": "no answer within"} {
		for a, err := range Open(context.Background(), s.URL+path, Options{Timeout: 100 * time.Millisecond, Fetched: now}) {
			switch {
			case want == "" && (err != nil || a.Text != "The café talks went on, officials said." || a.URL != s.URL+path || a.Fetched != now):
				t.Errorf("%s: %v %+v", path, err, a)
			case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, declared, want string }{
		{"Le ministre des affaires étrangères a rencontré son homologue à Paris mardi, selon un communiqué publié par le gouvernement français, et ils ont parlé de la situation.", "en", "fr"},
		{"Der Außenminister traf am Dienstag seinen Amtskollegen in Berlin, wie die Regierung in einer Erklärung mitteilte, und sprach danach lange mit ihm über die Lage an der Grenze.", "", "de"},
		{"The foreign minister met his counterpart in Paris on Tuesday, according to a statement published by the government.", "fr", "en"},
		{"The foreign minister met his counterpart in Paris on Tuesday, according to a statement published by the government.", "en_GB", "en-gb"},
		{"外相は火曜日、パリでカウンターパートと会談したと、政府は声明で述べた。", "", "ja"},
	} {
		a := &entente.Article{Text: c.text, Language: c.declared}
		if speak(a); a.Language != c.want {
			t.Errorf("%.40s: %q, want %q", c.text, a.Language, c.want)
		}
	}
}

// TestSurelyEnglish holds that the words of data/en/language.txt take no
// other language for English.
func TestSurelyEnglish(t *testing.T) {
	for _, text := range []string{
		"The envoys of Norland will meet those from Sudland in Port Vell.", "Norland says it has freed all of the fishermen.",
		"Talks on the border will go on for two more days, the envoy said.",
	} {
		if !surelyEnglish(text) {
			t.Errorf("%q is not known as English", text)
		}
	}
	for _, text := range []string{
		"De minister was in Den Haag voor overleg over de grens, maar had of wilde geen akkoord, want het is in de ogen van een woordvoerder te laat.",
		"Der Minister war in Berlin und will an der Grenze in der Nacht mit dem Gesandten reden, so an die Presse.",
		"Ministeren var her for at tale om en aftale, men er over for parlamentet i en svag position og vil ikke have mere.",
		"Ministern var här i helgen för att tala om ett avtal, men han har inte for avsikt att be om mer.",
		"Le ministre a dit on ne sait quoi sur la frontière, or il a eu un entretien avec The Times et as de la presse.",
		"El ministro he dicho a la prensa as si no hubiera acuerdo, a las dos, y no ha vuelto a hablar.",
		"Il ministro ha detto in a fine giornata che la bozza va in a votazione, e in serata a Roma.",
		"O ministro disse as suas razões a todos, e as do governo, no Porto, a as duas horas.",
		"Minister by to on a w dom by to was do nas a on be to it, to by on was.",
		"Ministrul are a spune are dreptul, are a merge la Iasi, an de an, as zice, in oras.",
		"A miniszter is be akart menni a házba, de be nem ment, mert a kulcs is ott volt.",
		"Bakan on gün sonra up uzun bir as konusu ile at yarışına gitti ve on kişi ile konuştu.",
	} {
		if surelyEnglish(text) {
			t.Errorf("%q is taken for English", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "{", "[{", "<html>", "<rss>", "a,b\n", "\x1f\x8b", "\xFF\xFEa\x00", "prose"} {
		f.Add(s, "x.txt")
	}
	f.Fuzz(func(t *testing.T, in, name string) {
		for a, err := range Read(strings.NewReader(in), name, Options{}) {
			if (a == nil) == (err == nil) || a != nil && a.ID == "" {
				t.Fatalf("%v %v", a, err)
			}
		}
	})
}

// TestGlance holds that the beginning decides only where it is surely English.
func TestGlance(t *testing.T) {
	french := strings.Repeat("Le ministre des affaires étrangères a rencontré son homologue à Paris mardi, selon un communiqué. ", 12)
	english := strings.Repeat("The foreign minister met his counterpart in Paris on Tuesday, according to a statement. ", 12)
	for want, text := range map[string]string{"fr": french, "en": english} {
		a := &entente.Article{Text: text}
		if speak(a); a.Language != want {
			t.Errorf("%.20s: %q, want %q", text, a.Language, want)
		}
	}
}
