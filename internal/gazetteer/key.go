package gazetteer

import "strings"

// Resolve finds an actor by what an analyst calls it: an ISO3 code, the name
// of a state, a code such as JPNMIL or IGOWSTNAT, the short or long name of an
// organisation. key is its end of a dyad, code what its events carry.
func Resolve(name string) (key, code string, ok bool) {
	name = strings.TrimSpace(name)
	upper := strings.ToUpper(name)
	if s, ok := StateByISO3(upper); ok {
		return s.ISO3, s.ISO3, true
	}
	if s, ok := StateNamed(name); ok {
		return s.ISO3, s.ISO3, true
	}
	o, ok := OrganisationByCode(upper)
	if !ok {
		o, ok = OrganisationNamed(name)
	}
	if ok {
		if o.Country != "" {
			return o.Country, o.Code, true
		}
		return o.Code, o.Code, true
	}
	if len(name) > 3 && upper == name {
		if s, ok := StateByISO3(name[:3]); ok {
			return s.ISO3, name, true
		}
	}
	return "", "", false
}

// ShortName is the name of a key or code for people; the code itself when it
// is unknown.
func ShortName(code string) string {
	if s, ok := StateByISO3(code); ok {
		return s.Name
	}
	if o, ok := OrganisationByCode(code); ok {
		return o.Short
	}
	return code
}
