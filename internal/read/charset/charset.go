// Package charset turns bytes of any encoding into UTF-8 text.
package charset

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns data as UTF-8. contentType is the HTTP header or "". Valid
// UTF-8 is trusted before any declaration; then a byte order mark, the
// declaration of the page, and the statistics of its bytes decide. What no
// encoding explains becomes U+FFFD.
func Decode(data []byte, contentType string) string {
	if bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}) {
		data = data[3:]
	}
	if utf8.Valid(data) {
		return string(data)
	}
	if utf16(data) {
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			return string(out)
		}
	}
	head := data[:min(len(data), 4096)]
	enc, name, certain := charset.DetermineEncoding(head, contentType)
	if mostlyUTF8(head) {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	if !certain {
		if best, err := chardet.NewTextDetector().DetectBest(head); err == nil && best.Confidence >= 60 {
			if e, n := charset.Lookup(best.Charset); e != nil {
				enc, name = e, n
			}
		}
	}
	if name == "utf-8" {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(out)
}

// Reader is in, as UTF-8 when it is UTF-16 with a byte order mark. Text of any
// other encoding may be cut at line ends before it is decoded.
func Reader(in io.Reader) io.Reader {
	buf := bufio.NewReader(in)
	if head, _ := buf.Peek(2); utf16(head) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(buf)
	}
	return buf
}

func utf16(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF})
}

// mostlyUTF8 holds for UTF-8 with a few broken bytes, as of a cut file.
func mostlyUTF8(b []byte) bool {
	bad, multi := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			multi++
		}
		b = b[n:]
	}
	return multi > 4*bad
}

// Binary reports whether the first bytes of a file are no text in any
// encoding that news uses, and if it knows the format, its name.
func Binary(head []byte) (format string, binary bool) {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.name, true
		}
	}
	if utf16(head) {
		return "", false
	}
	control := 0
	for _, c := range head {
		if c == 0 {
			return "", true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B {
			control++
		}
	}
	return "", control*20 > len(head)
}

var magic = []struct{ prefix, name string }{
	{"%PDF-", "PDF"}, {"PK\x03\x04", "zip or office document"}, {"\xD0\xCF\x11\xE0", "office document"}, {"SQLite format 3", "SQLite database"},
	{"\x89PNG", "PNG image"}, {"\xFF\xD8\xFF", "JPEG image"}, {"GIF8", "GIF image"}, {"BZh", "bzip2 archive"}, {"\xFD7zXZ", "xz archive"}, {"\x28\xB5\x2F\xFD", "zstd archive"}, {"{\\rtf", "RTF document"},
}
