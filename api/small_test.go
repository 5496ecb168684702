package api

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// smallOne draws the small picture of a file.
func smallOne(t *testing.T, kind string, data []byte) (image.Image, string) {
	t.Helper()
	made, err := drawSmall(kind, bytes.NewReader(data))
	require.NoError(t, err)
	drawn, format, err := image.Decode(bytes.NewReader(made))
	require.NoError(t, err)
	return drawn, format
}

// quarters is a picture whose corners are red, green, blue and white, read
// from the top left in rows.
func quarters(width, height int) *image.NRGBA {
	drawn := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			corner := x * 2 / width
			if y*2/height > 0 {
				corner += 2
			}
			drawn.Set(x, y, []color.NRGBA{{R: 255, A: 255}, {G: 255, A: 255}, {B: 255, A: 255}, {R: 255, G: 255, B: 255, A: 255}}[corner])
		}
	}
	return drawn
}

// cornersOf names the colours of a picture's corners, as quarters draws them.
func cornersOf(drawn image.Image) (names string) {
	b := drawn.Bounds()
	for _, at := range []image.Point{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		r, g, blue, _ := drawn.At(b.Min.X+b.Dx()*at.X/4, b.Min.Y+b.Dy()*at.Y/4).RGBA()
		bright := func(c uint32) byte { return byte(min(1, c>>15)) }
		names += map[[3]byte]string{{1, 0, 0}: "r", {0, 1, 0}: "g", {0, 0, 1}: "b", {1, 1, 1}: "w"}[[3]byte{bright(r), bright(g), bright(blue)}]
	}
	return names
}

// exif is a TIFF structure that says how a camera was held, and where.
func exif(order binary.AppendByteOrder, mark string, turned uint16) []byte {
	tiff := order.AppendUint32([]byte(mark), 8)
	tiff = order.AppendUint16(tiff, 2)
	tiff = order.AppendUint16(order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x010e), 2), 20), 0) // description
	tiff = append(tiff[:len(tiff)-2], order.AppendUint32(nil, 38)...)
	tiff = order.AppendUint16(order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3), 1), turned)
	tiff = order.AppendUint32(order.AppendUint16(tiff, 0), 0)
	return append(tiff, "the house of Camille"...)
}

func asJPEG(t *testing.T, drawn image.Image, tiff []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, drawn, &jpeg.Options{Quality: 90}))
	segment := append([]byte("Exif\x00\x00"), tiff...)
	whole := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(segment)+2))...)
	return append(append(whole, segment...), out.Bytes()[2:]...)
}

func asPNG(t *testing.T, drawn image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, drawn))
	return out.Bytes()
}

func pngChunk(name string, data []byte) []byte {
	body := append([]byte(name), data...)
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
}

// However the camera was held, the small picture stands upright, and says
// nothing of where it was taken.
func TestSmallIsUpright(t *testing.T) {
	for turned, want := range map[uint16]struct {
		corners string
		size    image.Point
	}{
		0: {"rgbw", image.Pt(480, 320)}, // nothing that Exif knows
		1: {"rgbw", image.Pt(480, 320)},
		2: {"grwb", image.Pt(480, 320)},
		3: {"wbgr", image.Pt(480, 320)},
		4: {"bwrg", image.Pt(480, 320)},
		5: {"rbgw", image.Pt(320, 480)},
		6: {"brwg", image.Pt(320, 480)},
		7: {"wgbr", image.Pt(320, 480)},
		8: {"gwrb", image.Pt(320, 480)},
		9: {"rgbw", image.Pt(480, 320)},
	} {
		for mark, order := range map[string]binary.AppendByteOrder{"II*\x00": binary.LittleEndian, "MM\x00*": binary.BigEndian} {
			data := asJPEG(t, quarters(960, 640), exif(order, mark, turned))
			require.Contains(t, string(data), "Camille")
			made, err := drawSmall("image/jpeg", bytes.NewReader(data))
			require.NoError(t, err)
			require.NotContains(t, string(made), "Camille")
			require.NotContains(t, string(made), "Exif")
			drawn, format := smallOne(t, "image/jpeg", data)
			require.Equal(t, "jpeg", format)
			require.Equal(t, want.size, drawn.Bounds().Size(), "%d", turned)
			require.Equal(t, want.corners, cornersOf(drawn), "%d", turned)
		}
	}
	data := asPNG(t, quarters(960, 640))
	data = append(append(bytes.Clone(data[:33]), pngChunk("eXIf", exif(binary.BigEndian, "MM\x00*", 6))...), data[33:]...)
	drawn, _ := smallOne(t, "image/png", data)
	require.Equal(t, "brwg", cornersOf(drawn))
}

