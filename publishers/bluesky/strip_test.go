package bluesky

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// secret stands for what must not leave: a place, a name, a serial number.
const secret = "48.8584N 2.2945E"

// painted returns a picture in which no two corners are alike.
func painted(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, color.NRGBA{R: uint8(x * 9), G: uint8(y * 9), B: uint8(x * y), A: 255})
		}
	}
	return img
}

// exif is a TIFF structure that says how a picture is turned, and where it was
// taken.
func exif(order binary.AppendByteOrder, mark string, turned uint16) []byte {
	tiff := []byte(mark)
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	tiff = order.AppendUint16(tiff, 0x010F) // Make
	tiff = order.AppendUint16(tiff, 2)
	tiff = order.AppendUint32(tiff, uint32(len(secret)))
	tiff = order.AppendUint32(tiff, 38)
	tiff = order.AppendUint16(tiff, tagOrientation)
	tiff = order.AppendUint16(tiff, typeShort)
	tiff = order.AppendUint32(tiff, 1)
	tiff = order.AppendUint16(tiff, turned)
	tiff = order.AppendUint16(tiff, 0)
	tiff = order.AppendUint32(tiff, 0)
	return append(tiff, secret...)
}

func bigEndian(turned uint16) []byte    { return exif(binary.BigEndian, "MM\x00*", turned) }
func littleEndian(turned uint16) []byte { return exif(binary.LittleEndian, "II*\x00", turned) }

func TestOrientation(t *testing.T) {
	tests := []struct {
		name string
		tiff []byte
		want int
	}{
		{"big endian", bigEndian(6), 6},
		{"little endian", littleEndian(3), 3},
		{"its own", onlyOrientation(8), 8},
		{"upright", bigEndian(1), 1},
		{"beyond the values there are", bigEndian(9), 1},
		{"zero", bigEndian(0), 1},
		{"empty", nil, 1},
		{"no TIFF", []byte("not a TIFF structure"), 1},
		{"a directory outside", []byte("MM\x00*\xff\xff\xff\xff"), 1},
		{"a directory at the very end", []byte("MM\x00*\x00\x00\x00\x08"), 1},
		{"cut in the directory", bigEndian(6)[:30], 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, orientation(tt.tiff)) })
	}
}

// jpegSegmentOf is one segment as a camera would write it.
func jpegSegmentOf(marker byte, body string) []byte {
	out := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2))
	return append(out, body...)
}

// jpegWith returns a JPEG with segments after its start and bytes behind its end.
func jpegWith(tb testing.TB, width, height int, behind string, segments ...[]byte) []byte {
	tb.Helper()
	var plain bytes.Buffer
	require.NoError(tb, jpeg.Encode(&plain, painted(width, height), nil))
	file := append([]byte{0xFF, jpegSOI}, bytes.Join(segments, nil)...)
	return append(append(file, plain.Bytes()[2:]...), behind...)
}

