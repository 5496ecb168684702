package publishers

import (
	"net/http"
	"slices"
)

// Call is the record of one exchange that may be shown: no path, no query, no
// body, and of the headers only values that cannot be secret.
type Call struct {
	Method  string
	Host    string
	Request http.Header
	Status  int         // 0: no answer
	Answer  http.Header // nil: no answer
	Err     error       // why there is no answer
}

func (t *transport) dump(req *http.Request, res *http.Response, err error) {
	if t.cfg.Dump == nil {
		return
	}
	call := Call{Method: req.Method, Host: req.URL.Host, Request: maskedHeader(req.Header), Err: err}
	if res != nil {
		call.Status, call.Answer = res.StatusCode, maskedHeader(res.Header)
	}
	t.cfg.Dump(call)
}

// maskedHeader keeps every name and the values known to be harmless.
func maskedHeader(header http.Header) http.Header {
	shown := http.Header{}
	for name, values := range header {
		if !slices.Contains([]string{
			"Accept", "Accept-Language", "Content-Length", "Content-Type", "Date", "Ratelimit-Limit", "Ratelimit-Remaining",
			"Ratelimit-Reset", "Retry-After", "User-Agent", "X-Ratelimit-Limit", "X-Ratelimit-Remaining", "X-Ratelimit-Reset",
		}, name) {
			values = []string{"•••"}
		}
		shown[name] = slices.Clone(values)
	}
	return shown
}
