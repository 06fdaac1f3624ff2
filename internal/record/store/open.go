package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"

	"modernc.org/sqlite" // the driver "sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Format numbers the schema. A ledger of an older format is brought up to
// date when it is opened; one of a newer format is refused.
const Format = 1

// migrations[i] brings format i to i+1.
var migrations = []string{schema}

//go:embed schema.sql
var schema string

// Memory is the path of a ledger that lives in memory only.
const Memory = ":memory:"

// SQLite is a ledger in one file.
type SQLite struct {
	write *sql.DB // one connection
	read  *sql.DB
}

var _ Ledger = (*SQLite)(nil)

// counter gives each ledger in memory a name of its own.
var counter atomic.Int64

// Open opens a ledger and creates it when there is none.
func Open(ctx context.Context, path string) (*SQLite, error) {
	return open(ctx, path, true)
}

// OpenExisting opens a ledger that must be there already.
func OpenExisting(ctx context.Context, path string) (*SQLite, error) {
	return open(ctx, path, false)
}

func open(ctx context.Context, path string, create bool) (*SQLite, error) {
	if _, err := os.Stat(path); path != Memory && err != nil {
		if !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("open ledger: %w", err)
		}
		if dir := filepath.Dir(path); create {
			if _, err := os.Stat(dir); err != nil {
				return nil, fmt.Errorf("open ledger %s: there is no folder %s: make it first", path, dir)
			}
		} else {
			return nil, fmt.Errorf("open ledger %s: there is no such file: make one with `entente ingest --db %s FILE...`", path, path)
		}
	}
	s, err := connect(path)
	if err == nil {
		if err = s.migrate(ctx); err != nil {
			s.Close()
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open ledger %s: %w%s", path, err, hint(err))
	}
	return s, nil
}

// hint says what to do about a file that SQLite cannot work with.
func hint(err error) string {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return ""
	}
	switch fault.Code() & 0xFF { // the higher bits only tell more exactly where
	case sqlite3.SQLITE_NOTADB:
		return ": it is no ledger: name another file"
	case sqlite3.SQLITE_CORRUPT:
		return ": the file is damaged: take a copy of it, or ingest the articles anew"
	case sqlite3.SQLITE_CANTOPEN:
		return ": name a file in a folder that you may write to"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return ": you may not write there: copy the ledger to a folder of your own"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ": another program is writing to it: try again"
	case sqlite3.SQLITE_FULL:
		return ": the disk is full"
	}
	return ""
}

func connect(path string) (*SQLite, error) {
	common := "_pragma=busy_timeout(10000)&_pragma=foreign_keys(0)&_pragma=cache_size(-32000)&_pragma=temp_store(memory)"
	dsn := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}).String() + "?" + common + "&_pragma=journal_mode(wal)&_pragma=synchronous(normal)"
	if path == Memory {
		dsn = fmt.Sprintf("file:ledger%d?mode=memory&cache=shared&%s&_pragma=read_uncommitted(1)", counter.Add(1), common)
	}
	write, err := sql.Open("sqlite", dsn+"&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	write.SetMaxIdleConns(1)
	read, err := sql.Open("sqlite", dsn+"&_pragma=query_only(1)")
	if err != nil {
		write.Close()
		return nil, err
	}
	read.SetMaxOpenConns(4)
	read.SetMaxIdleConns(4)
	return &SQLite{write, read}, nil
}

// migrate brings the schema up to date in one transaction. A ledger that is up
// to date is not written to.
func (s *SQLite) migrate(ctx context.Context) error {
	var v string
	if err := s.read.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'format'`).Scan(&v); err == nil && v == strconv.Itoa(Format) {
		return nil
	}
	return s.update(ctx, func(tx *sql.Tx) error {
		var tables int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
			return fmt.Errorf("not a ledger: %w", err)
		}
		format := 0
		if tables > 0 {
			var v string
			if err := tx.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'format'`).Scan(&v); err != nil {
				return errors.New("a database, but not a ledger of Entente: name another file")
			}
			format, _ = strconv.Atoi(v)
		}
		if format > Format {
			return fmt.Errorf("format %d is newer than this program, which knows %d: update Entente", format, Format)
		}
		if format == Format {
			return nil
		}
		for ; format < Format; format++ {
			if _, err := tx.ExecContext(ctx, migrations[format]); err != nil {
				return fmt.Errorf("bring format %d to %d: %w", format, format+1, err)
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO meta (name, value) VALUES ('format', ?)`, strconv.Itoa(Format))
		return err
	})
}

// update runs f in one transaction, kept as a whole or not at all.
func (s *SQLite) update(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Close releases the file.
func (s *SQLite) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// Cursor implements Ledger.
func (s *SQLite) Cursor(ctx context.Context, name string) (int64, error) {
	var v int64
	err := s.read.QueryRowContext(ctx, `SELECT value FROM cursor WHERE name = ?`, name).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return v, err
}

// SetCursor implements Ledger.
func (s *SQLite) SetCursor(ctx context.Context, name string, value int64) error {
	_, err := s.write.ExecContext(ctx, `INSERT INTO cursor (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return err
}
