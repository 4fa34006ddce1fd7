package judge

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Hostile are names as a document may hold them. What they try to run would mark the
// page.
var Hostile = []string{
	`"; node [shape=box] "`, `\`, `ends in \`, `\N \G \l \"`, "two\nlines\r\nand\ttab", "<B>bold", "]]>", "--> <!--",
	"</svg><script>" + mark + "</script>", `" onload="` + mark, `'><image href="x" onerror="` + mark + `"/>`,
	"javascript:" + mark, "]]><script>" + mark + "</script>", `"]; click n0 href "javascript:` + mark + `"`,
	"&lt;b&gt; &amp; &foo; &#60;", "\u202Edeggub\u202C", "nul \x00 and \x1b[31m", "\xff\xfe invalid",
	strings.Repeat("x", 10_000), strings.Repeat("長", 10_000), "", " ", "\uFFFE", "e\u0301\u0301\u0301", "}", "#", "//", "/* */",
}

// mark is a script that marks the page that it runs in.
const mark = `document.documentElement.setAttribute('ran','yes')`

// Browser fails t where something runs when Chromium opens the SVG.
func Browser(t testing.TB, svg []byte) {
	t.Helper()
	const control = `<svg xmlns="http://www.w3.org/2000/svg"><script>` + mark + `</script></svg>`
	opens(t, "picture.svg", "<svg", []byte(control), svg)
}

// Page fails t where something runs when Chromium opens the HTML.
func Page(t testing.TB, html []byte) {
	t.Helper()
	opens(t, "page.html", "<html", []byte("<!DOCTYPE html><script>"+mark+"</script>"), html)
}

// opens fails t where a script of Hostile runs when Chromium opens the document, or
// none does when it opens control, which has one.
func opens(t testing.TB, name, root string, control, document []byte) {
	t.Helper()
	if !runs(t, name, root, control) {
		t.Fatal("Chromium does not run even the script that it should")
	}
	if runs(t, name, root, document) {
		t.Errorf("a script ran")
	}
}

// runs tells whether a script of Hostile runs when Chromium opens the document, which
// has the root element.
func runs(t testing.TB, name, root string, document []byte) bool {
	t.Helper()
	path := installed(t, "chromium")
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, document, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(t.TempDir(), "profile"), "--dump-dom", "file://"+name)
	dom := string(output(t, cmd))
	if !strings.Contains(dom, root) {
		t.Fatalf("Chromium shows nothing:\n%.2000s", dom)
	}
	return strings.Contains(dom, `ran="yes"`)
}
