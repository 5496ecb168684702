package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"parution.dev/scheduler"
)

const (
	heartbeatEvery = time.Minute
	heartbeatTime  = 10 * time.Second
)

// heartbeat tells a watcher elsewhere that releases work, by calling its URL.
// It is silent while they do not, so that the watcher calls a person: of all
// alarms, this one works when the machine is off.
type heartbeat struct {
	url     string
	client  *http.Client
	healthy func() error
}

// checkHeartbeat refuses what is no address. The address itself is a secret.
func checkHeartbeat(address string) error {
	u, err := url.Parse(address)
	if address != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
		return &failure{exitSetting, errors.New("PARUTION_HEARTBEAT_URL must be an http or https address")}
	}
	return nil
}

// jobs are none where there is no URL.
func (h heartbeat) jobs() []scheduler.Job {
	if h.url == "" {
		return nil
	}
	return []scheduler.Job{{Name: "heartbeat", Every: heartbeatEvery, Do: h.beat}}
}

func (h heartbeat) beat(ctx context.Context) error {
	if h.healthy() != nil {
		return nil // the releaser has logged why
	}
	ctx, cancel := context.WithTimeout(ctx, heartbeatTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url, http.NoBody)
	if err != nil {
		return errors.New("PARUTION_HEARTBEAT_URL cannot be called")
	}
	res, err := h.client.Do(req)
	if err != nil {
		return unaddressed(err)
	}
	defer func() { _ = res.Body.Close() }()
	if res.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("the heartbeat was answered with %d", res.StatusCode)
	}
	return nil
}

// unaddressed drops the address from a client's error.
func unaddressed(err error) error {
	if with := new(url.Error); errors.As(err, &with) {
		return fmt.Errorf("call the heartbeat: %w", with.Err)
	}
	return err
}
