package charset

import (
	"testing"
	"unicode/utf8"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct{ in, typ, want string }{
		{"plain", "", "plain"},
		{"\xEF\xBB\xBFpr\u00e9sident", "", "pr\u00e9sident"},
		{"pr\xe9sident \x93quoted\x94 by the caf\xe9", "text/html; charset=windows-1252", "pr\u00e9sident \u201cquoted\u201d by the caf\u00e9"},
		{"<meta charset=iso-8859-2><p>pa\xb1stwo", "", "<meta charset=iso-8859-2><p>pa\u0105stwo"},
		{"\xFF\xFEh\x00i\x00", "", "hi"},
		{"d\u00e9j\u00e0 vu, na\u00efve, caf\u00e9, \u201cquoted\u201d \xE2", "", "d\u00e9j\u00e0 vu, na\u00efve, caf\u00e9, \u201cquoted\u201d \uFFFD"},
	} {
		if got := Decode([]byte(c.in), c.typ); got != c.want {
			t.Errorf("Decode(%q, %q) = %q, want %q", c.in, c.typ, got, c.want)
		}
	}
}

func TestBinary(t *testing.T) {
	for in, want := range map[string]bool{"text\n": false, "%PDF-1.7": true, "a\x00b": true, "\xFF\xFEh\x00": false, "caf\xe9": false} {
		if _, got := Binary([]byte(in)); got != want {
			t.Errorf("Binary(%q) = %v", in, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("pr\xe9sident"), "text/html; charset=koi8-r")
	f.Fuzz(func(t *testing.T, data []byte, typ string) {
		if s := Decode(data, typ); !utf8.ValidString(s) {
			t.Errorf("not UTF-8: %q", s)
		}
	})
}
