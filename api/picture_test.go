package api

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func draw(width, height int) image.Image {
	canvas := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.Black, color.White, color.RGBA{R: 200, A: 255}})
	for i := range canvas.Pix {
		canvas.Pix[i] = uint8(i * i % 3)
	}
	return canvas
}

func pictures(t *testing.T) map[string][]byte {
	t.Helper()
	var asPNG, asJPEG, asGIF bytes.Buffer
	require.NoError(t, png.Encode(&asPNG, draw(40, 30)))
	require.NoError(t, jpeg.Encode(&asJPEG, draw(40, 30), nil))
	require.NoError(t, gif.Encode(&asGIF, draw(40, 30), nil))
	asWebP, err := base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	require.NoError(t, err)
	return map[string][]byte{"image/png": asPNG.Bytes(), "image/jpeg": asJPEG.Bytes(), "image/gif": asGIF.Bytes(), "image/webp": asWebP}
}

func TestReadPicture(t *testing.T) {
	for kind, data := range pictures(t) {
		got, err := readPicture(bytes.NewReader(data))
		require.NoError(t, err, kind)
		want := picture{kind, 40, 30}
		if kind == "image/webp" {
			want = picture{kind, 1, 1}
		}
		require.Equal(t, want, got)
	}
}

// Wherever a picture is cut off, it is refused.
func TestReadPictureCutOff(t *testing.T) {
	for kind, data := range pictures(t) {
		for n := range data {
			_, err := readPicture(bytes.NewReader(data[:n]))
			require.True(t, editorial.IsKind(err, editorial.Invalid), "%s, %d of %d bytes: %v", kind, n, len(data), err)
		}
	}
}

// A camera puts a whole small picture into the large one; its end is not the
// end of the file.
func TestReadPictureWithPreviewCutOff(t *testing.T) {
	data := pictures(t)["image/jpeg"]
	preview := append([]byte("Exif\x00\x00"), data...)
	whole := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(preview)+2))...)
	whole = append(append(whole, preview...), data[2:]...)
	_, err := readPicture(bytes.NewReader(whole))
	require.NoError(t, err)
	_, err = readPicture(bytes.NewReader(whole[:len(whole)-2]))
	require.True(t, editorial.IsKind(err, editorial.Invalid), "%v", err)
}

func TestReadPictureDamaged(t *testing.T) {
	data := bytes.Clone(pictures(t)["image/png"])
	data[len(data)-20] ^= 1
	_, err := readPicture(bytes.NewReader(data))
	require.True(t, editorial.IsKind(err, editorial.Invalid), "%v", err)
}

func TestReadPictureIsNone(t *testing.T) {
	for _, data := range []string{"", "hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "\x89PNG\r\n\x1a\n", "GIF89a", "BM......"} {
		_, err := readPicture(bytes.NewReader([]byte(data)))
		require.True(t, editorial.IsKind(err, editorial.Invalid), "%q: %v", data, err)
	}
}

// A file that ends as it should, and holds no picture, is none.
func TestReadPictureWithoutOne(t *testing.T) {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 40), 30)
	asPNG := append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(size, 8, 2, 0, 0, 0))...)
	asJPEG := pictures(t)["image/jpeg"]
	scan := bytes.Index(asJPEG, []byte{0xff, 0xda})
	for kind, data := range map[string][]byte{
		"png": append(asPNG, pngChunk("IEND", nil)...), "gif": []byte("GIF89a\x28\x00\x1e\x00\x00\x00\x00;"),
		"jpeg": append(bytes.Clone(asJPEG[:scan]), 0xff, 0xd9),
	} {
		_, err := readPicture(bytes.NewReader(data))
		require.True(t, editorial.IsKind(err, editorial.Invalid), "%s: %v", kind, err)
	}
}

// A few bytes can announce a picture that would fill the memory of whoever
// draws it.
func TestReadPictureBomb(t *testing.T) {
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 20_000), 20_000)
	data := append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(header, 8, 2, 0, 0, 0))...)
	data = append(append(data, pngChunk("IDAT", nil)...), pngChunk("IEND", nil)...)
	_, err := readPicture(bytes.NewReader(data))
	require.True(t, editorial.IsKind(err, editorial.TooLarge), "%v", err)
}

func FuzzReadPicture(f *testing.F) {
	for _, data := range pictures(&testing.T{}) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readPicture(bytes.NewReader(data))
		if err == nil {
			require.Positive(t, got.width)
			require.Positive(t, got.height)
			return
		}
		require.NotNil(t, editorial.AsRefusal(err), "%v", err)
	})
}
