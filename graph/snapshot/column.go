package snapshot

import (
	"encoding/binary"
	"slices"
)

// column is an array of unsigned integers of equal width, 0 to 4 bytes each,
// little endian, without alignment. Width 0 is a column of zeros.
type column struct {
	data  []byte // the elements and, behind the last, enough bytes to read four at once
	width int
	mask  uint32
	n     int
}

// padding is how many bytes follow the last section of a file, so that every
// element can be read as four bytes.
const padding = 4

// newColumn returns the column of n elements of width bytes that starts at
// data[offset:]. The caller has checked that they and the padding lie in data.
func newColumn(data []byte, offset, n, width int) column {
	c := column{width: width, n: n, mask: uint32(uint64(1)<<(8*width) - 1)}
	if n > 0 {
		c.data = data[offset : offset+(n-1)*width+padding]
	}
	return c
}

// at returns element i, 0 for an i outside the column.
func (c *column) at(i int) uint32 {
	at := uint(i) * uint(c.width)
	if at+4 > uint(len(c.data)) || at+4 < at {
		return 0
	}
	return binary.LittleEndian.Uint32(c.data[at:at+4]) & c.mask
}

// widthOf returns how many bytes hold every value up to limit.
func widthOf(limit uint32) int {
	width := 0
	for ; limit > 0; limit >>= 8 {
		width++
	}
	return width
}

// appendColumn appends values, width bytes each, to dst.
func appendColumn(dst []byte, values []uint32, width int) []byte {
	at := len(dst)
	dst = slices.Grow(dst, len(values)*width+padding)
	all := dst[:cap(dst)]
	for _, v := range values {
		binary.LittleEndian.PutUint32(all[at:at+4], v) // what is too much the next one overwrites
		at += width
	}
	return all[:at]
}

// lowerBound returns the first i in [lo, hi) at which at(i) >= v, or hi. The
// values must ascend.
func lowerBound(lo, hi int, v uint32, at func(int) uint32) int {
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if at(mid) < v {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
