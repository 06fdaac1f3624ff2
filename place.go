package entente

// Place is a place named in the text with where it lies.
type Place struct {
	Span
	Name     string // the gazetteer's name
	Country  string // ISO3, "" at sea or when disputed
	Lat, Lon float64
	GeoNames int    // GeoNames id, 0 when there is none
	Kind     string // country region city sea strait island river area base site
	Locative bool   // used as a place ("in Seoul"), not as its government ("Seoul said")
	Rule     string
}

// ImpliedPlace is the rule of a place that no words name: the state of a party
// at whose home an event took place. It stands at the words that name the party.
const ImpliedPlace = "implied"

// NamedPlaces are the places that words of the text name, without the implied
// ones, which stand at the end.
func (d *Document) NamedPlaces() []Place {
	n := len(d.Places)
	for n > 0 && d.Places[n-1].Rule == ImpliedPlace {
		n--
	}
	return d.Places[:n]
}
