package bluesky

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG file that mean something here.
const (
	jpegSOF0  = 0xC0 // the first start of frame
	jpegSOI   = 0xD8 // start of image
	jpegEOI   = 0xD9 // end of image
	jpegSOS   = 0xDA // start of scan: pixels follow
	jpegAPP0  = 0xE0 // the first application segment
	jpegAPP1  = 0xE1
	jpegAPP2  = 0xE2
	jpegAPP14 = 0xEE
)

const exifHeader = "Exif\x00\x00"

// stripJPEG keeps the segments that decoding needs, and the EXIF orientation.
// It ends at the end of the image: phones append films and second pictures.
func stripJPEG(file []byte) (picture, error) {
	if !bytes.HasPrefix(file, []byte{0xFF, jpegSOI}) {
		return picture{}, errDamaged
	}
	p := picture{file: []byte{0xFF, jpegSOI}}
	turned := upright
	for rest := file[2:]; ; {
		s, ok := nextJPEGSegment(rest)
		if !ok {
			return picture{}, errDamaged
		}
		rest = rest[s.size:]
		switch {
		case s.marker == jpegEOI:
			p.file = append(p.file, 0xFF, jpegEOI)
			p.turn(turned)
			return p, p.valid()
		case s.isEXIF() && turned == upright:
			if turned = orientation(s.body[len(exifHeader):]); turned != upright {
				p.appendJPEG(jpegAPP1, append([]byte(exifHeader), onlyOrientation(turned)...))
			}
		case s.isNeeded():
			p.appendJPEG(s.marker, s.body)
			p.file = append(p.file, s.scan...)
			s.measure(&p)
		}
	}
}

// valid tells whether a picture has a size.
func (p *picture) valid() error {
	if p.width < 1 || p.height < 1 {
		return errDamaged
	}
	return nil
}

// appendJPEG writes one segment.
func (p *picture) appendJPEG(marker byte, body []byte) {
	p.file = append(p.file, 0xFF, marker)
	p.file = binary.BigEndian.AppendUint16(p.file, uint16(len(body)+2))
	p.file = append(p.file, body...)
}

// jpegSegment is one marker with what belongs to it.
type jpegSegment struct {
	marker byte
	body   []byte // without its length
	scan   []byte // the pixels behind a start of scan
	size   int    // in the file
}

// nextJPEGSegment reads the segment that data begins with.
func nextJPEGSegment(data []byte) (jpegSegment, bool) {
	start := 0
	for start < len(data) && data[start] == 0xFF {
		start++ // any number of fill bytes
	}
	if start == 0 || start == len(data) {
		return jpegSegment{}, false
	}
	s := jpegSegment{marker: data[start], size: start + 1}
	if s.marker == jpegEOI {
		return s, true
	}
	rest := data[s.size:]
	if len(rest) < 2 {
		return jpegSegment{}, false
	}
	length := int(binary.BigEndian.Uint16(rest))
	if length < 2 || length > len(rest) {
		return jpegSegment{}, false
	}
	s.body = rest[2:length]
	if s.marker == jpegSOS {
		s.scan = jpegScan(rest[length:])
	}
	s.size += length + len(s.scan)
	return s, true
}

// jpegScan returns the pixels up to the next marker. A stuffed zero and the
// restart markers belong to them.
func jpegScan(data []byte) []byte {
	for i := 0; i+1 < len(data); i++ {
		next := data[i+1]
		if data[i] == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7) {
			return data[:i]
		}
	}
	return data
}

func (s jpegSegment) isEXIF() bool {
	return s.marker == jpegAPP1 && bytes.HasPrefix(s.body, []byte(exifHeader))
}

// isNeeded tells whether a decoder needs the segment to show the picture:
// frames, tables and scans, and of the application data the pixel density, the
// colour profile and Adobe's colour transform.
func (s jpegSegment) isNeeded() bool {
	switch s.marker {
	case jpegAPP0:
		return bytes.HasPrefix(s.body, []byte("JFIF\x00"))
	case jpegAPP2:
		return bytes.HasPrefix(s.body, []byte("ICC_PROFILE\x00"))
	case jpegAPP14:
		return bytes.HasPrefix(s.body, []byte("Adobe"))
	}
	return s.marker >= jpegSOF0 && s.marker < jpegAPP0
}

// measure reads the size from a start of frame: C0 to CF, less the three that
// are tables.
func (s jpegSegment) measure(p *picture) {
	if s.marker < jpegSOF0 || s.marker > 0xCF || s.marker == 0xC4 || s.marker == 0xC8 || s.marker == 0xCC || len(s.body) < 5 {
		return
	}
	p.height = int(binary.BigEndian.Uint16(s.body[1:]))
	p.width = int(binary.BigEndian.Uint16(s.body[3:]))
}
