package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"entente"
	"entente/internal/read/charset"
	"entente/internal/understand"
	"entente/internal/understand/conllu"
)

func newParseCommand() *cobra.Command {
	var input string
	c := &cobra.Command{
		Use:   "parse [FILE|-]",
		Short: "Print sentences, tags and dependency trees as CoNLL-U",
		Long: `Parse prints Universal Dependencies trees of English text. With --input conllu
the given tokens are kept (FORM alone is read) and tagged and parsed anew.`,
		Example: `  echo "Kishida met Yoon in Tokyo." | entente parse
  entente parse --input conllu gold.conllu > ours.conllu`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, names []string) error {
			name := "-"
			if len(names) == 1 {
				name = names[0]
			}
			switch input {
			case "text":
				return parseText(c, name)
			case "conllu":
				return parseTokens(c, name)
			}
			return usagef(c, "--input %s: there is text and conllu", input)
		},
	}
	c.Flags().StringVar(&input, "input", "text", "text or conllu")
	return c
}

// parseText parses a text as it stands, every character of it: nothing is
// taken for markup, title or boilerplate.
func parseText(c *cobra.Command, name string) error {
	in, err := openInput(c, name)
	if err != nil {
		return err
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if format, binary := charset.Binary(text[:min(len(text), 512)]); binary {
		if format == "" {
			format = "binary data"
		}
		return fmt.Errorf("%s: %s, not a text", name, format)
	}
	rest, pipeline, out := charset.Decode(text, ""), understand.New(), conllu.NewWriter(c.OutOrStdout())
	for rest != "" && c.Context().Err() == nil {
		piece := firstPiece(rest)
		rest = rest[len(piece):]
		d := &entente.Document{Article: &entente.Article{Text: piece}}
		pipeline.Until(d, entente.LayerTrees)
		if err := out.Write(d); err != nil {
			return err
		}
	}
	return out.Flush()
}

// firstPiece is the part of a text that is parsed at once: all of a short
// text, of a long one about a megabyte up to the end of a paragraph, else of
// a word.
func firstPiece(text string) string {
	const size = 1 << 20
	if len(text) <= size {
		return text
	}
	n := strings.LastIndex(text[:size], "\n\n")
	if n <= 0 {
		n = strings.LastIndexByte(text[:size], ' ')
	}
	if n <= 0 {
		for n = size; !utf8.RuneStart(text[n]); n-- {
		}
	}
	return text[:n]
}

func parseTokens(c *cobra.Command, name string) error {
	in, err := openInput(c, name)
	if err != nil {
		return err
	}
	defer in.Close()
	given, err := conllu.Read(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	d := conllu.Forms(given)
	understand.New().Until(d, entente.LayerTrees)
	return conllu.Write(c.OutOrStdout(), d)
}

// openInput opens a file, or standard input for "-".
func openInput(c *cobra.Command, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(c.InOrStdin()), nil
	}
	return os.Open(name)
}
