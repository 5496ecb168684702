package bluesky

import (
	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Form asks for the handle and for an app password, which a person makes in
// Bluesky's own settings, under Privacy and security. The service is
// Bluesky's unless another one is given.
func (p *Publisher) Form() publishers.Form {
	return publishers.Form{
		Name: "Bluesky",
		Settings: []publishers.Field{
			{Name: settingHandle, Required: true, Label: editorial.Words{EN: "Handle", FR: "Identifiant"}},
			{Name: settingService, Label: editorial.Words{EN: "Service", FR: "Service"}},
		},
		Credentials: []publishers.Field{{
			Name: credentialPassword, Required: true,
			Label: editorial.Words{EN: "App password", FR: "Mot de passe d’application"},
		}},
	}
}
