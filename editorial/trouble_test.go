package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestTroubleSpeaksBothLanguages(t *testing.T) {
	for _, code := range []string{
		"timeout", "not_sent", "429", "401", "422", "given_back", "restored", "not_published", "parent_unknown", "no_adapter",
		string(editorial.CodeTooLateNow), string(editorial.CodeWaitTooLong),
	} {
		trouble := editorial.Trouble{Code: code, Message: "its own words"}
		en, fr := trouble.In(editorial.English), trouble.In(editorial.French)
		require.NotEqual(t, en, fr, code)
		require.Contains(t, en, "(“its own words”)", code)
		require.Contains(t, fr, "(« its own words »)", code)
		trouble.Message = ""
		require.NotContains(t, trouble.In(editorial.English), "(", code)
	}
	require.Empty(t, editorial.Trouble{}.In(editorial.French))
}
