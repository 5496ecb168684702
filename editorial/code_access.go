package editorial

// The codes of who works here, and how they get in.
const (
	CodeUnknownRole        Code = "unknown_role"
	CodeRoleNameTaken      Code = "role_name_taken"
	CodeRoleHeld           Code = "role_held"
	CodeBeyondYours        Code = "beyond_yours"
	CodePasswordShort      Code = "password_short"
	CodePasswordLong       Code = "password_long"
	CodePasswordCharacters Code = "password_characters"
	CodePasswordEasy       Code = "password_easy"
	CodeInvitationOver     Code = "invitation_over"
	CodeAlreadyMember      Code = "already_member"
	CodeAlreadyInvited     Code = "already_invited"
	CodeShutOut            Code = "shut_out"
	CodeServiceSignsIn     Code = "service_signs_in"
	CodeLastOwner          Code = "last_owner"
	CodeSignInFailed       Code = "sign_in_failed"
	CodeCodeNeeded         Code = "code_needed"
	CodeCodeWrong          Code = "code_wrong"
	CodeFactorOn           Code = "second_factor_on"
	CodeFactorOff          Code = "second_factor_off"
	CodeResetOver          Code = "reset_over"
	CodeAddressNotVerified Code = "address_not_verified"
	CodeNoAccount          Code = "no_account"
	CodeErased             Code = "erased"
	CodeStillActive        Code = "still_active"
	CodeServiceIsNobody    Code = "service_is_nobody"
	CodePasskeyKnown       Code = "passkey_known"
	CodeSetUp              Code = "set_up"
	CodeTooManyPasskeys    Code = "too_many_passkeys"
)

// sentencesOfAccess are read by people: one each, with the next step in it.
//
//nolint:gochecknoglobals // a read-only table, too large to build at each call
var sentencesOfAccess = map[Code]Words{
	CodeUnknownRole:        {"This calendar has no such role. See its roles.", "Ce calendrier n’a pas ce rôle. Consultez ses rôles."},
	CodeRoleNameTaken:      {"A role of this calendar has this name. Choose another.", "Un rôle de ce calendrier porte ce nom. Choisissez-en un autre."},
	CodeRoleHeld:           {"Somebody holds this role, or is invited with it. Take it away from them first.", "Ce rôle est attribué, ou promis par une invitation. Retirez-le d’abord."},
	CodeBeyondYours:        {"One cannot give, take or take over what one may not do oneself. Ask somebody who may.", "On ne peut ni donner, ni retirer, ni prendre à son compte ce que l’on ne peut pas faire soi-même. Adressez-vous à une personne qui le peut."},
	CodePasswordShort:      {"A password has 12 characters at least. Several words in a row are easy to remember.", "Un mot de passe compte au moins 12 caractères. Plusieurs mots à la suite se retiennent bien."},
	CodePasswordLong:       {"A password has 256 characters at most.", "Un mot de passe compte au plus 256 caractères."},
	CodePasswordCharacters: {"The password holds a character that cannot be typed.", "Le mot de passe contient un caractère qui ne peut pas être saisi."},
	CodePasswordEasy:       {"This password is easily guessed. Choose one that is neither common nor made of your name, of patterns or of dates.", "Ce mot de passe se devine facilement. Choisissez-en un qui ne soit ni courant, ni fait de votre nom, de suites ou de dates."},
	CodeInvitationOver:     {"This invitation is over: it was accepted, revoked, or its time has passed. Ask for a new one.", "Cette invitation n’est plus valable : elle a été acceptée, annulée, ou son délai est passé. Demandez-en une nouvelle."},
	CodeAlreadyMember:      {"This person is a member of the calendar. Change their roles instead.", "Cette personne est déjà membre du calendrier. Modifiez plutôt ses rôles."},
	CodeAlreadyInvited:     {"This person is invited already. Send the invitation again, or revoke it first.", "Cette personne est déjà invitée. Renvoyez l’invitation, ou annulez-la d’abord."},
	CodeShutOut:            {"This person was shut out of the instance. An owner can let them in again.", "L’accès de cette personne à l’instance a été fermé. Un propriétaire peut le rouvrir."},
	CodeServiceSignsIn:     {"A service does not sign in: it works with tokens.", "Un service ne se connecte pas : il travaille avec des jetons."},
	CodeSignInFailed:       {"Sign-in failed: the address or the password is not right, or the account is closed.", "Connexion impossible : l’adresse ou le mot de passe n’est pas le bon, ou le compte est fermé."},
	CodeCodeNeeded:         {"Give the code that your authenticator app shows, or one of your recovery codes.", "Donnez le code qu’affiche votre application d’authentification, ou l’un de vos codes de secours."},
	CodeCodeWrong:          {"The code is not right, or was used before. Wait for the next one.", "Le code n’est pas le bon, ou a déjà servi. Attendez le suivant."},
	CodeFactorOn:           {"The second factor is on already. Turn it off first.", "Le second facteur est déjà activé. Désactivez-le d’abord."},
	CodeFactorOff:          {"The second factor is off. Turn it on first.", "Le second facteur n’est pas activé. Activez-le d’abord."},
	CodeResetOver:          {"This link is over: it was used, replaced by a newer one, or its time has passed. Ask for a new one.", "Ce lien n’est plus valable : il a servi, un plus récent le remplace, ou son délai est passé. Demandez-en un nouveau."},
	CodeAddressNotVerified: {"Your organisation’s sign-in does not confirm your e-mail address, so nobody can tell who you are here. Ask whoever looks after it.", "Le service de connexion de votre organisation ne confirme pas votre adresse électronique : impossible de vous reconnaître. Adressez-vous à la personne qui s’en occupe."},
	CodeNoAccount:          {"You have no account here. Ask to be invited.", "Vous n’avez pas de compte ici. Demandez une invitation."},
	CodeSetUp:              {"This instance has its people already. Sign in, or ask to be invited.", "Cette instance a déjà ses membres. Connectez-vous, ou demandez une invitation."},
	CodePasskeyKnown:       {"This passkey is registered already.", "Cette clé d’accès est déjà enregistrée."},
	CodeTooManyPasskeys:    {"You have as many passkeys as one can have. Remove one first.", "Vous avez le nombre maximal de clés d’accès. Supprimez-en une d’abord."},
	CodeLastOwner:          {"The instance keeps one owner at least. Name another one first.", "L’instance garde au moins un propriétaire. Nommez-en d’abord un autre."},
	CodeErased:             {"This person’s name and address were erased, for good. Invite them anew.", "Le nom et l’adresse de cette personne ont été effacés, définitivement. Invitez-la à nouveau."},
	CodeStillActive:        {"This person can still sign in. Shut them out first (deactivate), then erase.", "Cette personne peut encore se connecter. Fermez d’abord son accès (deactivate), puis effacez."},
	CodeServiceIsNobody:    {"A service is nobody’s name. Rename it instead.", "Un service ne porte le nom de personne. Renommez-le plutôt."},
}
