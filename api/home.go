package api

import (
	_ "embed" // the page that says the API is up
	"net/http"

	"github.com/gin-gonic/gin"
)

//go:embed home.html
var homePage []byte

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
