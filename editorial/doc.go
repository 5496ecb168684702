// Package editorial is the trade itself: what a post is, who may do what to
// it, when it is due, and whether it may leave. It holds types and pure rules
// and nothing else: no clock, no network, no database. Time is an argument.
//
// A post moves through the workflow by the table in workflow.go:
//
//	idea ──▶ draft ──submit──▶ in_review ──approve──▶ approved
//	           ▲                │  ▲  ▲                 │  │
//	           │   request_     │  │  └─ edit beyond ───┘  │
//	           │   changes      ▼  │submit  the margin     │
//	           │       changes_requested ◀─request_changes─┘
//	           └──────── withdraw (in_review, approved)
//	 any state with nothing on the wire ──archive──▶ archived ──restore──▶ draft
//
// An approved post has one delivery for each of its channels. A delivery moves
// through the ledger by the table in delivery.go:
//
//	planned ──approved and dated──▶ scheduled ──claim──▶ sending ──▶ published
//	   ▲                             │  ▲  ▲               │ │ └───▶ failed
//	   └── withdrawn, undated ───────┤  │  └─ not heard ───┘ └─────▶ unknown
//	                      gate: no   ▼  │ reason ends       read back │ │ │
//	                               held ┘◀── surely absent, in time ──┘ │ │
//	                                 └──▶ missed ◀── surely absent, late┘ │
//	 dropped: a person took the channel out          found ─▶ published ◀─┘
//
// Only a claim makes a delivery leave, and a claim asks [Gate] first.
package editorial
