package snapshot

import "fmt"

// Fingerprint tells the snapshot data from others by its size and the checksum
// that its header gives for the body, without reading the body. The error wraps
// ErrFormat where data does not start with a sound header.
func Fingerprint(data []byte) (string, error) {
	h, err := parseHeader(data, true)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("crc32c:%08x/%d", h.checksum, h.size), nil
}
