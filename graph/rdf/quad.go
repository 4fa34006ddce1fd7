package rdf

import "slices"

// Quad is a statement: subject, predicate, object, and the label that names the
// graph it stands in. In cncfgraph the label is the evidence: the source and the
// line of it that makes the statement.
type Quad struct {
	Subject, Predicate, Object, Label Term
}

// String returns q as a line of canonical N-Quads, without the line's end.
func (q Quad) String() string { return string(q.Append(nil)) }

// Append appends q as a line of canonical N-Quads, without the line's end.
func (q Quad) Append(dst []byte) []byte {
	dst = q.Subject.Append(dst)
	dst = append(dst, ' ')
	dst = q.Predicate.Append(dst)
	dst = append(dst, ' ')
	dst = q.Object.Append(dst)
	if !q.Label.IsZero() {
		dst = append(dst, ' ')
		dst = q.Label.Append(dst)
	}
	return append(dst, ' ', '.')
}

// Compare orders quads by subject, predicate, object and label.
func (q Quad) Compare(r Quad) int { return compare(&q, &r) }

func compare(q, r *Quad) int {
	if c := q.Subject.Compare(r.Subject); c != 0 {
		return c
	}
	if c := q.Predicate.Compare(r.Predicate); c != 0 {
		return c
	}
	if c := q.Object.Compare(r.Object); c != 0 {
		return c
	}
	return q.Label.Compare(r.Label)
}

// Sort orders quads and drops repeated ones. It works in place and returns the
// shortened slice.
func Sort(quads []Quad) []Quad {
	order := make([]int, len(quads)) // order[i] is the place of the quad that belongs at i
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compare(&quads[a], &quads[b]) })
	for i := range order { // a quad is large: each is moved once
		first, at := quads[i], i
		for order[at] != i {
			from := order[at]
			quads[at], order[at] = quads[from], at
			at = from
		}
		quads[at], order[at] = first, at
	}
	return slices.Compact(quads)
}
