package publishertest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// limits holds the stock limits and the account's against good sense, and
// against what the harness says the platform can do.
func limits(s *scene) error {
	return errors.Join(
		prefixed("stock", saneLimits(s.Publisher.Limits())),
		prefixed("account", saneLimits(s.Account.Limits)),
		prefixed("account", s.promised(s.Account.Limits)),
	)
}

func prefixed(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s limits: %w", what, err)
}

// promised compares limits with the harness.
func (s *scene) promised(l editorial.Limits) error {
	var err error
	if s.h.Threads != (l.Parts >= 3) {
		err = fmt.Errorf("a thread has %d parts", l.Parts)
	}
	if fits := fitting(l, s.h.TooLong); s.h.TooLong != "" && fits {
		err = errors.Join(err, errors.New("the text that is too long is inside them"))
	}
	if !fitting(l, sample) {
		err = errors.Join(err, errors.New("a text of a few words is outside them"))
	}
	return errors.Join(err,
		equal("a first comment", l.FirstComment, s.h.Comments),
		equal("room for images", l.Media.Max > 0, s.h.Images))
}

func fitting(l editorial.Limits, text string) bool {
	return !slices.ContainsFunc(l.Text, func(limit editorial.TextLimit) bool {
		return limit.Max > 0 && limit.Counting.Count(text) > limit.Max
	})
}

func saneLimits(l editorial.Limits) error {
	err := saneMedia(l)
	for _, limit := range append(slices.Clone(l.Text), l.Media.Alt) {
		err = errors.Join(err, saneText(limit))
	}
	names := map[string]bool{}
	for _, option := range l.Options {
		if names[option.Name] {
			err = errors.Join(err, fmt.Errorf("option %q stands there twice", option.Name))
		}
		names[option.Name] = true
		err = errors.Join(err, saneOption(option))
	}
	if l.Parts < 0 {
		err = errors.Join(err, fmt.Errorf("a thread has %d parts", l.Parts))
	}
	if l.Lead < 0 || l.Lead > 24*time.Hour {
		err = errors.Join(err, fmt.Errorf("the lead is %s", l.Lead))
	}
	return err
}

func saneText(limit editorial.TextLimit) error {
	units := []editorial.Unit{
		editorial.Graphemes, editorial.CodePoints, editorial.UTF16, editorial.Bytes, editorial.Weighted,
	}
	switch {
	case limit.Max < 0 || limit.Counting.LinkLength < 0:
		return fmt.Errorf("a text has at most %d, a link %d", limit.Max, limit.Counting.LinkLength)
	case limit.Max > 0 && !slices.Contains(units, limit.Counting.Unit):
		return fmt.Errorf("the unit %q is not known", limit.Counting.Unit)
	}
	return nil
}

func saneMedia(l editorial.Limits) error {
	m := l.Media
	switch {
	case m.Max < 0 || m.Pixels < 0:
		return fmt.Errorf("a post has at most %d files of %d pixels", m.Max, m.Pixels)
	case l.MediaRequired && m.Max == 0:
		return errors.New("a medium is required, and none is allowed")
	case (m.Max > 0) != (len(m.Types) > 0):
		return fmt.Errorf("%d files of %d types", m.Max, len(m.Types))
	}
	for kind, bytes := range m.Types {
		if kind != strings.ToLower(kind) || strings.Count(kind, "/") != 1 || bytes < 0 {
			return fmt.Errorf("%q has at most %d bytes", kind, bytes)
		}
	}
	return nil
}

func saneOption(o editorial.OptionSpec) error {
	switch err := saneName(o.Name, o.Label); {
	case err != nil:
		return err
	case !slices.Contains([]editorial.OptionKind{editorial.OptionText, editorial.OptionToggle, editorial.OptionChoice}, o.Kind):
		return fmt.Errorf("option %q is of the unknown kind %q", o.Name, o.Kind)
	case (o.Kind == editorial.OptionChoice) != (len(o.Choices) > 1):
		return fmt.Errorf("option %q has %d choices", o.Name, len(o.Choices))
	}
	return nil
}

// saneName asks for a machine's name in snake_case and for people's in both
// languages.
func saneName(name string, label editorial.Words) error {
	switch {
	case name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "":
		return fmt.Errorf("the name %q is not in snake_case", name)
	case label.EN == "" || label.FR == "":
		return fmt.Errorf("%q has no label in one language", name)
	}
	return nil
}

// form holds what a person fills in against good sense.
func form(s *scene) error {
	f := s.Publisher.Form()
	if f.Name == "" {
		return errors.New("the platform has no name for people")
	}
	for _, fields := range [][]publishers.Field{f.Settings, f.Credentials} {
		names := map[string]bool{}
		for _, field := range fields {
			if err := saneName(field.Name, field.Label); err != nil {
				return err
			}
			if names[field.Name] {
				return fmt.Errorf("%q stands there twice", field.Name)
			}
			names[field.Name] = true
		}
	}
	return nil
}
