package editorial

// legalPhrases are what the law asks advertising to say (law 2023-451 and
// ordonnance 2024-978 in France), and the hashtags that stand for it.
func legalPhrases() []string {
	return []string{
		"#pub", "#ad", "Publicité", "Collaboration commerciale", "Partenariat rémunéré", "Communication commerciale",
		"Images retouchées", "Images virtuelles", "Advertisement", "Paid partnership", "Sponsored", "Sponsorisé",
	}
}

// isNegation tells whether a word turns a sentence into its contrary.
func isNegation(word string) bool {
	switch word {
	case "ne", "non", "pas", "plus", "jamais", "sans", "ni", "aucun", "aucune", "rien", "guère", "nul", "nulle",
		"no", "not", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere", "without", "cannot":
		return true
	}
	return false
}

// isDateWord tells whether a word without its accents names a day, a month or
// a moment counted from today.
func isDateWord(word string) bool {
	if isDayOrMonth(word) || len(word) > 1 && word[len(word)-1] == 's' && isDayOrMonth(word[:len(word)-1]) {
		return true
	}
	switch word {
	case "aujourd", "demain", "hier", "midi", "minuit", // aujourd’hui is two words here
		"today", "tomorrow", "yesterday", "tonight", "noon", "midnight",
		"janv", "fevr", "avr", "juil", "oct", "nov", "dec", "jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep",
		"tue", "tues", "wed", "thu", "thur", "thurs", "fri":
		return true
	}
	return false
}

func isDayOrMonth(word string) bool {
	switch word {
	case "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

// isNumberWord tells whether a word without its accents is a number above one.
// One is an article in French, and most often a pronoun in English.
func isNumberWord(word string) bool {
	switch word {
	case "zero", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
		"quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante",
		"cent", "cents", "mille", "million", "millions", "milliard", "milliards", "demi", "demie", "moitie",
		"two", "three", "four", "five", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
		"fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
		"eighty", "ninety", "hundred", "thousand", "billion", "billions", "half", "dozen":
		return true
	}
	return false
}

// isUnit tells whether a word behind a number is what it counts in, without
// its accents.
func isUnit(word string) bool {
	if len(word) > 2 && word[len(word)-1] == 's' && isUnit(word[:len(word)-1]) {
		return true
	}
	switch word {
	case "euro", "eur", "centime", "dollar", "usd", "pound", "gbp", "franc", "chf", "cad", "pourcent", "pour", "percent", "pct",
		"k", "m", "md", "mds", "million", "milliard", "billion", "mille", "thousand", "hundred",
		"h", "hr", "heure", "hour", "min", "mn", "minute", "s", "sec", "seconde", "second", "am", "pm", "a.m", "p.m",
		"j", "jour", "day", "semaine", "week", "mois", "month", "an", "annee", "year", "trimestre", "quarter",
		"mm", "cm", "dm", "km", "metre", "meter", "kilometre", "kilometer", "mile", "inch", "pouce", "foot", "feet",
		"mg", "g", "kg", "t", "gramme", "gram", "kilo", "tonne", "ton", "lb", "oz", "ml", "cl", "dl", "l", "litre", "liter",
		"m2", "m3", "ha", "hectare", "ko", "mo", "go", "to", "kb", "mb", "gb", "tb", "w", "kw", "kwh", "mw", "wh", "v", "c", "f",
		"degre", "degree", "fois", "time", "er", "re", "e", "eme", "ttc", "ht":
		return true
	}
	return false
}