// Exif that is no Exif turns nothing, and stops nothing.
func TestSmallWithBrokenExif(t *testing.T) {
	tiff := exif(binary.BigEndian, "MM\x00*", 6)
	for n := range tiff {
		drawn, _ := smallOne(t, "image/jpeg", asJPEG(t, quarters(96, 64), tiff[:n]))
		require.Contains(t, []string{"rgbw", "brwg"}, cornersOf(drawn))
	}
}

func TestSmallSizes(t *testing.T) {
	for from, want := range map[image.Point]image.Point{
		{40, 30}:     {40, 30}, // never larger than it was
		{480, 480}:   {480, 480},
		{481, 480}:   {480, 479},
		{3000, 1000}: {480, 160},
		{1000, 3000}: {160, 480},
		{9000, 1}:    {480, 1},
		{1, 9000}:    {1, 480},
	} {
		drawn, _ := smallOne(t, "image/png", asPNG(t, quarters(from.X, from.Y)))
		require.Equal(t, want, drawn.Bounds().Size(), "%v", from)
	}
}

// What one can see through stays so.
func TestSmallIsTransparent(t *testing.T) {
	glass := quarters(1200, 1200)
	for y := range 600 {
		for x := range 600 {
			glass.Set(x, y, color.NRGBA{})
		}
	}
	drawn, format := smallOne(t, "image/png", asPNG(t, glass))
	require.Equal(t, "png", format)
	_, _, _, alpha := drawn.At(100, 100).RGBA()
	require.Zero(t, alpha)
	require.Equal(t, color.NRGBAModel.Convert(color.White), color.NRGBAModel.Convert(drawn.At(400, 400)))
	_, format = smallOne(t, "image/png", asPNG(t, quarters(1200, 1200)))
	require.Equal(t, "jpeg", format)
}

// Of an animation the first picture is drawn, where it lies on the whole.
func TestSmallOfAnimation(t *testing.T) {
	palette := color.Palette{color.Transparent, color.RGBA{R: 255, A: 255}, color.RGBA{B: 255, A: 255}}
	first, second := image.NewPaletted(image.Rect(20, 0, 40, 30), palette), image.NewPaletted(image.Rect(0, 0, 40, 30), palette)
	for i := range first.Pix {
		first.Pix[i] = 1
	}
	for i := range second.Pix {
		second.Pix[i] = 2
	}
	var out bytes.Buffer
	require.NoError(t, gif.EncodeAll(&out, &gif.GIF{
		Image: []*image.Paletted{first, second}, Delay: []int{10, 10}, Config: image.Config{ColorModel: palette, Width: 40, Height: 30},
	}))
	drawn, format := smallOne(t, "image/gif", out.Bytes())
	require.Equal(t, "png", format)
	require.Equal(t, image.Pt(40, 30), drawn.Bounds().Size())
	require.Equal(t, color.NRGBA{R: 255, A: 255}, color.NRGBAModel.Convert(drawn.At(30, 10)))
	_, _, _, alpha := drawn.At(10, 10).RGBA()
	require.Zero(t, alpha)
}

// animated makes an animation of a still WebP of one pixel, with the first
// picture at this place of a canvas of four by two.
func animated(t *testing.T, at image.Point) []byte {
	t.Helper()
	still, err := base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	require.NoError(t, err)
	chunk := func(name string, data []byte) []byte {
		return append(append([]byte(name), binary.LittleEndian.AppendUint32(nil, uint32(len(data)))...), data...)
	}
	frame := append([]byte{byte(at.X / 2), 0, 0, byte(at.Y / 2), 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0}, still[12:]...)
	inside := append([]byte("WEBP"), chunk("VP8X", []byte{0x02, 0, 0, 0, 3, 0, 0, 1, 0, 0})...)
	inside = append(inside, chunk("ANIM", make([]byte, 6))...)
	inside = append(append(inside, chunk("ANMF", frame)...), chunk("ANMF", frame)...)
	return chunk("RIFF", inside)
}

