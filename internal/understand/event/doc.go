// Package event codes who did what to whom: it finds contents and operators
// of the lexicon on the trees, composes their codes, fills their slots with
// actors, and gives each event status, date, place and source.
//
// The files, in the order in which a sentence meets them:
//
//	lexicon     lines, pattern, lexicon, kinds, grammar, topic, proposed, judgement, example
//	the tree    tree, spelling, attach, stray, headline
//	readings    scan, match, constraint, sense, violence        which lines of the lexicon hold
//	operators   node, apply, foresee, negate, announced, mutual, mood, tense, answer, ellipsis   what operators make of contents
//	parties     slots, carrier, subject, inverted, object, control, relative, party, owner, near, joined    who fills the slots
//	admission   admit, history, occasion             which of them are events
//	speech      judge, judged, voice, allege, cleft, tone, calling   what people say of others
//	the story   story names its steps: repair, crew, reflexive, claim, chain, narrative, telling, scene,
//	            warring, culprit, reply, ownside, deed, opponent, accused, sides, grief, counterpart, aggrieved,
//	            imply, salience,
//	            settlement, home, merge
//	the rest    when, where, via, amount, confidence
//	for people  explain, known, rules
//
// stage.go runs them.
package event
