package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"parution.dev/editorial"
)

// getHealth says that the process lives, and no more.
func (a *API) getHealth(c *gin.Context) {
	c.String(http.StatusOK, "ok\n")
}

// getReadiness says whether the daemon does its work: the database answers,
// the scheduler runs, and nobody has asked it to stop.
func (a *API) getReadiness(c *gin.Context) {
	if err := a.ready(c); err != nil {
		a.refuse(c, &editorial.Refusal{Kind: editorial.Unavailable, Code: codeNotReady, Err: err})
		return
	}
	c.String(http.StatusOK, "ready\n")
}

func (a *API) ready(c *gin.Context) error {
	if err := a.store.Ping(c.Request.Context()); err != nil {
		return err
	}
	if a.cfg.Ready != nil {
		return a.cfg.Ready()
	}
	return nil
}
