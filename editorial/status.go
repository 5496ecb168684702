package editorial

import "slices"

// Status is the one word that people see, derived from the editorial state and
// the deliveries.
type Status string

// StatusOf derives a post's status: the first that fits, in this order:
// archived, publishing, unknown, published, partly_published, failed, missed,
// held, scheduled, approved, and else the editorial state.
func StatusOf(p *Post) Status {
	if p.State == Archived {
		return Status(Archived)
	}
	if status := releaseStatus(p); status != "" {
		return status
	}
	return Status(p.State)
}

func releaseStatus(p *Post) Status {
	has := func(state DeliveryState) bool {
		return slices.ContainsFunc(p.Deliveries, func(d Delivery) bool { return d.State == state })
	}
	out := slices.ContainsFunc(p.Deliveries, func(d Delivery) bool { return d.begun() })
	switch {
	case has(Sending):
		return "publishing"
	case has(Unsure):
		return "unknown"
	case has(Published) && allOut(p.Deliveries):
		return "published"
	case out:
		return "partly_published"
	case has(Failed):
		return "failed"
	case has(Missed):
		return "missed"
	case has(Held), has(Scheduled) && p.Hold != nil:
		return "held"
	case has(Scheduled):
		return "scheduled"
	}
	return ""
}

func allOut(deliveries []Delivery) bool {
	return !slices.ContainsFunc(deliveries, func(d Delivery) bool {
		return d.State != Published && d.State != Dropped
	})
}

// Statuses lists every status in the order above.
func Statuses() []Status {
	return []Status{
		"archived", "publishing", "unknown", "published", "partly_published", "failed", "missed",
		"held", "scheduled", "approved", "idea", "draft", "in_review", "changes_requested",
	}
}

// Words is what people call the status.
func (s Status) Words() Words {
	switch s {
	case "archived":
		return Words{"Archived", "Archivé"}
	case "publishing":
		return Words{"Publishing", "Publication en cours"}
	case "unknown":
		return Words{"To be checked", "À vérifier"}
	case "published":
		return Words{"Published", "Publié"}
	case "partly_published":
		return Words{"Partly published", "Publié en partie"}
	case "failed":
		return Words{"Failed", "Échec"}
	case "missed":
		return Words{"Missed", "Manqué"}
	case "held":
		return Words{"Held", "Bloqué"}
	case "scheduled":
		return Words{"Scheduled", "Programmé"}
	case "approved":
		return Words{"Approved, no date", "Validé, sans date"}
	case "idea":
		return Words{"Idea", "Idée"}
	case "draft":
		return Words{"Draft", "Brouillon"}
	case "in_review":
		return Words{"In review", "À valider"}
	case "changes_requested":
		return Words{"Changes requested", "À corriger"}
	}
	return Words{string(s), string(s)}
}
