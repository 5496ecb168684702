package editorial_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestDifferences(t *testing.T) {
	for want, row := range map[string][2]string{
		"":                     {`{"Name":"A","Version":1,"Created":"x","List":[]}`, `{"Name":"A","Version":2,"Created":"y","List":null}`},
		"Name: A → B":          {`{"Name":"A","Zone":"Z"}`, `{"Name":"B","Zone":"Z"}`},
		"Note: none → « oui »": {`{"Note":""}`, `{"Note":"« oui »"}`},
		"Policy.Margin.On: true → false; Policy.Steps.0.Name: A → none; Policy.Steps.0.Roles.1: b → none": {
			`{"Policy":{"Margin":{"On":true},"Steps":[{"Name":"A","Roles":["a","b"]}]}}`, `{"Policy":{"Margin":{"On":false},"Steps":[{"Roles":["a"]}]}}`,
		},
		"Archived: none → 2026-11-02T08:00:00Z":       {`{"Archived":"0001-01-01T00:00:00Z"}`, `{"Archived":"2026-11-02T08:00:00Z"}`},
		"Lateness: 1800000000000 → 99999999999999999": {`{"Lateness":1800000000000}`, `{"Lateness":99999999999999999}`},
	} {
		require.Equal(t, want, editorial.Differences(row[0], row[1]))
	}
	long := editorial.Differences(`{}`, `{"A":"`+strings.Repeat("é", 5000)+`"}`)
	require.Equal(t, "A: none → "+strings.Repeat("é", 200)+"…", long)
	var many strings.Builder
	for i := range 100 {
		fmt.Fprintf(&many, `,"F%d":1`, i)
	}
	require.True(t, strings.HasSuffix(editorial.Differences(`{}`, `{`+many.String()[1:]+`}`), "; and 70 more"))
}
