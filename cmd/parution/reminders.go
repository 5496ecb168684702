package main

import "context"

// remind tells those who must approve that a post's time comes near: a line of
// the record, which everybody who listens hears of, and one in the log.
func (d *daemon) remind(ctx context.Context) error {
	told, err := d.store.Remind(ctx, now())
	for _, r := range told {
		message := "a post waits for its approval, and its time comes near"
		if r.Escalated {
			message = "a post has waited too long for its approval"
		}
		d.log.Info().Str("post", string(r.Post)).Time("due", r.Due).Int("members", len(r.For)).Msg(message)
	}
	return err
}
