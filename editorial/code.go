package editorial

// Code is a stable machine word for a refusal, a hold or a notice. Codes never
// change with the language; their sentences are in Words.
type Code string

// The codes.
const (
	CodeInvalid                Code = "invalid"
	CodeNotFound               Code = "not_found"
	CodeNotPermitted           Code = "not_permitted"
	CodeUnknownMove            Code = "unknown_move"
	CodeMoveNotPossible        Code = "move_not_possible"
	CodeRevisionNeeded         Code = "revision_needed"
	CodeRevisionStale          Code = "revision_stale"
	CodeArchived               Code = "archived"
	CodeCalendarArchived       Code = "calendar_archived"
	CodeNothingToSay           Code = "nothing_to_say"
	CodeNoChannels             Code = "no_channels"
	CodeUnknownChannel         Code = "unknown_channel"
	CodeTwice                  Code = "twice"
	CodeBadLateness            Code = "bad_lateness"
	CodeTimePast               Code = "time_past"
	CodeTextAndParts           Code = "text_and_parts"
	CodeTooManyParts           Code = "too_many_parts"
	CodeNoFirstComment         Code = "no_first_comment"
	CodeMediaRequired          Code = "media_required"
	CodeTextTooLong            Code = "text_too_long"
	CodeTooManyMedia           Code = "too_many_media"
	CodeLinkNotShown           Code = "link_not_shown"
	CodeCardOrMedia            Code = "card_or_media"
	CodeMediaType              Code = "media_type"
	CodeMediaTooBig            Code = "media_too_big"
	CodeUnknownOption          Code = "unknown_option"
	CodeBadOption              Code = "bad_option"
	CodeAltMissing             Code = "alt_missing"
	CodeTimeInGap              Code = "time_in_gap"
	CodeTimeTwice              Code = "time_twice"
	CodeSelfApproval           Code = "self_approval"
	CodeTooLateToLeave         Code = "too_late_to_leave"
	CodeLeavesLate             Code = "leaves_late"
	CodeApprovedWithoutDate    Code = "approved_without_date"
	CodeOnTheWire              Code = "on_the_wire"
	CodeAlreadyHeld            Code = "already_held"
	CodeNotHeld                Code = "not_held"
	CodeBackToReview           Code = "back_to_review"
	CodeApprovalRestored       Code = "approval_restored"
	CodeWaitsForApproval       Code = "waits_for_approval"
	CodeIn                     Code = "in"
	CodeTooLate                Code = "too_late"
	CodeAccountChanged         Code = "account_changed"
	CodeNotApproved            Code = "not_approved"
	CodeTimeNotApproved        Code = "time_not_approved"
	CodeHeldByHand             Code = "held_by_hand"
	CodePaused                 Code = "paused"
	CodeTimePassedWhileStopped Code = "time_passed_while_stopped"
	CodeChannelGone            Code = "channel_gone"
	CodeMustConnect            Code = "must_connect"
	CodeUnreadable             Code = "unreadable"
	CodeTooLateNow             Code = "too_late_now"
	CodeWaitTooLong            Code = "wait_too_long"
	CodeURLNeeded              Code = "url_needed"
	CodeUnknownOutcome         Code = "unknown_outcome"
	CodeDiskAlmostFull         Code = "disk_almost_full"
	CodeEmbargo                Code = "embargo"
	CodeBeforeEmbargo          Code = "before_embargo"
	CodeBlackout               Code = "blackout"
	CodeQuietHours             Code = "quiet_hours"
	CodeTooSoon                Code = "too_soon"
	CodeQuotaSpent             Code = "quota_spent"
	CodeAccountLimited         Code = "account_limited"
	CodeAccountSilent          Code = "account_silent"
	CodeMediaMissing           Code = "media_missing"
	CodeMediaDamaged           Code = "media_damaged"
	CodeLinkElsewhere          Code = "link_elsewhere"
	CodeLinkGone               Code = "link_gone"
	CodeLinkBack               Code = "link_back"
	CodeStoppedTooLong         Code = "stopped_too_long"
	CodePlatformSilent         Code = "platform_silent"
	CodePlatformRefuses        Code = "platform_refuses"
	CodePlatformFull           Code = "platform_full"
	CodeClockDiffers           Code = "clock_differs"
	CodeBadGap                 Code = "bad_gap"
	CodeBadQuota               Code = "bad_quota"
	CodeBadClock               Code = "bad_clock"
	CodeEndsBeforeStart        Code = "ends_before_start"
	CodeBadMargin              Code = "bad_margin"
	CodeBadProtectedWord       Code = "bad_protected_word"
	CodeTouchUp                Code = "touch_up"
	CodeMovedWithinDay         Code = "moved_within_day"
	CodeAnotherDay             Code = "another_day"
	CodeBeyondMargin           Code = "beyond_margin"
	CodeTooManyCharacters      Code = "too_many_characters"
	CodeTextChanged            Code = "text_changed"
	CodeHashtagsChanged        Code = "hashtags_changed"
	CodeAltChanged             Code = "alt_changed"
	CodeLinkChanged            Code = "link_changed"
	CodeNumberChanged          Code = "number_changed"
	CodeDateChanged            Code = "date_changed"
	CodeMentionChanged         Code = "mention_changed"
	CodeNegationChanged        Code = "negation_changed"
	CodeLegalWordChanged       Code = "legal_word_changed"
	CodeProtectedWordChanged   Code = "protected_word_changed"
	CodeDirectionChanged       Code = "direction_changed"
	CodeMediaChanged           Code = "media_changed"
	CodeLinkCardChanged        Code = "link_card_changed"
	CodePartsChanged           Code = "parts_changed"
	CodeOptionsChanged         Code = "options_changed"
	CodeLanguageChanged        Code = "language_changed"
	CodeCanEditLive            Code = "can_edit_live"
	CodeCannotEditLive         Code = "cannot_edit_live"
	CodePartsFixed             Code = "parts_fixed"
	CodeMediaFixed             Code = "media_fixed"
	CodeAltFixed               Code = "alt_fixed"
	CodeOptionFixed            Code = "option_fixed"
	CodeConfirmedByHand        Code = "confirmed_by_hand"
	CodeAlreadyLive            Code = "already_live"
	CodeEditUnderWay           Code = "edit_under_way"
	CodeEditFailed             Code = "edit_failed"
	CodeEditGivenUp            Code = "edit_given_up"
	CodeNoSteps                Code = "no_steps"
	CodeStepWithoutName        Code = "step_without_name"
	CodeNobodyCanSign          Code = "nobody_can_sign"
	CodeNobodyCanApprove       Code = "nobody_can_approve"
	CodeNotYourStep            Code = "not_your_step"
	CodeSignedAlready          Code = "signed_already"
	CodeNotTheClient           Code = "not_the_client"
	CodeOnBehalfOfWhom         Code = "on_behalf_of_whom"
	CodeUnknownVia             Code = "unknown_via"
	CodeReasonNeeded           Code = "reason_needed"
	CodeUnknownReason          Code = "unknown_reason"
	CodeNotOfThisMove          Code = "not_of_this_move"
	CodeNextStep               Code = "next_step"
	CodeSignOffsDropped        Code = "sign_offs_dropped"
	CodeNotRestored            Code = "not_restored"
	CodeTooManyWorkingCopies   Code = "too_many_working_copies"
	CodeUndoOver               Code = "undo_over"
)

