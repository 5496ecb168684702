package api

import "parution.dev/editorial"

// The codes of notices, and of the ways that they take.
const (
	codeSeqsOrUpTo editorial.Code = "seqs_or_up_to"
)

// noticeSentences say what is wrong with these, and the next step.
func noticeSentences() map[editorial.Code]editorial.Words {
	return map[editorial.Code]editorial.Words{
		codeSeqsOrUpTo: {EN: "Say which notices you have read: either seqs, or up_to.", FR: "Indiquez les notifications lues : soit seqs, soit up_to."},
	}
}
