package editorial

// The codes of how people are told.
const (
	CodeBadGather    Code = "bad_gather"
	CodeUnknownEvent Code = "unknown_event"
	CodeBadEvent     Code = "bad_event"
	CodeHookGone     Code = "hook_gone"
	CodeHookFailing  Code = "hook_failing"
	CodeHookOff      Code = "hook_off"
	CodeTooManyHooks Code = "too_many_hooks"
	CodeBadSignature Code = "bad_signature"
	CodeChatCodeOver Code = "chat_code_over"
	CodeChatUnlinked Code = "chat_unlinked"
)

// sentencesOfNotices are read by people: one each, with the next step in it.
//
//nolint:gochecknoglobals // a read-only table, too large to build at each call
var sentencesOfNotices = map[Code]Words{
	CodeBadGather:    {"Write how long to gather as 15m or 2h, 12h at most.", "Écrivez la durée du regroupement sous la forme 15m ou 2h, 12h au plus."},
	CodeBadEvent:     {"Write an event like post.approved, or post.* for all that begin so.", "Écrivez un événement comme post.approved, ou post.* pour tous ceux qui commencent ainsi."},
	CodeHookGone:     {"The receiver said that it wants no more messages.", "Le destinataire a répondu qu’il ne veut plus de messages."},
	CodeHookFailing:  {"Nothing has come through for five days.", "Rien n’est passé depuis cinq jours."},
	CodeHookOff:      {"This hook is turned off. Turn it on first.", "Ce point d’envoi est désactivé. Activez-le d’abord."},
	CodeTooManyHooks: {"A calendar has 20 hooks at most. Remove one first.", "Un calendrier compte au plus 20 points d’envoi. Retirez-en un d’abord."},
	CodeBadSignature: {"The request is not signed as it should be, or not just now.", "La requête n’est pas signée comme il faut, ou pas à l’instant."},
	CodeChatCodeOver: {"This code is not valid, or no longer. Get a new one in Parution.", "Ce code n’est pas valable, ou ne l’est plus. Demandez-en un nouveau dans Parution."},
	CodeChatUnlinked: {"Parution does not know who you are here. Get a code in Parution, then type /parution link and the code.", "Parution ne sait pas qui vous êtes ici. Demandez un code dans Parution, puis tapez /parution link suivi du code."},
	CodeUnknownEvent: {"People are told of no such event. See the list in the documentation.", "Personne n’est averti d’un tel événement. Consultez la liste dans la documentation."},
}
