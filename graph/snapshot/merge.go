package snapshot

import (
	"errors"
	"io"
)

// source yields values in ascending order, then io.EOF. A value is good until the
// next call.
type source[T any] interface{ next() (T, error) }

// mergeSources hands the values of all sources to use, in ascending order, each
// with the number of its source.
func mergeSources[T any](sources []source[T], compare func(a, b T) int, use func(value T, from int) error) error {
	m := merger[T]{compare: compare}
	for i, s := range sources {
		value, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			continue
		case err != nil:
			return err
		}
		m.heap = append(m.heap, head[T]{value, i})
	}
	for i := len(m.heap)/2 - 1; i >= 0; i-- {
		m.sink(i)
	}
	for len(m.heap) > 0 {
		least := m.heap[0]
		if err := use(least.value, least.from); err != nil {
			return err
		}
		value, err := sources[least.from].next()
		switch {
		case errors.Is(err, io.EOF):
			last := len(m.heap) - 1
			m.heap[0] = m.heap[last]
			m.heap = m.heap[:last]
		case err != nil:
			return err
		default:
			m.heap[0].value = value
		}
		m.sink(0)
	}
	return nil
}

// head is the least value left of a source.
type head[T any] struct {
	value T
	from  int
}

// merger is a heap of the heads, the least of them first.
type merger[T any] struct {
	heap    []head[T]
	compare func(a, b T) int
}

// sink moves the head at i down to where it belongs.
func (m *merger[T]) sink(i int) {
	for {
		child := 2*i + 1
		if child >= len(m.heap) {
			return
		}
		if child+1 < len(m.heap) && m.compare(m.heap[child+1].value, m.heap[child].value) < 0 {
			child++
		}
		if m.compare(m.heap[i].value, m.heap[child].value) <= 0 {
			return
		}
		m.heap[i], m.heap[child] = m.heap[child], m.heap[i]
		i = child
	}
}
