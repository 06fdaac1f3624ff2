package read

import (
	"math"
	"testing"

	"github.com/abadojack/whatlanggo"
)

// FuzzGuess holds that a text in Latin letters is taken for the language for
// which whatlanggo, whose trigrams are used, takes it, unless it wavers.
func FuzzGuess(f *testing.F) {
	for _, s := range []string{
		"Norland confirms its first case.", "Le ministre a rencontré son homologue à Vellport.", "İstanbul'da 3 kişi öldü", "A", "na na", "ÆØÅ æøå",
		"Der Außenminister traf am Dienstag seinen Amtskollegen.", "xyzzy 12, qqq", "Thị trưởng đã gặp các đại biểu.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > sample || !latinLetters(text) {
			return
		}
		tag, sure := latin().guess(text)
		want := whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: whitelist()})
		if math.Abs(sure-want.Confidence) > 1e-9 || want.Confidence > 0 && tag != languages[want.Lang] {
			t.Fatalf("%q: %s %v, want %s %v", text, tag, sure, languages[want.Lang], want.Confidence)
		}
	})
}

func BenchmarkDetectLanguage(b *testing.B) {
	for b.Loop() {
		detectLanguage("Two envoys are seen at a market in Vellport, Norland.")
	}
}
