package main

import (
	"time"

	"parution.dev/editorial"
)

// seed is one post of the demonstration.
type seed struct {
	day      int // from today
	hour     int // on the wall in Paris; -1: within the minute
	title    string
	text     string
	english  string // the variant for the English channel
	brief    string
	language string
	author   string
	channels []string
	labels   []string
	pillar   int
	winter   bool
	undated  bool
	moves    []editorial.Move
	note     string
	fate     fate // of a post whose time has passed
}

// due is the post's instant, seen from now.
func (s seed) due(now time.Time) time.Time {
	if s.hour < 0 {
		return now.Add(25 * time.Second).Truncate(time.Second)
	}
	zone, err := time.LoadLocation(demoZone)
	if err != nil {
		zone = time.UTC
	}
	local := now.In(zone)
	return time.Date(local.Year(), local.Month(), local.Day()+s.day, s.hour, 0, 0, 0, zone)
}

// The fates.

func wentOut(g *gardener, w editorial.Work) editorial.Outcome {
	return editorial.Outcome{Verdict: editorial.Done, Receipt: g.feed.Receipt(w.Account, w.Sent.Key)}
}

func refused(*gardener, editorial.Work) editorial.Outcome {
	return editorial.Outcome{Verdict: editorial.Never, Code: "422", Message: "the newsroom refused the text: too many links"}
}

func unheard(*gardener, editorial.Work) editorial.Outcome {
	return editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout", Message: "the newsroom’s answer was lost", Absence: editorial.Unknowable}
}

// unclear answers neither the call nor the look after it.
func unclear(g *gardener, w editorial.Work) editorial.Outcome {
	if w.Step == editorial.StepLook {
		return editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable}
	}
	return unheard(g, w)
}

// halfOut goes out everywhere but at the partner's.
func halfOut(g *gardener, w editorial.Work) editorial.Outcome {
	if w.Account.Channel == g.channels["partner"] {
		return refused(g, w)
	}
	return wentOut(g, w)
}

