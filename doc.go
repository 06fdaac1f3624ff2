// Package entente holds the types that flow through Entente. This comment is
// the map of the house, walked from the ground up; each room is a package
// with one job.
//
// # The ground
//
// The root package (this one) holds the types and imports the standard
// library alone: an [Article] is what was read, a [Document] what was
// understood of it, an [Event] who did what to whom, a [Statement] who said
// what, an [Entry] one line of the ledger, a [Series] ties and tension of a
// pair over time. Every annotation is a [Span] of the unchanged text.
// [entente/data] embeds what is known as text: the English of data/en and the
// facts of data/facts; [entente/data/demo] the bundled dispatches.
//
// # Floor one: tables
//
//   - [entente/internal/codebook]: codes and scores of PLOVER and CAMEO
//   - [entente/internal/gazetteer]: states, organisations, people in office, places
//   - [entente/internal/model]: trained weights, loaded and scored
//
// # Reading: bytes become an Article
//
//   - [entente/internal/read]: files, folders, standard input and web addresses
//   - [entente/internal/read/page]: HTML
//   - [entente/internal/read/plain]: plain text and markdown
//   - [entente/internal/read/feed]: RSS and Atom
//   - [entente/internal/read/table]: JSON lines and CSV
//   - [entente/internal/read/charset]: bytes of any encoding
//   - [entente/internal/read/stamp]: dates of publishing
//
// # Understanding: an Article becomes a Document
//
// [entente/internal/understand] lists the stages in their order. The stage
// rooms never import each other; they meet in *[Document].
//
//   - [entente/internal/understand/token]: sentences and tokens
//   - [entente/internal/understand/tag]: parts of speech, morphology, lemmas
//   - [entente/internal/understand/parse]: dependency trees
//   - [entente/internal/understand/when]: time expressions and their values
//   - [entente/internal/understand/where]: places and their coordinates
//   - [entente/internal/understand/who]: actors, roles, coreference
//   - [entente/internal/understand/quote]: statements
//   - [entente/internal/understand/event]: the coder
//   - [entente/internal/understand/conllu]: trees as CoNLL-U
//
// # Recording: Documents become Entries
//
//   - [entente/internal/record]: adds articles and codes what is waiting
//   - [entente/internal/record/merge]: copies of articles, tellings of one event
//   - [entente/internal/record/store]: the ledger in SQLite
//
// # Measuring
//
//   - [entente/internal/measure/series]: ties and tension per pair
//
// # Sharing
//
//   - [entente/internal/share/export]: JSON, as docs/output.md defines it
//   - [entente/internal/share/terminal]: text for a terminal
//   - [entente/internal/share/web]: pages
//
// # Beside the house
//
// The program never links these: [entente/internal/train] fits the weights,
// [entente/internal/evaluate] scores the rooms against texts marked by people
// and keeps the scores as golden files. The program itself is cmd/entente.
package entente
