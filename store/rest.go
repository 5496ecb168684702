package store

import (
	"fmt"

	"parution.dev/editorial"
)

// account is what a rest is about: one remote account, whichever channels it
// is connected to.
type account struct {
	platform editorial.Platform
	remoteID string
}

type restRow struct {
	account account
	rest    editorial.Rest
}

func scanRest(row scanner) (restRow, error) {
	var r restRow
	err := row.Scan(&r.account.platform, &r.account.remoteID, decoded{&r.rest})
	return r, err
}

// restsOnce reads the rests of all accounts: few have one.
func (t *tx) restsOnce() (map[account]editorial.Rest, error) {
	if t.known.rests != nil {
		return t.known.rests, nil
	}
	rows, err := many(t, scanRest, `SELECT platform, remote_id, rest FROM rests`)
	if err != nil {
		return nil, err
	}
	t.known.rests = map[account]editorial.Rest{}
	for _, r := range rows {
		t.known.rests[r.account] = r.rest
	}
	return t.known.rests, nil
}

// strain writes down what an outcome says about its account, and returns what
// people should hear of it.
func (t *tx) strain(platform editorial.Platform, o editorial.Outcome) (event string, err error) {
	if o.Account == "" || o.Strain == editorial.StrainNone {
		return "", nil
	}
	rests, err := t.restsOnce()
	if err != nil {
		return "", fmt.Errorf("read the rests: %w", err)
	}
	of := account{platform, o.Account}
	next, event := rests[of].After(o)
	if next == rests[of] {
		return event, nil
	}
	rests[of] = next
	if next == (editorial.Rest{}) {
		_, err = t.exec(`DELETE FROM rests WHERE platform = $1 AND remote_id = $2`, of.platform, of.remoteID)
		return event, err
	}
	_, err = t.exec(`INSERT INTO rests (platform, remote_id, rest) VALUES ($1, $2, $3) ON CONFLICT (platform, remote_id) DO UPDATE SET rest = excluded.rest`,
		of.platform, of.remoteID, text(next))
	return event, err
}
