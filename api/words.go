package api

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"parution.dev/editorial"
)

// title is the sort of problem that a status stands for.
func title(status int) editorial.Words {
	if title, ok := titles()[status]; ok {
		return title
	}
	return editorial.Words{EN: "Internal error", FR: "Erreur interne"}
}

func titles() map[int]editorial.Words {
	return map[int]editorial.Words{
		http.StatusBadRequest:            {EN: "Not readable", FR: "Illisible"},
		http.StatusUnauthorized:          {EN: "Not identified", FR: "Non identifié"},
		http.StatusForbidden:             {EN: "Not allowed", FR: "Non autorisé"},
		http.StatusNotFound:              {EN: "Not found", FR: "Introuvable"},
		http.StatusMethodNotAllowed:      {EN: "Method not allowed", FR: "Méthode non acceptée"},
		http.StatusRequestTimeout:        {EN: "Too slow", FR: "Trop lent"},
		http.StatusConflict:              {EN: "Not possible now", FR: "Impossible pour l’instant"},
		http.StatusPreconditionFailed:    {EN: "Changed meanwhile", FR: "Modifié entre-temps"},
		http.StatusRequestEntityTooLarge: {EN: "Too large", FR: "Trop volumineux"},
		http.StatusUnsupportedMediaType:  {EN: "Media type not supported", FR: "Type de contenu non accepté"},
		http.StatusUnprocessableEntity:   {EN: "Not valid", FR: "Non valable"},
		http.StatusPreconditionRequired:  {EN: "Version needed", FR: "Version nécessaire"},
		http.StatusTooManyRequests:       {EN: "Too often", FR: "Trop souvent"},
		http.StatusInsufficientStorage:   {EN: "Nothing saved", FR: "Rien n’est enregistré"},
		http.StatusServiceUnavailable:    {EN: "Not available now", FR: "Indisponible pour l’instant"},
	}
}

// knownNames says which names a place knows, so that an unknown one need not
// be repeated.
func knownNames[T any](known map[string]T) editorial.Words {
	if len(known) == 0 {
		return editorial.Words{EN: "Nothing is known here.", FR: "Rien n’est connu ici."}
	}
	names := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	return editorial.Words{EN: "Known here: " + names + ".", FR: "Connus ici : " + names + "."}
}

// wanted says which type a field is of.
func wanted(schemaType string) editorial.Words {
	switch schemaType {
	case huma.TypeString:
		return editorial.Words{EN: "This field is a text.", FR: "Ce champ est un texte."}
	case huma.TypeInteger:
		return editorial.Words{EN: "This field is a whole number.", FR: "Ce champ est un nombre entier."}
	case huma.TypeNumber:
		return editorial.Words{EN: "This field is a number.", FR: "Ce champ est un nombre."}
	case huma.TypeBoolean:
		return editorial.Words{EN: "This field is true or false.", FR: "Ce champ vaut true ou false."}
	case huma.TypeArray:
		return editorial.Words{EN: "This field is a list.", FR: "Ce champ est une liste."}
	case huma.TypeObject:
		return editorial.Words{EN: "This field is an object.", FR: "Ce champ est un objet."}
	}
	return editorial.Words{}
}

func atMost(n int, en, fr string) editorial.Words {
	if n > 1 {
		en, fr = en+"s", fr+"s"
	}
	return editorial.Words{EN: fmt.Sprintf("At most %d %s.", n, en), FR: fmt.Sprintf("Au plus %d %s.", n, fr)}
}

func oneOfThese(values []any) editorial.Words {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = fmt.Sprint(value)
	}
	list := strings.Join(names, ", ")
	return editorial.Words{EN: "One of: " + list + ".", FR: "L’une de ces valeurs : " + list + "."}
}

func between(low, high *float64) editorial.Words {
	switch {
	case low != nil && high != nil:
		return editorial.Words{EN: fmt.Sprintf("From %g to %g.", *low, *high), FR: fmt.Sprintf("De %g à %g.", *low, *high)}
	case low != nil:
		return editorial.Words{EN: fmt.Sprintf("At least %g.", *low), FR: fmt.Sprintf("Au moins %g.", *low)}
	case high != nil:
		return editorial.Words{EN: fmt.Sprintf("At most %g.", *high), FR: fmt.Sprintf("Au plus %g.", *high)}
	}
	return editorial.Words{}
}
