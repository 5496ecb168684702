package editorial

// The codes of who approves, by when, and in whose place.
const (
	CodeBadApproveAhead    Code = "bad_approve_ahead"
	CodeTimePassed         Code = "time_passed"
	CodeCannotApprove      Code = "cannot_approve"
	CodeNoDeputy           Code = "no_deputy"
	CodeNotOneself         Code = "not_oneself"
	CodeNotInTeam          Code = "not_in_team"
	CodeEndsBeforeItBegins Code = "ends_before_it_begins"
	CodeDelegationOver     Code = "delegation_over"
	CodeCannotWrite        Code = "cannot_write"
	CodeNameSomebody       Code = "name_somebody"
	CodeLooseTooLong       Code = "loose_too_long"
	CodeSayUntil           Code = "say_until_approved"
	CodeNotPerChannel      Code = "not_per_channel"
	CodeNotWithSteps       Code = "not_with_steps"
	CodeTouchedToo         Code = "touched_too"
	CodeUnknownSeverity    Code = "unknown_severity"
	CodeCrisisOpen         Code = "crisis_open"
	CodeCrisisOver         Code = "crisis_over"
	CodeCrisisPaused       Code = "crisis_paused"
	CodeUnknownStatement   Code = "unknown_statement"
	CodeNotEmpty           Code = "not_empty"
	CodeStatementNotExempt Code = "statement_not_exempt"
	CodeBadEscalation      Code = "bad_escalation"
)

// sentencesOfDesk are read by people: one each, with the next step in it.
//
//nolint:gochecknoglobals // a read-only table, too large to build at each call
var sentencesOfDesk = map[Code]Words{
	CodeBadApproveAhead:    {"Posts are to be approved between one minute and 14 days (336h) ahead of their time.", "Les publications sont à valider entre une minute et 14 jours (336h) avant leur heure."},
	CodeTimePassed:         {"Its time has passed, so it was not approved. Say that it leaves now, or approve it without a date.", "Son heure est passée, elle n’a donc pas été validée. Indiquez qu’elle part maintenant, ou validez-la sans date."},
	CodeCannotApprove:      {"This person may not approve in this calendar. Choose somebody who may, or give them a role that does.", "Cette personne ne peut pas valider dans ce calendrier. Choisissez quelqu’un qui le peut, ou donnez-lui un rôle qui le permette."},
	CodeNoDeputy:           {"Name who acts meanwhile: the calendar has no deputy.", "Indiquez qui agit pendant ce temps : le calendrier n’a pas de suppléance."},
	CodeNotOneself:         {"Nobody stands in for themselves. Name somebody else.", "Personne ne se remplace soi-même. Indiquez une autre personne."},
	CodeNotInTeam:          {"This person does not work in this calendar.", "Cette personne ne travaille pas dans ce calendrier."},
	CodeEndsBeforeItBegins: {"It ends before it begins. Choose a later end.", "Cela finit avant de commencer. Choisissez une fin plus tardive."},
	CodeDelegationOver:     {"This delegation is over already.", "Cette délégation est déjà terminée."},
	CodeBadEscalation:      {"What waits can be escalated after five minutes to 30 days (720h); 0s turns it off.", "Ce qui attend peut être signalé plus haut après cinq minutes à 30 jours (720h) ; 0s y met fin."},
	CodeCannotWrite:        {"This person does not write in this calendar. Choose people who do.", "Cette personne n’écrit pas dans ce calendrier. Choisissez des personnes qui y écrivent."},
	CodeNameSomebody:       {"Name at least one person.", "Indiquez au moins une personne."},
	CodeLooseTooLong:       {"A margin can be looser for 14 days at most.", "Une marge peut être élargie pendant 14 jours au plus."},
	CodeSayUntil:           {"It is to leave within the hour, and waits for a new approval. Say (until_approved) whether what was approved may leave on time, or the post waits.", "Elle doit partir dans l’heure, et attend une nouvelle validation. Indiquez (until_approved) si la version validée peut partir à l’heure, ou si la publication attend."},
	CodeUnknownSeverity:    {"Say how bad it is: watch, serious or critical.", "Indiquez la gravité : watch, serious ou critical."},
	CodeCrisisOpen:         {"A crisis is open in this calendar already. Add to it what you know.", "Une crise est déjà ouverte dans ce calendrier. Ajoutez-y ce que vous savez."},
	CodeCrisisOver:         {"This crisis is closed.", "Cette crise est close."},
	CodeCrisisPaused:       {"A pause that was made in this crisis still holds. Lift it first, or with the closing (lift).", "Une suspension décidée pendant cette crise est encore en vigueur. Levez-la d’abord, ou en même temps (lift)."},
	CodeNotEmpty:           {"This calendar has posts already. A month to try it with is for an empty one.", "Ce calendrier a déjà des publications. Le mois d’exemple est pour un calendrier vide."},
	CodeUnknownStatement:   {"There is no such post in this calendar.", "Cette publication n’existe pas dans ce calendrier."},
	CodeStatementNotExempt: {"This post would be stopped by a pause. Whoever may approve marks it as the crisis statement (crisis) first.", "Cette publication serait arrêtée par une suspension. Une personne qui peut valider la marque d’abord comme message d’attente (crisis)."},
	CodeNotPerChannel:      {"This calendar approves a post on all its channels at once.", "Ce calendrier valide une publication sur tous ses canaux à la fois."},
	CodeNotWithSteps:       {"Channels are approved one by one where one person approves, and not in steps.", "La validation canal par canal va avec une seule personne qui valide, pas avec des étapes."},
	CodeTouchedToo:         {"Another channel has been touched up since it was approved. Approve it along with these.", "Un autre canal a été retouché depuis sa validation. Validez-le en même temps."},
}
