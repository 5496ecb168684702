package editorial

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Unsubscription is a kind of mail that a member can end by a link in it,
// without signing in.
type Unsubscription struct {
	Member   MemberID
	Kind     DispatchKind
	Calendar CalendarID // of a digest
}

func (u Unsubscription) plain() string {
	return string(u.Member) + " " + string(u.Kind) + " " + string(u.Calendar)
}

func (u Unsubscription) mac(key []byte) []byte {
	mac := hmac.New(sha256.New, key)
	_, _ = mac.Write([]byte("unsubscribe " + u.plain())) // never fails
	return mac.Sum(nil)[:16]
}

// Token is what the link holds. It opens nothing else, and does not end: an old
// mail can be unsubscribed from.
func (u Unsubscription) Token(key []byte) string {
	return base64.RawURLEncoding.EncodeToString([]byte(u.plain())) + "." + base64.RawURLEncoding.EncodeToString(u.mac(key))
}

// ReadUnsubscription reads a token that the key made.
func ReadUnsubscription(token string, key []byte) (Unsubscription, bool) {
	first, second, _ := strings.Cut(token, ".")
	plain, err := base64.RawURLEncoding.DecodeString(first)
	mac, notMAC := base64.RawURLEncoding.DecodeString(second)
	parts := strings.Split(string(plain), " ")
	if err != nil || notMAC != nil || len(parts) != 3 {
		return Unsubscription{}, false
	}
	u := Unsubscription{MemberID(parts[0]), DispatchKind(parts[1]), CalendarID(parts[2])}
	return u, hmac.Equal(mac, u.mac(key))
}

// Words is what people call a kind of mail.
func (k DispatchKind) Words() Words {
	switch k {
	case KindReply:
		return Words{"Reply", "Réponse"}
	case KindEvent:
		return Words{"Event", "Événement"}
	case KindAlarm:
		return Words{"Alarms", "Alertes"}
	case KindDuty:
		return Words{"What waits for you", "Ce qui vous attend"}
	case KindNews:
		return Words{"News of your posts", "Nouvelles de vos publications"}
	case KindDaily:
		return Words{"What leaves in the next 36 hours", "Ce qui part dans les 36 heures"}
	case KindWeekly:
		return Words{"The week’s meeting", "La réunion de la semaine"}
	case KindInvite:
		return Words{"Invitation", "Invitation"}
	case KindReset:
		return Words{"A new password", "Un nouveau mot de passe"}
	case KindPassword:
		return Words{"Your password was changed", "Votre mot de passe a été changé"}
	case KindCode:
		return Words{"Your code", "Votre code"}
	}
	return Words{string(k), string(k)}
}
