package extract
import ("testing";"os";"fmt";"strings")
func TestBill(t *testing.T){
 f:=os.Getenv("BILL"); if f==""{t.Skip()}
 for _,s:=range strings.Split(f,"\n"){
  p:=(&prose{text:s,parts:[]part{{}}}).all()
  b:=billingOf(p)
  fmt.Printf("%q\n  title=%q label=%q timed=%v quoted=%v by=%q sure=%v %+v\n",s,b.title.text(),b.label,b.timed,b.quoted,s[b.by.start:b.by.end],b.people.sure,b.people.list)
  by,ok:=speakersIn(p,false); fmt.Println("   speakersIn",ok,by.sure,by.list, "events",eventNames(s), "logistics",logistics(s))
 }
}
