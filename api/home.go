package api

import (
	_ "embed" // the page that says the API is up
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
)

const pagesPolicy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

//go:embed home.html
var homePage []byte

// getPage answers what no route is for: a file of the pages, the page itself
// for the addresses it draws, or a problem.
func (a *API) getPage(c *gin.Context) {
	asked := c.Request.URL.Path
	if c.Request.Method != http.MethodGet || strings.HasPrefix(asked, "/api/") {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	if a.cfg.Pages == nil {
		a.getHome(c)
		return
	}
	name := strings.TrimPrefix(path.Clean(asked), "/")
	content, err := fs.ReadFile(a.cfg.Pages, name)
	if err != nil && path.Ext(name) == "" { // an address that the page draws itself
		name = "index.html"
		content, err = fs.ReadFile(a.cfg.Pages, name)
	}
	if err != nil {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	c.Header("Content-Security-Policy", pagesPolicy)
	c.Status(http.StatusOK)
	serveBytes(c, name, content)
}

// getHome says that the API is up, where there are no pages.
func (a *API) getHome(c *gin.Context) {
	if c.Request.URL.Path != "/" {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	c.Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
	c.Status(http.StatusOK)
	serveBytes(c, "home.html", homePage)
}
