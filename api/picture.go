package api

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"net/http"

	"golang.org/x/image/webp"

	"parution.dev/editorial"
)

// picture is what a file turned out to be.
type picture struct {
	kind          string // MIME type
	width, height int
}

// format is one kind of picture: how its size is read, and how one sees that
// all of it is there without drawing it, which could take hundreds of megabytes.
type format struct {
	size  func(io.Reader) (image.Config, error)
	whole func(*bufio.Reader) error
}

func formats() map[string]format {
	return map[string]format{
		"image/jpeg": {jpeg.DecodeConfig, wholeJPEG},
		"image/png":  {png.DecodeConfig, wholePNG},
		"image/gif":  {gif.DecodeConfig, wholeGIF},
		"image/webp": {webp.DecodeConfig, wholeWebP},
	}
}

// readPicture says what a file is by its bytes, whatever it was called. It
// refuses what is no picture, what is cut off, and what would fill the memory
// of whoever draws it.
func readPicture(file io.ReadSeeker) (picture, error) {
	head := make([]byte, 512)
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return picture{}, err
	}
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return picture{}, err
	}
	kind := http.DetectContentType(head[:n])
	known, ok := formats()[kind]
	if !ok {
		return picture{}, unreadable(nil)
	}
	var config image.Config
	err = fromStart(file, func(r *bufio.Reader) (err error) {
		config, err = known.size(r)
		return err
	})
	if err == nil {
		err = fromStart(file, known.whole)
	}
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return picture{}, unreadable(err)
	}
	if config.Width > maxPixels/config.Height {
		return picture{}, tooLarge()
	}
	return picture{kind, config.Width, config.Height}, nil
}

func unreadable(cause error) error {
	return &editorial.Refusal{
		Kind: editorial.Invalid, Code: codeMediaUnreadable, Err: cause,
		Problems: []editorial.Problem{{Code: codeMediaUnreadable, Pointer: "/file"}},
	}
}

func fromStart(file io.ReadSeeker, read func(*bufio.Reader) error) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return read(bufio.NewReader(file))
}

var errDamaged = errors.New("damaged")

// skip reads past bytes that must be there.
func skip(r io.Reader, n int64) error {
	if _, err := io.CopyN(io.Discard, r, n); err != nil {
		return errDamaged
	}
	return nil
}

// wholeJPEG asks for a scan, too: without one there is nothing to see.
func wholeJPEG(r *bufio.Reader) error {
	drawn := false
	if err := walkJPEG(r, func(marker byte) { drawn = drawn || marker == 0xda }); err != nil {
		return err
	}
	return asDrawn(drawn)
}

// asDrawn refuses a file that ends as it should, and holds no picture.
func asDrawn(drawn bool) error {
	if !drawn {
		return errDamaged
	}
	return nil
}

// walkJPEG walks the segments (ITU T.81, B.1) up to the end of the image, and
// tells the marker of each. A preview inside a segment has markers of its own,
// which do not count.
func walkJPEG(r *bufio.Reader, tell func(marker byte)) error {
	if err := skip(r, 2); err != nil { // start of image
		return err
	}
	for {
		marker, err := nextMarker(r)
		switch {
		case err != nil:
			return err
		case marker == 0xd9: // end of image
			return nil
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7: // without content
			continue
		}
		tell(marker)
		var length uint16
		if err := binary.Read(r, binary.BigEndian, &length); err != nil || length < 2 {
			return errDamaged
		}
		if err := skip(r, int64(length)-2); err != nil {
			return err
		}
	}
}

// nextMarker reads up to the next marker, past picture data.
func nextMarker(r *bufio.Reader) (byte, error) {
	for {
		b, err := r.ReadByte()
		for err == nil && b == 0xff {
			if b, err = r.ReadByte(); err == nil && b != 0 && b != 0xff {
				return b, nil
			}
		}
		if err != nil {
			return 0, errDamaged
		}
	}
}

// wholePNG walks the chunks up to IEND and compares their checksums.
func wholePNG(r *bufio.Reader) error {
	drawn := false
	if err := skip(r, 8); err != nil { // signature
		return err
	}
	for {
		var length, sum uint32
		if err := binary.Read(r, binary.BigEndian, &length); err != nil || length > maxFile {
			return errDamaged
		}
		crc := crc32.NewIEEE()
		name := make([]byte, 4)
		chunk := io.TeeReader(r, crc)
		if _, err := io.ReadFull(chunk, name); err != nil {
			return errDamaged
		}
		if err := skip(chunk, int64(length)); err != nil {
			return err
		}
		if err := binary.Read(r, binary.BigEndian, &sum); err != nil || sum != crc.Sum32() {
			return errDamaged
		}
		if string(name) == "IEND" {
			return asDrawn(drawn)
		}
		drawn = drawn || string(name) == "IDAT"
	}
}

// wholeGIF walks the blocks up to the trailer.
func wholeGIF(r *bufio.Reader) error {
	screen := make([]byte, 13) // signature and logical screen
	if _, err := io.ReadFull(r, screen); err != nil {
		return errDamaged
	}
	if err := skip(r, colors(screen[10])); err != nil {
		return err
	}
	drawn := false
	for {
		block, err := r.ReadByte()
		switch {
		case err != nil:
			return errDamaged
		case block == 0x3b: // trailer
			return asDrawn(drawn)
		case block == 0x21: // extension: its label
			err = skip(r, 1)
		case block == 0x2c: // picture
			drawn, err = true, skipPicture(r)
		default:
			err = errDamaged
		}
		if err == nil {
			err = skipBlocks(r)
		}
		if err != nil {
			return err
		}
	}
}

// colors is the length of a table of colours that packed flags announce.
func colors(flags byte) int64 {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

func skipPicture(r *bufio.Reader) error {
	description := make([]byte, 9)
	if _, err := io.ReadFull(r, description); err != nil {
		return errDamaged
	}
	return skip(r, colors(description[8])+1) // and the code size
}

// skipBlocks reads past data blocks up to the empty one.
func skipBlocks(r *bufio.Reader) error {
	for {
		length, err := r.ReadByte()
		if err != nil {
			return errDamaged
		}
		if length == 0 {
			return nil
		}
		if err := skip(r, int64(length)); err != nil {
			return err
		}
	}
}

// wholeWebP compares the length that the container announces.
func wholeWebP(r *bufio.Reader) error {
	if err := skip(r, 4); err != nil { // RIFF
		return err
	}
	var length uint32
	if err := binary.Read(r, binary.LittleEndian, &length); err != nil {
		return errDamaged
	}
	return skip(r, int64(length))
}
