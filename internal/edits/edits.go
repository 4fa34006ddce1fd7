// Package edits tells by how many letters two words differ.
package edits

// Longest is how many letters a word may have.
const Longest = 24

// Between returns the number of letters inserted, dropped, replaced or swapped with
// their neighbour between a and b (the optimal string alignment distance), or limit+1
// where it is greater or b has more than Longest letters.
func Between(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || d < -limit || len(b) > Longest {
		return limit + 1
	}
	var rows [3][Longest + 1]int8
	for j := range len(b) + 1 {
		rows[0][j] = int8(j)
	}
	for i := 1; i <= len(a); i++ {
		row, up, up2 := &rows[i%3], &rows[(i-1)%3], &rows[(i+1)%3]
		row[0] = int8(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			d := up[j-1]
			if a[i-1] != b[j-1] {
				d = min(d, up[j], row[j-1]) + 1
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, up2[j-2]+1)
				}
			}
			row[j] = d
			least = min(least, d)
		}
		if int(least) > limit+1 {
			return limit + 1
		}
	}
	return min(int(rows[len(a)%3][len(b)]), limit+1)
}
