package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"time"
)

// pageStyle is all the style that a page of a feed has.
const pageStyle = `body{margin:2rem auto;max-width:38rem;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}` +
	`img{max-width:100%;height:auto}time{color:#555}article{margin-bottom:3rem}`

// pageSource shows a feed, or one entry of it, without a script.
const pageSource = `<!doctype html>
<html lang="{{.Language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<link rel="alternate" type="application/atom+xml" href="{{.Home}}/atom.xml">
<link rel="alternate" type="application/feed+json" href="{{.Home}}/feed.json">
<style>` + pageStyle + `</style>
</head>
<body>
<header><p><a href="{{.Home}}">{{.Title}}</a></p></header>
<main>
{{range .Entries}}<article>
<h2><a href="{{.URL}}">{{.Headline}}</a></h2>
<p><time datetime="{{.Machine}}">{{.People}}</time></p>
{{.Content}}
</article>
{{end}}</main>
</body>
</html>
`

type pageEntry struct {
	URL, Headline, Machine, People string
	Content                        template.HTML
}

// feedPage renders a feed as a page to read, its times on the clocks of a zone.
func feedPage(f Feed, zone *time.Location) ([]byte, error) {
	f.SelfURL = f.HomeURL
	f, err := f.prepared()
	if err != nil {
		return nil, err
	}
	entries := make([]pageEntry, len(f.Entries))
	for i, e := range f.Entries {
		entries[i] = pageEntry{
			URL: e.URL, Headline: e.headline(), Machine: e.Published.Format(time.RFC3339),
			People:  e.Published.In(zone).Format("2006-01-02 15:04 MST"),
			Content: template.HTML(e.html()), //nolint:gosec // html escapes every text that it holds
		}
	}
	page, err := template.New("page").Parse(pageSource)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = page.Execute(&out, map[string]any{"Title": f.Title, "Language": f.Language, "Home": f.HomeURL, "Entries": entries})
	return out.Bytes(), err
}

// pagePolicy lets a page show its pictures and its style, and do nothing else.
func pagePolicy(origin string) string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; img-src 'self' " + origin +
		"; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
