package main

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// manager listens as systemd does.
type manager struct {
	t *testing.T
	*net.UnixConn
}

func newManager(t *testing.T) (manager, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notify")
	connection, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	require.NoError(t, err)
	t.Cleanup(func() { _ = connection.Close() })
	require.NoError(t, connection.SetReadDeadline(time.Now().Add(10*time.Second)))
	return manager{t, connection}, path
}

func (m manager) hears() string {
	m.t.Helper()
	buffer := make([]byte, 100)
	n, err := m.Read(buffer)
	require.NoError(m.t, err)
	return string(buffer[:n])
}

func TestServiceManagerHears(t *testing.T) {
	listens, path := newManager(t)
	t.Setenv("NOTIFY_SOCKET", path)
	m := newMachine(t)
	daemon := m.start()
	require.Equal(t, "READY=1", listens.hears())
	daemon.end(t)
	require.Equal(t, "STOPPING=1", listens.hears())
}

func TestWatchdog(t *testing.T) {
	listens, path := newManager(t)
	asked := 0
	alive := func() error {
		if asked++; asked <= 3 {
			return errors.New("stuck")
		}
		return nil
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		serviceManager{socket: path, watchdog: 2 * time.Millisecond}.watch(ctx, alive)
		close(ended)
	}()
	require.Equal(t, "WATCHDOG=1", listens.hears())
	stop()
	<-ended
	require.Greater(t, asked, 3, "there is no sign of life from what is stuck")
}

func TestFromSystemd(t *testing.T) {
	t.Setenv("NOTIFY_SOCKET", "/run/notify")
	t.Setenv("WATCHDOG_USEC", "30000000")
	t.Setenv("WATCHDOG_PID", "")
	require.Equal(t, serviceManager{socket: "/run/notify", watchdog: 30 * time.Second}, fromSystemd())
	t.Setenv("WATCHDOG_PID", "1")
	require.Equal(t, serviceManager{socket: "/run/notify"}, fromSystemd(), "the watchdog waits for another process")
	require.NoError(t, serviceManager{}.tell(t.Context(), "READY=1"), "nobody listens")
	require.Error(t, serviceManager{socket: "/nowhere"}.tell(t.Context(), "READY=1"))
}
