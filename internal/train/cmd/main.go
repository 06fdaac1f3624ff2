// Command train fits the weights of the language rooms:
//
//	go run ./internal/train/cmd [-shared ../shared] [-out internal/model/weights] lemma|tag|parse
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"entente"
	"entente/internal/model"
	"entente/internal/train"
	"entente/internal/understand/conllu"
)

func main() {
	shared := flag.String("shared", "../shared", "folder with data/treebank")
	out := flag.String("out", "internal/model/weights", "folder for the weights")
	rounds := flag.Int("rounds", 8, "passes over the treebank")
	seed := flag.Uint64("seed", 1, "seed of the order of sentences")
	flag.Parse()
	gold, err := treebank(filepath.Join(*shared, "data/treebank"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
	for _, what := range flag.Args() {
		if err := fit(what, gold, *out, *rounds, *seed); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
	}
}

func fit(what string, gold *entente.Document, out string, rounds int, seed uint64) error {
	var m *model.Linear
	switch what {
	case "lemma":
		return os.WriteFile("data/en/lemma.txt", train.Lemmas(gold), 0o644)
	case "tag":
		m = train.Tagger(gold, rounds, seed)
	case "parse":
		m = train.Parser(gold, rounds, seed)
	default:
		return fmt.Errorf("%q: want lemma, tag or parse", what)
	}
	return os.WriteFile(filepath.Join(out, what+".bin"), m.Encode(), 0o644)
}

// treebank reads the training sections as one document.
func treebank(dir string) (*entente.Document, error) {
	var all bytes.Buffer
	f, err := os.Open(filepath.Join(dir, "en_ewt-ud-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(&all, z); err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "gum-wikinews/dep/*.conllu"))
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			return nil, err
		}
		all.WriteByte('\n')
		all.Write(b)
	}
	return conllu.Read(&all)
}
