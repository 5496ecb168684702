package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"
)

// configurationFile reads settings from a JSON object: {"listen": "…"}. What a
// flag or the environment says wins over it, and a name that no command has is
// an error rather than a setting that silently does nothing.
func configurationFile(from io.Reader) (kong.Resolver, error) {
	values := map[string]any{}
	decoder := json.NewDecoder(from)
	decoder.UseNumber()
	if err := decoder.Decode(&values); err != nil {
		return nil, fmt.Errorf("the configuration file is not a JSON object: %w", err)
	}
	return settings(values), nil
}

// settings resolves flags from the configuration file.
type settings map[string]any

// Validate implements kong.Resolver.
func (s settings) Validate(app *kong.Application) error {
	known := map[string]bool{}
	var learn func(node *kong.Node)
	learn = func(node *kong.Node) {
		for _, flag := range node.Flags {
			known[settingName(flag)] = true
		}
		for _, child := range node.Children {
			learn(child)
		}
	}
	learn(app.Node)
	for name := range s {
		if !known[name] {
			return fmt.Errorf("the configuration file names %q, which is no setting", name)
		}
	}
	return nil
}

// Resolve implements kong.Resolver.
func (s settings) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, set := os.LookupEnv(name); set {
			return nil, nil //nolint:nilnil // kong's way to say that the file has no say
		}
	}
	return s[settingName(flag)], nil
}

// settingName is a flag's name as the file writes it: with underscores.
func settingName(flag *kong.Flag) string { return strings.ReplaceAll(flag.Name, "-", "_") }
