package bluesky

import (
	"bytes"
	"encoding/binary"
)

// The blocks of a GIF file.
const (
	gifExtension   = 0x21
	gifImage       = 0x2C
	gifTrailer     = 0x3B
	gifControl     = 0xF9 // how long a frame stays
	gifText        = 0x01
	gifApplication = 0xFF
)

// gifHeader is the length of the signature and the logical screen.
const gifHeader = 13

// stripGIF keeps frames and their timing, and of what applications add the
// number of loops. It ends at the trailer.
func stripGIF(file []byte) (picture, error) {
	if len(file) < gifHeader || !bytes.HasPrefix(file, []byte("GIF8")) {
		return picture{}, errDamaged
	}
	head := gifHeader + gifColours(file[10])
	if head > len(file) {
		return picture{}, errDamaged
	}
	p := picture{
		file:   bytes.Clone(file[:head]),
		width:  int(binary.LittleEndian.Uint16(file[6:])),
		height: int(binary.LittleEndian.Uint16(file[8:])),
	}
	for rest := file[head:]; len(rest) > 0; {
		if rest[0] == gifTrailer {
			p.file = append(p.file, gifTrailer)
			return p, p.valid()
		}
		size, needed := nextGIFBlock(rest)
		if size == 0 {
			break
		}
		if needed {
			p.file = append(p.file, rest[:size]...)
		}
		rest = rest[size:]
	}
	return picture{}, errDamaged
}

// nextGIFBlock measures the block that data begins with, and tells whether it
// is needed to show the picture. A size of 0 means that it is no block.
func nextGIFBlock(data []byte) (size int, needed bool) {
	switch {
	case data[0] == gifExtension && len(data) >= 2:
		return gifSubBlocks(data, 2), gifExtensionNeeded(data)
	case data[0] == gifImage && len(data) >= 10:
		// The descriptor, its colours and one byte before the pixels.
		return gifSubBlocks(data, 10+gifColours(data[9])+1), true
	}
	return 0, false
}

func gifExtensionNeeded(data []byte) bool {
	switch data[1] {
	case gifControl, gifText:
		return true
	case gifApplication:
		name := data[min(3, len(data)):]
		return bytes.HasPrefix(name, []byte("NETSCAPE2.0")) || bytes.HasPrefix(name, []byte("ANIMEXTS1.0"))
	}
	return false
}

// gifSubBlocks returns where the chain of sub-blocks that begins at start
// ends, 0 where the data ends before it.
func gifSubBlocks(data []byte, start int) int {
	for start < len(data) {
		length := int(data[start])
		start += 1 + length
		if length == 0 {
			return start
		}
	}
	return 0
}

// gifColours returns the bytes of the colour table that flags announce.
func gifColours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}
