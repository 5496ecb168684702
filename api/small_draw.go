package api

import (
	"bufio"
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/bep/imagemeta"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

const (
	smallSide    = 480 // pixels, of the longer side
	smallQuality = 82  // of JPEG
	smallFirst   = 4   // a large picture is first brought to so many times its small size, quickly
)

// drawing is a picture that was drawn, on a canvas that it may not fill: the
// first of an animation can be smaller than the whole.
type drawing struct {
	picture image.Image
	canvas  image.Rectangle // around the picture's bounds
}

// costOf estimates how many bytes it takes to draw a picture, at worst, from
// its first bytes and its structure.
func costOf(kind string, file io.ReadSeeker) (int64, error) {
	known, ok := formats()[kind]
	if !ok {
		return 0, errDamaged
	}
	var config image.Config
	err := fromStart(file, func(r *bufio.Reader) (err error) {
		config, err = known.size(r)
		return err
	})
	if err != nil {
		return 0, err
	}
	each, err := costOfPixel(kind, config.ColorModel, file)
	return int64(config.Width) * int64(config.Height) * each, err
}

// costOfPixel is what a pixel takes: what is decoded, and what the decoder
// keeps beside it.
func costOfPixel(kind string, model color.Model, file io.ReadSeeker) (int64, error) {
	switch kind {
	case "image/jpeg":
		return costOfJPEG(model, file)
	case "image/webp":
		return 12, nil // lossless, or with an alpha channel that is: its pixels two or three times over
	case "image/gif":
		return 2, nil // interlaced: a byte, twice
	}
	switch model { // of a PNG; half as much again where it is interlaced
	case color.Gray16Model, color.RGBA64Model, color.NRGBA64Model:
		return 12, nil
	}
	if _, indexed := model.(color.Palette); indexed {
		return 2, nil
	}
	return 6, nil // even of a grey one, which can be transparent
}

// costOfJPEG counts the coefficients that a progressive one is collected in:
// four bytes for each sample.
func costOfJPEG(model color.Model, file io.ReadSeeker) (int64, error) {
	const progressive, scan = 0xc2, 0xda
	seen := map[byte]int{}
	if err := fromStart(file, func(r *bufio.Reader) error { return walkJPEG(r, func(marker byte) { seen[marker]++ }) }); err != nil {
		return 0, err
	}
	samples := int64(3)
	switch model {
	case color.GrayModel:
		samples = 1
	case color.CMYKModel:
		samples = 6 // four, and black apart
	}
	switch {
	case seen[scan] > maxScans:
		return 0, errTooMuch
	case seen[progressive] > 0:
		return 6 * samples, nil
	}
	return 2 * samples, nil
}

// drawingOf draws a picture, of an animation the first.
func drawingOf(kind string, file io.ReadSeeker) (d drawing, err error) {
	err = fromStart(file, func(r *bufio.Reader) (err error) {
		switch kind {
		case "image/jpeg":
			d.picture, err = jpeg.Decode(r)
		case "image/png":
			d.picture, err = png.Decode(r)
		case "image/gif":
			d, err = drawGIF(r, file)
		default:
			d, err = drawWebP(r, file)
		}
		return err
	})
	if err != nil {
		return d, err
	}
	if d.canvas.Empty() {
		d.canvas = d.picture.Bounds()
	}
	if d.picture.Bounds().Empty() || !d.picture.Bounds().In(d.canvas) {
		return d, errDamaged
	}
	return d, nil
}

func drawGIF(r *bufio.Reader, file io.ReadSeeker) (d drawing, err error) {
	if d.picture, err = gif.Decode(r); err != nil {
		return d, err
	}
	return d, fromStart(file, func(r *bufio.Reader) error {
		config, err := gif.DecodeConfig(r)
		d.canvas = image.Rect(0, 0, config.Width, config.Height)
		return err
	})
}

func drawWebP(r *bufio.Reader, file io.ReadSeeker) (d drawing, err error) {
	first, err := firstOfWebP(r)
	if errors.Is(err, errStill) {
		return d, fromStart(file, func(r *bufio.Reader) (err error) {
			d.picture, err = webp.Decode(r)
			return err
		})
	}
	if err != nil {
		return d, err
	}
	frame, err := webp.Decode(bytes.NewReader(first.still))
	if err != nil {
		return d, err
	}
	d.picture = frame
	d.canvas = first.canvas.Sub(first.at)
	return d, nil
}

// shrink scales a drawing so that neither side is longer than smallSide. What
// is small already keeps its size.
func shrink(d drawing) *image.RGBA {
	whole := fit(d.canvas.Size(), smallSide)
	from := d.picture
	if large := fit(d.canvas.Size(), smallSide*smallFirst); large != d.canvas.Size() {
		canvas := image.NewRGBA(image.Rectangle{Max: large})
		xdraw.ApproxBiLinear.Scale(canvas, placed(d, large), from, from.Bounds(), xdraw.Src, nil)
		d = drawing{canvas, canvas.Bounds()}
		from = canvas
	}
	to := image.NewRGBA(image.Rectangle{Max: whole})
	xdraw.CatmullRom.Scale(to, placed(d, whole), from, from.Bounds(), xdraw.Src, nil)
	return to
}

// fit is a size with its longer side at most so long, and none shorter than a
// pixel.
func fit(size image.Point, most int) image.Point {
	longer := max(size.X, size.Y)
	if longer <= most {
		return size
	}
	scaled := func(n int) int { return max(1, (n*most+longer/2)/longer) }
	return image.Pt(scaled(size.X), scaled(size.Y))
}

// placed is where a drawing's picture lies when its canvas has this size.
func placed(d drawing, size image.Point) image.Rectangle {
	canvas, r := d.canvas.Size(), d.picture.Bounds().Sub(d.canvas.Min)
	r = image.Rect(r.Min.X*size.X/canvas.X, r.Min.Y*size.Y/canvas.Y, r.Max.X*size.X/canvas.X, r.Max.Y*size.Y/canvas.Y)
	r.Max = image.Pt(max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1))
	return r
}

