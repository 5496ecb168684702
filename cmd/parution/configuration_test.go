package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A flag wins over the environment, the environment over the file, and the
// file over the default.
func TestPrecedence(t *testing.T) {
	for name, row := range map[string]struct {
		flag, variable, file bool
		want                 string
	}{
		"all three":           {true, true, true, "flag"},
		"flag and variable":   {true, true, false, "flag"},
		"flag and file":       {true, false, true, "flag"},
		"variable and file":   {false, true, true, "variable"},
		"variable":            {false, true, false, "variable"},
		"file":                {false, false, true, "file"},
		"nobody says a thing": {false, false, false, "data"},
	} {
		for _, in := range []string{"--config", "PARUTION_CONFIG"} {
			t.Run(name+", "+in, func(t *testing.T) {
				m := newMachine(t)
				unset(t, "PARUTION_DATA")
				t.Chdir(m.dir)
				args := []string{"member", "list"}
				if row.flag {
					args = append(args, "--data", filepath.Join(m.dir, "flag"))
				}
				if row.variable {
					t.Setenv("PARUTION_DATA", filepath.Join(m.dir, "variable"))
				}
				if row.file {
					path := m.configuration(`{"data": "` + filepath.Join(m.dir, "file") + `"}`)
					if in == "--config" {
						args = append(args, "--config", path)
					} else {
						t.Setenv("PARUTION_CONFIG", path)
					}
				}
				m.refuses(exitData, []string{filepath.Join(m.dir, row.want) + ";"}, args...)
			})
		}
	}
}

func TestConfigurationFile(t *testing.T) {
	for name, row := range map[string]struct {
		text  string
		code  int
		words []string
	}{
		"empty object":            {`{}`, 0, nil},
		"of other commands too":   {`{"listen": "127.0.0.1:1", "demo": true, "metrics_token": "x"}`, 0, nil},
		"a name that is none":     {`{"lisen": "127.0.0.1:1"}`, exitSetting, []string{"configuration file", "lisen"}},
		"a flag’s dashes":         {`{"key-file": "x"}`, exitSetting, []string{"key-file"}},
		"cut":                     {`{"data": `, exitSetting, []string{"configuration file"}},
		"empty":                   {``, exitSetting, []string{"configuration file"}},
		"a list":                  {`["data"]`, exitSetting, []string{"configuration file"}},
		"a number for a path":     {`{"data": {"a": 1}}`, exitSetting, []string{"--data"}},
		"a word that is no truth": {`{"demo": "perhaps"}`, 0, nil}, // of a command that is not run
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t)
			m.init()
			unset(t, "PARUTION_CONFIG")
			if row.words != nil {
				unset(t, "PARUTION_DATA")
			}
			args := []string{"member", "list", "--config", m.configuration(row.text)}
			if row.code == 0 {
				require.Contains(t, m.does(args...), "ines@example.org")
				return
			}
			m.refuses(row.code, row.words, args...)
		})
	}
	t.Run("of this command", func(t *testing.T) {
		m := newMachine(t)
		m.refuses(exitSetting, []string{"--demo"}, "serve", "--config", m.configuration(`{"demo": "perhaps"}`))
	})
}