func TestSmallOfAnimatedWebP(t *testing.T) {
	drawn, format := smallOne(t, "image/webp", animated(t, image.Pt(2, 0)))
	require.Equal(t, "png", format)
	require.Equal(t, image.Pt(4, 2), drawn.Bounds().Size())
	for x := range 4 {
		_, _, _, alpha := drawn.At(x, 0).RGBA()
		require.Equal(t, x == 2, alpha > 0, "%d", x)
	}
	_, err := drawSmall("image/webp", bytes.NewReader(animated(t, image.Pt(4, 0))))
	require.ErrorIs(t, err, errDamaged, "outside of the whole")
	whole := animated(t, image.Pt(2, 0))
	for n := range whole {
		_, _ = drawSmall("image/webp", bytes.NewReader(whole[:n])) // cut off anywhere: nothing but an error
	}
	drawn, _ = smallOne(t, "image/webp", pictures(t)["image/webp"])
	require.Equal(t, image.Pt(1, 1), drawn.Bounds().Size())
}

func pngHead(width, height int, depth, kind byte) []byte {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
	return append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(size, depth, kind, 0, 0, 0))...)
}

// bomb is a PNG of one colour: large when it is drawn, and small as a file.
func bomb(t *testing.T, width, height int) []byte {
	t.Helper()
	var pixels bytes.Buffer
	z, err := zlib.NewWriterLevel(&pixels, zlib.BestSpeed)
	require.NoError(t, err)
	row := make([]byte, 1+width*3)
	for range height {
		_, err := z.Write(row)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return append(append(pngHead(width, height, 8, 2), pngChunk("IDAT", pixels.Bytes())...), pngChunk("IEND", nil)...)
}

// What would take too much memory is not drawn: nothing but its head is read.
func TestSmallOfHugeIsBounded(t *testing.T) {
	huge := bomb(t, 10_000, 10_000)
	require.Less(t, len(huge), 4<<20)
	_, err := readPicture(bytes.NewReader(huge))
	require.NoError(t, err, "the library takes it")
	reader := &counting{ReadSeeker: bytes.NewReader(huge)}
	_, err = drawSmall("image/png", reader)
	require.ErrorIs(t, err, errTooMuch)
	require.Less(t, reader.read, 64<<10)

	for name, test := range map[string]struct {
		width, height int
		depth, kind   byte
		cost          int64
	}{
		"8 bits, 50 megapixels":  {10_000, 5000, 8, 6, maxToDraw},
		"16 bits, 25 megapixels": {5000, 5000, 16, 6, maxToDraw},
		"indexed":                {10_000, 10_000, 8, 3, 200_000_000},
	} {
		t.Run(name, func(t *testing.T) {
			head := pngHead(test.width, test.height, test.depth, test.kind)
			if test.kind == 3 {
				head = append(head, pngChunk("PLTE", make([]byte, 6))...)
			}
			cost, err := costOf("image/png", bytes.NewReader(append(head, pngChunk("IDAT", nil)...)))
			require.NoError(t, err)
			require.Equal(t, test.cost, cost)
		})
	}
}

// counting counts what was read.
type counting struct {
	io.ReadSeeker
	read int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.ReadSeeker.Read(p)
	c.read += n
	return n, err
}

// A JPEG whose picture is drawn over and over takes hours; a progressive one
// keeps far more than its pixels.
func TestSmallOfCostlyJPEG(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, draw(40, 30), nil))
	plain := out.Bytes()
	cost, err := costOf("image/jpeg", bytes.NewReader(plain))
	require.NoError(t, err)
	require.Equal(t, int64(40*30*6), cost)

	progressive := bytes.Replace(plain, []byte{0xff, 0xc0}, []byte{0xff, 0xc2}, 1)
	cost, err = costOf("image/jpeg", bytes.NewReader(progressive))
	require.NoError(t, err)
	require.Equal(t, int64(40*30*18), cost)

	scan := plain[bytes.Index(plain, []byte{0xff, 0xda}) : len(plain)-2]
	many := append(bytes.Clone(progressive[:len(progressive)-2]), bytes.Repeat(scan, maxScans)...)
	_, err = drawSmall("image/jpeg", bytes.NewReader(append(many, 0xff, 0xd9)))
	require.ErrorIs(t, err, errTooMuch)
}

func FuzzDrawSmall(f *testing.F) {
	t := &testing.T{}
	for _, data := range pictures(t) {
		f.Add(data)
	}
	f.Add(animated(t, image.Pt(2, 0)))
	f.Add(asJPEG(t, quarters(16, 16), exif(binary.BigEndian, "MM\x00*", 6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := readPicture(bytes.NewReader(data))
		if err != nil || read.width*read.height > 1<<20 {
			return // never in a library, or slow to fuzz
		}
		made, err := drawSmall(read.kind, bytes.NewReader(data))
		if err != nil {
			return
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(made))
		require.NoError(t, err)
		require.LessOrEqual(t, max(config.Width, config.Height), smallSide)
	})
}