func demoMonth() []seed {
	approved := []editorial.Move{editorial.MoveSubmit, editorial.MoveApprove}
	journal, both, all := []string{"journal"}, []string{"journal", "notes"}, []string{"journal", "notes", "partner"}
	return []seed{
		{day: -15, hour: 9, title: "Ouverture de la saison", text: "La saison des lampes commence.\n\nCette année, chaque abat-jour est plié à la main, dans notre atelier de Saint-Étienne.", english: "Lamp season is open.\n\nEvery shade is folded by hand this year, in our Saint-Étienne workshop.", language: "fr", author: "karim", channels: both, labels: []string{"lancement"}, winter: true, moves: approved, fate: wentOut},
		{day: -12, hour: 18, title: "Behind the brass", text: "How do you bend brass without breaking it? Slowly, and with a lot of tea. ☕", language: "en", author: "grace", channels: []string{"notes"}, pillar: 1, moves: approved, fate: wentOut},
		{day: -9, hour: 12, title: "Trois conseils pour un salon doux", text: "Trois sources basses valent mieux qu’un plafonnier :\n1. une lampe à hauteur d’œil ;\n2. une ampoule chaude (2 700 K) ;\n3. un coin laissé dans l’ombre.", language: "fr", author: "karim", channels: journal, pillar: 2, moves: approved, fate: wentOut},
		{day: -7, hour: 9, title: "Communiqué : prix de l’artisanat", text: "Maison Lumen reçoit le prix régional de l’artisanat. Merci à celles et ceux qui plient, soudent et cousent.", english: "Maison Lumen wins the regional craft award. Thank you to everyone who folds, solders and sews.", language: "fr", author: "karim", channels: all, labels: []string{"presse"}, moves: approved, fate: halfOut},
		{day: -5, hour: 17, title: "Partner story", text: "A day with the glassblowers of Biot, told by our friends at the newsroom.", language: "en", author: "grace", channels: []string{"partner"}, pillar: 1, moves: approved, fate: unclear},
		{day: -4, hour: 11, title: "Liste des revendeurs", text: "Les 24 revendeurs de l’hiver, ville par ville.", language: "fr", author: "karim", channels: []string{"partner"}, labels: []string{"revendeurs"}, moves: approved, fate: refused},
		{day: -3, hour: 8, title: "Rappel : atelier du samedi", text: "Il reste deux places pour l’atelier de samedi.", language: "fr", author: "karim", channels: journal, pillar: 1, moves: []editorial.Move{editorial.MoveSubmit, editorial.MoveApprove, editorial.MoveHold}, note: "Atelier complet : ne pas publier.", fate: wentOut},
		{day: -1, hour: 18, title: "Une lampe, une histoire", text: "Elle éclairait une gare. Elle éclaire une cuisine.", language: "fr", author: "karim", channels: both, pillar: 0, moves: approved, fate: wentOut},
		{hour: -1, title: "Bonjour du calendrier", text: "Cette publication est partie toute seule, à son heure, parce qu’une personne l’avait validée.", english: "This post left by itself, on time, because somebody had approved it.", language: "fr", author: "karim", channels: both, labels: []string{"démo"}, moves: approved},
		{day: 1, hour: 9, title: "Matin d’atelier", text: "Sept heures, l’étain fond. Venez voir : portes ouvertes ce week-end.", language: "fr", author: "karim", channels: journal, pillar: 1, moves: approved},
		{day: 1, hour: 18, title: "Winter nights: the teaser", text: "Something glows on the first of December. #WinterNights", language: "en", author: "grace", channels: []string{"notes"}, winter: true, moves: approved},
		{day: 2, hour: 12, title: "Ampoules : lire l’étiquette", text: "Lumens, kelvins, watts : ce que dit vraiment l’étiquette.", language: "fr", author: "karim", channels: journal, pillar: 2, moves: []editorial.Move{editorial.MoveSubmit}},
		{day: 3, hour: 9, title: "Portrait : Odile, abat-jouriste", text: "Trente ans de gestes précis. Odile nous montre le pli « soleil ».", language: "fr", author: "karim", channels: both, pillar: 1, moves: []editorial.Move{editorial.MoveSubmit, editorial.MoveRequestChanges}, note: "Très beau. Le prénom suffit : retirer le nom de famille dans la photo, et vérifier « trente ans »."},
		{day: 4, hour: 17, title: "Black Friday : notre position", text: "Nos prix sont justes toute l’année. Vendredi, l’atelier est fermé : on se repose.", language: "fr", author: "karim", channels: both, labels: []string{"position"}, moves: []editorial.Move{editorial.MoveSubmit, editorial.MoveApprove, editorial.MoveHold}, note: "En attente de l’accord de la direction."},
		{day: 6, hour: 9, title: "J-3", text: "Plus que trois nuits.", english: "Three more nights.", language: "fr", author: "karim", channels: both, winter: true, moves: approved},
		{day: 8, hour: 18, title: "Nuits d’hiver : l’ouverture", text: "Les Nuits d’hiver sont ouvertes. Huit lampes, huit histoires.", english: "Winter Nights are open. Eight lamps, eight stories.", language: "fr", author: "karim", channels: both, winter: true, moves: []editorial.Move{editorial.MoveSubmit}},
		{day: 10, hour: 12, title: "How we pack glass", text: "Straw, not plastic. Here is why.", language: "en", author: "grace", channels: []string{"notes"}, pillar: 1},
		{day: 12, hour: 9, title: "Idée cadeau n° 1", text: "La « Petite Ourse », pour les lectures du soir.", language: "fr", author: "karim", channels: journal, winter: true, moves: approved},
		{day: 14, hour: 17, title: "Question de la communauté", text: "« Puis-je changer le câble moi-même ? » Oui, et voici comment.", language: "fr", author: "karim", channels: journal, pillar: 2},
		{day: 16, hour: 9, title: "Idée cadeau n° 2", brief: "À écrire après la réunion de lundi.", language: "fr", author: "karim", channels: journal, winter: true},
		{day: 20, hour: 10, title: "Dernier jour pour commander", text: "Commandez avant 16 h pour recevoir votre lampe le 24.", english: "Order before 4 p.m. to get your lamp by the 24th.", language: "fr", author: "karim", channels: both, labels: []string{"logistique"}, winter: true, moves: approved},
		{day: 24, hour: 9, title: "Belles fêtes", text: "Toute la maison vous souhaite de belles fêtes.", english: "Happy holidays from all of us.", language: "fr", author: "karim", channels: both, winter: true},
		{undated: true, title: "Série : une lampe au cinéma", brief: "Idée de Grace : les lampes célèbres des films.", language: "fr", author: "grace"},
		{undated: true, title: "Visite virtuelle", text: "Poussez la porte de l’atelier sans bouger de chez vous.", language: "fr", author: "karim", channels: journal, moves: approved},
		{day: 5, hour: 9, title: "Ancienne promotion", text: "Moins vingt pour cent sur les suspensions.", language: "fr", author: "karim", channels: journal, moves: []editorial.Move{editorial.MoveArchive}, note: "Annulée."},
	}
}
