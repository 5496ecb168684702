package editorial

import (
	"slices"
	"strings"
	"time"
)

// Task is something to be done about a post, by somebody or by whoever can.
type Task struct {
	ID        TaskID
	Seq       int64 // in the order in which they came
	Calendar  CalendarID
	Post      PostID
	Text      string
	Checklist string   // the kind of post whose checklist it is from; "": somebody's own
	Assignee  MemberID // "": whoever can
	Due       time.Time
	By        Actor
	Created   time.Time
	Done      *ResolvedThread // by whom and when; nil: it is still to be done
	Version   int64
}

// Checklist is what is to be done for every post of a kind.
type Checklist struct {
	Kind  string
	Items []string
}

// CheckLists says what is wrong with the checklists of a policy, with pointers
// below at.
func (p Policy) CheckLists(at string) []Problem {
	var problems []Problem
	seen := map[string]bool{}
	for i, list := range p.Checklists {
		kind := strings.ToLower(strings.TrimSpace(list.Kind))
		switch {
		case kind == "":
			problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: at + pointer(i, "kind")})
		case seen[kind]:
			problems = append(problems, Problem{Code: CodeTwice, Pointer: at + pointer(i, "kind")})
		}
		seen[kind] = true
		for n, item := range list.Items {
			if strings.TrimSpace(item) == "" {
				problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: at + pointer(i, "items", n)})
			}
		}
	}
	return problems
}

// Chore is what somebody wants done.
type Chore struct {
	Text     string
	Assignee MemberID
	Due      time.Time
	Done     bool
}

// Assign makes a task of a chore.
func (t Talk) Assign(c Chore) (Task, []AuditLine, error) {
	if err := t.checkChore(c); err != nil {
		return Task{}, nil, err
	}
	task := t.task(c.Text, "")
	task.Assignee, task.Due = c.Assignee, c.Due
	return task, append([]AuditLine{t.line("task.added", string(task.ID), c.Text)}, t.assigned(task, "")...), nil
}

func (t Talk) task(text, checklist string) Task {
	task := Task{ID: NewID[TaskID]("task"), Calendar: t.Post.Calendar, Post: t.Post.ID, Text: text, Checklist: checklist, By: t.By, Created: t.Now, Version: 1}
	task.By.May = nil
	return task
}

func (t Talk) checkChore(c Chore) error {
	if !t.By.May.Has(Discuss) {
		return Refuse(Forbidden, CodeNotPermitted)
	}
	var problems []Problem
	if strings.TrimSpace(c.Text) == "" {
		problems = append(problems, Problem{Code: CodeNothingSaid, Pointer: "/text"})
	}
	if c.Assignee != "" && !t.reads(c.Assignee) {
		problems = append(problems, Problem{Code: CodeCannotRead, Pointer: "/assignee"})
	}
	return RefuseAll(problems)
}

// reads tells whether a member can read the post.
func (t Talk) reads(id MemberID) bool {
	return slices.ContainsFunc(t.Readers, func(m Member) bool { return m.ID == id && m.reads(t.Post.Calendar) })
}

// assigned tells whoever a task falls to.
func (t Talk) assigned(task Task, before MemberID) []AuditLine {
	if task.Assignee == "" || task.Assignee == before {
		return nil
	}
	line := t.line("task.assigned", string(task.Assignee), "")
	line.Detail = string(task.ID)
	return []AuditLine{line}
}

// Begin makes the tasks of the checklist for a kind of post, once.
func (t Talk) Begin(kind string, policy Policy, there []Task) ([]Task, []AuditLine, error) {
	i := slices.IndexFunc(policy.Checklists, func(l Checklist) bool { return l.Kind == kind })
	switch {
	case !t.By.May.Has(Discuss):
		return nil, nil, Refuse(Forbidden, CodeNotPermitted)
	case i < 0:
		return nil, nil, InvalidAt("/kind", CodeNoChecklist)
	case slices.ContainsFunc(there, func(one Task) bool { return one.Checklist == kind }):
		return nil, nil, Refuse(Conflict, CodeChecklistThere)
	}
	var tasks []Task
	for _, item := range policy.Checklists[i].Items {
		tasks = append(tasks, t.task(item, kind))
	}
	line := t.line("checklist.begun", string(t.Post.ID), "")
	line.Detail = kind
	return tasks, []AuditLine{line}, nil
}

// Change changes a task: what is to be done, by whom, by when, and whether it
// is.
func (task *Task) Change(c Chore, t Talk) ([]AuditLine, error) {
	if err := t.checkChore(c); err != nil {
		return nil, err
	}
	var lines []AuditLine
	if task.Text != c.Text || !task.Due.Equal(c.Due) || task.Assignee != c.Assignee {
		lines = append(lines, t.line("task.edited", string(task.ID), c.Text))
	}
	before := task.Assignee
	task.Text, task.Assignee, task.Due = c.Text, c.Assignee, c.Due
	lines = append(lines, t.assigned(*task, before)...)
	switch {
	case c.Done && task.Done == nil:
		by := t.By
		by.May = nil
		task.Done = &ResolvedThread{By: by, At: t.Now}
		lines = append(lines, t.line("task.done", string(task.ID), task.Text))
	case !c.Done && task.Done != nil:
		task.Done = nil
		lines = append(lines, t.line("task.reopened", string(task.ID), task.Text))
	}
	return lines, nil
}

// Drop takes a task away.
func (task *Task) Drop(t Talk) ([]AuditLine, error) {
	if !t.By.May.Has(Discuss) {
		return nil, Refuse(Forbidden, CodeNotPermitted)
	}
	return []AuditLine{t.line("task.removed", string(task.ID), task.Text)}, nil
}
