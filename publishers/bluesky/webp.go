package bluesky

import (
	"bytes"
	"encoding/binary"
)

// The bits of a VP8X chunk's first byte that say what else the file holds.
const (
	webpHasXMP  = 1 << 2
	webpHasEXIF = 1 << 3
)

// webpHeader is the length of "RIFF", the size and "WEBP".
const webpHeader = 12

// stripWebP keeps the chunks that decoding needs, and the EXIF orientation.
// It ends where the file says it ends.
func stripWebP(file []byte) (picture, error) {
	rest, ok := webpChunks(file)
	if !ok {
		return picture{}, errDamaged
	}
	p := picture{file: []byte("RIFF\x00\x00\x00\x00WEBP")}
	turned := upright
	for len(rest) > 0 {
		c, ok := nextWebPChunk(rest)
		if !ok {
			return picture{}, errDamaged
		}
		rest = rest[c.size:]
		switch c.kind {
		case "EXIF":
			turned = orientation(bytes.TrimPrefix(c.data, []byte(exifHeader)))
		case "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			p.appendWebP(c.kind, c.data)
			c.measure(&p)
		}
	}
	p.finishWebP(turned)
	return p, p.valid()
}

// webpChunks returns what the file's header says belongs to it.
func webpChunks(file []byte) ([]byte, bool) {
	if len(file) < webpHeader || string(file[:4]) != "RIFF" || string(file[8:webpHeader]) != "WEBP" {
		return nil, false
	}
	end := uint64(binary.LittleEndian.Uint32(file[4:])) + 8
	if end < webpHeader || end > uint64(len(file)) {
		return nil, false
	}
	return file[webpHeader:end], true
}

// webpChunk is one RIFF chunk: its kind, length and data, padded to be even.
type webpChunk struct {
	kind string
	data []byte
	size int // in the file
}

func nextWebPChunk(data []byte) (webpChunk, bool) {
	if len(data) < 8 {
		return webpChunk{}, false
	}
	length := uint64(binary.LittleEndian.Uint32(data[4:]))
	if length+8 > uint64(len(data)) {
		return webpChunk{}, false
	}
	size := min(length+8+length%2, uint64(len(data))) // some writers forget the last padding
	return webpChunk{kind: string(data[:4]), data: data[8 : 8+length], size: int(size)}, true
}

// appendWebP writes one chunk.
func (p *picture) appendWebP(kind string, data []byte) {
	p.file = append(p.file, kind...)
	p.file = binary.LittleEndian.AppendUint32(p.file, uint32(len(data)))
	p.file = append(p.file, data...)
	if len(data)%2 == 1 {
		p.file = append(p.file, 0)
	}
}

// finishWebP writes the orientation behind the pictures, where EXIF belongs,
// and puts the header right. Only the extended form (VP8X) may have EXIF.
func (p *picture) finishWebP(turned int) {
	if len(p.file) > webpHeader+8 && string(p.file[webpHeader:webpHeader+4]) == "VP8X" {
		flags := &p.file[webpHeader+8]
		*flags &^= webpHasXMP | webpHasEXIF
		if turned != upright {
			*flags |= webpHasEXIF
			p.appendWebP("EXIF", onlyOrientation(turned))
			p.turn(turned)
		}
	}
	binary.LittleEndian.PutUint32(p.file[4:], uint32(len(p.file)-8))
}

// measure reads the size from the first chunk that has one: the canvas of the
// extended form, else the one picture.
func (c webpChunk) measure(p *picture) {
	if p.width > 0 {
		return
	}
	d := c.data
	switch {
	case c.kind == "VP8X" && len(d) >= 10:
		p.width, p.height = 1+uint24(d[4:]), 1+uint24(d[7:])
	case c.kind == "VP8L" && len(d) >= 5:
		bits := int(binary.LittleEndian.Uint32(d[1:]))
		p.width, p.height = 1+bits&0x3FFF, 1+bits>>14&0x3FFF
	case c.kind == "VP8 " && len(d) >= 10:
		p.width, p.height = int(binary.LittleEndian.Uint16(d[6:]))&0x3FFF, int(binary.LittleEndian.Uint16(d[8:]))&0x3FFF
	}
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
