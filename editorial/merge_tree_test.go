package editorial_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

type tree = editorial.Tree

func treeRules() editorial.TreeRules {
	is := func(names ...string) func(string) bool {
		return func(at string) bool {
			for _, name := range names {
				if at == "/"+name {
					return true
				}
			}
			return false
		}
	}
	return editorial.TreeRules{Text: is("text"), Set: is("set"), Whole: is("when"), Unknown: is("unknown")}
}

func TestMergeTrees(t *testing.T) {
	base := tree{"text": "un deux trois", "set": []any{"a", "b"}, "when": tree{"local": "9"}, "owner": "x", "list": []any{"1", "2"}, "in": tree{"a": "1", "b": "1"}}
	mine := tree{"text": "un deux quatre", "set": []any{"b", "c"}, "when": tree{"local": "10"}, "owner": "y", "list": []any{"1", "3"}, "in": tree{"a": "2", "b": "1"}, "unknown": "m"}
	theirs := tree{"text": "zéro deux trois", "set": []any{"a", "b", "d"}, "when": tree{"local": "11"}, "list": []any{"0", "2"}, "in": tree{"a": "1", "b": "2"}, "unknown": "t"}
	joined, fields := editorial.MergeTrees(base, mine, theirs, treeRules())
	require.Equal(t, tree{
		"text": "zéro deux quatre", "set": []any{"b", "d", "c"}, "when": tree{"local": "11"}, "list": []any{"0", "3"},
		"in": tree{"a": "2", "b": "2"}, "unknown": "t",
	}, joined)
	states := map[string]editorial.MergeState{}
	for _, f := range fields {
		states[f.Pointer] = f.State
	}
	require.Equal(t, map[string]editorial.MergeState{
		"/text": "joined", "/set": "joined", "/when": "conflict", "/owner": "conflict", "/list/0": "theirs", "/list/1": "mine",
		"/in/a": "mine", "/in/b": "theirs", "/unknown": "conflict",
	}, states)
	require.Equal(t, 3, editorial.Conflicts(fields))
	require.Equal(t, joined, patched(theirs, editorial.PatchTo(theirs, joined)))
}

// What was said of one picture is not joined to another that took its place.
func TestMergeTreesOfOtherThings(t *testing.T) {
	rules := treeRules()
	rules.Thing = "media"
	rules.Text = func(at string) bool { return at == "/media/0/alt" || at == "/media/1/alt" || at == "/thumbnail/alt" }
	use := func(media, alt string) tree { return tree{"media": media, "alt": alt} }
	base := tree{"media": []any{use("a", "une lampe"), use("b", "un chat")}, "thumbnail": use("a", "une lampe")}
	mine := tree{"media": []any{use("b", "un chat"), use("a", "une lampe")}, "thumbnail": use("c", "une lampe")}
	theirs := tree{"media": []any{use("a", "une lampe bleue"), use("b", "un chat")}, "thumbnail": use("a", "une lampe bleue")}
	joined, fields := editorial.MergeTrees(base, mine, theirs, rules)
	require.Equal(t, theirs, joined)
	require.Len(t, fields, 2)
	require.Equal(t, 2, editorial.Conflicts(fields))

	mine = tree{"media": []any{use("a", "une lampe"), use("b", "un gros chat")}, "thumbnail": use("a", "une lampe")}
	joined, fields = editorial.MergeTrees(base, mine, theirs, rules)
	require.Equal(t, []any{use("a", "une lampe bleue"), use("b", "un gros chat")}, joined["media"], "of the same pictures it goes together")
	require.Zero(t, editorial.Conflicts(fields))

	within := func(all tree) tree { return tree{"variants": tree{"chan_1": all}} }
	joined, fields = editorial.MergeTrees(within(base), within(mine), within(theirs), rules)
	require.Equal(t, within(theirs)["variants"].(tree)["chan_1"].(tree)["thumbnail"], joined["variants"].(tree)["chan_1"].(tree)["thumbnail"], "a list of that name is none of it")
	require.NotEmpty(t, fields)
}

// patched is RFC 7396, as whoever sends the patch relies on it.
func patched(target, patch tree) tree {
	result := tree{}
	maps.Copy(result, target)
	for name, value := range patch {
		deeper, ok := value.(tree)
		switch {
		case value == nil:
			delete(result, name)
		case ok:
			below, _ := result[name].(tree)
			result[name] = patched(below, deeper)
		default:
			result[name] = value
		}
	}
	return result
}

func TestMergeOfAnyTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, mine, theirs := someTree().Draw(t, "base"), someTree().Draw(t, "mine"), someTree().Draw(t, "theirs")
		rules := treeRules()
		rules.Unknown = func(string) bool { return false }
		joined, fields := editorial.MergeTrees(base, mine, theirs, rules)
		mirrored, others := editorial.MergeTrees(base, theirs, mine, rules)
		require.Equal(t, editorial.Conflicts(fields), editorial.Conflicts(others))
		if delete(joined, "set"); editorial.Conflicts(fields) == 0 { // whose order is theirs
			delete(mirrored, "set")
			require.Equal(t, joined, mirrored)
		}
		require.Equal(t, joined, patched(theirs, editorial.PatchTo(theirs, joined)))
		for _, one := range []struct{ base, mine, theirs, want tree }{{base, mine, mine, mine}, {base, mine, base, mine}, {base, base, theirs, theirs}} {
			alone, fields := editorial.MergeTrees(one.base, one.mine, one.theirs, rules)
			require.Zero(t, editorial.Conflicts(fields))
			require.Equal(t, one.want, alone)
		}
	})
}

func someTree() *rapid.Generator[tree] {
	return rapid.Custom(func(t *rapid.T) tree {
		made := tree{"in": tree{}}
		word := rapid.SampledFrom([]string{"un", "deux", "un deux", "un trois"})
		maybe := func(into tree, name string, value any) {
			if rapid.Bool().Draw(t, name) {
				into[name] = value
			}
		}
		maybe(made, "text", word.Draw(t, "text"))
		maybe(made, "owner", word.Draw(t, "owner"))
		maybe(made, "when", tree{"local": word.Draw(t, "when")})
		list := []any{}
		for _, item := range rapid.SliceOfNDistinct(word, 0, 3, rapid.ID).Draw(t, "set") {
			list = append(list, item)
		}
		maybe(made, "set", list)
		maybe(made, "list", []any{word.Draw(t, "first"), word.Draw(t, "second")})
		maybe(made["in"].(tree), "a", word.Draw(t, "a"))
		return made
	})
}
