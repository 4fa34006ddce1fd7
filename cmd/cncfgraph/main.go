// Command cncfgraph answers relationship questions about the projects, talks,
// speakers and events of the CNCF, and reads documents into its graph.
package main

import "os"

func main() {
	os.Exit(run(withoutSecrets(os.Args[1:]), stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}
