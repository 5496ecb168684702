package api

import "parution.dev/editorial"

// The codes of who may ask, how often, and from which version.
const (
	codeTokenNeeded      editorial.Code = "token_needed"
	codeTokenInvalid     editorial.Code = "token_invalid"
	codeTokenAlreadyMade editorial.Code = "token_already_made"
	codeBeyondToken      editorial.Code = "beyond_your_token"
	codeOutlivesToken    editorial.Code = "outlives_your_token"
	codeNameCalendars    editorial.Code = "calendars_needed"
	codeVersionNeeded    editorial.Code = "version_needed"
	codeVersionStale     editorial.Code = "version_stale"
	codeRouteUnknown     editorial.Code = "route_unknown"
	codeMethodNotAllowed editorial.Code = "method_not_allowed"
	codeTooManyFailures  editorial.Code = "too_many_failures"
	codeTooManyUploads   editorial.Code = "too_many_uploads"
	codeTooManyStreams   editorial.Code = "too_many_streams"
	codeSessionOver      editorial.Code = "session_over"
	codeSessionNeeded    editorial.Code = "session_needed"
	codeCrossSite        editorial.Code = "cross_site"
	codeTooManyTries     editorial.Code = "too_many_tries"
	codeTooManyLetters   editorial.Code = "too_many_letters"
	codeBusy             editorial.Code = "busy"
	codePasswordWrong    editorial.Code = "password_wrong"
	codeSignInFirst      editorial.Code = "sign_in_first"
	codeInvitedOther     editorial.Code = "invited_another"
	codeSetupWrong       editorial.Code = "setup_code_wrong"
	codePresetRole       editorial.Code = "preset_role"
	codeResetOwn         editorial.Code = "reset_own"
	codeNoMail           editorial.Code = "no_mail"
	codeVisitOver        editorial.Code = "visit_over"
	codeClientLinkOver   editorial.Code = "client_link_over"
	codeNoCodeNeeded     editorial.Code = "no_code_needed"
	codeNoPasskeys       editorial.Code = "no_passkeys"
	codePasskeyWrong     editorial.Code = "passkey_wrong"
	codeCeremonyOver     editorial.Code = "ceremony_over"
	codeNoProvider       editorial.Code = "no_provider"
	codeProviderSilent   editorial.Code = "provider_silent"
	codeProviderRefused  editorial.Code = "provider_refused"
	codeDepartureLost    editorial.Code = "departure_lost"
	codeInternal         editorial.Code = "internal"
	codeDiskFull         editorial.Code = "disk_full"
	codeCannotSave       editorial.Code = "database_refuses"
	codeNotReady         editorial.Code = "not_ready"
	codeNotHere          editorial.Code = "not_from_here"
)

