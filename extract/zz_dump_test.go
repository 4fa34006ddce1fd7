package extract
import ("testing";"os";"fmt")
func TestDump(t *testing.T){
 f:=os.Getenv("DUMP"); if f==""{t.Skip()}
 d,_:=os.ReadFile(f); s,err:=newSource(d); if err!=nil{t.Fatal(err)}
 c:=read(newMarkdownParser(),s)
 fmt.Println(c.format)
 for _,b:=range append(c.matter,c.blocks...){
  fmt.Printf("%d-%d k%d l%d q%v key=%s t%d,%d,%d s%d %q", b.line,b.end,b.kind,b.level,b.quote,b.key,b.table,b.row,b.col,b.slide,b.text())
  if b.prose!=nil { fmt.Print(" L",b.prose.links," M",b.prose.masks," ",b.prose.bold) } else {fmt.Print(b.target)}
  fmt.Println()
 }
}
