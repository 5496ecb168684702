package bluesky

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// stripPNG keeps the chunks that decoding needs, and the orientation of an
// eXIf chunk. It ends at IEND.
func stripPNG(file []byte) (picture, error) {
	if !bytes.HasPrefix(file, []byte(pngSignature)) {
		return picture{}, errDamaged
	}
	p := picture{file: []byte(pngSignature)}
	turned := upright
	for rest := file[len(pngSignature):]; ; {
		c, ok := nextPNGChunk(rest)
		if !ok {
			return picture{}, errDamaged
		}
		rest = rest[len(c.whole):]
		switch {
		case c.kind == "eXIf" && turned == upright:
			if turned = orientation(c.data); turned != upright {
				p.file = append(p.file, pngChunkOf("eXIf", onlyOrientation(turned))...)
			}
		case c.isNeeded():
			p.file = append(p.file, c.whole...)
		}
		if c.kind == "IHDR" && len(c.data) >= 8 {
			p.width, p.height = int(binary.BigEndian.Uint32(c.data)), int(binary.BigEndian.Uint32(c.data[4:]))
		}
		if c.kind == "IEND" {
			p.turn(turned)
			return p, p.valid()
		}
	}
}

// pngChunk is one chunk: its length, kind, data and checksum.
type pngChunk struct {
	kind  string
	data  []byte
	whole []byte
}

// nextPNGChunk reads the chunk that data begins with. Its checksum is left to
// who decodes the picture.
func nextPNGChunk(data []byte) (pngChunk, bool) {
	if len(data) < 12 {
		return pngChunk{}, false
	}
	length := uint64(binary.BigEndian.Uint32(data))
	if length+12 > uint64(len(data)) {
		return pngChunk{}, false
	}
	return pngChunk{kind: string(data[4:8]), data: data[8 : 8+length], whole: data[:length+12]}, true
}

func pngChunkOf(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// isNeeded tells whether a decoder needs the chunk to show the picture: those
// that say so themselves by a capital letter, and those about transparency,
// colour, density and animation.
func (c pngChunk) isNeeded() bool {
	critical := c.kind[0]&0x20 == 0
	return critical || slices.Contains([]string{
		"tRNS", "bKGD", "pHYs", "sBIT", "sPLT", "hIST",
		"gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI",
		"acTL", "fcTL", "fdAT",
	}, c.kind)
}
