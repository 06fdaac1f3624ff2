-- The ledger, format 1. Days are days since 1970-01-01, times are seconds; scores are tenths.
-- Everything under "derived" can be rebuilt from articles and their tellings.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cursor (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    num       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    url       TEXT NOT NULL,
    publisher TEXT NOT NULL,
    title     TEXT NOT NULL,
    published INTEGER,              -- NULL when unknown
    fetched   INTEGER,
    language  TEXT NOT NULL,
    category  TEXT NOT NULL,
    more      TEXT NOT NULL,        -- authors, outlets, tags, links, headline, asides as JSON
    exact     INTEGER NOT NULL,     -- hash of the words of the text
    copy_of   INTEGER,              -- the near-identical article that came first
    coder     INTEGER NOT NULL,     -- version that coded it, 0 for none yet
    reason    TEXT NOT NULL,        -- why the whole article was set aside, '' for not
    covered   INTEGER,              -- day under which coverage counts it
    text      TEXT NOT NULL         -- last: rows are read past it cheaply
);
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX article_exact ON article (exact);
CREATE INDEX article_coder ON article (coder, num);
CREATE TABLE article_band (band INTEGER, article INTEGER, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'article', content_rowid = 'num', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE telling (
    article INTEGER NOT NULL,
    event   INTEGER NOT NULL,
    entry   INTEGER NOT NULL,
    form    TEXT NOT NULL,          -- the event as this article tells it, as JSON
    PRIMARY KEY (article, event)
) WITHOUT ROWID;
CREATE INDEX telling_entry ON telling (entry, article, event);

CREATE TABLE statement (
    id      INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    form    TEXT NOT NULL
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_day ON statement (day);
CREATE TABLE statement_speaker (speaker TEXT, statement INTEGER, PRIMARY KEY (speaker, statement)) WITHOUT ROWID;

CREATE TABLE skipped (article INTEGER, reason TEXT, times INTEGER NOT NULL, PRIMARY KEY (article, reason)) WITHOUT ROWID;

-- derived
CREATE TABLE entry (
    id         INTEGER PRIMARY KEY,
    parent     INTEGER NOT NULL,
    type       TEXT NOT NULL,
    cameo      TEXT NOT NULL,
    status     TEXT NOT NULL,
    day        INTEGER NOT NULL,    -- first day
    last       INTEGER NOT NULL,    -- last day
    country    TEXT NOT NULL,       -- of the place
    confidence REAL NOT NULL,
    tellings   INTEGER NOT NULL,
    form       TEXT NOT NULL        -- the entry without its sources, as JSON
);
CREATE INDEX entry_day ON entry (day, id);
CREATE INDEX entry_status ON entry (status, day);
CREATE INDEX entry_parent ON entry (parent) WHERE parent <> 0;
CREATE TABLE entry_actor (actor TEXT, day INTEGER, entry INTEGER, role INTEGER, PRIMARY KEY (actor, day, entry, role)) WITHOUT ROWID;
CREATE INDEX entry_actor_entry ON entry_actor (entry);
CREATE TABLE entry_pair (a TEXT, b TEXT, day INTEGER, entry INTEGER, PRIMARY KEY (a, b, day, entry)) WITHOUT ROWID;
CREATE INDEX entry_pair_entry ON entry_pair (entry);

-- One row for each pair a < b, first day, precision (1 day 2 week 3 month 4 season or year) and direction
-- (1 a to b, 2 b to a, 3 both): sums over the entries that count.
CREATE TABLE dyad_day (
    a TEXT, b TEXT, day INTEGER, precision INTEGER, direction INTEGER,
    entries INTEGER NOT NULL,
    goldstein_ties INTEGER NOT NULL, goldstein_tension INTEGER NOT NULL,
    plover_ties INTEGER NOT NULL, plover_tension INTEGER NOT NULL,
    count_ties INTEGER NOT NULL, count_tension INTEGER NOT NULL,
    PRIMARY KEY (a, b, day, precision, direction)
) WITHOUT ROWID;
CREATE TABLE coverage_day (day INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
