package publishers

import "parution.dev/editorial"

// Form is what a person fills in to connect an account.
type Form struct {
	Name        string // of the platform, as it writes itself
	Settings    []Field
	Credentials []Field
}

// Field is one line of the form.
type Field struct {
	Name     string
	Label    editorial.Words
	Required bool
}
