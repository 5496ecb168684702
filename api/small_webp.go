package api

import (
	"encoding/binary"
	"errors"
	"image"
	"io"

	"golang.org/x/image/riff"
)

// errStill means that a WebP file is no animation.
var errStill = errors.New("no animation")

// frame is the first picture of an animated WebP file, made a file of its own,
// because golang.org/x/image/webp draws no animations.
type frame struct {
	still  []byte
	canvas image.Rectangle
	at     image.Point // on the canvas
}

// firstOfWebP finds the first picture of an animation (RFC 9649, 2.7).
func firstOfWebP(r io.Reader) (frame, error) {
	form, chunks, err := riff.NewReader(r)
	if err != nil || form != (riff.FourCC{'W', 'E', 'B', 'P'}) {
		return frame{}, errDamaged
	}
	head := make([]byte, 10)
	id, length, data, err := chunks.Next()
	if err != nil {
		return frame{}, errDamaged
	}
	if id != (riff.FourCC{'V', 'P', '8', 'X'}) || length != uint32(len(head)) {
		return frame{}, errStill
	}
	if _, err := io.ReadFull(data, head); err != nil {
		return frame{}, errDamaged
	}
	if head[0]&0x02 == 0 { // the animation bit
		return frame{}, errStill
	}
	for {
		id, length, data, err := chunks.Next()
		if err != nil {
			return frame{}, errDamaged
		}
		if id == (riff.FourCC{'A', 'N', 'M', 'F'}) && length > 16 && length <= maxFile {
			return readFrame(head, data)
		}
	}
}

// readFrame makes a still picture of a frame: its chunks follow a header that
// says the frame's size.
func readFrame(head []byte, data io.Reader) (frame, error) {
	body, err := io.ReadAll(data)
	if err != nil || len(body) < 24 {
		return frame{}, errDamaged
	}
	f := frame{canvas: image.Rect(0, 0, less1(head[4:]), less1(head[7:])), at: image.Pt(2*(less1(body)-1), 2*(less1(body[3:])-1))}
	size := body[6:12] // width and height, as a still picture's header says them
	var flags byte
	if string(body[16:20]) == "ALPH" {
		flags = 0x10 // the alpha bit
	}
	inside := append([]byte("WEBPVP8X\x0a\x00\x00\x00"), flags, 0, 0, 0)
	inside = append(append(inside, size...), body[16:]...)
	f.still = append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(inside))), inside...)
	frameSize := image.Pt(less1(size), less1(size[3:]))
	if !(image.Rectangle{Min: f.at, Max: f.at.Add(frameSize)}).In(f.canvas) {
		return frame{}, errDamaged
	}
	return f, nil
}

// less1 reads three bytes that say a length less one.
func less1(b []byte) int { return 1 + int(b[0]) + int(b[1])<<8 + int(b[2])<<16 }
