package editorial

import "time"

// ChannelState says whether a channel can be published to.
type ChannelState string

// The states of a channel.
const (
	Connected    ChannelState = "connected"
	MustConnect  ChannelState = "reconnect" // its credentials were refused, ran out or cannot be read
	Disconnected ChannelState = "disconnected"
)

// EventChannelLost is the record's word for a channel whose credentials its
// platform has refused: nothing leaves there until it is connected again.
const EventChannelLost = "channel.lost"

// Channel is a connected account on one platform.
type Channel struct {
	ID          ChannelID
	Calendar    CalendarID
	Platform    Platform
	Name        string
	State       ChannelState
	RemoteID    string
	Handle      string
	URL         string
	Settings    map[string]string
	Facts       map[string]string
	Limits      Limits
	Rules       Rules
	Credentials Credentials // empty when they could not be unsealed
	ExpiresAt   time.Time   // of the credentials; zero: they do not expire
	Warned      ExpiryWarning
	Rest        Rest // of the account
	Created     time.Time
	Archived    time.Time
	Version     int64
}

// Account is the channel as an adapter needs it.
func (c Channel) Account() Account {
	return Account{
		Channel: c.ID, Version: c.Version, Platform: c.Platform, RemoteID: c.RemoteID, Handle: c.Handle,
		Settings: c.Settings, Facts: c.Facts, Limits: c.Limits, Credentials: c.Credentials,
	}
}

// Reaches tells whether the channel is still connected to an account, with the
// credentials that the account has.
func (c Channel) Reaches(a Account) bool {
	return c.RemoteID == a.RemoteID && c.Credentials.Equal(a.Credentials)
}

// Channels are channels by their id.
type Channels map[ChannelID]Channel
