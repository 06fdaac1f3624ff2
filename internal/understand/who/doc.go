// Package who finds the actors of an article: states, governments,
// organisations, people and groups, every mention of each, and what it says
// of them (country, sector, role). Names come from the gazetteer, words for
// people and bodies from data/en/roles.txt; mentions are joined into actors
// by ordered sieves, the most precise first, and each keeps its rule.
package who
