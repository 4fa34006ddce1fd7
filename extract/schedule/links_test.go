package schedule

import (
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

// TestAddLinkEmpty checks that an address without the number of a video is none.
func TestAddLinkEmpty(t *testing.T) {
	var talk record.Talk
	addLink(&talk, "Video", "https://www.youtube.com/watch?v=")
	if talk.Video != "" {
		t.Errorf("video %q", talk.Video)
	}
	addLink(&talk, "视频", "https://v.qq.com/x/page/h08933te45n.html")
	if talk.Video != "https://v.qq.com/x/page/h08933te45n.html" {
		t.Errorf("video %q", talk.Video)
	}
}