func TestStripJPEG(t *testing.T) {
	icc := jpegSegmentOf(jpegAPP2, "ICC_PROFILE\x00\x01\x01colours")
	jfif := jpegSegmentOf(jpegAPP0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	adobe := jpegSegmentOf(jpegAPP14, "Adobe\x00\x64\x00\x00\x00\x00\x01")
	exifOf := func(tiff []byte) []byte { return jpegSegmentOf(jpegAPP1, exifHeader+string(tiff)) }
	tests := []struct {
		name          string
		segments      [][]byte
		behind        string
		want          [][]byte // the segments that stay
		width, height int
	}{
		{"nothing to take out", nil, "", nil, 20, 10},
		{"EXIF of an upright picture", [][]byte{exifOf(bigEndian(1))}, "", nil, 20, 10},
		{
			"EXIF of one that lies on its side",
			[][]byte{exifOf(littleEndian(6))},
			"",
			[][]byte{exifOf(onlyOrientation(6))},
			10, 20,
		},
		{"EXIF of one on its head", [][]byte{exifOf(bigEndian(3))}, "", [][]byte{exifOf(onlyOrientation(3))}, 20, 10},
		{
			"EXIF twice",
			[][]byte{exifOf(bigEndian(6)), exifOf(bigEndian(8))},
			"",
			[][]byte{exifOf(onlyOrientation(6))},
			10, 20,
		},
		{"XMP", [][]byte{jpegSegmentOf(jpegAPP1, "http://ns.adobe.com/xap/1.0/\x00"+secret)}, "", nil, 20, 10},
		{"IPTC", [][]byte{jpegSegmentOf(0xED, "Photoshop 3.0\x00"+secret)}, "", nil, 20, 10},
		{"a comment", [][]byte{jpegSegmentOf(0xFE, secret)}, "", nil, 20, 10},
		{"a maker's own segment", [][]byte{jpegSegmentOf(0xE5, secret)}, "", nil, 20, 10},
		{"a second picture's index", [][]byte{jpegSegmentOf(jpegAPP2, "MPF\x00"+secret)}, "", nil, 20, 10},
		{"a thumbnail", [][]byte{jpegSegmentOf(jpegAPP0, "JFXX\x00\x10"+secret)}, "", nil, 20, 10},
		{"a reserved segment", [][]byte{jpegSegmentOf(0xF3, secret)}, "", nil, 20, 10},
		{"what follows the end", nil, "\xFF\xD8\xFF\xE1" + secret, nil, 20, 10},
		{"what decoding needs", [][]byte{jfif, icc, adobe}, "", [][]byte{jfif, icc, adobe}, 20, 10},
		{"fill bytes", [][]byte{{0xFF, 0xFF}, icc}, "", [][]byte{icc}, 20, 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := jpegWith(t, 20, 10, tt.behind, tt.segments...)
			got, err := strip("image/jpeg", file)
			require.NoError(t, err)
			assert.Equal(t, jpegWith(t, 20, 10, "", tt.want...), got.file)
			assert.NotContains(t, string(got.file), secret)
			assert.Equal(t, [2]int{tt.width, tt.height}, [2]int{got.width, got.height})
			_, err = jpeg.Decode(bytes.NewReader(got.file))
			assert.NoError(t, err)
		})
	}
}

// Pixels may hold the byte that begins a marker, and restart markers.
func TestJPEGScan(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"up to a marker", "abc\xFF\xD9", "abc"},
		{"a stuffed byte", "a\xFF\x00b\xFF\xD9", "a\xFF\x00b"},
		{"a restart marker", "a\xFF\xD3b\xFF\xDA", "a\xFF\xD3b"},
		{"fill bytes belong to the marker", "a\xFF\xFF\xD9", "a"},
		{"no marker", "abc", "abc"},
		{"half a marker", "abc\xFF", "abc\xFF"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, string(jpegScan([]byte(tt.data)))) })
	}
}

// pngWith returns a PNG with chunks behind its header and bytes behind its end.
func pngWith(tb testing.TB, behind string, chunks ...[]byte) []byte {
	tb.Helper()
	var plain bytes.Buffer
	require.NoError(tb, png.Encode(&plain, painted(20, 10)))
	head := len(pngSignature) + 25 // IHDR
	file := append(bytes.Clone(plain.Bytes()[:head]), bytes.Join(chunks, nil)...)
	return append(append(file, plain.Bytes()[head:]...), behind...)
}

func TestStripPNG(t *testing.T) {
	gamma := pngChunkOf("gAMA", []byte{0, 0, 0xB1, 0x8F})
	profile := pngChunkOf("iCCP", []byte("name\x00\x00colours"))
	tests := []struct {
		name          string
		chunks        [][]byte
		behind        string
		want          [][]byte
		width, height int
	}{
		{"nothing to take out", nil, "", nil, 20, 10},
		{"texts", [][]byte{
			pngChunkOf("tEXt", []byte("Author\x00"+secret)),
			pngChunkOf("zTXt", []byte("Author\x00\x00"+secret)),
			pngChunkOf("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+secret)),
		}, "", nil, 20, 10},
		{"the time", [][]byte{pngChunkOf("tIME", []byte(secret)[:7])}, "", nil, 20, 10},
		{"EXIF of an upright picture", [][]byte{pngChunkOf("eXIf", bigEndian(1))}, "", nil, 20, 10},
		{
			"EXIF of one that lies on its side",
			[][]byte{pngChunkOf("eXIf", bigEndian(8))},
			"",
			[][]byte{pngChunkOf("eXIf", onlyOrientation(8))},
			10, 20,
		},
		{
			"EXIF twice",
			[][]byte{pngChunkOf("eXIf", bigEndian(8)), pngChunkOf("eXIf", bigEndian(3))},
			"",
			[][]byte{pngChunkOf("eXIf", onlyOrientation(8))},
			10, 20,
		},
		{"a chunk of somebody's own", [][]byte{pngChunkOf("prVt", []byte(secret))}, "", nil, 20, 10},
		{"what follows the end", nil, secret, nil, 20, 10},
		{"what decoding needs", [][]byte{gamma, profile}, "", [][]byte{gamma, profile}, 20, 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := strip("image/png", pngWith(t, tt.behind, tt.chunks...))
			require.NoError(t, err)
			assert.Equal(t, pngWith(t, "", tt.want...), got.file)
			assert.NotContains(t, string(got.file), secret)
			assert.Equal(t, [2]int{tt.width, tt.height}, [2]int{got.width, got.height})
			_, err = png.Decode(bytes.NewReader(got.file))
			assert.NoError(t, err)
		})
	}
}

