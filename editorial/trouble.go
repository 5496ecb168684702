package editorial

// In says what went wrong in a language: what it means and what follows, and
// the platform's own words behind it, in whatever language it speaks.
func (t Trouble) In(lang Lang) string { return t.say(t.words(), lang) }

func (t Trouble) say(words Words, lang Lang) string {
	switch {
	case words == (Words{}):
		return t.Message
	case t.Message == "":
		return words.In(lang)
	case lang == French:
		return words.FR + " (« " + t.Message + " »)"
	}
	return words.EN + " (“" + t.Message + "”)"
}

func (t Trouble) words() Words {
	if known, ok := sentences[Code(t.Code)]; ok {
		return known
	}
	switch t.Code {
	case "":
		return Words{}
	case "timeout", "no_answer", "no_receipt", "panic":
		return Words{"The platform’s answer did not come, so the post may be out. Where the platform cannot tell, a person must look and say so.", "La réponse de la plateforme n’est pas arrivée : la publication est peut-être partie. Si la plateforme ne peut pas le dire, une personne doit vérifier et l’indiquer."}
	case "not_sent", "not_connected", "not_prepared", "server":
		return Words{"The platform could not be reached; nothing was sent. It is tried again.", "La plateforme n’a pas pu être jointe ; rien n’est parti. Un nouvel essai suivra."}
	case "429", "quota":
		return Words{"The platform asks to wait. It is tried again.", "La plateforme demande d’attendre. Un nouvel essai suivra."}
	case "401", "403":
		return Words{"The platform refuses the channel’s credentials. Connect the channel again.", "La plateforme refuse les accès du canal. Reconnectez le canal."}
	case "given_back":
		return Words{"It was stopped right before it was sent; nothing left.", "L’envoi a été arrêté juste avant de partir ; rien n’est parti."}
	case "restored":
		return Words{"The database was restored after this came due. Look whether it is out, and say so.", "La base a été restaurée après l’heure prévue. Vérifiez si la publication est partie, et indiquez-le."}
	case "not_published":
		return Words{"A person looked: it is not out. Retry it, or drop it.", "Vérification faite : elle n’est pas partie. Relancez-la, ou abandonnez-la."}
	case "parent_unknown":
		return Words{"The part above was confirmed by hand, so the rest of the thread cannot be attached to it. Publish the rest by hand, or drop it.", "La partie précédente a été confirmée à la main : la suite du fil ne peut pas s’y rattacher. Publiez la suite à la main, ou abandonnez-la."}
	case "no_adapter":
		return Words{"This version of Parution does not know the platform.", "Cette version de Parution ne connaît pas cette plateforme."}
	}
	return Words{"The platform refused it. Correct it and retry, or drop it.", "La plateforme l’a refusée. Corrigez et relancez, ou abandonnez."}
}

// TroubleIn says what went wrong with the act in a language.
func (a *Act) TroubleIn(lang Lang) string { return a.Trouble.say(a.words(), lang) }

func (a *Act) words() Words {
	if known, ok := sentences[Code(a.Trouble.Code)]; ok {
		return known
	}
	switch a.Trouble.Code {
	case "", "401", "403", "no_adapter":
		return a.Trouble.words()
	}
	if a.State == ActFailed {
		return Words{"The platform did not take the change. What is published stays as it is shown there; correct the post and ask again.", "La plateforme n’a pas pris la modification. Ce qui est publié reste tel qu’il y est affiché ; corrigez la publication et redemandez."}
	}
	return Words{"The platform has not confirmed the change. It is asked again: to set the same content twice does no harm.", "La plateforme n’a pas confirmé la modification. Elle lui est redemandée : écrire deux fois le même contenu est sans conséquence."}
}
