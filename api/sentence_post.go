package api

import "parution.dev/editorial"

// The codes of what only a request about posts and pictures can get wrong, and
// of what the reader of a post is told.
const (
	codeNoSuchDay         editorial.Code = "no_such_day"
	codeBadLocalTime      editorial.Code = "bad_local_time"
	codeTimesDiffer       editorial.Code = "times_differ"
	codeBadDate           editorial.Code = "bad_date"
	codeNoDate            editorial.Code = "no_date"
	codeUnknownMedia      editorial.Code = "unknown_media"
	codeUnknownCampaign   editorial.Code = "unknown_campaign"
	codeUnknownPillar     editorial.Code = "unknown_pillar"
	codeBadLanguage       editorial.Code = "bad_language"
	codeBadCrop           editorial.Code = "bad_crop"
	codeBadURL            editorial.Code = "bad_url"
	codeMultipartNeeded   editorial.Code = "multipart_needed"
	codeMediaUnreadable   editorial.Code = "media_unreadable"
	codeMediaTooLarge     editorial.Code = "media_too_large"
	codeRefusedByPlatform editorial.Code = "refused_by_platform"
	codeOutcomeUnknown    editorial.Code = "outcome_unknown"
	codeReadingBack       editorial.Code = "reading_back"
	codeUnknownRevision   editorial.Code = "unknown_revision"
	codeBadPointer        editorial.Code = "bad_pointer"
	codeNothingApproved   editorial.Code = "nothing_approved"
	codeNothingReleased   editorial.Code = "nothing_released"
)

// postSentences are what people read of them.
func postSentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codeNoSuchDay:         {EN: "There is no such day in the calendar.", FR: "Ce jour n’existe pas dans le calendrier."},
		codeBadLocalTime:      {EN: "Write the local time as 2026-12-24T09:00, without an offset, from 1970 to 9999.", FR: "Écrivez l’heure locale sous la forme 2026-12-24T09:00, sans décalage, de 1970 à 9999."},
		codeTimesDiffer:       {EN: "The instant is not the one that the local time stands for. Send one of the two.", FR: "L’instant n’est pas celui de l’heure locale. N’envoyez que l’un des deux."},
		codeBadDate:           {EN: "Write a day as 2026-12-24, or an instant as 2026-12-24T08:00:00Z.", FR: "Écrivez un jour sous la forme 2026-12-24, ou un instant sous la forme 2026-12-24T08:00:00Z."},
		codeNoDate:            {EN: "It has no date. Choose one.", FR: "Elle n’a pas de date. Choisissez-en une."},
		codeUnknownMedia:      {EN: "This calendar has no such file.", FR: "Ce calendrier n’a pas ce fichier."},
		codeUnknownCampaign:   {EN: "This calendar has no such campaign.", FR: "Ce calendrier n’a pas cette campagne."},
		codeUnknownPillar:     {EN: "This calendar has no such pillar.", FR: "Ce calendrier n’a pas ce pilier."},
		codeBadLanguage:       {EN: "Name a language as BCP 47 says, for example fr or pt-BR.", FR: "Indiquez une langue selon la norme BCP 47, par exemple fr ou pt-BR."},
		codeBadCrop:           {EN: "Write a crop as x,y,width,height in thousandths of the picture, inside it.", FR: "Écrivez un cadrage sous la forme x,y,largeur,hauteur en millièmes du visuel, sans en sortir."},
		codeBadURL:            {EN: "Give a whole address that begins with http:// or https://.", FR: "Donnez une adresse complète qui commence par http:// ou https://."},
		codeMultipartNeeded:   {EN: "Send the file as multipart/form-data, with the fields calendar, file and alt.", FR: "Envoyez le fichier en multipart/form-data, avec les champs calendar, file et alt."},
		codeMediaUnreadable:   {EN: "The file is not a JPEG, PNG, GIF or WebP picture, or it is damaged. Export it again.", FR: "Le fichier n’est pas un visuel JPEG, PNG, GIF ou WebP, ou il est endommagé. Exportez-le de nouveau."},
		codeMediaTooLarge:     {EN: "A file can have 16 MiB and 100 megapixels at most.", FR: "Un fichier peut faire 16 Mio et 100 mégapixels au plus."},
		codeRefusedByPlatform: {EN: "The platform refused it. Change what it objects to and retry, or drop it.", FR: "La plateforme l’a refusée. Corrigez ce qu’elle reproche et relancez, ou abandonnez."},
		codeOutcomeUnknown:    {EN: "Nobody can tell whether it was published. Look at the platform, then say whether it is there or shall be sent again.", FR: "Impossible de savoir si elle a été publiée. Regardez sur la plateforme, puis dites si elle y est ou s’il faut la renvoyer."},
		codeUnknownRevision:   {EN: "The post has no such revision. Name a number that it has, or approved, released or current.", FR: "La publication n’a pas cette version. Indiquez le numéro d’une version existante, ou bien approved, released ou current."},
		codeBadPointer:        {EN: "Point into the post, for example /text or /variants/chan_…/text.", FR: "Pointez dans la publication, par exemple /text ou /variants/chan_…/text."},
		codeNothingApproved:   {EN: "No approval is in force for this post, so there is no approved revision.", FR: "Aucune validation n’est en vigueur pour cette publication : elle n’a pas de version validée."},
		codeNothingReleased:   {EN: "Nothing of this post is out yet.", FR: "Rien de cette publication n’est encore en ligne."},
		codeReadingBack:       {EN: "It may have been published: the platform is being asked. Wait a moment.", FR: "Elle a peut-être été publiée : la plateforme est interrogée. Patientez un instant."},
	}
}
