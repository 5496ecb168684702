package api

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// The codes of what only a request can get wrong. The trade's own codes live
// in editorial.
const (
	codeMalformed            editorial.Code = "malformed"
	codeMalformedJSON        editorial.Code = "malformed_json"
	codeMalformedQuery       editorial.Code = "malformed_query"
	codeNameTwice            editorial.Code = "name_twice"
	codeTooDeep              editorial.Code = "too_deep"
	codeBodyNeeded           editorial.Code = "body_needed"
	codeBodyCutOff           editorial.Code = "body_cut_off"
	codeBodyTooLarge         editorial.Code = "body_too_large"
	codeBodyTooSlow          editorial.Code = "body_too_slow"
	codeMediaTypeUnsupported editorial.Code = "media_type_unsupported"
	codeUnknownField         editorial.Code = "unknown_field"
	codeUnknownParameter     editorial.Code = "unknown_parameter"
	codeWrongType            editorial.Code = "wrong_type"
	codeNullNotAllowed       editorial.Code = "null_not_allowed"
	codeRequired             editorial.Code = "required"
	codeTooShort             editorial.Code = "too_short"
	codeTooLong              editorial.Code = "too_long"
	codeTextTooLarge         editorial.Code = "text_too_large"
	codeBadText              editorial.Code = "bad_text"
	codeTooManyItems         editorial.Code = "too_many_items"
	codeTooFewItems          editorial.Code = "too_few_items"
	codeOutOfRange           editorial.Code = "out_of_range"
	codeNotOneOf             editorial.Code = "not_one_of"
	codeBadInstant           editorial.Code = "bad_instant"
	codeBadCursor            editorial.Code = "bad_cursor"
	codeBadKey               editorial.Code = "idempotency_key_malformed"
	codeKeyReused            editorial.Code = "idempotency_key_reused"
	codeTokenNeeded          editorial.Code = "token_needed"
	codeTokenInvalid         editorial.Code = "token_invalid"
	codeTokenAlreadyMade     editorial.Code = "token_already_made"
	codeBeyondToken          editorial.Code = "beyond_your_token"
	codeOutlivesToken        editorial.Code = "outlives_your_token"
	codeNameCalendars        editorial.Code = "calendars_needed"
	codeVersionNeeded        editorial.Code = "version_needed"
	codeVersionStale         editorial.Code = "version_stale"
	codeRouteUnknown         editorial.Code = "route_unknown"
	codeMethodNotAllowed     editorial.Code = "method_not_allowed"
	codeTooManyFailures      editorial.Code = "too_many_failures"
	codeTooManyUploads       editorial.Code = "too_many_uploads"
	codeTooManyStreams       editorial.Code = "too_many_streams"
	codeInternal             editorial.Code = "internal"
	codeNotReady             editorial.Code = "not_ready"
	codeNotHere              editorial.Code = "not_from_here"
	codeCalendarArchived     editorial.Code = "calendar_archived"
	codePostsWaiting         editorial.Code = "posts_waiting"
	codeUnknownZone          editorial.Code = "unknown_zone"
	codeBadEmail             editorial.Code = "bad_email"
	codeEmailTaken           editorial.Code = "email_taken"
	codeAlreadyMember        editorial.Code = "already_member"
	codeLastManager          editorial.Code = "last_manager"
	codeUnknownMember        editorial.Code = "unknown_member"
	codeUnknownCalendar      editorial.Code = "unknown_calendar"
	codeUnknownPlatform      editorial.Code = "unknown_platform"
	codeUnknownSetting       editorial.Code = "unknown_setting"
	codeUnknownCredential    editorial.Code = "unknown_credential"
	codeConnectRefused       editorial.Code = "connect_refused"
	codePlatformUnreachable  editorial.Code = "platform_unreachable"
	codeChannelDisconnected  editorial.Code = "channel_disconnected"
	codeOneScope             editorial.Code = "one_scope"
	codeUnknownScope         editorial.Code = "unknown_scope"
	codeUntilBeforeFrom      editorial.Code = "until_before_from"
	codePauseOver            editorial.Code = "pause_over"
	codeOwnersOnly           editorial.Code = "owners_only"
	codeBadEventID           editorial.Code = "bad_event_id"
)

