package snapshot

// places returns the numbers 0 to n-1.
func places(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	return out
}

// sortedBy returns places, a permutation of the indexes of keys, by their keys,
// which are below limit; places of equal key keep their order.
func sortedBy(places, keys []uint32, limit int) []uint32 {
	return sortInto(make([]uint32, len(places)), places, keys, limit)
}

// sortInto is sortedBy that returns out, which is as long as places.
func sortInto(out, places, keys []uint32, limit int) []uint32 {
	next := offsets(keys, limit)
	for _, place := range places {
		k := keys[place]
		out[next[k]] = place
		next[k]++
	}
	return out
}

// offsets returns for each k up to limit how many keys are below k.
func offsets(keys []uint32, limit int) []uint32 {
	out := make([]uint32, limit+1)
	for _, k := range keys {
		out[k+1]++
	}
	for k := range limit {
		out[k+1] += out[k]
	}
	return out
}

// gather returns values[place] for each place.
func gather(values, places []uint32) []uint32 {
	out := make([]uint32, len(places))
	for i, place := range places {
		out[i] = values[place]
	}
	return out
}