// turnOf reads how a camera was held: 1 upright, up to 8 (Exif 3.0, 4.6.5.1.5
// Orientation). What is not readable is taken for upright.
func turnOf(kind string, file io.ReadSeeker) int {
	format, ok := map[string]imagemeta.ImageFormat{
		"image/jpeg": imagemeta.JPEG, "image/png": imagemeta.PNG, "image/webp": imagemeta.WebP,
	}[kind]
	if !ok {
		return 1
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return 1
	}
	turned := 1
	_, err := imagemeta.Decode(imagemeta.Options{
		R: file, ImageFormat: format, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool { return tag.Namespace == "IFD0" && tag.Tag == "Orientation" },
		HandleTag: func(tag imagemeta.TagInfo) error {
			if value, ok := tag.Value.(uint16); ok && value >= 1 && value <= 8 {
				turned = int(value)
			}
			return imagemeta.ErrStopWalking
		},
	})
	if err != nil {
		return 1
	}
	return turned
}

// turn puts a picture upright: mirrored along its diagonal from 5 on, and then
// by its columns, by its rows, or both.
func turn(from *image.RGBA, turned int) *image.RGBA {
	if turned == 1 {
		return from
	}
	size := from.Bounds().Size()
	columns := turned == 2 || turned == 3 || turned == 7 || turned == 8
	rows := turned == 3 || turned == 4 || turned == 6 || turned == 7
	upright := image.Rectangle{Max: size}
	if turned >= 5 {
		upright.Max = image.Pt(size.Y, size.X)
	}
	to := image.NewRGBA(upright)
	for y := range upright.Max.Y {
		for x := range upright.Max.X {
			u, v := x, y
			if turned >= 5 {
				u, v = y, x
			}
			if columns {
				u = size.X - 1 - u
			}
			if rows {
				v = size.Y - 1 - v
			}
			to.SetRGBA(x, y, from.RGBAAt(u, v))
		}
	}
	return to
}

// encodeSmall writes a small picture, as PNG where one can see through it.
func encodeSmall(picture *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	if picture.Opaque() {
		err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: smallQuality})
		return out.Bytes(), err
	}
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}
