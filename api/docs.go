package api

import (
	"bytes"
	_ "embed" // the docs' own page and script
	"encoding/json"
	"io/fs"
	"net/http"
	"path"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	swagger "github.com/swaggo/files/v2"
)

const schemaHome = "#/components/schemas/"

const docsPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

//go:embed docs.html
var docsPage []byte

//go:embed docs.js
var docsScript []byte

// description is the head of the OpenAPI document; the operations write the
// rest.
func (a *API) description() *huma.OpenAPI {
	return &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title:   "Parution",
			Version: a.cfg.Version,
			License: &huma.License{Name: "Apache-2.0", URL: "https://www.apache.org/licenses/LICENSE-2.0"},
			Description: "An editorial calendar that publishes. Instants are RFC 3339 in UTC, planned times wall clock and zone. " +
				"Identifiers, cursors and ETags are opaque. Every change names the version it started from (If-Match). " +
				"A POST that makes something takes an Idempotency-Key, good for 24 hours. What goes wrong is a problem (RFC 9457) with a stable code; " +
				"its texts follow Accept-Language (en, fr). Unknown fields and parameters are refused.",
		},
		Components: &huma.Components{
			Schemas: huma.NewMapRegistry(schemaHome, schemaName),
			SecuritySchemes: map[string]*huma.SecurityScheme{
				"token":   {Type: "http", Scheme: "bearer", Description: "A token, made with POST /api/v1/tokens or at the machine."},
				"visit":   {Type: "http", Scheme: "bearer", Description: "A visit of a client, begun with POST /api/v1/client/visits."},
				"session": {Type: "apiKey", In: "cookie", Name: a.cookie.name, Description: "Where a person is signed in (POST /api/v1/session). It is taken from our own pages only."},
			},
		},
	}
}

// schemaName names a type for readers: calendarView is a Calendar.
func schemaName(t reflect.Type, hint string) string {
	return strings.TrimSuffix(huma.DefaultSchemaNamer(t, hint), "View")
}

// sureLists says of plain lists that they are never null: huma thinks that
// every Go slice may be.
func (a *API) sureLists() {
	registry := a.huma.OpenAPI().Components.Schemas
	for name, schema := range registry.Map() {
		t := registry.TypeFromRef(schemaHome + name)
		if t == nil { // a schema of its own, written by hand
			continue
		}
		for _, field := range reflect.VisibleFields(t) {
			named, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if list := schema.Properties[named]; list != nil && field.Type.Kind() == reflect.Slice {
				list.Nullable = false
			}
		}
	}
}

// document writes the OpenAPI document, once all operations stand in it.
func (a *API) document() []byte {
	doc, err := json.MarshalIndent(a.huma.OpenAPI(), "", "  ")
	if err != nil {
		panic("api: openapi: " + err.Error()) // the same on every start: the first test shows it
	}
	return append(doc, '\n')
}

func (a *API) getOpenAPI(c *gin.Context) {
	c.Data(http.StatusOK, "application/openapi+json", a.openapi())
}

// getDocs serves the readable documentation: Swagger UI from the binary, with
// a page and an initializer of our own, and no script in the page itself.
func (a *API) getDocs(c *gin.Context) {
	c.Header("Content-Security-Policy", docsPolicy)
	switch file := path.Base(c.Param("file")); file {
	case ".", "/":
		serveBytes(c, "docs.html", docsPage)
	case "swagger-initializer.js":
		serveBytes(c, "docs.js", docsScript)
	case "swagger-ui.css", "index.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "favicon-32x32.png", "favicon-16x16.png":
		content, err := fs.ReadFile(swagger.FS, file)
		if err != nil {
			a.refuse(c, err)
			return
		}
		serveBytes(c, file, content)
	default:
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
	}
}

func serveBytes(c *gin.Context, name string, content []byte) {
	http.ServeContent(c.Writer, c.Request, name, time.Time{}, bytes.NewReader(content))
}
