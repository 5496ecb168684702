package main

import (
	"context"
	"errors"
	"time"

	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/scheduler"
)

type channelCommands struct {
	Check channelCheck `cmd:"" help:"Ask a channel's platform whether it could publish now."`
}

type channelCheck struct {
	place
	outside
	Channel string `arg:"" help:"The channel's id."`
}

// Run prints how the channel stands; a channel that could not publish now
// ends it with an error.
func (c channelCheck) Run(ctx context.Context, out console) error {
	client, err := c.client()
	if err != nil {
		return err
	}
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	channel, err := db.GetChannel(ctx, editorial.ChannelID(c.Channel))
	if editorial.IsKind(err, editorial.NotFound) {
		return &failure{exitSetting, errors.New("there is no channel with this id")}
	}
	if err != nil {
		return err
	}
	all := platforms(adapters(client, time.Now, c.PublicURL))
	sched := scheduler.New(scheduler.Config{Queue: db, Publishers: all, Log: zerolog.Nop(), Now: now})
	checked, err := tended{all, sched}.Check(ctx, channel.Account())
	if err != nil {
		return err
	}
	out.say("%s  %s  %s  %s: it could publish now", channel.ID, channel.Platform, channel.Name, channel.State)
	if !checked.Clock.IsZero() {
		out.say("its clock is %s from this machine's", time.Since(checked.Clock).Round(time.Second))
	}
	return nil
}
