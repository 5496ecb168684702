package bluesky

import (
	"errors"
	"fmt"
)

// picture is an image file that tells nothing but what it shows.
type picture struct {
	file          []byte
	width, height int // as shown, turned the right way up
}

var errDamaged = errors.New("the file is not the picture it should be")

// strip takes out of a picture what tells more than it shows: where and when
// it was taken, by whom and with what, thumbnails of what was cropped away,
// and whatever follows its end. The server would pass all that on. Pixels,
// colours, animation and the way it is turned stay as they are. It knows what
// to keep, not what to drop, so that nothing new slips through.
func strip(mime string, file []byte) (picture, error) {
	switch mime {
	case "image/jpeg":
		return stripJPEG(file)
	case "image/png":
		return stripPNG(file)
	case "image/webp":
		return stripWebP(file)
	case "image/gif":
		return stripGIF(file)
	}
	return picture{}, fmt.Errorf("pictures of type %q are not known", mime)
}

// turn notes that a picture is shown turned by what its EXIF says.
func (p *picture) turn(turned int) {
	if turned >= sideways {
		p.width, p.height = p.height, p.width
	}
}
