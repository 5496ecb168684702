package api

import (
	"context"
	"time"

	"parution.dev/editorial"
	"parution.dev/store"
)

// taskView is something to be done about a post.
type taskView struct {
	ID        editorial.TaskID     `json:"id" example:"task_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Calendar  editorial.CalendarID `json:"calendar"`
	Post      editorial.PostID     `json:"post"`
	Text      string               `json:"text"`
	Checklist string               `json:"checklist" doc:"The kind of post whose checklist it is from; empty: somebody's own"`
	Assignee  editorial.MemberID   `json:"assignee" doc:"Empty: whoever can"`
	DueAt     *time.Time           `json:"due_at" doc:"null: no date"`
	By        actorView            `json:"by"`
	CreatedAt time.Time            `json:"created_at"`
	Done      *resolvedView        `json:"done" doc:"By whom and when; null: it is still to be done"`
}

// taskAnswer is one task with its version.
type taskAnswer struct {
	ETag string `header:"ETag" doc:"The version, for If-Match."`
	Body taskView
}

func viewTask(k editorial.Task) taskView {
	v := taskView{
		ID: k.ID, Calendar: k.Calendar, Post: k.Post, Text: k.Text, Checklist: k.Checklist, Assignee: k.Assignee, DueAt: instant(k.Due),
		By: viewActor(k.By), CreatedAt: k.Created,
	}
	if k.Done != nil {
		v.Done = &resolvedView{By: viewActor(k.Done.By), At: k.Done.At.UTC()}
	}
	return v
}

func answerTask(k editorial.Task) *taskAnswer {
	return &taskAnswer{ETag: etag(k.Version, string(k.ID)), Body: viewTask(k)}
}

type newTask struct {
	Text     string             `json:"text" minLength:"1" maxLength:"2000"`
	Assignee editorial.MemberID `json:"assignee,omitempty" maxLength:"64" doc:"A member who can read the post"`
	DueAt    *time.Time         `json:"due_at,omitempty"`
}

type createTaskInput struct {
	Post editorial.PostID `path:"post"`
	Body newTask
}

func (a *API) createTask(ctx context.Context, in *createTaskInput) (*created[taskView], error) {
	p, actor, err := a.postTo(ctx, in.Post, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	chore := editorial.Chore{Text: in.Body.Text, Assignee: in.Body.Assignee}
	if in.Body.DueAt != nil {
		chore.Due = in.Body.DueAt.UTC()
	}
	made, err := a.store.AddTasks(ctx, a.write(ctx, actor), p.ID, func(t editorial.Talk, _ editorial.Policy, _ []editorial.Task) ([]editorial.Task, []editorial.AuditLine, error) {
		task, lines, err := t.Assign(chore)
		return []editorial.Task{task}, lines, err
	})
	if err != nil {
		return nil, err
	}
	answer := answerTask(made[0])
	return &created[taskView]{Location: location(ctx, made[0].ID), ETag: answer.ETag, Body: answer.Body}, nil
}

type beginChecklistInput struct {
	Post editorial.PostID `path:"post"`
	Body struct {
		Kind string `json:"kind" minLength:"1" maxLength:"100" doc:"As the calendar's policy names it"`
	}
}

type checklistAnswer struct {
	Body struct {
		Items []taskView `json:"items" doc:"The tasks that were made"`
	}
}

// beginChecklist gives a post the tasks of the checklist for its kind, once.
func (a *API) beginChecklist(ctx context.Context, in *beginChecklistInput) (*checklistAnswer, error) {
	p, actor, err := a.postTo(ctx, in.Post, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	made, err := a.store.AddTasks(ctx, a.write(ctx, actor), p.ID, func(t editorial.Talk, policy editorial.Policy, there []editorial.Task) ([]editorial.Task, []editorial.AuditLine, error) {
		return t.Begin(in.Body.Kind, policy, there)
	})
	if err != nil {
		return nil, err
	}
	answer := &checklistAnswer{}
	answer.Body.Items = make([]taskView, len(made))
	for i, task := range made {
		answer.Body.Items[i] = viewTask(task)
	}
	return answer, nil
}

// TasksQuery narrows a list of tasks.
type TasksQuery struct {
	Paging
	Open     bool               `query:"open" doc:"Those that are still to be done."`
	Assignee editorial.MemberID `query:"assignee" maxLength:"64" doc:"Those of a member."`
}

type listTasksInput struct {
	TasksQuery
	Post editorial.PostID `path:"post"`
}

func (a *API) listTasks(ctx context.Context, in *listTasksInput) (*listed[taskView], error) {
	p, _, err := a.postTo(ctx, in.Post, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.pageOfTasks(ctx, store.TaskFilter{Post: p.ID, Open: in.Open, Assignee: in.Assignee}, in.Paging)
}

type listCalendarTasksInput struct {
	TasksQuery
	Calendar editorial.CalendarID `path:"calendar"`
}

func (a *API) listCalendarTasks(ctx context.Context, in *listCalendarTasksInput) (*listed[taskView], error) {
	calendar, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.pageOfTasks(ctx, store.TaskFilter{Calendar: calendar.ID, Open: in.Open, Assignee: in.Assignee}, in.Paging)
}

func (a *API) pageOfTasks(ctx context.Context, filter store.TaskFilter, p Paging) (*listed[taskView], error) {
	tasks, next, err := a.store.ListTasks(ctx, filter, p.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, tasks, next, viewTask), nil
}

// TaskPath names a task.
type TaskPath struct {
	Task editorial.TaskID `path:"task"`
}

// taskFor reads a task in a calendar that the caller needs a permission in.
func (a *API) taskFor(ctx context.Context, id editorial.TaskID, need editorial.Permission) (editorial.Task, editorial.Actor, error) {
	k, err := a.store.GetTask(ctx, id)
	if err != nil {
		return k, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, k.Calendar, need)
	return k, actor, err
}

func (a *API) getTask(ctx context.Context, in *TaskPath) (*taskAnswer, error) {
	k, _, err := a.taskFor(ctx, in.Task, editorial.Read)
	if err != nil {
		return nil, err
	}
	return answerTask(k), nil
}

type updateTaskInput struct {
	TaskPath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that the change starts from."`
	Body    struct {
		Text     Patch[string]                `json:"text,omitzero" minLength:"1" maxLength:"2000"`
		Assignee Optional[editorial.MemberID] `json:"assignee,omitzero" maxLength:"64" doc:"null: whoever can"`
		DueAt    Optional[time.Time]          `json:"due_at,omitzero" doc:"null: no date"`
		Done     Patch[bool]                  `json:"done,omitzero"`
	}
}

