package web

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"entente"
)

// Sizes of the chart in SVG units; the page scales it to its column.
const (
	chartWidth  = 960.0
	chartHeight = 300.0
	chartLeft   = 44.0
	chartRight  = 12.0
	chartTop    = 14.0
	chartBottom = 30.0
	maxDots     = 240 // more points than this are drawn as lines alone
)

// chart draws a series as SVG: ties and tension as two lines, each point a
// link to the entries behind it. href builds the address of a period.
func chart(s entente.Series, chosen string, href func(period string) string) template.HTML {
	if len(s.Points) == 0 {
		return ""
	}
	c := canvas{series: s, top: ceiling(s.Points), step: 0}
	if n := len(s.Points); n > 1 {
		c.step = (chartWidth - chartLeft - chartRight) / float64(n-1)
	}
	fmt.Fprintf(&c.b, `<svg class="chart" viewBox="0 0 %g %g" role="img" aria-label="Ties and tension of %s and %s by %s">`,
		chartWidth, chartHeight, template.HTMLEscapeString(s.Dyad[0]), template.HTMLEscapeString(s.Dyad[1]), s.By)
	c.grid()
	c.labels()
	c.line("tension", func(p entente.Point) float64 { return p.Tension })
	c.line("ties", func(p entente.Point) float64 { return p.Ties })
	c.dots(chosen, href)
	c.b.WriteString(`</svg>`)
	return template.HTML(c.b.String())
}

type canvas struct {
	b      strings.Builder
	series entente.Series
	top    float64 // value at the upper edge
	step   float64 // distance of two periods
}

func (c *canvas) x(i int) float64 {
	if c.step == 0 {
		return (chartLeft + chartWidth - chartRight) / 2
	}
	return chartLeft + c.step*float64(i)
}

func (c *canvas) y(v float64) float64 {
	return chartHeight - chartBottom - v/c.top*(chartHeight-chartTop-chartBottom)
}

// ceiling is the smallest of 1, 2, 5, 10, 20, 50 ... above every value.
func ceiling(points []entente.Point) float64 {
	most := 1.0
	for _, p := range points {
		most = max(most, p.Ties, p.Tension)
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	for _, k := range []float64{1, 2, 5, 10} {
		if k*unit >= most {
			return k * unit
		}
	}
	return most
}

func (c *canvas) grid() {
	for i := range 5 {
		v := c.top * float64(i) / 4
		fmt.Fprintf(&c.b, `<line class="grid" x1="%g" x2="%g" y1="%.1f" y2="%.1f"/>`, chartLeft, chartWidth-chartRight, c.y(v), c.y(v))
		fmt.Fprintf(&c.b, `<text class="axis" x="%g" y="%.1f" text-anchor="end">%.3g</text>`, chartLeft-6, c.y(v)+4, v)
	}
}

// labels prints about eight periods under the chart.
func (c *canvas) labels() {
	every := max(1, (len(c.series.Points)+7)/8)
	last := len(c.series.Points) - 1
	for i := 0; i <= last; i += every {
		anchor := "middle"
		if i == last && i > 0 {
			anchor = "end"
		}
		fmt.Fprintf(&c.b, `<text class="axis" x="%.1f" y="%g" text-anchor="%s">%s</text>`,
			c.x(i), chartHeight-8, anchor, template.HTMLEscapeString(c.series.Points[i].Period))
	}
}

func (c *canvas) line(class string, value func(entente.Point) float64) {
	var path strings.Builder
	for i, p := range c.series.Points {
		verb := "L"
		if i == 0 {
			verb = "M"
		}
		fmt.Fprintf(&path, "%s%.1f %.1f", verb, c.x(i), c.y(value(p)))
	}
	base := c.y(0)
	fmt.Fprintf(&c.b, `<path class="area %s" d="%sL%.1f %.1fL%.1f %.1fZ"/>`, class, path.String(), c.x(len(c.series.Points)-1), base, c.x(0), base)
	fmt.Fprintf(&c.b, `<path class="line %s" d="%s"/>`, class, path.String())
}

func (c *canvas) dots(chosen string, href func(string) string) {
	for i, p := range c.series.Points {
		if p.Entries == 0 || len(c.series.Points) > maxDots && p.Period != chosen {
			continue
		}
		class := "period"
		if p.Period == chosen {
			class = "period chosen"
		}
		period := template.HTMLEscapeString(p.Period)
		fmt.Fprintf(&c.b, `<a class="%s" href="%s"><title>%s: ties %.1f, tension %.1f, %d entries, %d articles read</title>`,
			class, template.HTMLEscapeString(href(p.Period)), period, p.Ties, p.Tension, p.Entries, p.Coverage)
		fmt.Fprintf(&c.b, `<rect x="%.1f" y="%g" width="%.1f" height="%g"/>`, c.x(i)-max(c.step, 8)/2, chartTop, max(c.step, 8), chartHeight-chartTop-chartBottom)
		fmt.Fprintf(&c.b, `<circle class="tension" cx="%.1f" cy="%.1f" r="4"/><circle class="ties" cx="%.1f" cy="%.1f" r="4"/></a>`,
			c.x(i), c.y(p.Tension), c.x(i), c.y(p.Ties))
	}
}
