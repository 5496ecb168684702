package mastodontest

import "net/http"

// Limits is what the server takes, and says that it takes.
type Limits struct {
	Characters  int
	PerLink     int
	Files       int
	Alt         int
	ImageBytes  int64
	VideoBytes  int64
	ImagePixels int
	Types       []string
}

// oddLimits are not what a stock server has: who assumes those is found out.
func oddLimits() Limits {
	return Limits{
		Characters: 1000, PerLink: 30, Files: 6, Alt: 1200, ImageBytes: 8 << 20, VideoBytes: 40 << 20, ImagePixels: 20_000_000,
		Types: []string{"image/jpeg", "image/png", "image/gif", "video/mp4"},
	}
}

func goToSocialLimits() Limits {
	return Limits{
		Characters: 5000, PerLink: 25, Files: 6, Alt: 1500, ImageBytes: 40 << 20, VideoBytes: 40 << 20, ImagePixels: 16_777_216,
		Types: []string{"image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4"},
	}
}

func (s *Server) configuration() map[string]any {
	return map[string]any{
		"statuses": map[string]any{
			"max_characters":              s.limits.Characters,
			"max_media_attachments":       s.limits.Files,
			"characters_reserved_per_url": s.limits.PerLink,
		},
		"media_attachments": map[string]any{
			"supported_mime_types": s.limits.Types,
			"image_size_limit":     s.limits.ImageBytes,
			"image_matrix_limit":   s.limits.ImagePixels,
			"video_size_limit":     s.limits.VideoBytes,
			"description_limit":    s.limits.Alt,
		},
	}
}

func (s *Server) sourceURL() string {
	if s.kind == goToSocial {
		return "https://codeberg.org/superseriousbusiness/gotosocial"
	}
	return "https://github.com/mastodon/mastodon"
}

func (s *Server) getInstance(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, map[string]any{
		"domain": Host, "title": "A server", "version": s.version, "source_url": s.sourceURL(),
		"configuration": s.configuration(),
	})
}

func (s *Server) getInstanceV1(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, map[string]any{
		"uri": Host, "title": "A server", "version": s.version, "configuration": s.configuration(),
	})
}
