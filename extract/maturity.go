package extract

func (l *linked) maturity() []Maturity { return []Maturity{} }
func (l *linked) relations() []Relation { return []Relation{} }
