package editorial_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestRefusals(t *testing.T) {
	cause := errors.New("the disk is full")
	refusal := editorial.InvalidAt("/text", editorial.CodeNothingToSay)
	refusal.Err = cause
	err := fmt.Errorf("submit: %w", refusal)

	require.ErrorIs(t, err, cause)
	require.Same(t, refusal, editorial.AsRefusal(err))
	require.True(t, editorial.IsKind(err, editorial.Invalid))
	require.False(t, editorial.IsKind(err, editorial.Conflict))
	require.Equal(t, "submit: There is no text and no picture yet. Write something, or add a picture. [/text nothing_to_say]", err.Error())
	require.Equal(t, "Il n’y a encore ni texte ni visuel. Écrivez un texte, ou ajoutez un visuel.", refusal.In(editorial.French))
	require.Equal(t, "Il n’y a encore ni texte ni visuel. Écrivez un texte, ou ajoutez un visuel.", refusal.Problems[0].In(editorial.French))

	require.Nil(t, editorial.AsRefusal(cause))
	require.Nil(t, editorial.AsRefusal(nil))
	require.False(t, editorial.IsKind(nil, editorial.Invalid))
}

func TestRefusalsSayMoreWhereTheyCan(t *testing.T) {
	detail := editorial.Words{EN: "Too long by 3.", FR: "Trop long de 3."}
	require.Equal(t, "Trop long de 3.", editorial.Problem{Code: editorial.CodeTextTooLong, Detail: detail}.In(editorial.French))
	require.Equal(t, "Too long by 3.", (&editorial.Refusal{Code: editorial.CodeTextTooLong, Detail: detail}).In(editorial.English))
}

func TestRefuseAll(t *testing.T) {
	require.NoError(t, editorial.RefuseAll(nil))
	one := editorial.Problem{Code: editorial.CodeTwice, Pointer: "/channels/1"}
	require.Equal(t, editorial.CodeTwice, code(editorial.RefuseAll([]editorial.Problem{one})))
	require.Equal(t, editorial.CodeInvalid, code(editorial.RefuseAll([]editorial.Problem{one, one})))
}
