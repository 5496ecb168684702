package mastodon

import (
	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Form asks for the server and for an access token, which a person makes in
// the server's own settings, under Development.
func (p *Publisher) Form() publishers.Form {
	return publishers.Form{
		Name: "Mastodon",
		Settings: []publishers.Field{{
			Name: settingServer, Required: true,
			Label: editorial.Words{EN: "Server", FR: "Serveur"},
		}},
		Credentials: []publishers.Field{{
			Name: credentialToken, Required: true,
			Label: editorial.Words{EN: "Access token", FR: "Jeton d’accès"},
		}},
	}
}
