package api

import "parution.dev/editorial"

// The codes of notices, and of the ways that they take.
const (
	codeSeqsOrUpTo  editorial.Code = "seqs_or_up_to"
	codeBadHookURL  editorial.Code = "bad_hook_url"
	codeNotSigned   editorial.Code = "not_signed"
	codeNotToAHook  editorial.Code = "not_to_a_hook"
	codeOfAnApp     editorial.Code = "of_an_app"
	codeOfACalendar editorial.Code = "of_a_calendar"
)

// noticeSentences say what is wrong with these, and the next step.
func noticeSentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codeBadHookURL:  {EN: "Write the whole address, https://…, without a user or a #.", FR: "Écrivez l’adresse entière, https://…, sans utilisateur ni #."},
		codeNotSigned:   {EN: "Messages to a room are not signed, so there is no secret to change.", FR: "Les messages à un salon ne sont pas signés : il n’y a pas de secret à changer."},
		codeOfAnApp:     {EN: "A slack_app has an app and no url; all others have a url and no app.", FR: "Une slack_app a un champ app et pas d’url ; tous les autres, une url et pas d’app."},
		codeOfACalendar: {EN: "The instance tells programs alone: choose webhook. A room hears a calendar.", FR: "L’instance n’informe que des programmes\u202f: choisissez webhook. Un salon, lui, suit un calendrier."},
		codeNotToAHook:  {EN: "Only a message to a hook can be sent again.", FR: "Seul un message à un point d’envoi peut être renvoyé."},
		codeSeqsOrUpTo:  {EN: "Say which notices you have read: either seqs, or up_to.", FR: "Indiquez les notifications lues : soit seqs, soit up_to."},
	}
}
