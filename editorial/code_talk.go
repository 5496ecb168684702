package editorial

// The codes of what people say about posts.
const (
	CodeNothingSaid       Code = "nothing_said"
	CodeUnknownPart       Code = "unknown_part"
	CodeUnknownRevision   Code = "unknown_revision"
	CodeUnknownThread     Code = "unknown_thread"
	CodeBadRange          Code = "bad_range"
	CodeQuoteTooLong      Code = "quote_too_long"
	CodeCannotRead        Code = "cannot_read"
	CodeBeginsThread      Code = "begins_thread"
	CodeThreadInternal    Code = "thread_internal"
	CodeNotYourComment    Code = "not_your_comment"
	CodeCommentRemoved    Code = "comment_removed"
	CodeNotAThread        Code = "not_a_thread"
	CodeAnchorNeeded      Code = "anchor_needed"
	CodeNothingSuggested  Code = "nothing_suggested"
	CodeNoSuggestion      Code = "no_suggestion"
	CodeSuggestionDecided Code = "suggestion_decided"
	CodeSuggestionStale   Code = "suggestion_stale"
	CodeLinkRevoked       Code = "link_revoked"
	CodeLinkStillOpen     Code = "link_still_open"
	CodeNoChecklist       Code = "no_checklist"
	CodeChecklistThere    Code = "checklist_there"
	CodeNotOutYet         Code = "not_out_yet"
	CodeNoClientAddress   Code = "no_client_address"
)

// sentencesOfTalk are read by people: one each, with the next step in it.
//
//nolint:gochecknoglobals // a read-only table, too large to build at each call
var sentencesOfTalk = map[Code]Words{
	CodeNothingSaid:       {"The comment says nothing yet. Write something.", "Le commentaire est vide. Écrivez quelque chose."},
	CodeUnknownPart:       {"The text has no such part on this channel.", "Le texte n’a pas cette partie sur ce canal."},
	CodeUnknownRevision:   {"The post has no such revision.", "La publication n’a pas cette version."},
	CodeUnknownThread:     {"This post has no such thread. Name the comment that begins it.", "Cette publication n’a pas ce fil. Indiquez le commentaire qui l’a ouvert."},
	CodeBadRange:          {"The range does not lie within the text of this revision, or is empty.", "Le passage ne se trouve pas dans le texte de cette version, ou il est vide."},
	CodeQuoteTooLong:      {"The range is too long: 2,000 characters at most. Comment on the whole post instead.", "Le passage est trop long : 2 000 caractères au plus. Commentez plutôt la publication entière."},
	CodeCannotRead:        {"This person cannot read the post, or does not exist. Mention a member of the calendar.", "Cette personne ne peut pas lire la publication, ou n’existe pas. Mentionnez un membre du calendrier."},
	CodeBeginsThread:      {"Only the comment that begins a thread can have this. Leave it out, or begin another thread.", "Seul le commentaire qui ouvre un fil peut en avoir. Retirez-le, ou ouvrez un autre fil."},
	CodeThreadInternal:    {"This thread is internal: the client does not read it. Begin another one for the client.", "Ce fil est interne : le client ne le lit pas. Ouvrez-en un autre pour le client."},
	CodeNotYourComment:    {"Somebody else wrote this comment. Answer it instead.", "Une autre personne a écrit ce commentaire. Répondez-y plutôt."},
	CodeCommentRemoved:    {"The comment was removed.", "Le commentaire a été retiré."},
	CodeNotAThread:        {"This comment answers in a thread. Name the comment that begins it.", "Ce commentaire répond dans un fil. Indiquez celui qui l’a ouvert."},
	CodeAnchorNeeded:      {"Say which passage the suggestion replaces.", "Indiquez le passage que la suggestion remplace."},
	CodeNothingSuggested:  {"The suggestion says what stands there already.", "La suggestion dit ce qui est déjà écrit."},
	CodeNoSuggestion:      {"This comment suggests nothing.", "Ce commentaire ne suggère rien."},
	CodeSuggestionDecided: {"The suggestion was accepted or declined already.", "La suggestion a déjà été acceptée ou refusée."},
	CodeNoChecklist:       {"The calendar has no checklist for this kind of post. See its policy.", "Le calendrier n’a pas de liste de contrôle pour ce type de publication. Consultez ses règles."},
	CodeChecklistThere:    {"The post has this checklist already.", "La publication a déjà cette liste de contrôle."},
	CodeNotOutYet:         {"The post is not out anywhere yet. Comment on it instead.", "La publication n’est encore parue nulle part. Commentez-la plutôt."},
	CodeLinkStillOpen:     {"This link is still good. Revoke it first, then erase.", "Ce lien est encore valable. Révoquez-le d’abord, puis effacez."},
	CodeLinkRevoked:       {"This link was revoked. Make another one.", "Ce lien a été révoqué. Créez-en un autre."},
	CodeNoClientAddress:   {"This calendar asks for a code by e-mail, and the link has no address to send it to. Ask whoever gave you the link.", "Ce calendrier demande un code par courriel, et le lien n’a pas d’adresse où l’envoyer. Adressez-vous à la personne qui vous l’a donné."},
	CodeSuggestionStale:   {"The passage has changed since the suggestion was made. Compare both texts, and edit the post yourself or decline.", "Le passage a changé depuis la suggestion. Comparez les deux textes, puis modifiez vous-même la publication ou refusez la suggestion."},
}
