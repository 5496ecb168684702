package api

import "parution.dev/editorial"

// The codes of calendars, members, channels and pauses.
const (
	codePostsWaiting        editorial.Code = "posts_waiting"
	codeUnknownZone         editorial.Code = "unknown_zone"
	codeBadEmail            editorial.Code = "bad_email"
	codeEmailTaken          editorial.Code = "email_taken"
	codeLastManager         editorial.Code = "last_manager"
	codeUnknownMember       editorial.Code = "unknown_member"
	codeUnknownCalendar     editorial.Code = "unknown_calendar"
	codeUnknownPlatform     editorial.Code = "unknown_platform"
	codeUnknownSetting      editorial.Code = "unknown_setting"
	codeUnknownCredential   editorial.Code = "unknown_credential"
	codeConnectRefused      editorial.Code = "connect_refused"
	codePlatformUnreachable editorial.Code = "platform_unreachable"
	codeChannelDisconnected editorial.Code = "channel_disconnected"
	codeOneScope            editorial.Code = "one_scope"
	codeUnknownScope        editorial.Code = "unknown_scope"
	codeUntilBeforeFrom     editorial.Code = "until_before_from"
	codePauseOver           editorial.Code = "pause_over"
	codeOwnersOnly          editorial.Code = "owners_only"
	codeUnknownComment      editorial.Code = "unknown_comment"
)

// deskSentences say what is wrong with these, and the next step.
func deskSentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codePostsWaiting:        {EN: "Posts of this calendar are still to leave, or are being edited where they are published. Withdraw, move or archive them, or wait.", FR: "Des publications de ce calendrier doivent encore partir, ou sont en cours de modification là où elles sont publiées. Reprenez-les, déplacez-les, archivez-les, ou attendez."},
		codeUnknownZone:         {EN: "There is no such time zone. Use an IANA name such as Europe/Paris.", FR: "Ce fuseau horaire n’existe pas. Employez un nom IANA tel que Europe/Paris."},
		codeBadEmail:            {EN: "This is not an e-mail address.", FR: "Ce n’est pas une adresse électronique."},
		codeEmailTaken:          {EN: "Somebody else has this e-mail address.", FR: "Une autre personne a cette adresse électronique."},
		codeLastManager:         {EN: "A calendar keeps one manager at least. Name another one first.", FR: "Un calendrier garde au moins un responsable. Nommez-en d’abord un autre."},
		codeUnknownMember:       {EN: "There is no such member.", FR: "Ce membre n’existe pas."},
		codeUnknownCalendar:     {EN: "There is no such calendar.", FR: "Ce calendrier n’existe pas."},
		codeUnknownPlatform:     {EN: "This platform cannot be connected here. See /api/v1/platforms.", FR: "Cette plateforme ne peut pas être connectée ici. Voyez /api/v1/platforms."},
		codeUnknownSetting:      {EN: "The platform has no such setting.", FR: "La plateforme n’a pas ce réglage."},
		codeUnknownCredential:   {EN: "The platform has no such credential.", FR: "La plateforme n’a pas cet identifiant."},
		codeConnectRefused:      {EN: "The platform refuses these credentials. Check them and try again.", FR: "La plateforme refuse ces accès. Vérifiez-les et réessayez."},
		codePlatformUnreachable: {EN: "The platform does not answer. Check its address, or try again later.", FR: "La plateforme ne répond pas. Vérifiez son adresse, ou réessayez plus tard."},
		codeChannelDisconnected: {EN: "The channel is disconnected.", FR: "Le canal est déconnecté."},
		codeOneScope:            {EN: "Name one thing to pause: all, a calendar, a channel, a campaign or a pillar.", FR: "Indiquez une seule chose à suspendre : all, un calendrier, un canal, une campagne ou un pilier."},
		codeUnknownScope:        {EN: "There is no such thing to pause.", FR: "Il n’y a rien de tel à suspendre."},
		codeUntilBeforeFrom:     {EN: "A pause ends after it begins.", FR: "Une suspension finit après avoir commencé."},
		codePauseOver:           {EN: "The pause is over already.", FR: "La suspension est déjà terminée."},
		codeUnknownComment:      {EN: "There is no such comment on this post.", FR: "Cette publication n’a pas ce commentaire."},
		codeOwnersOnly:          {EN: "Only an owner can do this.", FR: "Seul un propriétaire peut le faire."},
	}
}
