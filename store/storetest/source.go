package storetest

import (
	"context"
	"database/sql/driver"
	"net/url"

	"github.com/mattn/go-sqlite3"
)

// source opens connections to a database file without registering a driver.
type source struct{ path string }

// Connect implements driver.Connector.
func (s *source) Connect(context.Context) (driver.Conn, error) {
	return new(sqlite3.SQLiteDriver).Open("file:" + (&url.URL{Path: s.path}).EscapedPath() + "?_txlock=immediate")
}

// Driver implements driver.Connector.
func (*source) Driver() driver.Driver { return new(sqlite3.SQLiteDriver) }
