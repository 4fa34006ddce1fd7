package eval

// Bin counts the links whose confidence is at least Low and below the Low of the
// next bin, and how many of them are right.
type Bin struct {
	Low   float64 `json:"low"`
	Links int     `json:"links"`
	Right int     `json:"right"`
}

// binEdges part the confidences of links, which begin where one is linked at all.
var binEdges = [...]float64{0.7, 0.75, 0.85, 0.9, 0.95, 0.98}

// calibrate counts the links of the document by confidence. A link is right where
// gold has the project, or another right name of it, on that line. Names that gold
// leaves free, and external ones, which it lists only in part, are passed over.
func (s *scorer) calibrate() {
	if s.Calibration == nil {
		for _, low := range binEdges {
			s.Calibration = append(s.Calibration, Bin{Low: low})
		}
	}
	right := map[string]map[int]bool{}
	for _, p := range s.gold.Projects {
		for _, name := range append([]string{p.Name}, p.Accept...) {
			if right[normal(name)] == nil {
				right[normal(name)] = map[int]bool{}
			}
			for _, line := range p.lines() {
				right[normal(name)][line] = true
			}
		}
	}
	free := s.freeNames()
	for _, p := range s.doc.Projects {
		name := normal(p.Name)
		if p.External {
			continue
		}
		for _, m := range p.Mentions {
			ok := right[name][m.Line]
			if !ok && free[name] {
				continue
			}
			i := len(s.Calibration) - 1
			for i > 0 && m.Confidence < s.Calibration[i].Low {
				i--
			}
			s.Calibration[i].Links++
			if ok {
				s.Calibration[i].Right++
			}
		}
	}
}