// Words is the code's sentence: what is so, and what to do about it.
func (c Code) Words() Words {
	for _, known := range []map[Code]Words{sentences, sentencesOfAccess, sentencesOfTalk, sentencesOfDesk, sentencesOfNotices} {
		if words, ok := known[c]; ok {
			return words
		}
	}
	return Words{string(c), string(c)}
}

// sentences are read by people: one each, with the next step in it.
//
//nolint:gochecknoglobals // a read-only table, too large to build at each call
var sentences = map[Code]Words{
	CodeInvalid:                {"Some fields are not right.", "Certains champs ne sont pas valables."},
	CodeNotFound:               {"There is no such thing here.", "Cet élément n’existe pas ici."},
	CodeNotPermitted:           {"Your roles in this calendar do not allow this. Ask a manager of the calendar.", "Vos rôles dans ce calendrier ne le permettent pas. Adressez-vous à un responsable du calendrier."},
	CodeUnknownMove:            {"There is no such move.", "Cette action n’existe pas."},
	CodeMoveNotPossible:        {"This is not possible in the present state. Read it again to see where it stands.", "Ce n’est pas possible dans l’état actuel. Rechargez pour voir où en est la publication."},
	CodeRevisionNeeded:         {"Name the revision that you looked at.", "Indiquez la version que vous avez relue."},
	CodeRevisionStale:          {"The post has changed since the revision that you named. Look at the current one first.", "La publication a changé depuis la version indiquée. Relisez d’abord la version actuelle."},
	CodeArchived:               {"The post is archived. Restore it first.", "La publication est archivée. Restaurez-la d’abord."},
	CodeCalendarArchived:       {"The calendar is archived.", "Le calendrier est archivé."},
	CodeNothingToSay:           {"There is no text and no picture yet. Write something, or add a picture.", "Il n’y a encore ni texte ni visuel. Écrivez un texte, ou ajoutez un visuel."},
	CodeNoChannels:             {"Choose at least one channel.", "Choisissez au moins un canal."},
	CodeUnknownChannel:         {"This calendar has no such channel, or the post does not go to it.", "Ce calendrier n’a pas ce canal, ou la publication n’y est pas destinée."},
	CodeTwice:                  {"It is named twice.", "Il est indiqué deux fois."},
	CodeBadLateness:            {"The tolerance lies between 0 and 48 hours.", "La tolérance est comprise entre 0 et 48 heures."},
	CodeTimePast:               {"This time has passed. Choose one ahead.", "Cette heure est passée. Choisissez une heure à venir."},
	CodeTextAndParts:           {"A variant has a text or the parts of a thread, not both.", "Une déclinaison a un texte ou les parties d’un fil, pas les deux."},
	CodeTooManyParts:           {"There are more parts than the channel takes in a thread. Join some, or take some out.", "Il y a plus de parties que le canal n’en accepte dans un fil. Regroupez-en, ou retirez-en."},
	CodeNoFirstComment:         {"This channel takes no first comment. Take it out here, or put it in the text.", "Ce canal n’accepte pas de premier commentaire. Retirez-le ici, ou mettez-le dans le texte."},
	CodeMediaRequired:          {"This channel needs a picture. Add one, or take the channel out of the post.", "Ce canal demande un visuel. Ajoutez-en un, ou retirez le canal de la publication."},
	CodeTextTooLong:            {"The text is longer than the channel takes. Shorten it, or write a variant for this channel.", "Le texte dépasse la limite du canal. Raccourcissez-le, ou déclinez-le pour ce canal."},
	CodeTooManyMedia:           {"There are more files than the channel takes. Take some out for this channel.", "Il y a plus de fichiers que le canal n’en accepte. Retirez-en pour ce canal."},
	CodeLinkNotShown:           {"This channel takes no link card. Put the address in the text, or take the card out for this channel.", "Ce canal n’accepte pas d’aperçu de lien. Mettez l’adresse dans le texte, ou retirez l’aperçu pour ce canal."},
	CodeCardOrMedia:            {"This channel shows pictures or a link card, not both. Take one of them out.", "Ce canal affiche des visuels ou un aperçu de lien, pas les deux. Retirez l’un des deux."},
	CodeMediaType:              {"The channel does not take this type of file. Choose another file for this channel.", "Le canal n’accepte pas ce type de fichier. Choisissez un autre fichier pour ce canal."},
	CodeMediaTooBig:            {"The file is larger than the channel takes. Choose a smaller one for this channel.", "Le fichier est plus lourd que ce que le canal accepte. Choisissez-en un plus léger pour ce canal."},
	CodeUnknownOption:          {"The channel has no such option.", "Le canal n’a pas cette option."},
	CodeBadOption:              {"The option does not take this value.", "L’option n’accepte pas cette valeur."},
	CodeAltMissing:             {"Describe the picture for those who cannot see it.", "Décrivez le visuel pour les personnes qui ne le voient pas."},
	CodeTimeInGap:              {"The clocks go forward over this time: the post leaves at the next valid minute.", "Cette heure n’existe pas ce jour-là (passage à l’heure d’été) : la publication partira à la minute suivante qui existe."},
	CodeTimeTwice:              {"The clocks go back: this time comes twice. The first is meant unless \"fold\" is 1.", "Cette heure arrive deux fois ce jour-là (passage à l’heure d’hiver) : la première est retenue, sauf si « fold » vaut 1."},
	CodeSelfApproval:           {"This calendar asks somebody else than the author to approve.", "Dans ce calendrier, la validation revient à une autre personne que l’auteur du texte."},
	CodeTooLateToLeave:         {"Its time passed longer ago than its tolerance allows. Choose a new time.", "Son heure est passée depuis plus longtemps que la tolérance ne le permet. Choisissez une nouvelle heure."},
	CodeLeavesLate:             {"Its time has passed: it leaves at once, late.", "Son heure est passée : elle part tout de suite, en retard."},
	CodeApprovedWithoutDate:    {"Its time has passed: it is approved without a date. Choose a new time.", "Son heure est passée : elle est validée sans date. Choisissez une nouvelle heure."},
	CodeOnTheWire:              {"It is leaving on this channel at this very moment.", "Elle est en train de partir sur ce canal."},
	CodeAlreadyHeld:            {"The post is already on hold.", "La publication est déjà mise en attente."},
	CodeNotHeld:                {"The post is not on hold.", "La publication n’est pas mise en attente."},
	CodeBackToReview:           {"The change goes beyond what was approved: the post is back in review.", "La modification sort de ce qui a été validé : la publication est de nouveau à valider."},
	CodeApprovalRestored:       {"The post is again within what was approved: the approval stands.", "La publication est revenue dans ce qui a été validé : la validation tient."},
	CodeWaitsForApproval:       {"On this channel the change waits for an approval.", "Sur ce canal, la modification attend une validation."},
	CodeIn:                     {"The change is in.", "La modification est prise en compte."},
	CodeTooLate:                {"The change came too late for this channel: the post has left, or is leaving.", "La modification arrive trop tard pour ce canal : la publication est partie, ou en train de partir."},
	CodeAccountChanged:         {"The channel is connected to another account than the one approved. Take the post back and have it approved again, or connect the account that was meant.", "Le canal est relié à un autre compte que celui qui a été validé. Reprenez la publication et faites-la valider à nouveau, ou reliez le bon compte."},
	CodeNotApproved:            {"Nobody has approved what would leave. Submit it and have it approved.", "Ce qui partirait n’a pas été validé. Soumettez-le et faites-le valider."},
	CodeTimeNotApproved:        {"Nobody has approved this time. Have it approved, or go back to the approved time.", "Cette heure n’a pas été validée. Faites-la valider, ou revenez à l’heure validée."},
	CodeHeldByHand:             {"Somebody put the post on hold. Lift the hold to let it leave.", "Une personne a mis la publication en attente. Levez la mise en attente pour qu’elle parte."},
	CodePaused:                 {"Releases are paused here. Lift the pause, then decide post by post.", "Les parutions sont suspendues ici. Levez la suspension, puis décidez publication par publication."},
	CodeTimePassedWhileStopped: {"Its time passed while it was stopped, so it does not leave by itself. Choose a new time, retry it, or drop it.", "Son heure est passée pendant l’arrêt : elle ne part plus d’elle-même. Choisissez une nouvelle heure, relancez-la ou abandonnez-la."},
	CodeChannelGone:            {"The channel is disconnected. Connect it again, or take it out of the post.", "Le canal est déconnecté. Reconnectez-le, ou retirez-le de la publication."},
	CodeMustConnect:            {"The channel’s credentials were refused, ran out, or cannot be read. Connect the channel again.", "Les accès du canal ont été refusés, ont expiré ou sont illisibles. Reconnectez le canal."},
	CodeUnreadable:             {"What the database holds of it cannot be read, so it does not leave. Tell whoever looks after the machine; once the row is mended it leaves within its tolerance.", "Les données de cette publication sont illisibles : elle ne part pas. Prévenez la personne qui s’occupe de la machine ; une fois la ligne réparée, elle part dans sa tolérance."},
	CodeTooLateNow:             {"It could not leave within its tolerance. Choose a new time, retry it, or drop it.", "Elle n’a pas pu partir dans sa tolérance. Choisissez une nouvelle heure, relancez-la ou abandonnez-la."},
	CodeWaitTooLong:            {"The platform asks to wait longer than the tolerance allows. Choose a new time, retry it, or drop it.", "La plateforme demande d’attendre plus que la tolérance ne le permet. Choisissez une nouvelle heure, relancez-la ou abandonnez-la."},
	CodeDiskAlmostFull:         {"The disk is almost full, so no more files are taken. Tell whoever looks after the machine.", "Le disque est presque plein : plus aucun fichier n’est accepté. Prévenez la personne qui s’occupe de la machine."},
	CodeURLNeeded:              {"Give the address at which it is published.", "Indiquez l’adresse où elle est publiée."},
	CodeUnknownOutcome:         {"Answer published, not_published or send_again.", "Répondez published, not_published ou send_again."},
	CodeEmbargo:                {"Its embargo is not over. It leaves when it ends, if that is within its tolerance; else choose a later time.", "Son embargo n’est pas levé. Elle part à la fin de l’embargo si sa tolérance le permet ; sinon, choisissez une heure plus tardive."},
	CodeBeforeEmbargo:          {"This time lies before the embargo. Choose a later one, or have the embargo changed.", "Cette heure précède l’embargo. Choisissez-en une plus tardive, ou faites modifier l’embargo."},
	CodeBlackout:               {"The calendar lets nothing leave at this time. Choose a time after it, or change the blackout in the calendar’s policy.", "Le calendrier ne laisse rien partir à ce moment. Choisissez une heure après cette période, ou modifiez-la dans les règles du calendrier."},
	CodeQuietHours:             {"These are quiet hours. Choose a time outside them, or change them in the rules of the channel or of the calendar.", "Ce sont des heures de silence. Choisissez une heure en dehors, ou modifiez-les dans les règles du canal ou du calendrier."},
	CodeTooSoon:                {"It follows the last post on this channel too closely. Choose a later time, or a smaller gap in the channel’s rules.", "Elle suit de trop près la dernière publication sur ce canal. Choisissez une heure plus tardive, ou un écart plus court dans les règles du canal."},
	CodeAccountLimited:         {"The platform asks to leave the account in peace for a while. The post leaves by itself once that is over, if it is still in time.", "La plateforme demande de laisser le compte au repos un moment. La publication partira d’elle-même ensuite, si elle est encore dans les temps."},
	CodeAccountSilent:          {"The account’s server has not answered several times in a row. It is tried again from time to time; look whether the service works.", "Le serveur du compte n’a pas répondu plusieurs fois de suite. De nouveaux essais suivent ; vérifiez que le service fonctionne."},
	CodeQuotaSpent:             {"The account has had all its posts of the day. Choose another day, or a larger quota in the channel’s rules.", "Le compte a eu toutes ses publications du jour. Choisissez un autre jour, ou un quota plus élevé dans les règles du canal."},
	CodeMediaMissing:           {"A file of the post is no longer there. Bring it in again and put it in the post.", "Un fichier de la publication n’est plus là. Importez-le à nouveau et remettez-le dans la publication."},
	CodeMediaDamaged:           {"A file of the post is no longer what was brought in. Bring the same file in again, or put another one in the post.", "Un fichier de la publication n’est plus celui qui a été importé. Importez à nouveau le même fichier, ou mettez-en un autre dans la publication."},
	CodeLinkElsewhere:          {"A link leads to another site than when it was approved. Open it; if it is right, take the post back and have it approved again.", "Un lien mène à un autre site que lors de la validation. Ouvrez-le ; s’il est bon, reprenez la publication et faites-la valider à nouveau."},
	CodeLinkGone:               {"A link leads nowhere: the page or its site is gone. Open it, then correct the link or have the page put back.", "Un lien ne mène nulle part : la page ou son site n’existe plus. Ouvrez-le, puis corrigez le lien ou faites rétablir la page."},
	CodeLinkBack:               {"A link leads again to where it was meant to.", "Un lien mène de nouveau là où il doit mener."},
	CodeStoppedTooLong:         {"What stops it ends after its tolerance. Choose a new time, retry it later, or drop it.", "Ce qui la bloque prend fin après sa tolérance. Choisissez une nouvelle heure, relancez-la plus tard ou abandonnez-la."},
	CodePlatformSilent:         {"The platform does not answer when it is asked about this channel. Check its address and whether it is up; the post is tried at its time all the same.", "La plateforme ne répond pas quand on l’interroge sur ce canal. Vérifiez son adresse et son état ; la publication sera tout de même tentée à son heure."},
	CodePlatformRefuses:        {"The platform refuses to answer for this channel. Check the channel, and connect it again if need be.", "La plateforme refuse de répondre pour ce canal. Vérifiez le canal, et reconnectez-le s’il le faut."},
	CodePlatformFull:           {"The platform takes no more posts from this account before then. Choose a later time.", "La plateforme n’accepte plus de publication de ce compte d’ici là. Choisissez une heure plus tardive."},
	CodeClockDiffers:           {"The clock of this machine and that of the platform differ by more than a minute. Set this machine’s clock.", "L’horloge de cette machine et celle de la plateforme diffèrent de plus d’une minute. Réglez l’horloge de cette machine."},
	CodeBadGap:                 {"The gap lies between 0 and 24 hours, as in 15m.", "L’écart est compris entre 0 et 24 heures, par exemple 15m."},
	CodeBadQuota:               {"The quota lies between 0 and 1000.", "Le quota est compris entre 0 et 1000."},
	CodeBadClock:               {"Write the time of day with two digits, a colon and two digits, from 00 to 23 and from 00 to 59.", "Écrivez l’heure avec deux chiffres, un deux-points et deux chiffres, de 00 à 23 et de 00 à 59."},
	CodeEndsBeforeStart:        {"It ends before it begins.", "La fin précède le début."},
	CodeBadMargin:              {"A margin has 0 to 100 characters.", "Une marge compte de 0 à 100 caractères."},
	CodeBadProtectedWord:       {"A protected word holds a letter or a digit, and has 100 characters at most.", "Un mot protégé contient une lettre ou un chiffre, et compte 100 caractères au plus."},
	CodeTouchUp:                {"A touch-up inside the margin: the approval stands.", "Retouche dans la marge : la validation tient."},
	CodeMovedWithinDay:         {"The time stays within the approved day: the approval stands.", "L’heure reste dans la journée validée : la validation tient."},
	CodeAnotherDay:             {"The new time is on another day than the approved one. Have it approved, or choose a time on that day.", "La nouvelle heure tombe un autre jour que celui qui a été validé. Faites-la valider, ou choisissez une heure ce jour-là."},
	CodeBeyondMargin:           {"What would leave is marked as a touch-up, and is not inside the margin of what was approved. Have it approved again.", "Ce qui partirait est noté comme retouche, mais sort de la marge de ce qui a été validé. Faites-le valider à nouveau."},
	CodeTooManyCharacters:      {"More characters differ from what was approved than the margin allows.", "Il y a plus de caractères différents de ce qui a été validé que la marge n’en permet."},
	CodeTextChanged:            {"The calendar’s margin does not let people touch the text.", "La marge de ce calendrier ne permet pas de retoucher le texte."},
	CodeHashtagsChanged:        {"The calendar’s margin does not let people touch hashtags.", "La marge de ce calendrier ne permet pas de retoucher les hashtags."},
	CodeAltChanged:             {"The calendar’s margin does not let people touch alternative texts.", "La marge de ce calendrier ne permet pas de retoucher les textes alternatifs."},
	CodeLinkChanged:            {"A link is not as it was approved. It needs a new approval.", "Un lien n’est plus celui qui a été validé. Il faut une nouvelle validation."},
	CodeNumberChanged:          {"A number, a price or a unit is not as it was approved. It needs a new approval.", "Un nombre, un prix ou une unité n’est plus tel qu’il a été validé. Il faut une nouvelle validation."},
	CodeDateChanged:            {"The name of a day or of a month is not as it was approved. It needs a new approval.", "Un nom de jour ou de mois n’est plus tel qu’il a été validé. Il faut une nouvelle validation."},
	CodeMentionChanged:         {"A mention or an address is not as it was approved. It needs a new approval.", "Une mention ou une adresse n’est plus telle qu’elle a été validée. Il faut une nouvelle validation."},
	CodeNegationChanged:        {"A negation is not as it was approved. It needs a new approval.", "Une négation n’est plus telle qu’elle a été validée. Il faut une nouvelle validation."},
	CodeLegalWordChanged:       {"A word that the law asks for is not as it was approved. It needs a new approval.", "Une mention légale n’est plus telle qu’elle a été validée. Il faut une nouvelle validation."},
	CodeProtectedWordChanged:   {"A word that this calendar protects is not as it was approved. It needs a new approval.", "Un mot protégé par ce calendrier n’est plus tel qu’il a été validé. Il faut une nouvelle validation."},
	CodeDirectionChanged:       {"A character that turns the text around is not as it was approved. It needs a new approval.", "Un caractère qui inverse le sens du texte n’est plus tel qu’il a été validé. Il faut une nouvelle validation."},
	CodeMediaChanged:           {"The pictures, their order or their crop are not as approved. It needs a new approval.", "Les visuels, leur ordre ou leur cadrage ne sont plus ceux qui ont été validés. Il faut une nouvelle validation."},
	CodeLinkCardChanged:        {"The link card is not as it was approved. It needs a new approval.", "L’aperçu de lien n’est plus celui qui a été validé. Il faut une nouvelle validation."},
	CodePartsChanged:           {"There are more or fewer parts than were approved. It needs a new approval.", "Il y a plus ou moins de parties que ce qui a été validé. Il faut une nouvelle validation."},
	CodeOptionsChanged:         {"The channel’s options are not as they were approved. It needs a new approval.", "Les options du canal ne sont plus celles qui ont été validées. Il faut une nouvelle validation."},
	CodeLanguageChanged:        {"The language is not the approved one. It needs a new approval.", "La langue n’est plus celle qui a été validée. Il faut une nouvelle validation."},
	CodeCanEditLive:            {"What is published on this channel can still be changed: have the change approved, then ask for edit_live.", "Ce qui est publié sur ce canal peut encore être modifié : faites valider la modification, puis demandez edit_live."},
	CodeCannotEditLive:         {"This channel’s platform, or its server, does not let what is published be changed. Correct it there by hand, or publish a correction.", "La plateforme de ce canal, ou son serveur, ne permet pas de modifier ce qui est publié. Corrigez-le sur place, ou publiez un correctif."},
	CodePartsFixed:             {"What is published has another number of parts, or other ones. Bring the thread and its first comment back to the same parts.", "Ce qui est publié n’a pas le même nombre de parties, ou pas les mêmes. Revenez aux mêmes parties pour le fil et son premier commentaire."},
	CodeMediaFixed:             {"The pictures and the link card of what is published cannot be changed on this channel. Put the published ones back, in the same order.", "Les visuels et l’aperçu de lien de ce qui est publié ne peuvent pas être modifiés sur ce canal. Remettez ceux qui sont publiés, dans le même ordre."},
	CodeAltFixed:               {"The descriptions of published pictures cannot be changed on this channel. Put the published ones back.", "Les descriptions des visuels publiés ne peuvent pas être modifiées sur ce canal. Remettez celles qui sont publiées."},
	CodeOptionFixed:            {"One of the options cannot be changed on this channel once the post is published. Put it back as it was.", "Une des options ne peut plus être modifiée sur ce canal après la publication. Remettez-la comme elle était."},
	CodeConfirmedByHand:        {"A person confirmed by its address that it is published, so it cannot be changed from here. Correct it on the platform.", "Une personne a confirmé la publication par son adresse : elle ne peut pas être modifiée d’ici. Corrigez-la sur la plateforme."},
	CodeAlreadyLive:            {"What is published on this channel says that already. There is nothing to change.", "Ce qui est publié sur ce canal le dit déjà. Il n’y a rien à modifier."},
	CodeEditUnderWay:           {"What is published is being changed at this very moment. Look again in a minute.", "Ce qui est publié est en cours de modification. Revenez dans une minute."},
	CodeEditFailed:             {"What is published on this channel could not be changed, or not all of it. Look at the delivery’s edits, and ask again.", "Ce qui est publié sur ce canal n’a pas pu être modifié, ou pas entièrement. Consultez les modifications de l’envoi, et redemandez."},
	CodeEditGivenUp:            {"The platform could not be brought to change what is published within an hour. Ask again.", "La plateforme n’a pas pu modifier ce qui est publié en une heure. Redemandez."},
	CodeNoSteps:                {"Name at least one step, or let one person approve.", "Indiquez au moins une étape, ou confiez la validation à une seule personne."},
	CodeStepWithoutName:        {"Give the step a name.", "Donnez un nom à l’étape."},
	CodeNobodyCanSign:          {"Nobody in this calendar could sign this step: its people need a role that may approve. Choose other people or roles.", "Personne dans ce calendrier ne pourrait valider à cette étape : il faut un rôle qui permette de valider. Choisissez d’autres personnes ou d’autres rôles."},
	CodeNobodyCanApprove:       {"Nobody can sign the step that waits. Change the steps in the calendar’s policy, or bring somebody into the calendar.", "Personne ne peut valider à l’étape en cours. Modifiez les étapes dans les règles du calendrier, ou faites entrer quelqu’un dans le calendrier."},
	CodeNotYourStep:            {"It waits for other people’s sign-off. The post says whose.", "Elle attend la validation d’autres personnes. La publication indique lesquelles."},
	CodeSignedAlready:          {"This sign-off is already given. The step waits for the others.", "Cette validation est déjà donnée. L’étape attend les autres."},
	CodeNotTheClient:           {"Only in the client’s step can somebody else’s yes be passed on.", "On ne peut transmettre l’accord d’une autre personne qu’à l’étape du client."},
	CodeOnBehalfOfWhom:         {"Say who gave the approval.", "Indiquez qui a donné l’accord."},
	CodeUnknownVia:             {"Say how the approval came: email, phone, message, meeting or paper.", "Indiquez comment l’accord est arrivé : email, phone, message, meeting ou paper."},
	CodeReasonNeeded:           {"Say why.", "Indiquez pourquoi."},
	CodeUnknownReason:          {"There is no such reason. Choose among spelling, tone, visual, link and legal.", "Ce motif n’existe pas. Choisissez parmi spelling, tone, visual, link et legal."},
	CodeNotOfThisMove:          {"This does not go with this move. Leave it out.", "Cela ne va pas avec cette action. Retirez-le."},
	CodeNextStep:               {"Signed. The post goes on when everybody whose turn it is has signed.", "Validation enregistrée. La publication avance quand toutes les personnes concernées ont validé."},
	CodeSignOffsDropped:        {"What was signed has changed: the steps begin anew.", "Ce qui avait été validé a changé : les étapes reprennent au début."},
	CodeTooManyWorkingCopies:   {"You have too much unsaved work in other posts. Save it or discard it first.", "Vous avez trop de travaux non enregistrés dans d’autres publications. Enregistrez-les ou abandonnez-les d’abord."},
	CodeNotRestored:            {"The channel is gone since, so it was left out.", "Le canal n’existe plus : il a été laissé de côté."},
	CodeUndoOver:               {"It can no longer be undone. Ask for changes, or take the post back.", "Il n’est plus possible d’annuler. Demandez une correction, ou retirez la publication."},
}
