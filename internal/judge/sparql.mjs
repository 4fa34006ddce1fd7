// Prints the solutions of queries over a file of N-Quads, all graphs as one: a line
// each, the number of the query and the values, with tabs between them.
// Arguments: file, one file for each query.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
const require = createRequire(process.env.CNCFGRAPH_NODE + '/');
const { Store } = require('oxigraph');
const [file, ...queries] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(file, 'utf8'), { format: 'application/n-quads' });
queries.forEach((name, n) => {
  for (const solution of store.query(readFileSync(name, 'utf8'), { use_default_graph_as_union: true })) {
    console.log([n, ...[...solution.values()].map((t) => t.value.replace(/\s/g, ' '))].join('\t'));
  }
});
