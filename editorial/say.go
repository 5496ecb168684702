package editorial

import (
	"fmt"
	"time"
)

// SayTime says an instant as clocks in a zone show it, with the zone's name: a
// time without it is read wrong by somebody.
func SayTime(at time.Time, zone string, lang Lang) string {
	location, err := zoneNamed(zone)
	if err != nil {
		location, zone = time.UTC, "UTC"
	}
	wall := wallAt(at, location)
	return SayDay(wall, lang) + ", " + wall.Format(clockLayout) + " (" + zone + ")"
}

// SayDay says a day, with its weekday.
func SayDay(day time.Time, lang Lang) string {
	if lang == French {
		number := fmt.Sprint(day.Day())
		if day.Day() == 1 {
			number = "1er"
		}
		return fmt.Sprintf("%s %s %s %d", frenchWeekday(day.Weekday()), number, frenchMonth(day.Month()), day.Year())
	}
	return day.Format("Monday 2 January 2006")
}

func frenchWeekday(day time.Weekday) string {
	return [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}[day]
}

func frenchMonth(month time.Month) string {
	return [...]string{
		"", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
	}[month]
}
