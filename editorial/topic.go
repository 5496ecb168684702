package editorial

import (
	"slices"
	"strings"
)

// Weight says how much a matter presses.
type Weight string

// The weights.
const (
	WeightAlarm Weight = "alarm" // a promise is broken or in danger, or somebody stopped something: nothing mutes it
	WeightDuty  Weight = "duty"  // whoever is told must act next
	WeightNews  Weight = "news"  // good to know
)

// Weights lists the weights, the heaviest first.
func Weights() []Weight { return []Weight{WeightAlarm, WeightDuty, WeightNews} }

// Concern is why somebody is told of a matter.
type Concern string

// The concerns.
const (
	ToOwner    Concern = "owner"    // the owner of the post
	ToAuthor   Concern = "author"   // who wrote its current revision
	ToSigners  Concern = "signers"  // whose approval or sign-offs it carries
	ToNext     Concern = "next"     // who must act next on it
	ToManagers Concern = "managers" // who may release in the calendar: retry, resolve, lift
	ToHosts    Concern = "hosts"    // who looks after the calendar's channels and members
	ToWriters  Concern = "writers"  // who writes in the calendar
	ToNamed    Concern = "named"    // whom the line names, by subject or detail
	ToActor    Concern = "actor"    // in whose name it was done, even by themselves
)

// Topic is one kind of line of the record that people are told of: how much it
// presses, whom it concerns, and what it is called.
type Topic struct {
	Action string // of the record; with a * at its end, of all that begin so
	Weight Weight
	To     []Concern
	Words  Words
}

// TopicOf finds what people are told of an action; nothing of most.
func TopicOf(action string) (Topic, bool) {
	all := Topics()
	at := slices.IndexFunc(all, func(t Topic) bool { return t.Action == action })
	if at < 0 {
		at = slices.IndexFunc(all, func(t Topic) bool { return t.covers(action) })
	}
	if at < 0 {
		return Topic{}, false
	}
	return all[at], true
}

func (t Topic) covers(action string) bool {
	prefix, some := strings.CutSuffix(t.Action, "*")
	return some && strings.HasPrefix(action, prefix)
}

// Topics lists all that people are told of. What is not here is in the record
// and in nobody's way.
func Topics() []Topic {
	return slices.Concat(releaseTopics(), stopTopics(), deskTopics(), talkTopics(), accessTopics())
}

// releaseTopics are about what leaves, or does not.
func releaseTopics() []Topic {
	team := []Concern{ToOwner, ToManagers}
	waiting := []Concern{ToOwner, ToManagers, ToNext}
	return []Topic{
		{"delivery.failed", WeightAlarm, team, Words{"A post could not be published", "Une publication n’a pas pu partir"}},
		{"delivery.missed", WeightAlarm, waiting, Words{"A post missed its time", "Une publication a manqué son heure"}},
		{"delivery.unknown", WeightAlarm, team, Words{"It is not clear whether a post is out", "On ne sait pas si une publication est parue"}},
		{EventNeedsAnswer, WeightAlarm, team, Words{"Somebody must say whether a post is out", "Il faut dire si une publication est parue"}},
		{"delivery.held", WeightAlarm, waiting, Words{"A post is held at its time", "Une publication est bloquée à son heure"}},
		{"delivery.preflight_failed", WeightAlarm, waiting, Words{"A post would not leave as things stand", "En l’état, une publication ne partirait pas"}},
		{"delivery.unreadable", WeightAlarm, team, Words{"A post cannot be read from the database", "Une publication est illisible dans la base"}},
		{EventStray, WeightAlarm, team, Words{"A post may be out twice", "Une publication est peut-être parue deux fois"}},
		{"delivery.edit_failed", WeightAlarm, team, Words{"A correction of a published post failed", "La correction d’une publication parue a échoué"}},
		{"delivery.published", WeightNews, []Concern{ToOwner}, Words{"A post is out", "Une publication est parue"}},
		{"delivery.edited", WeightNews, []Concern{ToOwner}, Words{"A published post was corrected", "Une publication parue a été corrigée"}},
		{"post." + string(CodeLinkGone), WeightAlarm, team, Words{"A link of a post leads nowhere", "Un lien d’une publication ne mène nulle part"}},
		{"post." + string(CodeLinkElsewhere), WeightAlarm, waiting, Words{"A link of a post leads to another site than was approved", "Un lien d’une publication mène à un autre site que celui qui a été validé"}},
		{EventInstantMoved, WeightAlarm, team, Words{"New time zone rules move the instant of a post", "De nouvelles règles de fuseau déplacent l’instant d’une publication"}},
	}
}

