package evaluate

import "sort"

// counts are true positives, false positives and false negatives.
type counts struct{ tp, fp, fn int }

func (c counts) precision() float64 { return ratio(c.tp, c.tp+c.fp) }
func (c counts) recall() float64    { return ratio(c.tp, c.tp+c.fn) }

func (c counts) f1() float64 {
	return ratio(2*c.tp, 2*c.tp+c.fp+c.fn)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// prf adds precision, recall and F1 under a common name.
func (r *Report) prf(name string, c counts) {
	r.score(name+" precision", c.precision(), c.tp+c.fp)
	r.score(name+" recall", c.recall(), c.tp+c.fn)
	r.score(name+" F1", c.f1(), c.tp+c.fn)
}

// macro is the mean F1 of the classes that the gold holds.
func macro(classes map[string]*counts) (f1 float64, n int) {
	for _, name := range sortedKeys(classes) {
		if c := classes[name]; c.tp+c.fn > 0 {
			f1 += c.f1()
			n++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return f1 / float64(n), n
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// calibration collects how sure we were against how often we were right.
type calibration struct {
	n, right [10]int
	sure     [10]float64
}

func (c *calibration) add(confidence float64, right bool) {
	b := min(max(int(confidence*10), 0), 9)
	c.n[b]++
	c.sure[b] += confidence
	if right {
		c.right[b]++
	}
}

// error is the expected calibration error over ten equal bins.
func (c *calibration) error() (ece float64, n int) {
	for b := range c.n {
		n += c.n[b]
	}
	if n == 0 {
		return 0, 0
	}
	for b := range c.n {
		d := c.sure[b] - float64(c.right[b])
		ece += max(d, -d) / float64(n)
	}
	return ece, n
}
