package api

import (
	"maps"
	"slices"

	"parution.dev/editorial"
)

// limitsView is what a platform, or one account on it, takes.
type limitsView struct {
	Text          []textLimitView `json:"text" doc:"All of them hold for each part"`
	TextOrMedia   bool            `json:"text_or_media" doc:"A part may go without copy where it has a picture"`
	MediaRequired bool            `json:"media_required"`
	Parts         int             `json:"parts" doc:"Most parts of a thread; 1: no threads"`
	FirstComment  bool            `json:"first_comment"`
	LinkCard      bool            `json:"link_card"`
	Media         mediaLimitsView `json:"media"`
	Options       []optionView    `json:"options" doc:"What a variant may set"`
	Edits         editsView       `json:"edits" doc:"What can still be changed of a published post, by edit_live"`
}

// editsView is what can be changed of a post that is out.
type editsView struct {
	Copy  bool `json:"copy" doc:"The copy, and options that are not fixed; false: nothing"`
	Alt   bool `json:"alt" doc:"Alternative texts"`
	Media bool `json:"media" doc:"Pictures, with their alternative texts, and the link card"`
}

// textLimitView is one limit on a text, and how its length is counted.
type textLimitView struct {
	Max           int            `json:"max" doc:"0: no limit"`
	Unit          editorial.Unit `json:"unit" doc:"What is counted"`
	LinkLength    int            `json:"link_length" doc:"What every link counts, long or short; 0: its own length"`
	LocalMentions bool           `json:"local_mentions" doc:"@name@host counts as @name"`
}

func viewTextLimit(l editorial.TextLimit) textLimitView {
	return textLimitView{l.Max, l.Counting.Unit, l.Counting.LinkLength, l.Counting.LocalMentions}
}

type mediaLimitsView struct {
	Max    int             `json:"max" doc:"Most files"`
	Types  []mediaTypeView `json:"types"`
	Alt    textLimitView   `json:"alt"`
	Pixels int             `json:"pixels" doc:"Most width × height; 0: no limit"`
}

type mediaTypeView struct {
	Type  string `json:"type" example:"image/png"`
	Bytes int64  `json:"bytes" doc:"Most bytes; 0: no limit"`
}

// optionView is the schema of one option.
type optionView struct {
	Name    string               `json:"name"`
	Kind    editorial.OptionKind `json:"kind" enum:"text,toggle,choice"`
	Choices []string             `json:"choices"`
	Max     int                  `json:"max" doc:"Most code points of a text; 0: 500"`
	Fixed   bool                 `json:"fixed" doc:"It cannot be changed once the post is published"`
	Label   string               `json:"label" doc:"In the reader's language"`
}

func viewLimits(l editorial.Limits, lang editorial.Lang) limitsView {
	view := limitsView{
		Text: []textLimitView{}, TextOrMedia: l.TextOrMedia, MediaRequired: l.MediaRequired, Parts: max(1, l.Parts),
		FirstComment: l.FirstComment, LinkCard: l.LinkCard, Options: []optionView{}, Edits: editsView(l.Edits),
		Media: mediaLimitsView{Max: l.Media.Max, Types: []mediaTypeView{}, Alt: viewTextLimit(l.Media.Alt), Pixels: l.Media.Pixels},
	}
	for _, limit := range l.Text {
		view.Text = append(view.Text, viewTextLimit(limit))
	}
	for _, kind := range slices.Sorted(maps.Keys(l.Media.Types)) {
		view.Media.Types = append(view.Media.Types, mediaTypeView{kind, l.Media.Types[kind]})
	}
	for _, o := range l.Options {
		view.Options = append(view.Options, optionView{o.Name, o.Kind, filled(o.Choices), o.Max, o.Fixed, o.Label.In(lang)})
	}
	return view
}
