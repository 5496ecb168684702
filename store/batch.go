package store

import (
	"math/bits"
	"strconv"
	"strings"
)

// batchSizes are how many rows one statement writes: few sizes, so that the
// statements stay prepared. Most of what a small statement costs is not its
// row's.
func batchSizes() []int { return []int{32, 8, 1} }

// inBatches hands all of them over, in order, so many at a time.
func inBatches[T any](all []T, do func([]T) error) error {
	for _, size := range batchSizes() {
		for len(all) >= size {
			if err := do(all[:size]); err != nil {
				return err
			}
			all = all[size:]
		}
	}
	return nil
}

// put writes rows of so many columns, as the values of one statement for many
// of them: head and tail are what stands around the values.
func (t *tx) put(head string, columns int, tail string, rows [][]any) error {
	return inBatches(rows, func(some [][]any) error {
		args := make([]any, 0, len(some)*columns)
		for _, row := range some {
			args = append(args, row...)
		}
		_, err := t.exec(t.store.batches.of(batch{head, tail, len(some), columns}), args...)
		return err
	})
}

// batch is a statement that writes so many rows.
type batch struct {
	head, tail    string
	rows, columns int
}

// batches are statements written out: some have hundreds of placeholders. Only
// whoever is inside the door asks for one.
type batches map[batch]string

func (all *batches) of(b batch) string {
	if text, ok := (*all)[b]; ok {
		return text
	}
	if *all == nil {
		*all = batches{}
	}
	text := b.head + tuples(b.rows, b.columns) + b.tail
	(*all)[b] = text
	return text
}

// tuples writes the placeholders of so many rows, from $1 on.
func tuples(rows, columns int) string {
	var b strings.Builder
	for i := range rows * columns {
		switch {
		case i == 0:
			b.WriteString("($")
		case i%columns == 0:
			b.WriteString("), ($")
		default:
			b.WriteString(", $")
		}
		b.WriteString(strconv.Itoa(i + 1))
	}
	b.WriteString(")")
	return b.String()
}

// askFor turns ids into the arguments of an IN: the last is repeated up to a
// power of two, so that few statements serve lists of every length.
func askFor[T any](ids []T) []any {
	all := anys(ids)
	for range 1<<bits.Len(uint(len(all)-1)) - len(all) {
		all = append(all, all[len(all)-1])
	}
	return all
}
