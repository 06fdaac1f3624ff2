// Package page reads the article out of an HTML page.
package page

import (
	"errors"

	"entente"
	"entente/internal/read/feed"
)

// Read returns the article of an HTML page given as UTF-8.
func Read(text, url string) (*entente.Article, error) {
	a := &entente.Article{Text: feed.Strip(text), URL: url}
	if a.Text == "" {
		return nil, errors.New("no article text found")
	}
	return a, nil
}
