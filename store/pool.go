package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"net/url"

	"github.com/mattn/go-sqlite3"
)

const (
	databaseFile = "parution.db"
	mediaDir     = "media"
	readers      = 8
	prepared     = 100 // kept prepared by each connection: preparing costs more than running
)

// pragmas are set on every new connection. What the data source name does not
// know it would silently ignore, so all of them stand here, and a test reads
// each one back.
func pragmas(readOnly bool) []string {
	set := []string{
		`PRAGMA busy_timeout = 10000`,
		`PRAGMA journal_mode = WAL`,
		`PRAGMA synchronous = FULL`, // what was promised is on disk
		`PRAGMA foreign_keys = ON`,
		`PRAGMA trusted_schema = OFF`,
		`PRAGMA recursive_triggers = ON`, // a REPLACE is a DELETE too
		`PRAGMA cell_size_check = ON`,
		`PRAGMA temp_store = MEMORY`,
		`PRAGMA cache_size = -16384`,
		`PRAGMA journal_size_limit = 67108864`,
		`PRAGMA wal_autocheckpoint = 4000`, // a ceiling; the job comes first
	}
	if readOnly {
		set = append(set, `PRAGMA query_only = ON`)
	}
	return set
}

// connector opens connections without registering a driver by name.
type connector struct {
	driver *sqlite3.SQLiteDriver
	source string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.source) }
func (c connector) Driver() driver.Driver                        { return c.driver }

func openPool(path string, readOnly bool) *sql.DB {
	hook := func(conn *sqlite3.SQLiteConn) error {
		for _, pragma := range pragmas(readOnly) {
			if _, err := conn.Exec(pragma, nil); err != nil {
				return err
			}
		}
		return nil
	}
	lock := "immediate"
	if readOnly {
		lock = "deferred"
	}
	source := fmt.Sprintf("file:%s?_txlock=%s&_stmt_cache_size=%d", (&url.URL{Path: path}).EscapedPath(), lock, prepared)
	db := sql.OpenDB(connector{driver: &sqlite3.SQLiteDriver{ConnectHook: hook}, source: source})
	connections := 1
	if readOnly {
		connections = readers
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db
}
