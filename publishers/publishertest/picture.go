package publishertest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// side is the width and height of a picture, large enough for every platform.
const side = 400

// pictured puts two pictures into a piece, or one where the platform takes no
// more, with alternative texts.
func pictured(p publishers.Piece, limits editorial.MediaLimits) (publishers.Piece, error) {
	files := map[string][]byte{}
	p.Part.Media = nil
	for i := range min(2, limits.Max) {
		kind, data, err := picture(limits, uint8(i))
		if err != nil {
			return p, err
		}
		sum := sha256.Sum256(data)
		use := editorial.MediaUse{
			Media: editorial.MediaID(fmt.Sprintf("med_%d", i)), Hash: hex.EncodeToString(sum[:]), Type: kind,
			Bytes: int64(len(data)), Width: side, Height: side, Alt: fmt.Sprintf("Théière n°\u00a0%d «\u00a0bleue\u00a0» & tasse <ronde> 🫖", i+1),
		}
		files[use.Hash] = data
		p.Part.Media = append(p.Part.Media, use)
	}
	p.Open = func(use editorial.MediaUse) (io.ReadCloser, error) {
		data, ok := files[use.Hash]
		if !ok {
			return nil, fmt.Errorf("there is no file %q", cmp.Or(use.Hash, "without a hash"))
		}
		return io.NopCloser(bytes.NewReader(data)), nil
	}
	return p, nil
}

// picture makes a picture of one colour, PNG or else JPEG.
func picture(limits editorial.MediaLimits, shade uint8) (kind string, data []byte, err error) {
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.RGBA{R: shade, G: 90, B: 160, A: 255}})
	var out bytes.Buffer
	if _, ok := limits.Types["image/png"]; ok {
		err = png.Encode(&out, img)
		return "image/png", out.Bytes(), err
	}
	err = jpeg.Encode(&out, img, nil)
	return "image/jpeg", out.Bytes(), err
}
