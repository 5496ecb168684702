package api

import (
	"context"
	"time"

	"parution.dev/editorial"
)

// chatView is who the caller is in a chat.
type chatView struct {
	ID        editorial.ChatAccountID `json:"id" example:"chat_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Workspace string                  `json:"workspace" example:"T024BE7LD"`
	User      string                  `json:"user" example:"U2147483697"`
	LinkedAt  time.Time               `json:"linked_at"`
}

func viewChat(c editorial.ChatAccount) chatView {
	return chatView{ID: c.ID, Workspace: c.Workspace, User: c.User, LinkedAt: c.Linked}
}

type chatCode struct {
	Body struct {
		Code      string    `json:"code" doc:"To be typed in Slack, once: /parution link and the code. Give it to nobody"`
		ExpiresAt time.Time `json:"expires_at"`
	}
}

// linkChat makes a code for the caller to say in a chat.
func (a *API) linkChat(ctx context.Context, _ *struct{}) (*chatCode, error) {
	who := callerOf(ctx)
	if !who.whole() || who.member.Service {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	code, hash := editorial.NewChatCode()
	if err := a.store.AddChatCode(ctx, who.member.ID, hash, a.now()); err != nil {
		return nil, err
	}
	answer := &chatCode{}
	answer.Body.Code, answer.Body.ExpiresAt = code, a.now().Add(editorial.ChatCodeTime)
	return answer, nil
}

func (a *API) listChats(ctx context.Context, _ *struct{}) (*listed[chatView], error) {
	found, err := a.store.ListChatAccounts(ctx, callerOf(ctx).member.ID)
	if err != nil {
		return nil, err
	}
	return list(ctx, found, "", viewChat), nil
}

type removeChatInput struct {
	Chat editorial.ChatAccountID `path:"chat"`
}

func (a *API) removeChat(ctx context.Context, in *removeChatInput) (*struct{}, error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	return nil, a.store.RemoveChatAccount(ctx, a.write(ctx, who.actor()), who.member.ID, in.Chat)
}
