package editorial

import (
	"reflect"
	"slices"
)

// media pairs files by their bytes. Those that are out of the order that most
// of them kept have moved; those that are gone stand last.
func (c *comparison) media(from, to []MediaUse) []MediaChange {
	changes := []MediaChange{}
	kept := keptOrder(from, to)
	used := make([]bool, len(from))
	for j := range to {
		i, moved := kept[j], false
		if i < 0 {
			i, moved = unused(from, used, kept, to[j].Hash), true
		}
		if i < 0 {
			changes = append(changes, c.file(nil, &to[j]))
			continue
		}
		used[i] = true
		change := c.file(&from[i], &to[j])
		if moved && change.Change == Same {
			change.Change = Moved
		}
		changes = append(changes, change)
	}
	for i := range from {
		if !used[i] {
			changes = append(changes, c.file(&from[i], nil))
		}
	}
	return changes
}

// keptOrder says for each file after which one before it is, where the order
// is the same; -1 for the others.
func keptOrder(from, to []MediaUse) []int {
	known := numbers{}
	m := compareRows(known.of(hashesOf(from)), known.of(hashesOf(to)))
	kept := slices.Repeat([]int{-1}, len(to))
	m.each(func(i, j int) { kept[j] = i })
	return kept
}

func hashesOf(uses []MediaUse) []string {
	hashes := make([]string, len(uses))
	for i, use := range uses {
		hashes[i] = use.Hash
	}
	return hashes
}

// unused finds a file that is paired with none.
func unused(from []MediaUse, used []bool, kept []int, hash string) int {
	for i, use := range from {
		if use.Hash == hash && !used[i] && !slices.Contains(kept, i) {
			return i
		}
	}
	return -1
}

func (c *comparison) file(from, to *MediaUse) MediaChange {
	change := MediaChange{From: from, To: to, Change: changeOf(from, to)}
	change.Alt = c.text(altOf(from), altOf(to))
	if change.Change == Changed && signMedia(*from) == signMedia(*to) {
		change.Change = Same
	}
	return change
}

// changeOf says whether something is in both, or in one of two.
func changeOf[T any](from, to *T) Change {
	switch {
	case from == nil:
		return Added
	case to == nil:
		return Removed
	}
	return Changed
}

func altOf(use *MediaUse) string {
	if use == nil {
		return ""
	}
	return use.Alt
}

func (c *comparison) link(from, to *LinkCard) *LinkChange {
	if from == nil && to == nil {
		return nil
	}
	change := LinkChange{Change: changeOf(from, to)}
	before, after := orNone(from), orNone(to)
	change.URL = Replaced{before.URL, after.URL}
	change.Title, change.Text = c.text(before.Title, after.Title), c.text(before.Text, after.Text)
	if before.Thumbnail != nil || after.Thumbnail != nil {
		thumbnail := c.file(before.Thumbnail, after.Thumbnail)
		change.Thumbnail = &thumbnail
	}
	if change.Change == Changed && reflect.DeepEqual(signPart(Part{Link: from}), signPart(Part{Link: to})) {
		change.Change = Same
	}
	return &change
}

func orNone(card *LinkCard) LinkCard {
	if card == nil {
		return LinkCard{}
	}
	return *card
}
