// Package gazetteer looks up what is known of the world by name: states with
// their names, demonyms and capitals, organisations, people in office with
// their dates, and places. The facts stand in data/facts, one line each; this
// package only indexes them. All tables are built on first use.
package gazetteer