// sentences are what people read: what is so, and the next step. None of them
// repeats what was sent.
func sentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codeMalformed:            {EN: "The request cannot be read.", FR: "La requête est illisible."},
		codeMalformedJSON:        {EN: "The body is not valid JSON, or something stands after it.", FR: "Le corps n’est pas du JSON valide, ou il est suivi d’autre chose."},
		codeMalformedQuery:       {EN: "The query string is not properly encoded.", FR: "Les paramètres de l’adresse sont mal encodés."},
		codeNameTwice:            {EN: "An object in the body holds one name twice.", FR: "Un objet du corps contient deux fois le même nom."},
		codeTooDeep:              {EN: "The body is nested too deeply.", FR: "Le corps est imbriqué trop profondément."},
		codeBodyNeeded:           {EN: "This request needs a body of JSON.", FR: "Cette requête demande un corps en JSON."},
		codeBodyCutOff:           {EN: "The body ended before all of it had arrived. Send it again.", FR: "Le corps s’est interrompu avant la fin. Renvoyez-le."},
		codeBodyTooLarge:         {EN: "The body is larger than what is taken here.", FR: "Le corps dépasse la taille acceptée ici."},
		codeBodyTooSlow:          {EN: "The body took too long to arrive.", FR: "Le corps a mis trop de temps à arriver."},
		codeMediaTypeUnsupported: {EN: "Send JSON, with the header Content-Type: application/json.", FR: "Envoyez du JSON, avec l’en-tête Content-Type: application/json."},
		codeUnknownField:         {EN: "There is a field here that is not known.", FR: "Un champ n’est pas connu ici."},
		codeUnknownParameter:     {EN: "There is a query parameter that is not known.", FR: "Un paramètre de l’adresse n’est pas connu."},
		codeWrongType:            {EN: "The value is of another type than this field.", FR: "La valeur n’est pas du type de ce champ."},
		codeNullNotAllowed:       {EN: "This field cannot be null. Leave it out instead.", FR: "Ce champ ne peut pas être null. Omettez-le plutôt."},
		codeRequired:             {EN: "This field is needed.", FR: "Ce champ est nécessaire."},
		codeTooShort:             {EN: "The text is too short.", FR: "Le texte est trop court."},
		codeTooLong:              {EN: "The text is too long.", FR: "Le texte est trop long."},
		codeTextTooLarge:         {EN: "A text can hold 1 MiB at most.", FR: "Un texte peut contenir 1 Mio au plus."},
		codeBadText:              {EN: "The text holds a character that cannot be kept.", FR: "Le texte contient un caractère qui ne peut pas être conservé."},
		codeTooManyItems:         {EN: "There are too many of them.", FR: "Il y en a trop."},
		codeTooFewItems:          {EN: "There are too few of them.", FR: "Il n’y en a pas assez."},
		codeOutOfRange:           {EN: "The number is out of range.", FR: "Le nombre sort des limites."},
		codeNotOneOf:             {EN: "This is none of the values that the field takes.", FR: "Ce champ n’accepte pas cette valeur."},
		codeBadInstant:           {EN: "Write the instant as RFC 3339 says, for example 2026-12-24T08:00:00Z.", FR: "Écrivez l’instant selon la RFC 3339, par exemple 2026-12-24T08:00:00Z."},
		codeBadCursor:            {EN: "Start the list again: this cursor is not one of its own.", FR: "Reprenez la liste au début : ce curseur n’est pas le sien."},
		codeBadKey:               {EN: "An Idempotency-Key has 1 to 255 visible ASCII characters.", FR: "Une Idempotency-Key compte de 1 à 255 caractères ASCII visibles."},
		codeKeyReused:            {EN: "This Idempotency-Key was used for another request. Choose a new one.", FR: "Cette Idempotency-Key a servi à une autre requête. Choisissez-en une nouvelle."},
		codeTokenNeeded:          {EN: "Say who you are: send the header Authorization: Bearer, followed by your token.", FR: "Identifiez-vous : envoyez l’en-tête Authorization: Bearer, suivi de votre jeton."},
		codeTokenInvalid:         {EN: "The token is not valid, or no longer. Make a new one.", FR: "Le jeton n’est pas valable, ou ne l’est plus. Créez-en un nouveau."},
		codeTokenAlreadyMade:     {EN: "A token was made with this Idempotency-Key, and was shown then. If it is lost, revoke it and make another.", FR: "Un jeton a été créé avec cette Idempotency-Key, et montré alors. S’il est perdu, révoquez-le et créez-en un autre."},
		codeBeyondToken:          {EN: "A token cannot do more than the one that makes it, nor more than the person it is for.", FR: "Un jeton ne peut pas plus que celui qui le crée, ni que la personne à qui il est destiné."},
		codeOutlivesToken:        {EN: "A token cannot outlive the one that makes it. Choose an earlier end.", FR: "Un jeton ne peut pas survivre à celui qui le crée. Choisissez une fin plus proche."},
		codeNameCalendars:        {EN: "Name the calendars that the token is for.", FR: "Indiquez les calendriers auxquels le jeton donne accès."},
		codeVersionNeeded:        {EN: "Name the version that you started from: send its ETag in the header If-Match.", FR: "Indiquez la version dont vous êtes parti : envoyez son ETag dans l’en-tête If-Match."},
		codeVersionStale:         {EN: "Somebody changed it since you read it. Look at the current version, then try again.", FR: "Une autre personne l’a modifié depuis votre lecture. Relisez la version actuelle, puis recommencez."},
		codeRouteUnknown:         {EN: "There is nothing at this address. The documentation is at /api/docs.", FR: "Il n’y a rien à cette adresse. La documentation se trouve à /api/docs."},
		codeMethodNotAllowed:     {EN: "This address does not take this method. The header Allow says which it takes.", FR: "Cette adresse n’accepte pas cette méthode. L’en-tête Allow indique celles qu’elle accepte."},
		codeTooManyFailures:      {EN: "Too many invalid tokens came from this address. Wait a little.", FR: "Trop de jetons non valables sont venus de cette adresse. Patientez un peu."},
		codeTooManyUploads:       {EN: "Too many files at once. Wait a little.", FR: "Trop de fichiers à la fois. Patientez un peu."},
		codeTooManyStreams:       {EN: "Too many event streams are open. Close one first.", FR: "Trop de flux d’événements sont ouverts. Fermez-en un d’abord."},
		codeInternal:             {EN: "Something went wrong on our side. The log knows more, by this request's id.", FR: "Une erreur s’est produite de notre côté. Le journal en dit plus, sous l’identifiant de cette requête."},
		codeNotReady:             {EN: "Not ready yet, or about to stop. Try again soon.", FR: "Pas encore prêt, ou sur le point de s’arrêter. Réessayez bientôt."},
		codeNotHere:              {EN: "This can be read from this machine, or with the metrics token.", FR: "Lisible depuis cette machine, ou avec le jeton des mesures."},
		codeCalendarArchived:     {EN: "The calendar is archived.", FR: "Le calendrier est archivé."},
		codePostsWaiting:         {EN: "Posts are still to leave from this calendar. Withdraw, move or archive them first.", FR: "Des publications doivent encore partir de ce calendrier. Reprenez-les, déplacez-les ou archivez-les d’abord."},
		codeUnknownZone:          {EN: "There is no such time zone. Use an IANA name such as Europe/Paris.", FR: "Ce fuseau horaire n’existe pas. Employez un nom IANA tel que Europe/Paris."},
		codeBadEmail:             {EN: "This is not an e-mail address.", FR: "Ce n’est pas une adresse électronique."},
		codeEmailTaken:           {EN: "Somebody else has this e-mail address.", FR: "Une autre personne a cette adresse électronique."},
		codeAlreadyMember:        {EN: "This person is a member of the calendar. Change their roles instead.", FR: "Cette personne est déjà membre du calendrier. Modifiez plutôt ses rôles."},
		codeLastManager:          {EN: "A calendar keeps one manager at least. Name another one first.", FR: "Un calendrier garde au moins un responsable. Nommez-en d’abord un autre."},
		codeUnknownMember:        {EN: "There is no such member.", FR: "Ce membre n’existe pas."},
		codeUnknownCalendar:      {EN: "There is no such calendar.", FR: "Ce calendrier n’existe pas."},
		codeUnknownPlatform:      {EN: "This platform cannot be connected here. See /api/v1/platforms.", FR: "Cette plateforme ne peut pas être connectée ici. Voyez /api/v1/platforms."},
		codeUnknownSetting:       {EN: "The platform has no such setting.", FR: "La plateforme n’a pas ce réglage."},
		codeUnknownCredential:    {EN: "The platform has no such credential.", FR: "La plateforme n’a pas cet identifiant."},
		codeConnectRefused:       {EN: "The platform refuses these credentials. Check them and try again.", FR: "La plateforme refuse ces accès. Vérifiez-les et réessayez."},
		codePlatformUnreachable:  {EN: "The platform does not answer. Check its address, or try again later.", FR: "La plateforme ne répond pas. Vérifiez son adresse, ou réessayez plus tard."},
		codeChannelDisconnected:  {EN: "The channel is disconnected.", FR: "Le canal est déconnecté."},
		codeOneScope:             {EN: "Name one thing to pause: all, a calendar, a channel, a campaign or a pillar.", FR: "Indiquez une seule chose à suspendre : all, un calendrier, un canal, une campagne ou un pilier."},
		codeUnknownScope:         {EN: "There is no such thing to pause.", FR: "Il n’y a rien de tel à suspendre."},
		codeUntilBeforeFrom:      {EN: "A pause ends after it begins.", FR: "Une suspension finit après avoir commencé."},
		codePauseOver:            {EN: "The pause is over already.", FR: "La suspension est déjà terminée."},
		codeOwnersOnly:           {EN: "Only an owner can do this.", FR: "Seul un propriétaire peut le faire."},
		codeBadEventID:           {EN: "Last-Event-ID is the id of an event that you received.", FR: "Last-Event-ID est l’identifiant d’un événement que vous avez reçu."},
	}
}

