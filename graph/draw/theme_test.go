package draw

import (
	"fmt"
	"math"
	"testing"
)

// rgb returns the parts of a colour "#RRGGBB", linear, from 0 to 1.
func rgb(t *testing.T, s string) [3]float64 {
	t.Helper()
	var r, g, b int
	if n, err := fmt.Sscanf(s, "#%02X%02X%02X", &r, &g, &b); n != 3 || err != nil {
		t.Fatalf("%q is no colour", s)
	}
	var c [3]float64
	for i, v := range [...]int{r, g, b} {
		x := float64(v) / 255
		c[i] = math.Pow((x+0.055)/1.055, 2.4)
		if x <= 0.04045 {
			c[i] = x / 12.92
		}
	}
	return c
}

// contrast returns the contrast of two colours as WCAG defines it, 1 to 21.
func contrast(a, b [3]float64) float64 {
	luminance := func(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextIsReadable(t *testing.T) {
	for i, theme := range themes {
		text := rgb(t, theme.text)
		for _, c := range theme.kinds {
			for _, fill := range []string{c.fill, c.focus} {
				if got := contrast(text, rgb(t, fill)); got < 7 {
					t.Errorf("%s: text on %s has contrast %.1f", Themes[i], fill, got)
				}
			}
			if got := contrast(rgb(t, c.border), rgb(t, theme.background)); got < 2 {
				t.Errorf("%s: border %s has contrast %.1f", Themes[i], c.border, got)
			}
		}
		for _, s := range []string{theme.text, theme.edgeText, theme.faintText} {
			if got := contrast(rgb(t, s), rgb(t, theme.background)); got < 7 {
				t.Errorf("%s: %s on the background has contrast %.1f", Themes[i], s, got)
			}
		}
	}
}

// deficiencies are what of the colours people see who lack one sort of cones, after
// Machado, Oliveira and Fernandes (2009), in linear RGB.
var deficiencies = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab returns the linear colour in CIELAB, in which distances are as people see them.
func lab(c [3]float64) [3]float64 {
	f := func(x float64) float64 {
		if x > 216.0/24389 {
			return math.Cbrt(x)
		}
		return (24389.0/27*x + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.9505)
	y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestKindsAreToldApart checks that kinds differ in shape, whatever is seen of their
// colours, and that the borders of the two themes with colours differ in colour for
// people who lack a sort of cones.
func TestKindsAreToldApart(t *testing.T) {
	shapes, mermaid := map[string]bool{}, map[string]bool{}
	for _, s := range kindStyles {
		if shapes[s.shape] || mermaid[s.open+s.shut] {
			t.Errorf("%s has the shape of another kind", s.kind)
		}
		shapes[s.shape], mermaid[s.open+s.shut] = true, true
	}
	for i, theme := range themes[:2] {
		for name, m := range deficiencies {
			var seen [len(kindStyles)][3]float64
			for k, c := range theme.kinds {
				in := rgb(t, c.border)
				var out [3]float64
				for row := range m {
					for col := range in {
						out[row] += m[row][col] * in[col]
					}
					out[row] = min(1, max(0, out[row]))
				}
				seen[k] = lab(out)
			}
			for a := range seen {
				for b := range a {
					if d := math.Hypot(math.Hypot(seen[a][0]-seen[b][0], seen[a][1]-seen[b][1]), seen[a][2]-seen[b][2]); d < 8 {
						t.Errorf("%s, %s: %s and %s are %.1f apart", Themes[i], name, kindStyles[a].kind, kindStyles[b].kind, d)
					}
				}
			}
		}
	}
}
