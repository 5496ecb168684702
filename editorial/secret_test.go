package editorial_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

const hush = "hunter2"

func TestSecret(t *testing.T) {
	s := editorial.NewSecret(hush)
	require.Equal(t, hush, s.Reveal())
	require.False(t, s.IsZero())
	require.True(t, editorial.NewSecret("").IsZero())
	require.True(t, editorial.Secret{}.IsZero())
	require.Empty(t, editorial.Secret{}.Reveal())
	require.Equal(t, editorial.NewSecret(hush), s)
	require.NotEqual(t, editorial.NewSecret("another"), s)
}

// No verb shows it, however deep it lies, even where methods are not asked.
func TestSecretIsNeverPrinted(t *testing.T) {
	s := editorial.NewSecret(hush)
	hidden := struct{ token editorial.Secret }{s}
	account := editorial.Account{Credentials: editorial.Credentials{}.With("password", hush)}
	channel := editorial.Channel{Credentials: account.Credentials}
	for _, value := range []any{s, &s, []editorial.Secret{s}, hidden, &hidden, account, &account, channel, account.Credentials, map[string]any{"s": s}} {
		for verb := range strings.SplitSeq("v +v #v s q x X d t e g b c o U p T", " ") {
			shown := fmt.Sprintf("%"+verb, value)
			require.NotContains(t, shown, hush, verb)
			require.NotContains(t, shown, fmt.Sprintf("%x", hush), verb)
			require.NotContains(t, shown, fmt.Sprintf("%X", hush), verb)
		}
	}
	require.Equal(t, "•••", fmt.Sprint(s))
	require.Equal(t, "•••", fmt.Sprintf("%#v", s))
}

func TestSecretIsNeverWritten(t *testing.T) {
	account := editorial.Account{Credentials: editorial.Credentials{}.With("password", hush)}
	text, err := json.Marshal(account)
	require.NoError(t, err)
	require.NotContains(t, string(text), hush)
	require.Contains(t, string(text), `"password":"•••"`)

	text, err = xml.Marshal(editorial.NewSecret(hush))
	require.NoError(t, err)
	require.NotContains(t, string(text), hush)

	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("connected", "account", account, "secret", editorial.NewSecret(hush))
	slog.New(slog.NewTextHandler(&log, nil)).Info("connected", "account", account, "secret", editorial.NewSecret(hush))
	require.NotContains(t, log.String(), hush)

	err = fmt.Errorf("connect %v: %w", account, errors.New("refused"))
	require.NotContains(t, err.Error(), hush)
	err = json.Unmarshal([]byte(`{"Credentials":{"password":"`+hush+`"}}`), &account)
	require.Error(t, err)
	require.NotContains(t, err.Error(), hush)
}

func TestCredentialsWith(t *testing.T) {
	first := editorial.Credentials{}.With("token", "a")
	second := first.With("token", "b").With("secret", "c")
	require.Equal(t, "a", first["token"].Reveal(), "the copy is another")
	require.Equal(t, "b", second["token"].Reveal())
	require.Equal(t, "c", second["secret"].Reveal())
	require.Equal(t, "a", editorial.Credentials(nil).With("token", "a")["token"].Reveal())
}
