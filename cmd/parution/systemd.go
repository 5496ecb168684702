package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"
)

// serviceManager is systemd's side of the daemon, by sd_notify(3): a datagram
// to the socket that it named. Where nobody named one, nothing is told.
type serviceManager struct {
	socket   string
	watchdog time.Duration // how long it waits for a sign of life; 0: it does not
}

// fromSystemd reads what the service manager has set.
func fromSystemd() serviceManager {
	m := serviceManager{socket: os.Getenv("NOTIFY_SOCKET")}
	if process := os.Getenv("WATCHDOG_PID"); process != "" && process != strconv.Itoa(os.Getpid()) {
		return m
	}
	if micros, err := strconv.ParseInt(os.Getenv("WATCHDOG_USEC"), 10, 64); err == nil && micros > 0 {
		m.watchdog = time.Duration(micros) * time.Microsecond
	}
	return m
}

// tell sends a state such as READY=1.
func (m serviceManager) tell(ctx context.Context, state string) error {
	if m.socket == "" {
		return nil
	}
	connection, err := new(net.Dialer).DialContext(ctx, "unixgram", m.socket)
	if err != nil {
		return fmt.Errorf("reach the service manager: %w", err)
	}
	defer func() { _ = connection.Close() }()
	if _, err := connection.Write([]byte(state)); err != nil {
		return fmt.Errorf("tell the service manager: %w", err)
	}
	return nil
}

// watch gives signs of life while alive says so, twice as often as asked,
// until ctx ends.
func (m serviceManager) watch(ctx context.Context, alive func() error) {
	if m.socket == "" || m.watchdog == 0 {
		return
	}
	ticks := time.NewTicker(m.watchdog / 2)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
			if alive() == nil {
				_ = m.tell(ctx, "WATCHDOG=1") // missed ones are what the watchdog is for
			}
		}
	}
}
