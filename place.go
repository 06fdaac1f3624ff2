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