// sentence says a code in a language: in its own words where the place knows
// more, else in those of this room, else in the trade's.
func sentence(code editorial.Code, detail editorial.Words, lang editorial.Lang) string {
	if detail != (editorial.Words{}) {
		return detail.In(lang)
	}
	if words, ok := sentences()[code]; ok {
		return words.In(lang)
	}
	if words, ok := postSentences()[code]; ok {
		return words.In(lang)
	}
	return code.Words().In(lang)
}

// title is the sort of problem that a status stands for.
func title(status int) editorial.Words {
	switch status {
	case http.StatusBadRequest:
		return editorial.Words{EN: "Not readable", FR: "Illisible"}
	case http.StatusUnauthorized:
		return editorial.Words{EN: "Not identified", FR: "Non identifié"}
	case http.StatusForbidden:
		return editorial.Words{EN: "Not allowed", FR: "Non autorisé"}
	case http.StatusNotFound:
		return editorial.Words{EN: "Not found", FR: "Introuvable"}
	case http.StatusMethodNotAllowed:
		return editorial.Words{EN: "Method not allowed", FR: "Méthode non acceptée"}
	case http.StatusRequestTimeout:
		return editorial.Words{EN: "Too slow", FR: "Trop lent"}
	case http.StatusConflict:
		return editorial.Words{EN: "Not possible now", FR: "Impossible pour l’instant"}
	case http.StatusPreconditionFailed:
		return editorial.Words{EN: "Changed meanwhile", FR: "Modifié entre-temps"}
	case http.StatusRequestEntityTooLarge:
		return editorial.Words{EN: "Too large", FR: "Trop volumineux"}
	case http.StatusUnsupportedMediaType:
		return editorial.Words{EN: "Media type not supported", FR: "Type de contenu non accepté"}
	case http.StatusUnprocessableEntity:
		return editorial.Words{EN: "Not valid", FR: "Non valable"}
	case http.StatusPreconditionRequired:
		return editorial.Words{EN: "Version needed", FR: "Version nécessaire"}
	case http.StatusTooManyRequests:
		return editorial.Words{EN: "Too often", FR: "Trop souvent"}
	case http.StatusServiceUnavailable:
		return editorial.Words{EN: "Not available now", FR: "Indisponible pour l’instant"}
	}
	return editorial.Words{EN: "Internal error", FR: "Erreur interne"}
}

