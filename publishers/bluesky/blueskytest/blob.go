package blueskytest

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// What images are held to. Newer servers take twice these bytes; this one is
// of the older kind.
const (
	maxImage  = 1_000_000
	maxImages = 4
	blobLife  = time.Hour // of one that no post uses
)

// blob is an uploaded file.
type blob struct {
	ref  blobRef
	file []byte
	at   time.Time
	used bool
}

// blobRef is how a record names a blob: exactly as uploading it answered.
type blobRef struct {
	Type string  `json:"$type"`
	Ref  cidLink `json:"ref"`
	Mime string  `json:"mimeType"`
	Size int     `json:"size"`
}

type cidLink struct {
	Link string `json:"$link"`
}

func (s *Server) uploadBlob(c call) (any, *refusal) {
	a, refused := s.signedIn(c)
	if refused != nil {
		return nil, refused
	}
	if len(c.body) > maxBlob {
		return nil, &refusal{http.StatusRequestEntityTooLarge, "PayloadTooLarge", "request entity too large"}
	}
	mime := c.header.Get("Content-Type")
	if mime == "" || len(c.body) == 0 {
		return nil, invalid("Request encoding (Content-Type) required but not provided")
	}
	if sniffed := http.DetectContentType(c.body); strings.HasPrefix(sniffed, "image/") {
		mime = sniffed
	}
	cid := cidOf(codecRaw, c.body)
	up := a.blobs[cid]
	if up == nil {
		up = &blob{ref: blobRef{Type: "blob", Ref: cidLink{cid}, Mime: mime, Size: len(c.body)}, file: c.body}
		a.blobs[cid] = up
	}
	up.at = s.clock()
	return map[string]blobRef{"blob": up.ref}, nil
}

// checkImage checks that a record names an image as the server knows it.
func (s *Server) checkImage(a *account, raw json.RawMessage) *refusal {
	var ref blobRef
	if err := json.Unmarshal(raw, &ref); err != nil || ref.Type != "blob" {
		return badRecord("expected a blob")
	}
	up := a.blobs[ref.Ref.Link]
	switch {
	case up == nil || !up.used && s.clock().Sub(up.at) >= blobLife:
		return &refusal{http.StatusBadRequest, "BlobNotFound", "Could not find blob: " + ref.Ref.Link}
	case ref.Mime != up.ref.Mime:
		return &refusal{http.StatusBadRequest, "InvalidMimeType", "Referenced Mimetype does not match stored blob"}
	case ref.Size != up.ref.Size:
		return &refusal{http.StatusBadRequest, "InvalidSize", "Referenced size does not match stored blob"}
	case !strings.HasPrefix(ref.Mime, "image/"):
		return badRecord("expected an image")
	case ref.Size > maxImage:
		return badRecord("blob too big (maximum 1000000)")
	}
	if !unchanged(raw, up.ref) {
		return badRecord("the blob is not as it was answered")
	}
	return nil
}

// unchanged tells whether a record names a blob in the very words of the
// answer, whatever the order and spaces.
func unchanged(raw json.RawMessage, ref blobRef) bool {
	answered, err := json.Marshal(ref)
	return err == nil && sameJSON(raw, answered)
}

// The codecs of a CID: a file, and a record.
const (
	codecRaw  = 0x55
	codecCBOR = 0x71
)

// cidOf names bytes as the servers do: a version 1 CID over SHA-256, in base32.
func cidOf(codec byte, data []byte) string {
	sum := sha256.Sum256(data)
	name := append([]byte{0x01, codec, 0x12, 0x20}, sum[:]...)
	return "b" + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(name))
}
