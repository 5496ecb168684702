package editorial

import "time"

// Media is one file of a calendar's media library.
type Media struct {
	ID       MediaID
	Calendar CalendarID
	Hash     string // SHA-256 of the bytes, hex
	Type     string // MIME type, read from the bytes
	Bytes    int64
	Width    int
	Height   int
	Name     string // as the person who brought it called it
	Alt      string // what it shows, for those who cannot see it
	Created  time.Time
}

// Use returns the file as a post carries it, with what is said about it there.
func (m Media) Use(alt string) MediaUse {
	return MediaUse{
		Media: m.ID, Hash: m.Hash, Type: m.Type, Bytes: m.Bytes,
		Width: m.Width, Height: m.Height, Alt: alt,
	}
}
