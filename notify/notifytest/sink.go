// Package notifytest plays those who are told: a mail server that keeps what it
// is given.
package notifytest

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
)

// Sink is a mail server on this machine.
type Sink struct {
	Address  string                      // as the daemon's settings have it
	Answer   func(command string) string // what it says in place of the usual; "": the usual
	listener net.Listener
	mu       sync.Mutex
	got      []Letter
}

// Letter is one message as it came over the wire.
type Letter struct {
	From, To string // the commands that named them
	Data     string
}

// NewSink starts a mail server on a port of its own.
func NewSink(ctx context.Context) (*Sink, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start a mail server: %w", err)
	}
	s := &Sink{Address: "smtp://" + listener.Addr().String(), Answer: func(string) string { return "" }, listener: listener}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go s.talk(connection)
		}
	}()
	return s, nil
}

// Close stops it.
func (s *Sink) Close() error { return s.listener.Close() }

func (s *Sink) talk(c net.Conn) {
	defer func() { _ = c.Close() }()
	lines, l := bufio.NewReader(c), Letter{}
	say := func(text string) { _, _ = fmt.Fprintf(c, "%s\r\n", text) }
	say("220 sink.test ESMTP")
	for {
		text, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		text = strings.TrimRight(text, "\r\n")
		command, _, _ := strings.Cut(text, " ")
		if special := s.Answer(text); special != "" {
			say(special)
			continue
		}
		switch strings.ToUpper(command) {
		case "EHLO":
			say("250-sink.test\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8")
		case "MAIL":
			l.From = text
			say("250 2.1.0 fine")
		case "RCPT":
			l.To = text
			say("250 2.1.5 fine")
		case "DATA":
			say("354 go on")
			l.Data = readData(lines)
			s.keep(l)
			say("250 2.0.0 kept")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 2.0.0 fine")
		}
	}
}

func readData(lines *bufio.Reader) string {
	var data strings.Builder
	for {
		text, err := lines.ReadString('\n')
		if err != nil || text == ".\r\n" {
			return data.String()
		}
		data.WriteString(strings.TrimPrefix(text, "."))
	}
}

func (s *Sink) keep(l Letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got = append(s.got, l)
}

// Letters lists what it was given.
func (s *Sink) Letters() []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.got)
}
