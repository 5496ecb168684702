package api

import (
	"fmt"
	"html"
	"net/http"

	"github.com/gin-gonic/gin"

	"parution.dev/editorial"
	"parution.dev/store"
)

// getUnsubscribe shows what a link of a mail would end. Following it ends
// nothing: programs follow links too.
func (a *API) getUnsubscribe(c *gin.Context) { a.unsubscribe(c, false) }

// postUnsubscribe ends it: by the button of the page, or by the button of a
// mail program (RFC 8058), which sends neither cookies nor a page's origin.
func (a *API) postUnsubscribe(c *gin.Context) { a.unsubscribe(c, true) }

func (a *API) unsubscribe(c *gin.Context, act bool) {
	u, good := editorial.ReadUnsubscription(c.Param("token"), a.cfg.MailKey)
	if !good || len(a.cfg.MailKey) == 0 {
		a.refuse(c, refuseStatus(http.StatusNotFound, codeRouteUnknown))
		return
	}
	m, err := a.store.GetMember(c.Request.Context(), u.Member)
	if err != nil {
		a.refuse(c, err)
		return
	}
	if act {
		by := editorial.Actor{Member: m.ID, Name: m.Name, Language: m.Language}
		_, err := a.store.UpdateWishes(c.Request.Context(), store.Write{By: by, Now: a.now()}, m.ID, func(w *editorial.Wishes) error {
			*w = w.Without(u.Kind, u.Calendar)
			return nil
		})
		if err != nil {
			a.refuse(c, err)
			return
		}
	}
	c.Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	c.Header("Cache-Control", "no-store")
	c.Header("X-Robots-Tag", "noindex")
	c.Data(http.StatusOK, "text/html; charset=utf-8", []byte(unsubscribePage(u.Kind, m.Language, act)))
}

func unsubscribePage(kind editorial.DispatchKind, lang editorial.Lang, done bool) string {
	name := kind.Words().In(lang)
	words := editorial.Words{EN: "No more mails of this kind: " + name + ".", FR: "Ne plus recevoir ce genre de message\u202f: " + name + "."}
	button := `<form method="post"><button style="font:inherit;padding:.6em 1.2em">` + editorial.Words{EN: "Confirm", FR: "Confirmer"}.In(lang) + `</button></form>`
	if done {
		words = editorial.Words{
			EN: "Done. You get no more mails of this kind: " + name + ". In the application you are still told.",
			FR: "C’est fait. Vous ne recevrez plus ce genre de message\u202f: " + name + ". L’application continue de vous avertir.",
		}
		button = ""
	}
	return fmt.Sprintf(`<!doctype html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Parution</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:10vh auto;padding:0 1em"><h1 style="font-size:1.3em">Parution</h1><p>%s</p>%s</body></html>
`, lang, html.EscapeString(words.In(lang)), button)
}
