package main

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestZoneRulesChange runs the real daemon under this build's zone rules, and
// again under others by which the clocks of Paris are those of Tokyo. The wall
// clock that people approved stands: instants move, are told, and a post leaves
// at its new one.
func TestZoneRulesChange(t *testing.T) {
	s := newStage(t)
	s.owner()
	s.start()
	s.calendar()
	s.connect("feed", map[string]string{"title": "Rules"}, map[string]string{})

	tokyo, err := time.LoadLocation("Asia/Tokyo")
	require.NoError(t, err)
	soon := time.Now().Add(5 * time.Second).In(tokyo).Truncate(time.Second)
	leaves, later := s.planLocal("leaves", soon.Format("2006-01-02T15:04:05")), s.planLocal("later", "2030-07-14T09:00:00")
	require.Equal(t, "2030-07-14T07:00:00Z", s.instant(later))
	s.stop()

	rules, err := readZones(filepath.Join(s.dir, "data", s.zoneFiles()[0]))
	require.NoError(t, err)
	own := filepath.Join(s.dir, "rules.zip")
	require.NoError(t, os.WriteFile(own, packZones(map[string][]byte{"Europe/Paris": rules["Asia/Tokyo"]}), 0o600))
	s.more = []string{"PARUTION_ZONEINFO=" + own}
	s.start()
	require.Equal(t, "2030-07-14T00:00:00Z", s.instant(later))
	require.Len(t, s.zoneFiles(), 1, "what the other version kept is removed")

	moves := s.recorded("post.instant_moved", "")
	require.Len(t, moves, 2)
	require.Equal(t, []string{"2030-07-14T07:00:00Z → 2030-07-14T00:00:00Z"}, s.recorded("post.instant_moved", later))
	var post struct{ Status string }
	s.get("/posts/"+later, &post)
	require.Equal(t, "scheduled", post.Status, "the approval stands")
	require.Contains(t, s.log(), "a planned time is another instant by the zone data now in use")
	require.Eventually(t, func() bool { return s.deliveries(leaves)[0]["state"] == "published" }, 30*time.Second, 100*time.Millisecond)
	s.stop()

	s.start()
	require.Len(t, s.recorded("post.instant_moved", ""), 2, "told once")
	s.stop()
	s.more = nil
	s.start()
	require.Equal(t, "2030-07-14T07:00:00Z", s.instant(later), "and back")
	s.stop()
}

func (s *stage) planLocal(text, local string) string {
	made := s.post("/calendars/"+s.channel["calendar"]+"/posts", map[string]any{
		"text": text, "channels": []string{s.channel["feed"]}, "publish_at": map[string]any{"local": local, "zone": "Europe/Paris"},
	})
	id, _ := made["id"].(string)
	s.post("/posts/"+id+"/moves", map[string]any{"move": "approve", "revision": made["revision"]})
	return id
}

func (s *stage) instant(post string) string {
	due, _ := s.deliveries(post)[0]["due_at"].(string)
	return due
}

func (s *stage) zoneFiles() []string {
	var names []string
	found, err := filepath.Glob(filepath.Join(s.dir, "data", zonesPrefix+"*"))
	require.NoError(s.t, err)
	for _, path := range found {
		names = append(names, filepath.Base(path))
	}
	return names
}

// The same rules have the same name, wherever they come from and however they
// are packed; what has no zones in it is refused.
func TestZoneData(t *testing.T) {
	m := newMachine(t)
	m.init()
	own, err := unpackZones(ownZones)
	require.NoError(t, err)
	require.Greater(t, len(own), 400)
	require.Contains(t, own, "Europe/Paris")
	require.NotContains(t, own, "leapseconds")

	dir := filepath.Join(m.dir, "zoneinfo")
	write := func(name string, content []byte) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, content, 0o600))
	}
	for name, rules := range own {
		write(name, rules)
	}
	write("tzdata.zi", []byte("# version 2026a"))
	write("Europe/README", []byte("not a zone"))
	write("posix/Europe/Paris", own["Asia/Tokyo"])
	read, err := readZones(dir)
	require.NoError(t, err)
	require.Equal(t, own, read)
	usual, err := place{Data: m.data}.useZones()
	require.NoError(t, err)
	same, err := place{Data: m.data, Zoneinfo: dir}.useZones()
	require.NoError(t, err)
	require.Equal(t, usual, same)

	write("Europe/Paris", own["Asia/Tokyo"])
	other, err := place{Data: m.data, Zoneinfo: dir}.useZones()
	require.NoError(t, err)
	require.NotEqual(t, usual.name, other.name)
	kept, err := readZones(other.file)
	require.NoError(t, err)
	require.Equal(t, own["Asia/Tokyo"], kept["Europe/Paris"])
	require.Len(t, kept, len(own), "zones that it does not have stay this build's")
	maps.DeleteFunc(own, func(name string, _ []byte) bool { return name != "UTC" })
	require.NoError(t, os.WriteFile(filepath.Join(m.dir, "one.zip"), packZones(own), 0o600))
	one, err := place{Data: m.data, Zoneinfo: filepath.Join(m.dir, "one.zip")}.useZones()
	require.NoError(t, err)
	require.Equal(t, usual.name, one.name)

	write("Europe/Paris", own["UTC"][:20])
	t.Setenv("PARUTION_ZONEINFO", dir)
	m.refuses(exitSetting, []string{dir, "Europe/Paris"}, "member", "list")

	empty := filepath.Join(m.dir, "empty")
	require.NoError(t, os.Mkdir(empty, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(m.dir, "text"), []byte("Europe/Paris"), 0o600))
	for path, word := range map[string]string{"empty": "no zones", "text": "zip", "nowhere": "no such file"} {
		t.Setenv("PARUTION_ZONEINFO", filepath.Join(m.dir, path))
		m.refuses(exitSetting, []string{path, word}, "member", "list")
		m.refuses(exitSetting, []string{path, word}, "serve", "--listen", "127.0.0.1:0")
	}
}