// riff builds a WebP file from pairs of a kind and its data.
func riff(pairs ...string) []byte {
	var chunks []byte
	for i := 0; i < len(pairs); i += 2 {
		chunks = binary.LittleEndian.AppendUint32(append(chunks, pairs[i]...), uint32(len(pairs[i+1])))
		chunks = append(chunks, pairs[i+1]...)
		if len(pairs[i+1])%2 == 1 {
			chunks = append(chunks, 0)
		}
	}
	head := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(chunks)+4))
	return append(append(head, "WEBP"...), chunks...)
}

func TestStripWebP(t *testing.T) {
	const (
		lossless = "\x2f\x13\x40\x02\x00rest" // 20 × 10
		lossy    = "\x30\x01\x00\x9d\x01\x2a\x14\x00\x0a\x00rest"
		canvas   = "\x00\x00\x00\x13\x00\x00\x09\x00\x00" // 20 × 10, behind the flags
	)
	tests := []struct {
		name          string
		file, want    []byte
		width, height int
	}{
		{"lossless", riff("VP8L", lossless), riff("VP8L", lossless), 20, 10},
		{"lossy", riff("VP8 ", lossy), riff("VP8 ", lossy), 20, 10},
		{
			"EXIF and XMP", riff("VP8X", "\x0c"+canvas, "VP8 ", lossy, "EXIF", string(bigEndian(1)), "XMP ", secret),
			riff("VP8X", "\x00"+canvas, "VP8 ", lossy), 20, 10,
		},
		{
			"one that lies on its side", riff("VP8X", "\x08"+canvas, "VP8 ", lossy, "EXIF", string(littleEndian(5))),
			riff("VP8X", "\x08"+canvas, "VP8 ", lossy, "EXIF", string(onlyOrientation(5))), 10, 20,
		},
		{
			"EXIF with JPEG's header", riff("VP8X", "\x08"+canvas, "VP8 ", lossy, "EXIF", exifHeader+string(bigEndian(3))),
			riff("VP8X", "\x08"+canvas, "VP8 ", lossy, "EXIF", string(onlyOrientation(3))), 20, 10,
		},
		{"EXIF where there may be none", riff("VP8 ", lossy, "EXIF", string(bigEndian(6))), riff("VP8 ", lossy), 20, 10},
		{
			"what decoding needs", riff("VP8X", "\x32"+canvas, "ICCP", "colours", "ANIM", "6bytes", "ANMF", "frame", "ALPH", "a"),
			riff("VP8X", "\x32"+canvas, "ICCP", "colours", "ANIM", "6bytes", "ANMF", "frame", "ALPH", "a"), 20, 10,
		},
		{"a chunk of somebody's own", riff("VP8L", lossless, "prVt", secret), riff("VP8L", lossless), 20, 10},
		{"what follows the end", append(riff("VP8L", lossless), secret...), riff("VP8L", lossless), 20, 10},
		{"no padding at the end", []byte(strings.TrimSuffix(string(riff("VP8L", lossless)), "\x00")), nil, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := strip("image/webp", tt.file)
			if tt.want == nil {
				require.ErrorIs(t, err, errDamaged)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.file)
			assert.NotContains(t, string(got.file), secret)
			assert.Equal(t, [2]int{tt.width, tt.height}, [2]int{got.width, got.height})
		})
	}
}