func (a *API) updateTask(ctx context.Context, in *updateTaskInput) (*taskAnswer, error) {
	_, actor, err := a.taskFor(ctx, in.Task, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	k, err := a.store.UpdateTask(ctx, a.write(ctx, actor), in.Task, func(k *editorial.Task, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchVersion(in.IfMatch, k.Version, string(k.ID)); err != nil {
			return nil, versioned(err, viewTask(*k))
		}
		chore := editorial.Chore{Text: k.Text, Assignee: k.Assignee, Due: k.Due, Done: k.Done != nil}
		in.Body.Text.Into(&chore.Text)
		in.Body.Assignee.Into(&chore.Assignee)
		in.Body.DueAt.Into(&chore.Due)
		in.Body.Done.Into(&chore.Done)
		return k.Change(chore, t)
	})
	if err != nil {
		return nil, err
	}
	return answerTask(k), nil
}

type removeTaskInput struct {
	TaskPath
	IfMatch string `header:"If-Match" required:"true" doc:"The ETag of the version that was read."`
}

func (a *API) removeTask(ctx context.Context, in *removeTaskInput) (*struct{}, error) {
	_, actor, err := a.taskFor(ctx, in.Task, editorial.Discuss)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemoveTask(ctx, a.write(ctx, actor), in.Task, func(k *editorial.Task, t editorial.Talk) ([]editorial.AuditLine, error) {
		if err := matchVersion(in.IfMatch, k.Version, string(k.ID)); err != nil {
			return nil, versioned(err, viewTask(*k))
		}
		return k.Drop(t)
	})
}

// checklistView is what is to be done for every post of a kind.
type checklistView struct {
	Kind  string   `json:"kind" minLength:"1" maxLength:"100" example:"Vidéo"`
	Items []string `json:"items" minItems:"1" maxItems:"50" minLength:"1" maxLength:"2000"`
}

func viewChecklists(all []editorial.Checklist) []checklistView {
	views := make([]checklistView, len(all))
	for i, list := range all {
		views[i] = checklistView(list)
	}
	return views
}

func readChecklists(sent []checklistView) []editorial.Checklist {
	all := make([]editorial.Checklist, len(sent))
	for i, list := range sent {
		all[i] = editorial.Checklist(list)
	}
	return all
}
