package bluesky

import "encoding/binary"

// The values of EXIF's Orientation: 1 is upright, from 5 on the picture lies
// on its side.
const (
	upright  = 1
	sideways = 5
	mirrored = 8 // the last
)

const (
	tagOrientation = 0x0112
	typeShort      = 3
)

// orientation reads how a picture is turned from the TIFF structure that EXIF
// is; upright where it does not say, or is not readable.
func orientation(tiff []byte) int {
	order := byteOrder(tiff)
	if order == nil {
		return upright
	}
	start := uint64(order.Uint32(tiff[4:]))
	if start+2 > uint64(len(tiff)) {
		return upright
	}
	count := int(order.Uint16(tiff[start:]))
	for entries := tiff[start+2:]; count > 0 && len(entries) >= 12; count-- {
		tag, kind, value := order.Uint16(entries), order.Uint16(entries[2:]), int(order.Uint16(entries[8:]))
		if tag == tagOrientation && kind == typeShort && value >= upright && value <= mirrored {
			return value
		}
		entries = entries[12:]
	}
	return upright
}

// byteOrder returns the order a TIFF header announces, nil where it is none.
func byteOrder(tiff []byte) binary.ByteOrder {
	if len(tiff) < 8 {
		return nil
	}
	switch string(tiff[:4]) {
	case "II*\x00":
		return binary.LittleEndian
	case "MM\x00*":
		return binary.BigEndian
	}
	return nil
}

// onlyOrientation builds the smallest EXIF that says how a picture is turned
// and nothing else.
func onlyOrientation(turned int) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08")
	tiff = binary.BigEndian.AppendUint16(tiff, 1) // one entry
	tiff = binary.BigEndian.AppendUint16(tiff, tagOrientation)
	tiff = binary.BigEndian.AppendUint16(tiff, typeShort)
	tiff = binary.BigEndian.AppendUint32(tiff, 1) // one value
	tiff = binary.BigEndian.AppendUint16(tiff, uint16(turned))
	tiff = binary.BigEndian.AppendUint16(tiff, 0) // the value's other half
	return binary.BigEndian.AppendUint32(tiff, 0) // no further directory
}
