package store

import (
	"context"
	"strconv"

	"parution.dev/editorial"
)

const taskColumns = `seq, id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version`

func scanTask(row scanner) (editorial.Task, error) {
	var k editorial.Task
	err := row.Scan(&k.Seq, &k.ID, &k.Calendar, &k.Post, &k.Text, &k.Checklist, orEmpty[editorial.MemberID]{&k.Assignee}, instant{&k.Due},
		decoded{&k.By}, instant{&k.Created}, decoded{&k.Done}, &k.Version)
	return k, err
}

// Assigning makes tasks about a post; there are those that it has.
type Assigning func(t editorial.Talk, policy editorial.Policy, there []editorial.Task) ([]editorial.Task, []editorial.AuditLine, error)

// AddTasks writes what is to be done about a post.
func (s *Store) AddTasks(ctx context.Context, w Write, post editorial.PostID, assign Assigning) (made []editorial.Task, err error) {
	err = s.write(ctx, func(t *tx) error {
		if w.Once != nil {
			if err := t.replayed(w); err != nil {
				return err
			}
		}
		talk, err := t.talk(w, post, "", 0)
		if err != nil {
			return err
		}
		calendar, err := t.calendar(talk.Post.Calendar)
		if err != nil {
			return err
		}
		there, err := many(t, scanTask, `SELECT `+taskColumns+` FROM tasks WHERE post_id = $1 ORDER BY seq`, post)
		if err != nil {
			return err
		}
		var lines []editorial.AuditLine
		if made, lines, err = assign(talk, calendar.Policy, there); err != nil {
			return err
		}
		return t.addTasks(w, made, lines)
	})
	return made, err
}

// addTasks writes tasks; the key of a request that made one names it.
func (t *tx) addTasks(w Write, made []editorial.Task, lines []editorial.AuditLine) error {
	insert := func() error {
		for i := range made {
			if err := t.insertTask(&made[i]); err != nil {
				return err
			}
		}
		return t.log(lines...)
	}
	if len(made) != 1 {
		return insert()
	}
	return t.create(w, string(made[0].ID), insert)
}

func (t *tx) insertTask(k *editorial.Task) error {
	return t.QueryRowContext(t.ctx, `
		INSERT INTO tasks (id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING seq`,
		k.ID, k.Calendar, k.Post, k.Text, k.Checklist, nullable(k.Assignee), stamp(k.Due), text(k.By), stamp(k.Created), optional(k.Done), k.Version).Scan(&k.Seq)
}

func (t *tx) task(id editorial.TaskID) (editorial.Task, error) {
	return one(t, scanTask, `SELECT `+taskColumns+` FROM tasks WHERE id = $1`, id)
}

// GetTask reads a task.
func (s *Store) GetTask(ctx context.Context, id editorial.TaskID) (editorial.Task, error) {
	return get(ctx, s, (*tx).task, id)
}

// ChangeTask is what a rule does to a task.
type ChangeTask func(*editorial.Task, editorial.Talk) ([]editorial.AuditLine, error)

// UpdateTask changes a task in one transaction.
func (s *Store) UpdateTask(ctx context.Context, w Write, id editorial.TaskID, change ChangeTask) (k editorial.Task, err error) {
	err = s.write(ctx, func(t *tx) error {
		lines, err := t.changedTask(w, id, &k, change)
		if err != nil {
			return err
		}
		k.Version++
		err = t.must(`UPDATE tasks SET words = $1, assignee_id = $2, due_at = $3, done = $4, version = $5 WHERE id = $6`,
			k.Text, nullable(k.Assignee), stamp(k.Due), optional(k.Done), k.Version, id)
		if err != nil {
			return err
		}
		return t.log(lines...)
	})
	return k, err
}

// RemoveTask deletes a task.
func (s *Store) RemoveTask(ctx context.Context, w Write, id editorial.TaskID, change ChangeTask) error {
	return s.write(ctx, func(t *tx) error {
		var k editorial.Task
		lines, err := t.changedTask(w, id, &k, change)
		if err != nil {
			return err
		}
		if err := t.must(`DELETE FROM tasks WHERE id = $1`, id); err != nil {
			return err
		}
		return t.log(lines...)
	})
}

func (t *tx) changedTask(w Write, id editorial.TaskID, k *editorial.Task, change ChangeTask) (lines []editorial.AuditLine, err error) {
	if *k, err = t.task(id); err != nil {
		return nil, err
	}
	talk, err := t.talk(w, k.Post, "", 0)
	if err != nil {
		return nil, err
	}
	return change(k, talk)
}

// TaskFilter narrows a list of tasks.
type TaskFilter struct {
	Calendar editorial.CalendarID
	Post     editorial.PostID
	Assignee editorial.MemberID
	Open     bool // those that are still to be done
}

// ListTasks lists tasks in the order in which they came.
func (s *Store) ListTasks(ctx context.Context, f TaskFilter, p Page) (found []editorial.Task, next string, err error) {
	after, some, err := p.afterNumber()
	if err != nil {
		return nil, "", err
	}
	var c clauses
	if f.Calendar != "" {
		c.add(`calendar_id = %s`, f.Calendar)
	}
	if f.Post != "" {
		c.add(`post_id = %s`, f.Post)
	}
	if f.Assignee != "" {
		c.add(`assignee_id = %s`, f.Assignee)
	}
	if f.Open {
		c.add(`done IS NULL`)
	}
	if some {
		c.add(`seq > %s`, after)
	}
	query, args := c.query(`SELECT `+taskColumns+` FROM tasks`, `seq`, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanTask, query, args...)
		return err
	})
	found, next = cut(p, found, func(k editorial.Task) []string { return []string{strconv.FormatInt(k.Seq, 10)} })
	return found, next, err
}
