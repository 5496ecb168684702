package mastodon

import (
	"strings"
	"time"

	"parution.dev/editorial"
)

// The options a variant may set. They are those of the whole thread and its
// first comment: an answer is seen by those who see what it answers.
const (
	optionVisibility = "visibility"
	optionSpoiler    = "spoiler_text"
	optionSensitive  = "sensitive"
)

// The visibilities, widest first.
const (
	visibilityPublic   = "public"
	visibilityUnlisted = "unlisted"
	visibilityPrivate  = "private"
)

func visibilities() []string {
	return []string{visibilityPublic, visibilityUnlisted, visibilityPrivate}
}

// options describes them for people. "direct" is left out: what is not for an
// audience is not in an editorial calendar.
func options() []editorial.OptionSpec {
	return []editorial.OptionSpec{
		{
			Name: optionVisibility, Kind: editorial.OptionChoice, Choices: visibilities(), Fixed: true,
			Label: editorial.Words{EN: "Visibility", FR: "Visibilité"},
		},
		{
			Name: optionSpoiler, Kind: editorial.OptionText, Counted: true,
			Label: editorial.Words{EN: "Content warning", FR: "Avertissement de contenu"},
		},
		{
			Name: optionSensitive, Kind: editorial.OptionToggle,
			Label: editorial.Words{EN: "Blur the media", FR: "Flouter les médias"},
		},
	}
}

// What a stock server takes, for where a server does not say.
const (
	stockCharacters  = 500
	stockLinkLength  = 23
	stockMedia       = 4
	stockImageBytes  = 16 << 20
	stockVideoBytes  = 99 << 20
	stockPixels      = 33_177_600
	stockDescription = 1500
)

func stockTypes() []string {
	return []string{
		"image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/heif", "image/avif",
		"video/mp4", "video/webm", "video/quicktime",
		"audio/mpeg", "audio/ogg", "audio/wav", "audio/flac", "audio/mp4",
	}
}

func stockLimits() editorial.Limits { return limitsOf(stock, instance{}) }

// limitsOf is what a server takes: what it said of itself, and a stock
// server's limits where it said nothing.
func limitsOf(kind software, i instance) editorial.Limits {
	told := i.Configuration
	characters := firstSaid(told.Statuses.MaxCharacters, i.MaxTootChars, stockCharacters)
	linkLength := firstSaid(told.Statuses.CharactersReservedPerURL, stockLinkLength)
	return editorial.Limits{
		Text:          []editorial.TextLimit{{Max: characters, Counting: kind.counting(linkLength)}},
		TextOrMedia:   true,
		MediaRequired: kind == pixelfed,
		Parts:         50,
		FirstComment:  true,
		Media: editorial.MediaLimits{
			Max:        firstSaid(told.Statuses.MaxMediaAttachments, i.MaxMediaAttachments, stockMedia),
			Types:      mediaTypes(i),
			Alt:        altLimit(i),
			Pixels:     firstSaid(told.Media.ImageMatrixLimit, stockPixels),
			AltAdvised: true,
		},
		Options: options(),
		Lead:    2 * time.Minute,
		Edits:   kind.edits(i.Version),
	}
}

// firstSaid is the first of several numbers that was said and can be.
func firstSaid[N int | int64](numbers ...N) N {
	for _, n := range numbers {
		if n > 0 {
			return n
		}
	}
	return 0
}

// mediaTypes gives each type the size that goes with it: a still picture's,
// or that of all that moves or sounds.
func mediaTypes(i instance) map[string]int64 {
	told := i.Configuration.Media
	images := firstSaid(told.ImageSizeLimit, i.UploadLimit, stockImageBytes)
	others := firstSaid(told.VideoSizeLimit, i.UploadLimit, stockVideoBytes)
	listed := told.SupportedMIMETypes
	if len(listed) == 0 {
		listed = stockTypes()
	}
	types := make(map[string]int64, len(listed))
	for _, name := range listed {
		name = strings.ToLower(name)
		types[name] = others
		if strings.HasPrefix(name, "image/") {
			types[name] = images
		}
	}
	return types
}

// altLimit is in code points: Rails validates the length of a description so,
// and GoToSocial counts runes.
func altLimit(i instance) editorial.TextLimit {
	return editorial.TextLimit{
		Max:      firstSaid(i.Configuration.Media.DescriptionLimit, i.DescriptionLimit, stockDescription),
		Counting: editorial.Counting{Unit: editorial.CodePoints},
	}
}
