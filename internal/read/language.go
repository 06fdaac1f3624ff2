package read

import (
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"entente"
	"entente/data"

	"github.com/abadojack/whatlanggo"
)

// languages are those that news is read in, with their tags. Others are left out:
// on short texts the rare ones are guessed for English. A text in Latin letters
// alone is looked at with data/facts/trigrams.tsv, which has the same ones.
var languages = map[whatlanggo.Lang]string{
	whatlanggo.Eng: "en", whatlanggo.Fra: "fr", whatlanggo.Deu: "de", whatlanggo.Spa: "es", whatlanggo.Por: "pt", whatlanggo.Ita: "it",
	whatlanggo.Nld: "nl", whatlanggo.Pol: "pl", whatlanggo.Ces: "cs", whatlanggo.Tur: "tr", whatlanggo.Ron: "ro", whatlanggo.Hun: "hu",
	whatlanggo.Swe: "sv", whatlanggo.Dan: "da", whatlanggo.Fin: "fi", whatlanggo.Ind: "id", whatlanggo.Vie: "vi",
	whatlanggo.Rus: "ru", whatlanggo.Ukr: "uk", whatlanggo.Bul: "bg", whatlanggo.Srp: "sr", whatlanggo.Ell: "el", whatlanggo.Arb: "ar", whatlanggo.Pes: "fa", whatlanggo.Urd: "ur",
	whatlanggo.Heb: "he", whatlanggo.Hin: "hi", whatlanggo.Cmn: "zh", whatlanggo.Jpn: "ja", whatlanggo.Kor: "ko", whatlanggo.Tha: "th",
}

// sample is how many bytes of a text are looked at for its language.
const sample = 1200

// glance is how many bytes are enough where they are surely English, as most
// texts are: looking takes a quarter of the time that coding does.
const glance = 400

// short is the length in bytes below which a text in Latin letters may be a
// line of foreign names in English.
const short = 160

// speak fills the language of an article from its title and text. A short or
// doubtful text stays without one and is read as English. What the input
// declares counts only where the words do not tell.
func speak(a *entente.Article) {
	declared := strings.ToLower(strings.ReplaceAll(a.Language, "_", "-"))
	a.Language = declared
	text := a.Text
	if a.Title != "" && !strings.HasPrefix(text, a.Title) {
		text = a.Title + "\n" + text
	}
	text = strings.ToValidUTF8(text[:min(len(text), sample)], "")
	if surelyEnglish(text[:min(len(text), glance)]) {
		if !strings.HasPrefix(declared, "en") {
			a.Language = "en"
		}
		return
	}
	found := detectLanguage(text[:min(len(text), glance)])
	if len(text) > glance && (found.tag != "en" || found.sure < 1) {
		found = detectLanguage(text)
	}
	switch {
	case found.tag == "":
	case found.tag == "en" && (len(text) > 60 || declared == ""):
		if !strings.HasPrefix(declared, "en") {
			a.Language = "en"
		}
	case found.latin && len(text) < short:
	case found.sure > 0.8 && !strings.HasPrefix(declared, found.tag):
		a.Language = found.tag
	}
}

// detection is a guess of the language of a text.
type detection struct {
	tag   string // "" for none
	latin bool   // in Latin letters
	sure  float64
}

func detectLanguage(text string) detection {
	if latinLetters(text) {
		tag, sure := latin().guess(text)
		return detection{tag, true, sure}
	}
	info := whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: whitelist()})
	return detection{languages[info.Lang], info.Script == unicode.Latin, info.Confidence}
}

var whitelist = sync.OnceValue(func() map[whatlanggo.Lang]bool {
	m := make(map[whatlanggo.Lang]bool, len(languages))
	for l := range languages {
		m[l] = true
	}
	return m
})

// surelyEnglish reports whether one word in ten is a mark of English, or one in
// five is a mark or common in English.
func surelyEnglish(text string) bool {
	known := englishWords()
	words, marks, others := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		switch known[word] {
		case mark:
			marks++
		case common:
			others++
		}
	}
	switch {
	case words >= 8 && marks >= 2 && marks*10 >= words:
		return true
	case words >= 6 && marks >= 1 && marks+others >= 3:
		return (marks+others)*5 >= words
	}
	return false
}

// sort is how a word tells of English.
type sort uint8

const (
	mark sort = iota + 1
	common
)

// englishWords reads data/en/language.txt.
var englishWords = sync.OnceValue(func() map[string]sort {
	known := map[string]sort{}
	text, _ := fs.ReadFile(data.FS, "en/language.txt") // embedded: it is there
	for line := range strings.Lines(string(text)) {
		list, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			known[w] = map[string]sort{"mark": mark, "common": common}[list]
		}
	}
	return known
})