// gifWith returns an animation of two frames with blocks before the first and
// bytes behind the end.
func gifWith(tb testing.TB, behind string, blocks ...string) []byte {
	tb.Helper()
	frame := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.Black, color.White})
	frame.SetColorIndex(3, 4, 1)
	var plain bytes.Buffer
	require.NoError(tb, gif.EncodeAll(&plain, &gif.GIF{
		Image: []*image.Paletted{frame, frame}, Delay: []int{7, 7}, LoopCount: 0,
		Config: image.Config{ColorModel: frame.Palette, Width: 20, Height: 10},
	}))
	head := gifHeader + gifColours(plain.Bytes()[10])
	file := append(bytes.Clone(plain.Bytes()[:head]), strings.Join(blocks, "")...)
	return append(append(file, plain.Bytes()[head:]...), behind...)
}

func TestStripGIF(t *testing.T) {
	sub := func(data string) string { return string(rune(len(data))) + data }
	tests := []struct {
		name   string
		blocks []string
		behind string
		want   []string
	}{
		{"nothing to take out", nil, "", nil},
		{"a comment", []string{"!\xFE" + sub(secret) + sub(secret) + "\x00"}, "", nil},
		{"XMP", []string{"!\xFF" + sub("XMP DataXMP") + sub(secret) + "\x00"}, "", nil},
		{"an empty extension", []string{"!\xFF\x00"}, "", nil},
		{
			"loops",
			[]string{"!\xFF" + sub("ANIMEXTS1.0") + sub("\x01\x00\x00") + "\x00"},
			"",
			[]string{"!\xFF" + sub("ANIMEXTS1.0") + sub("\x01\x00\x00") + "\x00"},
		},
		{"what follows the end", nil, secret, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := strip("image/gif", gifWith(t, tt.behind, tt.blocks...))
			require.NoError(t, err)
			assert.Equal(t, gifWith(t, "", tt.want...), got.file)
			assert.NotContains(t, string(got.file), secret)
			assert.Equal(t, [2]int{20, 10}, [2]int{got.width, got.height})
			shown, err := gif.DecodeAll(bytes.NewReader(got.file))
			require.NoError(t, err)
			assert.Len(t, shown.Image, 2)
		})
	}
}

// A file that is cut anywhere is refused, or at least tells nothing.
func TestStripDamaged(t *testing.T) {
	files := map[string][]byte{
		"image/jpeg": jpegWith(t, 20, 10, "", jpegSegmentOf(jpegAPP1, exifHeader+string(bigEndian(6)))),
		"image/png":  pngWith(t, "", pngChunkOf("tEXt", []byte(secret))),
		"image/webp": riff("VP8L", "\x2f\x13\x40\x02\x00rest", "XMP ", secret),
		"image/gif":  gifWith(t, "", "!\xFE\x10"+secret+"\x00"),
	}
	for mime, file := range files {
		for length := range len(file) {
			_, err := strip(mime, file[:length])
			require.ErrorIs(t, err, errDamaged, "%s, %d of %d bytes", mime, length, len(file))
		}
	}
	for mime := range files {
		_, err := strip(mime, []byte("#!/bin/sh\necho this is no picture at all\n"))
		require.ErrorIs(t, err, errDamaged, mime)
	}
	_, err := strip("image/jpeg", []byte{0xFF, jpegSOI, 0xFF, jpegEOI})
	require.ErrorIs(t, err, errDamaged, "no frame")
	_, err = strip("image/tiff", bigEndian(1))
	require.Error(t, err)
}

// Whatever the bytes: stripping ends, adds no more than an orientation, and
// finds nothing more to take out the second time.
func FuzzStrip(f *testing.F) {
	kinds := []string{"image/jpeg", "image/png", "image/webp", "image/gif"}
	f.Add(0, jpegWith(f, 4, 3, "x", jpegSegmentOf(jpegAPP1, exifHeader+string(bigEndian(6))), jpegSegmentOf(0xFE, "c")))
	f.Add(1, pngWith(f, "x", pngChunkOf("tEXt", []byte("c")), pngChunkOf("eXIf", bigEndian(6))))
	f.Add(2, riff("VP8X", "\x08\x00\x00\x00\x13\x00\x00\x09\x00\x00", "EXIF", string(littleEndian(6))))
	f.Add(3, gifWith(f, "x", "!\xFE\x01c\x00"))
	f.Fuzz(func(t *testing.T, kind int, file []byte) {
		mime := kinds[uint(kind)%uint(len(kinds))]
		once, err := strip(mime, bytes.Clone(file))
		if err != nil {
			return
		}
		require.LessOrEqual(t, len(once.file), len(file)+64)
		twice, err := strip(mime, bytes.Clone(once.file))
		require.NoError(t, err)
		require.Equal(t, once, twice)
	})
}
