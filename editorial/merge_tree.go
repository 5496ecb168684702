package editorial

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Tree is what a person can write of a thing, by name: texts, numbers, lists,
// and trees of the same.
type Tree = map[string]any

// TreeRules say how the fields of a tree are joined, each by its pointer.
type TreeRules struct {
	Text    func(pointer string) bool // word by word
	Set     func(pointer string) bool // a list whose order says nothing
	Whole   func(pointer string) bool // a tree that is one value
	Unknown func(pointer string) bool // nobody knows what both sides began with
	Thing   string                    // the field whose text says which thing a tree is of; "": none is
}

// MergedField is one field that at least one side changed. What is nil is not
// there.
type MergedField struct {
	Pointer                    string
	State                      MergeState
	Base, Mine, Theirs, Merged any
	Words                      MergedText // of a text
}

// MergeTrees joins what two people made of one thing, field by field. Where
// they disagree, what they say stands in the joined tree, and the field says
// what both said.
func MergeTrees(base, mine, theirs Tree, rules TreeRules) (Tree, []MergedField) {
	m := treeMerge{rules: rules, found: []MergedField{}}
	joined, _ := m.tree("", base, mine, theirs).(Tree)
	return joined, m.found
}

// Conflicts counts the fields that a person must choose for.
func Conflicts(fields []MergedField) int {
	n := 0
	for _, f := range fields {
		if f.State == MergeConflict {
			n++
		}
	}
	return n
}

type treeMerge struct {
	rules TreeRules
	found []MergedField
}

func (m *treeMerge) tree(at string, base, mine, theirs Tree) any {
	joined := Tree{}
	names := maps.Clone(theirs)
	if names == nil {
		names = Tree{}
	}
	maps.Copy(names, mine)
	maps.Copy(names, base)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if value := m.value(at+"/"+escaped(name), base[name], mine[name], theirs[name]); value != nil {
			joined[name] = value
		}
	}
	return joined
}

// escaped writes a name as a JSON Pointer has it (RFC 6901).
func escaped(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

func (m *treeMerge) value(at string, base, mine, theirs any) any {
	if reflect.DeepEqual(base, mine) && reflect.DeepEqual(base, theirs) {
		return theirs
	}
	if deeper, ok := m.deeper(at, base, mine, theirs); ok {
		return deeper
	}
	f := MergedField{Pointer: at, Base: base, Mine: mine, Theirs: theirs, Merged: theirs}
	m.decide(&f)
	m.found = append(m.found, f)
	return f.Merged
}

// deeper goes into what is made of parts on every side that has it.
func (m *treeMerge) deeper(at string, base, mine, theirs any) (any, bool) {
	if m.rules.Whole(at) || mine == nil || theirs == nil {
		return nil, false
	}
	before, ok1 := base.(Tree)
	own, ok2 := mine.(Tree)
	other, ok3 := theirs.(Tree)
	if (ok1 || base == nil) && ok2 && ok3 {
		if m.others(base, mine, theirs) {
			return nil, false
		}
		return m.tree(at, before, own, other), true
	}
	return m.list(at, base, mine, theirs)
}

// others tells whether trees are of different things: what is said of one does
// not go with another.
func (m *treeMerge) others(base, mine, theirs any) bool {
	before, own, other := m.thing(base), m.thing(mine), m.thing(theirs)
	return own != other || before != "" && before != own
}

// thing is which one a tree is of; "" where it is of none.
func (m *treeMerge) thing(value any) string {
	tree, _ := value.(Tree)
	name, _ := tree[m.rules.Thing].(string)
	return name
}

// list goes into lists of one length, of the same things: item by item.
func (m *treeMerge) list(at string, base, mine, theirs any) (any, bool) {
	before, ok1 := base.([]any)
	own, ok2 := mine.([]any)
	other, ok3 := theirs.([]any)
	if !ok1 || !ok2 || !ok3 || m.rules.Set(at) || len(before) != len(own) || len(own) != len(other) {
		return nil, false
	}
	for i := range other {
		if m.others(before[i], own[i], other[i]) {
			return nil, false
		}
	}
	joined := make([]any, len(other))
	for i := range other {
		joined[i] = m.value(at+"/"+strconv.Itoa(i), before[i], own[i], other[i])
	}
	return joined, true
}

// decide joins one field.
func (m *treeMerge) decide(f *MergedField) {
	unknown := m.rules.Unknown(f.Pointer)
	if m.rules.Text(f.Pointer) && !unknown {
		f.Words = wordsOfField(f)
	}
	switch {
	case reflect.DeepEqual(f.Mine, f.Theirs):
		f.State = MergeBoth
	case unknown:
		f.State, f.Base = MergeConflict, nil
	case reflect.DeepEqual(f.Base, f.Theirs):
		f.State, f.Merged = MergeMine, f.Mine
	case reflect.DeepEqual(f.Base, f.Mine):
		f.State = MergeTheirs
	case m.rules.Set(f.Pointer):
		f.State, f.Merged = MergeJoined, joinSets(f.Base, f.Mine, f.Theirs)
	case f.Words != nil && f.Mine != nil && f.Theirs != nil && f.Words.Clean():
		f.State, f.Merged = MergeJoined, f.Words.Text()
	default:
		f.State = MergeConflict
	}
}

// wordsOfField compares a field's texts; nil where one of them is none.
func wordsOfField(f *MergedField) MergedText {
	var texts [3]string
	for i, value := range []any{f.Base, f.Mine, f.Theirs} {
		text, ok := value.(string)
		if !ok && value != nil {
			return nil
		}
		texts[i] = text
	}
	return MergeTexts(texts[0], texts[1], texts[2])
}

// joinSets puts into theirs what I put in, and takes out what I took out.
func joinSets(base, mine, theirs any) any {
	before, _ := base.([]any)
	own, _ := mine.([]any)
	other, _ := theirs.([]any)
	joined := []any{}
	for _, item := range other {
		if slices.Contains(own, item) || !slices.Contains(before, item) {
			joined = append(joined, item)
		}
	}
	for _, item := range own {
		if !slices.Contains(before, item) && !slices.Contains(joined, item) {
			joined = append(joined, item)
		}
	}
	return joined
}

// PatchTo is the merge patch (RFC 7396) that makes one tree of another.
func PatchTo(from, to Tree) Tree {
	patch := Tree{}
	for name, value := range to {
		before, ok1 := from[name].(Tree)
		after, ok2 := value.(Tree)
		switch {
		case reflect.DeepEqual(from[name], value):
		case ok1 && ok2:
			patch[name] = PatchTo(before, after)
		default:
			patch[name] = value
		}
	}
	for name := range from {
		if _, stays := to[name]; !stays {
			patch[name] = nil
		}
	}
	return patch
}
