package terminal

import "testing"

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[2Jb\x1b]0;t\x07":      "a[2Jb]0;t",
		"a \x07 b\r\nc\u0085d":       "a b c d",
		"left\u202eright\u2066mark":  "leftrightmark",
		"\u009b31mred":               "31mred",
		"Kyiv’s “talks” — 5 % 東京 ":   "Kyiv’s “talks” — 5 % 東京",
		"tab\tand\n\nparagraph\x00s": "tab and paragraphs",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