// knownNames says which names a place knows, so that an unknown one need not
// be repeated.
func knownNames[T any](known map[string]T) editorial.Words {
	if len(known) == 0 {
		return editorial.Words{EN: "Nothing is known here.", FR: "Rien n’est connu ici."}
	}
	names := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	return editorial.Words{EN: "Known here: " + names + ".", FR: "Connus ici : " + names + "."}
}

// wanted says which type a field is of.
func wanted(schemaType string) editorial.Words {
	switch schemaType {
	case huma.TypeString:
		return editorial.Words{EN: "This field is a text.", FR: "Ce champ est un texte."}
	case huma.TypeInteger:
		return editorial.Words{EN: "This field is a whole number.", FR: "Ce champ est un nombre entier."}
	case huma.TypeNumber:
		return editorial.Words{EN: "This field is a number.", FR: "Ce champ est un nombre."}
	case huma.TypeBoolean:
		return editorial.Words{EN: "This field is true or false.", FR: "Ce champ vaut true ou false."}
	case huma.TypeArray:
		return editorial.Words{EN: "This field is a list.", FR: "Ce champ est une liste."}
	case huma.TypeObject:
		return editorial.Words{EN: "This field is an object.", FR: "Ce champ est un objet."}
	}
	return editorial.Words{}
}

func atMost(n int, en, fr string) editorial.Words {
	if n > 1 {
		en, fr = en+"s", fr+"s"
	}
	return editorial.Words{EN: fmt.Sprintf("At most %d %s.", n, en), FR: fmt.Sprintf("Au plus %d %s.", n, fr)}
}

func oneOfThese(values []any) editorial.Words {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = fmt.Sprint(value)
	}
	list := strings.Join(names, ", ")
	return editorial.Words{EN: "One of: " + list + ".", FR: "L’une de ces valeurs : " + list + "."}
}

func between(low, high *float64) editorial.Words {
	switch {
	case low != nil && high != nil:
		return editorial.Words{EN: fmt.Sprintf("From %g to %g.", *low, *high), FR: fmt.Sprintf("De %g à %g.", *low, *high)}
	case low != nil:
		return editorial.Words{EN: fmt.Sprintf("At least %g.", *low), FR: fmt.Sprintf("Au moins %g.", *low)}
	case high != nil:
		return editorial.Words{EN: fmt.Sprintf("At most %g.", *high), FR: fmt.Sprintf("Au plus %g.", *high)}
	}
	return editorial.Words{}
}