// accessSentences say why the door is closed, and the next step.
func accessSentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codeTokenNeeded:      {EN: "Say who you are: send the header Authorization: Bearer, followed by your token.", FR: "Identifiez-vous : envoyez l’en-tête Authorization: Bearer, suivi de votre jeton."},
		codeTokenInvalid:     {EN: "The token is not valid, or no longer. Make a new one.", FR: "Le jeton n’est pas valable, ou ne l’est plus. Créez-en un nouveau."},
		codeTokenAlreadyMade: {EN: "A token was made with this Idempotency-Key, and was shown then. If it is lost, revoke it and make another.", FR: "Un jeton a été créé avec cette Idempotency-Key, et montré alors. S’il est perdu, révoquez-le et créez-en un autre."},
		codeBeyondToken:      {EN: "A token cannot do more than the one that makes it, nor more than the person it is for.", FR: "Un jeton ne peut pas plus que celui qui le crée, ni que la personne à qui il est destiné."},
		codeOutlivesToken:    {EN: "A token cannot outlive the one that makes it. Choose an earlier end.", FR: "Un jeton ne peut pas survivre à celui qui le crée. Choisissez une fin plus proche."},
		codeNameCalendars:    {EN: "Name the calendars that the token is for.", FR: "Indiquez les calendriers auxquels le jeton donne accès."},
		codeVersionNeeded:    {EN: "Name the version that you started from: send its ETag in the header If-Match.", FR: "Indiquez la version dont vous êtes parti : envoyez son ETag dans l’en-tête If-Match."},
		codeVersionStale:     {EN: "Somebody changed it since you read it. Look at the current version, then try again.", FR: "Une autre personne l’a modifié depuis votre lecture. Relisez la version actuelle, puis recommencez."},
		codeRouteUnknown:     {EN: "There is nothing at this address. The documentation is at /api/docs.", FR: "Il n’y a rien à cette adresse. La documentation se trouve à /api/docs."},
		codeMethodNotAllowed: {EN: "This address does not take this method. The header Allow says which it takes.", FR: "Cette adresse n’accepte pas cette méthode. L’en-tête Allow indique celles qu’elle accepte."},
		codeTooManyFailures:  {EN: "Too many invalid tokens came from this address. Wait a little.", FR: "Trop de jetons non valables sont venus de cette adresse. Patientez un peu."},
		codeTooManyUploads:   {EN: "Too many files at once. Wait a little.", FR: "Trop de fichiers à la fois. Patientez un peu."},
		codeTooManyStreams:   {EN: "Too many event streams are open. Close one first.", FR: "Trop de flux d’événements sont ouverts. Fermez-en un d’abord."},
		codeSessionOver:      {EN: "You are not signed in any more. Sign in again.", FR: "Votre session est terminée. Reconnectez-vous."},
		codeSessionNeeded:    {EN: "This takes a person who is signed in; a token does not do.", FR: "Cette action demande une connexion en personne ; un jeton ne suffit pas."},
		codeCrossSite:        {EN: "Nothing shows that this request comes from a page of this instance, so it was not carried out. Programs use a token.", FR: "Rien ne montre que cette requête vient d’une page de cette instance : elle n’a pas été exécutée. Les programmes emploient un jeton."},
		codeTooManyTries:     {EN: "Too many tries. Wait a little.", FR: "Trop d’essais. Patientez un peu."},
		codeTooManyLetters:   {EN: "You have sent many invitations. Wait a little.", FR: "Vous avez envoyé beaucoup d’invitations. Patientez un peu."},
		codeBusy:             {EN: "Too many people sign in at this moment. Try again soon.", FR: "Trop de connexions en ce moment. Réessayez bientôt."},
		codePasswordWrong:    {EN: "This is not your password.", FR: "Ce n’est pas votre mot de passe."},
		codeSetupWrong:       {EN: "This is not the code that the daemon showed when it started last. Look there, or start it anew for another.", FR: "Ce n’est pas le code que le service a affiché à son dernier démarrage. Regardez-y, ou redémarrez-le pour en avoir un autre."},
		codeSignInFirst:      {EN: "There is an account with this address. Sign in, then accept the invitation.", FR: "Un compte existe avec cette adresse. Connectez-vous, puis acceptez l’invitation."},
		codeInvitedOther:     {EN: "This invitation is for another address. Sign out, then accept it.", FR: "Cette invitation est destinée à une autre adresse. Déconnectez-vous, puis acceptez-la."},
		codePresetRole:       {EN: "This role is the same in every calendar. Make one of your own instead.", FR: "Ce rôle est le même dans tous les calendriers. Créez plutôt le vôtre."},
		codeResetOwn:         {EN: "Change your own password instead.", FR: "Changez plutôt votre propre mot de passe."},
		codeNoMail:           {EN: "This instance sends no mail. Ask an owner, or whoever looks after the machine, for a link.", FR: "Cette instance n’envoie pas de courrier. Demandez un lien à un propriétaire, ou à la personne qui s’occupe de la machine."},
		codeVisitOver:        {EN: "This visit is over. Open your link again.", FR: "Cette visite est terminée. Rouvrez votre lien."},
		codeClientLinkOver:   {EN: "This link is over: it was revoked or renewed, or its time has passed. Ask whoever gave it to you for another.", FR: "Ce lien n’est plus valable : il a été révoqué ou remplacé, ou son délai est passé. Demandez-en un autre à la personne qui vous l’a donné."},
		codeNoCodeNeeded:     {EN: "No code is needed here: give your name.", FR: "Aucun code n’est nécessaire ici : donnez votre nom."},
		codeNoPasskeys:       {EN: "Devices keep passkeys for a name, and this instance's public address has none.", FR: "Les appareils gardent les clés d’accès pour un nom de domaine, et l’adresse publique de cette instance n’en a pas."},
		codePasskeyWrong:     {EN: "This passkey was not recognised. Use another, or sign in another way.", FR: "Cette clé d’accès n’a pas été reconnue. Utilisez-en une autre, ou connectez-vous autrement."},
		codeCeremonyOver:     {EN: "The device took too long to answer, or has answered already. Begin again.", FR: "L’appareil a mis trop de temps à répondre, ou a déjà répondu. Recommencez."},
		codeNoProvider:       {EN: "This instance has no sign-in by an organisation's accounts.", FR: "Cette instance ne propose pas la connexion par les comptes d’une organisation."},
		codeProviderSilent:   {EN: "Your organisation's sign-in does not answer. Try again later, or sign in with a password.", FR: "Le service de connexion de votre organisation ne répond pas. Réessayez plus tard, ou connectez-vous avec un mot de passe."},
		codeProviderRefused:  {EN: "Your organisation's sign-in did not confirm who you are. Try again.", FR: "Le service de connexion de votre organisation n’a pas confirmé votre identité. Réessayez."},
		codeDepartureLost:    {EN: "This sign-in was begun in another browser, or too long ago. Begin again.", FR: "Cette connexion a été commencée dans un autre navigateur, ou il y a trop longtemps. Recommencez."},
		codeInternal:         {EN: "Something went wrong on our side. The log knows more, by this request's id.", FR: "Une erreur s’est produite de notre côté. Le journal en dit plus, sous l’identifiant de cette requête."},
		codeDiskFull:         {EN: "The server's disk is full, so nothing was saved. What is planned still leaves for a while. Keep what you wrote, and tell whoever looks after this server.", FR: "Le disque du serveur est plein : rien n’a été enregistré. Ce qui est planifié part encore pendant quelque temps. Gardez votre texte et prévenez la personne qui administre ce serveur."},
		codeCannotSave:       {EN: "The server's database cannot be used now, so nothing was changed. Keep what you wrote, try again in a minute, and tell whoever looks after this server.", FR: "La base de données du serveur est inutilisable pour le moment : rien n’a été modifié. Gardez votre texte, réessayez dans une minute et prévenez la personne qui administre ce serveur."},
		codeNotReady:         {EN: "Not ready yet, or about to stop. Try again soon.", FR: "Pas encore prêt, ou sur le point de s’arrêter. Réessayez bientôt."},
		codeNotHere:          {EN: "This can be read from this machine, or with the metrics token.", FR: "Lisible depuis cette machine, ou avec le jeton des mesures."},
	}
}