// stopTopics are about what stops releases, and what makes them go on.
func stopTopics() []Topic {
	hosts := []Concern{ToManagers, ToHosts}
	return []Topic{
		{"pause.made", WeightAlarm, []Concern{ToManagers, ToWriters}, Words{"Releases are paused", "Les publications sont suspendues"}},
		{"pause.updated", WeightAlarm, []Concern{ToManagers, ToWriters}, Words{"A pause was lifted or changed", "Une suspension a été levée ou modifiée"}},
		{"crisis.*", WeightAlarm, []Concern{ToNamed, ToManagers}, Words{"Crisis", "Crise"}},
		{"post.held", WeightAlarm, []Concern{ToOwner, ToManagers}, Words{"A post was put on hold", "Une publication a été mise en attente"}},
		{"post.unheld", WeightNews, []Concern{ToOwner}, Words{"A post is no longer on hold", "Une publication n’est plus en attente"}},
		{"channel.expiring", WeightAlarm, hosts, Words{"A channel’s access runs out soon", "L’accès d’un canal expire bientôt"}},
		{EventChannelLost, WeightAlarm, hosts, Words{"A channel must be connected again", "Un canal doit être reconnecté"}},
		{"channel.limits_changed", WeightNews, hosts, Words{"A platform changed its limits", "Une plateforme a changé ses limites"}},
		{EventHookDisabled, WeightAlarm, hosts, Words{"A hook was turned off", "Un point d’envoi a été désactivé"}},
		{AccountSilent, WeightAlarm, hosts, Words{"A platform does not answer", "Une plateforme ne répond pas"}},
		{AccountAnswers, WeightNews, hosts, Words{"A platform answers again", "Une plateforme répond de nouveau"}},
	}
}

// deskTopics are about approval.
func deskTopics() []Topic {
	seen := []Concern{ToOwner, ToSigners}
	return []Topic{
		{"post.submitted", WeightDuty, []Concern{ToNext}, Words{"A post waits for your approval", "Une publication attend votre validation"}},
		{"post.signed_off", WeightDuty, []Concern{ToNext}, Words{"A post waits for your approval", "Une publication attend votre validation"}},
		{"post.changes_requested", WeightDuty, []Concern{ToOwner, ToAuthor}, Words{"Changes are asked for", "Des corrections sont demandées"}},
		{"post.approval_lost", WeightDuty, []Concern{ToOwner, ToNext}, Words{"An edited post needs a new approval", "Une publication modifiée attend une nouvelle validation"}},
		{"post.sign_offs_dropped", WeightDuty, []Concern{ToOwner, ToNext}, Words{"An edited post has to be signed anew", "Une publication modifiée est à valider de nouveau"}},
		{"approval.reminder", WeightDuty, []Concern{ToNamed, ToNext}, Words{"The time of a post draws near or has come, and it is not approved", "L’heure d’une publication approche ou est là, et elle n’est pas validée"}},
		{"approval.escalated", WeightDuty, []Concern{ToNamed, ToNext, ToManagers}, Words{"A post waits too long for its approval", "Une publication attend sa validation depuis trop longtemps"}},
		{"post.approved", WeightNews, []Concern{ToOwner, ToAuthor}, Words{"A post is approved", "Une publication est validée"}},
		{"post.channels_approved", WeightNews, []Concern{ToOwner, ToAuthor}, Words{"A post is approved on some channels", "Une publication est validée sur certains canaux"}},
		{"delegation.made", WeightDuty, []Concern{ToNamed}, Words{"Somebody approves in the place of one who is away", "Quelqu’un valide à la place d’une personne absente"}},
		{"delegation.ended", WeightNews, []Concern{ToNamed}, Words{"Somebody who was away approves again", "Une personne absente valide de nouveau elle-même"}},
		{"post.approval_undone", WeightNews, []Concern{ToOwner, ToAuthor}, Words{"An approval was undone", "Une validation a été annulée"}},
		{"post.approval_restored", WeightNews, seen, Words{"The approved text is back, and stands", "Le texte validé est rétabli, et la validation aussi"}},
		{"post.touched_up", WeightNews, seen, Words{"An approved post was touched up", "Une publication validée a été retouchée"}},
		{"post.withdrawn", WeightNews, []Concern{ToOwner, ToNamed}, Words{"A post was taken back", "Une publication a été retirée de la validation"}},
		{"post.released_now", WeightNews, seen, Words{"A post leaves now", "Une publication part maintenant"}},
		{"post.archived", WeightNews, []Concern{ToOwner}, Words{"A post was archived", "Une publication a été archivée"}},
	}
}

// talkTopics are about what people say to each other.
func talkTopics() []Topic {
	return []Topic{
		{"comment.mentioned", WeightDuty, []Concern{ToNamed}, Words{"You are mentioned", "On vous mentionne"}},
		{"comment.added", WeightNews, []Concern{ToNamed, ToOwner}, Words{"A comment on a post", "Un commentaire sur une publication"}},
	}
}

// accessTopics are about getting in. Whoever's they are is told of what was
// done in their name: it may not have been them.
func accessTopics() []Topic {
	self := []Concern{ToNamed, ToActor}
	return []Topic{
		{"member.added", WeightNews, []Concern{ToNamed}, Words{"You are a member of a calendar", "Vous êtes membre d’un calendrier"}},
		{"member.updated", WeightNews, []Concern{ToNamed}, Words{"What you may do has changed", "Ce que vous pouvez faire a changé"}},
		{"password.changed", WeightNews, self, Words{"Your password was changed", "Votre mot de passe a été changé"}},
		{"second_factor.on", WeightNews, self, Words{"Your second factor is on", "Votre second facteur est activé"}},
		{"second_factor.off", WeightAlarm, self, Words{"Your second factor is off", "Votre second facteur est désactivé"}},
		{"recovery_code.used", WeightAlarm, self, Words{"One of your recovery codes was used", "Un de vos codes de secours a servi"}},
		{"session.stolen", WeightAlarm, self, Words{"A session of yours was taken over, and ended", "Une de vos sessions a été détournée ; elle est close"}},
	}
}
