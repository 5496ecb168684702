package mastodon

import (
	"context"
	"net/http"
	"net/url"
	"strings"
)

// instance is what a server says of itself (Mastodon API: instance, v2, and v1
// where a server has no v2). What is zero was not said.
type instance struct {
	Domain        string `json:"domain"`         // v2
	AccountDomain string `json:"account_domain"` // GoToSocial: where accounts live, if elsewhere
	URI           string `json:"uri"`            // v1: a domain, or an address
	Version       string `json:"version"`
	SourceURL     string `json:"source_url"`
	Configuration struct {
		Statuses struct {
			MaxCharacters            int `json:"max_characters"`
			MaxMediaAttachments      int `json:"max_media_attachments"`
			CharactersReservedPerURL int `json:"characters_reserved_per_url"`
		} `json:"statuses"`
		Media struct {
			SupportedMIMETypes []string `json:"supported_mime_types"`
			ImageSizeLimit     int64    `json:"image_size_limit"`
			ImageMatrixLimit   int      `json:"image_matrix_limit"`
			VideoSizeLimit     int64    `json:"video_size_limit"`
			DescriptionLimit   int      `json:"description_limit"`
		} `json:"media_attachments"`
	} `json:"configuration"`

	// What Pleroma and older forks say in their own places.
	MaxTootChars        int   `json:"max_toot_chars"`
	MaxMediaAttachments int   `json:"max_media_attachments"`
	UploadLimit         int64 `json:"upload_limit"`
	DescriptionLimit    int   `json:"description_limit"`
}

// instance asks the server what it is and what it takes.
func (s server) instance(ctx context.Context) (instance, error) {
	var i instance
	answer, err := s.read(ctx, &i, nil, "api/v2/instance")
	if answer != nil && answer.Status == http.StatusNotFound {
		_, err = s.read(ctx, &i, nil, "api/v1/instance")
	}
	return i, err
}

// domain is the host that the server's accounts carry, "" where it does not say.
func (i instance) domain() string {
	for _, domain := range []string{i.AccountDomain, i.Domain} {
		if domain != "" {
			return domain
		}
	}
	if at, err := url.Parse(i.URI); err == nil && at.Host != "" {
		return at.Host
	}
	return strings.TrimSuffix(i.URI, "/")
}
