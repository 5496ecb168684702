package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestErase(t *testing.T) {
	ana := func() *editorial.Member {
		return &editorial.Member{ID: "mem_1", Name: "Ana", Email: "ana@example.org", Language: editorial.French, Owner: true, Deactivated: noon}
	}
	m := ana()
	require.NoError(t, editorial.Erase(m))
	require.Equal(t, &editorial.Member{ID: "mem_1", Name: "Personne effacée", Language: editorial.French, Deactivated: noon}, m)
	require.True(t, m.Erased())
	requireRefused(t, editorial.Conflict, editorial.CodeErased, editorial.Erase(m))
	requireRefused(t, editorial.Conflict, editorial.CodeErased, editorial.Reactivate(m))

	m = ana()
	require.NoError(t, editorial.Reactivate(m))
	require.True(t, m.Deactivated.IsZero())
	requireRefused(t, editorial.Conflict, editorial.CodeStillActive, editorial.Erase(m))
	require.Equal(t, "Ana", m.Name)

	service := &editorial.Member{Service: true, Name: "CMS", Deactivated: noon}
	require.False(t, service.Erased())
	requireRefused(t, editorial.Conflict, editorial.CodeServiceIsNobody, editorial.Erase(service))
}
