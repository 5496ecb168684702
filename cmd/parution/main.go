// Command parution is the whole product in one binary: the daemon that serves
// the calendar and publishes what is due, and the commands that look after it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"parution.dev/editorial"
	"parution.dev/store"
)

// version is set by the build.
var version = "dev"

// Exit codes, for service managers and scripts.
const (
	exitFailed  = 1 // something went wrong at work
	exitSetting = 2 // a flag, a variable or the configuration file is wrong
	exitSchema  = 3 // a newer version has written the database
	exitAddress = 4 // the address cannot be listened on
	exitData    = 5 // the data directory or the key file cannot be used
)

// failure is an error with the exit code it ends the program with.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// commands is the command line. Each field can be given as a flag, in the
// environment, or in the configuration file.
type commands struct {
	Config  kong.ConfigFlag `help:"Read settings from this JSON file." env:"PARUTION_CONFIG" type:"path" placeholder:"FILE"`
	Serve   serveCommand    `cmd:"" help:"Serve the calendar and publish what is due."`
	Init    initCommand     `cmd:"" help:"Make the first owner, and print their token."`
	Token   tokenCommands   `cmd:"" help:"Make API tokens."`
	Member  memberCommands  `cmd:"" help:"List, add and deactivate members."`
	Channel channelCommands `cmd:"" help:"Look after channels."`
	Audit   auditCommands   `cmd:"" help:"Look after the record."`
	Backup  backupCommand   `cmd:"" help:"Write a backup; safe while the daemon runs."`
	Restore restoreCommand  `cmd:"" help:"Restore a backup into an empty data directory."`
	Version versionCommand  `cmd:"" help:"Print the version."`
}

// console is where commands speak to people: the terminal, never the log.
type console struct{ io.Writer }

func (c console) say(format string, args ...any) { _, _ = fmt.Fprintf(c, format+"\n", args...) }

func main() { os.Exit(start(editorial.UsualTerms())) }

// start runs the program as it was called, until it ends or is told to.
func start(terms editorial.Terms) (code int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, os.Args[1:], console{os.Stdout}, os.Stderr, terms)
}

// run parses the command line and carries the command out. It returns the exit
// code; what went wrong is one line on trouble. The terms are those that claims
// and calls of a daemon keep to.
func run(ctx context.Context, args []string, out console, trouble io.Writer, terms editorial.Terms) int {
	var line commands
	parser, err := kong.New(&line,
		kong.Name("parution"), kong.Description("An editorial calendar that publishes on time, once, and only what was approved."),
		kong.Configuration(configurationFile), kong.NamedMapper("path", kong.MapperFunc(readPath)), kong.Writers(out, trouble),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(out, terms),
		kong.Exit(func(code int) { panic(exited(code)) }))
	if err != nil {
		_, _ = fmt.Fprintln(trouble, "parution:", err)
		return exitFailed
	}
	return finish(parser, args, trouble)
}

// exited carries kong's wish to end the program, after --help, up to finish.
type exited int

func finish(parser *kong.Kong, args []string, trouble io.Writer) (code int) {
	defer func() {
		if value := recover(); value != nil {
			wish, ok := value.(exited)
			if !ok {
				panic(value)
			}
			code = int(wish)
		}
	}()
	chosen, err := parser.Parse(args)
	if err != nil {
		_, _ = fmt.Fprintln(trouble, "parution:", err)
		return exitSetting
	}
	if err := chosen.Run(); err != nil {
		_, _ = fmt.Fprintln(trouble, "parution:", err)
		return codeOf(err)
	}
	return 0
}

func codeOf(err error) int {
	if errors.Is(err, store.ErrNewerSchema) {
		return exitSchema
	}
	if known := new(failure); errors.As(err, &known) {
		return known.code
	}
	return exitFailed
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(out console) error {
	_, err := fmt.Fprintln(out, "parution", version)
	return err
}
