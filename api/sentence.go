package api

import "parution.dev/editorial"

// sentence says a code in a language: in its own words where the place knows
// more, else in those of this room, else in the trade's. None of them repeats
// what was sent.
func sentence(code editorial.Code, detail editorial.Words, lang editorial.Lang) string {
	if detail != (editorial.Words{}) {
		return detail.In(lang)
	}
	if words, ok := wordsOf(code); ok {
		return words.In(lang)
	}
	return code.Words().In(lang)
}

// wordsOf is what this room calls a code, where it does.
func wordsOf(code editorial.Code) (editorial.Words, bool) {
	for _, sentences := range []map[editorial.Code]editorial.Words{shapeSentences(), accessSentences(), deskSentences(), postSentences(), noticeSentences()} {
		if words, ok := sentences[code]; ok {
			return words, true
		}
	}
	return editorial.Words{}, false
}

// The codes of what is wrong with the shape of a request. The trade's own codes
// live in editorial.
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
	codeBadEventID           editorial.Code = "bad_event_id"
)

// shapeSentences say what is wrong with the shape, and the next step.
func shapeSentences() map[editorial.Code]editorial.Words {
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
		codeBadInstant:           {EN: "Write the instant as RFC 3339 says, from 1970 to 9999 in UTC, for example 2026-12-24T08:00:00Z.", FR: "Écrivez l’instant selon la RFC 3339, entre 1970 et 9999 en UTC, par exemple 2026-12-24T08:00:00Z."},
		codeBadCursor:            {EN: "Start the list again: this cursor is not one of its own.", FR: "Reprenez la liste au début : ce curseur n’est pas le sien."},
		codeBadKey:               {EN: "An Idempotency-Key has 1 to 255 visible ASCII characters.", FR: "Une Idempotency-Key compte de 1 à 255 caractères ASCII visibles."},
		codeKeyReused:            {EN: "This Idempotency-Key was used for another request. Choose a new one.", FR: "Cette Idempotency-Key a servi à une autre requête. Choisissez-en une nouvelle."},
		codeBadEventID:           {EN: "Last-Event-ID is the id of an event that you received.", FR: "Last-Event-ID est l’identifiant d’un événement que vous avez reçu."},
	}
}
